"""Entries that can't well be true side by side, found in one pass over the calendar.

Each entry is held against those begun before it, and of these only against the one that goes on longest: whatever
clashes with any of them clashes with that one. So n entries give at most n pairs, however they lie.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ircc_prep.core.review.register import Raised
from ircc_prep.core.review.timeline import Days, Span, by_month, longer_than, shared
from ircc_prep.core.said import EntryAt, Period, Value, entries

Sort = TypeVar("Sort", bound=Hashable)
Pair = tuple[Span, Span, Days]


@dataclass(frozen=True, slots=True)
class Clash:
    """An entry, those that it clashes with, and the days from the first that they share to the last."""

    one: Span
    others: tuple[Span, ...]
    days: Days

    @property
    def spans(self) -> tuple[Span, ...]:
        """Both sides."""
        return (self.one, *self.others)

    def raised(self, says: str, person: str, asks: tuple[str, ...] = ()) -> Raised:
        """The finding, with {one} side, the {others} and the {period} for its words."""
        start, end = by_month(self.days)
        goes_on = self.one.ongoing and any(other.ongoing for other in self.others)
        words: dict[str, Value] = {
            "one": EntryAt(self.one.path),
            "others": entries([span.path for span in self.others]),
            "period": Period(start, None if goes_on else end),
        }
        return Raised(says, person, tuple(span.path for span in self.spans), start, end, asks, words)


def clashes(
    spans: Iterable[Span], sort: Callable[[Span], Sort], exclude: Callable[[Sort, Sort], bool], months: int
) -> Iterator[Clash]:
    """Entries of sorts that exclude each other, where they certainly share more than so many calendar months."""
    return gathered(_pairs(spans, sort, exclude, months))


def _pairs(
    spans: Iterable[Span], sort: Callable[[Span], Sort], exclude: Callable[[Sort, Sort], bool], months: int
) -> Iterator[Pair]:
    longest: dict[Sort, Span] = {}  # of each sort, the one that goes on longest of those begun so far
    certain = [(span.shortest, span) for span in spans if span.shortest]
    for (_, ends), span in sorted(certain, key=lambda each: each[0]):
        own = sort(span)
        rivals = (each for other, each in longest.items() if exclude(own, other))
        found = [(days, each) for each in rivals if (days := shared(each, span)) and longer_than(days, months)]
        if found:
            days, rival = max(found, key=lambda each: each[0])
            yield rival, span, days
        known = longest.get(own)
        if known is None or known.shortest is None or ends > known.shortest[1]:
            longest[own] = span


def gathered(pairs: Iterable[Pair]) -> Iterator[Clash]:
    """The pairs by the entry that stands in most of them: what clashes with many is told once."""
    pairs = list(pairs)
    counts = Counter(span.path for one, other, _ in pairs for span in (one, other))
    groups: dict[str, list[Pair]] = {}
    for one, other, days in pairs:
        pair = (other, one, days) if counts[other.path] > counts[one.path] else (one, other, days)
        groups.setdefault(pair[0].path, []).append(pair)
    for group in groups.values():
        others = {other.path: other for _, other, _ in group}
        days = (min(days[0] for _, _, days in group), max(days[1] for _, _, days in group))
        yield Clash(group[0][0], tuple(others.values()), days)
