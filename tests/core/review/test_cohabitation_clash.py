"""Living together, beside the homes of today and the whole lists."""

from typing import Any

import pytest

from tests.core.review.couples import family, raised

CODE = "cohabitation-clash"
Entry = dict[str, Any]


def homes(ana: list[Entry] | None, tomas: list[Entry] | None, **answers: Any) -> list[str]:
    """What is raised of a married couple with these places."""
    return raised(CODE, family(ana={"stays": ana}, tomas={"stays": tomas}, answers=answers))


def at(country: str | None, city: str | None = None, address: str | None = None, **days: str) -> Entry:
    return {"from": "2015-01", "country": country, "city": city, "address": address, **days}


@pytest.mark.parametrize(
    ("ana", "tomas", "expected"),
    [
        ([at("AE")], [at("PH")], ["apart-abroad"]),
        ([at("AE")], [at("AE")], []),
        ([at("AE")], None, []),
        ([at("AE")], [], []),
        ([at("AE")], [at(None)], []),
        ([at("AE"), at("PH")], [at("PH")], []),  # a second home
        ([at("AE")], [at("PH", to="2024-05")], []),  # where he lives now isn't said
        ([at("AE", "Dubai")], [at("AE", "Sharjah")], ["apart-cities"]),
        ([at("AE", "Dubai")], [at("AE", "dubai ")], []),
        ([at("AE", "Dubai")], [at("AE")], []),
    ],
)
def test_living_together_needs_a_home_that_may_be_shared(
    ana: list[Entry], tomas: list[Entry] | None, expected: list[str]
) -> None:
    assert homes(ana, tomas, **{"relationship.lives_together": True}) == expected
    assert homes(ana, tomas) == []


@pytest.mark.parametrize(
    ("ana", "tomas", "expected"),
    [
        (at("PH", "Manila", "12 Mabini St."), at("PH", "Manila", "12, mabini st"), ["same-address"]),
        (at("PH", "Manila", "12 Mabini St."), at("PH", "Cebu", "12 Mabini St."), []),
        (at("PH", "Manila", "12 Mabini St."), at("PH", "Manila", "14 Mabini St."), []),
        (at("PH", "Manila"), at("PH", "Manila"), []),
        (at("PH", "Manila", "12 Mabini St.", to="2024-01"), at("PH", "Manila", "12 Mabini St."), []),
    ],
)
def test_living_apart_at_one_address_is_noted(ana: Entry, tomas: Entry, expected: list[str]) -> None:
    assert homes([ana], [tomas], **{"relationship.lives_together": False}) == expected


def common_law(ana: Entry, tomas: Entry, *, met: str | None = "2022-07-01", **case: Any) -> list[str]:
    """What is raised of common-law partners with these lists."""
    answers = {"relationship.first_met": met}
    people: Entry = {"ana": {"trips": [], **ana}, "tomas": {"trips": [], **tomas}}
    for person in people.values():
        person["marital_status"] = "common-law"
    return raised(CODE, family(**people, answers=answers, **case))


MANILA = {"stays": [at("PH", "Manila")]}


def moved(day: str, city: str = "Manila") -> Entry:
    """Somebody who came from Dubai on that day."""
    return {"stays": [at("AE", "Dubai", to=day), {"from": day, "country": "PH", "city": city}]}


@pytest.mark.parametrize(
    ("tomas", "expected"),
    [
        (moved("2025-11-23"), []),  # 365 days to today
        (moved("2025-11-24"), ["year-not-shown"]),
        (moved("2025-11"), []),
        (moved("2025-12"), ["year-not-shown"]),
        (moved("2025"), []),
        (moved("2024-03", "Makati"), ["year-in-one-city"]),
        ({"stays": [at("AE", "Dubai")]}, ["year-not-shown"]),
        ({"stays": [at("AE", "Dubai")], "trips": [{"from": "2023-01", "to": "2024-02", "country": "PH"}]}, []),
        (
            {"stays": [at("AE", "Dubai")], "trips": [{"from": "2023-01", "to": "2023-09", "country": "PH"}]},
            ["year-not-shown"],
        ),
        ({"stays": [at("AE", "Dubai")], "trips": None}, []),
        ({"stays": None}, []),
        ({"stays": [at(None)]}, []),
        ({"stays": [at("AE", "Dubai", to="2023-01"), {"from": "2024-03", "country": "AE"}]}, []),  # a gap of 13 months
    ],
)
def test_a_year_together_is_missing_only_if_every_reading_leaves_less(tomas: Entry, expected: list[str]) -> None:
    assert common_law(MANILA, tomas) == expected


def test_a_year_may_lie_in_several_countries_and_be_interrupted() -> None:
    ana = {"stays": [at("PH", to="2023-02"), {"from": "2023-02", "country": "AE"}]}
    tomas = {
        "stays": [
            at("PH", to="2023-01"),
            {"from": "2023-01", "to": "2023-11", "country": "AE"},
            {"from": "2023-11", "country": "QA"},
        ]
    }
    assert common_law(ana, tomas) == []


def test_without_the_first_meeting_years_that_no_list_covers_may_have_been_spent_together() -> None:
    dubai = {"stays": [at("AE", "Dubai")]}
    assert common_law(MANILA, dubai, met=None) == []
    assert common_law(MANILA, dubai, met="2013") == []  # so long ago that no form asks for the trips
    assert common_law(MANILA, dubai, met="2016-12") == ["year-not-shown"]


def test_a_year_that_is_full_by_the_planned_submission_is_a_year() -> None:
    tomas = moved("2026-03-01")
    assert common_law(MANILA, tomas) == ["year-not-shown"]
    assert common_law(MANILA, tomas, submitted=None, planned_submission="2027-03-01") == []


def test_married_couples_owe_no_year_and_two_partners_are_not_guessed_at() -> None:
    apart = family(
        ana={**MANILA, "trips": []},
        tomas={"stays": [at("AE")], "trips": []},
        answers={"relationship.first_met": "2022"},
    )
    assert raised(CODE, apart) == []
    apart["people"].append({"id": "rui", "role": "spouse-or-partner"})
    apart["answers"]["relationship.lives_together"] = True
    assert raised(CODE, apart) == []
