"""What would settle an outcome that can't be told yet, and what it would be with each answer."""

from collections.abc import Iterator
from datetime import date

from ircc_prep.core.dates import ONE_DAY, PartialDate
from ircc_prep.core.values import COUNTRY
from ircc_prep.core.why.alternatives import Trial, limits, scale, type_of
from ircc_prep.core.why.answers import at
from ircc_prep.core.why.boundaries import nearest_number
from ircc_prep.core.why.budget import SpentError
from ircc_prep.core.why.parts import Change, Settling

MOST_STRETCHES = 4


def settling(trial: Trial, missing: tuple[str, ...]) -> tuple[tuple[Settling, ...], bool]:
    """Each open fact with the outcome of every answer that makes a difference, and whether the budget was enough."""
    found: list[Settling] = []
    try:
        found.extend(Settling(path, tuple(_outcomes(trial, path))) for path in missing)
    except SpentError:
        return tuple(found), False
    return tuple(found), True


def _outcomes(trial: Trial, path: str) -> Iterator[tuple[Change, str]]:
    kind = type_of(trial.book, path)
    if kind is None:
        return
    if kind.kind == "date":
        yield from _days(trial, path)
    elif kind.kind == "number":
        yield from _numbers(trial, path)
    elif kind.kind == "list":
        yield Change(path, 0), trial.outcome(path, ())
        if kind.of and kind.of.kind == "noun" and kind.of.noun != "document":
            added = Change(path, None, "added")
            yield added, trial.subject.outcome(trial.with_change(added), trial.budget)
    elif kind == COUNTRY:
        *named, other = trial.countries
        usual = trial.outcome(path, other)
        for country in named:
            if (outcome := trial.outcome(path, country)) != usual:
                yield Change(path, country), outcome
        yield Change(path, other, "another"), usual
    else:
        for value in trial.finite(path, kind):
            yield Change(path, value), trial.outcome(path, value)


def _days(trial: Trial, path: str) -> Iterator[tuple[Change, str]]:
    """The stretches of days with one outcome each: the first ones, where there are many."""
    held = at(trial.case, path)
    first, last = (held.first, held.last) if isinstance(held, PartialDate) else limits(trial.case, path, trial.today)
    begins = first
    for _ in range(MOST_STRETCHES):
        if begins > last:
            return
        outcome = trial.outcome(path, PartialDate.on(begins))
        ends = _last_alike(trial, path, begins, last, outcome)
        days = PartialDate(begins, ends)
        if ends == last:
            yield (Change(path, PartialDate.on(begins), "or-later") if begins != first else Change(path, days)), outcome
        elif begins == first:
            yield Change(path, PartialDate.on(ends), "or-earlier"), outcome
        else:
            yield Change(path, days), outcome
        begins = ends + ONE_DAY


def _last_alike(trial: Trial, path: str, begins: date, last: date, outcome: str) -> date:
    """The last day up to which the outcome stays: found by halving, for one change or none in each half."""
    if trial.outcome(path, PartialDate.on(last)) == outcome:
        return last
    low, high = begins, last
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        low, high = (middle, high) if trial.outcome(path, PartialDate.on(middle)) == outcome else (low, middle)
    return low


def _numbers(trial: Trial, path: str) -> Iterator[tuple[Change, str]]:
    least, most, step = scale(path)
    low = trial.outcome(path, least)
    turns = nearest_number(lambda each: trial.outcome(path, each), least, most, step, low)
    if turns is None:
        yield Change(path, least, "or-later"), low
        return
    turn = int(turns) if turns == int(turns) else turns
    below = turn - step
    yield Change(path, int(below) if below == int(below) else below, "or-earlier"), low
    yield Change(path, turn, "or-later"), trial.outcome(path, turn)
