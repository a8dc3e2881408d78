"""What follows from a case: the evaluation that every output is made from. Bilingual, immutable, no presentation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Source
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.said import Value
from ircc_prep.core.text import Text
from ircc_prep.core.timeline import PersonTimeline

Status = Literal["needed", "recommended", "not-needed", "undetermined", "no-rule-in-force"]
HoldingState = Literal[
    "ready", "missing", "expired", "expires-too-soon", "issued-too-early", "untranslated", "incomplete"
]
Likelihood = Literal["necessary", "usual", "possible", "rare", "may-be-waived", "none", "undetermined"]
Severity = Literal["blocker", "warning", "note"]
Section = Literal[
    "about-documents", "the-interview", "who-interviews", "rights", "on-the-day", "settlement", "who-to-ask", "after"
]  # fmt: skip
FactValue = bool | int | float | str | PartialDate | None
# Who is to read: the person; somebody who helps without being told whose file it is; anybody.
Audience = Literal["self", "consultant", "log"]


@dataclass(frozen=True, slots=True)
class Read:
    """A fact that a result rests on: its path in the case file and what the file says there (None: not answered)."""

    fact: str
    value: FactValue


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement for one person and, where it applies, one country."""

    id: str
    kind: Literal["document", "form", "fee", "step"]
    title: Text
    person: str | None
    country: str | None
    status: Status
    holding: HoldingState | None  # None: nothing has to be held
    reason: Text  # why it is needed, isn't needed, or can't be told yet, in one sentence
    why: tuple[Read, ...]
    missing_facts: tuple[str, ...]
    holding_reads: tuple[Read, ...]  # what the holding rests on
    fault: Text | None  # what is the matter with what is in hand
    rule_from: date | None
    confidence: Literal["high", "medium", "low"]
    disputed: Text | None
    sources: tuple[str, ...]
    prepare: Text | None
    form: str | None

    @property
    def unsure(self) -> bool:
        """Whether something is in hand and an answer is missing to tell if it is good enough."""
        return self.holding == "incomplete" and self.fault is None and bool(self.missing_facts)

    @property
    def to_get(self) -> bool:
        """Whether it is needed and isn't ready."""
        return self.status == "needed" and self.holding != "ready"

    @property
    def name(self) -> str:
        """The requirement, person and country as one word: `police-certificate/maria/AE`."""
        return "/".join(part for part in (self.id, self.person, self.country) if part)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an interview is as likely as it is."""

    id: str
    message: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interview:
    """How likely an interview is by the program's own rules; never a probability of approval."""

    likelihood: Likelihood
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a figure. `low` and `high` differ while dates or answers are missing; None: nothing known."""

    name: str
    title: Text
    low: float | None
    high: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure worth showing: points, funds. Exact when `low == high`."""

    name: str
    title: Text
    low: float | None
    high: float | None
    threshold: float | None
    unit: str | None
    parts: tuple[Part, ...]
    note: Text | None
    missing_facts: tuple[str, ...]
    sources: tuple[str, ...]
    least_threshold: float | None = None  # where open facts move the threshold, the least that it can be

    @property
    def value(self) -> float | None:
        """The figure when it is exact."""
        return self.low if self.low is not None and self.low == self.high else None


@dataclass(frozen=True, slots=True)
class OfficerQuestion:
    """A question that an officer may ask, with the person's own facts that it would be held against."""

    id: str
    person: str | None
    ask: Text
    looks_for: Text | None
    verifies: tuple[Read, ...]
    prepare: Text | None
    sources: tuple[str, ...]
    raised_by: tuple[int, ...] = ()  # the places, among the findings of the evaluation, of those that raise it


@dataclass(frozen=True, slots=True)
class Guidance:
    """Something to know, in a section of the packet."""

    id: str
    section: Section
    urgent: bool
    title: Text
    text: Text
    in_short: Text | None  # for the one page of the day itself
    confidence: Literal["high", "medium", "low"]
    disputed: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the file that an officer would ask about. `words` fill the {names} of its sentences."""

    code: str
    severity: Severity
    person: str | None
    start: PartialDate | None
    end: PartialDate | None
    message: Text
    facts: tuple[str, ...]
    officer_may_ask: Text | None
    prepare: Text | None
    sources: tuple[str, ...]
    says: str
    title: Text
    matters: Text  # why an officer cares
    asks: tuple[str, ...]  # open facts that decide whether there is anything to raise
    words: Mapping[str, Value]
    confidence: Literal["high", "medium", "low"]

    @property
    def name(self) -> str:
        """The check and the person as one word: `history-gap/maria`."""
        return f"{self.code}/{self.person}" if self.person else self.code


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact that is still open, and the results that it would settle (item names, `interview`, figures)."""

    fact: str
    ask: Text
    why: Text | None
    settles: tuple[str, ...]
    unsure: bool  # the person was asked and doesn't know
    given: str | None = None  # what is known of it already: the year or month of a partial date
    entry: tuple[tuple[str, str], ...] = ()  # the entry's own fields as the file has them, for the words' placeholders


@dataclass(frozen=True, slots=True)
class Redaction:
    """What the reader of a redacted evaluation has to be told, and what its outputs call people."""

    audience: Audience
    label: Text
    note: Text  # for whom it was redacted, and what was taken out
    names: Mapping[str, Text]  # by id
    masked: frozenset[str]  # facts of the case that were answered and aren't shown: they may not be called unanswered


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. Every item is in exactly one of ready, to_get, undetermined, not_needed, or is recommended."""

    ready: int
    to_get: int
    undetermined: int
    not_needed: int
    recommended: int
    blockers: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that follows from a case on a day, under one program's checklist."""

    case: Case
    program_title: Text
    stream_title: Text | None
    program_status: Text | None  # set when the program is closed or paused to new applications
    checked_on: date
    rules_on: PartialDate
    items: tuple[Item, ...]
    interview: Interview
    findings: tuple[Finding, ...]
    timelines: tuple[PersonTimeline, ...]
    figures: tuple[Figure, ...]
    officer_questions: tuple[OfficerQuestion, ...]
    guidance: tuple[Guidance, ...]
    open_questions: tuple[OpenQuestion, ...]
    sources: Mapping[str, Source]  # those that the results above rest on
    redaction: Redaction | None = None
    unspoken: tuple[OpenQuestion, ...] = ()  # open questions of safety: for the questionnaire alone, never an output

    @property
    def to_ask(self) -> tuple[OpenQuestion, ...]:
        """Every open question, as the questionnaire puts them."""
        return (*self.open_questions, *self.unspoken)

    @property
    def summary(self) -> Summary:
        """The counts that `check` prints and its exit code rests on."""
        statuses = [item.status for item in self.items]
        severities = [finding.severity for finding in self.findings]
        return Summary(
            ready=sum(item.status == "needed" and item.holding == "ready" for item in self.items),
            to_get=sum(item.to_get for item in self.items),
            undetermined=statuses.count("undetermined") + statuses.count("no-rule-in-force"),
            not_needed=statuses.count("not-needed"),
            recommended=statuses.count("recommended"),
            blockers=severities.count("blocker"),
            warnings=severities.count("warning"),
            notes=severities.count("note"),
        )
