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
    _answer(terminal, "family name of Maria", "Santos\r")
    _answer(terminal, "When was Maria Santos born?", "<")  # back, with the answer there to keep
    _answer(terminal, "= keep: Santos", "=")
    _answer(terminal, "When was Maria Santos born?", "/")
    terminal.expect_exact("Type a word to find a question")
    terminal.send("married\x15")  # what finds nothing does no harm
    terminal.send("\x7f" * 8 + "country born\r")
    _answer(terminal, "In which country was", "phil\r")
    terminal.expect_exact("→ Philippines")
    _answer(terminal, "When was Maria Santos born?", CTRL_C)  # where one was before
    assert _exit_code(terminal) == INTERRUPTED
    said = yaml.safe_load(case.read_text(encoding="utf-8"))["people"][0]
    assert (said["family_name"], said["country_of_birth"]) == ("Santos", "PH")


def test_one_key_clears_the_screen_and_what_can_be_scrolled_back_to(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    people = [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]
    case.write_text(
        yaml.safe_dump({"schema": 1, "program": "temporary-resident-permit", "language": "en", "people": people}),
        encoding="utf-8",
    )
    before = case.read_bytes()
    terminal = _start(case)
    _answer(terminal, "Is that everybody?", "/")
    terminal.expect_exact("Type a word to find a question")
    terminal.send("private\r")
    _answer(terminal, "May your answer be kept in the file?", "1\r")
    _answer(terminal, "human trafficking", "!")
    terminal.expect_exact("\x1b[H\x1b[2J\x1b[3J")
    assert _exit_code(terminal) == 0
    assert (terminal.before or "").strip() == ""
    assert case.read_bytes() == before


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
    _answer(terminal, "nom de famille", "Santos\r")
    _answer(terminal, "Quelle est la date de naissance", "<")
    _answer(terminal, "= garder", "=")
    _answer(terminal, "Quelle est la date de naissance", "/")
    terminal.expect_exact("Tapez un mot pour trouver")
    terminal.send("pays de naissance\r")
    _answer(terminal, "Quel est le pays de naissance", "*")
    terminal.expect_exact("utiles")
    for _ in range(150):
        terminal.send(">")
        if terminal.expect_exact(["Question passée", "Voulez-vous les revoir", "Voulez-vous la revoir"]):
            break
    terminal.send("n\r")
    _answer(terminal, "Voulez-vous cocher", "2\r")
    terminal.expect_exact("Vos réponses")
    _answer(terminal, "Est-ce que tout est exact?", "1\r")
    terminal.expect_exact("Où vous en êtes")
    assert _exit_code(terminal) == 0
    assert yaml.safe_load(case.read_text(encoding="utf-8"))["people"][0]["id"] == "chloe"
