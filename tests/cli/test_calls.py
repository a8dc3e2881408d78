"""Calls that can't be carried out, and the help, in both languages: typer itself speaks English alone."""

import re
import subprocess
import sys

import pytest

from ircc_prep.cli.app import COMMANDS

# What typer would say by itself.
ENGLISH = re.compile(r"Usage:|Error|Try |Options:|Arguments:|Commands:|Show this|\[required\]|default:|Missing|Invalid")


def called(*words: str, lang: str) -> tuple[int, str, str]:
    """A call in a process of its own: the language of the help is settled when the program starts."""
    command = [sys.executable, "-m", "ircc_prep", *words]
    ran = subprocess.run(command, capture_output=True, text=True, env={"IRCC_PREP_LANG": lang}, check=False)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(
    ("words", "english", "french"),
    [
        (["check"], "CASE is missing.", "Il manque CASE."),
        (["check", "--on"], "--on needs a value.", "--on a besoin d’une valeur."),
        (["check", "a", "--strict=1"], "--strict takes no value.", "--strict ne prend pas de valeur."),
        (["check", "a", "--formt", "x"], "Did you mean “--format”?", "Vouliez-vous dire «\u00a0--format\u00a0»?"),
        (["check", "a", "--format", "xml"], "--format can’t have this value.", "text, json, jsonl"),
        (["batch", "a", "--jobs", "many"], "Write a number, 1 or more.", "Écrivez un nombre, 1 ou plus."),
        (["calendar", "a", "b", "c"], "The call has words too many.", "La commande contient des mots de trop."),
        (["pack", "lnt"], "Did you mean “lint”?", "Vouliez-vous dire «\u00a0lint\u00a0»?"),
    ],
)
def test_a_call_that_cannot_be_carried_out_is_told_in_both_languages_with_what_to_do(
    words: list[str], english: str, french: str
) -> None:
    for lang, said in (("en", english), ("fr", french)):
        code, out, told = called(*words, lang=lang)
        assert (code, out) == (2, "")
        assert said in told
        assert len(told.splitlines()) == 2
        assert not ENGLISH.search(told)


def test_what_was_typed_for_an_option_is_not_repeated() -> None:
    for words in (
        ["check", "a", "--format", "Maricel"],
        ["calendar", "a", "Maricel"],
        ["batch", "a", "--jobs", "Maricel"],
    ):
        assert "Maricel" not in called(*words, lang="en")[2]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["", *COMMANDS, *(f"pack {each}" for each in ("lint", "test", "doc", "diff"))])
def test_the_french_help_holds_no_word_of_typers_own_english(command: str) -> None:
    code, page, _ = called(*command.split(), "--help", lang="fr")
    assert code == 0
    assert page.startswith("Utilisation\u00a0: ircc-prep")
    assert not ENGLISH.search(page)
