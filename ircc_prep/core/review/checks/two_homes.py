"""Addresses in different countries for the same time.

Two months together are ordinary: people keep their parents' address, or the old flat, while they move. Only stays that
share more than two calendar months in every reading of their dates are raised; within one country none are, since an
address for letters and one to live in are no contradiction.
"""

from collections.abc import Iterator
from operator import ne

from ircc_prep.core.review.clashes import clashes
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.work import place

MOVING_MONTHS = 2


@check("two-homes")
def two_homes(file: File) -> Iterator[Raised]:
    """Every two stays in different countries that certainly share more than two months."""
    for person in file.people:
        homes = [span for span in person.lived or () if place(span) is not None]
        for clash in clashes(homes, place, ne, MOVING_MONTHS):
            yield clash.raised("two-countries", person.id)
