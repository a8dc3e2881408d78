"""Months without an address: certain ones, and those that only a month would show."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

RECENT = {"from": "2026-06", "country": "PH"}
HOME = {"from": "1990-05-04", "to": "2019-02", "country": "PH"}


def with_stays(*stays: dict[str, Any]) -> dict[str, Any]:
    return alone(stays=list(stays))


@pytest.mark.parametrize(
    ("moved_in", "found"),
    [
        ("2019-02", []),
        ("2019-03", []),
        ("2019-03-31", []),
        ("2019-04-01", ["gap/maria"]),
        ("2019-04", ["gap/maria"]),
        ("2019", ["perhaps/maria"]),
        ("2020", ["gap/maria", "perhaps/maria"]),
    ],
)
def test_a_gap_is_a_whole_month_without_an_address(moved_in: str, found: list[str]) -> None:
    case = with_stays(HOME, {"from": moved_in, "country": "AE"})
    assert raised("address-gap", case) == found


def test_the_months_between_two_homes_are_named_with_both_homes() -> None:
    case = with_stays(HOME, {"from": "2019-07", "country": "AE"})
    (gap,) = [each for each in findings(case) if each.code == "address-gap"]
    assert (str(gap.start), str(gap.end)) == ("2019-03", "2019-06")
    assert gap.facts == ("people.maria.stays[0]", "people.maria.stays[1]")


def test_unanswered_addresses_are_silence_and_so_is_an_empty_list_since_everybody_lives_somewhere() -> None:
    assert raised("address-gap", alone()) == []
    assert raised("address-gap", with_stays()) == []


@pytest.mark.parametrize("program", ["temporary-resident-permit", "pr-landing"])
def test_programs_without_a_history_form_have_no_gaps(program: str) -> None:
    case = with_stays(HOME, {"from": "2021-07", "country": "AE"}) | {"program": program}
    assert raised("address-gap", case) == []
    assert raised("history-gap", alone(activities=[]) | {"program": program}) == []


def test_a_child_under_eighteen_and_a_sponsor_owe_no_addresses() -> None:
    people = [
        {"id": "lea", "role": "dependent-child", "date_of_birth": "2010-01-01", "stays": [RECENT]},
        {"id": "paul", "role": "sponsor", "date_of_birth": "1980-01-01", "stays": [RECENT]},
    ]
    case = with_stays({"from": "1990-05-04", "country": "PH"})
    assert raised("address-gap", case | {"people": [*case["people"], *people]}) == []
