"""The timeline: its geometry, its drawing, its letters in a terminal, and that its words say what it shows."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html, xhtml
from ircc_prep.render.lettering import drawable, width
from ircc_prep.render.parts import View
from ircc_prep.render.terminal import check_text
from ircc_prep.render.timeline import MOST_TOLD
from ircc_prep.render.timeline_layout import Box, Bracket, Drawing, Word, laid_out, margin
from ircc_prep.render.timeline_parts import Timeline, TimelineBar, TimelineLane, TimelineMark
from ircc_prep.render.timeline_svg import figures
from ircc_prep.render.timeline_text import ASCII, BLOCKS, text_figure
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import cells
from tests.render.samples import QUESTIONS, evaluation, family

FIRST, LAST = date(2016, 11, 1), date(2028, 11, 30)
DAYS = st.dates(date(2012, 1, 1), date(2031, 12, 31))
LABELS = st.lists(
    st.sampled_from(["Dubai", "Dubai, United Arab Emirates", "دبي", "ਅੰਮ੍ਰਿਤਸਰ", "Montréal", "漢字"]), max_size=3
)
SVG = "{http://www.w3.org/2000/svg}"
EDGE = 0.01  # of rounding
FEWER = settings(max_examples=40, deadline=None)


@st.composite
def bars(draw: st.DrawFn) -> TimelineBar:
    first, begun, ended, last = sorted(draw(st.tuples(DAYS, DAYS, DAYS, DAYS)))
    certain = draw(st.booleans())
    if certain:
        begun, ended = first, last
    sure = (begun, ended) if certain or draw(st.booleans()) else None
    key = draw(st.sampled_from(["a", "b", "zz", ""]))
    return TimelineBar(key, tuple(draw(LABELS)), "told", first, last, sure, sure, draw(st.booleans()))


@st.composite
def marks(draw: st.DrawFn) -> TimelineMark:
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    first, last = min(first, LAST), max(last, FIRST)
    return TimelineMark(draw(st.integers(1, 120)), draw(st.booleans()), "told", first, last, draw(st.booleans()))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    titles = draw(st.lists(st.sampled_from(["Lived", "Status in Canada", "Did\nActivités"]), min_size=1, max_size=3))
    lanes = []
    for title in titles:
        held = [bar for bar in draw(st.lists(bars(), max_size=8)) if bar.first <= LAST and bar.last >= FIRST]
        lanes.append(TimelineLane("lived", title, f"{title}:", tuple(held), tuple(draw(st.lists(marks(), max_size=4)))))
    today = draw(st.dates(FIRST, LAST))
    interview = draw(st.none() | st.tuples(DAYS, st.just("interview")))
    return Timeline("maria", True, "Maria", "figure", FIRST, LAST, (today, "today"), interview, tuple(lanes))


WIDTHS = st.sampled_from([240.0, 370.0, 542.0, 678.0])


def drawn(timeline: Timeline, across: float) -> Drawing:
    return laid_out(timeline, across, margin([timeline]))


def all_words(drawing: Drawing) -> list[Word]:
    return [*drawing.words, *(bracket.number for bracket in drawing.brackets if bracket.number)]


def apart(one: Word, other: Word) -> bool:
    beside = one.x + one.wide <= other.x + EDGE or other.x + other.wide <= one.x + EDGE
    return beside or abs(one.y - other.y) >= 9


@FEWER
@given(timelines(), WIDTHS)
def test_everything_lies_inside_the_figure(timeline: Timeline, across: float) -> None:
    drawing = drawn(timeline, across)
    left = margin([timeline])
    top, bottom = drawing.plot
    shapes: list[Box | Bracket] = [*drawing.boxes, *drawing.brackets]
    for shape in shapes:
        assert left - EDGE <= shape.left <= shape.right <= across + EDGE
        assert top <= shape.top < shape.bottom <= bottom <= drawing.height
    for box in drawing.boxes:
        assert box.sure is None or box.left <= box.sure[0] <= box.sure[1] <= box.right
    for word in all_words(drawing):
        assert word.x >= 0
        assert word.x + word.wide <= across + EDGE
        assert 0 < word.y < drawing.height


@FEWER
@given(timelines(), WIDTHS)
def test_every_entry_and_every_mark_is_drawn(timeline: Timeline, across: float) -> None:
    drawing = drawn(timeline, across)
    assert len(drawing.boxes) == sum(len(lane.bars) for lane in timeline.lanes)
    assert len(drawing.brackets) == sum(len(lane.marks) for lane in timeline.lanes)


@FEWER
@given(timelines(), WIDTHS)
@example(
    Timeline("maria", True, "", "", FIRST, LAST, (FIRST, "today"), (FIRST + timedelta(60), "interview"), ()), 370.0
)
def test_no_word_lies_over_another(timeline: Timeline, across: float) -> None:
    words = all_words(drawn(timeline, across))
    assert [(one, other) for one, other in combinations(words, 2) if not apart(one, other)] == []


@FEWER
@given(timelines(), WIDTHS)
def test_only_letters_that_can_be_drawn_one_by_one_are_drawn(timeline: Timeline, across: float) -> None:
    assert all(drawable(word.text) for word in all_words(drawn(timeline, across)))


@FEWER
@given(st.lists(bars(), max_size=6), WIDTHS)
def test_bars_stand_in_the_order_of_time_and_share_a_row_only_where_nothing_is_sure_of_both(
    held: list[TimelineBar], across: float
) -> None:
    shown = tuple(bar for bar in held if bar.first <= LAST and bar.last >= FIRST)[:4]
    lane = TimelineLane("lived", "Lived", "Lived:", shown, ())
    timeline = Timeline("maria", True, "Maria", "figure", FIRST, LAST, (FIRST, "today"), None, (lane,))
    rows: dict[float, list[Box]] = {}
    for box in drawn(timeline, across).boxes:
        rows.setdefault(box.top, []).append(box)
    for row in rows.values():
        for one, other in pairwise(row):
            assert one.right <= other.left + 2.5 + EDGE  # the width that a single day is given
            if one.bar.shortest and other.bar.shortest:
                assert one.bar.shortest[1] < other.bar.shortest[0]


def test_what_touches_in_one_month_stands_in_one_row() -> None:
    march = date(2018, 3, 1), date(2018, 3, 31)
    before = TimelineBar("a", (), "", FIRST, march[1], (FIRST, march[0]), (FIRST, march[1]), False)
    after = TimelineBar("b", (), "", march[0], LAST, (march[1], LAST), (march[0], LAST), True)
    lane = TimelineLane("lived", "Lived", "Lived:", (before, after), ())
    timeline = Timeline("maria", True, "Maria", "figure", FIRST, LAST, (LAST, "today"), None, (lane,))
    one, other = drawn(timeline, 600).boxes
    assert one.top == other.top
    assert one.right == pytest.approx(other.left)
    assert one.sure == (one.left, one.right)


def test_a_word_is_never_wider_than_it_is_thought_to_be(templates: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(templates / "fonts" / "PacketSans-Regular.ttf") as font:
        glyphs, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        letters = {chr(code): advances[name][0] / em for code, name in glyphs.items() if drawable(chr(code))}
    assert {letter: real for letter, real in letters.items() if real > width(letter)} == {}


@FEWER
@given(timelines(), WIDTHS)
def test_the_drawing_is_well_formed_and_holds_nothing_but_shapes_and_words(timeline: Timeline, across: float) -> None:
    (drawing,) = figures([[timeline]], across)
    root = ET.fromstring(drawing)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "path", "text"}
    assert root.findtext(f"{SVG}title") == "figure" == root.get("aria-label")
    assert not re.search(r"href|url\(|\bid=|\bon\w+=|style=", drawing)


def test_gaps_and_clashes_differ_without_colour(views: Mapping[Language, View], templates: Path) -> None:
    root = ET.fromstring(html([views["en"]], templates))
    paths = [path for path in root.iter(f"{SVG}path") if path.get("stroke")]
    strokes = {(path.get("stroke-dasharray"), path.get("stroke-width")) for path in paths}
    assert {("2 1.5", "1"), (None, "1.8")} <= strokes
    colours = {path.get("fill", "none") for path in paths} | {path.get("stroke", "none") for path in paths}
    greys = [re.fullmatch(r"#(..?)(..?)(..?)", colour) for colour in colours - {"none"}]
    assert all(grey and max(int(part, 16) for part in grey.groups()) < 256 for grey in greys)


@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES])
def test_every_person_has_one_figure_with_a_name_and_its_words_in_each_language(
    views: Mapping[Language, View], templates: Path, languages: tuple[Language, ...]
) -> None:
    root = ET.fromstring(xhtml([views[language] for language in languages], templates))
    drawings = list(root.iter(f"{SVG}svg"))
    assert [drawing.findtext(f"{SVG}title", "")[:24] for drawing in drawings] == [
        f"{'Timeline of' if languages[0] == 'en' else 'Chronologie de'} {name}"[:24]
        for name in ("Maria Santos", "Paul Okonkwo")
    ]
    said = "".join(root.itertext())
    for language in languages:
        section = views[language].section("timeline")
        assert section
        for timeline in section.timelines:
            assert all(told in said for lane in timeline.lanes for told in lane.told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_say_what_the_figure_shows(views: Mapping[Language, View], language: Language) -> None:
    section = views[language].section("timeline")
    assert section
    for timeline, laid in zip(section.timelines, evaluation().timelines, strict=True):
        assert [lane.name for lane in timeline.lanes] == [lane.name for lane in laid.lanes]
        for lane, held in zip(timeline.lanes, laid.lanes, strict=True):
            assert len(lane.told) == len(held.bars) + len(held.marks)
            assert all(lane.told)
            for bar in lane.bars:
                assert str(bar.first.year) in bar.told or bar.first < timeline.first


def test_the_numbers_are_those_of_the_findings(views: Mapping[Language, View]) -> None:
    findings, section = views["en"].section("findings"), views["en"].section("timeline")
    assert findings
    assert section
    titles = {entry.number: entry.title for entry in findings.entries}
    marked = {mark.number for timeline in section.timelines for lane in timeline.lanes for mark in lane.marks}
    assert sorted(number for number in titles if number) == list(range(1, len(titles) + 1))
    assert titles[min(marked)] == "Nothing says what Maria did from May 2016 to August 2016."


def test_of_very_many_entries_all_are_drawn_and_the_latest_are_said(wording: Mapping[str, Text]) -> None:
    case = family()
    maria = (case.people or ())[0]
    trips = [
        {"from": f"20{17 + index // 12}-{index % 12 + 1:02}", "to": f"20{17 + index // 12}-{index % 12 + 1:02}"}
        for index in range(90)
    ]
    many = type(maria).model_validate({**maria.model_dump(by_alias=True, exclude_none=True), "trips": trips})
    view = build(evaluation(case=case.model_copy(update={"people": (many,)})), Words(wording, "en"))
    section = view.section("timeline")
    assert section
    lane = next(lane for lane in section.timelines[0].lanes if lane.name == "travelled")
    assert len(lane.bars) == 90
    assert len(lane.told) == MOST_TOLD + 1
    assert lane.told[0] == "50 earlier entries"
    assert [bar.key for bar in lane.bars][-15:][0] == "z"
    assert lane.bars[-1].key == "an"


@FEWER
@given(timelines(), st.integers(0, 120), st.sampled_from([BLOCKS, ASCII]))
def test_the_figure_in_a_terminal_is_never_wider_than_the_terminal(timeline: Timeline, broad: int, glyphs: Any) -> None:
    lines = text_figure(timeline, broad, glyphs)
    assert [line for line in lines if cells(line) > broad] == []
    assert (lines == []) == (broad < 60)


def test_wide_letters_in_a_lanes_name_take_their_columns() -> None:
    lane = TimelineLane("lived", "住所" * 10, "", (), ())
    timeline = Timeline("maria", True, "Maria", "figure", FIRST, LAST, (LAST, "今日"), None, (lane,))
    assert [line for line in text_figure(timeline, 60, BLOCKS) if cells(line) > 60] == []


def test_a_row_of_the_terminals_figure_shows_what_is_sure_what_is_not_and_what_stands_out() -> None:
    years = [date(year, 1, 1) for year in range(2020, 2025)]
    end = [year.replace(month=12, day=31) for year in years]
    sure = TimelineBar("a", (), "", years[0], end[1], (years[0], end[0]), (years[0], end[0]), False)
    later = TimelineBar("b", (), "", years[3], end[3], (years[3], end[3]), (years[3], end[3]), False)
    gap = TimelineMark(1, True, "", years[2], end[2] - timedelta(days=31), False)
    lane = TimelineLane("lived", "Lived", "", (sure, later), (gap,))
    timeline = Timeline("maria", True, "Maria", "", years[0], end[4], (date(2024, 5, 1), "today"), None, (lane,))
    # Sixty months fit as such; the window of five years is a column a month.
    ruler, row, today = text_figure(timeline, 80, ASCII)
    assert ruler.split() == ["2020", "2021", "2022", "2023", "2024"]
    assert row == "  Lived  " + "#" * 12 + "?" * 12 + "!" * 11 + "." + "=" * 12 + "." * 12
    assert row[today.index("^")] == "."
    assert today.endswith(("today ^", "^ today"))


def test_a_screen_reader_is_given_no_figure_and_plain_terminals_plain_letters(views: Mapping[Language, View]) -> None:
    assert BLOCKS.entries[0] in check_text(views["en"])
    plain = check_text(views["en"], glyphs=ASCII)
    assert "###" in plain
    assert not re.search("[█▓░]", plain)
    assert "THE YEARS AT A GLANCE" not in check_text(views["en"], glyphs=None)
    assert "THE YEARS AT A GLANCE" not in check_text(views["en"], width=50)


def test_names_in_other_scripts_stand_in_the_words_not_in_the_drawing(wording: Mapping[str, Text]) -> None:
    case = family()
    maria = (case.people or ())[0]
    stays = [{"from": "2016", "country": "AE", "city": "دبي"}]
    moved = type(maria).model_validate({**maria.model_dump(by_alias=True, exclude_none=True), "stays": stays})
    view = build(evaluation(case=case.model_copy(update={"people": (moved,)})), Words(wording, "en", QUESTIONS))
    section = view.section("timeline")
    assert section
    (drawing,) = figures([section.timelines], 540)
    assert "دبي" not in drawing
    assert "United Arab Emirates" in drawing
    assert "دبي" in section.timelines[0].lanes[0].told[0]
