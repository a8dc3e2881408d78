"""Studies finished and work begun at an age that is hard to believe."""

from typing import Any

import pytest

from ircc_prep.core.dates import PartialDate, add_years
from tests.core.review.reading import alone, findings, raised

BORN = "1990-05-04"


def told(**person: Any) -> list[str]:
    return raised("education-age", alone(**person))


@pytest.mark.parametrize(
    ("level", "age"), [("secondary", 13), ("bachelor", 17), ("master", 18), ("professional", 20), ("doctorate", 20)]
)
def test_a_level_is_too_young_up_to_the_day_before_the_birthday(level: str, age: int) -> None:
    birthday = add_years(PartialDate.parse(BORN).first, age)
    for end, found in ((birthday.replace(day=3), ["finished/maria"]), (birthday, [])):
        assert told(education=[{"from": "1999", "to": str(end), "level": level}]) == found
    assert told(education=[{"from": "1999", "to": f"{birthday:%Y-%m}", "level": level}]) == []


@pytest.mark.parametrize(
    ("course", "found"),
    [
        ({"to": "present"}, []),
        ({"to": None}, []),
        ({"level": "one-year"}, []),
        ({"level": None}, []),
        ({"to": "2006"}, ["finished/maria"]),
        ({"to": "2007"}, []),
        ({"from": "1980", "to": "1985"}, []),
    ],
)
def test_what_is_raised_of_a_degree_of_fifteen(course: dict[str, Any], found: list[str]) -> None:
    assert told(education=[{"from": "2002-06", "to": "2006-03", "level": "bachelor", **course}]) == found


def test_a_change_of_schools_is_no_end_but_a_pause_of_years_is() -> None:
    first = {"from": "2000-09", "to": "2002-06", "level": "secondary"}
    assert told(education=[first]) == ["finished/maria"]
    assert told(education=[first, {"from": "2002-09", "to": "2006-06", "level": "secondary"}]) == []
    assert told(education=[first, {"from": "2002-09", "level": "secondary"}]) == []
    assert told(education=[first, {"from": "2004-09", "to": "2008-06", "level": "secondary"}]) == ["finished/maria"]


def test_a_date_of_birth_known_by_year_leaves_the_older_reading() -> None:
    course = {"from": "2002", "to": "2006-03", "level": "bachelor"}
    assert told(date_of_birth="1989", education=[course]) == []
    assert told(date_of_birth="1990", education=[course]) == ["finished/maria"]
    assert told(date_of_birth=None, education=[course]) == []


@pytest.mark.parametrize(
    ("job", "found"),
    [
        ({}, ["at-work/maria"]),
        ({"hours_per_week": 20}, []),
        ({"hours_per_week": None}, []),
        ({"kind": "caring"}, []),
        ({"from": "2004-05-03"}, ["at-work/maria"]),
        ({"from": "2004-05-04"}, []),
        ({"from": "2004"}, []),
        ({"from": "1985-05"}, []),
    ],
)
def test_full_time_paid_work_is_noted_before_fourteen(job: dict[str, Any], found: list[str]) -> None:
    plain = {"from": "2002-06", "to": "2006-03", "kind": "employment", "hours_per_week": 40}
    assert told(activities=[{**plain, **job}]) == found


def test_the_age_is_said_as_exactly_as_it_is_known() -> None:
    for end, age in (("2006-03", "15"), ("2006", "16 at most")):
        case = alone(education=[{"from": "2002", "to": end, "level": "bachelor"}])
        (found,) = [each for each in findings(case) if each.code == "education-age"]
        assert getattr(found.words["age"], "en", None) == age
