"""Trips to two countries at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.review.reading import alone, findings, raised, seen

CODE = "two-trips-at-once"
DAYS = st.integers(0, 60)
TRIPS = st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["TH", "JP", "PH"])), max_size=6)


def trip(start: str, end: str, country: str | None = "TH") -> dict[str, Any]:
    return {"from": start, "to": end, **({"country": country} if country else {})}


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (trip("2019-05-18", "2019-05-30", "JP"), ["overlap/maria"]),
        (trip("2019-05-19", "2019-05-30", "JP"), []),  # two days of travel
        (trip("2019-04-20", "2019-05-04", "JP"), ["overlap/maria"]),
        (trip("2019-05-10", "2019-05-14", "JP"), []),  # a visit within
        (trip("2019-04-10", "2019-05-24", "JP"), []),  # the whole journey
        (trip("2019-05-02", "2019-05-24", "JP"), []),
        (trip("2019-05-10", "2019-05-30"), []),  # the same country
        (trip("2019-05-10", "2019-05-30", None), []),
        (trip("2019-05", "2019-06", "JP"), []),
        ({"to": "2019-05-30", "country": "JP"}, []),
    ],
)
def test_nobody_is_in_two_countries_for_days(other: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, alone(trips=[trip("2019-05-02", "2019-05-20"), other])) == says


def test_months_are_read_so_that_both_may_be_right() -> None:
    assert raised(CODE, alone(trips=[trip("2019-02", "2019-05"), trip("2019-05", "2019-07", "JP")])) == []
    assert raised(CODE, alone(trips=[trip("2019-02", "2019-06"), trip("2019-04", "2019-08", "JP")])) == [
        "overlap/maria"
    ]


def test_one_wrong_trip_is_told_of_once() -> None:
    right = [trip(f"2019-0{month}-01", f"2019-0{month}-20", "JP") for month in (2, 4)]
    wrong = trip("2019-02-10", "2019-04-10")
    (found,) = [each for each in findings(alone(trips=[*right, wrong])) if each.code == CODE]
    assert found.facts == ("people.maria.trips[2]", "people.maria.trips[0]", "people.maria.trips[1]")


@settings(max_examples=60, deadline=None)
@given(TRIPS)
def test_every_pair_at_odds_is_told_of_and_no_other(listed: list[tuple[int, int, str]]) -> None:
    first = date(2019, 5, 1)
    periods = [(min(start, end), max(start, end), country) for start, end, country in listed]
    days = [[str(first + timedelta(days=day)) for day in each[:2]] for each in periods]
    case = alone(trips=[trip(start, end, each[2]) for (start, end), each in zip(days, periods, strict=True)])
    expected = {
        frozenset((f"people.maria.trips[{one}]", f"people.maria.trips[{other}]"))
        for one, a in enumerate(periods)
        for other, b in enumerate(periods)
        if a[2] != b[2] and a[0] < b[0] and a[1] < b[1] and a[1] - b[0] + 1 >= 3
    }
    found = seen(CODE, case)
    told = [frozenset((each.facts[0], other)) for each in found for other in each.facts[1:]]
    assert sorted(map(sorted, told)) == sorted(map(sorted, expected))


def test_silence_is_no_contradiction() -> None:
    assert raised(CODE, alone()) == []
    assert raised(CODE, alone(trips=[])) == []
