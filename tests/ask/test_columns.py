"""Names in any script on the screen: by the columns that they take, letter by letter as they are written."""

import io

import pytest

from ircc_prep.ask.columns import columns, printable, wrapped
from ircc_prep.ask.screen import Screen
from ircc_prep.core.bidi import isolated
from tests.ask.sitting import EXPRESS_ENTRY, Sit, sit_plainly

NAMES = ["مریم عظیمی", "می‌نا", "יעל כהן", "李小龙", "さくら", "ਹਰਪ੍ਰੀਤ ਕੌਰ", "Nguyễn Thị Ánh", "Ołeksandra"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_shown_and_stored_as_it_was_typed(sit: Sit, name: str) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r1\r{name}\r")
    assert sitting.data["people"][0]["given_names"] == name
    assert f"→ {isolated(name)}" in sitting.screen


@pytest.mark.parametrize("name", NAMES)
def test_the_accessible_twin_shows_and_stores_it_too(name: str) -> None:
    sitting = sit_plainly([EXPRESS_ENTRY, "1", name])
    assert sitting.data["people"][0]["given_names"] == name
    assert f"→ {name}" in sitting.screen


@pytest.mark.parametrize(("words", "taken"), [("Maria", 5), ("李小龙", 6), ("é", 1), ("e\u0301", 1), ("می‌نا", 4)])
def test_letters_are_counted_in_columns(words: str, taken: int) -> None:
    assert columns(words) == taken


@pytest.mark.parametrize(
    "words", ["李小龙 " * 30, "李" * 100, "Maria 李小龙 went to 香港 and 澳門 " * 6, "مریم عظیمی " * 20]
)
def test_no_line_is_wider_than_the_screen(words: str) -> None:
    lines = wrapped(words, 40, "  → ", "    ")
    assert all(columns(line) <= 40 for line in lines)
    assert "".join("".join(lines).split()) == "→" + "".join(words.split())


def test_what_would_steer_the_terminal_is_left_out() -> None:
    out = io.StringIO()
    Screen(colour=False, out=out).text("a\x1b[31mb\u202ec")
    assert out.getvalue() == "a [31mb c\n"
    assert printable("می‌نا") == "می‌نا"
