"""What holds of passports for several checks: how long one may be valid, and who may have none."""

from datetime import date

from ircc_prep.core.case import Passport
from ircc_prep.core.dates import PartialDate, add_years
from ircc_prep.core.review.file import File, PersonFile

# IRCC's page on documents for Express Entry accepted the printed date of a Venezuelan passport plus five years.
EXTENDED_COUNTRY, EXTENDED_YEARS = "VE", 5
OWN_PASSPORT = 16  # the age under which many countries have put a child into a parent's passport
# IRPR 50(2) and 178, and refugees abroad: the law knows that they may have no passport.
_PROTECTED = ("refugee-claimant", "protected-person")


def last_day(passport: Passport) -> date | None:
    """The last day on which the passport may be valid in any reading; None while its expiry is unanswered."""
    if passport.expires is None:
        return None
    last = passport.expires.last
    return add_years(last, EXTENDED_YEARS) if passport.country == EXTENDED_COUNTRY else last


def may_have_no_passport(file: File, person: PersonFile) -> bool:
    """Whether the person is, or applies with, a refugee or protected person: papers can be missing (IRPR 50, 178)."""
    if file.review.passport_may_be_missing or file.answers.get("landing.protected_person"):
        return True
    beside = file.family if person in file.family else (person,)
    return any(_protected(each) for each in beside)


def _protected(person: PersonFile) -> bool:
    held = person.person.status_in_canada or ()
    return any(each.kind in _PROTECTED for each in held)


def may_be_under(age: int, person: PersonFile, day: PartialDate) -> bool:
    """Whether the person may be younger than that on a day; without a birth date every dependent child may."""
    ages = person.age_on(day)
    return person.person.role == "dependent-child" if ages is None else ages[0] < age
