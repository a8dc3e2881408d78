"""Courses of more than six months in Canada beside the statuses of the same time."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
CODE = "study-without-permission"
VISIT = {"from": "2023-01-01", "to": "2024-12-31", "kind": "visitor"}


def study(start: Any = "2023-09-05", end: Any = "2024-06-14", **more: Any) -> Data:
    return {"from": start, "to": end, "kind": "study", "country": "CA", **more}


def course(start: Any = "2023-09", end: Any = "2024-06", **more: Any) -> Data:
    return {"from": start, "to": end, "level": "one-year", "country": "CA", **more}


def studying(activities: Any, statuses: Any = (VISIT,), **more: Any) -> Data:
    return alone(**{"citizenships": ["PH"], "activities": activities, "status_in_canada": statuses, **more})


@pytest.mark.parametrize(
    ("activity", "found"),
    [
        (study(), True), (study("2023-01-09", "2023-07-08"), False), (study("2023-01-09", "2023-07-09"), True),
        (study("2023-01", "2023-07"), False), (study("2023-01", "2023-08"), True), (study(2023, 2024), False),
        (study(country="PH"), False), (study(country=None), False), (study(kind="employment"), False),
        (study(None), False),
    ],
)  # fmt: skip
def test_courses_of_more_than_six_months_in_every_reading(activity: Data, found: bool) -> None:
    assert raised(CODE, studying([activity])) == (["no-permit/maria"] if found else [])


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        ([VISIT], True), ([{**VISIT, "kind": "none"}], True), ([{**VISIT, "kind": "worker"}], False),
        ([{**VISIT, "kind": "refugee-claimant"}], False), ([{**VISIT, "kind": None}], False), ([], False),
        (None, False),
        # the permit came in the first weeks; only after a whole month
        ([{**VISIT, "to": "2023-09-30"}, {"from": "2023-10-01", "kind": "student"}], False),
        ([{**VISIT, "to": "2023-10-31"}, {"from": "2023-11-01", "kind": "student"}], True),
        ([VISIT, {"from": "2023-08", "to": "2024-08", "kind": "student"}], False),
        ([VISIT, {"from": 2023, "to": 2024, "kind": "student"}], False),
    ],
)  # fmt: skip
def test_a_whole_month_on_which_no_other_status_is_possible(statuses: Any, found: bool) -> None:
    assert raised(CODE, studying([study()], statuses)) == (["no-permit/maria"] if found else [])


@pytest.mark.parametrize(
    ("born", "found"),
    [
        ("2005-05-02", False), ("2005-05-01", True), ("2004-10-01", True), ("2008-01-01", False), (None, False),
        ("2005", False), ("2004", True),
    ],
)  # fmt: skip
def test_minors_go_to_school_without_a_permit(born: Any, found: bool) -> None:
    assert raised(CODE, studying([study()], date_of_birth=born)) == (["no-permit/maria"] if found else [])


HERE = {"from": "2023-09-05", "country": "CA"}


@pytest.mark.parametrize(
    ("arrived", "found"), [("2023-09-05", True), ("2023-12-01", True), ("2023-12-20", False), (2023, True)]
)
def test_an_online_part_before_the_arrival_is_no_study_in_canada(arrived: Any, found: bool) -> None:
    stays = [{"from": "1990-05-04", "to": arrived, "country": "PH"}, {**HERE, "from": arrived}]
    assert raised(CODE, studying([study()], stays=stays, trips=[])) == (["no-permit/maria"] if found else [])


@pytest.mark.parametrize(
    ("trips", "found"),
    [
        ([{"from": "2023-12-20", "to": "2024-01-05", "country": "PH"}], True),  # a holiday
        ([{"from": "2023-10-01", "to": "2024-03-31", "country": "PH"}], False),
        ([{"from": "2023-10-01", "to": "2024-03-31"}], True),  # nobody said where
        (None, True),
    ],
)
def test_days_on_trips_abroad_arent_counted(trips: Any, found: bool) -> None:
    assert raised(CODE, studying([study()], stays=[HERE], trips=trips)) == (["no-permit/maria"] if found else [])


def test_a_student_who_lives_abroad_and_comes_for_a_month_isnt_told() -> None:
    visit = [{"from": "2024-05-01", "to": "2024-06-05", "country": "CA"}]
    home = [{"from": "1990-05-04", "country": "PH"}]
    assert raised(CODE, studying([study()], stays=home, trips=visit)) == []


def test_both_lists_are_read_and_one_course_is_told_once() -> None:
    assert raised(CODE, studying(None, education=[course()])) == ["no-permit/maria"]
    both = studying([study(), study("2024-07-01", "2024-12-31")], education=[course()])
    found = [each for each in findings(both) if each.code == CODE]
    assert [(each.says, each.facts[0]) for each in found] == [("no-permit", "people.maria.activities[0]")]


@pytest.mark.parametrize("more", [{"citizenships": ["PH", "CA"]}, {"citizenships": None}, {"country_of_birth": "CA"}])
def test_nothing_is_raised_of_whoever_may_be_a_citizen(more: Data) -> None:
    assert raised(CODE, studying([study()], **more)) == []
