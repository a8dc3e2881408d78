"""What a deadline doesn't say, since calendars are synced, shown on locked screens and read by others.

A calendar never names anybody. Where even the name of a paper, its source or the advice on it could tell that somebody
asks for protection, or why a permit is asked for, only the kind of the deadline is left; the packet says the rest.
"""

from dataclasses import replace

from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.review.file import File
from ircc_prep.core.review.passports import may_have_no_passport
from ircc_prep.core.rulebook import Rulebook

# Their papers speak of hardship, health, convictions or violence.
_OF_REASONS = ("humanitarian-compassionate", "temporary-resident-permit")


def tells_too_much(book: Rulebook, file: File, deadline: Deadline) -> bool:
    """Whether what the deadline is about has to stay out of a calendar."""
    if file.case.program in _OF_REASONS or file.of_refugees:
        return True
    if any(may_have_no_passport(file, person) for person in file.family):
        return True
    of_safety = {asked.file for asked in book.questions if asked.question.safety}
    lines = [
        *((each.requirement.id, each.file) for each in book.requirements),
        *((each.guidance.id, each.file) for each in book.guidance),
    ]
    return any(id == deadline.subject and file in of_safety for id, file in lines)


def bare(deadline: Deadline) -> Deadline:
    """Its kind, its day, whose it is and how sure it is, and nothing else."""
    return replace(deadline, headline=None, title=None, country=None, advice=None, fault=None, sources=(), bare=True)
