"""Deciding an outcome while some facts are open, exactly: the outcome that every completion agrees on, or none yet.

Three-valued evaluation alone says *can't tell* too often: a date read twice, a condition and its opposite. So where it
can't tell, the open facts are filled in. Two completions that disagree prove the outcome open; only where they agree
is every completion tried, a date month by month and then day by day. Facts without a finite set of values (an amount,
a list) stay open, and past `BUDGET` evaluations the answer is *can't tell*, which is never wrong.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from ircc_prep.core.dates import ONE_DAY, PartialDate, add_months
from ircc_prep.core.facts import Facts
from ircc_prep.core.values import Type

BUDGET = 2000
Outcome = Hashable  # None is *open*
Run = Callable[[Facts], Outcome]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome, the facts it rests on, and while it is open those that would decide it, the most decisive first."""

    outcome: Any
    reads: tuple[tuple[str, Any], ...]
    missing: tuple[str, ...]


def settle(run: Run, facts: Facts, near: Run | None = None) -> Verdict:
    """The outcome on which every completion of the open facts agrees; `outcome` None and `missing` while they don't.

    `near` gives the same outcome and notes only what it hangs on, where `run` notes more: what it doesn't note is not
    tried.
    """
    outcome, reads, open_facts = _settled(run, facts)
    if outcome is not None:
        return Verdict(outcome, tuple(reads.items()), ())
    return Verdict(None, tuple(reads.items()), _decisive(near or run, facts, open_facts, reads))


def outcome_of(run: Run, facts: Facts) -> Any:
    """The outcome alone: to look for what would decide it takes far longer."""
    return _settled(run, facts)[0]


def _settled(run: Run, facts: Facts) -> tuple[Any, Mapping[str, Any], Mapping[str, Type]]:
    outcome, reads, open_facts = _observe(run, facts)
    if outcome is None and not _corners_disagree(run, facts, open_facts, reads):
        outcome = _Exhaustion(run).outcome(facts)
    return outcome, reads, open_facts


def completions(type: Type, value: Any) -> tuple[Any, ...]:
    """The next narrower values of an open fact, together all it can be; empty where there is no finite set."""
    if type.kind == "bool":
        return (True, False)
    if type.options:
        return type.options
    if type.kind == "date" and value is not None:
        return tuple(_narrower(value))
    return ()


def _narrower(day: PartialDate) -> Iterator[PartialDate]:
    if (day.first.year, day.first.month) == (day.last.year, day.last.month):
        current = day.first
        while current <= day.last:
            yield PartialDate.on(current)
            current += ONE_DAY
        return
    first = day.first
    while first <= day.last:
        following = add_months(date(first.year, first.month, 1), 1)
        yield PartialDate(first, min(following - ONE_DAY, day.last))
        first = following


def _extremes(type: Type, value: Any) -> tuple[Any, ...]:
    """Values far apart, tried first because they disagree soonest."""
    if type.kind == "date" and value is not None:
        return (PartialDate.on(value.first), PartialDate.on(value.last))
    return completions(type, value)


def _observe(run: Run, facts: Facts) -> tuple[Any, Mapping[str, Any], Mapping[str, Type]]:
    with facts.recording() as (reads, open_facts):
        outcome = run(facts)
    return outcome, reads, open_facts


def _corners(open_facts: Mapping[str, Type], reads: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Completions with every open fact at its first, and at its last, extreme; facts without a finite set stay open.

    Then with every period at its longest, and at its shortest: what is asked of periods is mostly how long they were.
    """
    extremes = {path: _extremes(type, reads.get(path)) for path, type in open_facts.items()}
    usable = {path: values for path, values in extremes.items() if values}
    if not usable:
        return []
    periods = any(path.endswith(".from") for path in usable)
    pairs = ((0, 0), (-1, -1), (0, -1), (-1, 0)) if periods else ((0, 0), (-1, -1))
    return [
        {path: values[start if path.endswith(".from") else rest] for path, values in usable.items()}
        for start, rest in pairs
    ]


def _corners_disagree(run: Run, facts: Facts, open_facts: Mapping[str, Type], reads: Mapping[str, Any]) -> bool:
    outcomes = {_observe(run, facts.with_values(corner))[0] for corner in _corners(open_facts, reads)}
    return len(outcomes - {None}) > 1


class _Exhaustion:
    """Tries every completion, stopping at the first disagreement or when the budget is spent."""

    def __init__(self, run: Run) -> None:
        self.run, self.left = run, BUDGET

    def outcome(self, facts: Facts) -> Any:
        self.left -= 1
        outcome, reads, open_facts = _observe(self.run, facts)
        if outcome is not None or self.left < 0:
            return outcome
        for path, type in open_facts.items():
            values = completions(type, reads[path])
            if values:
                return self.common(facts.with_values({path: value}) for value in values)
        return None

    def common(self, completed: Iterable[Facts]) -> Any:
        """The outcome of all of them; None at the first that is open or differs."""
        agreed = None
        for facts in completed:
            outcome = self.outcome(facts)
            if outcome is None or agreed not in (None, outcome):
                return None
            agreed = outcome
        return agreed


def _decisive(run: Run, facts: Facts, open_facts: Mapping[str, Type], reads: Mapping[str, Any]) -> tuple[str, ...]:
    """The open facts that can still change the outcome; first those that settle it alone, whatever the answer is.

    Their extremes are tried, and every month or day between them only where no fact's extremes make a difference.
    """
    bases = [_Base(run, facts, base) for base in ({}, *_corners(open_facts, reads))]
    unbounded = [path for path, type in open_facts.items() if not _extremes(type, reads.get(path))]
    for narrow in (_extremes, completions):
        alone: list[str] = []
        together: list[str] = []
        for path, type in open_facts.items():
            candidates = narrow(type, reads.get(path))
            bare, *others = (partial(base.outcomes, path, candidates) for base in bases)
            by_itself = bare()
            if len(by_itself) > 1 or any(len(outcomes()) > 1 for outcomes in others):
                (together if None in by_itself else alone).append(path)
        if alone or together:
            return (*alone, *together, *unbounded)
    return tuple(unbounded or open_facts)


@dataclass
class _Base:
    """A view with some open facts filled in, in which others are tried one at a time."""

    run: Run
    facts: Facts
    values: Mapping[str, Any]

    @cached_property
    def seen(self) -> tuple[Any, Mapping[str, Any]]:
        """The outcome as it stands, and what it hangs on."""
        return _observe(self.run, self.facts.with_values(self.values))[:2]

    def outcomes(self, path: str, candidates: Sequence[Any]) -> set[Any]:
        """The outcomes with each of these values; what isn't read can't change anything."""
        if not candidates or path not in self.seen[1]:
            return {self.seen[0]} if candidates else set()
        return {_observe(self.run, self.facts.with_values({**self.values, path: each}))[0] for each in candidates}
