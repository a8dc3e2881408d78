"""Whole months that a person's list leaves empty, within the years that the program's history forms ask for.

The forms ask for months, so a gap is at least one whole calendar month that no reading of the dates fills. Where a
date known only by year leaves room for such a month, the finding asks for the month instead. A program whose forms ask
for no whole history has no such window, and no gaps: permit forms have room for a few jobs, not for every month.
"""

from collections.abc import Iterator

from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    by_month,
    common,
    covered,
    months_in,
    uncovered,
    whole_months,
)
from ircc_prep.core.said import Counted, Period


def gaps(spans: tuple[Span, ...] | None, path: str, file: File, person: PersonFile) -> Iterator[Raised]:
    """Whole months that a lane leaves empty: `gap` where every reading does, `perhaps` where only some do."""
    window = file.history_window(person)
    if spans is None or window is None:
        return
    lane = Lane(spans)
    empty = list(uncovered(covered(spans), window))
    for days in empty:
        if months := whole_months(days):
            yield _raised("gap", lane, path, person, months)
    unsure = list(uncovered(covered(spans, surely=True), window))
    for days in common(unsure, list(uncovered(empty, window))):
        asks, months = lane.deciding(days), whole_months(days)
        if asks and months:
            yield _raised("perhaps", lane, path, person, months, asks)


def _raised(says: str, lane: Lane, path: str, person: PersonFile, months: Days, asks: tuple[str, ...] = ()) -> Raised:
    start, end = by_month(months)
    return Raised(
        says,
        person.id,
        facts=tuple(span.path for span in lane.beside(months)) or (path,),
        start=start,
        end=end,
        asks=asks,
        words={"period": Period(start, end), "length": Counted(months_in(months), "month")},
    )
