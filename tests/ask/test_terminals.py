"""The questionnaire in a real terminal, 80 columns by 24, alike in both languages."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml

from ircc_prep.core.text import LANGUAGES, Language
from tests.ask.sitting import number_of

ROOT = Path(__file__).parents[2]
CTRL_C, INTERRUPTED = "\x03", 130
BACKSPACE, CLEAR = "\x7f", "\x15"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")]

# What is looked for on the screen, and what is typed, in each language.
WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "read": "Press Enter to go on",
        "language": "1", "program": "What is this application for?", "stream": "Which part of the program",
        "principal": "Who is the principal applicant?", "partner": "spouse or common-law partner?",
        "children": "dependent children", "others": "anyone else", "left": "left that matter",
        "welcome-back": "Welcome back", "everybody": "Is that everybody?", "family-name": "family name of Maria",
        "born": "When was Maria Santos born?", "keep": "= keep: Santos", "find": "Type a word to find a question",
        "country-words": "country born", "country": "In which country was", "typed-country": "phil",
        "found-country": "→ Philippines", "typed-date": "3 jul 1992", "understood": "July.{1,8}3,.{1,8}1992",
        "married": "married", "skipped": "Skipped for now", "see-skipped": "Would you like to look at",
        "papers": "Would you like to tick", "answers": "Your answers", "right": "Is everything as it should be?",
        "where": "Where you are now", "no": "n",
    },
    "fr": {
        "read": "Appuyez sur Entrée pour continuer",
        "language": "2", "program": "Quel est l’objet de cette demande?", "stream": "volet",
        "principal": "Qui est le demandeur principal?", "partner": "conjoint de fait de Maria?",
        "children": "enfants à charge", "others": "une autre personne", "left": "utiles",
        "welcome-back": "Nous reprenons", "everybody": "Est-ce tout le monde?", "family-name": "nom de famille",
        "born": "Quelle est la date de naissance", "keep": "= garder : Santos", "find": "Tapez un mot pour trouver",
        "country-words": "pays de naissance", "country": "Quel est le pays de naissance", "typed-country": "phil",
        "found-country": "→ Philippines", "typed-date": "3 juil 1992", "understood": "3.{1,8}juillet.{1,8}1992",
        "married": "mariée", "skipped": "Question passée", "see-skipped": "Voulez-vous l",
        "papers": "Voulez-vous cocher", "answers": "Vos réponses", "right": "Est-ce que tout est exact?",
        "where": "Où vous en êtes", "no": "n",
    },
}  # fmt: skip


def _start(case: Path) -> "pexpect.spawn[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("IRCC_PREP", "ACCESSIBLE"))}
    environment |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "ircc_prep", "ask", str(case)],
        env=environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
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


def _said(case: Path) -> Any:
    return yaml.safe_load(case.read_text(encoding="utf-8"))


def _begun(case: Path, words: Mapping[str, str]) -> "pexpect.spawn[str]":
    """A new case, at the question whether Maria has a partner."""
    terminal = _start(case)
    language: Language = "en" if words is WORDS["en"] else "fr"
    terminal.expect_exact(", then Enter" if language == "en" else ", puis Entrée")
    terminal.send(f"{words['language']}\r")
    _answer(terminal, words["read"], "\r")
    _answer(terminal, words["program"], f"{number_of('express-entry', language)}\r")
    _answer(terminal, words["stream"], "*")
    _answer(terminal, words["principal"], "Maria\r")
    terminal.expect_exact(words["partner"])
    return terminal


@pytest.mark.parametrize("language", LANGUAGES)
def test_ctrl_c_keeps_the_answers_and_the_next_sitting_goes_on_where_one_was(
    tmp_path: Path, language: Language
) -> None:
    case, words = tmp_path / "case.yaml", WORDS[language]
    terminal = _begun(case, words)
    terminal.send(CTRL_C)
    assert _exit_code(terminal) == INTERRUPTED
    assert _said(case)["people"] == [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]
    assert _said(case)["unsure"] == ["stream"]

    terminal = _start(case)  # in the language of the case, without asking for it again
    terminal.expect_exact(words["welcome-back"])
    _answer(terminal, words["everybody"], "1\r")
    terminal.expect_exact(words["left"])
    _answer(terminal, words["family-name"], "Santos\r")
    _answer(terminal, words["born"], "<")  # back, with the answer there to keep
    _answer(terminal, words["keep"], "=")
    _answer(terminal, words["born"], "/")
    terminal.expect_exact(words["find"])
    terminal.send(words["married"] + CLEAR)  # what finds nothing does no harm
    terminal.send(BACKSPACE * (len(words["married"]) + 1) + words["country-words"] + "\r")
    _answer(terminal, words["country"], f"{words['typed-country']}\r")
    terminal.expect_exact(words["found-country"])
    _answer(terminal, words["born"], words["typed-date"])  # where one was before
    terminal.expect(words["understood"])  # while it is typed; spaces may be drawn as steps to the right
    terminal.send(CTRL_C)
    assert _exit_code(terminal) == INTERRUPTED
    said = _said(case)["people"][0]
    assert (said["family_name"], said["country_of_birth"]) == ("Santos", "PH")
    assert "date_of_birth" not in said  # it was never confirmed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_is_begun_and_finished(tmp_path: Path, language: Language) -> None:
    case, words = tmp_path / "dossier.yaml", WORDS[language]
    terminal = _begun(case, words)
    terminal.send(f"{words['no']}\r")
    for question in ("children", "others"):
        _answer(terminal, words[question], f"{words['no']}\r")
    terminal.expect_exact(words["left"])
    _answer(terminal, words["family-name"], "Santos\r")
    _answer(terminal, words["born"], f"{words['typed-date']}\r")
    for _ in range(150):
        terminal.send(">")
        if terminal.expect_exact([words["skipped"], words["see-skipped"]]):
            break
    terminal.send(f"{words['no']}\r")
    _answer(terminal, words["papers"], "2\r")
    terminal.expect_exact(words["answers"])
    while terminal.expect_exact([words["read"], words["right"]]) == 0:  # page by page
        terminal.send("\r")
    terminal.expect_exact(". ")
    terminal.send("1\r")
    terminal.expect_exact(words["where"])
    assert _exit_code(terminal) == 0
    assert str(_said(case)["people"][0]["date_of_birth"]) == "1992-07-03"


@pytest.mark.parametrize(
    ("language", "find", "keep", "question"),
    [
        ("en", "private", "May your answer be kept in the file?", "human trafficking"),
        ("fr", "question privée", "Votre réponse peut-elle être conservée", "traite de personnes"),
    ],
)
def test_one_key_clears_the_screen_and_what_can_be_scrolled_back_to(
    tmp_path: Path, language: Language, find: str, keep: str, question: str
) -> None:
    case = tmp_path / "case.yaml"
    people = [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]
    data = {"schema": 1, "program": "temporary-resident-permit", "language": language, "people": people}
    case.write_text(yaml.safe_dump(data), encoding="utf-8")
    before = case.read_bytes()
    terminal = _start(case)
    _answer(terminal, WORDS[language]["everybody"], "/")
    terminal.expect_exact(WORDS[language]["find"])
    terminal.send(f"{find}\r")
    _answer(terminal, keep, "1\r")
    _answer(terminal, question, "!")
    terminal.expect_exact("\x1b[H\x1b[2J\x1b[3J")
    assert _exit_code(terminal) == 0
    assert (terminal.before or "").strip() == ""
    assert case.read_bytes() == before
