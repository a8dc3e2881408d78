"""The table of what is in a list: it fits whatever the names and the terminal, and orders keep every entry."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.ask.columns import columns
from ircc_prep.ask.entries import FIELDS, started
from ircc_prep.ask.table import PAGE, cut, in_order, order_of, page_with, rows, short_date
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import LANGUAGES, Language
from tests.ask.sitting import drawn_talk

DATES = st.one_of(
    st.none(),
    st.dates(min_value=PartialDate.parse("1950").first, max_value=PartialDate.parse("2050").last).flatmap(
        lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"])
    ),
)
NAMES = st.one_of(
    st.text(max_size=60), st.text("北京市朝阳区", max_size=60), st.text("éèàï̈", max_size=60), st.just("x" * 300)
)
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {}, optional={"country": st.sampled_from(["PH", "AE", "GS"]), "city": NAMES, "from": DATES, "to": DATES}
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip


def _kept(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in entry.items() if value is not None} for entry in entries]


@given(ENTRIES, st.integers(30, 78), st.sampled_from(LANGUAGES), st.integers(0, 30))
def test_no_line_of_the_table_is_wider_than_the_terminal(
    entries: list[dict[str, Any]], width: int, language: Language, at: int
) -> None:
    shown = rows(drawn_talk(language), "stay", _kept(entries), page_with(at, len(entries)), width)
    assert 1 <= len(shown) <= PAGE
    assert all(columns(line) <= width for line in shown)


@given(st.text(max_size=100), st.integers(1, 40))
def test_what_is_cut_says_so_and_loses_nothing_that_had_room(words: str, width: int) -> None:
    short = cut(words, width)
    assert columns(short) <= width
    assert short == words or short.endswith("…")
    assert words.startswith(short.removesuffix("…")) or short == words


@given(ENTRIES)
def test_putting_in_order_keeps_every_entry_once(entries: list[dict[str, Any]]) -> None:
    order = in_order("stay", _kept(entries))
    assert sorted(order) == list(range(len(entries)))


@given(ENTRIES)
def test_what_was_put_in_order_is_in_order_and_stays_so(entries: list[dict[str, Any]]) -> None:
    kept = _kept(entries)
    arranged = [kept[index] for index in in_order("stay", kept)]
    begun = [day for entry in arranged if (day := started("stay", entry))]
    assert order_of("stay", arranged) != "mixed"
    assert [entry for entry in arranged if started("stay", entry) is None] == arranged[len(begun) :]


@given(st.integers(1, 60), st.integers(-5, 80))
def test_every_entry_stands_on_one_page(count: int, at: int) -> None:
    page = page_with(at, count)
    assert 0 <= page.first < page.end <= count
    if 0 <= at < count:
        assert page.first <= at < page.end


@pytest.mark.parametrize(
    ("language", "date", "said"),
    [
        ("en", "2019-03-14", "Mar 14, 2019"),
        ("fr", "2019-03-14", "14 mars 2019"),
        ("en", "2019-03", "Mar 2019"),
        ("fr", "2019-07", "juill. 2019"),
        ("fr", "2019", "2019"),
        ("en", "present", "present"),
        ("fr", "present", "aujourd’hui"),
        ("fr", None, "?"),
    ],
)
def test_dates_are_short_and_in_words(language: Language, date: str | None, said: str) -> None:
    assert short_date(drawn_talk(language), date) == said


@pytest.mark.parametrize(
    ("noun", "entry", "line"),
    [
        ("stay", {"country": "CA", "city": "Laval", "from": "2018-07"}, "  1. Jul 2018 – ?  Canada · Laval"),
        ("passport", {"country": "PH", "expires": "2029-05-01"}, "  1. ? – May 1, 2029  Philippines"),
        ("refusal", {"kind": "visitor-visa", "date": "2017-05"}, "  1. May 2017  Visitor visa"),
        ("name", {"family_name": "Cruz"}, "  1. Family name: Cruz"),
        ("stay", {"country": "CN", "city": "北京"}, "  1. China · 北京"),
    ],
)  # fmt: skip
def test_a_line_has_the_number_the_dates_and_what_or_where(noun: str, entry: dict[str, Any], line: str) -> None:
    assert rows(drawn_talk("en"), noun, [entry], page_with(0, 1), 78) == [line]


@pytest.mark.parametrize("width", [30, 40, 78])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_four_results_of_a_test_can_be_read(language: Language, width: int) -> None:
    results = {"listening": 5, "reading": 6, "writing": 7, "speaking": 8}
    test = {"test": "ielts-general", "taken": "2026-01-02", **results}
    shown = rows(drawn_talk(language), "language_test", [test], page_with(0, 1), width)
    assert all(columns(line) <= width for line in shown)
    assert "…" not in "".join(shown)
    assert [number for number in "5678" if f"{number} ·" in " ".join(shown) or shown[-1].endswith(number)] == [*"5678"]


@pytest.mark.parametrize(
    ("language", "entry", "line"),
    [
        ("en", {"family_name": "Ngozi", "given_names": "Eze"}, "  1. Family name: Ngozi · Given names: Eze"),
        ("fr", {"family_name": "李", "given_names": "小龙"}, "  1. Nom de famille : 李 · Prénoms : 小龙"),
        ("en", {"family_name": "عزيزي", "given_names": "نغوزي"}, "  1. Family name: عزيزي · Given names: نغوزي"),
    ],
)
def test_a_family_name_can_be_told_from_given_names(language: Language, entry: dict[str, Any], line: str) -> None:
    shown = rows(drawn_talk(language), "name", [entry], page_with(0, 1), 78)
    assert [each.replace("\u00a0", " ") for each in shown] == [line]


def test_the_columns_stand_under_one_another_also_in_wide_letters() -> None:
    entries = [{"city": "北京", "from": "2018"}, {"city": "Oslo", "from": "2018-03-14", "to": "present"}]
    first, second = rows(drawn_talk("en"), "stay", entries, page_with(0, 2), 78)
    assert columns(first[: first.index("北")]) == columns(second[: second.index("Oslo")])
    assert all(unicodedata.east_asian_width(letter) != "W" for letter in second)


def test_every_kind_of_list_has_a_table() -> None:
    for noun in FIELDS:
        assert rows(drawn_talk("fr"), noun, [{}], page_with(0, 1), 78)
