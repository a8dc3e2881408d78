"""Months of the personal history in which nothing is listed."""

from collections.abc import Iterator

from ircc_prep.core.review.file import File
from ircc_prep.core.review.gaps import gaps
from ircc_prep.core.review.register import Raised, check


@check("history-gap")
def history_gap(file: File) -> Iterator[Raised]:
    """Every gap in the activities of each adult in the family, within the window that the program's forms ask for."""
    for person in file.family:
        yield from gaps(person.did, f"{person.path}.activities", file, person)
