"""The packet says the same things as PDF, HTML, Markdown and plain text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest

from ircc_prep.api.views import view as view_of
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import Language
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.render.html import html
from ircc_prep.render.markdown import markdown
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.parts import Entry, Figure, Section, View
from ircc_prep.render.text import packet_text

ROOT = Path(__file__).parents[2]
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))[::5]  # a second each
FEW = [path for path in PERSONAS if path.stem in {"dependent-child.fr", "study-permit.en"}]


def view_of_persona(persona: Path) -> View:
    file = load(persona)
    book = Pack().load(file.case.program)
    language: Language = file.case.language or "en"
    return view_of(evaluate(book, file.case, date(2026, 11, 22)), book, language)


def said(view: View) -> Iterator[str]:
    """Everything that a reader is told, in the packet's order."""
    heading, glance = view.heading, view.glance
    yield from filter(None, (heading.program, heading.stream, heading.warning))
    for label, value in heading.facts:
        yield from (label, value)
    if glance:
        yield from filter(None, (glance.sentence, glance.urgent, glance.first_title))
        for step in glance.first:
            yield from filter(None, (step.text, step.detail))
    for section in view.sections:
        yield from _section(section)
    yield from view.about


def _section(section: Section) -> Iterator[str]:
    yield from filter(None, (section.title, section.lead))
    for group in section.groups:
        yield from filter(None, (group.title,))
        for entry in group.entries:
            yield from _entry(entry)
    for figure in section.figures:
        yield from _figure(figure)
    for sources in section.sources:
        for source in sources.sources:
            yield source.title


def _entry(entry: Entry) -> Iterator[str]:
    yield entry.title
    if entry.state and not entry.compact:
        yield entry.state
    yield from () if entry.compact else entry.boxes
    for line in entry.lines:
        yield from filter(None, (line.text, *line.points))


def _figure(figure: Figure) -> Iterator[str]:
    yield from filter(None, (figure.title, figure.value, figure.threshold, figure.verdict))
    for part in figure.parts:
        yield from (part.title, part.value)


def letters(text: str) -> str:
    """A text without what layouts add or turn: spaces, marks, case."""
    kept = (letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())
    return "".join(kept).casefold()


def _html_text(view: View, templates: Path) -> str:
    body = html([view], templates).split("<body", 1)[1]
    return unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", body, flags=re.DOTALL))


OUTPUTS: Mapping[str, Callable[[View, Path], str]] = {
    "txt": lambda view, _: packet_text([view]),
    "md": lambda view, _: markdown([view]),
    "html": _html_text,
}


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_whatever_the_view_says_is_said_in_every_output(persona: Path, templates: Path) -> None:
    view = view_of_persona(persona)
    for name, output in OUTPUTS.items():
        printed = letters(output(view, templates))
        assert [(name, text) for text in said(view) if letters(text) not in printed] == []


@pytest.mark.slow
@pytest.mark.parametrize("persona", FEW, ids=lambda path: path.stem)
def test_the_pdf_says_it_too_and_in_the_order_of_reading(persona: Path, templates: Path) -> None:
    view = view_of_persona(persona)
    printed = _pdf_letters(view, templates)
    assert [text for text in said(view) if letters(text) not in printed] == []
    place = printed.index(letters(view.phrases["packet.contents"]))
    place = printed.index(letters(view.sections[-1].title), place)  # the last line of the contents
    for section in view.sections:
        for title in (section.title, *(entry.title for entry in section.entries)):
            place = printed.index(letters(title), place)


def _pdf_letters(view: View, templates: Path) -> str:
    """The text of the pages, without what stands at their feet: a sentence may go on over it."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(packet_pdf([view], templates))).pages
    printed = letters("".join(page.extract_text() for page in pages))
    number = letters(view.phrases["packet.page"]) + r"\d+" + letters(view.phrases["packet.page-of"]) + r"\d+"
    return re.sub(number, "", printed.replace(letters(view.heading.footer), ""))
