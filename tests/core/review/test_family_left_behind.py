"""Family members who stay, and of whom nothing shows an examination."""

from typing import Any

import pytest

from tests.core.review.couples import family
from tests.core.review.reading import findings, raised

CODE = "family-left-behind"
STAYS = {"accompanying": False}


def landing(**case: Any) -> list[str]:
    return raised(CODE, family(program="pr-landing", **case))


@pytest.mark.parametrize(
    ("tomas", "expected"),
    [
        (STAYS, ["not-shown"]),
        ({"accompanying": True}, []),
        ({"accompanying": None}, []),
        ({**STAYS, "citizenships": ["MA", "CA"]}, []),
        ({**STAYS, "citizenships": ["MA"]}, ["not-shown"]),
        ({**STAYS, "status_in_canada": [{"from": "2020-01", "kind": "permanent-resident"}]}, []),
        (
            {**STAYS, "status_in_canada": [{"from": "2020-01", "to": "2021", "kind": "permanent-resident"}]},
            ["not-shown"],
        ),
        ({**STAYS, "role": "other-family"}, []),
    ],
)
def test_a_foreign_family_member_who_stays_is_noted(tomas: dict[str, Any], expected: list[str]) -> None:
    assert landing(tomas=tomas) == expected


def test_everybody_who_stays_stands_in_one_note() -> None:
    case = family(program="pr-landing", tomas=STAYS, children=(STAYS, STAYS, {"accompanying": True}))
    (found,) = [each for each in findings(case) if each.code == CODE]
    assert found.facts == tuple(f"people.{id}.accompanying" for id in ("tomas", "kid0", "kid1"))


def test_an_exam_in_hand_is_enough() -> None:
    assert landing(tomas=STAYS, documents=[{"item": "upfront-medical", "person": "tomas"}]) == []
    assert landing(tomas=STAYS, documents=[{"item": "upfront-medical", "person": "ana"}]) == ["not-shown"]


def test_protected_persons_have_rules_of_their_own() -> None:
    assert landing(tomas=STAYS, answers={"landing.protected_person": True}) == []
    assert landing(tomas=STAYS, answers={"landing.protected_person": False}) == ["not-shown"]


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [("2023-09-30", []), ("2023-10-01", ["not-shown"]), ("2025-08-20", ["not-shown"]), ("2025-08-21", []), (None, [])],
)
def test_where_the_checklist_asks_for_the_exam_it_says_so_itself(submitted: str | None, expected: list[str]) -> None:
    assert raised(CODE, family(submitted=submitted, tomas=STAYS)) == expected


def test_a_temporary_stay_examines_nobody_who_stays_at_home() -> None:
    assert raised(CODE, family(program="temporary-resident-permit", tomas=STAYS)) == []
