"""The letters as PDF: accessible, in every script, the same each time, and no heading alone at the foot of a page."""

import io
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.text import LANGUAGES, Text
from ircc_prep.render import pdf
from ircc_prep.render.context import Context
from ircc_prep.render.letters.cover import cover
from ircc_prep.render.letters.handover import handover
from ircc_prep.render.letters.html import _document, _rules, letters_pdf
from ircc_prep.render.letters.letter import Letter, LetterKind
from ircc_prep.render.letters.papers import papers_to_send
from ircc_prep.render.letters.request import request
from ircc_prep.render.look import Look
from ircc_prep.render.words import Words
from tests.render.samples import NAMES, QUESTIONS, evaluation
from tests.render.test_branding import firm
from tests.render.test_pdf import _ends_in_heading

KINDS: tuple[LetterKind, ...] = ("cover", "request", "handover")
NONE: tuple[Deadline, ...] = ()


def letters(kind: LetterKind, script: str, wording: Mapping[str, Text], *, branded: bool = True) -> list[Letter]:
    """A letter of the sample family in both languages."""
    found, brand, made = evaluation(script), firm() if branded else None, []
    for language in LANGUAGES:
        words = Words(wording, language, QUESTIONS)
        context = Context(found, words, citing=False)
        if kind == "handover":
            made.append(handover(lambda numbers=None, words=words: Context(found, words, numbers), brand, NONE))
        else:
            papers = papers_to_send(found, found)
            asked = kind == "request"
            letter = request(context, brand, NONE) if asked else cover(context, brand, papers, to_follow=True)
            made += [letter] if letter else []
    return made


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("script", NAMES)
def test_it_is_accessible_and_the_same_each_time(
    script: str, kind: LetterKind, wording: Mapping[str, Text], templates: Path
) -> None:
    import page

    look = Look("a4", large_print=script == "arabic", fillable=script == "latin")
    made = letters_pdf(letters(kind, script, wording), templates, look)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert letters_pdf(letters(kind, script, wording), templates, look) == made


@pytest.mark.slow
@pytest.mark.parametrize("large_print", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_and_no_signature_stands_alone(
    kind: LetterKind, large_print: bool, wording: Mapping[str, Text], templates: Path
) -> None:
    made, look = letters(kind, "latin", wording), Look("letter", large_print)
    engine: Any = pdf._engine(templates)
    document = engine._document(ET.fromstring(_document(made, templates, look, None, policy=None, styles=None)))
    sheets = [engine._sheet, engine._styles(_rules(made, templates, look))]
    laid_out = document.render(stylesheets=sheets, font_config=engine._fonts, pdf_variant="pdf/ua-1")
    assert [number for number, each in enumerate(laid_out.pages, 1) if _ends_in_heading(each)] == []
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(letters_pdf(made, templates, look))).pages]
    for word in ("Sincerely,", "Salutations distinguées,"):
        assert all(text.index(word) > 0 for text in pages if word in text)


@pytest.mark.slow
def test_the_blanks_can_be_filled_in_on_a_screen(wording: Mapping[str, Text], templates: Path) -> None:
    made = letters_pdf(letters("cover", "latin", wording), templates, Look(fillable=True))
    fields = PdfReader(io.BytesIO(made)).get_fields() or {}
    named = [str(field.get("/TU")) for field in fields.values()]
    assert named == ["Office", "Application number", "UCI", "Bureau", "Numéro de demande", "IUC"]


def test_a_box_of_one_language_isnt_ticked_with_its_twin(wording: Mapping[str, Text], templates: Path) -> None:
    made = letters("request", "latin", wording)
    root = ET.fromstring(_document(made, templates, Look(), "title", policy=None, styles=None))
    names = [field.get("name") for tag in ("input", "textarea") for field in root.iter(tag)]
    assert len(names) == len(set(names)) > 0
