"""An applicant who is married or in a common-law union, and no spouse or partner among the people of the case.

Everyone in the family is named in an application, coming along or not (IRPR 10(2)(a)). For permanent residence the
omission can't be mended later: who wasn't examined is shut out of a sponsorship (IRPR 117(9)(d)), and at landing both
must be shown to meet the rules (IRPR 51). Where a spouse or partner is the sponsor, it is the sponsor who is missed;
at a landing the sponsor may have been the spouse, so with one in the case nothing is raised. The sponsor of a parent
or a child is nobody's spouse. Somebody separated is left alone: which spouses stay in the file then is for the forms
to ask.
"""

from collections.abc import Iterator

from ircc_prep.core.review.family import COUPLED
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Choice

SPONSOR = "sponsor"


@check("spouse-not-listed")
def spouse_not_listed(file: File) -> Iterator[Raised]:
    """The applicant's marital status beside the roles of the others."""
    applicant = file.applicant
    status = applicant.person.marital_status if applicant else None
    if applicant is None or status not in COUPLED or _listed(file):
        return
    sponsored = file.review.couple == SPONSOR
    says = SPONSOR if sponsored else "permanent" if file.towards_residence else "temporary"
    words = {"status": Choice("marital_status", status)}
    yield Raised(says, applicant.id, facts=(f"{applicant.path}.marital_status",), words=words)


def _listed(file: File) -> bool:
    """Whether somebody is listed who is, or at a landing may be, the spouse or partner."""
    perhaps = SPONSOR if file.leads_to == "landing" else file.review.couple
    roles = (SPONSOR,) if file.review.couple == SPONSOR else ("spouse-or-partner", perhaps)
    return bool(file.case.with_roles(roles))
