"""Each kind of prompt, answered with keys."""

from typing import Any

import pytest
from prompt_toolkit.input import PipeInput

from ircc_prep.ask.fields import Field, Kind
from ircc_prep.ask.prompts.base import Line
from ircc_prep.ask.put import Prompt, put
from ircc_prep.ask.replies import Command, Given, StoppedError
from ircc_prep.ask.talk import Talk
from ircc_prep.core.text import Text
from tests.ask.sitting import shown

OPTIONS = tuple((f"o{number}", Text(f"Option {number}", f"Choix {number}")) for number in range(1, 13))
DOWN, ENTER, WIPE = "\x1b[B", "\r", "\x15"


def _field(kind: Kind, name: str = "a.fact") -> Field:
    return Field(name, kind, lambda _value: True, OPTIONS if kind == "choice" else ())


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("bool", "1\r", True),
        ("bool", "n\r", False),
        ("bool", f"{DOWN}{DOWN}\r", False),
        ("choice", "3\r", "o3"),
        ("choice", "12\r", "o12"),
        ("choice", f"{DOWN}\r", "o1"),
        ("number", "7,5\r", 7.5),
        ("money", "15 000 $\r", 15000),
        ("date", "14 March 2019\r", "2019-03-14"),
        ("end", "present\r", "present"),
        ("country", "émirats\r", "AE"),
        ("country", "congo\r2\r", "CG"),
        ("countries", "phil, Canada\r", ["PH", "CA"]),
        ("text", "  Nurse \r", "Nurse"),
        ("words", "passport, letter\r", ["passport", "letter"]),
        ("language", "2\r", "fr"),
        ("language", "3\rarabe\r", "ar"),
    ],
)
def test_an_answer_is_understood(talk: Talk, keys: PipeInput, kind: Kind, typed: str, value: Any) -> None:
    keys.send_text(typed)
    assert put(talk, Prompt(_field(kind))) == Given(value)


@pytest.mark.parametrize("kind", ["bool", "choice", "number", "money", "date", "country", "text"])
def test_enter_alone_is_no_answer(talk: Talk, keys: PipeInput, kind: Kind) -> None:
    keys.send_text("\r\r*")
    assert put(talk, Prompt(_field(kind))) is Command.UNSURE


@pytest.mark.parametrize("kind", ["bool", "choice", "number", "date", "country", "text"])
@pytest.mark.parametrize("command", [Command.UNSURE, Command.SKIP, Command.BACK])
def test_every_prompt_takes_the_same_signs(talk: Talk, keys: PipeInput, kind: Kind, command: Command) -> None:
    keys.send_text(command.value)
    assert put(talk, Prompt(_field(kind))) is command


@pytest.mark.parametrize("kind", ["bool", "text"])
def test_a_dot_stops_and_ctrl_c_interrupts(talk: Talk, keys: PipeInput, kind: Kind) -> None:
    keys.send_text(".")
    with pytest.raises(StoppedError):
        put(talk, Prompt(_field(kind)))
    keys.send_text("\x03")
    with pytest.raises(KeyboardInterrupt):
        put(talk, Prompt(_field(kind)))


@pytest.mark.parametrize("kind", ["bool", "text"])
def test_a_question_mark_says_why_and_asks_again(talk: Talk, keys: PipeInput, kind: Kind) -> None:
    asked: list[str] = []
    keys.send_text("?*")
    assert put(talk, Prompt(_field(kind), lambda: asked.append("why"))) is Command.UNSURE
    assert asked == ["why"]


def test_a_wrong_answer_stays_there_to_be_mended(talk: Talk, keys: PipeInput) -> None:
    keys.send_text("2019-02-30\r" + "\x7f\x7f28\r")
    assert put(talk, Prompt(_field("date"))) == Given("2019-02-28")
    assert "February 2019 has no such day" in shown(talk)


def test_a_date_with_two_readings_is_refused_with_both_in_words(talk: Talk, keys: PipeInput) -> None:
    keys.send_text(f"03/04/2019\r{WIPE}2019-04-03\r")
    assert put(talk, Prompt(_field("date"))) == Given("2019-04-03")
    said = shown(talk).replace("\u00a0", " ")
    assert "April 3, 2019 or March 4, 2019" in said
    assert said.endswith("→ April 3, 2019")


def test_a_birth_in_the_future_is_a_slip(talk: Talk, keys: PipeInput) -> None:
    keys.send_text(f"2092\r{WIPE}1992\r")
    assert put(talk, Prompt(_field("date", "person.date_of_birth"))) == Given("1992")
    assert "2092 is still to come" in shown(talk)


def test_a_discreet_answer_is_not_printed(talk: Talk, keys: PipeInput) -> None:
    keys.send_text("y\r")
    assert put(talk, Prompt(_field("bool"), discreet=True)) == Given(True)
    assert shown(talk) == "→ Noted."


def test_a_number_of_no_line_chooses_nothing(talk: Talk, keys: PipeInput) -> None:
    keys.send_text("19\r1\r")
    assert put(talk, Prompt(_field("bool"))) == Given(True)


def test_what_the_screen_offers_is_taken_with_its_own_sign_alone(talk: Talk, keys: PipeInput) -> None:
    keys.send_text("\r=")
    prompt = Prompt(_field("date"), commands=(Command.STOP, Command.TAKE), take="2018-03", take_words="March 2018")
    assert put(talk, prompt) == Given("2018-03")


@pytest.mark.parametrize(
    ("typed", "wrong"), [("30 feb 1990", "no such day"), ("2 fe", "no such day"), ("", "no such day"), ("1990", "")]
)
def test_what_was_wrong_stays_until_something_else_is_understood(typed: str, wrong: str) -> None:
    line = Line([], typed="30 feb 1990", wrong="no such day", live=lambda words: words if words == "1990" else "")
    assert line.still_wrong(typed) == wrong
