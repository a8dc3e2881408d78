"""Military service in one list and not in the other, and service beside a workplace elsewhere."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
SERVED = {"from": "2008-01", "to": "2008-12", "kind": "military-service", "country": "TR"}
ARMY = {"from": "2008-01", "to": "2008-12", "country": "TR", "kind": "army", "rank": "private"}
JOB = {"from": "2007-01", "to": "2012-12", "kind": "employment", "country": "DE", "hours_per_week": 40, "remote": False}
STUDY = {"from": "2006-09", "to": "2010-06", "kind": "study", "country": "TR"}


def person(*activities: Data, service: list[Data] | None) -> Data:
    return alone(activities=list(activities), **({} if service is None else {"service": service}))


@pytest.mark.parametrize(
    ("activities", "service", "expected"),
    [
        ([SERVED], [], ["unlisted/maria"]), ([SERVED], None, []), ([SERVED], [ARMY], []),
        ([SERVED], [{"country": "TR"}], []),  # undated service may be this one
        ([SERVED], [{"to": "2008-01"}], []), ([SERVED], [{"to": "2007-12"}], ["unlisted/maria"]),
        ([SERVED], [{**ARMY, "from": "2009", "to": "2010"}], ["unlisted/maria"]),
        ([SERVED], [{**ARMY, "from": "2008", "to": "2010"}], []),
        ([{**SERVED, "from": "2008", "to": "2009"}], [{**ARMY, "from": "2009-12", "to": "2010-12"}], []),
        ([SERVED], [{**ARMY, "kind": "police"}], []),
        ([{**SERVED, "kind": "other"}], [], []), ([STUDY], [], []), ([], [], []),
        ([SERVED, {**SERVED, "from": "2012", "to": "2013"}], [ARMY], ["unlisted/maria"]),
    ],
)  # fmt: skip
def test_service_among_the_activities_stands_in_its_own_list(
    activities: list[Data], service: list[Data] | None, expected: list[str]
) -> None:
    assert raised("service-unlisted", person(*activities, service=service)) == expected


def test_unanswered_activities_are_silence() -> None:
    assert raised("service-unlisted", alone(service=[ARMY])) == []


@pytest.mark.parametrize(
    ("activities", "service", "expected"),
    [
        ([STUDY], ARMY, ["beside/maria"]), ([STUDY], {**ARMY, "kind": "police"}, ["beside/maria"]),
        ([STUDY, {**JOB, "country": "TR"}], ARMY, []), ([STUDY, SERVED], ARMY, []),
        ([STUDY, {**SERVED, "kind": "other"}], ARMY, []), ([STUDY, {"from": "2008", "to": "2008"}], ARMY, []),
        ([], ARMY, []), ([JOB], {**ARMY, "from": "1999", "to": "2000"}, []),  # before what the history covers
        ([STUDY], {**ARMY, "from": "2008", "to": "2008"}, []), ([STUDY], {**ARMY, "to": "2008-01"}, []),
        ([{**STUDY, "kind": "retired"}], ARMY, ["beside/maria"]),
    ],
)  # fmt: skip
def test_service_in_a_time_that_is_certainly_told_otherwise_is_a_note(
    activities: list[Data], service: Data, expected: list[str]
) -> None:
    case = person(*activities, service=[service])
    assert raised("service-unlisted", case) == expected
    assert {each.severity for each in findings(case) if each.code == "service-unlisted"} <= {"note"}


@pytest.mark.parametrize(
    ("job", "service", "fires"),
    [
        ({}, {}, True), ({}, {"kind": "Forces armées"}, True), ({}, {"kind": "Compulsory military service"}, True),
        ({}, {"kind": "police"}, False), ({}, {"kind": None}, False), ({}, {"kind": "merchant navy"}, False),
        ({}, {"kind": "army reserve"}, False), ({}, {"rank": "réserviste"}, False),
        ({}, {"country": "DE"}, False), ({}, {"country": None}, False), ({"country": None}, {}, False),
        ({"remote": True}, {}, False), ({"remote": None}, {}, False),
        ({"hours_per_week": 20}, {}, False), ({"hours_per_week": None}, {}, False),
        ({"kind": "study"}, {}, False), ({"kind": "self-employment"}, {}, True),
        ({"from": "2008-09-01"}, {"to": "2008-11-30"}, False), ({"from": "2008-09-01"}, {"to": "2008-12-01"}, True),
        ({"from": "2008-09"}, {}, False),  # perhaps only since the end of September
        ({"from": "2008"}, {}, False), ({}, {"from": "2008", "to": "2008"}, False), ({}, {"from": None}, False),
    ],
)  # fmt: skip
def test_an_army_beside_a_full_time_workplace_abroad_is_certain_after_more_than_three_months(
    job: Data, service: Data, fires: bool
) -> None:
    case = person({**JOB, **job}, {**SERVED, "country": "TR"}, service=[{**ARMY, **service}])
    assert ("elsewhere/maria" in raised("service-unlisted", case)) is fires


def test_one_service_beside_many_jobs_is_told_once() -> None:
    jobs = [{**JOB, "from": f"2008-0{month}-01", "to": "2008-12-31"} for month in (1, 2, 3)]
    (found,) = [each for each in findings(person(*jobs, service=[ARMY])) if each.code == "service-unlisted"]
    assert found.facts[0] == "people.maria.service[0]"


DAYS = st.dates(date(2007, 1, 1), date(2009, 12, 31))
DATES = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"), DAYS.map(lambda day: f"{day:%Y}"))
PERIODS = st.tuples(DATES, DATES).filter(
    lambda each: PartialDate.parse(each[1]).before(PartialDate.parse(each[0])) is not True
)


def possible(period: tuple[str, str]) -> set[date]:
    first, last = PartialDate.parse(period[0]).first, PartialDate.parse(period[1]).last
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}


@settings(max_examples=50, deadline=None)
@given(PERIODS, st.lists(PERIODS, max_size=4))
def test_unlisted_is_exactly_what_no_reading_of_the_dates_lets_touch(
    activity: tuple[str, str], services: list[tuple[str, str]]
) -> None:
    listed = [{**ARMY, "from": start, "to": end} for start, end in services]
    case = person({**SERVED, "from": activity[0], "to": activity[1]}, service=listed)
    touched = any(possible(activity) & possible(each) for each in services)
    assert ("unlisted/maria" in raised("service-unlisted", case)) is not touched
