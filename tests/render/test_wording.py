"""Every phrase has both languages, and every phrase that the code asks for exists."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from ircc_prep.core import case, result
from ircc_prep.core.lint.plain_language import OTHER_TEXTS
from ircc_prep.core.lint.reading import Reader
from ircc_prep.core.nouns import NOUN_MODELS, field_path
from ircc_prep.core.text import LANGUAGES, Language, Text

RENDER = Path(__file__).parents[2] / "ircc_prep" / "render"
CHOICES: Mapping[str, Any] = {
    "role": case.Role,
    "marital_status": case.MaritalStatus,
    "activity": case.ActivityKind,
    "trip": case.TripPurpose,
    "refusal": case.RefusalKind,
    "education": case.EducationLevel,
    "status": case.CanadaStatus,
    "language_test": case.LanguageTestName,
    "passport": case.PassportKind,
    "interview": case.InterviewKind,
}
RESULTS: Mapping[str, Any] = {
    "status": result.Status,
    "holding": result.HoldingState,
    "severity": result.Severity,
    "likelihood": result.Likelihood,
}


def test_every_phrase_has_both_languages(wording: Mapping[str, Text]) -> None:
    assert [key for key, text in wording.items() if not (text.en.strip() and text.fr.strip())] == []


def test_both_languages_fill_the_same_names(wording: Mapping[str, Text]) -> None:
    def names(sentence: str) -> list[str]:
        return sorted(re.findall(r"\{(\w+)\}", sentence))

    assert [key for key, text in wording.items() if names(text.en) != names(text.fr)] == []


def test_every_value_of_a_result_has_words(wording: Mapping[str, Text]) -> None:
    wanted = {f"{group}.{value}" for group, values in RESULTS.items() for value in get_args(values)}
    assert wanted - set(wording) == set()


def test_every_choice_of_the_case_file_has_words(wording: Mapping[str, Text]) -> None:
    wanted = {f"choice.{group}.{value}" for group, values in CHOICES.items() for value in get_args(values)}
    assert wanted - set(wording) == set()


def test_every_field_of_the_case_file_has_a_name(wording: Mapping[str, Text]) -> None:
    fields = {
        (kind, field_path(field))
        for kind, model in NOUN_MODELS.items()
        for field in model.model_fields
        if field != "version"
    }
    unnamed = {(kind, field) for kind, field in fields if not {f"field.{kind}.{field}", f"list.{field}"} & set(wording)}
    # Not facts that a line rests on: the parts of a case, and the list of what isn't known.
    assert unnamed == {("case", name) for name in ("answers", "interview", "people", "unsure")}


def test_every_phrase_that_the_code_names_exists(wording: Mapping[str, Text]) -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in RENDER.glob("*.py"))
    named = set(re.findall(r'(?:say|label|quantity)\(\s*"([a-z_.-]+)"', code))
    assert {key for key in named if key not in wording and f"{key}.one" not in wording} == set()


def test_no_phrase_is_left_over(wording: Mapping[str, Text]) -> None:
    """A phrase is named whole, by its last words where its group goes without saying, or by what a value completes."""
    code = "".join(file.read_text(encoding="utf-8") for file in RENDER.parent.rglob("*.py")).replace("'", '"')
    told_elsewhere = ("choice.", "field.", "list.", "condition.", "count.")  # by names of the case file
    left = set()
    for key in wording:
        bare = key if key == "ordinal.other" else key.removesuffix(".one").removesuffix(".other")
        words = bare.split(".")
        begun = any(f"{'.'.join(words[:end])}.{{" in code for end in range(1, len(words)))
        named = any(f'"{".".join(words[start:])}"' in code for start in range(len(words)))
        if not (begun or named or key.startswith(told_elsewhere)):
            left.add(key)
    assert left == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_hard_to_read(wording: Mapping[str, Text], language: Language) -> None:
    """The bounds are those of the checklists: people read both on the same screen."""
    prose = {key: text for key, text in wording.items() if key != "clients.choices-file"}  # which is a file to fill in
    readings = {key: Reader(language).read(text.of(language)) for key, text in prose.items()}
    long = {key for key, reading in readings.items() if reading.longest > OTHER_TEXTS.words}
    scores = {key: reading.score for key, reading in readings.items() if reading.score is not None}
    if language == "en":
        hard = {key for key, score in scores.items() if score > OTHER_TEXTS.grade}
    else:
        hard = {key for key, score in scores.items() if score < OTHER_TEXTS.ease}
    assert long | hard == set()
