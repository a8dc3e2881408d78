"""Work away from every address, held against the days counted one by one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import alone, checked, findings, over_a_month, raised

DAYS = st.dates(date(2018, 1, 1), date(2018, 12, 31))
DATES = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"), st.sampled_from(["2017", "2018", "2019"]))
COUNTRIES = st.sampled_from(["PH", "AE", None])
PERIODS = st.tuples(DATES, DATES, COUNTRIES)
AWAY = {"from": "2018-03", "to": "2019-05", "kind": "employment", "country": "AE", "remote": False}
HOME = {"from": "1990-05-04", "country": "PH"}


def entry(start: str, end: str, country: str | None, **more: Any) -> dict[str, Any]:
    whole = {"from": start, "to": end, "country": country, **more}
    return {key: value for key, value in whole.items() if value is not None}


def forwards(periods: list[tuple[str, str, str | None]]) -> list[tuple[str, str, str | None]]:
    return [each for each in periods if PartialDate.parse(each[1]).before(PartialDate.parse(each[0])) is not True]


def surely(each: dict[str, Any], day: date) -> bool:
    return PartialDate.parse(each["from"]).last <= day <= PartialDate.parse(each["to"]).first


def perhaps(each: dict[str, Any], day: date) -> bool:
    return PartialDate.parse(each["from"]).first <= day <= PartialDate.parse(each["to"]).last


def away_for_more_than_a_month(job: dict[str, Any], stays: list[dict[str, Any]], trips: list[dict[str, Any]]) -> bool:
    def away(day: date) -> bool:
        elsewhere = any(surely(stay, day) and stay.get("country") not in (job["country"], None) for stay in stays)
        there = any(perhaps(each, day) and each.get("country") in (job["country"], None) for each in (*stays, *trips))
        return surely(job, day) and elsewhere and not there

    return over_a_month(away)


@settings(max_examples=80, deadline=None)
@given(PERIODS.filter(lambda each: each[2] is not None), st.lists(PERIODS, max_size=3), st.lists(PERIODS, max_size=2))
def test_it_is_raised_exactly_where_no_reading_puts_the_person_there(
    work: tuple[str, str, str | None],
    lived: list[tuple[str, str, str | None]],
    travelled: list[tuple[str, str, str | None]],
) -> None:
    jobs = [entry(*each, kind="employment", remote=False) for each in forwards([work])]
    stays = [entry(*each) for each in forwards(lived)]
    trips = [entry(*each) for each in forwards(travelled)]
    found = checked("work-where-not-living", alone(activities=jobs, stays=stays, trips=trips))
    assert bool(found) == any(away_for_more_than_a_month(job, stays, trips) for job in jobs)


@pytest.mark.parametrize(
    ("job", "found"),
    [
        ({}, ["elsewhere/maria"]),
        ({"kind": "study"}, ["elsewhere/maria"]),
        ({"remote": None}, ["unless-remote/maria"]),
        ({"remote": True}, []),
        ({"country": None}, []),
        ({"country": "PH"}, []),
        ({"kind": "unemployment"}, ["other/maria"]),
        ({"kind": "unemployment", "remote": None}, ["other/maria"]),
        ({"kind": "unemployment", "country": "PH"}, []),
        ({"kind": "unemployment", "country": None}, []),
        ({"kind": "unemployment", "from": "2018-03-01", "to": "2018-04-30"}, []),
        ({"kind": "unemployment", "from": "2018-03-01", "to": "2018-05-01"}, ["other/maria"]),
        ({"kind": "caring"}, ["other/maria"]),
        ({"kind": None}, []),
        ({"kind": "military-service"}, ["service/maria"]),
        ({"kind": "military-service", "remote": None}, ["service/maria"]),
        ({"from": "2018", "to": "2019"}, []),
        ({"from": "2018-03-01", "to": "2018-03-31"}, []),
        ({"from": "2018-03-01", "to": "2018-04-01"}, ["elsewhere/maria"]),
    ],
)
def test_what_is_raised_of_a_job_abroad_with_an_address_at_home(job: dict[str, Any], found: list[str]) -> None:
    assert raised("work-where-not-living", alone(activities=[{**AWAY, **job}], stays=[HOME], trips=[])) == found


def test_while_the_trips_are_not_answered_two_months_may_be_an_assignment_and_more_asks_for_them() -> None:
    for end, found in (("2018-04-30", []), ("2018-05-01", ["unless-trips/maria"])):
        job = {**AWAY, "from": "2018-03-01", "to": end}
        assert raised("work-where-not-living", alone(activities=[job], stays=[HOME])) == found


def test_without_addresses_for_the_time_there_is_nothing_to_compare() -> None:
    assert raised("work-where-not-living", alone(activities=[AWAY])) == []
    assert raised("work-where-not-living", alone(activities=[AWAY], stays=[])) == []
    before = {**HOME, "to": "2017-06"}
    assert raised("work-where-not-living", alone(activities=[AWAY], stays=[before], trips=[])) == []
    assert raised("work-where-not-living", alone(stays=[HOME], trips=[])) == []


def test_several_jobs_beside_one_address_are_told_once() -> None:
    jobs = [{**AWAY, "from": f"{year}-02", "to": f"{year}-11"} for year in (2018, 2020)]
    case = alone(activities=jobs, stays=[HOME], trips=[])
    (found,) = [each for each in findings(case) if each.code == "work-where-not-living"]
    assert set(found.facts) == {"people.maria.stays[0]", "people.maria.activities[0]", "people.maria.activities[1]"}


def test_the_trips_are_asked_for_while_nobody_has_answered_them() -> None:
    case = alone(activities=[AWAY], stays=[HOME])
    (found,) = [each for each in findings(case) if each.code == "work-where-not-living"]
    assert (found.severity, found.asks) == ("note", ("people.maria.trips",))


@pytest.mark.parametrize(("home", "work"), [("RE", "FR"), ("PR", "US"), ("GP", "MQ"), ("FR", "RE")])
def test_a_territory_and_its_state_are_one_country(home: str, work: str) -> None:
    case = alone(activities=[{**AWAY, "country": work}], stays=[{**HOME, "country": home}], trips=[])
    assert raised("work-where-not-living", case) == []


@pytest.mark.parametrize(
    ("passport", "found"),
    [
        ({"kind": "diplomatic", "issued": "2018-01", "expires": "2020-01"}, ["posted/maria"]),
        ({"kind": "official"}, ["posted/maria"]),
        ({"kind": "ordinary", "issued": "2018-01", "expires": "2020-01"}, ["elsewhere/maria"]),
        ({"kind": "diplomatic", "issued": "2012-01", "expires": "2017-01"}, ["elsewhere/maria"]),
        ({"kind": "diplomatic", "issued": "2021-01"}, ["elsewhere/maria"]),
    ],
)
def test_whoever_held_an_official_passport_then_was_perhaps_posted(passport: dict[str, Any], found: list[str]) -> None:
    case = alone(activities=[AWAY], stays=[HOME], trips=[], passports=[{"country": "AE", **passport}])
    assert raised("work-where-not-living", case) == found


@pytest.mark.parametrize(("noc", "found"), [("74201", "posted"), ("73300", "posted"), ("31301", "elsewhere")])
def test_crews_work_away_from_the_country_of_their_employer(noc: str, found: str) -> None:
    case = alone(activities=[{**AWAY, "noc": noc}], stays=[HOME], trips=[])
    assert raised("work-where-not-living", case) == [f"{found}/maria"]


FULL = {"kind": "employment", "hours_per_week": 40, "remote": False}


@pytest.mark.parametrize(
    ("home", "abroad"),
    [
        ({}, {"kind": "study"}),
        ({}, {**FULL}),
        ({"remote": None}, {**FULL}),
    ],
)
def test_what_another_finding_tells_of_the_same_days_isnt_told_again(
    home: dict[str, Any], abroad: dict[str, Any]
) -> None:
    stays = [{**HOME, "to": "2018-12"}, {"from": "2019-01", "to": "2021-12", "country": "AE"}]
    jobs = [{"from": "2014-01", "country": "PH", **FULL, **home}, {"from": "2019-02", "to": "2021-11", "country": "AE"}]
    jobs[1] |= abroad
    case = alone(activities=jobs, stays=[*stays, {**HOME, "from": "2022-01"}], trips=[])
    assert raised("work-where-not-living", case) == []
    others = [*raised("two-full-time-jobs", case), *raised("study-against-work", case)]
    assert len(others) == 1


def test_what_another_finding_only_asks_leaves_a_contradiction_and_other_days_are_told() -> None:
    stays = [{**HOME, "to": "2018-12"}, {"from": "2019-01", "country": "AE"}]
    at_home = {"from": "2014-01", "to": "2021-11", "country": "PH", **FULL}
    perhaps_remote = {"from": "2019-02", "to": "2021-11", "country": "AE", **FULL, "remote": None}
    case = alone(activities=[at_home, perhaps_remote], stays=stays, trips=[])
    assert raised("work-where-not-living", case) == ["elsewhere/maria"]
    later = {"from": "2020-02", "to": "2021-11", "country": "AE", **FULL}
    (found,) = checked("work-where-not-living", alone(activities=[at_home, later], stays=stays, trips=[]))
    assert (found.says, str(found.start), str(found.end)) == ("elsewhere", "2019-01", "2020-02")
