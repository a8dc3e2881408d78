"""The family as the Regulations see it: who forms a couple, what a status says, what the answers say of the two."""

from ircc_prep.core.case import StatusInCanada
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.said import Someone

Couple = tuple[PersonFile, PersonFile]

FIRST_MET, MARRIED_ON = "relationship.first_met", "relationship.married_on"
LIVES_TOGETHER = "relationship.lives_together"

COUPLED = frozenset({"married", "common-law"})
ALONE = frozenset({"single", "divorced", "widowed", "annulled"})  # somebody separated is still a spouse in law
_SETTLED = frozenset({"citizen", "permanent-resident"})


def couple(file: File) -> Couple | None:
    """The applicant and the spouse or partner. None where none or several are listed: nobody can tell who is meant."""
    if file.applicant is None or len(file.partners) != 1:
        return None
    return file.applicant, file.partners[0]


def joined_by(status: str, pair: Couple) -> bool:
    """Whether that status is given for the couple, and neither of them says otherwise."""
    return {each.person.marital_status for each in pair} - {None} == {status}


def day_of(file: File, answer: str) -> PartialDate | None:
    """A date that was answered; None while it isn't."""
    given = file.answers.get(answer)
    return given if isinstance(given, PartialDate) else None


def names_of(pair: Couple) -> dict[str, Someone]:
    """The two in the words of a finding."""
    return {"applicant": Someone(pair[0].id), "partner": Someone(pair[1].id)}


def foreign(person: PersonFile) -> bool:
    """Whether rules on foreign nationals may speak of the person: no citizen or permanent resident (IRPA 2(1))."""
    statuses = (
        span.entry.kind for span in person.status or () if span.ongoing and isinstance(span.entry, StatusInCanada)
    )
    return "CA" not in (person.person.citizenships or ()) and _SETTLED.isdisjoint(statuses)
