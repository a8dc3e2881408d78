"""Studies that stand in one of the two lists only."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

COURSE = {"from": "2019-08", "to": "2020-10", "country": "PH"}
OTHER = {"from": "2019-01", "to": "2021-06", "kind": "unemployment", "country": "PH"}


def told(case: dict[str, Any]) -> list[str]:
    return raised("education-not-in-history", case)


@pytest.mark.parametrize(
    ("course", "other", "found"),
    [
        ({}, {}, ["not-in-history/maria"]),
        ({}, {"kind": "employment"}, ["not-in-history/maria"]),
        ({}, {"kind": "employment", "hours_per_week": 20}, ["not-in-history/maria"]),
        ({}, {"kind": "employment", "hours_per_week": 40}, []),
        ({}, {"kind": "study"}, []),
        ({}, {"kind": None}, []),
        ({}, {"to": "2019-12"}, []),
        ({}, {"to": "2020-01"}, ["not-in-history/maria"]),
        ({"from": "2019-08-01", "to": "2019-11-30"}, {}, []),
        ({"from": "2019-08-01", "to": "2019-12-01"}, {}, ["not-in-history/maria"]),
        ({"from": "2019", "to": "2020"}, {}, []),
        ({"from": None}, {}, []),
        ({"from": "2012-08", "to": "2014-10"}, {"from": "2012-01", "to": "2015-01"}, []),
    ],
)
def test_what_is_raised_of_education_beside_another_activity(
    course: dict[str, Any], other: dict[str, Any], found: list[str]
) -> None:
    assert told(alone(activities=[{**OTHER, **other}], education=[{**COURSE, **course}])) == found


@pytest.mark.parametrize(
    ("study", "education", "found"),
    [
        ({}, [], ["not-in-education/maria"]),
        ({"from": "2019-08", "to": "2020-04"}, [], []),
        ({"from": "2019-08-01", "to": "2020-03-31"}, [], []),
        ({"from": "2019-08-01", "to": "2020-04-01"}, [], ["not-in-education/maria"]),
        ({}, [COURSE], []),
        ({}, [{"from": "2020"}], []),
        ({}, [{"to": "2020"}], []),
        ({}, [{"from": "2017", "to": "2018"}], ["not-in-education/maria"]),
        ({"from": "2012-08", "to": "2014-10"}, [], []),
    ],
)
def test_what_is_raised_of_studies_beside_the_education(
    study: dict[str, Any], education: list[dict[str, Any]], found: list[str]
) -> None:
    assert told(alone(activities=[{**COURSE, "kind": "study", **study}], education=education)) == found


def test_an_unanswered_list_says_nothing() -> None:
    assert told(alone(activities=[OTHER])) == []
    assert told(alone(activities=[{**COURSE, "kind": "study"}])) == []
    assert told(alone(education=[COURSE])) == []


def test_programs_without_a_history_form_compare_nothing() -> None:
    assert told(alone(activities=[OTHER], education=[COURSE]) | {"program": "pr-landing"}) == []


def test_the_other_activity_of_that_time_is_named() -> None:
    before = {"from": "2010", "to": "2018-12", "kind": "caring"}
    (found,) = [
        each
        for each in findings(alone(activities=[before, OTHER], education=[COURSE]))
        if each.code == "education-not-in-history"
    ]
    assert found.facts == ("people.maria.education[0]", "people.maria.activities[1]")
