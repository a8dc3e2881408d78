"""What the two people of a couple say of their marital status, laid side by side.

Separated and married can both be true: two people may see the same marriage differently, and somebody may be separated
from an earlier spouse and live with a common-law partner. So that is a note. Unanswered on one side, only a status
that rules a partner out (single, divorced, widowed, annulled) clashes with being listed as one of a couple. Conjugal
partners can't marry or live together: whatever their statuses say, they are no contradiction.
"""

from collections.abc import Iterator

from ircc_prep.core.review.family import ALONE, COUPLED
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Choice, Someone, Value

KIND = "relationship.kind"


@check("marital-status-clash")
def marital_status_clash(file: File) -> Iterator[Raised]:
    """The applicant beside everyone listed as spouse or partner."""
    applicant = file.applicant
    if applicant is None or file.answers.get(KIND) == "conjugal":
        return
    for partner in file.partners:
        yield from _between(applicant, partner)


def _between(applicant: PersonFile, partner: PersonFile) -> Iterator[Raised]:
    one, other = applicant.person.marital_status, partner.person.marital_status
    paths = tuple(f"{each.path}.marital_status" for each in (applicant, partner) if each.person.marital_status)
    names = {"applicant": Someone(applicant.id), "partner": Someone(partner.id)}
    if one and other and one != other:
        both_true = "separated" in (one, other) and not COUPLED.isdisjoint((one, other))
        statuses = {"status": Choice("marital_status", one), "other_status": Choice("marital_status", other)}
        yield Raised("one-separated" if both_true else "differ", facts=paths, words={**names, **statuses})
        return
    for person in (applicant, partner):
        status = person.person.marital_status
        if status in ALONE:
            words: dict[str, Value] = {**names, "status": Choice("marital_status", status)}
            yield Raised("alone", person.id, facts=(*paths, f"{partner.path}.role"), words=words)
            return  # both give the same status, or the other gives none: once is enough
