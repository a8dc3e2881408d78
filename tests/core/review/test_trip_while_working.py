"""Long trips during a full-time job: how long is long, and what makes an absence ordinary."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

CODE = "trip-while-working"


def job(**more: Any) -> dict[str, Any]:
    """A full-time job in Dubai for seven years, done at the workplace."""
    at_work = {"kind": "employment", "country": "AE", "hours_per_week": 40, "remote": False}
    whole = {"from": "2016-01", "to": "2022-12", **at_work, **more}
    return {key: value for key, value in whole.items() if value is not None}


def trip(start: str, end: str, country: str | None = "PH", purpose: str | None = "family") -> dict[str, Any]:
    whole = {"from": start, "to": end, "country": country, "purpose": purpose}
    return {key: value for key, value in whole.items() if value is not None}


def lasting(days: int) -> dict[str, Any]:
    first = date(2019, 2, 1)
    return trip(str(first), str(first + timedelta(days=days - 1)))


def case(work: dict[str, Any], *trips: dict[str, Any]) -> dict[str, Any]:
    return alone(activities=[work], trips=list(trips))


@pytest.mark.parametrize(
    ("country", "days", "says"),
    [
        ("AE", 56, []),
        ("AE", 57, ["leave/maria"]),
        ("AE", 181, ["leave/maria"]),
        ("AE", 182, ["away/maria"]),  # 1 February to 1 August: six months and a day
        ("CA", 35, []),
        ("CA", 36, ["canada-leave/maria"]),
        ("CA", 91, ["canada-leave/maria"]),
        ("CA", 92, ["canada-away/maria"]),
    ],
)
def test_leave_abroad_may_be_longer_than_in_canada(country: str, days: int, says: list[str]) -> None:
    assert raised(CODE, case(job(country=country), lasting(days))) == says


@pytest.mark.parametrize(
    "work",
    [job(remote=True), job(hours_per_week=29.5), job(kind="study"), job(kind="military-service"), job(country="PH")],
    ids=["remote", "part-time", "studies", "service", "work in the country of the trip"],
)
def test_work_that_doesnt_keep_anybody_at_home_raises_nothing(work: dict[str, Any]) -> None:
    assert raised(CODE, case(work, lasting(300))) == []


@pytest.mark.parametrize("purpose", ["work", "business"])
def test_travel_for_work_raises_nothing(purpose: str) -> None:
    assert raised(CODE, case(job(), trip("2019-02-01", "2019-12-31", purpose=purpose))) == []


@pytest.mark.parametrize(("country", "says"), [("AE", "leave/maria"), ("CA", "canada-leave/maria")])
def test_whoever_works_for_themselves_is_only_told(country: str, says: str) -> None:
    assert raised(CODE, case(job(kind="self-employment", country=country), lasting(300))) == [says]


def test_legs_of_one_journey_are_one_absence() -> None:
    legs = trip("2019-02-01", "2019-05-31"), trip("2019-05-31", "2019-09-30", "JP", "tourism")
    (found,) = [each for each in findings(case(job(), *legs)) if each.code == CODE]
    assert (found.says, found.facts) == (
        "away",
        ("people.maria.activities[0]", "people.maria.trips[0]", "people.maria.trips[1]"),
    )
    apart = trip("2019-02-01", "2019-05-31"), trip("2019-06-01", "2019-09-30", "JP", "tourism")
    assert raised(CODE, case(job(), *apart)) == ["leave/maria", "leave/maria"]


def test_only_the_days_that_job_and_trip_certainly_share_count() -> None:
    assert raised(CODE, case(job(to="2019-03-15"), lasting(300))) == []
    assert raised(CODE, case(job(), trip("2019-02", "2019-08"))) == ["leave/maria"]  # 28 February to 1 August
    assert raised(CODE, case(job(), trip("2019", "2019"))) == []
    assert raised(CODE, case(job(), trip("2018", "2020"))) == ["away/maria"]
    assert raised(CODE, case(job(), {"country": "PH", "purpose": "family", "to": "2019-08"})) == []


@pytest.mark.parametrize(
    ("work", "journey", "asked"),
    [
        (job(remote=None), lasting(300), "activities[0].remote"),
        (job(hours_per_week=None), lasting(300), "activities[0].hours_per_week"),
        (job(country=None), lasting(300), "activities[0].country"),
        (job(), trip("2019-02-01", "2019-12-31", purpose=None), "trips[0].purpose"),
        (job(), trip("2019-02-01", "2019-12-31", country=None), "trips[0].country"),
    ],
)
def test_what_isnt_answered_is_asked_for(work: dict[str, Any], journey: dict[str, Any], asked: str) -> None:
    (found,) = [each for each in findings(case(work, journey)) if each.code == CODE]
    assert (found.says, found.asks) == ("perhaps", (f"people.maria.{asked}",))


def test_a_shorter_absence_asks_nothing() -> None:
    assert raised(CODE, case(job(remote=None), lasting(100))) == []


def test_silence_is_no_contradiction() -> None:
    assert raised(CODE, alone(activities=[job()])) == []
    assert raised(CODE, alone(trips=[lasting(300)])) == []
    assert raised(CODE, alone(activities=[], trips=[lasting(300)])) == []


def with_child(born: str | None, *, country: str = "AE") -> dict[str, Any]:
    """Ten months away, and a child in the file."""
    whole = case(job(country=country), lasting(300))
    child = {"id": "kid", "role": "dependent-child", "date_of_birth": born}
    whole["people"].append({key: value for key, value in child.items() if value is not None})
    return whole


@pytest.mark.parametrize(
    ("born", "says"),
    [
        ("2017-07-31", "away"),
        ("2017-08-01", "leave"),  # eighteen months before
        ("2019-01-05", "leave"),
        ("2017", "leave"),
        ("2016", "away"),
        ("2019-11-27", "leave"),  # the last day of the journey
        ("2019-11-28", "away"),
        (None, "leave"),
    ],
)
def test_after_a_birth_a_long_absence_may_be_parental_leave(born: str | None, says: str) -> None:
    assert raised(CODE, with_child(born)) == [f"{says}/maria"]


def test_parental_leave_from_work_in_canada_is_noted() -> None:
    assert raised(CODE, with_child("2019-01-05", country="CA")) == ["canada-leave/maria"]


def test_a_leg_in_the_country_of_the_job_takes_only_itself_out_of_a_journey() -> None:
    home = trip("2019-02-01", "2019-12-20")
    back = trip("2019-12-20", "2019-12-22", "AE")
    (found,) = [each for each in findings(case(job(), home, back)) if each.code == CODE]
    assert (found.says, found.facts) == ("away", ("people.maria.activities[0]", "people.maria.trips[0]"))
    apart = [trip("2019-02-01", "2019-05-31"), trip("2019-05-31", "2019-06-20", "AE"), trip("2019-06-20", "2019-09-30")]
    assert raised(CODE, case(job(), *apart)) == ["leave/maria", "leave/maria"]
