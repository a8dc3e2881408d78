"""Where on a calendar, or on a scale, an outcome changes: the nearest day or number on each side.

Days are found exactly: a stretch of days of which every day gives the same outcome is passed over whole, any other is
halved. Numbers are found by ever longer steps and then by halving, which finds the one place where there is one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from ircc_prep.core.dates import ONE_DAY, PartialDate

Try = Callable[[PartialDate], str]
TryNumber = Callable[[float], str]


def nearest_day(attempt: Try, first: date, last: date, now: str, *, later: bool) -> date | None:
    """The first day from the near end (`later`: `first`) with another outcome; None where every day gives this one."""
    if first > last or attempt(PartialDate(first, last)) == now:
        return None
    if first == last:
        return first
    middle = first + timedelta(days=(last - first).days // 2)
    halves = ((first, middle), (middle + ONE_DAY, last))
    for start, end in halves if later else reversed(halves):
        found = nearest_day(attempt, start, end, now, later=later)
        if found is not None:
            return found
    return None


def nearest_number(attempt: TryNumber, start: float, end: float, step: float, now: str) -> float | None:
    """The first number from `start` towards `end`, in steps, with another outcome; None where none was met."""
    steps = round(abs(end - start) / step)
    towards = step if end > start else -step
    same, ahead = 0, 1
    while ahead <= steps and attempt(start + ahead * towards) == now:
        same, ahead = ahead, ahead * 2
    if ahead > steps:
        if same == steps or attempt(start + steps * towards) == now:
            return None
        ahead = steps
    while ahead - same > 1:
        middle = (same + ahead) // 2
        same, ahead = (middle, ahead) if attempt(start + middle * towards) == now else (same, middle)
    return start + ahead * towards
