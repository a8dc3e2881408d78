"""How dates, names in brackets and choices are written in each language."""

from typing import Any

import pytest

from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.table import when
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.files.wording import wording
from tests.ask.list_sitting import case_with, type_lines
from tests.ask.sitting import MARIA, drawn_talk, sit_plainly

PASSPORT: dict[str, Any] = {"country": "PH", "issued": "2019-06-01", "expires": "2029-06"}


@pytest.mark.parametrize(
    ("text", "names", "filled"),
    [
        ("Depuis quand ({country}) ({city})?", {"country": "France", "city": "Lyon"}, "Depuis quand (France, Lyon)?"),
        ("Depuis quand ({country}) ({city})?", {"country": "France"}, "Depuis quand (France)?"),
        ("Quand ({item})?", {"item": "Certificat du Québec (CSQ)"}, "Quand (Certificat du Québec, CSQ)?"),
        ("Quand ({item})?", {}, "Quand?"),
        ("En {country}?", {"country": "Corée (République de)"}, "En Corée (République de)?"),
        ("L’âge de {person} ({country})", {"person": "Ana", "country": "Chine"}, "L’âge d’Ana (Chine)"),
    ],
)
def test_brackets_are_never_doubled(text: str, names: dict[str, str], filled: str) -> None:
    assert Phrases(wording(), "fr").filled(Text(text, text), names) == filled


@pytest.mark.parametrize(
    ("language", "told", "row"),
    [
        ("en", "issued on June 1, 2019 · expires in June 2029", "Jun 1, 2019 – Jun 2029"),
        ("fr", "délivrance le 1er juin 2019 · expiration en juin 2029", "1er juin 2019 – juin 2029"),
    ],
)
def test_a_day_in_a_list_is_written_as_its_language_has_it(language: Language, told: str, row: str) -> None:
    data = case_with("passports", [PASSPORT])
    assert told in type_lines("passports", [], data, language).screen

    assert when(drawn_talk(language), "passport", PASSPORT) == row


@pytest.mark.parametrize("language", LANGUAGES)
def test_provinces_stand_in_the_order_of_their_names_in_that_language(language: Language) -> None:
    answers = {"application.sent": True}
    data = {**MARIA, "language": language, "submitted": "2026-10-01", "answers": answers}
    find = {"en": "territory do you", "fr": "quel territoire"}[language]
    screen = sit_plainly(["1", "/", find, "1"], data, language).screen
    names = {"en": ("Nova Scotia", "Nunavut", "Ontario"), "fr": ("Nouvelle-Écosse", "Nunavut", "Ontario", "Québec")}
    found = [screen.index(f". {name} ") for name in names[language]]
    assert found == sorted(found)
    first_in_french = screen.index(". Colombie-Britannique") if language == "fr" else 0
    assert first_in_french < found[0]
    if language == "fr":
        assert screen.index(". Île-du-Prince-Édouard") < screen.index(". Manitoba")
