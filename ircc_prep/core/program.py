"""A program's own file, and the words of the officer's eye."""

from typing import Literal

from pydantic import Field, StrictBool, StrictInt, StrictStr

from ircc_prep.core.entry import Bilingual, Confidence, Day, Entry, Expression, KebabId, LeadsTo, LikelihoodName
from ircc_prep.core.topic import Example


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
    leads_to: tuple[LeadsTo, ...] = Field((), description="only the programs that lead there use it")
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
    couple: Literal["spouse-or-partner", "sponsor"] = Field(
        "spouse-or-partner", description="the role of the principal applicant's spouse or partner"
    )
    child_age_on: Literal["submitted"] | None = Field(
        None, description="the day that decides a dependent child's age, where it is the day of the application"
    )
    passport_may_be_missing: StrictBool = Field(default=False, description="refugees: nobody is asked for a passport")
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
    leads_to: LeadsTo = Field("other", description="what stands at its end")
    status: tuple[ProgramStatus, ...] = ()
    uses: tuple[StrictStr, ...] = ()
    interview: InterviewRules
    review: Review = Review.model_construct()
    examples: tuple[Example, ...] = ()
