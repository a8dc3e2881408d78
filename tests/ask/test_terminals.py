"""The questionnaire in a real terminal, 80 columns by 24."""

import os
import sys
from pathlib import Path

import pexpect
import pytest
import yaml

ROOT = Path(__file__).parents[2]
CTRL_C, INTERRUPTED = "\x03", 130
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")]


def _start(case: Path) -> "pexpect.spawn[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("IRCC_PREP", "ACCESSIBLE"))}
    environment |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "ircc_prep", "ask", str(case)],
        env=environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=20,
    )


def _answer(terminal: "pexpect.spawn[str]", question: str, keys: str) -> None:
    """Waits for a question and the signs under it, then types."""
    terminal.expect_exact(question)
    terminal.expect_exact(". ")
    terminal.send(keys)


def _exit_code(terminal: "pexpect.spawn[str]") -> int | None:
    terminal.expect(pexpect.EOF)
    terminal.close()
    code: int | None = terminal.exitstatus
    return code


def test_in_english_ctrl_c_keeps_the_answers_and_the_next_sitting_goes_on(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    terminal = _start(case)
    terminal.expect_exact("Type 1 or 2")
    terminal.send("1\r")
    _answer(terminal, "What is this application for?", "1\r")
    _answer(terminal, "Which part of the program", "*")
    _answer(terminal, "Who is the principal applicant?", "Maria\r")
    terminal.expect_exact("spouse or common-law partner?")
    terminal.send(CTRL_C)
    assert _exit_code(terminal) == INTERRUPTED

    saved = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert saved["people"] == [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]
    assert saved["unsure"] == ["stream"]

    terminal = _start(case)
    terminal.expect_exact("Welcome back")
    _answer(terminal, "Is that everybody?", "1\r")
    terminal.expect_exact("left that matter")
    terminal.send(CTRL_C)
    assert _exit_code(terminal) == INTERRUPTED


def test_in_french_a_case_is_begun_and_finished(tmp_path: Path) -> None:
    case = tmp_path / "dossier.yaml"
    terminal = _start(case)
    terminal.expect_exact("Tapez 1 ou 2")
    terminal.send("2\r")
    _answer(terminal, "Quel est l’objet de cette demande?", "1\r")
    _answer(terminal, "volet", "1\r")
    _answer(terminal, "Qui est le demandeur principal?", "Chloé\r")
    for question in ("conjoint de fait de Chloé?", "enfants à charge", "une autre personne"):
        _answer(terminal, question, "n\r")
    terminal.expect_exact("utiles")
    for _ in range(150):
        terminal.send(">")
        if terminal.expect_exact(["Question passée", "Voulez-vous les revoir", "Voulez-vous la revoir"]):
            break
    terminal.send("n\r")
    if terminal.expect_exact(["Voulez-vous cocher", "Où vous en êtes"]) == 0:
        terminal.send("2\r")
    assert _exit_code(terminal) == 0
    assert yaml.safe_load(case.read_text(encoding="utf-8"))["people"][0]["id"] == "chloe"
