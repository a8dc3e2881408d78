"""Hours of a week that add up to too many, held against the days counted one by one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import alone, checked, findings, over_a_month, raised

DAYS = st.dates(date(2018, 1, 1), date(2018, 12, 31))
DATES = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"), st.sampled_from(["2017", "2019"]))
HOURS = st.sampled_from([10, 37.5, 42.5, 50, 84, 110])


def job(start: str, end: str | None, hours: float, **more: Any) -> dict[str, Any]:
    whole = {"from": start, "to": end or "present", "kind": "employment", "hours_per_week": hours, **more}
    return {key: value for key, value in whole.items() if value is not None}


def months_of(jobs: list[dict[str, Any]], enough: Callable[[list[float]], bool]) -> bool:
    """Whether there is more than a month in a row on whose days the certain hours are enough."""
    certain = [(PartialDate.parse(j["from"]).last, PartialDate.parse(j["to"]).first, j["hours_per_week"]) for j in jobs]
    return over_a_month(lambda day: enough([hours for first, last, hours in certain if first <= day <= last]))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(DATES, DATES, HOURS), max_size=4))
def test_hours_are_impossible_exactly_where_several_jobs_certainly_come_to_a_hundred(
    made: list[tuple[str, str, float]],
) -> None:
    jobs = [job(*each) for each in made if PartialDate.parse(each[1]).before(PartialDate.parse(each[0])) is not True]
    says = {each.says for each in checked("impossible-hours", alone(activities=jobs))}
    jobs = [each for index, each in enumerate(jobs) if each not in jobs[:index]]  # an exact copy is no second job
    assert ("impossible" in says) == months_of(jobs, lambda hours: len(hours) > 1 and sum(hours) >= 100)
    if says <= {"one-job"}:
        assert not months_of(jobs, lambda hours: len(hours) > 1 and sum(hours) > 80)


@pytest.mark.parametrize(
    ("jobs", "found"),
    [
        ([("2015-01", "2019-12", 40), ("2016-01", "2017-12", 40)], []),
        ([("2015-01", "2019-12", 40), ("2016-01", "2017-12", 40.5)], ["long/maria"]),
        ([("2015-01", "2019-12", 60), ("2016-01", "2017-12", 40)], ["impossible/maria"]),
        ([("2015-01", "2019-12", 60), ("2016-01-01", "2016-01-31", 60)], []),
        ([("2015-01", "2019-12", 60), ("2016-01-01", "2016-02-01", 60)], ["impossible/maria"]),
        ([("2015-01", "2019-12", 60), ("2019", "2020", 60)], []),
        ([("2015-01", "2019-12", 84)], []),
        ([("2015-01", "2019-12", 99), ("2016-01", "2017-12", 0)], []),
        ([("2015-01", "2019-12", 160)], ["one-job/maria"]),
        ([("2015-01", "2019-12", 160), ("2016-01", "2017-12", 10)], ["impossible/maria"]),
        ([("2015-01", "2017-12", 45), ("2016-01", None, 45)], ["long/maria"]),
    ],
)
def test_what_is_raised_of_jobs_side_by_side(jobs: list[tuple[str, str | None, float]], found: list[str]) -> None:
    assert raised("impossible-hours", alone(activities=[job(*each) for each in jobs])) == found


def test_the_weeks_of_a_handover_do_not_count_as_the_busiest() -> None:
    jobs = [job("2015-01-01", "2019-12-31", 45), job("2016-01-01", None, 45), job("2019-12-15", None, 45)]
    found = [each for each in findings(alone(activities=jobs)) if each.code == "impossible-hours"]
    assert [each.facts for each in found] == [("people.maria.activities[0]", "people.maria.activities[1]")]


def test_only_paid_work_counts_and_silence_says_nothing() -> None:
    care = job("2015-01", "2019-12", 168, kind="caring")
    assert raised("impossible-hours", alone(activities=[care, job("2015-01", "2019-12", 40)])) == []
    assert raised("impossible-hours", alone()) == []
    assert raised("impossible-hours", alone(activities=[{"kind": "employment", "from": "2015"}])) == []


def test_an_entry_that_stands_twice_is_one_job() -> None:
    long = job("2021-04", "2021-10", 60)
    assert raised("impossible-hours", alone(activities=[long, dict(long)])) == []
    assert raised("impossible-hours", alone(activities=[long, job("2021-04", "2021-10", 45)])) == ["impossible/maria"]
    monthly = job("2021-04", "2021-10", 160)
    assert raised("impossible-hours", alone(activities=[monthly, dict(monthly)])) == ["one-job/maria"]
