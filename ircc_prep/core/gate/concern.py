"""What a check may fail for, each thing by itself: items to get, what can't be told yet, findings, the interview."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from ircc_prep.core.dates import MONTHS_A_YEAR
from ircc_prep.core.problems import Place
from ircc_prep.core.result import Evaluation, Finding, Interview, Item
from ircc_prep.core.said import Value
from ircc_prep.core.text import Text

Kind = Literal["item", "finding", "undecided", "interview", "strict", "waiver"]
Level = Literal["blocker", "missing", "undecided", "warning", "note"]
# What became of it: it counts; somebody took responsibility for it; it was known on the day of the baseline; somebody
# had taken responsibility, until a day that is past, so that it counts again.
Standing = Literal["counted", "waived", "accepted", "expired"]
# Nearly everything rests on these: they are the least telling of its facts.
_OF_THE_WHOLE_FILE = frozenset({"submitted", "planned_submission", "stream", "program", "people", "interview.date"})
_UNSURE = Text(
    "You have it. An answer is still missing to tell if it will do.",
    "Vous l’avez. Il manque encore une réponse pour savoir s’il convient.",
)
_NOT_TOLD = Text(
    "Whether an interview is likely can’t be told yet.", "On ne peut pas encore dire si une entrevue est probable."
)


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that a check may fail for. `id` is the documented rule's; `name` is unique in the case.

    `words` fill the {names} of `message` and `hint`, as they do in a finding. `state` is the contract's word for what
    is the matter: a holding (or `unsure`, where an answer is missing to tell it), a status, or which of its sentences a
    finding says. `facts` are paths in the case file, the most telling first; without any, it is about the file as a
    whole. `place` is set for what stands in another file than the case.
    """

    kind: Kind
    id: str
    name: str
    level: Level
    message: Text
    person: str | None = None
    country: str | None = None
    hint: Text | None = None
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    state: str = ""
    words: Mapping[str, Value] = field(default_factory=dict)
    months: int | None = None  # how long the time was that a finding is about
    standing: Standing = "counted"
    reason: Text | None = None  # why somebody took responsibility, in their words
    owner: str | None = None  # who did
    expires: date | None = None  # until when
    place: Place | None = None

    @property
    def called(self) -> str:
        """What a waiver calls it: its id; of what `--strict` finds also what that is about, so that none covers all."""
        return f"{self.id}/{self.state}" if self.kind == "strict" else self.id

    @property
    def counts(self) -> bool:
        """Whether it may decide the exit code."""
        return self.standing in ("counted", "expired")


def concerns(evaluation: Evaluation) -> tuple[Concern, ...]:
    """Every item that is to get or can't be told, every finding, and an interview of which nothing can be told.

    The evaluation for an audience gives as many as the whole one does, in the same order.
    """
    found = [
        *(_of_item(item) for item in evaluation.items if item.to_get),
        *(_of_undecided(item) for item in evaluation.items if item.status in ("undetermined", "no-rule-in-force")),
        *(_of_finding(finding, evaluation.checked_on) for finding in evaluation.findings),
        *_of_interview(evaluation.interview),
    ]
    return tuple(named_apart(found))


def named_apart(found: Iterable[Concern]) -> Iterator[Concern]:
    """The same, the second of a name as `history-gap/maria/2`."""
    seen = Counter[str]()
    for each in found:
        seen[each.name] += 1
        number = seen[each.name]
        yield each if number == 1 else replace(each, name=f"{each.name}/{number}")


def _of_item(item: Item) -> Concern:
    return Concern(
        kind="item",
        id=item.id,
        name=item.name,
        level="missing",
        message=_sentences(item.title, item.fault or (_UNSURE if item.unsure else item.reason)),
        person=item.person,
        country=item.country,
        hint=item.prepare,
        facts=_once(
            *(item.missing_facts if item.unsure else ()),
            *_told_first((read.fact for read in (*item.holding_reads, *item.why)), item.person),
        ),
        sources=item.sources,
        state="unsure" if item.unsure else item.holding or "missing",
    )


def _of_undecided(item: Item) -> Concern:
    return Concern(
        kind="undecided",
        id=item.id,
        name=item.name,
        level="undecided",
        message=_sentences(item.title, item.reason),
        person=item.person,
        country=item.country,
        hint=item.prepare,
        facts=_once(*item.missing_facts, *_told_first((read.fact for read in item.why), item.person)),
        sources=item.sources,
        state=item.status,
    )


def _of_finding(finding: Finding, today: date) -> Concern:
    return Concern(
        kind="finding",
        id=finding.code,
        name=finding.name,
        level=finding.severity,
        message=finding.message,
        person=finding.person,
        hint=finding.prepare,
        facts=_of_a_finding(finding),
        sources=finding.sources,
        state=finding.says,
        words=finding.words,
        months=_months(finding, today),
    )


def _of_a_finding(finding: Finding) -> tuple[str, ...]:
    return _once(*finding.facts, *finding.asks) or ((f"people.{finding.person}",) if finding.person else ())


def _once(*paths: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))


def _of_interview(interview: Interview) -> Iterator[Concern]:
    if interview.likelihood == "undetermined":
        yield Concern(
            kind="interview",
            id="interview",
            name="interview",
            level="undecided",
            message=_NOT_TOLD,
            facts=interview.missing_facts,
            sources=tuple(source for reason in interview.reasons for source in reason.sources),
            state="undetermined",
        )


def _told_first(paths: Iterable[str], person: str | None) -> tuple[str, ...]:
    """The paths, each once, by how much they tell of a person's item: the paper in hand, then the person's own facts.

    What decides every item alike comes last, after the person's own place.
    """
    own = f"people.{person}"

    def rank(path: str) -> int:
        if path.startswith("documents["):
            return 0
        if path.startswith(f"{own}."):
            return 1
        return 4 if path in _OF_THE_WHOLE_FILE else 3 if path == own else 2

    return tuple(sorted(_once(*paths, *([own] if person else [])), key=rank))


def _months(finding: Finding, today: date) -> int | None:
    """How many calendar months a finding is about; None while it goes on: tomorrow it would be more."""
    start, end = finding.start, finding.end
    if start is None or end is None or end.last < start.first or end.last >= today:
        return None
    years = end.last.year - start.first.year
    return years * MONTHS_A_YEAR + end.last.month - start.first.month + 1


def _sentences(title: Text, rest: Text) -> Text:
    return Text(f"{title.en}. {rest.en}", f"{title.fr}. {rest.fr}")
