"""Medical exams of which the twelve months run out before the person can become a permanent resident.

IRPR 30(3) and 72(1)(e)(iii) want a certificate that rests on an exam “within the previous 12 months” on the day on
which someone enters as, or becomes, a permanent resident. An exam of 3 March counts to 3 March. After eleven months
with nothing decided there is a month left to ask IRCC. Raised for those who are to become permanent residents with
this file: not for family who stay behind, citizens, permanent residents, or protected persons, for whom the law has
other rules (IRPR 30(1)(g), 72(1)(e)); nor under the public policy by which people in Canada use an exam of the last
five years; nor where the item itself says that the exam isn't good enough.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Stay
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.family import foreign
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Paper, Papers, meeting, meeting_ahead, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import in_one_month
from ircc_prep.core.said import Value, When

EXAMS = ("upfront-medical", "medical-exam")
VALID_MONTHS = 12  # IRPR 30(3), 72(1)(e)(iii)
SOON_MONTHS = 11  # leaves a month to ask IRCC and, if it says so, to be examined again
_DONE_OR_EXEMPT = ("landing.ecopr_received", "landing.protected_person")


@check("medical-runs-out")
def medical_runs_out(file: File) -> Iterator[Raised]:
    """Every exam in hand that is, or soon will be, too old for somebody who is to become a permanent resident."""
    if any(file.answers.get(answer) is True for answer in _DONE_OR_EXEMPT):
        return
    papers = Papers(file)
    faulty = {item.person for item in file.items if item.id in EXAMS and item.to_get}
    for person in file.family:
        if person.id in faulty or not _is_to_land(person) or _uses_an_earlier_exam(file, person):
            continue
        if exam := newest([paper for exam in EXAMS for paper in papers.of(exam, person.id)]):
            yield from _age(file, person, *exam)


def _is_to_land(person: PersonFile) -> bool:
    coming = person.person.role == "principal-applicant" or person.person.accompanying is True
    return coming and foreign(person)


def _uses_an_earlier_exam(file: File, person: PersonFile) -> bool:
    return file.answers.get("medical.reuses_earlier_exam") is True and any(
        span.ongoing and isinstance(span.entry, Stay) and span.entry.country == "CA" for span in person.lived or ()
    )


def _age(file: File, person: PersonFile, paper: Paper, examined: PartialDate) -> Iterator[Raised]:
    ends, day = examined.plus_months(VALID_MONTHS), meeting_ahead(file)
    too_old = day is not None and ends.before(day)
    if day is not None and too_old is True:
        yield _raised("before-that-day", person, paper, examined, event=meeting(file), day=day)
    elif day is not None and too_old is None and not in_one_month(examined):
        yield _raised("perhaps", person, paper, examined, event=meeting(file), day=day)
    elif day is not None and file.leads_to == "landing":
        return  # the day on which the person lands lies within the twelve months
    elif ends.before(file.now) is True:
        # Who is about to land can land only from now on; before that, IRCC may still ask for another exam.
        yield _raised("over-at-landing" if file.leads_to == "landing" else "over", person, paper, examined)
    elif examined.plus_months(SOON_MONTHS).before(file.now) is True:
        yield _raised("soon", person, paper, examined)


def _raised(says: str, person: PersonFile, paper: Paper, examined: PartialDate, **more: Value) -> Raised:
    issued = f"{paper.path}.issued"
    return Raised(
        says,
        person.id,
        facts=(issued, "interview.date") if "day" in more else (issued,),
        start=examined,
        asks=(issued,) if says == "perhaps" else (),
        words={"examined": When(examined), "ends": When(examined.plus_months(VALID_MONTHS)), **more},
    )
