"""A list of statuses in which permanent residence doesn't stand once, where its days are counted.

Without an entry there are no days to count; for the residency obligation the five years begin with the one entry (IRPA
28(2)(b)), so two entries leave the count open too. For citizenship two entries can be counted one after the other
(Citizenship Act 5(1)(c)), so nothing is raised.
"""

from collections.abc import Iterator

from ircc_prep.core.review.file import File
from ircc_prep.core.review.permanent import RESIDENCY_DAYS, counted, entries_of, unlisted
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import entries


@check("permanent-residence-unlisted")
def permanent_residence_unlisted(file: File) -> Iterator[Raised]:
    """The applicant's statuses beside the figure that counts days as a permanent resident."""
    person = file.applicant
    if person is None:
        return
    if unlisted(file, person):
        yield Raised("none", person.id, facts=(f"{person.path}.status_in_canada",))
    elif counted(file) == RESIDENCY_DAYS and len(listed := entries_of(person)) > 1:
        paths = tuple(span.path for span in listed)
        yield Raised("several", person.id, facts=paths, words={"listed": entries(paths)})
