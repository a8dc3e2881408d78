"""The checklist as its files say it: sources, dated tables, topics, programs. The format is docs/format.md."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_WEB_PAGE = re.compile(r"https?://[^\s/?#]+")


def _bilingual(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, dict) or set(value) - {"en", "fr"}:
        raise PydanticCustomError("not_bilingual", "not an en/fr pair")
    english, french = value.get("en"), value.get("fr")
    if not isinstance(english, str) or not isinstance(french, str) or not english.strip() or not french.strip():
        raise PydanticCustomError("translation_missing", "a language is missing")
    return Text(english.strip(), french.strip())


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("not_a_day", "not a day") from None


def _condition(value: Any) -> Any:
    # YAML reads `when: True` and `threshold: 67` as values; they are conditions like any other.
    return str(value) if isinstance(value, bool | int | float) else value


def _web_pages(pair: Text) -> Text:
    # A link is clicked on, in the packet too: nothing but a page may be behind it, whoever wrote the checklist.
    if not (_WEB_PAGE.match(pair.en) and _WEB_PAGE.match(pair.fr)):
        what = Text("“url” isn’t the address of a web page.", "« url » n’est pas l’adresse d’une page Web.")
        hint = Text("Begin it with https://, in both languages.", "Commencez-la par https://, dans les deux langues.")
        raise PydanticCustomError("not_a_page", "not a web page", {"what": what, "hint": hint})
    return pair


_PAIR_SCHEMA = {
    "type": "object",
    "properties": {"en": {"type": "string"}, "fr": {"type": "string"}},
    "required": ["en", "fr"],
    "additionalProperties": False,
}
Bilingual = Annotated[Text, PlainValidator(_bilingual), WithJsonSchema(_PAIR_SCHEMA)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
KebabId = Annotated[StrictStr, Field(pattern=KEBAB)]
FactId = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]
Expression = Annotated[
    StrictStr, BeforeValidator(_condition), Field(description="a condition or value: docs/format.md")
]
Confidence = Literal["high", "medium", "low"]
PersonSet = Literal["people", "applicants", "applicant", "partners", "children", "sponsors", "family"]
AnswerType = Literal["bool", "choice", "number", "money", "date", "text", "country"]
HoldingKey = Literal["expired", "issued-too-early", "expires-too-soon", "untranslated", "incomplete"]
SectionName = Literal[
    "about-documents", "the-interview", "who-interviews", "rights", "on-the-day", "settlement", "who-to-ask", "after"
]  # fmt: skip
LikelihoodName = Literal["necessary", "usual", "possible", "rare", "may-be-waived", "none"]
RaisedLikelihood = Literal["rare", "possible", "usual", "necessary"]
# From the least to the most. `may-be-waived` isn't on it: it says what a manual allows, not how likely something is.
LIKELIHOOD_SCALE: tuple[LikelihoodName, ...] = ("none", "rare", "possible", "usual", "necessary")


class Entry(BaseModel):
    """Anything in a checklist file. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Source(Entry):
    """A page or a section of law that a rule rests on."""

    title: Bilingual
    publisher: Bilingual
    url: Annotated[Bilingual, AfterValidator(_web_pages)]
    kind: Literal["law", "ircc", "government", "secondary"]
    dated: Literal["undated"] | PartialDate = Field(description="the date that the page itself bears")
    checked: Day = Field(description="the day someone last compared the rule with it")
    confidence: Confidence
    note: Bilingual | None = None


class SourcesFile(Entry):
    """A file of `checklists/sources`."""

    sources: dict[KebabId, Source]


class TableVersion(Entry):
    """The rows in force from a day on."""

    start: Day = Field(alias="from")
    until: Day | None = Field(None, description="the last day on which these rows are known to hold")
    rows: dict[StrictInt | StrictFloat | StrictStr, StrictInt | StrictFloat] = Field(min_length=1)
    each_more: StrictInt | StrictFloat | None = None
    up_to: StrictInt | StrictFloat | None = Field(None, description="the top of the scale: unknown above it")
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"
    note: Bilingual | None = None


class Table(Entry):
    """A dated table of values."""

    title: Bilingual
    unit: StrictStr | None = None
    versions: tuple[TableVersion, ...] = Field(min_length=1)


class TablesFile(Entry):
    """A file of `checklists/values`."""

    tables: dict[KebabId, Table]


class Question(Entry):
    """Something that may be asked: an answer (then typed here) or a field of the case file."""

    fact: FactId
    type: AnswerType | None = None
    options: dict[Annotated[StrictStr, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")], Bilingual] | None = None
    for_each: PersonSet | None = None
    when: Expression = "True"
    ask: Bilingual
    why: Bilingual
    help: Bilingual | None = None
    sensitive: StrictBool = False
    safety: StrictBool = Field(
        default=False, description="of violence or trafficking: kept only if the person says so, and left at once"
    )
    always: StrictBool = Field(default=False, description="asked whatever it decides: a name, the interview's date")


class HoldingRule(Entry):
    """What makes the thing in hand good enough."""

    of: Expression | None = None
    in_hand: Expression | None = None
    expired: Expression | None = None
    issued_too_early: Expression | None = Field(None, alias="issued-too-early")
    expires_too_soon: Expression | None = Field(None, alias="expires-too-soon")
    untranslated: Expression | None = None
    incomplete: Expression | None = None


class Rule(Entry):
    """One version of a requirement, in force from a day until the next version's."""

    start: Day = Field(alias="from")
    needed: Expression
    recommended: Expression | None = None
    because: Bilingual
    otherwise: Bilingual | None = None
    holding: HoldingRule = HoldingRule.model_construct()
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"
    disputed: Bilingual | None = None
    disputed_when: Expression = Field(default="True", description="when the dispute matters for the item at hand")


class ForPerson(Entry):
    """Whom something is for."""

    person: Expression | None = None


class ForEach(ForPerson):
    """Whom, and which countries, a requirement is asked of."""

    country: Expression | None = None


class Requirement(Entry):
    """A document, form, fee or step that IRCC may ask for."""

    id: KebabId
    kind: Literal["document", "form", "fee", "step"]
    form: StrictStr | None = None
    title: Bilingual
    for_each: ForEach = ForEach.model_construct()
    rules_on: Literal["submitted", "today"] = "submitted"
    rules: tuple[Rule, ...] = Field(min_length=1)
    prepare: Bilingual | None = None


class FigurePart(Entry):
    """One part of a figure."""

    name: KebabId
    title: Bilingual
    value: Expression
    most: StrictInt | StrictFloat | None = None


class FigureRule(Entry):
    """A figure worth showing."""

    name: KebabId
    title: Bilingual
    when: Expression = "True"
    value: Expression | None = None
    parts: tuple[FigurePart, ...] = ()
    most: StrictInt | StrictFloat | None = None
    threshold: Expression | None = None
    unit: StrictStr | None = None
    note: Bilingual | None = None
    sources: tuple[KebabId, ...] = Field(min_length=1)


class OfficerQuestionRule(Entry):
    """A question that an officer may ask, in our own words."""

    id: KebabId
    when: Expression = "True"
    for_each: ForPerson = ForPerson.model_construct()
    ask: Bilingual
    looks_for: Bilingual | None = None
    verifies: tuple[Expression, ...] = ()
    prepare: Bilingual | None = None
    sources: tuple[KebabId, ...] = Field(min_length=1)


class GuidanceRule(Entry):
    """Something to know."""

    id: KebabId
    section: SectionName
    when: Expression = "True"
    urgent: StrictBool = False
    title: Bilingual
    text: Bilingual
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"
    disputed: Bilingual | None = None


class Example(Entry):
    """A case, and what must follow from it."""

    name: StrictStr
    on: Day
    given: dict[str, Any]
    expect: dict[str, Any] = Field(min_length=1)


class SignalRule(Entry):
    """Something in the file that may bring an interview about, or that is worth saying of one.

    It is present when its condition holds and, where it names findings, one of them was raised as more than a note.
    """

    id: KebabId
    when: Expression = "True"
    findings: tuple[KebabId, ...] = ()
    likelihood: RaisedLikelihood | None = Field(
        None, description="what it raises the program's `otherwise` to; without it, it is only a reason"
    )
    reason: Bilingual
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"


class Topic(Entry):
    """A file of questions, requirements, figures, officer questions, guidance and signals on one subject."""

    topic: KebabId
    title: Bilingual
    questions: tuple[Question, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    computed: tuple[FigureRule, ...] = ()
    officer_questions: tuple[OfficerQuestionRule, ...] = ()
    guidance: tuple[GuidanceRule, ...] = ()
    signals: tuple[SignalRule, ...] = ()
    examples: tuple[Example, ...] = ()


class InterviewRule(Entry):
    """When an interview is how likely, by the program's own rules."""

    id: KebabId
    when: Expression = "True"
    findings: tuple[KebabId, ...] = Field((), description="it applies only where one of these is more than a note")
    likelihood: LikelihoodName
    reason: Bilingual
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"


class InterviewRules(Entry):
    """The first rule that applies decides."""

    rules: tuple[InterviewRule, ...] = ()
    otherwise: InterviewRule


class FindingWords(Entry):
    """What one thing that a check may raise says, and how grave it is."""

    severity: Literal["blocker", "warning", "note"]
    message: Bilingual
    officer_may_ask: Bilingual | None = None
    prepare: Bilingual | None = None
    sources: tuple[KebabId, ...] = Field((), description="where they differ from the finding's")
    confidence: Confidence | None = Field(None, description="where it differs from the finding's")


class FindingRule(Entry):
    """The words, sources and examples of one check of the officer's eye; the check is code, under the same id."""

    finding: KebabId
    title: Bilingual
    looks_for: Bilingual = Field(description="what the check lays side by side")
    matters: Bilingual = Field(description="why an officer cares")
    programs: tuple[KebabId, ...] = Field((), description="the programs that use it; all of them without any")
    says: dict[KebabId, FindingWords] = Field(min_length=1)
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"
    examples: tuple[Example, ...] = ()


class Review(Entry):
    """What a program says of the histories that an officer reads."""

    history_years: StrictInt | None = Field(
        None, ge=1, description="the years, or since 18, that the forms ask for without gaps; none: no whole history"
    )
    leaves_out: tuple[KebabId, ...] = Field((), description="findings that make no sense for the program")
    sources: tuple[KebabId, ...] = ()


class ProgramStatus(Entry):
    """Whether the program takes new applications, from a day on."""

    start: Day = Field(alias="from")
    state: Literal["open", "paused", "closed"]
    note: Bilingual | None = None
    sources: tuple[KebabId, ...] = Field(min_length=1)


class Program(Entry):
    """A program's own file."""

    program: KebabId
    title: Bilingual
    summary: Bilingual
    streams: dict[KebabId, Bilingual] = Field(default_factory=dict)
    status: tuple[ProgramStatus, ...] = ()
    uses: tuple[StrictStr, ...] = ()
    interview: InterviewRules
    review: Review = Review.model_construct()
    examples: tuple[Example, ...] = ()


class Checklist(Entry):
    """A program with everything that it draws on.

    Keys of `topics` and `findings` are file names; topics are in the questionnaire's natural order.
    """

    file: StrictStr
    program: Program
    topics: dict[str, Topic]
    sources: dict[str, Source]
    tables: dict[str, Table]
    findings: dict[str, FindingRule] = Field(default_factory=dict)
