"""The one page for the day: what it holds, and that it is one page."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.api.views import view as view_of
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.render.look import Look
from ircc_prep.render.markdown import markdown
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.parts import Group, View
from ircc_prep.render.text import packet_text
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import evaluation

ROOT = Path(__file__).parents[2]
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
ALONE = frozenset({"day-sheet"})


def sheet(wording: Mapping[str, Text], language: Language = "en", **changes: Any) -> Mapping[str, Group]:
    view = build(replace(evaluation(), **changes), Words(wording, language), only=ALONE)
    found = view.section("day-sheet")
    return {group.name: group for group in found.groups} if found else {}


def titles(group: Group) -> list[str]:
    return [entry.title for entry in group.entries]


def test_a_paper_that_several_people_bring_stands_there_once(wording: Mapping[str, Text]) -> None:
    groups = sheet(wording)
    for name in ("bring", "not-yet"):
        assert len(titles(groups[name])) == len(set(titles(groups[name])))
    certificate = next(entry for entry in groups["not-yet"].entries if entry.name == "police-certificate")
    assert [line.text for line in certificate.lines] == [
        "Maria (United Arab Emirates), Maria (Philippines) and Paul (United Arab Emirates)"
    ]


def test_whose_it_is_is_left_out_where_it_is_the_applicants_alone(wording: Mapping[str, Text]) -> None:
    items = [item for item in evaluation().items if item.person == "maria" and item.country is None]
    groups = sheet(wording, items=tuple(items))
    assert all(not entry.lines for name in ("bring", "not-yet") if name in groups for entry in groups[name].entries)


def test_what_the_letter_asks_for_comes_first(wording: Mapping[str, Text]) -> None:
    last = next(item for item in reversed(evaluation().items) if item.kind == "document" and item.holding == "ready")
    case = evaluation().case
    assert case.interview is not None
    asked = case.interview.model_copy(update={"requested": (last.id,)})
    groups = sheet(wording, case=case.model_copy(update={"interview": asked}))
    assert groups["bring"].entries[0].name == last.id


def test_whatever_the_letter_asks_for_has_a_box_of_its_own(wording: Mapping[str, Text]) -> None:
    case = evaluation().case
    assert case.interview is not None
    form = next(item for item in evaluation().items if item.kind == "form")
    asked = case.interview.model_copy(update={"requested": (form.id, "Wedding album", "Wedding album")})
    groups = sheet(wording, case=case.model_copy(update={"interview": asked}))
    assert titles(groups["asked"]) == [form.title.en, "Wedding album"]
    assert all(entry.boxes for entry in groups["asked"].entries)


def test_papers_that_nobody_can_tell_yet_are_named_and_counted(wording: Mapping[str, Text]) -> None:
    paper = next(item for item in evaluation().items if item.kind == "document")
    open_ones = tuple(
        replace(paper, id=f"paper-{number}", title=Text(f"Paper {number}", ""), status="undetermined", holding=None)
        for number in range(9)
    )
    found = sheet(wording, items=(*evaluation().items, *open_ones))["perhaps"]
    assert len(found.entries) == 6
    assert found.entries[-1].title.startswith("and ")


def test_a_point_is_not_cut_after_an_initial(wording: Mapping[str, Text]) -> None:
    case = evaluation().case
    maria = (case.people or ())[0].model_copy(update={"given_names": "Maria J. R."})
    groups = sheet(wording, case=case.model_copy(update={"people": (maria, *(case.people or ())[1:])}))
    told = " ".join(titles(groups["explain"]))
    assert "Maria J. R." in told
    assert not any(title.endswith("J.") for title in titles(groups["explain"]))


def test_only_papers_are_brought(wording: Mapping[str, Text]) -> None:
    kinds = {item.id: item.kind for item in evaluation().items}
    groups = sheet(wording)
    brought = [entry.name for name in ("bring", "not-yet") for entry in groups[name].entries]
    assert {kinds[name] for name in brought} == {"document"}


def test_what_the_file_doesnt_say_is_left_to_be_written_in(wording: Mapping[str, Text]) -> None:
    rooms = {entry.name: entry.room for entry in sheet(wording)["letter"].entries}
    assert rooms == {"who": 0, "day": 0, "hour": 1, "place": 0, "room": 1, "file-number": 1, "who-comes": 1}
    unknown = sheet(wording, case=evaluation().case.model_copy(update={"interview": None}))
    assert all(entry.room for entry in unknown["letter"].entries if entry.name != "who")


@pytest.mark.parametrize(("language", "said"), [("en", "Tuesday, December 15, 2026"), ("fr", "mardi 15 décembre 2026")])
def test_the_day_is_said_with_its_weekday(language: Language, said: str, wording: Mapping[str, Text]) -> None:
    day = next(entry for entry in sheet(wording, language)["letter"].entries if entry.name == "day")
    assert day.lines[0].text.replace("\N{NO-BREAK SPACE}", " ") == said


def test_points_keep_the_numbers_that_they_have_in_the_packet(wording: Mapping[str, Text]) -> None:
    whole = build(evaluation(), Words(wording, "en")).section("findings")
    assert whole is not None
    numbered = {entry.number: entry.title for entry in whole.entries}
    for entry in sheet(wording)["explain"].entries:
        assert entry.number is None or numbered[entry.number].startswith(entry.title)


def test_where_there_is_no_interview_there_is_no_sheet(wording: Mapping[str, Text]) -> None:
    assert sheet(wording, interview=replace(evaluation().interview, likelihood="none")) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_output_has_every_line_of_it(language: Language, wording: Mapping[str, Text]) -> None:
    view = build(evaluation(), Words(wording, language), only=ALONE)
    found = view.section("day-sheet")
    assert found is not None
    for output in (packet_text([view], width=10_000), markdown([view])):
        for entry in found.entries:
            assert _plain(entry.title) in _plain(output)
            assert all(_plain(line.text) in _plain(output) for line in entry.lines)


def _plain(text: str) -> str:
    """Without what each output adds for its own sake: backslashes, marks around right-to-left words."""
    return re.sub("[\\\\\u2066-\u2069]", "", text).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_it_is_one_page_for_every_shipped_case(persona: Path, templates: Path) -> None:
    views = _views(persona, [load(persona).case.language or "en"])
    if views[0].section("day-sheet"):
        assert _pages(packet_pdf(views, templates)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["spouse-partner.en", "provincial-nominee.fr", "refugee-resettled.en"])
def test_on_the_other_paper_and_in_both_languages_it_is_one_page_each(name: str, templates: Path) -> None:
    persona = ROOT / "checklists" / "personas" / f"{name}.yaml"
    views = _views(persona, list(LANGUAGES))
    assert [_pages(packet_pdf([view], templates, Look("a4"))) for view in views] == [1, 1]
    assert _pages(packet_pdf(views, templates)) == 2
    assert _pages(packet_pdf(views[:1], templates, Look(large_print=True))) <= 2
    inside = _views(persona, ["en"], frozenset({"summary", "day-sheet"}))
    assert _pages(packet_pdf(inside, templates)) == 3  # at a glance, the day, the closing words


def _views(persona: Path, languages: list[Language], only: frozenset[str] = ALONE) -> list[View]:
    file = load(persona)
    book = Pack().load(file.case.program)
    found = evaluate(book, file.case, date(2026, 11, 22))
    return [view_of(found, book, language, only) for language in languages]


def _pages(made: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(made)).pages)
