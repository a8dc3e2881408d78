"""The interface's wording and the templates, as the files layer hands them to the outputs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation

ROOT = Path(__file__).parents[2]


def read_wording() -> dict[str, Text]:
    """Every phrase of templates/wording by its dotted key."""
    found: dict[str, Text] = {}
    for file in sorted((ROOT / "templates" / "wording").glob("*.yaml")):
        found.update(_phrases(yaml.safe_load(file.read_text(encoding="utf-8")), ""))
    return found


def _phrases(tree: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for key, value in tree.items():
        if set(value) == set(LANGUAGES):
            yield f"{above}{key}", Text(value["en"], value["fr"])
        else:
            yield from _phrases(value, f"{above}{key}.")


@pytest.fixture(scope="session")
def wording() -> Mapping[str, Text]:
    return read_wording()


@pytest.fixture(scope="session")
def views(wording: Mapping[str, Text]) -> dict[Language, View]:
    """The sample family's view in each language."""
    return {language: build(evaluation(), Words(wording, language, QUESTIONS)) for language in LANGUAGES}


@pytest.fixture(scope="session")
def templates() -> Path:
    return ROOT / "templates"
