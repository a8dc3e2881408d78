"""Months of the history for which no address is listed."""

from collections.abc import Iterator

from ircc_prep.core.review.file import File
from ircc_prep.core.review.gaps import gaps
from ircc_prep.core.review.register import Raised, check


@check("address-gap")
def address_gap(file: File) -> Iterator[Raised]:
    """Every gap in the addresses of each adult in the family, within the window that the program's forms ask for."""
    for person in file.family:
        yield from gaps(person.lived, f"{person.path}.stays", file, person)
