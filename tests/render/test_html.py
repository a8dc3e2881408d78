"""The HTML file: self-contained, well-formed, in its languages."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html, page_rules
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import evaluation

# CSS that makes the PDF many times slower (docs/packet.md).
SLOW_CSS = re.compile(r"\b(dotted|dashed|flex|grid|inline-block|float)\b")
LOADS = re.compile(r"""<(?:script|link|img|iframe|object|embed|audio|video)\b|@import|url\(|\ssrc=""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_from_outside(views: Mapping[Language, View], templates: Path, language: Language) -> None:
    assert LOADS.findall(html([views[language]], templates)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_well_formed_and_says_its_language(
    views: Mapping[Language, View], templates: Path, language: Language
) -> None:
    root = ET.fromstring(html([views[language]], templates))
    assert root.get("lang") == language
    assert root.findtext("head/title")


def test_both_languages_stand_side_by_side_and_are_marked(views: Mapping[Language, View], templates: Path) -> None:
    root = ET.fromstring(html([views["en"], views["fr"]], templates))
    columns = [element.get("lang") for element in root.iter("div") if element.get("class") == "column"]
    assert columns.count("en") == columns.count("fr") > 10


def test_headings_skip_no_level(views: Mapping[Language, View], templates: Path) -> None:
    root = ET.fromstring(html([views["en"]], templates))
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_inside_has_its_target(views: Mapping[Language, View], templates: Path) -> None:
    root = ET.fromstring(html([views["en"], views["fr"]], templates))
    targets = {element.get("id") for element in root.iter()}
    links = {link.get("href", "") for link in root.iter("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= targets


def test_names_are_escaped(wording: Mapping[str, Text], templates: Path) -> None:
    case = evaluation().case
    people = (case.people or ())[0].model_copy(update={"given_names": "<b>&\"'", "family_name": "\uffff"})
    view = build(evaluation(case=case.model_copy(update={"people": (people,)})), Words(wording, "en"))
    root = ET.fromstring(html([view], templates))
    assert "<b>&\"'" in "".join(root.itertext())


def test_right_to_left_names_are_isolated(wording: Mapping[str, Text], templates: Path) -> None:
    view = build(evaluation("arabic"), Words(wording, "en"))
    root = ET.fromstring(html([view], templates))
    assert "محمد الأحمدي" in [element.text for element in root.iter("bdi")]


@pytest.mark.parametrize("sheet", ["print.css", "screen.css"])
def test_the_styles_use_nothing_slow_and_nothing_that_breaks_out(templates: Path, sheet: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", (templates / sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert SLOW_CSS.findall(css) == []
    assert not set("<&") & set(css)


def test_the_foot_of_the_page_can_not_break_out_of_its_quotes(views: Mapping[Language, View]) -> None:
    rules = page_rules([views["fr"]], paper="a4", large_print=True)
    assert "size: a4" in rules
    assert rules.count('"') == 6
