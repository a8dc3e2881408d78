"""Under a date that is being typed stands how it is understood, and what it leaves or shares beside it."""

import re
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput

from ircc_prep.core.text import Language
from tests.ask.list_sitting import case_with, type_keys, type_lines
from tests.ask.sitting import MARIA, Sit

CEBU = {"country": "PH", "city": "Cebu", "from": "2012-01", "to": "2017-03"}
DUBAI = {"country": "AE", "city": "Dubai", "from": "2020-06", "to": "2026-11"}
SAID = "while it is typed: "


def said_of(keys: PipeInput, typed: str, stays: list[dict[str, Any]], language: Language = "en") -> list[str]:
    """What was said under each date of a new stay in Canada."""
    sitting = type_keys(keys, "stays", "1\rCA\rLaval\r" + typed, case_with("stays", stays), language)
    return [re.split(" [\u2192!] ", part)[0].strip() for part in sitting.screen.split(SAID)[1:]]


def test_the_reading_is_said_in_words(sit: Sit) -> None:
    assert f"{SAID}July 3, 1992" in sit("1\r3 jul 1992\r", MARIA).screen
    assert f"{SAID}3 juillet 1992" in sit("1\r1992-07-03\r", MARIA, "fr").screen.replace("\u00a0", " ")


def test_both_readings_are_said_and_nothing_of_what_cannot_be_read(sit: Sit) -> None:
    assert f"{SAID}April 3, 1992 or March 4, 1992" in sit("1\r03/04/1992\r", MARIA).screen
    assert SAID not in sit("1\rnonsense\r", MARIA).screen


@pytest.mark.parametrize(
    ("language", "gap", "overlap"),
    [
        ("en", "Nothing is listed from April to August 2017.", "Numbers 2 and 3 are for the same time"),
        ("fr", "Rien n’est indiqué d’avril à août 2017.", "Les numéros 2 et 3 portent sur la même période"),
    ],
)
def test_a_gap_before_it_and_an_overlap_after_it_are_said_as_under_the_list(
    keys: PipeInput, language: Language, gap: str, overlap: str
) -> None:
    begun, ended = said_of(keys, "2017-09\r2021-02\r", [CEBU, DUBAI], language)
    assert gap in begun
    assert overlap in ended


def test_what_joins_its_neighbours_says_nothing_more(keys: PipeInput) -> None:
    assert said_of(keys, "2017-04\r2020-05\r", [CEBU, DUBAI]) == ["April 2017", "May 2020"]


def test_the_months_until_today_are_no_gap_while_an_entry_is_typed(keys: PipeInput) -> None:
    assert said_of(keys, "2017-04\r2018\r", [CEBU]) == ["April 2017", "2018"]


def test_an_end_before_its_beginning_is_left_to_the_answer(keys: PipeInput) -> None:
    assert said_of(keys, "2017-04\r2016\r", [CEBU]) == ["April 2017", "2016"]


def test_in_the_accessible_twin_it_is_said_after_the_answer_as_before() -> None:
    screen = type_lines("stays", ["1", "CA", "Laval", "2017-09", "2021-02"], case_with("stays", [CEBU, DUBAI])).screen
    assert SAID not in screen
    assert "Nothing is listed from April to August 2017." in screen
