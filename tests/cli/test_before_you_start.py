"""`before-you-start` as a person runs it: in 80 columns, in both languages, with the nearest name for a wrong one."""

import re

import pytest

from ircc_prep.cli import before_you_start
from tests.ask.sitting import TODAY, book
from tests.cli.conftest import Run

PROGRAMS = ("express-entry", "pr-landing", "temporary-resident-permit")
HEADINGS = {
    "en": ["THE QUESTIONS", "HAVE THIS AT HAND", "WHAT EVERYONE NEEDS", "WHAT DEPENDS ON YOU", "NEXT", "SOURCES"],
    "fr": [
        "LES QUESTIONS",
        "À AVOIR SOUS LA MAIN",
        "CE QU’IL FAUT À TOUS",
        "CE QUI DÉPEND DE VOTRE SITUATION",
        "ENSUITE",
        "SOURCES",
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_part_is_there_in_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, program: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = run("before-you-start", program, "--lang", language, "--on", "2026-11-22")
    assert (done.code, done.err) == (0, "")
    places = [done.out.index(heading) for heading in HEADINGS[language]]
    assert places == sorted(places)
    lines = [line for line in done.out.splitlines() if "http" not in line]  # an address that is cut can't be copied
    assert max(len(line) for line in lines) <= 80
    assert {"{", "\x1b", "\n\n\n"} & {each for each in ("{", "\x1b", "\n\n\n") if each in done.out} == set()


@pytest.mark.slow
def test_it_says_how_far_back_the_histories_go_and_what_is_known_of_time(run: Run) -> None:
    said = " ".join(run("before-you-start", "express-entry", "--stream", "fsw").out.split())
    assert "Addresses: when each began and ended. Go back 10 years, or to age 18" in said
    assert "When: You have 30 days from IRCC’s letter" in said
    assert "no published time was found" in said
    assert "Federal Skilled Worker Program" in said


@pytest.mark.slow
@pytest.mark.parametrize(("stream", "flag"), [(None, ""), ("fsw", " --stream fsw")])
def test_in_the_menu_there_is_one_command_and_it_tells_the_sources(stream: str | None, flag: str) -> None:
    told = before_you_start.told(book("express-entry"), stream, TODAY, "fr", in_menu=True)
    assert told.splitlines()[-1].strip() == f"ircc-prep before-you-start express-entry{flag}"
    assert told.count("ircc-prep") == 1
    assert re.search(r"https?:|\[\d+\]", told) is None
    assert [heading in told for heading in HEADINGS["fr"]] == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    ("call", "id", "hint"),
    [
        (["expres-entry"], "no-checklist", "Did you mean “express-entry”?"),
        (["express-entry", "--stream", "fws"], "no-such-stream", "Did you mean “fsw”?"),
        (["temporary-resident-permit", "--stream", "x"], "no-such-stream", "leave --stream out"),
    ],
)
def test_a_wrong_name_is_met_with_the_nearest_one(run: Run, call: list[str], id: str, hint: str) -> None:
    done = run("before-you-start", *call)
    assert (done.code, done.out) == (2, "")
    assert f"[{id}]" in done.err
    assert hint in done.err
