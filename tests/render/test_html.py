"""The HTML file: self-contained, well-formed, in its languages."""

import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from ircc_prep.core.result import Evaluation, Redaction
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html, page_rules
from ircc_prep.render.look import Look
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import evaluation, family

# CSS that makes the PDF many times slower (docs/packet.md).
SLOW_CSS = re.compile(r"\b(dotted|dashed|flex|grid|inline-block|float)\b")
NAMELESS = {"given_names": None, "family_name": None, "date_of_birth": None}
LOADS = re.compile(r"""<(?:link|img|iframe|object|embed|audio|video)\b|@import|url\(|\ssrc=""")


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


def test_the_browser_may_use_the_styles_and_the_script_of_the_file_and_nothing_else(
    views: Mapping[Language, View], templates: Path
) -> None:
    root = ET.fromstring(html([views["en"]], templates))
    policy = next(meta.get("content", "") for meta in root.iter("meta") if meta.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    assert rules.pop("img-src") == "data:"  # a firm's logo
    for name, element in (("style-src", "head/style"), ("script-src", "body/script")):
        digest = sha256((root.findtext(element) or "").encode()).digest()
        assert rules.pop(name) == f"'sha256-{b64encode(digest).decode()}'"
    assert not rules


def test_what_is_in_another_language_says_so(views: Mapping[Language, View], templates: Path) -> None:
    told: dict[str, str] = dict.fromkeys(LANGUAGES, "")

    def read(node: ET.Element, language: str) -> None:
        inside = node.get("lang", language)
        told[inside] += f"{node.text or ''}\n"
        for child in node:
            read(child, inside)
            told[inside] += f"{child.tail or ''}\n"

    body = ET.fromstring(html([views["en"], views["fr"]], templates)).find("body")
    assert body is not None
    read(body, "en")
    english, french = (set(words_of(views[language])) for language in LANGUAGES)
    assert len(french - english) > 50
    assert [words for words in french - english if words in told["en"]] == []
    assert [words for words in english - french if words in told["fr"]] == []


def words_of(view: View) -> Iterator[str]:
    """What a view says that is long enough to be known again."""
    said = [view.heading.program, view.about_title, *view.about, *view.phrases.values()]
    for section in view.sections:
        said += [section.title, section.lead or ""]
        for entry in section.entries:
            said += [entry.title, *entry.boxes, *(line.text for line in entry.lines)]
    yield from (words for words in said if len(words) > 12)


def test_a_redacted_packet_and_one_of_nobody_keep_nothing(wording: Mapping[str, Text], templates: Path) -> None:
    case = evaluation().case
    nobody = [person.model_copy(update=NAMELESS) for person in case.people or ()]
    told = Text("For others", "Pour d’autres")
    redaction = Redaction("consultant", told, told, {}, frozenset())
    for made in (
        evaluation(case=case.model_copy(update={"people": tuple(nobody)})),
        evaluation(redaction=redaction),
    ):
        root = ET.fromstring(html([build(made, Words(wording, "en"))], templates))
        assert root.find("body/script") is None
        assert root.find(".//*[@class='keeping']") is None
        assert root.find(".//input") is not None


def test_a_paper_that_the_letter_asks_for_keeps_its_box_when_another_is_added_in_front(
    wording: Mapping[str, Text], templates: Path
) -> None:
    before, after = (boxes_asked_for(asked, wording, templates) for asked in (["A"], ["B", "A", "C", "A"]))
    assert after[1] == before[0]
    assert len(set(after)) == 4


def boxes_asked_for(asked: list[str], wording: Mapping[str, Text], templates: Path) -> list[str | None]:
    case = family()
    assert case.interview
    letter = case.interview.model_copy(update={"requested": tuple(asked)})
    made = evaluation(case=case.model_copy(update={"interview": letter}))
    view = build(made, Words(wording, "en"), only=frozenset({"documents"}))
    root = ET.fromstring(html([view], templates))
    return [box.get("name") for box in root.iter("input") if (box.get("aria-label") or "").split(",")[0] in asked]


@pytest.mark.parametrize("dated", [True, False])
def test_a_note_goes_with_its_point_when_another_of_the_kind_is_mended(
    dated: bool, wording: Mapping[str, Text], templates: Path
) -> None:
    made = evaluation()
    gaps = [finding for finding in made.findings if finding.code == "history-gap"]
    if not dated:
        gaps = [replace(gap, start=None, end=None, facts=gap.facts[1:]) for gap in gaps]
    assert len(gaps) == 2
    notes_of = [
        notes(replace(made, findings=tuple(found)), wording, templates) for found in (gaps, gaps[1:], [gaps[1]] * 2)
    ]
    both, second, twice = notes_of
    assert [second] == [both[1:]]
    assert len(set(both)) == len(set(twice)) == 2


def notes(made: Evaluation, wording: Mapping[str, Text], templates: Path) -> list[str | None]:
    """The names of the room to write under the points that stand out."""
    view = build(made, Words(wording, "en"), only=frozenset({"findings"}))
    return [area.get("name") for area in ET.fromstring(html([view], templates)).iter("textarea")]


def test_a_box_of_the_day_is_of_the_people_it_was_ticked_for(wording: Mapping[str, Text], templates: Path) -> None:
    made = evaluation()
    person = next(item for item in made.items if item.id == "police-certificate").person
    alone = replace(made, items=tuple(item for item in made.items if item.person in {person, None}))
    together, fewer, again = (day_boxes(each, wording, templates) for each in (made, alone, made))
    assert together["Police certificate"] != fewer["Police certificate"]
    assert together == again


def day_boxes(made: Evaluation, wording: Mapping[str, Text], templates: Path) -> dict[str | None, str | None]:
    """The names of the boxes on the page for the day, by what they are for."""
    view = build(made, Words(wording, "en"), only=frozenset({"day-sheet"}))
    root = ET.fromstring(html([view], templates))
    return {box.get("aria-label"): box.get("name") for box in root.iter("input")}


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


def test_the_styles_of_the_pdf_use_nothing_slow(templates: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", (templates / "print.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert SLOW_CSS.findall(css) == []


@pytest.mark.parametrize("file", ["print.css", "screen.css", "packet.js"])
def test_styles_and_script_are_plain_and_can_not_break_out(templates: Path, file: str) -> None:
    text = (templates / file).read_text(encoding="utf-8")
    assert not set("<&") & set(text)
    assert re.findall(r"innerHTML|eval|Function\(|document\.write|fetch|XMLHttpRequest|cookie", text) == []


def test_the_foot_of_the_page_can_not_break_out_of_its_quotes(views: Mapping[Language, View]) -> None:
    rules = page_rules([views["fr"]], Look("a4", large_print=True))
    assert "size: a4" in rules
    assert rules.count('"') == 6
