"""Entries that lie ahead of the day of the check, where a history is asked for.

What can be planned (a move, a job, a course, a trip, a status, a test without scores) and begins within three months is
only noted: the file is ahead of the forms. Journeys are booked earlier, up to about a year ahead, for which airlines
sell their seats. What can't be planned, or lies further off, is a slip of the year. Both limits are ours.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Trip
from ircc_prep.core.dates import PartialDate, add_months
from ircc_prep.core.review.beginnings import beginnings
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import entries

SOON_MONTHS = 3
BOOKED_MONTHS = 12


@check("in-the-future")
def in_the_future(file: File) -> Iterator[Raised]:
    """Everybody's entries of which the day certainly lies ahead: those that can't be true, and those that are plans."""
    for person in file.people:
        ahead = [f"{person.path}.date_of_birth"] if person.born and _lies_ahead(file, person.born) else []
        planned: list[str] = []
        for each in beginnings(person):
            if _lies_ahead(file, each.day):
                months = BOOKED_MONTHS if isinstance(each.entry, Trip) else SOON_MONTHS
                soon = each.day.first <= add_months(file.today, months)
                (planned if soon and each.may_be_planned else ahead).append(each.path)
        yield from _raised("ahead", file, person, ahead)
        yield from _raised("planned", file, person, planned)


def _lies_ahead(file: File, day: PartialDate) -> bool:
    return file.now.before(day) is True


def _raised(says: str, file: File, person: PersonFile, paths: list[str]) -> Iterator[Raised]:
    if paths:
        yield Raised(says, person.id, facts=tuple(paths), words={"entries": entries(paths), "today": file.now})
