"""Two trips to different countries at once, neither of them a part of the other.

A journey through several countries is often listed as one long trip and the visits within it, so an entry that may
lie inside another raises nothing. Two that only touch share a day or two of travel; from three days on, a number of
ours, one of the two can't be right.
"""

from collections.abc import Iterator

from ircc_prep.core.review.clashes import gathered
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, length, overlapping_pairs
from ircc_prep.core.review.work import place
from ircc_prep.core.said import EntryAt, entries

SHARED = 3


@check("two-trips-at-once")
def two_trips_at_once(file: File) -> Iterator[Raised]:
    """Trips that certainly were at the same time elsewhere; one that clashes with many is told of once."""
    for person in file.people:
        pairs = overlapping_pairs(person.travelled or ())
        for clash in gathered(pair for pair in pairs if _at_odds(*pair)):
            others = [span.path for span in clash.others]
            yield Raised(
                "overlap",
                person.id,
                facts=(clash.one.path, *others),
                start=clash.one.start,
                end=clash.one.end,
                words={"trip": EntryAt(clash.one.path), "others": entries(others)},
            )


def _at_odds(one: Span, other: Span, days: Days) -> bool:
    if length(days) < SHARED or None in (place(one), place(other)) or place(one) == place(other):
        return False
    return _ends_first(one, other) or _ends_first(other, one)


def _ends_first(one: Span, other: Span) -> bool:
    """Whether it begins and ends before the other does, in every reading, so that neither lies inside the other."""
    if one.start is None or other.start is None:
        return False
    return one.start.last < other.start.first and one.end.last < other.end.first
