"""Names in every script: those from right to left turn no date or bracket round, and wide letters keep the columns."""

import io
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput
from prompt_toolkit.utils import get_cwidth

from ircc_prep.ask.columns import columns
from ircc_prep.ask.prompts.base import Menu, Option
from ircc_prep.ask.prompts.drawn import DrawnPrompts
from ircc_prep.ask.prompts.listing import Listing
from ircc_prep.ask.replies import Command
from ircc_prep.ask.table import page_with, rows
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.render.wrapping import cells
from tests.ask.list_sitting import type_keys
from tests.ask.sitting import EXPRESS_ENTRY, MARIA, Sit, drawn_talk, sit_plainly

OPEN, CLOSE = "\u2068", "\u2069"
FATIMA, WANG = "فاطمة الزهراء", "王小明"
NAMES = (
    FATIMA, WANG, "דוד בן־גוריון", "محمّد", "علی‌رضا", "अर्जुन", "Nguyễn Thị Hương", "김민준",
    unicodedata.normalize("NFD", "김민준"), "ｱｲｳ", "Ñandú", "ไพลิน",
)  # fmt: skip


def case_of(name: str, **person: Any) -> dict[str, Any]:
    return {**MARIA, "people": [{"id": "p", "role": "principal-applicant", "given_names": name, **person}]}


def isolated_everywhere(words: str, name: str) -> bool:
    """Whether every mention of a name is isolated, and every isolate is closed on its own line."""
    mentions = words.count(name)
    balanced = all(line.count(OPEN) == line.count(CLOSE) for line in words.split("\n"))
    return mentions > 0 and words.count(OPEN + name + CLOSE) == mentions and balanced


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_from_right_to_left_is_isolated_wherever_it_is_printed(sit: Sit, language: Language) -> None:
    sitting = sit("1\r" + "Zahra\r" + "1992-07-03\r" + "/<" + ">" * 200 + "n\r2\r1\r", case_of(FATIMA), language)
    assert sitting.ending.how == "finished"
    assert isolated_everywhere(sitting.screen, FATIMA)


def test_what_is_saved_holds_no_marks_even_where_they_were_pasted(sit: Sit) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r*{OPEN}{FATIMA}{CLOSE}\rn\rn\rn\r\u200f{FATIMA}\u200e\r", None)
    saved = json.dumps(sitting.saved, ensure_ascii=False)
    assert sitting.data["people"][0] == {
        "id": "applicant", "role": "principal-applicant", "given_names": FATIMA, "family_name": FATIMA,
    }  # fmt: skip
    assert not any(unicodedata.category(letter) == "Cf" for letter in saved)


def test_a_screen_reader_is_given_the_letters_alone() -> None:
    sitting = sit_plainly(["1", "1992-07-03", "/", "<"], case_of(FATIMA))
    assert FATIMA in sitting.screen
    assert OPEN not in sitting.screen


def test_the_lines_to_choose_from_and_the_offers_under_them_are_isolated_too() -> None:
    menu = Menu([Option("a", f"{FATIMA}, 2019", heading=FATIMA)], [(Command.TAKE, f"keep: {FATIMA} (2)")], "", FATIMA)
    listing = Listing.of_menu(menu, 40)
    listing.reminder = menu.remind
    shown = "".join(words for _, words in [*listing.fragments(), *listing.footer()])
    assert shown.count(FATIMA) == 4
    assert isolated_everywhere(shown, FATIMA)


def test_a_name_that_is_broken_into_two_lines_is_isolated_on_each() -> None:
    talk = drawn_talk("en")
    talk.screen.text(" ".join([FATIMA] * 20) + " 2019")
    assert isinstance(talk.screen.out, io.StringIO)
    lines = talk.screen.out.getvalue().splitlines()
    assert len(lines) > 2
    assert all(line.count(OPEN) == line.count(CLOSE) == 1 for line in lines)
    assert lines[-1].endswith(f"{CLOSE} 2019")


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_counted_as_the_terminal_counts_them(name: str) -> None:
    assert columns(name) == cells(name) == sum(map(get_cwidth, name))
    assert columns(f"{OPEN}{name}{CLOSE}") == columns(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_keeps_its_columns_beside_any_name(name: str) -> None:
    entries = [{"city": name, "country": "CA", "from": "2018"}, {"city": "Oslo", "country": "NO", "from": "2018-03-14"}]
    shown = rows(drawn_talk("en"), "stay", entries, page_with(0, 2), 78)
    assert columns(shown[0][: shown[0].index("Canada")]) == columns(shown[1][: shown[1].index("Norway")])


def test_a_city_that_was_typed_before_is_offered_isolated_and_kept_as_it_was_typed(keys: PipeInput) -> None:
    stays = [{"country": "AE", "city": "دبي", "from": "2015-01", "to": "2018-03"}]
    sitting = type_keys(keys, "stays", "1\r" + "AE\r" + "=", case_of_stays(stays))
    assert f"{OPEN}دبي{CLOSE}" in sitting.screen
    assert [entry["city"] for entry in sitting.entries] == ["دبي", "دبي"]


def case_of_stays(stays: list[dict[str, Any]]) -> dict[str, Any]:
    data = case_of(FATIMA, stays=stays)
    data["people"][0]["id"] = "maria"
    return data


def test_marks_are_shown_nowhere_but_on_the_drawn_screen() -> None:
    """The one door of each: no other module of the questionnaire writes to the terminal."""
    folder = Path(DrawnPrompts.__module__.replace(".", "/")).parent
    assert {path.name for path in folder.parent.rglob("*.py") if "isolated" in path.read_text(encoding="utf-8")} == {
        "screen.py", "drawn.py", "listing.py",
    }  # fmt: skip
