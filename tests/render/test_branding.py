"""A brand adds a strip, a letter, colours and a line at the foot; it takes nothing away, and every format says it."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from ircc_prep.core.brand import LONGEST, Brand, BrandWithLogo
from ircc_prep.core.result import Redaction
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import RenderError
from ircc_prep.render import fonts, pdf
from ircc_prep.render.html import html, page_rules, xhtml
from ircc_prep.render.look import Look
from ircc_prep.render.markdown import markdown
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.parts import View
from ircc_prep.render.text import packet_text
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation

FIRM: dict[str, Any] = {
    "schema": 1,
    "name": {"en": "Harbour & <Light>", "fr": "Feu du port"},
    "consultant": "Nadia Example",
    "licence": {"kind": {"en": "RCIC", "fr": "CRIC"}, "number": "R000000"},
    "logo": {"file": "logo.png", "alt": {"en": "a lighthouse", "fr": "un phare"}},
    "colours": {"main": "#1F4D4A", "accent": "#b0642b"},
    "contact": {"address": "12 Example Street", "phone": 9025550100, "email": "hello@firm.example"},
    "footer": {"en": "File kept in Halifax", "fr": "Dossier conservé à Halifax"},
    "letter": {
        "en": "Dear {name},\n\nYour program: {program}. Your interview: {interview_date}.\n\n- <b>first</b>\n- {firm}",
        "fr": "Bonjour {name},\n\nLa date de {name} : {interview_date}. {program}.\n\n- {consultant}\n- deux",
    },
}
NEVER_GONE = ("not legal advice", "not part of, or endorsed by, the Government of Canada", "answer that is not true")


def png() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (90, 60), "#1f4d4a").save(written, "PNG")
    return written.getvalue()


def firm(**changed: Any) -> BrandWithLogo:
    brand = Brand.model_validate({key: value for key, value in {**FIRM, **changed}.items() if value is not None})
    return BrandWithLogo(brand, png() if brand.logo else None)


def branded(
    wording: Mapping[str, Text], language: Language = "en", only: frozenset[str] | None = None, **changed: Any
) -> View:
    return build(evaluation(), Words(wording, language, QUESTIONS), only=only, brand=firm(**changed))


def flat(text: str) -> str:
    """The words alone, without marks, escapes and line ends."""
    return re.sub(r"\s+", " ", re.sub("[\u2066-\u2069\\\\*]", "", text).replace("\N{NO-BREAK SPACE}", " "))


def formats(view: View, templates: Path) -> dict[str, str]:
    page = ET.fromstring(html([view], templates))
    words = " ".join(page.itertext()) + " ".join(image.get("alt", "") for image in page.iter("img"))
    return {"html": flat(words), "markdown": flat(markdown([view])), "text": flat(packet_text([view]))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_says_the_same_of_the_firm(
    wording: Mapping[str, Text], templates: Path, language: Language
) -> None:
    view = branded(wording, language)
    assert view.brand is not None
    assert view.brand.letter is not None
    brand, letter = view.brand, view.brand.letter
    said = [brand.firm, brand.consultant, brand.licence, *brand.contact, brand.alt, letter.day, *letter.signed]
    said += [text for line in letter.lines for text in (line.text, *line.points)]
    for name, words in formats(view, templates).items():
        missing = [text for text in said if text and flat(text) not in words]
        assert missing == [], name
    for text in (markdown([view]), packet_text([view]), page_rules([view], Look())):
        assert flat(brand.footer or "").split()[-1] in text


@pytest.mark.parametrize("only", [None, frozenset({"letter"}), frozenset({"documents"}), frozenset({"day-sheet"})])
def test_no_brand_takes_the_disclaimer_away(
    wording: Mapping[str, Text], templates: Path, only: frozenset[str] | None
) -> None:
    hiding = "-->\n\n</div></body><!-- # \n\n```\n\n<style>"
    view = branded(wording, only=only, letter={"en": hiding, "fr": hiding}, name="</p><!--", footer="} * { display: no")
    for name, words in formats(view, templates).items():
        assert [each for each in NEVER_GONE if each not in words] == [], name
        assert "ircc-prep doesn’t check them" in words, name
    assert "} * { display: no" not in page_rules([view], Look())


def test_markup_in_a_brand_shows_as_text(wording: Mapping[str, Text], templates: Path) -> None:
    view = branded(wording)
    root = ET.fromstring(html([view], templates))
    assert "<b>first</b>" in "".join(root.itertext())
    assert "Harbour & <Light>" in "".join(root.itertext())
    assert r"\<b\>first" in markdown([view])


def test_the_logo_is_in_the_file_and_says_what_it_shows(wording: Mapping[str, Text], templates: Path) -> None:
    root = ET.fromstring(html([branded(wording, "fr"), branded(wording, "en")], templates))
    images = list(root.iter("img"))
    assert {image.get("alt") for image in images} == {"Logo\N{NO-BREAK SPACE}: un phare / Logo: a lighthouse"}
    assert all(image.get("src", "").startswith("data:image/png;base64,") for image in images)


def test_the_colours_of_a_brand_are_used_and_the_packet_has_its_own_without(
    wording: Mapping[str, Text], views: Mapping[Language, View]
) -> None:
    rules = page_rules([branded(wording)], Look())
    assert "h2, .firm b { color: #1f4d4a }" in rules
    assert "border-color: #b0642b" in rules
    assert "#" not in page_rules([branded(wording, colours=None)], Look())
    assert "color" not in page_rules([views["en"]], Look())


def test_without_a_brand_nothing_of_one_is_there(views: Mapping[Language, View], templates: Path) -> None:
    document = xhtml([views["en"]], templates)
    assert views["en"].brand is None
    assert 'class="brand' not in document
    assert "<img" not in document


def test_a_letter_is_a_section_of_its_own(wording: Mapping[str, Text]) -> None:
    alone, without = (branded(wording, only=frozenset({name})) for name in ("letter", "documents"))
    assert alone.brand is not None
    assert without.brand is not None
    assert alone.brand.letter is not None
    assert alone.sections == ()
    assert without.brand.letter is None
    assert without.brand.firm == alone.brand.firm


def test_the_letter_is_filled_with_the_persons_own_facts(wording: Mapping[str, Text]) -> None:
    english, french = (branded(wording, language).brand for language in LANGUAGES)
    assert english is not None
    assert french is not None
    assert english.letter is not None
    assert french.letter is not None
    assert [line.text for line in english.letter.lines] == [
        "Dear Maria Santos,", "Your program: Express Entry. Your interview: December\u00a015, 2026.",
    ]  # fmt: skip
    assert english.letter.lines[1].points == ("<b>first</b>", "Harbour & <Light>")
    assert french.letter.lines[1].text == "La date de Maria Santos\u00a0: 15\u00a0décembre 2026. Entrée express."


def test_a_name_that_looks_like_a_letters_own_marks_is_only_a_name(wording: Mapping[str, Text]) -> None:
    case = evaluation().case
    person = (case.people or ())[0].model_copy(update={"given_names": "- {firm}", "family_name": "{name}"})
    found = evaluation(case=case.model_copy(update={"people": (person,)}))
    view = build(found, Words(wording, "en"), brand=firm(letter={"en": "{name}", "fr": "{name}"}))
    assert view.brand is not None
    assert view.brand.letter is not None
    assert [(line.text, line.points) for line in view.brand.letter.lines] == [("- {firm} {name}", ())]


def test_what_is_redacted_stays_so_in_the_letter(wording: Mapping[str, Text]) -> None:
    found = evaluation()
    role = Text("the principal applicant", "le demandeur principal")
    hidden = Redaction("log", Text("Redacted", "Caviardé"), role, {"maria": role}, frozenset({"interview.date"}))
    masked = evaluation(case=found.case.model_copy(update={"interview": None}), redaction=hidden)
    expected: list[tuple[Language, str, str]] = [
        ("en", "the principal applicant", "[not shown]"),
        ("fr", "du demandeur principal", "[non montré]"),
    ]
    for language, name, day in expected:
        text = {"en": "The file of {name}: {interview_date}", "fr": "Le dossier de {name} : {interview_date}"}
        view = build(masked, Words(wording, language, QUESTIONS), brand=firm(letter=text))
        assert view.brand is not None
        assert view.brand.letter is not None
        assert view.brand.firm
        said = view.brand.letter.lines[0].text
        assert name in said
        assert day in said
        assert "Maria" not in said


def test_an_interview_without_a_date_is_said_to_be_so(wording: Mapping[str, Text]) -> None:
    found = evaluation()
    undated = evaluation(case=found.case.model_copy(update={"interview": None}))
    view = build(undated, Words(wording, "en", QUESTIONS), brand=firm())
    assert view.brand is not None
    assert view.brand.letter is not None
    assert "Your interview: not known yet." in view.brand.letter.lines[1].text


@pytest.mark.parametrize("place", ["name", "footer", "letter"])
def test_letters_of_a_brand_that_no_font_has_are_refused(
    place: str, monkeypatch: pytest.MonkeyPatch, wording: Mapping[str, Text], templates: Path
) -> None:
    monkeypatch.setattr(fonts, "_installed", dict)
    text: Any = {"en": "অর্জুন", "fr": "অর্জুন"}
    with pytest.raises(RenderError) as refused:
        packet_pdf([branded(wording, **{place: text})], templates)
    assert "Bengali" in refused.value.problems[0].what.en


@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
@pytest.mark.slow
def test_a_branded_packet_is_accessible_and_the_same_each_time(
    languages: tuple[Language, ...], wording: Mapping[str, Text], templates: Path
) -> None:
    import page

    views = [branded(wording, language) for language in languages]
    made = packet_pdf(views, templates)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert packet_pdf(views, templates) == made
    figures = [each for each in _objects(made) if each.get("/S") == "/Figure"]
    assert {str(each.get("/Alt")) for each in figures} >= {
        " / ".join(view.brand.alt or "" for view in views if view.brand)
    }


def _objects(made: bytes) -> list[Any]:
    """Every dictionary of a PDF, read by another program than the one that wrote it."""
    reader: Any = PdfReader(io.BytesIO(made))
    found = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    return [each for each in found if isinstance(each, dict)]


SHORT = st.text("abc ÉéW{}<>&\\\"'*_#;:/أمالशर्माਸਿੰਘ", min_size=1, max_size=LONGEST).filter(str.strip)
COLOUR = st.sampled_from(["#000000", "#1f4d4a", "#767676", "#b00020"])
BRANDS = st.fixed_dictionaries(
    {"name": SHORT},
    optional={
        "consultant": SHORT,
        "licence": st.fixed_dictionaries({"kind": SHORT, "number": SHORT}),
        "colours": st.fixed_dictionaries({"main": COLOUR, "accent": COLOUR}),
        "contact": st.fixed_dictionaries({}, optional={"address": SHORT, "email": SHORT, "website": SHORT}),
        "footer": st.fixed_dictionaries({"en": SHORT, "fr": SHORT}),
        "letter": st.just({"en": "<i>{name}", "fr": "{firm}\n\n- {program}"}),
        "logo": st.fixed_dictionaries({"file": st.just("logo.png"), "alt": SHORT}),
    },
)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(brand=BRANDS, both=st.booleans(), large=st.booleans())
def test_any_valid_brand_makes_an_accessible_packet(
    wording: Mapping[str, Text], templates: Path, brand: dict[str, Any], both: bool, large: bool
) -> None:
    import page

    taken = Brand.model_validate({"schema": 1, **brand})
    given = BrandWithLogo(taken, png() if taken.logo else None)
    only = frozenset({"letter", "figures"})
    languages = LANGUAGES if both else LANGUAGES[:1]
    views = [build(evaluation(), Words(wording, each, QUESTIONS), only=only, brand=given) for each in languages]
    report = page.validate_pdf_bytes(
        packet_pdf(views, templates, Look("a4", large)), profile=page.ValidationProfile.PDF_UA_1
    )
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    root = ET.fromstring(html(views, templates))
    assert taken.consultant is None or flat(taken.consultant) in flat("".join(root.itertext()))


@pytest.mark.slow
def test_a_picture_in_the_document_is_the_only_thing_that_is_served_beside_fonts(templates: Path) -> None:
    fetcher = pdf._fetcher(templates)
    assert fetcher.fetch("data:image/png;base64,aGVsbG8=").read() == b"hello"
    for address in ("data:image/svg+xml;base64,aGVsbG8=", "data:text/css,a", "packet:brand.html.j2", "file:logo.png"):
        with pytest.raises(ValueError, match="nothing outside"):
            fetcher.fetch(address)
