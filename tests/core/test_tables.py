"""Dated tables: steps, the day that selects the version, and keys that aren't known exactly."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.checklist import Table
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.tables import lookup
from ircc_prep.core.values import INFINITY, Span, bounds, span
from tests.core.making import plain, table

STEPS = table({"rows": {1: 100, 2.5: 150, 4: 175}})
GROWING = table({"rows": {1: 100, 2: 150}, "each_more": 20})
SCALE = table({"rows": {1: 100, 2: 150}, "up_to": 6})
WORDS = table({"rows": {"bachelor": 21, "master": 23, "secondary": 5}})
MIXED = table({"rows": {"bachelor": 21, 2: 23}}, {"from": "2025-01-01", "rows": {1: 7, 2: 8}})
DATED = table(
    {"from": "2024-06-03", "rows": {1: 10, 2: 20}, "until": "2026-05-31"},
    {"from": "2020-01-01", "rows": {1: 1}},
    {"from": "2025-07-07", "rows": {1: 12}},
)


def found(subject: Table, key: Any, day: str = "2026-01-01") -> Any:
    return plain(lookup(subject, PartialDate.parse(day), key))


@pytest.mark.parametrize(
    ("subject", "key", "expected"),
    [
        (STEPS, 0, 0), (STEPS, 0.99, 0), (STEPS, 1, 100), (STEPS, 2.4, 100), (STEPS, 2.5, 150), (STEPS, 3.99, 150),
        (STEPS, 4, 175),
        (STEPS, 1000, 175), (STEPS, -5, 0),
        (GROWING, 2, 150), (GROWING, 2.9, 150), (GROWING, 3, 170), (GROWING, 5, 210), (GROWING, 1.5, 100),
        (GROWING, 0, 0),
        (SCALE, 6, 150), (SCALE, 6.1, None), (SCALE, 7, None), (SCALE, 0, 0),
        (WORDS, "bachelor", 21), (WORDS, "master", 23), (WORDS, "none", 0),
        (MIXED, "bachelor", 0),
        # keys known only to lie in a range, and keys not known at all
        (STEPS, Span(1, 3), (100, 150)), (STEPS, Span(2.5, 3), 150), (STEPS, Span(0, 9), (0, 175)),
        (STEPS, None, (0, 175)),
        (GROWING, Span(2, 4), (150, 190)), (GROWING, None, (0, INFINITY)), (GROWING, Span(2, INFINITY),
        (150, INFINITY)),
        (SCALE, Span(5, 7), 150), (SCALE, Span(0, 7), (0, 150)), (SCALE, Span(7, 9), None), (SCALE, None, (0, 150)),
        (WORDS, None, (0, 23)),
    ],
)  # fmt: skip
def test_the_row_with_the_greatest_key_not_above_the_number(subject: Table, key: Any, expected: Any) -> None:
    assert found(subject, key) == expected


@pytest.mark.parametrize(
    ("day", "key", "expected"),
    [
        ("2019-12-31", 1, None), ("2020-01-01", 1, 1), ("2024-06-02", 1, 1), ("2024-06-03", 1, 10),
        ("2025-07-06", 2, 20),
        ("2025-07-07", 1, 12), ("2030-01-01", 1, 12),
        # a month or a year may hold two versions, or a time before the first
        ("2024-06", 1, (1, 10)), ("2024-05", 1, 1), ("2024-07", 1, 10), ("2025", 1, (10, 12)), ("2019", 1, None),
        ("2020", 1, 1),
        ("2024", Span(1, 2), (1, 20)),
    ],
)  # fmt: skip
def test_the_version_in_force_on_the_day(day: str, key: Any, expected: Any) -> None:
    assert found(DATED, key, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-05-31", 10), ("2026-06-01", None), ("2026-05", 10), ("2026", None)]
)
def test_after_the_last_day_on_which_it_is_known_the_value_is_unknown(day: str, expected: Any) -> None:
    until = table({"rows": {1: 10}, "until": "2026-05-31"})
    assert found(until, 1, day) == expected


def test_after_the_known_days_the_next_version_is_known_again() -> None:
    later = table({"rows": {1: 10}, "until": "2026-05-31"}, {"from": "2026-12-01", "rows": {1: 11}})
    days = {"2026-05-31": 10, "2026-06-01": None, "2026-11-30": None, "2026-12-01": 11}
    assert {day: found(later, 1, day) for day in days} == days


def test_whole_numbers_stay_whole_and_others_do_not() -> None:
    fees = table({"rows": {1: 246.25, 2: 300.0}})
    assert (found(fees, 1), found(fees, 2)) == (246.25, 300)
    assert isinstance(found(fees, 2), int)


ROWS = st.dictionaries(st.integers(0, 20) | st.sampled_from([0.5, 4.5]), st.integers(0, 500), min_size=1, max_size=6)


@given(ROWS, st.none() | st.integers(1, 50), st.none() | st.integers(10, 30), st.integers(-2, 24), st.integers(0, 8))
def test_a_range_of_keys_gives_the_range_of_all_their_values(
    rows: dict[float, int], each_more: int | None, up_to: int | None, low: int, width: int
) -> None:
    subject = table({"rows": rows, "each_more": each_more, "up_to": up_to})
    day = PartialDate.parse("2026-01-01")
    keys = [low + step / 4 for step in range(4 * width + 1)]
    each = [value for key in keys if (value := lookup(subject, day, key)) is not None]
    whole = lookup(subject, day, span(low, low + width))
    assert (whole and bounds(whole)) == ((min(each), max(each)) if each and whole else whole)
    assert (whole is None) == (not each)
