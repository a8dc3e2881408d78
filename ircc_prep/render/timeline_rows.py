"""Which entries of a lane share a row: those that can follow one another in some reading of their dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from ircc_prep.render.timeline_parts import Days, TimelineBar

_MOST_ROWS = 4  # what overlaps more than that is drawn over one another
_ONE_DAY = timedelta(days=1)


def packed(bars: Sequence[TimelineBar]) -> list[list[TimelineBar]]:
    """The bars in as few rows as hold them; days that two of one row may both have had are shared out."""
    return [list(_parted(row)) for row in _rows(bars)]


def _core(bar: TimelineBar) -> Days:
    """What a bar is sure to take up to the day; the middle of what it may take up where nothing is."""
    if bar.shortest:
        return bar.shortest
    first, last = bar.sure or (bar.first, bar.last)
    middle = first + (last - first) // 2
    return middle, middle


def _rows(bars: Sequence[TimelineBar]) -> list[list[TimelineBar]]:
    """The bars in as few rows as hold them without a certain overlap."""
    rows: list[list[TimelineBar]] = []
    for bar in sorted(bars, key=_core):
        free = (row for row in rows if _core(row[-1])[1] < _core(bar)[0])
        row = next(free, None)
        if row is not None:
            row.append(bar)
        elif len(rows) < _MOST_ROWS:
            rows.append([bar])
        else:
            rows[-1].append(bar)
    return rows


def _parted(row: Sequence[TimelineBar]) -> Iterator[TimelineBar]:
    """The bars of a row, the days that two of them may both have shared out between them."""
    first = row[0].first
    for bar, following in pairwise(row):
        last, begins = bar.last, following.first
        ends, starts = _core(bar)[1], _core(following)[0]
        if last >= begins and ends < starts:
            shared = max(begins, ends), min(last, starts)
            last = shared[0] + (shared[1] - shared[0]) // 2
            begins = min(last + _ONE_DAY, starts)
        yield replace(bar, first=first, last=last)
        first = begins
    yield replace(row[-1], first=first)
