"""Permanent residence in the list of statuses, in programs that count its days.

The days of the residency obligation and of citizenship are counted from that entry (`derive/presence.py`). Whoever
holds the status often forgets to list it among the permits, and the figure is then unknown, or zero.
"""

from ircc_prep.core.case import CanadaStatus
from ircc_prep.core.review.canada import kind_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.timeline import Span

PERMANENT: CanadaStatus = "permanent-resident"
RESIDENCY_DAYS, CITIZENSHIP_DAYS = "residency-days", "citizenship-days"  # figures of the checklists


def counted(file: File) -> str | None:
    """The figure of the program that counts days as a permanent resident; None where there is none."""
    names = {figure.name for figure in file.figures}
    return next((name for name in (RESIDENCY_DAYS, CITIZENSHIP_DAYS) if name in names), None)


def entries_of(person: PersonFile) -> list[Span]:
    """The entries of permanent residence."""
    return [span for span in person.status or () if kind_of(span) == PERMANENT]


def unlisted(file: File, person: PersonFile) -> bool:
    """Whether the days are counted and the applicant's statuses are listed without permanent residence.

    An entry that doesn't say what it is may be the one: the questionnaire asks for that.
    """
    if person is not file.applicant or person.status is None or counted(file) is None:
        return False
    return all(kind_of(span) not in (PERMANENT, None) for span in person.status)
