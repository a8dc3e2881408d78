"""The days of a relationship beside each other, beside births, the submission and today."""

from typing import Any

import pytest

from tests.core.review.couples import family, raised, single
from tests.core.review.reading import findings

CODE = "relationship-dates"
BORN = ({"date_of_birth": "1990-05-04"}, {"date_of_birth": "1988-02-01"})


def of(met: str | None, married: str | None) -> list[str]:
    """What is raised of a couple with these days."""
    answers = {"relationship.first_met": met, "relationship.married_on": married}
    return raised(CODE, family(ana=BORN[0], tomas=BORN[1], answers=answers))


@pytest.mark.parametrize(
    ("met", "married", "expected"),
    [
        ("2018-06-03", "2018-06-02", ["met-after-marriage"]),
        ("2018-06-02", "2018-06-02", []),
        ("2018-06", "2018-06-02", []),
        ("2018-07", "2018-06", ["met-after-marriage"]),
        ("2018", "2018-06", []),
        ("2019", "2018", ["met-after-marriage"]),
        ("2016", "2018", []),
        (None, "2018", []),
        ("2018", None, []),
    ],
)
def test_the_first_meeting_comes_no_later_than_the_wedding(
    met: str | None, married: str | None, expected: list[str]
) -> None:
    assert of(met, married) == expected


@pytest.mark.parametrize(
    ("met", "married", "expected"),
    [
        ("1989", None, ["met-before-birth/ana"]),
        ("1987-12", None, ["met-before-birth/ana", "met-before-birth/tomas"]),
        ("1990", None, []),
        ("1999", None, []),  # they have known each other since they were children
        (None, "1990-05-03", ["married-before-birth/ana"]),
    ],
)
def test_nobody_meets_or_marries_before_both_are_born(
    met: str | None, married: str | None, expected: list[str]
) -> None:
    assert of(met, married) == expected


@pytest.mark.parametrize(
    ("married", "status", "expected"),
    [
        ("2026-11-23", "married", ["still-to-come/ana"]),
        ("2027", "married", ["still-to-come/ana"]),
        ("2026-11-22", "married", []),
        ("2026-11", "married", []),
        ("2027-05", "common-law", []),  # engaged, and not given as married
    ],
)
def test_a_wedding_to_come_makes_nobody_married(married: str, status: str, expected: list[str]) -> None:
    case = family(ana={"marital_status": status}, answers={"relationship.married_on": married})
    assert raised(CODE, case) == expected


def test_before_the_submission_there_is_no_change_to_tell() -> None:
    case = family(answers={"relationship.married_on": "2026-11-02", "changes.marital_status": False})
    case["planned_submission"] = case.pop("submitted")
    assert raised(CODE, case) == []


@pytest.mark.parametrize(
    ("born", "answers", "expected"),
    [
        ("2015-12", {}, ["child-before-meeting"]),
        ("2016", {}, []),
        ("2019", {}, []),
        (None, {}, []),
        ("2015", {"family.earlier_divorce": True}, []),
        ("2015", {"family.earlier_death": True}, []),
        ("2015", {"family.adopted_child": True}, []),
        ("2015", {"family.earlier_divorce": False, "family.adopted_child": False}, ["child-before-meeting"]),
    ],
)
def test_a_child_from_before_is_noted_where_nothing_explains_it(
    born: str | None, answers: dict[str, Any], expected: list[str]
) -> None:
    answers = {"relationship.first_met": "2016-05", **answers}
    assert raised(CODE, family(children=({"date_of_birth": born},), answers=answers)) == expected


def test_several_children_from_before_are_one_note() -> None:
    children = ({"date_of_birth": "2012"}, {"date_of_birth": "2014"}, {"date_of_birth": "2020"})
    case = family(children=children, answers={"relationship.first_met": "2016-05"})
    (note,) = [each for each in findings(case) if each.code == CODE]
    assert note.severity == "note"
    assert note.facts[1:] == ("people.kid0.date_of_birth", "people.kid1.date_of_birth")


def test_without_one_listed_partner_nobody_knows_whose_births_to_compare() -> None:
    case = single(children=({"date_of_birth": "2012"},), answers={"relationship.first_met": "2016-05"})
    assert raised(CODE, case) == []
