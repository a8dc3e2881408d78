"""The smallest changes of the answers that would give another outcome: of one answer, else of two.

Where the deciding answers stay, the outcome does. So one of them is in every change; the others needn't be tried, but
for the days that something else stands in for when they aren't given.
"""

from collections.abc import Iterator
from dataclasses import replace

from ircc_prep.core.discretion import kept_back
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.why.alternatives import Trial, type_of
from ircc_prep.core.why.answers import answers_in, at
from ircc_prep.core.why.budget import SpentError
from ircc_prep.core.why.deciding import deciding
from ircc_prep.core.why.parts import OPEN, Change, Flip

# Without the one, the next stands in: submitted, planned, the day of the check.
STOOD_IN_FOR = ("stream", "submitted", "planned_submission", "interview.date")
MOST_PAIRS = 6
NO_RULE = "no-rule-in-force"  # a day before our rules begin tells nothing of the result


def flips(trial: Trial, facts: tuple[str, ...], now: str) -> tuple[tuple[Flip, ...], bool]:
    """The smallest flips, and whether all of that size were looked for."""
    found: list[Flip] = []
    try:
        found.extend(_single(trial, _candidates(trial, facts), now))
        found.extend(_opening(trial, _candidates(trial, facts), now))
        if not found:
            for flip in _pairs(trial, facts, now):
                found += [flip] if flip not in found else []
                if len(found) == MOST_PAIRS:
                    return _fewest(found), False
    except SpentError:
        return _fewest(found), False
    return _fewest(found), True


def _fewest(found: list[Flip]) -> tuple[Flip, ...]:
    """Those with the fewest changes."""
    fewest = min((len(flip.changes) for flip in found), default=0)
    return tuple(flip for flip in found if len(flip.changes) == fewest)


def _candidates(trial: Trial, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The deciding answers, and the days that chose the rule; never one that no output shows."""
    by_day = trial.subject.kind != "finding"  # what is noticed in a file is no question of the day of a rule
    stood_in = [path for path in STOOD_IN_FOR if by_day and at(trial.case, path) is not None]
    untold = untold_answers(trial.book)
    return tuple(path for path in dict.fromkeys((*facts, *stood_in)) if path not in untold)


def untold_answers(book: Rulebook) -> frozenset[str]:
    """The answers that no output shows."""
    return frozenset(each.question.fact for each in book.questions if kept_back(each.question))


def _single(trial: Trial, facts: tuple[str, ...], now: str) -> Iterator[Flip]:
    for path in facts:
        for change, outcome in trial.different(path, now):
            if outcome != NO_RULE and trial.holds(change, outcome):
                yield Flip((change,), outcome)


def _opening(trial: Trial, facts: tuple[str, ...], now: str) -> Iterator[Flip]:
    """The choices with which other answers, that aren't given yet, would decide it."""
    for change in _choices(trial, facts):
        if trial.valid((change,)) and trial.subject.outcome(trial.with_change(change), trial.budget) == OPEN != now:
            yield Flip((change,), OPEN)


def _pairs(trial: Trial, facts: tuple[str, ...], now: str) -> Iterator[Flip]:
    """A change that alone makes no difference, with one that then does."""
    seen: set[frozenset[str]] = set()
    for first in _choices(trial, _candidates(trial, facts)):
        changed = replace(trial, case=trial.with_change(first))
        if trial.subject.outcome(changed.case, trial.budget) != now:
            continue
        after, _ = deciding(trial.subject, changed.case, now, trial.budget)
        rest = tuple(path for path in _candidates(changed, after) if path != first.fact)
        for flip in _single(changed, rest, now):
            changes = (first, *flip.changes)
            key = frozenset(f"{change.fact} {change.how} {change.value}" for change in changes)
            if key not in seen and trial.valid(changes):
                seen.add(key)
                yield _without_the_first(trial, Flip(changes, flip.outcome), now)


def _without_the_first(trial: Trial, pair: Flip, now: str) -> Flip:
    """The second change alone, where that is enough: what a finding names isn't all that it rests on."""
    outcome = trial.subject.outcome(trial.with_changes(pair.changes[1:]), trial.budget)
    return pair if outcome in (now, OPEN) else Flip(pair.changes[1:], outcome)


def _choices(trial: Trial, facts: tuple[str, ...]) -> Iterator[Change]:
    """Changes to choices; a day or an amount has too many to go through."""
    told = answers_in(trial.case)
    for path in facts:
        found = type_of(trial.book, path)
        if found and path in told and (found.kind == "bool" or found.options):
            for value in trial.finite(path, found):
                yield Change(path, value)
