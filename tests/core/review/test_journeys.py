"""Trips joined to journeys, and the days on which only one country was home, held against days counted one by one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.case import Stay, Trip
from ircc_prep.core.review.journeys import by_country, journeys
from ircc_prep.core.review.residence import inside, meets, only_homes
from ircc_prep.core.review.timeline import Days, Span, merged, spans

TODAY = date(2024, 6, 30)
FIRST, LAST = date(2023, 1, 1), date(2024, 2, 29)
DAYS = st.dates(FIRST, LAST)
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
WRITTEN = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])
STAYS = st.lists(st.tuples(PERIODS, WRITTEN, st.sampled_from(["PH", "AE", None])), max_size=5)


def every_day() -> list[date]:
    return [FIRST + timedelta(days=index) for index in range(-40, (LAST - FIRST).days + 40)]


def trips(*periods: tuple[str, str]) -> tuple[Span, ...]:
    listed = [Trip.model_validate({"from": start, "to": end, "country": "PH"}) for start, end in periods]
    return spans("people.maria.trips", listed, TODAY) or ()


@given(st.lists(PERIODS, max_size=8), st.integers(0, 3))
def test_a_journey_has_no_longer_break_than_is_allowed(periods: list[Days], apart: int) -> None:
    made = journeys(trips(*((str(first), str(last)) for first, last in periods)), apart=apart)
    assert sum(len(journey.legs) for journey in made) == len(periods)
    for before, after in pairwise(made):
        assert (after.days[0] - before.days[1]).days > apart
    covered = {day for first, last in periods for day in every_day() if first <= day <= last}
    within = {day for journey in made for day in every_day() if journey.days[0] <= day <= journey.days[1]}
    assert covered <= within
    for day in within - covered:  # a break inside a journey
        assert any(day - timedelta(days=back) in covered for back in range(1, apart + 1))


def test_trips_known_by_month_are_joined_only_where_no_reading_leaves_a_break() -> None:
    (one, other) = journeys(trips(("2023-01", "2023-03"), ("2023-03", "2023-05")))
    assert (one.days, other.days) == (
        (date(2023, 1, 31), date(2023, 3, 1)),
        (date(2023, 3, 31), date(2023, 5, 1)),
    )


@given(STAYS)
def test_the_only_home_is_certain_and_leaves_room_for_no_other(listed: list[tuple[Days, str, str | None]]) -> None:
    stays = [
        Stay.model_validate({"from": f"{first:{form}}", "to": f"{last:{form}}", "country": country})
        for (first, last), form, country in listed
    ]
    found = spans("people.maria.stays", stays, TODAY) or ()
    homes = only_homes(found)
    for country in ("PH", "AE"):
        there = by_country(found).get(country, [])
        for day in every_day():
            sure = any(span.shortest and span.shortest[0] <= day <= span.shortest[1] for span in there)
            elsewhere = any(
                span.longest[0] <= day <= span.longest[1]
                for other, spans_there in by_country(found).items()
                if other != country
                for span in spans_there
            )
            alone = any(first <= day <= last for first, last in homes.get(country, []))
            assert alone == (sure and not elsewhere)


@given(PERIODS, st.lists(PERIODS, max_size=5))
def test_days_lie_inside_runs_or_meet_them(days: Days, runs: list[Days]) -> None:
    joined = merged(runs)
    inner = {day for day in every_day() if days[0] <= day <= days[1]}
    outer = {day for day in every_day() if any(first <= day <= last for first, last in joined)}
    assert inside(days, joined) == (inner <= outer)
    assert meets(days, joined) == bool(inner & outer)


@pytest.mark.parametrize("runs", [[], [(date(2024, 1, 1), date(2024, 1, 31))]])
def test_before_the_first_run_there_is_nothing(runs: list[Days]) -> None:
    assert not inside((FIRST, FIRST), runs)
    assert not meets((FIRST, FIRST), runs)
