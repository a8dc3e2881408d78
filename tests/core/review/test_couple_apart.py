"""A couple whose lists never put them in one country on the day that counts."""

from typing import Any

import pytest

from tests.core.review.couples import family, raised
from tests.core.review.reading import findings

CODE = "couple-apart"
Entry = dict[str, Any]

DUBAI = {"stays": [{"from": "2010-01", "country": "AE"}], "trips": []}
MANILA = {
    "stays": [{"from": "1990", "to": "2019-06", "country": "PH"}, {"from": "2019-06", "country": "AE"}],
    "trips": [],
}


def visiting(start: str, end: str, country: str | None = "PH") -> Entry:
    """Somebody in Dubai with one trip."""
    return {**DUBAI, "trips": [{"from": start, "to": end, "country": country}]}


@pytest.mark.parametrize(
    ("married", "ana", "expected"),
    [
        ("2018-06-02", DUBAI, ["wedding"]),
        ("2018-06", DUBAI, ["wedding"]),
        ("2018", DUBAI, ["wedding"]),
        ("2018-06-02", visiting("2018-06-01", "2018-06-20"), []),
        ("2018-06-02", visiting("2018-06-02", "2018-06-02"), []),
        ("2018-06-02", visiting("2018-06-03", "2018-06-20"), ["wedding"]),
        ("2018-06-02", visiting("2018-06", "2018-07"), []),
        ("2018-06", visiting("2018-06-20", "2018-07-02"), []),
        ("2018-06-02", visiting("2018", "2018"), []),
        ("2018-06-02", visiting("2018-06-01", "2018-06-20", None), []),
        ("2018-06-02", {**DUBAI, "trips": None}, []),
        ("2018-06-02", {**DUBAI, "stays": None}, []),
        ("2018-06-02", {**DUBAI, "stays": [{"from": "2018-07", "country": "AE"}]}, []),
        ("2019-06-01", DUBAI, []),  # the month in which he moved
        ("2020-06-02", DUBAI, []),
        ("2027-06-02", DUBAI, []),
        ("2009-06-02", DUBAI, []),  # before what she lists
    ],
)
def test_both_can_have_been_at_the_wedding_unless_no_reading_allows_it(
    married: str, ana: Entry, expected: list[str]
) -> None:
    case = family(ana=ana, tomas=MANILA, answers={"relationship.married_on": married})
    assert raised(CODE, case) == expected


def test_a_wedding_in_a_third_country_is_a_trip_of_both() -> None:
    tomas = {**MANILA, "trips": [{"from": "2018-05-30", "to": "2018-06-05", "country": "HK"}]}
    case = family(
        ana=visiting("2018-06-01", "2018-06-03", "HK"), tomas=tomas, answers={"relationship.married_on": "2018-06-02"}
    )
    assert raised(CODE, case) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [("married", ["meeting", "wedding"]), ("common-law", ["meeting"]), ("separated", ["meeting"])],
)
def test_the_wedding_counts_for_the_married_and_the_meeting_is_noted_for_all(status: str, expected: list[str]) -> None:
    answers = {"relationship.married_on": "2018-06-02", "relationship.first_met": "2017-03"}
    people: Entry = {"ana": {**DUBAI, "marital_status": status}, "tomas": {**MANILA, "marital_status": status}}
    case = family(**people, answers=answers)
    assert raised(CODE, case) == expected
    assert {each.severity for each in findings(case) if each.says == "meeting"} <= {"note"}


@pytest.mark.parametrize(
    ("met", "tomas", "expected"),
    [
        ("2019-03", {"stays": [{"from": "1990", "country": "PH"}], "trips": []}, ["never"]),
        ("2015-03", {"stays": [{"from": "1990", "country": "PH"}], "trips": []}, []),
        (None, {"stays": [{"from": "1990", "country": "PH"}], "trips": []}, []),  # when they met isn’t said
        ("2017-03", MANILA, ["meeting"]),
        (
            "2019-03",
            {"stays": [{"from": "1990", "country": "PH"}], "trips": [{"from": "2024", "to": "2024", "country": "AE"}]},
            ["meeting"],
        ),
        (
            "2019-03",
            {
                "stays": [{"from": "1990", "to": "2022-01", "country": "PH"}, {"from": "2022-03", "country": "PH"}],
                "trips": [],
            },
            ["meeting"],
        ),
        ("2027", {"stays": [{"from": "1990", "country": "PH"}], "trips": []}, []),
    ],
)
def test_without_a_wedding_day_every_day_since_they_met_is_looked_at(
    met: str | None, tomas: Entry, expected: list[str]
) -> None:
    assert raised(CODE, family(ana=DUBAI, tomas=tomas, answers={"relationship.first_met": met})) == expected


@pytest.mark.parametrize(("submitted", "expected"), [("2026-06-02", ["wedding"]), ("2026-06-03", [])])
def test_more_than_ten_years_before_the_submission_no_trips_are_missed(submitted: str, expected: list[str]) -> None:
    answers = {"relationship.married_on": "2016-06-02"}
    assert raised(CODE, family(ana=DUBAI, tomas=MANILA, submitted=submitted, answers=answers)) == expected
