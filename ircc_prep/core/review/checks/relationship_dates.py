"""The days of a relationship beside each other, and beside births, the submission and the day of the check.

Only what no reading of the dates allows is raised. Meeting for the first time at the wedding is ordinary. A child who
was born before the couple met is ordinary too, and a note only where nothing in the file speaks of another parent:
no earlier union, no adoption. Who a child's parents are isn't in the file.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.family import FIRST_MET, MARRIED_ON, Couple, couple, day_of
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Choice, Someone, Value, When

# Each of these answers, when it is yes, may be where a child from before comes from.
_ANOTHER_PARENT = (
    "family.earlier_divorce",
    "family.earlier_death",
    "family.earlier_common_law",
    "family.adopted_child",
)


@check("relationship-dates")
def relationship_dates(file: File) -> Iterator[Raised]:
    """The first meeting and the marriage, then each of them beside the people of the couple and their children."""
    met, married = day_of(file, FIRST_MET), day_of(file, MARRIED_ON)
    if met and married and married.before(met):
        words = {"met": When(met), "married": When(married)}
        yield Raised("met-after-marriage", facts=(FIRST_MET, MARRIED_ON), start=married, end=met, words=words)
    if married:
        yield from _marriage(file, married)
    pair = couple(file)
    if pair:
        yield from _before_birth(pair, {FIRST_MET: met, MARRIED_ON: married})
    if pair and met:
        yield from _children(file, met)


def _marriage(file: File, married: PartialDate) -> Iterator[Raised]:
    """A marriage that is still to come. One after submission is the matter of `changed-since-submission`."""
    applicant = file.applicant
    if applicant and applicant.person.marital_status == "married" and file.now.before(married):
        facts = (MARRIED_ON, f"{applicant.path}.marital_status")
        words: dict[str, Value] = {"married": When(married), "status": Choice("marital_status", "married")}
        yield Raised("still-to-come", applicant.id, facts=facts, start=married, end=married, words=words)


def _before_birth(pair: Couple, days: dict[str, PartialDate | None]) -> Iterator[Raised]:
    for person in pair:
        for answer, says in ((FIRST_MET, "met-before-birth"), (MARRIED_ON, "married-before-birth")):
            day, born = days[answer], person.born
            if day and born and day.before(born):
                facts, words = (answer, f"{person.path}.date_of_birth"), {"day": When(day), "born": When(born)}
                yield Raised(says, person.id, facts=facts, start=day, end=born, words=words)


def _children(file: File, met: PartialDate) -> Iterator[Raised]:
    if any(file.answers.get(answer) for answer in _ANOTHER_PARENT):
        return
    earlier = [child for child in file.children if child.born and child.born.before(met)]
    if earlier:
        facts = (FIRST_MET, *(f"{child.path}.date_of_birth" for child in earlier))
        words: dict[str, Value] = {"children": tuple(Someone(child.id) for child in earlier), "met": met}
        yield Raised("child-before-meeting", facts=facts, words=words)
