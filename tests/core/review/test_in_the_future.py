"""Dates after the day of the check: slips, and plans."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

PERIODS = ("stays", "activities", "education", "trips", "status_in_canada", "service")
EVENTS = {"passports": "issued", "refusals": "date", "charges": "date"}


def told(**person: Any) -> list[str]:
    return raised("in-the-future", alone(**person))


@pytest.mark.parametrize("name", PERIODS)
@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-11-22", []),
        ("2026-11", []),
        ("2026", []),
        (None, []),
        ("2026-11-23", ["planned/maria"]),
        ("2027", ["planned/maria"]),
        ("2027-02-22", ["planned/maria"]),
        ("2027-02-23", ["ahead/maria"]),
        ("2028", ["ahead/maria"]),
    ],
)
def test_what_begins_soon_is_a_plan_and_what_begins_later_a_slip(name: str, day: str | None, found: list[str]) -> None:
    if name != "trips":
        assert told(**{name: [{"from": day}]}) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-11-22", []),
        ("2026-11-23", ["planned/maria"]),
        ("2027-04-20", ["planned/maria"]),
        ("2027-11-22", ["planned/maria"]),
        ("2027-11-23", ["ahead/maria"]),
    ],
)
def test_a_journey_is_planned_up_to_a_year_ahead(day: str, found: list[str]) -> None:
    assert told(trips=[{"from": day}]) == found


@pytest.mark.parametrize(("name", "field"), EVENTS.items())
def test_what_cannot_be_planned_is_a_slip_from_tomorrow_on(name: str, field: str) -> None:
    assert told(**{name: [{field: "2026-11-22"}, {field: "2026-11"}]}) == []
    assert told(**{name: [{field: "2026-11-23"}]}) == ["ahead/maria"]


def test_a_test_is_booked_while_it_has_no_scores() -> None:
    test = {"test": "celpip-general", "taken": "2026-12-12"}
    assert told(language_tests=[test]) == ["planned/maria"]
    assert told(language_tests=[{**test, "reading": 9}]) == ["ahead/maria"]


def test_a_birth_and_the_rest_of_a_person_are_told_in_one_finding() -> None:
    case = alone(date_of_birth="2027-05-04", refusals=[{"date": "2027-05"}], stays=[{"from": "2030"}])
    (found,) = [each for each in findings(case) if each.code == "in-the-future"]
    assert set(found.facts) == {"people.maria.date_of_birth", "people.maria.refusals[0]", "people.maria.stays[0]"}


def test_an_end_that_lies_ahead_is_no_slip() -> None:
    assert told(status_in_canada=[{"from": "2025-01", "to": "2029-11-30", "kind": "worker"}]) == []


def test_unanswered_lists_say_nothing() -> None:
    assert told() == []
