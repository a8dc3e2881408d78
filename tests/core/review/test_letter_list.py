"""What the interview letter asks for, beside what is in hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.review.checks.letter_list import plain
from tests.core.review.reading import findings, raised

CODE = "letter-list"
PASSPORT = {"country": "PH", "kind": "ordinary", "issued": "2022-05-02", "expires": "2032-05-01"}
LETTER = {"item": "interview-letter", "person": "maria", "issued": "2026-11-09"}


def called(*requested: str, day: str | None = "2026-12-15", **more: Any) -> dict[str, Any]:
    applicant = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", "passports": [PASSPORT]}
    interview = {"date": day, "requested": list(requested)}
    case = {"stream": "fsw", "submitted": "2026-10-01", "people": [applicant], "documents": [LETTER]}
    return {**case, "interview": interview, **more}


@pytest.mark.parametrize(
    "words",
    [
        "marriage-certificate",
        "Marriage certificate",
        "MARRIAGE  CERTIFICATES",
        "Certificat de mariage",
        "certificats de mariage",
    ],
)
def test_an_item_is_known_by_its_id_and_its_titles(words: str) -> None:
    assert raised(CODE, called(words)) == ["missing"]
    married = {"item": "marriage-certificate", "person": "maria", "issued": "2018-06-04"}
    assert raised(CODE, called(words, documents=[married])) == []


@pytest.mark.parametrize(
    "words",
    [
        "proof-of-funds",
        "Preuve de fonds",
        "proof of funds (bank letters)",
        "IMM 1017B",
        "birth-certificate",
        "biometrics",
    ],
)
def test_what_is_not_in_hand_is_said_whether_or_not_an_item_counts_it(words: str) -> None:
    assert raised(CODE, called(words)) == ["missing"]


@pytest.mark.parametrize(
    "words", ["passport", "Passeports", "travel documents", "all-passports", "Passport or travel document"]
)
def test_passports_are_looked_for_in_their_own_list(words: str) -> None:
    without = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04"}
    assert raised(CODE, called(words)) == []
    assert raised(CODE, called(words, people=[{**without, "passports": []}])) == ["missing"]
    assert raised(CODE, called(words, people=[without])) == []  # unanswered


def test_a_protected_person_is_not_told_that_a_passport_is_missing() -> None:
    people = [{"id": "maria", "role": "principal-applicant", "passports": []}]
    case = called("passport", program="pr-landing", stream="portal", people=people)
    assert raised(CODE, {**case, "answers": {"landing.protected_person": True}}) == []
    assert raised(CODE, {**case, "answers": {"landing.protected_person": False}}) == ["missing"]


def test_everything_missing_is_one_finding_and_unknown_words_are_another() -> None:
    case = called("passport", "proof-of-funds", "blue folder", "Proof of Funds", "marriage-certificate", "a smile")
    missing, by_hand = sorted(
        (each for each in findings(case) if each.code == CODE), key=lambda each: each.severity == "note"
    )
    assert missing.facts == ("interview.requested[1]", "interview.requested[4]")
    assert by_hand.facts == ("interview.requested[2]", "interview.requested[5]")


def test_a_list_or_an_answer_that_is_open_is_silence() -> None:
    assert raised(CODE, called("language-test", "settlement-funds-available")) == []
    assert raised(CODE, called("proof-of-funds", documents=None)) == []
    assert raised(CODE, called("proof-of-funds", day="2026-11-01")) == []  # the interview is over
    assert raised(CODE, called("proof-of-funds", day=None)) == ["missing"]
    assert raised(CODE, {**called(), "interview": None}) == []


@given(st.text(max_size=30))
def test_words_are_compared_without_capitals_and_signs(words: str) -> None:
    assert plain(plain(words).upper()) == plain(plain(words))
    assert plain(f" {words}! ") == plain(words)


@pytest.mark.parametrize(
    ("one", "other"), [("Passeports", "passeport"), ("copies", "Copie"), ("copy", "copies"), ("Réponses", "reponse")]
)
def test_accents_and_plurals_make_no_difference(one: str, other: str) -> None:
    assert plain(one) == plain(other)
