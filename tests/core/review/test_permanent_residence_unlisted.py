"""Permanent residence in the list of statuses, where the days as a permanent resident are counted."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
CODE = "permanent-residence-unlisted"
CARD = {
    "program": "pr-card",
    "answers": {"residency.negative_decision_abroad": False, "contact.removal_order": False},
}
CITIZEN = {
    "program": "citizenship",
    "stream": "adult",
    "answers": {
        "citizenship.forces_service": False,
        "citizenship.sentence_in_the_years": False,
        "citizenship.public_service_abroad": False,
    },
}
HOMES = [{"from": "1990-05-04", "to": "2016-01-01", "country": "IN"}, {"from": "2016-01-02", "country": "CA"}]
WORKER = {"from": "2016-01-02", "to": "2019-01-01", "kind": "worker"}
RESIDENT = {"from": "2019-01-02", "kind": "permanent-resident"}
AGAIN = {"from": "2023-01-02", "kind": "permanent-resident"}
ABOUT_STATUS = (CODE, "status-ends", "canada-without-status", "work-without-permission", "figure-below-threshold")


def ana(statuses: list[Data] | None, **more: Any) -> Data:
    return alone(citizenships=["IN"], stays=HOMES, trips=[], status_in_canada=statuses, **more)


def told(case: Data) -> list[tuple[str, str]]:
    return sorted((each.code, each.says) for each in findings(case) if each.code in ABOUT_STATUS)


@pytest.mark.parametrize(
    ("statuses", "card", "citizen"),
    [
        ([WORKER, RESIDENT], [], []), ([RESIDENT], [], []), (None, [], []),
        ([WORKER], ["none/maria"], ["none/maria"]), ([], ["none/maria"], ["none/maria"]),
        ([WORKER, RESIDENT, AGAIN], ["several/maria"], []),
        ([WORKER, {"from": "2019-01-02"}], [], []),  # its kind is asked for
        ([WORKER, {"kind": "permanent-resident"}], [], []),  # so is its first day
    ],
)  # fmt: skip
def test_permanent_residence_stands_once_in_the_list(
    statuses: list[Data] | None, card: list[str], citizen: list[str]
) -> None:
    assert raised(CODE, ana(statuses) | CARD) == card
    assert raised(CODE, ana(statuses) | CITIZEN) == citizen


@pytest.mark.parametrize("program", ["express-entry", "pr-landing", "visitor"])
def test_a_program_that_counts_no_such_days_misses_no_entry(program: str) -> None:
    assert raised(CODE, ana([WORKER]) | {"program": program}) == []


def test_where_no_count_is_shown_none_is_missed() -> None:
    answers = {**CARD["answers"], "contact.removal_order": True}  # type: ignore[dict-item]
    assert raised(CODE, ana([WORKER]) | {**CARD, "answers": answers}) == []


@pytest.mark.parametrize("program", [CARD, CITIZEN])
@pytest.mark.parametrize("statuses", [[], [WORKER]])
def test_it_is_the_only_word_on_the_time_since_the_last_status(program: Data, statuses: list[Data]) -> None:
    job = {"from": "2019-02-01", "kind": "employment", "country": "CA", "hours_per_week": 40, "remote": False}
    assert told(ana(statuses, activities=[job]) | program) == [(CODE, "none")]


def test_a_hole_between_two_listed_statuses_is_still_told() -> None:
    student = {"from": "2016-01-02", "to": "2017-01-01", "kind": "student"}
    worker = {"from": "2018-01-02", "to": "2019-01-01", "kind": "worker"}
    assert told(ana([student, worker]) | CARD) == [("canada-without-status", "hole"), (CODE, "none")]


def test_somebody_else_of_the_family_is_told_of_the_end_of_a_status() -> None:
    case = ana([WORKER, RESIDENT]) | CARD
    case["people"].append({**case["people"][0], "id": "ben", "role": "spouse-or-partner", "status_in_canada": [WORKER]})
    assert told(case) == [("status-ends", "ended")]


@pytest.mark.parametrize(
    ("statuses", "says"),
    [
        ([{**RESIDENT, "to": "2024-01-01"}], [("canada-without-status", "after-permanent")]),
        ([{**RESIDENT, "to": "2024-01-01"}, {"from": "2024-01-02", "kind": "citizen"}], []),
        ([{**WORKER, "to": "2020-01-01"}, {"from": "2025-01-01", "kind": "permanent-resident"}],
         [("canada-without-status", "hole")]),
    ],
)  # fmt: skip
def test_after_a_listed_end_of_permanent_residence_no_extension_is_spoken_of(
    statuses: list[Data], says: list[tuple[str, str]]
) -> None:
    before = {"from": "2016-01-02", "to": "2019-01-01", "kind": "worker"}
    assert told(ana([before, *statuses])) == says
