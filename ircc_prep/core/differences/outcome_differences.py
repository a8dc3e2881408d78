"""What follows differently: two evaluations laid side by side, of two versions of a case or under two packs.

Everything that an evaluation holds is compared but the facts that a line was read from: those are the answers
themselves, and `case_differences` tells of them. A difference names the changed answers that it rests on.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from ircc_prep.core.differences.case_differences import CaseDifferences, Change, case_differences
from ircc_prep.core.differences.findings import pairs_of_findings
from ircc_prep.core.differences.matching import entry_at
from ircc_prep.core.differences.sides import Saying, Side
from ircc_prep.core.result import Evaluation, Figure, Finding, Guidance, Interview, Item, OfficerQuestion, OpenQuestion

Kind = TypeVar("Kind")
# Of what differs in a result, what is its outcome; the rest are its words, sources and reasons.
_DECISIVE = frozenset(
    {"status", "holding", "likelihood", "severity", "says", "start", "end", "low", "high", "threshold", "urgent"}
)

_WHICH_PAPER = re.compile(r"documents\[\d+\]\.(item|person|country)")


@dataclass(frozen=True, slots=True)
class Difference(Generic[Kind]):
    """One result of two evaluations; `old` or `new` is None where there was or is none.

    `changed` names what differs where both are there: `status`, `reason`, `sources` …, as in the result. `rests_on`
    are the changed answers without each of which it wouldn't differ so (see `causes`); where there is no such answer,
    those that it was read from, on either side.
    """

    old: Kind | None
    new: Kind | None
    changed: tuple[str, ...] = ()
    rests_on: tuple[Change, ...] = ()

    @property
    def any(self) -> Kind:
        """The new result, or the old one where there is none any more."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise ValueError("a difference has at least one side")
        return found

    @property
    def idle(self) -> bool:
        """Whether it is an item that came or went and isn't needed: there is nothing to do, with it or without."""
        return not self.changed and isinstance(self.any, Item) and self.any.status == "not-needed"

    @property
    def decisive(self) -> bool:
        """Whether the outcome itself is another one, not its words, sources or reasons alone."""
        return not _DECISIVE.isdisjoint(self.changed) if self.changed else not self.idle


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Everything that follows differently from `old` to `new`, two evaluations."""

    old: Evaluation
    new: Evaluation
    items: tuple[Difference[Item], ...]
    interview: Difference[Interview] | None
    findings: tuple[Difference[Finding], ...]
    figures: tuple[Difference[Figure], ...]
    officer_questions: tuple[Difference[OfficerQuestion], ...]
    guidance: tuple[Difference[Guidance], ...]
    open_questions: tuple[Difference[OpenQuestion], ...]

    @property
    def verdicts(self) -> tuple[Difference[Any], ...]:
        """Items, the interview, findings and figures: what a reader acts on."""
        return (*self.items, *((self.interview,) if self.interview else ()), *self.findings, *self.figures)

    @property
    def every(self) -> tuple[Difference[Any], ...]:
        """All of them."""
        return (*self.verdicts, *self.officer_questions, *self.guidance, *self.open_questions)

    @property
    def decisive(self) -> bool:
        """Whether a verdict is another one: a status, a holding, a point that is raised, a figure, a likelihood."""
        return any(each.decisive for each in self.verdicts)

    def each(self, told: Callable[[Difference[Any]], Difference[Any] | None]) -> "Outcomes":
        """Every difference as `told` has it, without those that it has none for."""
        lists = ("items", "findings", "figures", "officer_questions", "guidance", "open_questions")
        made: dict[str, Any] = {name: tuple(filter(None, map(told, getattr(self, name)))) for name in lists}
        return replace(self, **made, interview=told(self.interview) if self.interview else None)


def outcome_differences(old: Evaluation, new: Evaluation, answers: CaseDifferences | None = None) -> Outcomes:
    """What follows differently in `new`, compared with `old`. Results that are gone stand last among their kind.

    `answers` are the differences of the two cases, where they were worked out already: from the files as they are, and
    not as the evaluations know them. Pure: two evaluations of one case under one pack on one day differ in nothing.
    """
    return _Comparison(old, new, answers or case_differences(old.case, new.case)).outcomes()


class _Comparison:
    def __init__(self, old: Evaluation, new: Evaluation, answers: CaseDifferences) -> None:
        self.old, self.new = Side(old, answers.together), Side(new, None)
        self.changes = answers.changes

    def outcomes(self) -> Outcomes:
        old, new = self.old.evaluation, self.new.evaluation
        items = self._pairs(old.items, new.items)
        figures = self._pairs(old.figures, new.figures)
        asked = self._pairs(old.officer_questions, new.officer_questions)
        advice = self._pairs(old.guidance, new.guidance)
        open_questions = self._pairs(old.open_questions, new.open_questions)
        return Outcomes(
            old,
            new,
            items=self._differing(items, Side.item),
            interview=next(iter(self._differing([(old.interview, new.interview)], Side.interview)), None),
            findings=self._differing(pairs_of_findings(self.old, self.new), Side.finding),
            figures=self._differing(figures, Side.figure),
            officer_questions=self._differing(asked, Side.officer_question),
            guidance=self._differing(advice, Side.guidance),
            open_questions=self._differing(open_questions, Side.open_question),
        )

    def _pairs(self, old: Sequence[Kind], new: Sequence[Kind]) -> Iterator[tuple[Kind | None, Kind | None]]:
        """Results of one name in pairs, one after the other where several have it; those that are gone last."""
        waiting: dict[Hashable, list[Kind]] = {}
        for each in old:
            waiting.setdefault(self.old.name(each), []).append(each)
        for each in new:
            alike = waiting.get(self.new.name(each))
            yield (alike.pop(0) if alike else None), each
        yield from ((each, None) for left in waiting.values() for each in left)

    def _differing(
        self, pairs: Iterable[tuple[Kind | None, Kind | None]], saying: Callable[[Side, Kind], Saying]
    ) -> tuple[Difference[Kind], ...]:
        found = []
        for old, new in pairs:
            changed: tuple[str, ...] = ()
            if old is not None and new is not None:
                before, after = saying(self.old, old), saying(self.new, new)
                changed = tuple(name for name in after if before[name] != after[name])
                if not changed:
                    continue
            found.append(Difference(old, new, changed, self._behind(old, new)))
        return tuple(found)

    def _behind(self, old: Any, new: Any) -> tuple[Change, ...]:
        was, now = frozenset(self.old.facts(old)), frozenset(self.new.facts(new))
        read = frozenset(map(self.old.path, was)) | now  # as the newer version has them
        found = tuple(
            each
            for each in self.changes
            if _touches(each.old_path, was) or _touches(each.new_path, now) or self._list_of(each) in read
        )
        # A gap is read from the entries on both sides of it, and opened by the one that was between them.
        lists = {fact[: fact.rfind("[")] for fact in read if "[" in fact}
        return found or tuple(each for each in self.changes if self._list_of(each) in lists)

    def _list_of(self, change: Change) -> str | None:
        """The list that an entry or person came into or went out of, as the newer version has it; None for the rest.

        What comes or goes can matter by being there no more: a gap has no entry that it could be read from.
        """
        path = change.path
        if None not in (change.old_path, change.new_path):
            return None
        above = path.rpartition("[")[0] or path.rpartition(".")[0]
        return above if change.new_path else self.old.path(above)


def _touches(path: str | None, facts: Collection[str]) -> bool:
    """Whether one of the facts is what changed, lies in it, or is its entry; which paper it is counts for all of it."""
    if path is None:
        return False
    entry = entry_at(path)
    within = entry if _WHICH_PAPER.fullmatch(path) else path
    return any(fact in (path, entry) or fact.startswith((f"{within}.", f"{within}[")) for fact in facts)
