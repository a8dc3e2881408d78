"""A paper in hand, found by any part of its name in either language or by the number of the form."""

from typing import Any

import pytest

from ircc_prep.ask.documents import Documents
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.paper_search import matching
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Item
from ircc_prep.core.text import Language
from tests.ask.list_sitting import case_with
from tests.ask.sitting import TODAY, book, plain_talk, shown

STAYS = [{"country": "PH", "from": "1992-07", "to": "2018-03"}, {"country": "AE", "from": "2018-03", "to": "present"}]


def _case() -> dict[str, Any]:
    people: dict[str, Any] = {"stays": STAYS, "marital_status": "common-law", "passports": [], "citizenships": ["PH"]}
    return case_with(**people) | {"answers": {"representative.has": True}}


def _items() -> dict[str, Item]:
    keeper = Keeper(_case(), lambda _data: None, book, TODAY)
    return {item.name: item for item in evaluate(keeper.book, keeper.case, TODAY).items}


def _found(lines: list[str], language: Language = "en") -> tuple[str, dict[str, Any]]:
    saved = [_case()]
    talk = plain_talk(lines, language)
    with pytest.raises(EOFError):
        Documents(talk, Keeper(saved[0], saved.append, book, TODAY)).ask()
    return shown(talk), saved[-1]


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("IMM 5476", "use-of-representative"),
        ("imm5476", "use-of-representative"),
        ("5476", "use-of-representative"),
        ("IMM5476E", "use-of-representative"),
        ("IMM 5476 F", "use-of-representative"),
        ("police united arab", "police-certificate"),
        ("certificat de police emirats", "police-certificate"),
        ("POLICE Émirats", "police-certificate"),
        ("polise certifcate emirates", "police-certificate"),
    ],
)
def test_a_paper_is_found_by_its_number_or_any_part_of_its_name(typed: str, item: str) -> None:
    items = _items()
    assert {items[name].id for name in matching(items, typed)} == {item}


@pytest.mark.parametrize("typed", ["", "the", "IMM", "zzzz", "IMM 9999"])
def test_what_fits_nothing_finds_nothing(typed: str) -> None:
    assert matching(_items(), typed) == []


def test_what_is_found_is_in_hand_and_described_at_once() -> None:
    screen, data = _found(["3", "emirates police", "03/04/2026", "2", ">"])
    assert data["documents"][0] == {
        "item": "police-certificate", "person": "maria", "country": "AE", "issued": "2026-03-04"
    }  # fmt: skip
    assert "In hand:" in screen


def test_of_several_that_fit_the_person_chooses_and_may_type_again() -> None:
    screen, data = _found(["3", "police", "3", "police", "2"])
    assert "“police” may mean one of these:" in screen
    assert len(data["documents"]) == 1


def test_what_fits_nothing_is_said_and_back_leaves() -> None:
    screen, data = _found(["3", "zzzz", "<", "3", "<"], "fr")
    assert "Aucun document de votre liste ne correspond à « zzzz »." in screen
    assert "documents" not in data
