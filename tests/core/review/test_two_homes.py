"""Addresses in two countries at once, held against the days counted pair by pair."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate, add_months
from tests.core.review.reading import alone, checked, findings, raised

DATES = st.one_of(
    st.dates(min_value=PartialDate.parse("2018").first, max_value=PartialDate.parse("2019").last).map(str),
    st.integers(0, 23).map(lambda month: f"{2018 + month // 12}-{month % 12 + 1:02}"),
    st.sampled_from(["2018", "2019"]),
)
STAYS = st.tuples(DATES, DATES, st.sampled_from(["PH", "AE", "CA", None]))


def stay(start: str, end: str | None, country: str | None) -> dict[str, Any]:
    whole = {"from": start, "to": end, "country": country}
    return {key: value for key, value in whole.items() if value is not None}


def clash(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Two countries for certain, and more than two months for certain."""
    if not {"country"} <= one.keys() & other.keys() or one["country"] == other["country"]:
        return False
    first = max(PartialDate.parse(each["from"]).last for each in (one, other))
    last = min(PartialDate.parse(each["to"]).first for each in (one, other))
    return last >= add_months(first, 2)


@settings(max_examples=200, deadline=None)
@given(st.lists(STAYS, max_size=6))
def test_a_clash_is_raised_exactly_where_two_countries_certainly_share_more_than_two_months(
    made: list[tuple[str, str, str | None]],
) -> None:
    stays = [stay(*each) for each in made if PartialDate.parse(each[1]).before(PartialDate.parse(each[0])) is not True]
    found = checked("two-homes", alone(stays=stays))
    pairs = [
        {f"people.maria.stays[{i}]", f"people.maria.stays[{j}]"}
        for i, j in combinations(range(len(stays)), 2)
        if clash(stays[i], stays[j])
    ]
    assert bool(found) == bool(pairs)
    for finding in found:
        one, *others = finding.facts
        assert all({one, other} in pairs for other in others)


@pytest.mark.parametrize(
    ("left", "moved_in", "found"),
    [
        ("2018-05-14", "2018-03-15", []),
        ("2018-05-15", "2018-03-15", ["two-countries/maria"]),
        ("2018-05", "2018-03", []),
        ("2018-06", "2018-03", ["two-countries/maria"]),
        ("2018", "2018", []),
        ("2019", "2018", []),
        ("2020", "2018", ["two-countries/maria"]),
        ("present", "2018-03", ["two-countries/maria"]),
    ],
)
def test_two_months_are_a_move_and_more_are_two_homes(left: str, moved_in: str, found: list[str]) -> None:
    assert raised("two-homes", alone(stays=[stay("1990", left, "PH"), stay(moved_in, None, "AE")])) == found


def test_unanswered_addresses_and_addresses_without_a_country_say_nothing() -> None:
    assert raised("two-homes", alone()) == []
    assert raised("two-homes", alone(stays=[stay("2010", None, "PH"), stay("2012", None, None)])) == []


def test_one_address_beside_many_is_told_once() -> None:
    many = [stay(f"{year}-02", f"{year}-11", country) for year, country in ((2014, "AE"), (2016, "SG"), (2018, "CA"))]
    (found,) = [each for each in findings(alone(stays=[*many, stay("2000", None, "PH")])) if each.code == "two-homes"]
    assert found.facts[0] == "people.maria.stays[3]"
    assert set(found.facts[1:]) == {f"people.maria.stays[{index}]" for index in range(3)}
    assert (str(found.start), str(found.end)) == ("2014-02", "2018-11")


def test_hundreds_of_homes_at_once_make_no_more_pairs_than_homes() -> None:
    stays = [stay(f"{2000 + index % 9}", None, ("PH", "AE", "CA")[index % 3]) for index in range(400)]
    found = [each for each in findings(alone(stays=stays)) if each.code == "two-homes"]
    assert 0 < sum(len(each.facts) - 1 for each in found) <= len(stays)


@pytest.mark.parametrize(
    ("born", "role", "found"),
    [
        ("2014-01-01", "dependent-child", "child"),
        ("2001-01-01", "principal-applicant", "child"),  # eighteen in 2019, and two months of it
        ("2000-12-31", "principal-applicant", "two-countries"),
        (None, "dependent-child", "child"),
        (None, "principal-applicant", "two-countries"),
    ],
)
def test_a_child_may_have_a_home_with_each_parent(born: str | None, role: str, found: str) -> None:
    stays = [stay("2014-01-01", "2019-02-28", "FR"), stay("2018-01-01", None, "BE")]
    person = {"id": "kim", "role": role, "stays": stays, **({"date_of_birth": born} if born else {})}
    assert raised("two-homes", {"submitted": "2026-10-01", "people": [person]}) == [f"{found}/kim"]
