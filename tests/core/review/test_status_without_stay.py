"""A permit of months for Canada beside addresses elsewhere."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
CODE = "status-without-stay"
ABROAD = [{"from": "1990-05", "to": "2019-12", "country": "PH"}, {"from": "2020-01", "country": "SG"}]
PERMIT = {"from": "2019-06-01", "to": "2021-05-31", "kind": "worker"}


def holding(permit: Data, stays: Any = ABROAD, trips: Any = ()) -> Data:
    return alone(stays=stays, trips=trips, status_in_canada=[permit])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, True), ({"kind": "student"}, True), ({"kind": "visitor"}, False), ({"kind": "permanent-resident"}, False),
        ({"kind": None}, False), ({"to": "2019-11-30"}, True), ({"to": "2019-11-29"}, False),
        ({"from": "2019-06", "to": "2019-12"}, False), ({"from": "2019-06", "to": "2020-01"}, True),
        ({"from": 2019, "to": 2020}, False), ({"from": 2018, "to": 2020}, True), ({"from": None}, False),
        ({"from": "2026-01-01", "to": "2029-01-01"}, True), ({"from": "2026-11-01", "to": "2029-01-01"}, False),
    ],
)  # fmt: skip
def test_six_months_in_every_reading_that_have_passed(more: Data, found: bool) -> None:
    assert raised(CODE, holding({**PERMIT, **more})) == (["elsewhere/maria"] if found else [])


@pytest.mark.parametrize(
    ("stays", "trips", "found"),
    [
        (ABROAD, [{"from": "2019-07-01", "to": "2019-07-09", "country": "US"}], True),
        (ABROAD, [{"from": "2019-07-01", "to": "2019-07-09", "country": "CA"}], False),
        (ABROAD, [{"from": "2019-07-01", "to": "2019-07-09"}], False),
        (ABROAD, [{"from": "2019-05-01", "to": "2019-05-31", "country": "CA"}], True),
        (ABROAD, [{"from": "2019-05", "to": 2019, "country": "CA"}], False),
        ([*ABROAD, {"from": "2021-05", "to": "2021-08", "country": "CA"}], [], False),
        ([*ABROAD, {"from": "2021-06", "to": "2021-08", "country": "CA"}], [], True),
        ([*ABROAD, {"from": "2020-06", "to": "2021-08"}], [], False),
        ([ABROAD[0], {"from": "2020-03", "country": "SG"}], [], False),  # two months for which no place is listed
        (None, [], False), (ABROAD, None, False), ([], [], False),
    ],
)  # fmt: skip
def test_nothing_is_raised_where_a_stay_or_trip_in_canada_is_possible(stays: Any, trips: Any, found: bool) -> None:
    assert raised(CODE, holding(PERMIT, stays, trips)) == (["elsewhere/maria"] if found else [])


def test_it_is_a_note_that_names_the_permit_and_the_homes() -> None:
    (finding,) = [each for each in findings(holding(PERMIT)) if each.code == CODE]
    assert (finding.severity, finding.facts) == (
        "note",
        ("people.maria.status_in_canada[0]", "people.maria.stays[0]", "people.maria.stays[1]"),
    )
