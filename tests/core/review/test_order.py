"""The order in which somebody wrote the entries of a list says nothing: the findings are the same in every order."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.review.reading import alone, seen

CODES = (
    "two-homes", "two-full-time-jobs", "study-against-work", "impossible-hours", "work-where-not-living",
    "trip-while-working", "trip-at-home", "lived-only-as-visits", "education-age", "in-the-future",
)  # fmt: skip
DATES = st.sampled_from(["2015", "2017-01", "2018", "2018-06-15", "2019-03", "2020", "2021-01-01", "2021", "2024-02"])
PLACES = {"country": st.sampled_from(["PH", "US", "CA", "AE", None])}
WORK = {
    "kind": st.sampled_from(["employment", "self-employment", "study", "military-service"]),
    "hours_per_week": st.sampled_from([20, 40, 60, None]),
    "remote": st.sampled_from([True, False, None]),
}


def entries(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    period = {"from": DATES, "to": st.one_of(st.none(), DATES), **PLACES, **fields}
    return st.lists(st.fixed_dictionaries(period), max_size=5)


LIVES = st.fixed_dictionaries(
    {
        "stays": entries(city=st.sampled_from(["A", "B", None])),
        "activities": entries(**WORK),
        "trips": entries(purpose=st.sampled_from(["work", "family", None])),
        "education": entries(level=st.sampled_from(["secondary", "bachelor", "master"])),
    }
)


def told(code: str, life: dict[str, Any]) -> list[tuple[str, ...]]:
    found = seen(code, alone(**life))
    return sorted((each.says, str(each.person), str(each.start), str(each.end)) for each in found)


def shuffled(life: dict[str, Any], seed: int) -> dict[str, Any]:
    order = Random(seed)
    return {name: order.sample(listed, len(listed)) for name, listed in life.items()}


@settings(max_examples=80, deadline=None)
@given(LIVES, st.integers(0, 1000))
def test_the_order_of_the_entries_changes_no_finding(life: dict[str, Any], seed: int) -> None:
    for code in CODES:
        assert told(code, life) == told(code, shuffled(life, seed)), code


@pytest.mark.parametrize("seed", range(6))
def test_addresses_of_the_same_year_are_told_alike_in_every_order(seed: int) -> None:
    stays = [
        {"from": "2021", "country": "PH", "city": "B"},
        {"from": "2021", "country": "US"},
        {"from": "2021", "country": "PH", "city": "A"},
        {"from": "2018-06-15", "to": "2026-10-10", "country": "US", "city": "B"},
    ]
    life = {"stays": stays}
    assert told("two-homes", life) == told("two-homes", shuffled(life, seed))
