"""Days in Canada, held against a count of every day of every completion of the dates."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive.presence import (
    HALF_DAY,
    citizenship_days,
    half_days,
    residency_days,
    residency_days_possible,
)
from ircc_prep.core.facts import Thing
from tests.core.making import case, facts, plain

DAY = timedelta(days=1)

Exact = tuple[date, date, str]  # first day, last day, country or kind
Lists = tuple[Sequence[Exact], Sequence[Exact], Sequence[Exact]]  # stays, trips, statuses
COUNTRIES = ("CA", "CA", "FR")
KINDS = ("permanent-resident", "permanent-resident", "worker", "visitor", "none")
FACTS = (citizenship_days, half_days, residency_days, residency_days_possible)


def each_day(first: date, last: date) -> Iterator[date]:
    return (first + DAY * index for index in range((last - first).days + 1))


def in_years(day: date, years: int) -> date:
    """The day of the same number; 28 February for a 29 February that the year doesn't have."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def among(entries: Sequence[Exact], *words: str) -> set[date]:
    return {day for first, last, word in entries if word in words for day in each_day(first, last)}


def wholly_away(*journeys: Exact) -> set[date]:
    nights = {night for first, last, _ in journeys for night in each_day(first, last - DAY)}
    return {night for night in nights if night - DAY in nights}


def counted(lists: Lists, submitted: date) -> tuple[float, float, int, int]:
    """The four figures of a history in which every date is known to the day."""
    stays, trips, statuses = lists
    elsewhere, away = ([each for each in entries if each[2] != "CA"] for entries in (stays, trips))
    there = (among(stays, "CA") - wholly_away(*elsewhere, *away)) | among(trips, "CA")
    there -= wholly_away(*away)
    window = {day for day in there if in_years(submitted, -5) <= day < submitted}
    full = window & among(statuses, "permanent-resident")
    half = (window & among(statuses, *HALF_DAY)) - among(statuses, "permanent-resident")
    credit = min(len(half) / 2, 365)
    left = 0
    for became, ended, kind in statuses:
        if kind == "permanent-resident" and ended >= submitted:
            left = len(list(each_day(max(became, submitted), in_years(became, 5) - DAY)))
    return len(full) + credit, credit, len(full), len(full) + left


def bounds_of(fact: Any, subject: Case) -> Any:
    view = facts(subject)
    thing = view.applicant
    assert isinstance(thing, Thing)
    found = plain(fact(thing))
    return found if isinstance(found, tuple) else (found, found)


def held_against(found: Case, answers: Sequence[tuple[float, float, int, int]], once: bool) -> None:
    for fact, results in zip(FACTS, zip(*answers, strict=True), strict=True):
        if once or fact is not residency_days_possible:
            assert bounds_of(fact, found) == (min(results), max(results)), fact.__name__


def written(lists: Sequence[Sequence[tuple[Any, Any, str]]], submitted: Any) -> Case:
    names = (("stays", "country"), ("trips", "country"), ("status_in_canada", "kind"))
    made = {
        name: [{"from": start, "to": end, key: word} for start, end, word in entries]
        for (name, key), entries in zip(names, lists, strict=True)
    }
    return case({"id": "maria", "role": "principal-applicant", **made}, submitted=submitted)


@st.composite
def exact_entries(draw: st.DrawFn, words: Sequence[str], most: int) -> list[Exact]:
    """Entries of some years, often touching, overlapping or at the edge of the five years."""
    near, found = date(2020, 1, 1), []
    for _ in range(draw(st.integers(0, most))):
        gap = draw(st.sampled_from([-30, -1, 0, 1, 2, 30]) | st.integers(-500, 700))
        first = near + DAY * gap
        last = first + DAY * draw(st.sampled_from([0, 1, 2, 28, 365]) | st.integers(0, 1500))
        found.append((first, last, draw(st.sampled_from(words))))
        near = last
    return found


EDGES = st.sampled_from([date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28), date(2025, 3, 1)])


@given(
    exact_entries(COUNTRIES, 3), exact_entries(COUNTRIES, 4), exact_entries(KINDS, 4),
    EDGES | st.dates(date(2023, 1, 1), date(2026, 11, 22)),
)  # fmt: skip
def test_the_figures_are_those_that_counting_days_gives(
    stays: list[Exact], trips: list[Exact], statuses: list[Exact], submitted: date
) -> None:
    once = [kind for _, _, kind in statuses].count("permanent-resident") == 1
    found = written((stays, trips, statuses), submitted)
    held_against(found, [counted((stays, trips, statuses), submitted)], once)


Unsure = tuple[PartialDate, PartialDate, str]


@st.composite
def unsure_histories(draw: st.DrawFn) -> tuple[list[list[Unsure]], PartialDate]:
    """A few weeks of history, some dates known only to two or three days; few enough to try every completion."""
    opens = draw(st.sampled_from([date(2023, 2, 10), date(2024, 2, 10), date(2021, 6, 1)]))
    left = 4  # dates that may still be unsure

    def unsure(day: date) -> PartialDate:
        nonlocal left
        width = draw(st.sampled_from([0, 0, 1, 2])) if left else 0
        left -= bool(width)
        return PartialDate(day, day + DAY * width)

    lists = []
    for words, most in ((COUNTRIES, 2), (COUNTRIES, 2), (KINDS, 2)):
        entries = []
        for _ in range(draw(st.integers(0, most))):
            first = opens + DAY * draw(st.integers(0, 30))
            start, end = unsure(first), unsure(first + DAY * draw(st.integers(0, 20)))
            entries.append((start, end, draw(st.sampled_from(words))))
        lists.append(entries)
    submitted = in_years(opens, draw(st.sampled_from([0, 4, 5, 5, 5]))) + DAY * draw(st.integers(0, 50))
    return lists, unsure(submitted)


def completions(history: list[list[Unsure]], submitted: PartialDate) -> Iterator[tuple[Lists, date]]:
    """Every way in which all the dates may be known; an entry that would end before it begins is none."""
    dates = [day for entries in history for start, end, _ in entries for day in (start, end)]
    for chosen in product(*(each_day(day.first, day.last) for day in (*dates, submitted))):
        days_in_order = iter(chosen)
        stays, trips, statuses = (
            [(next(days_in_order), next(days_in_order), word) for _, _, word in entries] for entries in history
        )
        lists = tuple([each for each in entries if each[0] <= each[1]] for entries in (stays, trips, statuses))
        yield lists, chosen[-1]  # type: ignore[misc]


@given(unsure_histories())
def test_ranges_are_exactly_what_all_completions_of_the_dates_give(
    drawn: tuple[list[list[Unsure]], PartialDate],
) -> None:
    history, submitted = drawn
    answers = [counted(lists, day) for lists, day in completions(history, submitted)]
    once = [kind for _, _, kind in history[2]].count("permanent-resident") == 1
    held_against(written(history, submitted), answers, once)
