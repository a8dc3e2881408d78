"""A sponsorship without a sponsor among the people of the case.

Somebody in Canada sponsors the applicant (IRPA 13(1), IRPR 130), and the program asks papers of that person; while
nobody is listed as sponsor, none of them stand in the list. A program asks for a sponsor where a requirement is for
each of the `sponsors`. The private sponsors of refugees are groups, of whom no paper is asked here. Where the sponsor
is the spouse and the marital status says that there is one, `spouse-not-listed` tells the same.
"""

from collections.abc import Iterator

from ircc_prep.core.review.checks.spouse_not_listed import SPONSOR
from ircc_prep.core.review.family import COUPLED
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check

ALL_SPONSORS = "sponsors"  # the name of everybody with that role, in the checklists


@check("sponsor-not-listed")
def sponsor_not_listed(file: File) -> Iterator[Raised]:
    """The roles of the people beside the requirements that are for sponsors."""
    applicant = file.applicant
    if applicant is None or not _asks_sponsors(file) or file.case.with_roles((SPONSOR,)):
        return
    if file.review.couple == SPONSOR and applicant.person.marital_status in COUPLED:
        return
    yield Raised("nobody", applicant.id, facts=("people",))


def _asks_sponsors(file: File) -> bool:
    return any(requirement.for_each.person == ALL_SPONSORS for requirement in file.requirements.values())
