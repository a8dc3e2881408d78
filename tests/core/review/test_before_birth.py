"""Entries that begin before their owner was born."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

EARLY: dict[str, dict[str, Any]] = {
    "stays": {"from": "1986", "country": "PH"},
    "activities": {"from": "1986-04", "to": "1999", "kind": "study"},
    "education": {"from": "1990-04", "level": "secondary"},
    "trips": {"from": "1990-05-03", "country": "SG"},
    "status_in_canada": {"from": "1989", "kind": "visitor"},
    "service": {"from": "1989", "country": "PH"},
    "passports": {"issued": "1989-05-02", "country": "PH"},
    "language_tests": {"taken": "1989"},
    "refusals": {"date": "1989-05", "country": "US"},
    "charges": {"date": "1989-05", "country": "US"},
}


@pytest.mark.parametrize("name", EARLY)
def test_every_list_is_held_against_the_birth(name: str) -> None:
    assert raised("before-birth", alone(**{name: [EARLY[name]]})) == ["early/maria"]


def test_all_of_a_person_is_told_in_one_finding() -> None:
    case = alone(**{name: [entry] for name, entry in EARLY.items()})
    (found,) = [each for each in findings(case) if each.code == "before-birth"]
    assert found.facts == ("people.maria.date_of_birth", *(f"people.maria.{name}[0]" for name in EARLY))


@pytest.mark.parametrize("day", ["1990-05-04", "1990-05", "1990", "1990-06", None])
def test_a_day_that_may_be_the_birth_or_later_is_fine(day: str | None) -> None:
    assert raised("before-birth", alone(stays=[{"from": day, "country": "PH"}])) == []


def test_without_a_date_of_birth_there_is_nothing_to_compare() -> None:
    assert raised("before-birth", alone(date_of_birth=None, stays=[EARLY["stays"]])) == []
    assert raised("before-birth", alone(date_of_birth="1990", stays=[{"from": "1990-01"}])) == []
