"""A topic of a checklist: what is asked, required, shown and said on one subject."""

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr

from ircc_prep.core.entry import (
    AnswerType,
    Bilingual,
    Confidence,
    Day,
    Entry,
    Expression,
    FactId,
    HoldingKey,
    KebabId,
    PersonSet,
    RaisedLikelihood,
    SectionName,
)


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
    because: dict[HoldingKey, Bilingual] = Field(default_factory=dict, description="what is the matter, by the state")


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


class Timing(Entry):
    """What a source says of the time that something takes, or of the days within which it is done or good."""

    text: Bilingual
    takes: StrictInt | None = Field(
        None, ge=1, le=3660, description="days until one has it, the most that the source gives: the longest come first"
    )
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"


class Due(Entry):
    """A last day that is counted from an answer: it stands in the calendar while its line holds."""

    day: Expression
    when: Expression = Field(default="True", description="left out once this is certainly false")
    kind: Literal["last-day", "permit"] = Field(
        default="last-day", description="`permit` where a status in Canada ends on it: its reminders begin earlier"
    )
    title: Bilingual = Field(description="what a locked screen may show: nobody, no program, no reason for asking")


class Requirement(Entry):
    """A document, form, fee or step that IRCC may ask for."""

    id: KebabId
    kind: Literal["document", "form", "fee", "step"]
    form: StrictStr | None = None
    title: Bilingual
    for_each: ForEach = ForEach.model_construct()
    rules_on: Literal["submitted", "today"] = "submitted"
    rules: tuple[Rule, ...] = Field(min_length=1)
    timing: Timing | None = None
    due: Due | None = None
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
    safety: StrictBool = Field(default=False, description="also shown in private, after a yes to a question of safety")
    title: Bilingual
    text: Bilingual
    in_short: Bilingual | None = Field(default=None, description="what of it belongs on the one page for the day")
    due: Due | None = None
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
