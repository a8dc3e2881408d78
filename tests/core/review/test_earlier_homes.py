"""Homes since the age of 18 that aren't listed, where police certificates go back that far."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

CODE = "earlier-homes"
RECENT = {"from": "2015", "country": "AE"}


def case(*stays: dict[str, Any], **person: Any) -> dict[str, Any]:
    known = {"stays": list(stays), "citizenships": ["PH"], **person}
    return alone(**known) | {"program": "quebec-selected"}


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ("2014", []), ("2014-07-01", []), ("2014-06-30", ["before/maria"]), ("2014-07", []), ("2013", ["before/maria"]),
    ],
)  # fmt: skip
def test_six_months_without_a_home_are_told_in_every_reading_and_five_arent(left: str, found: list[str]) -> None:
    assert raised(CODE, case({"from": "2000", "to": left, "country": "PH"}, {**RECENT, "from": "2015-01-01"})) == found


def test_the_time_begins_with_the_18th_birthday_and_ends_with_the_years_of_the_forms() -> None:
    (found,) = [each for each in findings(case({"from": "2020", "country": "AE"})) if each.code == CODE]
    assert (str(found.start), found.facts) == ("2008-05", ("people.maria.stays",))
    assert found.end is not None
    assert found.end.last.year < 2020


@pytest.mark.parametrize(
    "person",
    [{"stays": None}, {"date_of_birth": None}, {"date_of_birth": "2009-01-01"}, {"citizenships": ["CA", "PH"]}],
)
def test_nothing_is_told_where_nothing_is_known_or_asked(person: dict[str, Any]) -> None:
    assert raised(CODE, case(RECENT, **person)) == []


def test_more_than_one_such_time_is_told_once() -> None:
    homes = [{"from": "2009-01-01", "to": "2010", "country": "PH"}, {"from": "2012", "country": "AE"}]
    assert raised(CODE, case(*homes)) == ["several/maria"]
