"""Periods on the calendar, held against the days counted one by one."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.case import Stay
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    common,
    covered,
    merged,
    months_in,
    overlapping,
    overlapping_pairs,
    shared,
    spans,
    uncovered,
    whole_months,
)

FIRST, LAST = date(2023, 11, 1), date(2024, 4, 30)
DAYS = st.dates(FIRST, LAST)
RUNS = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=6)
DATES = st.one_of(
    DAYS.map(lambda day: day.isoformat()), DAYS.map(lambda day: f"{day:%Y-%m}"), DAYS.map(lambda day: f"{day:%Y}")
)
PERIODS = st.tuples(DATES, DATES).filter(
    lambda pair: PartialDate.parse(pair[1]).before(PartialDate.parse(pair[0])) is not True
)
LISTS = st.lists(PERIODS, max_size=6)


def every_day() -> list[date]:
    return [FIRST + timedelta(days=index) for index in range((LAST - FIRST).days + 1)]


def within(day: date, runs: Sequence[Days]) -> bool:
    return any(first <= day <= last for first, last in runs)


def laid(periods: Sequence[tuple[str, str]]) -> tuple[Span, ...]:
    stays = [Stay.model_validate({"from": start, "to": end}) for start, end in periods]
    return spans("stays", stays, date(2026, 1, 1)) or ()


@given(RUNS)
def test_merged_runs_hold_the_same_days_in_order_and_never_touch(runs: list[Days]) -> None:
    made = merged(runs)
    assert [within(day, made) for day in every_day()] == [within(day, runs) for day in every_day()]
    assert all(before[1] + timedelta(days=1) < after[0] for before, after in pairwise(made))


@given(RUNS, DAYS, DAYS)
def test_a_day_of_the_window_is_either_covered_or_uncovered(runs: list[Days], one: date, other: date) -> None:
    window = (min(one, other), max(one, other))
    empty = list(uncovered(merged(runs), window))
    for day in every_day():
        assert within(day, empty) == (within(day, [window]) and not within(day, runs))


@given(RUNS, RUNS)
def test_common_days_are_those_of_both(one: list[Days], other: list[Days]) -> None:
    both = list(common(merged(one), merged(other)))
    assert [within(day, both) for day in every_day()] == [
        within(day, one) and within(day, other) for day in every_day()
    ]


@given(DAYS, DAYS)
def test_whole_months_are_the_months_all_of_whose_days_are_there(one: date, other: date) -> None:
    days = (min(one, other), max(one, other))
    by_month: dict[str, list[bool]] = {}
    for day in every_day():
        by_month.setdefault(f"{day:%Y-%m}", []).append(within(day, [days]))
    full = sorted(month for month, inside in by_month.items() if all(inside))
    found = whole_months(days)
    assert (found is None) == (not full)
    if found:
        assert [f"{found[0]:%Y-%m}", f"{found[1]:%Y-%m}"] == [full[0], full[-1]]
        assert found[0].day == 1
        assert months_in(found) == len(full)


@given(PERIODS)
def test_the_longest_reading_holds_every_reading_and_the_shortest_what_they_share(period: tuple[str, str]) -> None:
    (span,) = laid([period])
    start, end = (PartialDate.parse(text) for text in period)
    starts = {start.first, start.last, *(day for day in every_day() if start.first <= day <= start.last)}
    ends = {end.first, end.last, *(day for day in every_day() if end.first <= day <= end.last)}
    readings = [(first, last) for first, last in product(starts, ends) if first <= last]
    assert span.longest == (min(first for first, _ in readings), max(last for _, last in readings))
    for day in every_day():
        surely = all(first <= day <= last for first, last in readings) if span.shortest else False
        assert within(day, [span.shortest] if span.shortest else []) == surely


@given(LISTS, LISTS)
def test_pairs_that_share_days_are_all_found_once(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    left, right = laid(one), laid(other)
    found = sorted((a.path, b.path, days) for a, b, days in overlapping(left, right))
    assert found == sorted((a.path, b.path, days) for a in left for b in right if (days := shared(a, b)))
    within_one = sorted((*sorted((a.path, b.path)), days) for a, b, days in overlapping_pairs(left))
    pairs = [(a, b) for index, a in enumerate(left) for b in left[index + 1 :]]
    assert within_one == sorted((*sorted((a.path, b.path)), days) for a, b in pairs if (days := shared(a, b)))


def test_what_is_covered_surely_is_covered_in_any_reading() -> None:
    lane = laid([("2023-12", "2024-02"), ("2024-03-05", "2024")])
    assert covered(lane) == [(date(2023, 12, 1), date(2024, 2, 29)), (date(2024, 3, 5), date(2024, 12, 31))]
    assert covered(lane, surely=True) == [(date(2023, 12, 31), date(2024, 2, 1))]


def test_a_lane_knows_its_neighbours_and_the_dates_that_would_decide() -> None:
    lane = Lane(laid([("2023-11", "2024"), ("2024-06-10", "2024-08"), ("2025", "2025-03")]))
    april = (date(2024, 9, 1), date(2024, 12, 31))
    assert [span.path for span in lane.beside(april)] == ["stays[0]", "stays[2]"]
    assert lane.deciding(april) == ("stays[0].to", "stays[2].from")
    assert Lane(()).beside(april) == ()
