"""Addresses in different countries for the same time.

Two months together are ordinary: people keep their parents' address, or the old flat, while they move. Only stays that
share more than two calendar months in every reading of their dates are raised; within one country none are, since an
address for letters and one to live in are no contradiction. For a child it is a note: many have a home with each
parent, or a room at a boarding school.
"""

from collections.abc import Iterator
from operator import ne

from ircc_prep.core.dates import add_years
from ircc_prep.core.review.clashes import clashes
from ircc_prep.core.review.file import ADULT, File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, longer_than
from ircc_prep.core.review.work import place

MOVING_MONTHS = 2


@check("two-homes")
def two_homes(file: File) -> Iterator[Raised]:
    """Every two stays in different countries that certainly share more than two months."""
    for person in file.people:
        homes = [span for span in person.lived or () if place(span) is not None]
        for clash in clashes(homes, place, ne, MOVING_MONTHS):
            yield clash.raised("child" if _as_a_child(person, clash.days) else "two-countries", person.id)


def _as_a_child(person: PersonFile, days: Days) -> bool:
    """Whether the person may have been under 18 but for a move; without a birth date every dependent child may."""
    if person.born is None:
        return person.person.role == "dependent-child"
    grown_up = max(days[0], add_years(person.born.last, ADULT))
    return grown_up > days[1] or not longer_than((grown_up, days[1]), MOVING_MONTHS)
