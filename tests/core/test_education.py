"""The highest level completed, and years of study in Canada."""

from typing import Any

import pytest

from tests.core.making import Data, case, person, value

SUBMITTED = "2026-11-01"


def course(start: Any, end: Any, level: str | None = "bachelor", country: str | None = "PH") -> Data:
    return {"from": start, "to": end, "level": level, "country": country}


def asked(fact: str, *courses: Data, submitted: Any = SUBMITTED) -> Any:
    return value(f"applicant.{fact}", case(person(education=list(courses)), submitted=submitted))


@pytest.mark.parametrize(
    ("courses", "level"),
    [
        ([], "none"), ([course(2010, 2014)], "bachelor"),
        ([course(2010, 2014), course(2005, 2009, "secondary")], "bachelor"),
        ([course(2010, 2014, "master"), course(2015, 2016, "two-or-more")], "master"),
        # unfinished, or finished only after submission
        ([course(2024, None, "master")], "none"), ([course(2010, 2014), course(2024, None, "master")], "bachelor"),
        ([course(2010, "2026-11-02")], "none"), ([course(2010, "2026-11-01")], "bachelor"),
        ([course(2010, "2026-11")], None),
        ([course(2010, 2014), course(2024, "2026-11", "master")], None),
        ([course(2010, 2014, "doctorate"), course(2024, "2026-11", "master")], "doctorate"),
        # an unanswered level could be any
        ([course(2010, 2014, None)], None), ([course(2010, 2014, None), course(2015, 2019, "doctorate")], "doctorate"),
        ([course(2027, 2029, None)], "none"), ([course(None, 2014)], "bachelor"),
    ],
)  # fmt: skip
def test_the_highest_level_completed(courses: list[Data], level: str | None) -> None:
    assert asked("highest_education", *courses) == level


@pytest.mark.parametrize(
    ("courses", "years"),
    [
        ([], 0), ([course("2018-09-01", "2020-09-01", country="CA")], 2),
        ([course("2018-09-01", "2020-08-30", country="CA")], 1),
        ([course("2018-09-01", "2020-08-31", country="CA")], 2),  # both end days count
        ([course("2018-09-01", "2020-09-01")], 0), ([course("2018-09-01", "2020-09-01", country=None)], (0, 2)),
        ([course(2018, 2020, country="CA")], (1, 3)), ([course("2018-09", "2020-08", country="CA")], (1, 2)),
        ([course("2018-09", "2020-10", country="CA")], 2), ([course("2024-11-02", None, country="CA")], 2),
        ([course("2024-11-03", None, country="CA")], 1), ([course("2018-09-01", "2018-12-01", country="CA")], 0),
        ([course("2025-11-01", "2028-11-01", country="CA")], 1),  # what comes after submission doesn't count
        ([course("2010-01-01", "2011-06-01", country="CA"), course("2012-01-01", "2013-06-01", country="CA")], 1),
        ([course(2018, 2018, country="CA")], (0, 1)), ([course("2018-09-01", "2020-09-01", None, "CA")], 2),
    ],
)  # fmt: skip
def test_whole_years_of_study_in_canada_the_longest_course_counted(courses: list[Data], years: Any) -> None:
    assert asked("canadian_study_years", *courses) == years


@pytest.mark.parametrize("end", ["2024-02-29", "2024-02", "2024"])
def test_a_course_without_a_first_day_may_have_been_as_long_as_any(end: str) -> None:
    low, high = asked("canadian_study_years", course(None, end, country="CA"))
    assert low == 0
    assert high > 100


def test_unanswered_studies_tell_nothing() -> None:
    assert value("applicant.highest_education", case(person())) is None
    assert value("applicant.canadian_study_years", case(person())) is None
