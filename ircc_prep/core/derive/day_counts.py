"""Counting days in Canada from runs of days: pure arithmetic, in time that grows with the runs, not with the days."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from ircc_prep.core.dates import ONE_DAY, add_days, add_years
from ircc_prep.core.review.timeline import Days, common, length, merged, uncovered

WINDOW_YEARS = 5  # Citizenship Act 5(1)(c)(i), IRPA 28(1)
MOST_HALF_DAYS = 365  # Citizenship Act 5(1.001)(a): what half days can add up to
ALWAYS = (date.min, date.max)


class Tally:
    """How many days of some runs lie in a window, found without reading the runs again."""

    def __init__(self, runs: Sequence[Days]) -> None:
        self._runs = runs
        self._firsts = [first for first, _ in runs]
        self._before = [0, *accumulate(length(run) for run in runs)]

    def within(self, window: Days) -> int:
        """The days of the runs in the window, both ends counted; none where it ends before it begins."""
        first, last = window
        return self._until(last) - self._until(add_days(first, -1)) if first <= last else 0

    def _until(self, day: date) -> int:
        index = bisect_right(self._firsts, day)
        if not index:
            return 0
        over = max((self._runs[index - 1][1] - day).days, 0)
        return self._before[index] - over


def without(runs: Sequence[Days], others: Sequence[Days]) -> list[Days]:
    """The days of the runs that lie in none of the others; all in order and without overlaps."""
    return list(common(runs, list(uncovered(others, ALWAYS))))


def spent_away(journeys: Iterable[Days]) -> list[Days]:
    """The days that lie wholly in journeys: those with a night away before them and a night away after them.

    So the day of leaving and the day of coming back are none of them. Journeys that share a day are one journey: that
    day is taken as one of changing planes, not as one at home.
    """
    nights = merged((first, add_days(last, -1)) for first, last in journeys)
    return [(first + ONE_DAY, last) for first, last in nights if first < last]


def present(
    lived: Iterable[Days], elsewhere: Iterable[Days], visits: Iterable[Days], away: Iterable[Days]
) -> list[Days]:
    """The days on which somebody was in Canada, counted the stricter way where what is said doesn't agree.

    They lived there or visited, and they weren't away; while they lived elsewhere only a visit counts.
    """
    elsewhere, away = list(elsewhere), list(away)
    at_home = without(merged(lived), spent_away([*elsewhere, *away]))
    return without(merged([*at_home, *visits]), spent_away(away))


def five_years_before(day: date) -> Days:
    """The five years immediately before a day, which isn't one of them: from 1 April 2013 to 31 March 2018.

    The first is the day of the same number, the month's last where there is none (Interpretation Act, section 28).
    """
    return add_years(day, -WINDOW_YEARS), add_days(day, -1)


def half_credit(days: int) -> float:
    """Half a day for each, up to a maximum of 365 days; a whole number as such."""
    credit = min(days / 2, MOST_HALF_DAYS)
    return int(credit) if credit == int(credit) else credit


def days_possible(tally: Tally, permanent: Days, day: date) -> int:
    """The days in Canada since becoming a permanent resident, and those left of the five years that began then.

    After five years nothing is left, and only the last five count. `permanent` is from becoming one to the last day as
    one; whoever is none any more on the day has nothing left either.
    """
    became, ended = permanent
    if became > ended:
        return 0
    opens, closes = five_years_before(day)
    counted = tally.within((max(became, opens), min(ended, closes)))
    left = (add_years(became, WINDOW_YEARS) - max(became, day)).days if ended >= day else 0
    return counted + max(left, 0)
