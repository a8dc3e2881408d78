"""Periods of the case file laid on the calendar, with the room that partial dates leave.

A date known by month or year leaves several readings. Every entry has a longest one (from the first day on which it
may begin to the last on which it may end) and a shortest (the days that belong to it in every reading). All the
longest readings hold together in one reading of the file, and so do all the shortest; so what the longest leave
uncovered is certainly empty, and what the shortest share is certainly shared.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from ircc_prep.core.case import Noun, Period
from ircc_prep.core.dates import ONE_DAY, PartialDate, add_days, add_months, add_years

Days = tuple[date, date]  # first and last, both counted


@dataclass(frozen=True, slots=True)
class Span:
    """One entry on the calendar: its path in the case file, what the file says, and when it began and ended."""

    path: str
    entry: Noun
    start: PartialDate | None
    end: PartialDate  # the day of the check while it goes on
    ongoing: bool

    @property
    def longest(self) -> Days:
        """The days that some reading gives it; from the beginning of the calendar where no first day is given."""
        return (self.start.first if self.start else date.min), self.end.last

    @property
    def shortest(self) -> Days | None:
        """The days that every reading gives it; None where there are none."""
        if self.start is None or self.start.last > self.end.first:
            return None
        return self.start.last, self.end.first

    @property
    def open_dates(self) -> tuple[tuple[str, PartialDate | None], ...]:
        """Its dates that aren't known to the month, with their paths: those a person may be asked to look up."""
        dates = [(f"{self.path}.from", self.start)]
        if not self.ongoing:
            dates.append((f"{self.path}.to", self.end))
        return tuple((path, day) for path, day in dates if day is None or not in_one_month(day))


def in_one_month(day: PartialDate) -> bool:
    """Whether the date is known to the month, as the forms ask for it."""
    return (day.first.year, day.first.month) == (day.last.year, day.last.month)


def spans(path: str, periods: Sequence[Period] | None, today: date) -> tuple[Span, ...] | None:
    """A list of the case file on the calendar, in order of time; None while the list is unanswered."""
    if periods is None:
        return None
    made = (
        Span(f"{path}[{index}]", each, each.start, each.end or PartialDate.on(today), each.end is None)
        for index, each in enumerate(periods)
    )
    return tuple(sorted(made, key=lambda span: (span.longest, repr(span.entry))))  # the order of writing says nothing


def covered(spans: Iterable[Span], *, surely: bool = False) -> list[Days]:
    """The days that the spans cover, as runs in order: in some reading, or `surely` in every one."""
    days = (span.shortest if surely else span.longest for span in spans)
    return merged(each for each in days if each)


def merged(days: Iterable[Days]) -> list[Days]:
    """Runs of days in order, those that touch or overlap joined."""
    runs: list[Days] = []
    for first, last in sorted(days):
        if first > last:
            continue
        if runs and first <= add_days(runs[-1][1], 1):
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return runs


def uncovered(runs: Sequence[Days], window: Days) -> Iterator[Days]:
    """The days of a window that lie outside the runs, which are in order and don't touch."""
    begins = window[0]
    for first, last in runs:
        if last < begins:
            continue
        if first > window[1]:
            break
        if first > begins:
            yield begins, first - ONE_DAY
        begins = add_days(last, 1)
    if begins <= window[1]:
        yield begins, window[1]


def common(one: Sequence[Days], other: Sequence[Days]) -> Iterator[Days]:
    """The days that two lists of runs share; each list in order and without overlaps."""
    left = right = 0
    while left < len(one) and right < len(other):
        first, last = max(one[left][0], other[right][0]), min(one[left][1], other[right][1])
        if first <= last:
            yield first, last
        if one[left][1] < other[right][1]:
            left += 1
        else:
            right += 1


def first_shared(days: Days, runs: Sequence[Days]) -> Days | None:
    """The days shared with the first run that reaches them; the runs are in order and don't touch."""
    index = bisect_left(runs, days[0], key=lambda run: run[1])
    if index == len(runs) or runs[index][0] > days[1]:
        return None
    return max(days[0], runs[index][0]), min(days[1], runs[index][1])


def whole_months(days: Days) -> Days | None:
    """The whole calendar months among the days: the forms ask for months, so nothing shorter shows as a gap."""
    first, last = days
    begins = first if first.day == 1 else add_months(first.replace(day=1), 1)
    ends = add_months(add_days(last, 1).replace(day=1), 0) - ONE_DAY
    return (begins, ends) if begins <= ends else None


def months_in(days: Days) -> int:
    """How many calendar months the days touch."""
    first, last = days
    return (last.year - first.year) * 12 + last.month - first.month + 1


def by_month(days: Days) -> tuple[PartialDate, PartialDate]:
    """The months in which the days begin and end, as the forms ask for dates."""
    first, last = (PartialDate.parse(f"{day:%Y-%m}") for day in days)
    return first, last


def longer_than(days: Days, months: int) -> bool:
    """Whether the days are more than so many calendar months: 15 March to 14 May is two, and the day after is more."""
    return days[1] >= add_months(days[0], months)


def length(days: Days) -> int:
    """How many days, both ends counted."""
    return (days[1] - days[0]).days + 1


def shared(one: Span, other: Span) -> Days | None:
    """The days that both certainly cover; None where some reading keeps them apart."""
    if one.shortest is None or other.shortest is None:
        return None
    first, last = max(one.shortest[0], other.shortest[0]), min(one.shortest[1], other.shortest[1])
    return (first, last) if first <= last else None


def overlapping(one: Sequence[Span], other: Sequence[Span]) -> Iterator[tuple[Span, Span, Days]]:
    """Every pair, one from each list, that certainly shares days; in time that grows with the entries and the pairs."""
    lasting: list[Span] = []
    waiting = sorted((span for span in other if span.shortest), key=lambda span: span.shortest or ())
    following = iter([*waiting, None])
    upcoming = next(following)
    for span in sorted((span for span in one if span.shortest), key=lambda span: span.shortest or ()):
        begins, ends = span.shortest or (date.max, date.min)
        lasting = [each for each in lasting if each.shortest and each.shortest[1] >= begins]
        while upcoming is not None and upcoming.shortest and upcoming.shortest[0] <= ends:
            lasting.append(upcoming)
            upcoming = next(following)
        for each in lasting:
            if (days := shared(span, each)) is not None:
                yield span, each, days


def overlapping_pairs(spans: Sequence[Span]) -> Iterator[tuple[Span, Span, Days]]:
    """Every two spans of one list that certainly share days, the earlier first."""
    lasting: list[Span] = []
    for span in sorted((span for span in spans if span.shortest), key=lambda span: span.shortest or ()):
        begins = span.shortest[0] if span.shortest else date.max
        lasting = [each for each in lasting if each.shortest and each.shortest[1] >= begins]
        for each in lasting:
            if (days := shared(each, span)) is not None:
                yield each, span, days
        lasting.append(span)


def _ending_later(one: Span, other: Span) -> Span:
    return other if other.end.last > one.end.last else one


class Lane:
    """A person's spans of one kind in order, searched by day without reading them all."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: span.longest)
        self._starts = [span.longest[0] for span in self.spans]
        self._latest: list[Span] = list(accumulate(self.spans, _ending_later))
        dated = ((day, path) for span in self.spans for path, day in span.open_dates)
        self._open = sorted(((day.first, day.last, path) for day, path in dated if day), key=lambda each: each[0])
        self._undated = [path for span in self.spans for path, day in span.open_dates if day is None]

    def beside(self, days: Days) -> tuple[Span, ...]:
        """The entry that ended last before the days, and the one that began first after them."""
        index = bisect_right(self._starts, days[0])
        return (*self._latest[index - 1 : index][:1], *self.spans[index : index + 1])

    def deciding(self, days: Days) -> tuple[str, ...]:
        """The paths of dates, not known to the month, that may lie among the days or beside them."""
        first, last = add_days(days[0], -1), add_days(days[1], 1)
        earliest = bisect_left(self._open, add_years(first, -1), key=lambda each: each[0])
        latest = bisect_right(self._open, last, key=lambda each: each[0])
        near = (path for _, ends, path in self._open[earliest:latest] if ends >= first)
        return (*near, *self._undated)
