"""The accessible twin: the same answers give the same file, step by step, and nothing is left out of what it says."""

from collections.abc import Sequence
from typing import Any

import pytest

from ircc_prep.core.text import LANGUAGES, Language
from tests.ask.sitting import Sit, Sitting, number_of, sit_plainly
from tests.ask.test_moving_about import PERMIT, WORKER, permit

Steps = Sequence[tuple[str, str | tuple[str, ...] | dict[Language, str]]]
# What somebody does, as keys on a drawn screen and as lines of the twin.
SKIPS: Steps = [(">", ">")] * 40
BEGINNING: Steps = [
    ("Maria\r", "Maria"),
    ("y\r", {"en": "yes", "fr": "oui"}),  # a partner
    ("Łukasz\r", "Łukasz"),
    ("n\r", "2"),
    ("y\r", "1"),  # somebody else …
    ("<", "<"),  # … after all not
    ("n\r", "n"),
]
PERSON: Steps = [
    ("03/04/1992\r1\r", ("03/04/1992", "1")),  # may mean two days: which one is asked
    ("phil, canada\r", "phil, canada"),
    ("<", "<"),
    ("=", "="),
    (">", ">"),
    ("/country born\r", ("/", "country born", "1")),
    ("émirats\r", "émirats"),
    ("*", "*"),
]


def both(sit: Sit, steps: Steps, data: dict[str, Any] | None, language: Language) -> tuple[Sitting, Sitting]:
    keys = "".join(str(key) for key, _ in steps)
    lines: list[str] = []
    for _, line in steps:
        said = line[language] if isinstance(line, dict) else line
        lines += said if isinstance(said, tuple) else [str(said)]
    keys = keys.replace("y\r", "o\r") if language == "fr" else keys
    return sit(keys, data, language), sit_plainly(lines, data, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_is_named_alike(sit: Sit, language: Language) -> None:
    program = number_of("temporary-resident-permit", language)
    drawn, plain = both(sit, [(f"{program}\r", program), *BEGINNING], None, language)
    assert [person["id"] for person in plain.data["people"]] == ["maria", "lukasz"]
    assert drawn.saved == plain.saved


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_countries_going_back_and_the_list_do_alike(sit: Sit, language: Language) -> None:
    steps: Steps = [("1\r", "1"), *PERSON]
    if language == "fr":
        steps = [(str(key).replace("/country born", "/pays de naissance"), line) for key, line in steps]
        french = ("/", "pays de naissance", "1")
        steps = [(key, french if "naissance" in str(key) else line) for key, line in steps]
    drawn, plain = both(sit, steps, PERMIT, language)
    assert plain.data["people"][0]["date_of_birth"] == "1992-04-03"
    assert plain.data["people"][0]["citizenships"] == ["PH", "CA"]
    assert drawn.saved == plain.saved


def test_choices_amounts_and_what_is_set_aside_do_alike(sit: Sit) -> None:
    steps: Steps = [
        ("1\r", "1"),
        ("/written offer\r", ("/", "written offer", "1")),
        ("n\r", "no"),
        ("/how much\r", ("/", "how much", "1")),
    ]
    drawn, plain = both(sit, [*steps, ("15 000 $\r", "15 000 $")], WORKER, "en")
    assert plain.data["answers"]["funds.amount"] == 15000
    assert drawn.saved == plain.saved
    assert "This sets aside" in drawn.screen
    assert "This sets aside" in plain.screen


def test_a_whole_sitting_to_its_end_does_alike(sit: Sit) -> None:
    steps: Steps = [
        ("1\r", "1"),
        *SKIPS,
        ("n\r", "n"),
        ("1\r", "1"),
        ("1 \r", "1"),
        *SKIPS[:3],
        ("1\r", "1"),
    ]
    drawn, plain = both(sit, steps, permit(), "en")
    assert drawn.saved == plain.saved
    assert len(plain.data["documents"]) == 1


def test_after_a_wrong_answer_the_question_and_the_choices_are_said_again() -> None:
    asked = sit_plainly(["1", "/", "calls you", "1", "maybe"], permit()).screen
    assert asked.count("1. Yes 2. No") == 2
    wrong = sit_plainly(["1", "soon"], PERMIT).screen
    after = wrong[wrong.index("! This can’t be read as a date") :]
    assert "When was Maria Santos born?" in after


def test_no_escape_code_reaches_a_plain_screen() -> None:
    assert "\x1b" not in sit_plainly(["1", *[">"] * 60, "n", "2", "1"], permit()).screen
