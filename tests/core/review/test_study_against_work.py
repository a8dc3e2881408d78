"""Full-time work beside studies, in two countries and in one."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

COURSE = {"from": "2016-09", "to": "2018-06", "country": "GB"}


def job(**more: Any) -> dict[str, Any]:
    plain = {"from": "2015-01", "to": "2019-12", "country": "NG", "hours_per_week": 40, "remote": False}
    return {"kind": "employment", **plain, **more}


@pytest.mark.parametrize("listed", ["education", "activities"])
@pytest.mark.parametrize(
    ("work", "found"),
    [
        ({}, ["two-countries/maria"]),
        ({"hours_per_week": 29}, []),
        ({"hours_per_week": None}, []),
        ({"remote": True}, []),
        ({"remote": None}, ["unless-remote/maria"]),
        ({"country": None}, []),
        ({"kind": "caring"}, []),
        ({"from": "2017-05-01", "to": "2017-08-31"}, []),
        ({"from": "2017-05-01", "to": "2017-09-01"}, ["two-countries/maria"]),
        ({"from": "2017", "to": "2018"}, []),
        ({"country": "GB"}, ["same-country/maria"]),
        ({"country": "GB", "remote": None}, ["same-country/maria"]),
        ({"country": "GB", "remote": True}, []),
        ({"country": "GB", "from": "2017-01-01", "to": "2017-06-30"}, []),
        ({"country": "GB", "from": "2017-01-01", "to": "2017-07-01"}, ["same-country/maria"]),
    ],
)
def test_what_is_raised_of_work_beside_a_course_in_england(listed: str, work: dict[str, Any], found: list[str]) -> None:
    activities = [job(**work)]
    if listed == "education":
        case = alone(activities=activities, education=[COURSE], stays=[{**COURSE, "city": "Leeds"}])
    else:
        case = alone(activities=[*activities, {**COURSE, "kind": "study"}])
    assert raised("study-against-work", case) == found


def test_studies_that_were_remote_clear_the_education_of_the_same_country_and_time() -> None:
    online = {**COURSE, "kind": "study", "remote": True}
    assert raised("study-against-work", alone(activities=[job(), online], education=[COURSE])) == []
    later = {**online, "from": "2018-09", "to": "2019-06"}
    case = alone(activities=[job(), later], education=[COURSE], stays=[COURSE])
    assert raised("study-against-work", case) == ["two-countries/maria"]


def test_a_course_in_both_lists_is_told_once_and_its_distance_is_asked_for() -> None:
    case = alone(activities=[job(), {**COURSE, "kind": "study"}], education=[COURSE])
    (found,) = [each for each in findings(case) if each.code == "study-against-work"]
    assert set(found.facts) == {
        "people.maria.activities[0]",
        "people.maria.activities[1]",
        "people.maria.education[0]",
    }
    assert found.asks == ("people.maria.activities[1].remote",)


def test_one_list_alone_says_nothing() -> None:
    assert raised("study-against-work", alone(activities=[job()])) == []
    assert raised("study-against-work", alone(education=[COURSE])) == []


LAGOS = {"from": "1990-05-04", "country": "NG"}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "perhaps-at-a-distance"),
        ({"stays": [LAGOS]}, "perhaps-at-a-distance"),
        ({"stays": [LAGOS], "trips": []}, "perhaps-at-a-distance"),
        ({"stays": [LAGOS], "trips": [{"from": "2015-02", "to": "2015-03", "country": "GB"}]}, "perhaps-at-a-distance"),
        ({"stays": [LAGOS], "trips": [{"from": "2017-02", "to": "2017-03", "country": "GB"}]}, "two-countries"),
        ({"stays": [{"from": "2016", "to": "2018", "country": "GB"}]}, "two-countries"),
    ],
)
def test_a_course_in_the_education_alone_may_have_been_at_a_distance(more: dict[str, Any], found: str) -> None:
    assert raised("study-against-work", alone(activities=[job()], education=[COURSE], **more)) == [f"{found}/maria"]


def test_a_course_among_the_activities_too_was_attended_unless_it_says_remote() -> None:
    case = alone(activities=[job(), {**COURSE, "kind": "study"}], education=[COURSE], stays=[LAGOS], trips=[])
    assert raised("study-against-work", case) == ["two-countries/maria"]
