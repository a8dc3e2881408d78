"""A day of the interview or arrival that is over, and a letter that is newer than the day it should announce.

Either the day took place, or it was moved or missed; the file doesn't say which. A letter issued after the day
explains the first, so only the letter is raised then. A month in which the day may still lie ahead raises nothing.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File
from ircc_prep.core.review.papers import Papers, meeting, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import When

LETTER = "interview-letter"


@check("interview-past")
def interview_past(file: File) -> Iterator[Raised]:
    """The file's interview, if its day is over or its letter is newer than it."""
    day, principal = file.interview.date, file.applicant
    if day is None:
        return
    letter = newest(Papers(file).of(LETTER, principal.id if principal else None))
    if letter is not None and day.before(letter[1]) is True:
        paper, issued = letter
        yield Raised(
            "letter-after",
            facts=(f"{paper.path}.issued", "interview.date"),
            start=day,
            words={"issued": When(issued), "event": meeting(file), "day": day},
        )
    elif day.before(file.now) is True:
        yield _over(file, day)


def _over(file: File, day: PartialDate) -> Raised:
    return Raised("over", facts=("interview.date",), start=day, words={"event": meeting(file), "day": When(day)})
