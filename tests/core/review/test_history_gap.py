"""Gaps in the personal history: certain ones, and those that only a month would show."""

from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import alone, findings, raised

MONTHS = st.integers(0, 47).map(lambda month: f"{2022 + month // 12}-{month % 12 + 1:02}")
YEARS = st.integers(2022, 2025).map(str)
WINDOW = (date(2022, 1, 1), date(2025, 12, 31))


def entry(start: str, end: str) -> dict[str, Any]:
    return {"from": start, "to": end, "kind": "employment"}


def whole(activities: list[dict[str, Any]]) -> dict[str, Any]:
    """A history without gaps but for the years 2022 to 2025."""
    before, after = entry("2008-05-04", "2021-12-31"), {"from": "2026-01-01", "kind": "employment"}
    return alone(activities=[before, *activities, after])


def empty_months(days: list[tuple[date, date]]) -> set[str]:
    """The months of the four years in which no day is covered, by counting days."""
    covered = set()
    for first, last in days:
        day = max(first, WINDOW[0])
        while day <= min(last, WINDOW[1]):
            covered.add(f"{day:%Y-%m}")
            day += timedelta(days=1)
    return {f"{year}-{month:02}" for year, month in product(range(2022, 2026), range(1, 13))} - covered


def months_of(case: dict[str, Any], says: str) -> set[str]:
    """The months that the findings name."""
    named = set()
    for finding in findings(case):
        if finding.code == "history-gap" and finding.says == says and finding.start and finding.end:
            first, last = finding.start.first, finding.end.first
            count = (last.year - first.year) * 12 + last.month - first.month
            months = (first.year * 12 + first.month - 1 + index for index in range(count + 1))
            named |= {f"{month // 12}-{month % 12 + 1:02}" for month in months}
    return named


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.one_of(MONTHS, YEARS), st.one_of(MONTHS, YEARS)), max_size=4))
def test_a_gap_is_exactly_what_no_reading_of_the_dates_fills(periods: list[tuple[str, str]]) -> None:
    read = [(PartialDate.parse(start), PartialDate.parse(end)) for start, end in periods]
    kept = [(start, end) for start, end in read if end.last >= start.first and not end.before(start)]
    case = whole([entry(str(start), str(end)) for start, end in kept])
    assert months_of(case, "gap") == empty_months([(start.first, end.last) for start, end in kept])


def test_a_month_is_asked_for_only_where_a_year_leaves_room_for_a_gap() -> None:
    case = whole([entry("2022-01", "2023"), entry("2024-06", "2025-12")])
    assert raised("history-gap", case) == ["gap/maria", "perhaps/maria"]
    (perhaps,) = [each for each in findings(case) if each.code == "history-gap" and each.says == "perhaps"]
    assert perhaps.asks == ("people.maria.activities[1].to",)


def test_an_unanswered_history_is_silence_and_an_empty_one_is_a_gap() -> None:
    assert raised("history-gap", alone()) == []
    assert raised("history-gap", alone(activities=[])) == ["gap/maria"]


def test_somebody_who_may_not_be_eighteen_yet_owes_no_history() -> None:
    assert raised("history-gap", alone(date_of_birth="2008", activities=[])) == []
