"""The calendar of each person: what lies on it, from when to when, and what the findings mark."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Finding
from ircc_prep.core.review.lanes import timelines
from ircc_prep.core.text import same
from ircc_prep.core.timeline import Lane, PersonTimeline

TODAY, SUBMITTED = date(2026, 11, 22), PartialDate.parse("2026-03-14")
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
DATES = st.one_of(
    DAYS.map(lambda day: day.isoformat()), DAYS.map(lambda day: f"{day:%Y-%m}"), DAYS.map(lambda day: f"{day:%Y}")
)


def case(*people: dict[str, Any], **more: Any) -> Case:
    named = [{"id": f"p{index}", "role": "other-family", **person} for index, person in enumerate(people)]
    return Case.model_validate({"schema": 1, "program": "express-entry", "people": named, **more})


def laid(
    *people: dict[str, Any], findings: tuple[Finding, ...] = (), years: int = 10, **more: Any
) -> tuple[PersonTimeline, ...]:
    return timelines(case(*people, **more), TODAY, SUBMITTED, years, findings)


def finding(start: str, end: str | None, *facts: str, person: str | None = "p0") -> Finding:
    text = same("")
    days = PartialDate.parse(start), PartialDate.parse(end) if end else None
    return Finding("x", "warning", person, *days, text, facts, None, None, (), "x", text, text, (), {}, "high")


def lane(timeline: PersonTimeline, name: str) -> Lane:
    return next(each for each in timeline.lanes if each.name == name)


STAY = {"from": "2012-01", "to": "2020-06-30", "country": "PH"}
HOME = {"from": "2012-01", "to": "present", "country": "PH"}


def test_nobody_who_said_nothing_has_a_calendar_and_papers_alone_make_none() -> None:
    assert laid({}, {"stays": []}, {"passports": [{"issued": "2020-01-01", "expires": "2030-01-01"}]}) == ()
    assert timelines(Case.model_validate({"schema": 1, "program": "pr-landing"}), TODAY, SUBMITTED, None, ()) == ()


@pytest.mark.parametrize(
    ("people", "more", "window"),
    [
        ([{"stays": [HOME]}], {}, ("2016-03-01", "2026-11-30")),
        ([{"stays": [HOME], "date_of_birth": "2005-02-03"}], {}, ("2023-02-01", "2026-11-30")),
        ([{"stays": [HOME], "date_of_birth": "2019"}], {}, ("2019-01-01", "2026-11-30")),
        ([{"stays": [HOME], "date_of_birth": "2005-02-03"}, {"stays": [HOME]}], {}, ("2016-03-01", "2026-11-30")),
        ([{"stays": [HOME]}], {"interview": {"date": "2027-02"}}, ("2016-03-01", "2027-02-28")),
        ([{"stays": [HOME]}], {"interview": {"date": "2020-02-03"}}, ("2016-03-01", "2026-11-30")),
        ([{"stays": [HOME], "passports": [{"expires": "2027-06-09"}]}], {}, ("2016-03-01", "2027-06-30")),
        ([{"stays": [HOME], "passports": [{"expires": "2035-06-09"}]}], {}, ("2016-03-01", "2028-11-30")),
        ([{"stays": [HOME], "passports": [{"expires": "2019-06-09"}]}], {}, ("2016-03-01", "2026-11-30")),
    ],
)
def test_the_calendar_runs_from_ten_years_or_the_18th_birthday_to_what_lies_ahead(
    people: list[dict[str, Any]], more: dict[str, Any], window: tuple[str, str]
) -> None:
    made = laid(*people, **more)
    assert {(each.first.isoformat(), each.last.isoformat()) for each in made} == {window}


def test_a_program_that_asks_for_more_years_stretches_it() -> None:
    assert laid({"stays": [STAY]}, years=15)[0].first == date(2011, 3, 1)


def test_what_ended_before_is_left_out_and_what_reaches_in_is_whole() -> None:
    before = {"from": "2010", "to": "2015", "kind": "study"}
    made = laid({"stays": [STAY], "activities": [before], "trips": []})
    assert [each.name for each in made[0].lanes] == ["lived"]
    (bar,) = lane(made[0], "lived").bars
    assert (bar.first, bar.last) == (date(2012, 1, 1), date(2020, 6, 30))
    assert bar.sure == (date(2012, 1, 1), date(2020, 6, 30))
    assert bar.shortest == (date(2012, 1, 31), date(2020, 6, 30))


def test_a_year_leaves_its_end_unsure_and_what_has_no_date_has_no_place() -> None:
    year = {"from": "2018", "to": "2020-05"}
    ongoing = {"from": "2021-02"}
    made = laid({"stays": [year, ongoing, {}], "trips": [{"from": "2019", "to": "2019"}, {"to": "2019-08"}]})
    assert [(bar.sure, bar.ongoing) for bar in lane(made[0], "lived").bars] == [
        ((date(2018, 12, 31), date(2020, 5, 31)), False),
        ((date(2021, 2, 1), TODAY), True),
    ]
    assert {bar.path: bar.sure for bar in lane(made[0], "travelled").bars} == {
        "people.p0.trips[0]": None,
        "people.p0.trips[1]": (date(2019, 8, 31), date(2019, 8, 31)),
    }


def test_papers_lie_from_issue_to_expiry_or_on_the_one_day_that_is_known() -> None:
    held = [
        {"item": "police-certificate", "person": "p0", "country": "PH", "issued": "2026-02-03"},
        {"item": "police-certificate", "person": "p1", "issued": "2026-02-03"},
        {"item": "upfront-medical", "person": "p0"},
        {"item": "photo", "person": "p0", "issued": "2026-02-03"},
    ]
    made = laid({"stays": [STAY], "passports": [{"issued": "2022", "expires": "2032-01-12"}]}, documents=held)
    bars = lane(made[0], "documents").bars
    assert [(bar.path, bar.first, bar.last) for bar in bars] == [
        ("people.p0.passports[0]", date(2022, 1, 1), date(2032, 1, 12)),
        ("documents[0]", date(2026, 2, 3), date(2026, 2, 3)),
    ]


def test_a_finding_marks_the_lanes_of_its_facts_as_gap_or_as_clash() -> None:
    person = {"stays": [STAY], "trips": [{"from": "2018-02-01", "to": "2018-03-01", "country": "DE"}]}
    gap = finding("2021-01", "2021-04", "people.p0.stays[0]")
    clash = finding("2018-02-01", "2018-03-01", "people.p0.trips[0]", "people.p0.stays[0]")
    whole_list = finding("2023-05-01", None, "people.p0.activities")
    (made,) = laid(person, findings=(gap, clash, whole_list))
    marks = {each.name: [(mark.finding, mark.clash) for mark in each.marks] for each in made.lanes}
    assert marks == {"lived": [(0, False), (1, True)], "did": [(2, False)], "travelled": [(1, True)]}
    assert (lane(made, "lived").marks[0].first, lane(made, "lived").marks[0].last) == (
        date(2021, 1, 1),
        date(2021, 4, 30),
    )


@pytest.mark.parametrize(
    "found",
    [
        finding("2021-01", "2021-04", "people.p0.stays[0]", person=None),
        finding("2021-01", "2021-04", "people.p1.stays[0]", person="p1"),
        finding("2009-01", "2010-04", "people.p0.stays[0]"),
        finding("2021-01", "2021-04", "people.p0.refusals[0]", "background.ever_refused"),
    ],
)
def test_other_peoples_findings_other_days_and_facts_that_lie_in_no_lane_mark_nothing(found: Finding) -> None:
    (made,) = laid({"stays": [STAY]}, findings=(found,))
    assert [each.marks for each in made.lanes] == [()]


@settings(max_examples=60)
@given(st.lists(st.tuples(DATES, DATES), max_size=5))
def test_what_is_sure_lies_within_what_may_be_and_what_is_sure_to_the_day_within_that(
    periods: list[tuple[str, str]],
) -> None:
    read = [(PartialDate.parse(start), PartialDate.parse(end)) for start, end in periods]
    stays = [{"from": str(start), "to": str(end)} for start, end in read if end.before(start) is False or start == end]
    for timeline in laid({"stays": stays}):
        bars = lane(timeline, "lived").bars
        assert [bar.first for bar in bars] == sorted(bar.first for bar in bars)
        for bar in bars:
            assert bar.first <= timeline.last
            assert bar.last >= timeline.first
            if bar.sure:
                assert bar.first <= bar.sure[0] <= bar.sure[1] <= bar.last
            if bar.shortest:
                assert bar.sure
                assert bar.sure[0] <= bar.shortest[0] <= bar.shortest[1] <= bar.sure[1]
