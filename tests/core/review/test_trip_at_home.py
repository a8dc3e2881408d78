"""Trips to the country of residence."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

CODE = "trip-at-home"
STAYS = [
    {"from": "1990-05", "to": "2018-03", "country": "PH"},
    {"from": "2018-04-10", "to": "2021-12", "country": "AE"},
    {"from": "2022-01-10", "country": "CA"},
]


def trip(start: str, end: str, country: str) -> dict[str, Any]:
    return {"from": start, "to": end, "country": country, "purpose": "visit"}


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (trip("2015-04-01", "2015-04-08", "PH"), ["same-country/maria"]),
        (trip("2015-04-01", "2015-05-01", "PH"), ["same-country/maria"]),  # 31 days
        (trip("2015-04-01", "2015-05-02", "PH"), ["too-long/maria"]),
        (trip("2015-04", "2015-06", "PH"), ["too-long/maria"]),
        (trip("2015-04", "2015-05", "PH"), ["same-country/maria"]),
        (trip("2023-04-01", "2023-04-20", "CA"), ["same-country/maria"]),
        (trip("2023-04-01", "2023-06-20", "CA"), ["into-canada/maria"]),
        (trip("2019-12-18", "2020-03-09", "PH"), []),  # home from Dubai
        (trip("2018-03-01", "2018-04-02", "PH"), []),  # some of it after the home there
        (trip("2018-04-10", "2018-06-30", "AE"), []),  # the arrival
        (trip("2018-05-10", "2018-06-30", "AE"), []),
        (trip("2018-05-11", "2018-06-30", "AE"), ["too-long/maria"]),  # 31 days after it
        (trip("2022-01-10", "2022-05-30", "CA"), []),
        (trip("2018", "2018", "PH"), []),
        (trip("2015", "2015", "PH"), ["same-country/maria"]),
        ({"to": "2015-04-08", "country": "PH"}, []),
        ({"from": "2015-04-01", "to": "2015-04-08"}, []),
    ],
)
def test_a_trip_home_needs_another_home(listed: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, alone(stays=STAYS, trips=[listed])) == says


@pytest.mark.parametrize("purpose", ["work", "business"])
@pytest.mark.parametrize("country", ["PH", "CA"])
def test_travel_for_work_inside_the_country_is_only_noted(country: str, purpose: str) -> None:
    first = "2015" if country == "PH" else "2023"
    listed = {**trip(f"{first}-04-01", f"{first}-06-20", country), "purpose": purpose}
    assert raised(CODE, alone(stays=STAYS, trips=[listed])) == ["same-country/maria"]


def test_a_visit_to_canada_that_outlasts_the_home_there_began_somewhere() -> None:
    stays = [{"from": "2019-01", "to": "2021-03", "country": "CA"}, {"from": "2021-05", "country": "PH"}]
    assert raised(CODE, alone(stays=stays, trips=[trip("2021-01-05", "2021-06-01", "CA")])) == ["into-canada/maria"]
    assert raised(CODE, alone(stays=stays, trips=[trip("2021-04-05", "2021-06-01", "CA")])) == []


@pytest.mark.parametrize("other", [{"country": "AE"}, {}], ids=["another country", "a country not told"])
def test_a_second_home_leaves_room(other: dict[str, str]) -> None:
    stays = [{"from": "1990-05", "country": "PH"}, {"from": "2015-01", "to": "2015-12", **other}]
    assert raised(CODE, alone(stays=stays, trips=[trip("2015-04-01", "2015-06-08", "PH")])) == []


def test_trips_within_one_stay_are_told_together() -> None:
    trips = [trip(f"20{year}-04-01", f"20{year}-04-08", "PH") for year in range(10, 17)]
    (found,) = [each for each in findings(alone(stays=STAYS, trips=trips)) if each.code == CODE]
    assert found.facts == ("people.maria.stays[0]", *(f"people.maria.trips[{index}]" for index in range(7)))


def test_silence_is_no_contradiction() -> None:
    listed = trip("2015-04-01", "2015-06-08", "PH")
    assert raised(CODE, alone(trips=[listed])) == []
    assert raised(CODE, alone(stays=[], trips=[listed])) == []
    assert raised(CODE, alone(stays=STAYS)) == []
