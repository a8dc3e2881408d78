"""Text in a terminal: width, marks, colour."""

import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable

import pytest

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html
from ircc_prep.render.parts import View
from ircc_prep.render.terminal import check_text
from ircc_prep.render.text import packet_text
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import cells, wrap
from tests.render.samples import evaluation

COMMAND = "  ircc-prep "


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(views: Mapping[Language, View], language: Language, width: int) -> None:
    lines = check_text(views[language], width=width).splitlines()
    assert [line for line in lines if cells(line) > width and not line.startswith(COMMAND)] == []


def test_without_colour_there_is_no_escape_sequence(views: Mapping[Language, View]) -> None:
    assert "\x1b" not in check_text(views["en"], color=False)


def test_colour_changes_no_word(views: Mapping[Language, View]) -> None:
    colored = check_text(views["en"], color=True)
    assert "\x1b[" in colored
    plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert plain.split() == check_text(views["en"], color=False).split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_from_right_to_left_are_isolated_on_each_line_and_not_for_screen_readers(
    wording: Mapping[str, Text], language: Language
) -> None:
    view = build(evaluation("arabic"), Words(wording, language))
    for text in (check_text(view), packet_text([view]), check_text(view, color=True, width=50)):
        assert text.count("محمد الأحمدي") == text.count("\u2068محمد الأحمدي\u2069") > 0
        assert all(line.count("\u2068") == line.count("\u2069") for line in text.splitlines())
    assert "\u2068" not in check_text(view, glyphs=None)


def test_marks_are_ascii(views: Mapping[Language, View]) -> None:
    text = check_text(views["fr"])
    assert "[ ]" in text
    assert "[x]" in text
    assert "[?]" in text
    assert "[!]" in text


def test_the_next_commands_name_the_case_file(views: Mapping[Language, View]) -> None:
    text = check_text(views["en"], case_name="santos.yaml")
    assert "ircc-prep packet santos.yaml" in text
    assert "ircc-prep ask santos.yaml" in text


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("漢字", 4), ("é", 1), ("e\u0301", 1), ("हिन्दी", 5), ("👍", 2), ("a\u200db", 2)],
)
def test_letters_are_counted_as_a_terminal_shows_them(text: str, width: int) -> None:
    assert cells(text) == width


def test_wide_letters_wrap_by_columns() -> None:
    assert wrap("漢字 漢字 漢字", 10) == ["漢字 漢字", "漢字"]


def test_a_word_longer_than_the_line_stays_whole() -> None:
    address = "https://www.canada.ca/en/immigration"
    assert address in wrap(f"See {address}", 20)


def test_lines_after_the_first_are_indented() -> None:
    assert wrap("one two three", 9, "- ") == ["- one two", "  three"]


def test_the_whole_packet_as_text_has_both_languages(views: Mapping[Language, View]) -> None:
    text = packet_text(list(views.values()))
    assert "WHAT TO HAVE WITH YOU" in text
    assert "CE QU’IL FAUT AVOIR EN MAIN" in text


def test_a_colon_in_french_stands_after_a_no_break_space(
    views: Mapping[Language, View], templates: Traversable
) -> None:
    view = views["fr"]
    page = re.sub(r"(?s)<(style|script).*?</\1>|<[^>]*>", "", html([view], templates))
    for text in (packet_text([view]), check_text(view), page):
        assert re.findall(r".*[^\W\d]: .*", text) == []
