"""A day on which somebody planned to apply, and that is over, in a file that gives no day of submission.

The rules are chosen on that day (contract, section 4), so a plan that wasn't moved on, or a slip of the year, has the
file held against rules that may no longer be in force.
"""

from collections.abc import Iterator

from ircc_prep.core.derive.sending import SENT
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check

PATH = "planned_submission"


@check("planned-day-past")
def planned_day_past(file: File) -> Iterator[Raised]:
    """The planned day, where every reading of it lies before the day of the check."""
    planned = file.case.planned_submission
    if file.case.submitted is not None or planned is None or planned.before(file.now) is not True:
        return
    sent = file.answers.get(SENT) is True
    facts = (PATH, SENT) if sent else (PATH,)
    words = {"day": planned, "today": file.now}
    yield Raised("sent" if sent else "not-sent", facts=facts, start=planned, words=words)
