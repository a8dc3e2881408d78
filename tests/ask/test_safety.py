"""The questions of trafficking and violence: seen by nobody else, left at once, kept only after a yes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput

from ircc_prep.ask.screen import Screen
from ircc_prep.ask.session import Session
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.files.saving import Saver, save
from ircc_prep.files.wording import wording
from tests.ask.sitting import Sit, Sitting, book, drawn_talk, sit_plainly
from tests.ask.test_moving_about import permit

ASKED = "victim of human trafficking"
TRAFFICKING = "/private\r"
FOR_NOW, IN_FILE = "1\r", "2\r"


def written(sitting: Sitting) -> str:
    """Everything that was ever given to be saved."""
    return json.dumps(sitting.saved)


def test_an_answer_for_now_is_never_written_and_counts_while_the_sitting_lasts(sit: Sit) -> None:
    sitting = sit("1\r" + TRAFFICKING + FOR_NOW + "y\r" + "1\r" * 5, permit())
    assert ASKED in sitting.screen
    assert "trafficking" not in written(sitting)
    assert sitting.ending.open < sit("1\r", permit()).ending.open


@pytest.mark.parametrize(("typed", "shown"), [("y\r" + "1\r" * 5, 1), ("n\r", 0)])
def test_after_a_yes_it_is_said_at_once_where_there_is_help(sit: Sit, typed: str, shown: int) -> None:
    sitting = sit("1\r" + TRAFFICKING + FOR_NOW + typed, permit(**{"trp.in_canada": True}))
    assert sitting.screen.count("The permit for victims of human trafficking") == shown


def test_nothing_is_kept_where_nobody_said_yes(sit: Sit) -> None:
    for keys in ("\r\r", ">", "<", FOR_NOW + "*", FOR_NOW + ">", FOR_NOW + "n\r"):
        assert "trafficking" not in written(sit("1\r" + TRAFFICKING + keys, permit()))


def test_after_a_yes_the_answer_is_kept(sit: Sit) -> None:
    sitting = sit("1\r" + TRAFFICKING + IN_FILE + "n\r", permit())
    assert sitting.data["answers"]["trp.trafficking_victim"] is False


def test_an_answer_that_was_kept_is_taken_out_of_the_file_when_it_is_to_count_for_now_only(sit: Sit) -> None:
    sitting = sit("1\r" + TRAFFICKING + FOR_NOW + "n\r", permit(**{"trp.trafficking_victim": True}))
    assert "trp.trafficking_victim" not in sitting.data["answers"]


@pytest.mark.parametrize("typed", [FOR_NOW + "n\r", FOR_NOW + "!", FOR_NOW + "*", FOR_NOW + "<", IN_FILE + "*"])
def test_what_is_not_to_be_kept_is_in_no_byte_of_the_folder(tmp_path: Path, keys: PipeInput, typed: str) -> None:
    case = tmp_path / "case.yaml"
    save(case, permit(**{"trp.trafficking_victim": True}))
    keys.send_text("1\r" + TRAFFICKING + typed + "\x03")
    with Saver(case) as saver:
        data = saver.load().data
        Session(drawn_talk("en"), book, [], data, saver, "en", saver.forget).run()
    said = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert "trp.trafficking_victim: true" not in said
    assert ("trp.trafficking_victim" in said) == typed.startswith(IN_FILE)  # asked, and not known: that was to be kept
    assert len(list(tmp_path.iterdir())) == 2  # the case, and how it was before


@pytest.mark.parametrize("typed", ["!", FOR_NOW + "!", FOR_NOW + "y\r!"])
def test_one_key_leaves_at_once_and_says_nothing(sit: Sit, typed: str) -> None:
    sitting = sit("1\r" + TRAFFICKING + typed, permit())
    assert sitting.ending.how == "left"
    assert not sitting.ending.saved  # nothing is said of a file either
    assert "Stopped" not in sitting.screen
    assert "trafficking" not in written(sitting)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_to_leave_is_shown_there_and_nowhere_else(language: Language) -> None:
    leave = f"! {wording()['ask.command.leave'].of(language)}"
    everyday = sit_plainly(["1"], permit(), language).screen
    assert leave not in everyday
    private = sit_plainly(["1", "/", wording()["ask.safety.question"].of(language)[-8:], "1", "1"], permit(), language)
    assert private.screen.count(leave) == 2


def test_neither_the_list_nor_the_end_names_such_a_question(sit: Sit) -> None:
    data = permit(**{"trp.trafficking_victim": True, "trp.in_canada": True, "trp.family_violence": True})
    ending = sit("1\r" + ">" * 150 + "n\r2\r" + "/<" + "1\r", data)
    assert ASKED not in ending.screen
    assert "abuse" not in ending.screen
    assert "A private question, about your safety → answer not shown" in ending.screen


def test_setting_such_an_answer_aside_is_passed_over_in_silence(sit: Sit) -> None:
    data = permit(**{"trp.in_canada": True, "trp.family_violence": True})
    sitting = sit("1\r" + "/in canada now\r" + "n\r", data)
    assert sitting.data["answers"]["trp.in_canada"] is False
    assert "sets aside" not in sitting.screen


@pytest.mark.parametrize(
    ("plain", "steers", "written"),
    [
        (False, True, ("\x1b[?1049h", "\x1b[?1049l")),  # a screen of its own, of which nothing is kept
        (True, True, ("\x1b[3J",)),
        (True, False, ("\n" * 100,)),
    ],
)
def test_nothing_of_it_stays_on_the_screen(plain: bool, steers: bool, written: tuple[str, ...]) -> None:
    out: Any = io.StringIO()
    screen = Screen(colour=False, plain=plain, steers=steers, out=out)
    screen.cover()
    screen.question("A private question")
    screen.uncover()
    assert out.getvalue().rstrip(" ").endswith(written[-1])
    assert all(code in out.getvalue() for code in written)
