"""Ages and the size of the family, held against a count of birthdays and of heads."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive.people import age_on, family_size
from ircc_prep.core.facts import Thing
from tests.core.making import case, facts, person, plain

DAY = timedelta(days=1)
BIRTHS = st.dates(date(2000, 1, 1), date(2012, 12, 31)) | st.sampled_from([date(2000, 2, 29), date(2008, 2, 29)])
ROLES = ("principal-applicant", "spouse-or-partner", "dependent-child", "sponsor", "other-family")


@st.composite
def partly_known(draw: st.DrawFn, days: st.SearchStrategy[date]) -> PartialDate:
    """A date known to the day or the month."""
    form = draw(st.sampled_from(["%Y-%m-%d", "%Y-%m"]))
    return PartialDate.parse(f"{draw(days):{form}}")


def every_day(partial: PartialDate) -> list[date]:
    return [partial.first + DAY * index for index in range((partial.last - partial.first).days + 1)]


def birthday(born: date, year: int) -> date:
    """In a year without a 29 February it is the 28th."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 2, 28) if (born.month, born.day) == (2, 29) and not leap else born.replace(year=year)


def age(born: date, day: date) -> int:
    """The birthdays up to a day, counted one by one."""
    return sum(birthday(born, year) <= day for year in range(born.year + 1, day.year + 1))


@given(partly_known(BIRTHS), partly_known(st.dates(date(2013, 1, 1), date(2030, 12, 31))))
def test_an_age_is_what_counting_birthdays_gives_for_every_completion(born: PartialDate, day: PartialDate) -> None:
    applicant = facts(case(person(date_of_birth=born))).applicant
    assert isinstance(applicant, Thing)
    ages = [age(birth, each) for birth in every_day(born) for each in every_day(day)]
    assert plain(age_on(applicant, day)) == (min(ages) if len(set(ages)) == 1 else (min(ages), max(ages)))


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.sampled_from([True, False, None])), min_size=1, max_size=8))
def test_the_family_is_everyone_but_sponsors_and_others_accompanying_or_not(people: list[tuple[str, Any]]) -> None:
    subject = case(*(person(f"p{i}", role, accompanying=comes) for i, (role, comes) in enumerate(people)))
    counted = sum(role not in ("sponsor", "other-family") for role, _ in people)
    assert family_size(facts(subject)) == counted


def test_nobody_named_yet_is_no_family_of_nobody() -> None:
    assert family_size(facts(case())) is None
