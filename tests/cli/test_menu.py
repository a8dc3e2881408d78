"""The menu: what a newcomer and a returning person are offered, in which language, and which files it goes on with."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from ircc_prep.ask.menu import screenfuls
from ircc_prep.cli import menu
from ircc_prep.cli.language import knows_language
from tests.ask.sitting import number_of
from tests.cli.conftest import PERSONAS, ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.name)
def test_the_case_that_the_demo_leaves_is_offered_for_all_its_comments(here: Path, persona: Path) -> None:
    shutil.copy(persona, here)
    assert [path.name for path in menu._cases_here()] == [persona.name]


def test_a_case_in_json_is_offered_and_another_file_that_speaks_of_a_schema_is_not(here: Path) -> None:
    (here / "ana.json").write_text('{"schema": 1, "program": "visitor"}')
    (here / "other.yaml").write_text("# no schema: here\nname: schema\n")
    assert [path.name for path in menu._cases_here()] == ["ana.json"]


def test_a_file_that_cannot_be_read_is_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "locked.yaml").write_text("schema: 1\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert menu._cases_here() == []


@pytest.mark.parametrize(
    ("locale", "known"),
    [
        ({"LANG": "en_CA.UTF-8"}, True),
        ({"LANG": "fr_CA.UTF-8"}, True),
        ({"LANG": "es_MX.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({}, False),
        ({"LC_ALL": "pa_IN", "LANG": "en_CA"}, False),
        ({"LC_ALL": "", "LANG": "fr_CA"}, True),
    ],
)
def test_the_language_is_asked_where_the_locale_is_neither(locale: dict[str, str], known: bool) -> None:
    assert knows_language(locale) is known


def test_a_page_of_a_long_text_fits_and_ends_between_paragraphs() -> None:
    lines = ["one", "two", "three", "", "HEADING", "", "four", "five", "", "six", "seven", "eight", "nine", "ten"]
    pages = screenfuls(lines, 6)
    assert [line for page in pages for line in page] == lines
    assert all(len(page) <= 6 for page in pages)
    assert pages[0] == ["one", "two", "three"]  # the heading goes with what it stands above


def test_a_terminal_of_a_few_lines_still_shows_everything() -> None:
    assert [line for page in screenfuls(["a", "b", "c"], -2) for line in page] == ["a", "b", "c"]


def _terminal(folder: Path, **environment: str) -> "pexpect.spawn[str]":
    dropped = ("IRCC_PREP", "ACCESSIBLE", "LC_", "LANG")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    kept |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUTF8": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "ircc_prep"],
        cwd=str(folder),
        env=kept | environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=60,
    )


def _left(terminal: "pexpect.spawn[str]") -> int | None:
    terminal.expect(pexpect.EOF)
    terminal.close()
    code: int | None = terminal.exitstatus
    return code


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_newcomer_chooses_a_language_reads_what_to_have_at_hand_and_leaves(tmp_path: Path) -> None:
    terminal = _terminal(tmp_path, LANG="C.UTF-8")
    terminal.expect_exact("Tapez 1 ou 2")
    terminal.send("2\r")
    terminal.expect_exact("Rien ne sort de cet ordinateur.")
    for offered in ("1  Commencer", "2  Voir d’abord", "3  Voir un exemple", "4  Quitter", ". quitter"):
        terminal.expect_exact(offered)
    terminal.send("2\r")
    terminal.expect_exact("tapez un mot de son nom")
    terminal.send("express\r")
    terminal.expect_exact("4  Je ne sais pas encore")
    terminal.expect_exact(". quitter")
    terminal.send("4\r")
    terminal.expect_exact("Avant de commencer : Entrée express")
    terminal.expect_exact("retour au menu")
    terminal.send("\r")
    terminal.expect_exact("Page 2 de")
    terminal.expect_exact("retour au menu")
    terminal.send(".")
    terminal.expect_exact("4  Quitter")
    terminal.expect_exact(". quitter")
    terminal.send("4\r")
    assert _left(terminal) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_with_a_screen_reader_the_menu_is_numbered_lines_and_a_start_leads_to_the_questions(tmp_path: Path) -> None:
    terminal = _terminal(tmp_path, LANG="en_CA.UTF-8", ACCESSIBLE="1")
    terminal.expect_exact("  1. Start: choose a program")
    terminal.expect_exact("> ")
    terminal.sendline("1")
    terminal.expect_exact("What should it be called?")
    terminal.expect_exact("> ")
    terminal.sendline("maria")
    terminal.expect_exact("Type 1 or 2")
    terminal.sendline("1")
    terminal.expect_exact("What is this application for?")
    terminal.expect_exact(f"{number_of('express-entry')}. Express Entry\r\n")
    terminal.expect_exact("> ")
    terminal.send("\x03")
    assert _left(terminal) == 130


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_who_has_a_case_here_is_offered_to_go_on_with_it(tmp_path: Path) -> None:
    shutil.copy(PERSONAS[0], tmp_path)
    terminal = _terminal(tmp_path, LANG="en_CA.UTF-8")
    offers = ("1  Continue a case", "2  See what is ready", "3  Make the", "4  Write the", "5  Start", "6  See what to")
    for offered in offers:
        terminal.expect_exact(offered)
    terminal.expect_exact(". leave")
    terminal.send(".")
    assert _left(terminal) == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("chosen", "said"), [("2", "ircc-prep packet"), ("3", "-packet.pdf"), ("4", "-calendar.ics")])
def test_what_the_menu_offers_for_a_case_is_done(tmp_path: Path, chosen: str, said: str) -> None:
    shutil.copy(PERSONAS[0], tmp_path)
    terminal = _terminal(tmp_path, LANG="en_CA.UTF-8", ACCESSIBLE="1")
    terminal.expect_exact("> ")
    terminal.sendline(chosen)
    terminal.expect_exact(said)
    assert _left(terminal) in (0, 1, 3)
