"""Long visits without an address, and addresses at which the person never was."""

from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.said import Counted
from tests.core.review.reading import alone, findings, raised, seen

CODE = "lived-only-as-visits"
HOME = [{"from": "1990-05", "country": "PH"}]
FIRST = date(2018, 1, 1)
RUNS = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 200)), min_size=1, max_size=5)


def trip(start: str, end: str, country: str | None = "SG") -> dict[str, Any]:
    return {"from": start, "to": end, **({"country": country} if country else {})}


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (trip("2019-01-15", "2019-07-13"), []),
        (trip("2019-01-15", "2019-07-14"), ["long-visit/maria"]),  # the day that makes six months
        (trip("2019-01", "2019-07"), []),
        (trip("2019-01", "2019-08"), ["long-visit/maria"]),
        (trip("2019", "2019"), []),
        (trip("2018", "2020"), ["long-visit/maria"]),
        (trip("2019-01-15", "2020-01-14", "CA"), ["often-in-canada/maria"]),  # visitors may be allowed long stays
        (trip("2019-01-15", "2020-01-14", None), []),
        (trip("2027-01-15", "2027-10-14"), []),  # still planned
    ],
)
def test_six_months_on_end_are_more_than_a_visit(listed: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, alone(stays=HOME, trips=[listed])) == says


def test_visits_that_follow_one_another_the_next_day_are_one() -> None:
    assert raised(
        CODE, alone(stays=HOME, trips=[trip("2019-01-15", "2019-04-10"), trip("2019-04-11", "2019-07-20")])
    ) == ["long-visit/maria"]


@pytest.mark.parametrize(
    "stay",
    [{"from": "2019-07-01", "country": "SG"}, {"from": "2019", "to": "2019", "country": "SG"}, {"from": "2019-03"}],
    ids=["an address there", "perhaps an address there", "an address whose country isn’t told"],
)
def test_an_address_there_at_the_time_answers_it(stay: dict[str, Any]) -> None:
    assert raised(CODE, alone(stays=[*HOME, stay], trips=[trip("2019-01-15", "2019-10-14")])) == []


@pytest.mark.parametrize(
    "person",
    [{"date_of_birth": "2008-05-04"}, {"date_of_birth": "2001"}, {"date_of_birth": None, "role": "dependent-child"}],
)
def test_a_child_may_have_been_with_grandparents(person: dict[str, Any]) -> None:
    listed = {"stays": HOME, "trips": [trip("2019-01-15", "2019-10-14")], **person}
    assert raised(CODE, alone(**listed)) == ["often/maria"]


@settings(max_examples=60, deadline=None)
@given(RUNS)
def test_the_fullest_year_is_found(runs: list[tuple[int, int]]) -> None:
    there = {start + day for start, days in runs for day in range(days)}
    until = list(accumulate((day in there for day in range(1500)), initial=0))
    fullest = max(until[begin + 365] - until[begin] for begin in range(1101))
    periods = [(FIRST + timedelta(days=start), FIRST + timedelta(days=start + days - 1)) for start, days in runs]
    case = alone(stays=HOME, trips=[trip(str(first), str(last), "CA") for first, last in periods])
    said = [each.words["length"] for each in seen(CODE, case)]
    assert said == ([Counted(fullest, "day")] if fullest > 183 else [])


@pytest.mark.parametrize(
    ("stay", "says"),
    [
        ({"from": "2019-01-15", "to": "2019-07-14", "country": "TH"}, ["never-there/maria"]),
        ({"from": "2019-02", "to": "2019-08", "country": "TH"}, []),  # a day of January and one of September are free
        ({"from": "2019-02", "to": "2019-09", "country": "TH"}, ["never-there/maria"]),
        ({"from": "2019-01-15", "to": "2019-07-13", "country": "TH"}, []),
        ({"from": "2019-01-09", "to": "2019-07-14", "country": "TH"}, []),
        ({"from": "2019-01-15", "to": "2019-07-14"}, []),
        ({"from": "2019-01-15", "to": "2019-07-14", "country": "JP"}, []),
    ],
)
def test_an_address_on_every_day_of_which_they_travelled_elsewhere(stay: dict[str, Any], says: list[str]) -> None:
    if stay.get("to") == "2019-08":
        trips = [trip("2019-02-02", "2019-05-31", "VN"), trip("2019-06-01", "2019-08-30", "JP")]
    else:
        trips = [trip("2019-01-10", "2019-05-31", "VN"), trip("2019-06-01", "2019-09-30", "JP")]
    stays = [{"from": "1990-05", "to": "2019-01-09", "country": "PH"}, stay, {"from": "2019-10", "country": "PH"}]
    assert [each for each in raised(CODE, alone(stays=stays, trips=trips)) if each.startswith("never")] == says


def test_silence_is_no_contradiction() -> None:
    assert raised(CODE, alone(trips=[trip("2019-01-15", "2019-10-14")])) == []
    assert raised(CODE, alone(stays=HOME)) == []


def test_long_trips_for_work_to_one_country_are_told_together() -> None:
    years = [trip(f"{year}-01-10", f"{year}-10-05") for year in (2017, 2019, 2022)]
    work = [{**each, "purpose": "work"} for each in years]
    found = seen(CODE, alone(stays=HOME, trips=[*work, {**trip("2020-01-10", "2020-11-05", "NL"), "purpose": "work"}]))
    assert sorted((each.says, each.facts) for each in found) == [
        ("long-visit", ("people.maria.trips[3]",)),
        ("work-visits", tuple(f"people.maria.trips[{index}]" for index in range(3))),
    ]
    assert raised(CODE, alone(stays=HOME, trips=years)) == ["long-visit/maria"] * 3
    assert raised(CODE, alone(stays=HOME, trips=[work[0], *years[1:]])) == ["long-visit/maria"] * 3


def test_of_canada_nothing_is_said_of_police_certificates() -> None:
    case = alone(stays=HOME, trips=[trip("2024-01-15", "2024-11-14", "CA")])
    (found,) = (each for each in findings(case) if each.code == CODE)
    assert found.sources == ("irpr-183", "irpa-29", "ircc-conducting-interviews")
    assert found.prepare is not None
    assert "police" not in found.prepare.en + found.message.en
