"""The PDF with fields: what is drawn for a pen can be ticked and written on a screen, and said aloud."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html, xhtml
from ircc_prep.render.look import Look
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import NAMES, QUESTIONS, evaluation

FILLABLE = Look(fillable=True)
SEVERAL_LINES = 1 << 12  # the flag of ISO 32000-1, table 228


def fields(views: list[View], templates: Path) -> list[ET.Element]:
    root = ET.fromstring(xhtml(views, templates, FILLABLE))
    return [element for element in root.iter() if element.tag in {"input", "textarea"}]


def test_every_box_and_all_room_to_write_becomes_a_field(views: Mapping[Language, View], templates: Path) -> None:
    drawn = xhtml([views["en"]], templates)
    boxes = [field for field in fields([views["en"]], templates) if field.tag == "input"]
    rooms = [field for field in fields([views["en"]], templates) if field.tag == "textarea"]
    assert len(boxes) == drawn.count("☐") > 5
    assert sum(int(room.get("rows", "")) for room in rooms) == drawn.count('class="rule"') > 5
    assert "☐" not in xhtml([views["en"]], templates, FILLABLE)


@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
def test_every_field_has_a_name_of_its_own_and_says_what_it_is_for(
    languages: tuple[Language, ...], views: Mapping[Language, View], templates: Path
) -> None:
    found = fields([views[language] for language in languages], templates)
    names = [field.get("name", "") for field in found]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-zA-Z0-9/_-]+", name) for name in names)  # a full stop would make a tree of fields
    assert all(field.get("title") for field in found)


def test_the_names_of_fields_name_nobody_and_are_those_of_the_html(
    views: Mapping[Language, View], templates: Path
) -> None:
    names = [field.get("name", "") for field in fields([views["en"]], templates)]
    assert all(re.fullmatch(r"[0-9a-f]{16}", name) for name in names)
    page = ET.fromstring(html([views["en"]], templates))
    assert names == [field.get("name") for field in page.iter() if field.tag in {"input", "textarea"}]


def test_a_box_says_the_paper_and_whose_it_is(views: Mapping[Language, View], templates: Path) -> None:
    said = [field.get("title", "") for field in fields([views["fr"]], templates)]
    assert any(re.fullmatch(r"Copie\N{NO-BREAK SPACE}: .+, Maria Santos, .+", title) for title in said)


@pytest.mark.slow
def test_there_are_no_fields_unless_they_are_asked_for(views: Mapping[Language, View], templates: Path) -> None:
    assert not PdfReader(BytesIO(packet_pdf([views["en"]], templates))).get_fields()


@pytest.mark.slow
def test_the_file_holds_every_field_with_its_name_and_what_it_is_for(
    views: Mapping[Language, View], templates: Path
) -> None:
    made = PdfReader(BytesIO(packet_pdf([views["fr"]], templates, FILLABLE)))
    found = made.get_fields() or {}
    wanted = fields([views["fr"]], templates)
    assert {name: field["/TU"] for name, field in found.items()} == {
        field.get("name"): field.get("title") for field in wanted
    }
    rooms = {field.get("name") for field in wanted if field.tag == "textarea"}
    assert {name for name, field in found.items() if field["/FT"] == "/Tx" and field["/Ff"] == SEVERAL_LINES} == rooms
    assert {name for name, field in found.items() if field["/FT"] == "/Btn"} == set(found) - rooms


@pytest.mark.slow
def test_a_tick_is_drawn_by_the_file(views: Mapping[Language, View], templates: Path) -> None:
    made = PdfReader(BytesIO(packet_pdf([views["en"]], templates, FILLABLE)))
    notes = [note.get_object() for page in made.pages for note in page.get("/Annots", [])]
    boxes = [note for note in notes if note.get("/FT") == "/Btn"]
    assert boxes
    assert all("/on" in box["/AP"]["/N"] for box in boxes)
    # Poppler, told to draw what is filled in itself, draws no ticks.
    assert "/NeedAppearances" not in str(made.root_object["/AcroForm"].get_object())


@pytest.mark.slow
def test_the_page_for_the_day_stays_one_page(wording: Mapping[str, Text], templates: Path) -> None:
    view = build(evaluation(), Words(wording, "fr", QUESTIONS), only=frozenset({"day-sheet"}))
    assert len(PdfReader(BytesIO(packet_pdf([view], templates, FILLABLE))).pages) == 1


@pytest.mark.slow
@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
@pytest.mark.parametrize("script", NAMES)
def test_it_is_accessible_and_the_same_on_every_run(
    script: str, languages: tuple[Language, ...], wording: Mapping[str, Text], templates: Path
) -> None:
    import page

    views = [build(evaluation(script), Words(wording, language, QUESTIONS)) for language in languages]
    made = packet_pdf(views, templates, FILLABLE)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert packet_pdf(views, templates, FILLABLE) == made
