"""Where two people may have been on the same day: what is left out was certainly spent apart."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Person
from ircc_prep.core.review.file import PersonFile
from ircc_prep.core.review.timeline import Days
from ircc_prep.core.review.whereabouts import folded, together, whereabouts

TODAY = date(2026, 11, 22)
WINDOW = (date(2022, 1, 1), date(2022, 6, 30))
EVERY_DAY = [WINDOW[0] + timedelta(days=number) for number in range((WINDOW[1] - WINDOW[0]).days + 1)]

Entry = dict[str, Any]

ENTRIES = st.lists(
    st.builds(
        lambda first, days, country, city: {
            "from": str(WINDOW[0] + timedelta(days=first)),
            "to": str(WINDOW[0] + timedelta(days=first + days)),
            "country": country,
            "city": city,
        },
        st.integers(-20, 190),
        st.integers(0, 120),
        st.sampled_from(["PH", "AE", None]),
        st.sampled_from(["Cebu", "Manila", None]),
    ),
    max_size=4,
)


def person(stays: list[Entry], trips: list[Entry] | None = ()) -> PersonFile:  # type: ignore[assignment]
    given = {"id": "ana", "role": "principal-applicant", "stays": stays, "trips": trips}
    return PersonFile(Person.model_validate(given), TODAY)


def days_of(runs: list[Days]) -> set[date]:
    return {day for day in EVERY_DAY if any(first <= day <= last for first, last in runs)}


def may_share(one: list[Entry], other: list[Entry], day: date, *, in_one_city: bool) -> bool:
    """By trying every place that each may have been in on the day."""
    places = ("PH", "AE", "elsewhere"), ("Cebu", "Manila", "another")
    here, there = (
        {
            (country, city)
            for country, city in product(*places)
            for entry in covering or [{"country": None, "city": None}]
            if entry["country"] in (country, None) and entry["city"] in (city, None)
        }
        for covering in ([e for e in each if e["from"] <= str(day) <= e["to"]] for each in (one, other))
    )
    if in_one_city:
        return bool(here & there)
    return bool({country for country, _ in here} & {country for country, _ in there})


@pytest.mark.parametrize("in_one_city", [False, True])
@settings(max_examples=60, deadline=None)
@given(one=ENTRIES, other=ENTRIES)
def test_a_day_is_left_out_exactly_when_no_choice_of_places_lets_them_meet(
    in_one_city: bool, one: list[Entry], other: list[Entry]
) -> None:
    lists = [
        whereabouts(person([{**e, "city": e["city"] if e["country"] else None} for e in each])) for each in (one, other)
    ]
    one, other = ([{**e, "city": e["city"] if e["country"] else None} for e in each] for each in (one, other))
    assert lists[0] is not None
    assert lists[1] is not None
    found = days_of(together(lists[0], lists[1], WINDOW, WINDOW[0], in_one_city=in_one_city))
    assert found == {day for day in EVERY_DAY if may_share(one, other, day, in_one_city=in_one_city)}


def test_a_month_is_everywhere_that_the_month_may_have_been_spent() -> None:
    moving = person([{"from": "2021", "to": "2022-03", "country": "PH"}, {"from": "2022-03", "country": "AE"}])
    still = person([{"from": "2021", "country": "AE"}])
    one, other = whereabouts(moving), whereabouts(still)
    assert one is not None
    assert other is not None
    assert together(one, other, WINDOW, WINDOW[0]) == [(date(2022, 3, 1), WINDOW[1])]
    begins = (WINDOW[0], date(2022, 1, 31))
    assert together(one, other, WINDOW, date(2022, 2, 1)) == [begins, (date(2022, 3, 1), WINDOW[1])]


def test_nothing_is_known_of_somebody_whose_trips_are_unanswered() -> None:
    assert whereabouts(person([], None)) is None
    assert whereabouts(person([], [])) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("St. John's", "st johns"), ("Québec", "QUEBEC"), ("São  Paulo", "Sao Paulo"), ("12, Mabini St.", "12 mabini st")],
)
def test_the_same_words_are_the_same_however_they_are_typed(one: str, other: str) -> None:
    assert folded(one) == folded(other)
