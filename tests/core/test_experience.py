"""Skilled work in whole years of full-time hours."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.dates import add_years
from tests.core.making import TODAY, Data, case, person, value

SUBMITTED = "2026-11-01"


def job(start: Any, end: Any, **more: Any) -> Data:
    usual = {"kind": "employment", "country": "PH", "teer": 1, "hours_per_week": 40}
    return {"from": start, "to": end, **usual, **more}


def years(*jobs: Data, fact: str = "skilled_years", submitted: Any = SUBMITTED) -> Any:
    return value(f"applicant.{fact}", case(person(activities=list(jobs)), submitted=submitted))


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([], 0), ([job("2024-01-01", "2024-12-31")], 1), ([job("2024-01-01", "2024-12-20")], 0),
        ([job("2023-01-01", "2023-12-31")], 1), ([job("2020-01-01", "2024-12-31")], 5),
        # hours
        ([job("2020-01-01", "2021-12-31", hours_per_week=15)], 1),
        ([job("2020-01-01", "2021-12-31", hours_per_week=30)], 2),
        ([job("2020-01-01", "2021-12-31", hours_per_week=60)], 2),
        ([job("2020-01-01", "2021-12-31", hours_per_week=0)], 0),
        ([job("2020-01-01", "2020-12-31", hours_per_week=15), job("2021-01-01", "2021-12-31", hours_per_week=15)], 1),
        ([job("2020-01-01", "2020-12-31", hours_per_week=15), job("2020-01-01", "2020-12-31", hours_per_week=15)], 1),
        ([job("2020-01-01", "2020-12-31"), job("2020-01-01", "2020-12-31")], 1),  # never more than 30 a week
        ([job("2020-01-01", "2020-06-30"), job("2022-01-01", "2022-07-01")], 1),
        # kinds
        ([job("2024-01-01", "2024-12-31", kind="self-employment")], 1),
        ([job("2024-01-01", "2024-12-31", kind="study")], 0),
        ([job("2024-01-01", "2024-12-31", teer=3)], 1), ([job("2024-01-01", "2024-12-31", teer=4)], 0),
        ([job("2024-01-01", "2024-12-31", teer=0)], 1),
        # the ten years before submission, and nothing after it
        ([job("2010-01-01", "2016-10-31")], 0), ([job("2010-01-01", "2017-10-31")], 1),
        ([job("2026-11-02", "2028-12-31")], 0),
        ([job("2025-11-01", "2028-12-31")], 1), ([job("2010-01-01", None)], 10), ([job("2025-11-02", None)], 1),
        ([job("2025-11-06", None)], 0),
        ([job("2027-01-01", None)], 0),
        # what isn't known
        ([job("2024-01-01", "2024-12-31", hours_per_week=None)], (0, 1)),
        ([job("2024-01-01", "2024-12-31", teer=None)], (0, 1)),
        ([job("2024-01-01", "2024-12-31", kind=None)], (0, 1)), ([job(None, "2018-11-10")], (0, 2)),
        ([job("2024-01", "2024-12-31")], (0, 1)), ([job("2023-12", "2024-12-31")], 1), ([job(2023, 2024)], (0, 2)),
        ([job("2020", "2020")], (0, 1)), ([job("2022-01-01", "2023-12-31"), job(None, None, teer=None)], (2, 10)),
        ([job("2024-01-01", "2024-12-31", country=None)], 1),
    ],
)  # fmt: skip
def test_years_of_skilled_work(jobs: list[Data], expected: Any) -> None:
    assert years(*jobs) == expected


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([job("2024-01-01", "2024-12-31", country="CA")], 1), ([job("2024-01-01", "2024-12-31")], 0),
        ([job("2024-01-01", "2024-12-31", country=None)], (0, 1)),
        ([job("2024-01-01", "2024-12-31", country="CA", kind="self-employment")], 0),
        ([job("2023-01-01", "2023-12-31", country="CA"), job("2024-01-01", "2024-12-31")], 1),
    ],
)  # fmt: skip
def test_canadian_work_is_work_in_canada_for_somebody_else(jobs: list[Data], expected: Any) -> None:
    assert years(*jobs, fact="canadian_skilled_years") == expected


def test_unanswered_activities_tell_nothing() -> None:
    assert value("applicant.skilled_years", case(person())) is None


@pytest.mark.parametrize(("submitted", "expected"), [("2024-12-31", 1), ("2024-12", (0, 1)), (2024, (0, 1)), (2025, 1)])
def test_the_day_of_submission_may_be_known_by_the_month(submitted: Any, expected: Any) -> None:
    assert years(job("2024-01-01", "2025-06-30"), submitted=submitted) == expected


@given(st.dates(date(2017, 1, 1), date(2025, 11, 1)))
def test_a_full_calendar_year_never_falls_short(start: date) -> None:
    end = add_years(start, 1) - timedelta(days=1)
    assert years(job(str(start), str(end), hours_per_week=30)) == 1


Job = tuple[date, int, float]
JOBS = st.lists(
    st.tuples(st.dates(date(2014, 1, 1), date(2026, 12, 1)), st.integers(0, 900), st.sampled_from([10, 15, 30, 44.5])),
    max_size=4,
)


@given(JOBS)
def test_hours_are_those_that_counting_days_finds(jobs: list[Job]) -> None:
    written = [
        job(str(start), str(start + timedelta(days=length)), hours_per_week=hours) for start, length, hours in jobs
    ]
    opens, closes = date(2016, 11, 1), date.fromisoformat(SUBMITTED)
    weekly: dict[date, float] = {}
    for start, length, hours in jobs:
        for number in range(length + 1):
            day = start + timedelta(days=number)
            if opens <= day <= closes:
                weekly[day] = weekly.get(day, 0) + hours
    hours_worked = sum(min(hours, 30) / 7 for hours in weekly.values())
    near_a_whole_year = abs(hours_worked / 1560 - round(hours_worked / 1560)) < 1e-6
    found = years(*written)
    assert found == int(hours_worked // 1560) or near_a_whole_year
    assert closes <= TODAY
