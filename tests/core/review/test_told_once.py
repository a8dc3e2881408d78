"""The same months without an address and without an activity are one finding."""

from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.review.run import findings_about
from ircc_prep.core.rulebook import facts_of
from tests.core.review.reading import TODAY, alone, book, findings

GAPS = ("address-gap", "history-gap")


def with_gaps(moved_out: str, moved_in: str, stopped: str, began: str) -> dict[str, Any]:
    stays = [{"from": "1990-05", "to": moved_out, "country": "PH"}, {"from": moved_in, "country": "AE"}]
    return alone(
        stays=stays,
        activities=[
            {"from": "2008-05", "to": stopped, "kind": "study"},
            {"from": began, "kind": "unemployment"},
        ],
    )


def told(case: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each.code, each.says) for each in findings(case) if each.code in GAPS]


@pytest.mark.parametrize(
    ("addresses", "activities", "expected"),
    [
        (("2019-02", "2019-07"), ("2019-02", "2019-07"), [("history-gap", "both")]),
        (("2019-02-20", "2019-07-05"), ("2019-02", "2019-07"), [("history-gap", "both")]),
        (("2019-02", "2019-07"), ("2019-02", "2019-08"), [("address-gap", "gap"), ("history-gap", "gap")]),
        (("2019-02", "2019-03"), ("2019-02", "2019-07"), [("history-gap", "gap")]),
        (("2019-02", "2019-07"), ("2019-02", "2019-03"), [("address-gap", "gap")]),
        (("2019", "2019-07"), ("2019", "2019-07"), [("history-gap", "perhaps-both")]),
        (("2019-02", "2019-07"), ("2019", "2019-07"), [("address-gap", "gap"), ("history-gap", "perhaps")]),
    ],
)
def test_gaps_over_the_same_months_are_told_as_one(
    addresses: tuple[str, str], activities: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert told(with_gaps(*addresses, *activities)) == expected


def test_both_lists_are_named() -> None:
    (found,) = (each for each in findings(with_gaps("2019-02", "2019-07", "2019-02", "2019-07")) if each.code in GAPS)
    assert (str(found.start), str(found.end)) == ("2019-03", "2019-06")
    assert found.facts == tuple(f"people.maria.{name}[{index}]" for name in ("activities", "stays") for index in (0, 1))


def test_the_dates_of_both_lists_are_asked_for() -> None:
    (found,) = (each for each in findings(with_gaps("2019", "2019-07", "2019", "2019-07")) if each.code in GAPS)
    assert found.asks == ("people.maria.activities[0].to", "people.maria.stays[0].to")


def test_the_gaps_of_two_people_stay_two_findings() -> None:
    case = with_gaps("2019-02", "2019-07", "2019-02", "2019-07")
    maria = case["people"][0]
    case["people"] = [
        {**maria, "activities": None},
        {**maria, "id": "ben", "role": "spouse-or-partner", "stays": None},
    ]
    assert sorted(told(case)) == [("address-gap", "gap"), ("history-gap", "gap")]


@pytest.mark.parametrize("code", GAPS)
def test_the_questionnaire_can_still_ask_about_one_list_alone(code: str) -> None:
    case = Case.model_validate(
        {"schema": 1, "program": "express-entry", **with_gaps("2019-02", "2019-07", "2019-02", "2019-07")}
    )
    rules = book("express-entry")
    found = findings_about(rules, facts_of(rules, case, TODAY), [code])
    assert [(each.code, each.says) for each in found] == [(code, "gap")]
