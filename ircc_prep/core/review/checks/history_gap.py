"""Months of the personal history in which nothing is listed.

The forms ask for months, so a gap is at least one whole calendar month that no reading of the dates fills. Where a
date known only by year leaves room for such a month, the finding asks for the month instead.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    common,
    covered,
    months_in,
    uncovered,
    whole_months,
)
from ircc_prep.core.said import Counted, Period


@check("history-gap")
def history_gap(file: File) -> Iterator[Raised]:
    """Every gap in the activities of each adult in the family, within the window that the program's forms ask for."""
    for person in file.family:
        if person.did is not None:
            yield from gaps(person.did, f"{person.path}.activities", file, person)


def gaps(spans: tuple[Span, ...], path: str, file: File, person: PersonFile) -> Iterator[Raised]:
    """Whole months that a lane leaves empty: `gap` where every reading does, `perhaps` where only some do."""
    window = file.history_window(person)
    if window is None:
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
    start, end = (PartialDate.parse(f"{day:%Y-%m}") for day in months)
    return Raised(
        says,
        person.id,
        facts=tuple(span.path for span in lane.beside(months)) or (path,),
        start=start,
        end=end,
        asks=asks,
        words={"period": Period(start, end), "length": Counted(months_in(months), "month")},
    )
