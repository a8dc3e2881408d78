"""The people of a case that is continued: taking somebody out can be undone."""

import copy
from typing import Any

from tests.ask.sitting import MARIA, sit_plainly

PAUL: dict[str, Any] = {"id": "paul", "role": "spouse-or-partner", "given_names": "Paul", "stays": [{"country": "GE"}]}


def _couple() -> dict[str, Any]:
    documents = [{"item": "police-certificate", "person": "paul", "country": "GE"}]
    people = copy.deepcopy([*MARIA["people"], PAUL])
    return {**MARIA, "people": people, "documents": documents, "unsure": ["people.paul.date_of_birth"]}


def test_somebody_who_was_taken_out_is_brought_back_with_everything_said_of_them() -> None:
    sitting = sit_plainly(["5", "yes", "6", "."], _couple())
    assert "Bring back: Paul" in sitting.screen
    assert {key: sitting.data[key] for key in _couple()} == _couple()


def test_after_another_change_it_is_too_late_to_bring_somebody_back() -> None:
    sitting = sit_plainly(["5", "yes", "3", "Lea", "."], _couple())
    assert sitting.screen.count("Bring back") == 1
    assert [person["id"] for person in sitting.data["people"]] == ["maria", "lea"]
