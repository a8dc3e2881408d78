"""Two full-time jobs at once: in two places, perhaps remote, and in one country."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

ABROAD = {"from": "2019-01", "country": "AE", "hours_per_week": 40, "remote": False, "kind": "employment"}


def at_home(**more: Any) -> dict[str, Any]:
    job = {"from": "2014-04", "to": "2019-12", "country": "PH", "hours_per_week": 40, "remote": False}
    return {"kind": "employment", **job, **more}


@pytest.mark.parametrize(
    ("home", "found"),
    [
        ({}, ["two-places/maria"]),
        ({"kind": "self-employment"}, ["two-places/maria"]),
        ({"kind": "caring"}, []),
        ({"hours_per_week": 29.5}, []),
        ({"hours_per_week": None}, []),
        ({"country": None}, []),
        ({"remote": True}, []),
        ({"remote": None}, ["unless-remote/maria"]),
        ({"to": "2019-02"}, []),
        ({"to": "2019-03"}, ["two-places/maria"]),
        ({"to": "2019"}, []),
        ({"to": "2020"}, ["two-places/maria"]),
        ({"country": "AE"}, ["same-country/maria"]),
        ({"country": "AE", "remote": None}, ["same-country/maria"]),
        ({"country": "AE", "to": "2019-07"}, []),
        ({"country": "AE", "to": "2019-08"}, ["same-country/maria"]),
        ({"country": "AE", "hours_per_week": 41}, []),
    ],
)
def test_what_is_raised_of_a_job_at_home_beside_one_abroad(home: dict[str, Any], found: list[str]) -> None:
    assert raised("two-full-time-jobs", alone(activities=[at_home(**home), ABROAD])) == found


def test_above_eighty_hours_another_check_speaks() -> None:
    case = alone(activities=[at_home(country="AE", hours_per_week=41), ABROAD])
    assert raised("impossible-hours", case) == ["long/maria"]


def test_the_finding_asks_of_the_jobs_of_which_it_is_not_said_whether_they_were_remote() -> None:
    case = alone(activities=[at_home(remote=None), ABROAD])
    (found,) = [each for each in findings(case) if each.code == "two-full-time-jobs"]
    assert found.asks == ("people.maria.activities[0].remote",)


def test_unanswered_activities_say_nothing() -> None:
    assert raised("two-full-time-jobs", alone()) == []


def test_an_entry_that_stands_twice_is_one_job() -> None:
    assert raised("two-full-time-jobs", alone(activities=[ABROAD, dict(ABROAD)])) == []
    case = alone(activities=[at_home(), at_home(), ABROAD, dict(ABROAD)])
    (found,) = [each for each in findings(case) if each.code == "two-full-time-jobs"]
    assert (found.says, len(found.facts)) == ("two-places", 2)
