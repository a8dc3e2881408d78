"""A couple in which somebody is under 18, or was when they married.

A foreign national under 18 isn't considered a spouse or common-law partner (IRPR 5(a)). Their age at the marriage
isn't in that rule: it matters for whether the marriage was valid where it took place and under Canadian law (IRPR 2),
which the file doesn't show. So a marriage before 18 is a note, whatever the age.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import MONTHS_A_YEAR
from ircc_prep.core.review.family import COUPLED, MARRIED_ON, couple, day_of, foreign
from ircc_prep.core.review.file import ADULT, File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Someone, Value, When


@check("partner-under-age")
def partner_under_age(file: File) -> Iterator[Raised]:
    """Each of a couple on the day of submission, then both on the day of the marriage."""
    too_young = [person for person in _in_a_couple(file) if foreign(person) and _surely_under_age(person, file)]
    for person in too_young:
        if person.born:
            grown = person.born.plus_months(ADULT * MONTHS_A_YEAR)
            words = {"counted": When(file.submitted), "grown": When(grown)}
            yield Raised("under-age", person.id, facts=(f"{person.path}.date_of_birth",), words=words)
    if not too_young:
        yield from _when_they_married(file)


def _in_a_couple(file: File) -> tuple[PersonFile, ...]:
    applicant = file.applicant
    if applicant is None:
        return file.partners
    alone = not file.partners and applicant.person.marital_status not in COUPLED
    # The rule is on foreign nationals; how old a sponsor has to be is said by the sponsor's own item.
    partners = [each for each in file.partners if each.person.role != "sponsor"]
    return () if alone else (applicant, *partners)


def _surely_under_age(person: PersonFile, file: File) -> bool:
    ages = person.age_on(file.submitted)
    return ages is not None and ages[1] < ADULT


def _when_they_married(file: File) -> Iterator[Raised]:
    pair, married_on = couple(file), day_of(file, MARRIED_ON)
    if pair is None or married_on is None:
        return
    young = [each for each in pair if (ages := each.age_on(married_on)) and ages[1] < ADULT]
    if young:
        facts = (MARRIED_ON, *(f"{each.path}.date_of_birth" for each in young))
        words: dict[str, Value] = {"people": tuple(Someone(each.id) for each in young), "married": When(married_on)}
        yield Raised("young-marriage", facts=facts, start=married_on, end=married_on, words=words)
