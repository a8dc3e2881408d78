"""The people of a case that is continued: taking somebody out can be undone."""

import copy
from typing import Any

import pytest

from ircc_prep.core.text import Language
from tests.ask.sitting import MARIA, number_of, sit_plainly

PAUL: dict[str, Any] = {"id": "paul", "role": "spouse-or-partner", "given_names": "Paul", "stays": [{"country": "GE"}]}

PERMIT_PROGRAM = number_of("temporary-resident-permit")


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


def _naming(*typed: str) -> list[str]:
    """Maria names herself for an application that nobody sponsors; then come these lines."""
    return [PERMIT_PROGRAM, "Maria", "n", *typed, "."]


def _names(lines: list[str]) -> list[str]:
    return [person["given_names"] for person in sit_plainly(lines).data["people"]]


def test_back_from_another_child_goes_to_the_name_of_the_last_one_and_nobody_is_lost() -> None:
    sitting = sit_plainly(_naming("y", "Leo", "<", "=", "y", "Mia", "n"))
    assert "= keep: Leo" in sitting.screen
    assert [person["given_names"] for person in sitting.data["people"]] == ["Maria", "Leo", "Mia"]


def test_the_last_child_can_be_named_anew_on_the_way_back() -> None:
    assert _names(_naming("y", "Leo", "<", "Leon", "n", "n")) == ["Maria", "Leon"]


def test_children_are_still_there_when_one_goes_back_to_whether_there_are_any() -> None:
    sitting = sit_plainly(_naming("y", "Leo", "n", "<", "=", "n"))
    assert "= keep: Leo" in sitting.screen
    assert [person["given_names"] for person in sitting.data["people"]] == ["Maria", "Leo"]
    assert _names(_naming("y", "Leo", "n", "<", "y", "y", "Mia", "n", "n")) == ["Maria", "Leo", "Mia"]


def test_no_children_after_all_takes_them_out_and_says_so() -> None:
    sitting = sit_plainly(_naming("y", "Leo", "<", "<", "n", "n"))
    assert "Taken out: Leo" in sitting.screen
    assert [person["given_names"] for person in sitting.data["people"]] == ["Maria"]


@pytest.mark.parametrize("typed", ["2", "--", "१२"])
def test_a_name_without_a_letter_is_asked_for_again(typed: str) -> None:
    sitting = sit_plainly([PERMIT_PROGRAM, typed, "Maria", "."])
    assert "A name has at least one letter" in sitting.screen
    assert sitting.data["people"][0]["given_names"] == "Maria"


@pytest.mark.parametrize("typed", ["Ng", "李", "ਜਸ", "أ", "O"])
def test_a_letter_of_any_script_makes_a_name(typed: str) -> None:
    assert _names([PERMIT_PROGRAM, typed, "."]) == [typed]


def test_a_family_name_without_a_letter_is_asked_for_again() -> None:
    data = {**MARIA, "people": [{key: value for key, value in MARIA["people"][0].items() if key != "family_name"}]}
    sitting = sit_plainly(["1", "7", "Santos", "."], data)
    assert "A name has at least one letter" in sitting.screen
    assert sitting.data["people"][0]["family_name"] == "Santos"


@pytest.mark.parametrize(
    ("language", "partner", "born"),
    [
        ("en", "Does the principal applicant have a spouse", "When was the principal applicant born?"),
        ("fr", "conjoint de fait du demandeur principal?", "naissance du demandeur principal?"),
    ],
)
def test_who_gives_no_name_is_called_by_the_role_and_not_by_an_id(language: Language, partner: str, born: str) -> None:
    program = number_of("temporary-resident-permit", language)
    lines = [program, ">", "1", ">", "2", "2", *[">"] * 6, "/", "."]
    screen = sit_plainly(lines, None, language).screen.replace("\u00a0", " ")
    assert partner in screen
    assert born in screen
