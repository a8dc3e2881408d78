"""Papers ticked by their numbers, in the accessible mode, and with the keys of the drawn list."""

import pytest

from ircc_prep.ask.prompts.base import Option, Ticks
from ircc_prep.ask.prompts.drawn import DrawnPrompts
from ircc_prep.ask.prompts.listing import Listing
from ircc_prep.ask.prompts.plain import PlainPrompts
from ircc_prep.ask.screen import Screen

LETTERS = "abcdef"
OPTIONS = [Option(letter, letter.upper()) for letter in LETTERS]


def ticked(typed: list[str], held: str = "") -> str:
    lines = iter(typed)
    prompts = PlainPrompts(Screen(colour=False, plain=True), lambda _mark: next(lines))
    found = prompts.tick(Ticks(OPTIONS, [], "Type numbers.", "Nothing is ticked.", frozenset(held)))
    assert isinstance(found, frozenset)
    return "".join(sorted(found))


@pytest.mark.parametrize(
    ("typed", "held", "found"),
    [
        ("1, 4", "", "ad"), ("5", "b", "be"), ("2-4", "", "bcd"), ("-2", "abc", "ac"), ("0", "abc", ""), ("", "b", "b"),
        ("1,3, 5-6", "", "acef"), ("-1 2", "a", "b"),
    ],
)  # fmt: skip
def test_numbers_add_to_what_is_ticked_and_a_minus_takes_away(typed: str, held: str, found: str) -> None:
    assert ticked([typed], held) == found


@pytest.mark.parametrize("typed", ["7", "0, 1", "4-9", "2-", "x", "1-x", "3-2"])
def test_what_is_no_line_changes_nothing_and_is_asked_again(typed: str) -> None:
    assert ticked([typed, ""], "b") == "b"


def test_enter_on_a_line_that_was_only_looked_for_says_how_to_tick_it(keys: object) -> None:
    from prompt_toolkit.input import PipeInput

    assert isinstance(keys, PipeInput)
    ticks = Ticks(OPTIONS, [], "Space ticks.", "Nothing is ticked.")
    keys.send_text("2\r \r")
    assert DrawnPrompts(Screen(colour=False)).tick(ticks) == frozenset({"b"})
    keys.send_text("2\r\r")
    assert DrawnPrompts(Screen(colour=False)).tick(ticks) == frozenset()
    assert Listing.of_ticks(ticks, 78).reminder == ""


def test_a_number_typed_after_a_tick_begins_anew(keys: object) -> None:
    from prompt_toolkit.input import PipeInput

    assert isinstance(keys, PipeInput)
    many = [Option(str(number), f"Paper {number}") for number in range(1, 21)]
    keys.send_text("1 8 \r")
    found = DrawnPrompts(Screen(colour=False)).tick(Ticks(many, [], "Space ticks.", "Nothing is ticked."))
    assert found == frozenset({"1", "8"})
