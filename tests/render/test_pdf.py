"""The PDF: accessible, the same on every run, and honest about letters that it can't draw."""

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import InstallationError, RenderError
from ircc_prep.render import fonts, pdf
from ircc_prep.render.html import page_rules, xhtml
from ircc_prep.render.look import Look
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import NAMES, QUESTIONS, evaluation

HEADINGS = {"h1", "h2", "h3", "h4"}


def views_of(script: str, wording: Mapping[str, Text], languages: tuple[Language, ...] = ("en",)) -> list[View]:
    return [build(evaluation(script), Words(wording, language, QUESTIONS)) for language in languages]


@pytest.mark.slow
@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
@pytest.mark.parametrize("script", NAMES)
def test_it_is_accessible(
    script: str, languages: tuple[Language, ...], wording: Mapping[str, Text], templates: Path
) -> None:
    import page

    made = packet_pdf(views_of(script, wording, languages), templates)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.slow
def test_it_is_the_same_in_another_process(wording: Mapping[str, Text], templates: Path) -> None:
    script = (
        "import hashlib, pathlib; from tests.render.conftest import read_wording; from tests.render.test_pdf import *; "
        f"made = packet_pdf(views_of('devanagari', read_wording(), LANGUAGES), pathlib.Path({str(templates)!r})); "
        "print(hashlib.sha256(made).hexdigest())"
    )
    root = templates.parent
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root), "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    here = packet_pdf(views_of("devanagari", wording, LANGUAGES), templates)
    assert ran.stdout.split()[-1] == hashlib.sha256(here).hexdigest()


@pytest.mark.slow
@pytest.mark.parametrize("large_print", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    paper: Any, large_print: bool, wording: Mapping[str, Text], templates: Path
) -> None:
    for languages in (("en",), ("fr",)):
        views = views_of("latin", wording, languages)
        for number, laid_out in enumerate(_pages(views, templates, paper, large_print), 1):
            assert not _ends_in_heading(laid_out), f"page {number} of {languages}"


@pytest.mark.slow
def test_large_print_has_more_pages(wording: Mapping[str, Text], templates: Path) -> None:
    views = views_of("latin", wording)
    normal, large = (len(_pages(views, templates, "letter", size)) for size in (False, True))
    assert large > normal


def test_the_bundle_covers_every_letter_of_the_interface(wording: Mapping[str, Text], templates: Path) -> None:
    said = "".join(text.en + text.fr for text in wording.values()) + "☐✓"
    assert fonts.uncovered(said, fonts.families(templates)) == ""


def test_letters_that_no_font_has_are_refused_by_their_script(
    monkeypatch: pytest.MonkeyPatch, wording: Mapping[str, Text], templates: Path
) -> None:
    monkeypatch.setattr(fonts, "_installed", dict)
    names = {"given_names": "北京", "family_name": "অর্জুন"}
    case = evaluation().case
    person = (case.people or ())[0].model_copy(update=names)
    view = build(evaluation(case=case.model_copy(update={"people": (person,)})), Words(wording, "en"))
    with pytest.raises(RenderError) as raised:
        packet_pdf([view], templates)
    problem = raised.value.problems[0]
    assert "Bengali" in problem.what.en
    assert "Noto Sans Bengali" in problem.hint.en
    assert "অ" not in problem.what.en + problem.hint.en


def test_a_font_of_this_computer_is_used_only_when_it_has_the_letters(
    monkeypatch: pytest.MonkeyPatch, templates: Path
) -> None:
    regular = templates / "fonts" / "PacketSans-Regular.ttf"
    monkeypatch.setattr(fonts, "_installed", lambda: {"NotoSansBengali-Regular.ttf": regular})
    with pytest.raises(RenderError):
        fonts.fonts_for("অ")
    monkeypatch.setattr(fonts, "_installed", lambda: {"NotoSansLatin-Regular.ttf": regular})
    assert [font.file for font in fonts.fonts_for("A")] == [regular]


def test_missing_libraries_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(InstallationError) as raised:
        pdf.engine_state()
    assert "apt-get install --no-install-recommends libpangoft2-1.0-0" in raised.value.problems[0].hint.en


@pytest.mark.slow
def test_only_the_templates_are_served(templates: Path) -> None:
    fetcher = pdf._fetcher(templates)
    for address in ("https://example.org/a.ttf", "file:///etc/passwd", "packet:fonts/../print.css", "packet:print.css"):
        with pytest.raises(ValueError, match="nothing outside"):
            fetcher.fetch(address)


def _pages(views: list[View], templates: Path, paper: Any, large_print: bool) -> list[Any]:
    engine = pdf._engine(templates)
    document = engine._document(ET.fromstring(xhtml(views, templates, Look(paper, large_print))))
    rules = engine._styles(page_rules(views, Look(paper, large_print)))
    laid_out = document.render(stylesheets=[engine._sheet, rules], font_config=engine._fonts, pdf_variant="pdf/ua-1")
    return list(laid_out.pages)


def _ends_in_heading(laid_out: Any) -> bool:
    """Whether the lowest thing on the page, text or line to write on, belongs to a heading."""
    lowest = (0.0, False)

    def look(box: Any, in_heading: bool) -> None:
        nonlocal lowest
        if type(box).__name__ == "MarginBox":
            return
        in_heading = in_heading or box.element_tag in HEADINGS
        ruled = box.element is not None and box.element.get("class") == "rule"
        if (hasattr(box, "text") and box.text.strip()) or ruled:
            lowest = max(lowest, (box.position_y + box.height, in_heading))
        for child in getattr(box, "children", ()):
            look(child, in_heading)

    look(laid_out._page_box, False)
    return lowest[1]


def test_a_sign_without_a_font_is_named_as_what_it_is() -> None:
    with pytest.raises(RenderError) as refused:
        fonts.fonts_for("\N{GIRL}")
    assert "emoji" in refused.value.problems[0].what.en
    assert "Girl" not in refused.value.problems[0].hint.en
