"""Dependent children at the line of 22, and those who are married."""

from typing import Any

import pytest

from tests.core.review.couples import raised, single
from tests.core.review.reading import findings

CODE = "child-age-line"


def of(born: str | None, status: str | None = None, **case: Any) -> list[str]:
    """What is raised of one child."""
    return raised(CODE, single(children=({"date_of_birth": born, "marital_status": status},), **case))


@pytest.mark.parametrize(
    ("born", "submitted", "expected"),
    [
        ("2004-10-01", "2026-10-01", ["over/kid0"]),
        ("2004-10-02", "2026-10-01", []),
        ("2004-02-29", "2026-02-28", ["over/kid0"]),
        ("2003", "2026-10-01", ["over/kid0"]),
        ("2004", "2026-10-01", ["perhaps/kid0"]),
        ("2004-10", "2026-10-15", ["perhaps/kid0"]),
        ("2004-10-15", "2026-10", ["perhaps/kid0"]),
        ("2004-09", "2026-10", ["over/kid0"]),
        ("2005", "2026-10-01", []),
        ("2004-11-23", "2026-10-01", []),  # 22 tomorrow, and fixed since the submission
        (None, "2026-10-01", []),
    ],
)
def test_the_age_on_the_day_of_submission_counts(born: str | None, submitted: str, expected: list[str]) -> None:
    assert of(born, submitted=submitted) == expected


@pytest.mark.parametrize(
    ("born", "planned", "expected"),
    [
        ("2004-11-22", None, ["over/kid0"]),  # 22 today
        ("2004-11-23", None, ["turning/kid0"]),
        ("2005-05-22", None, ["turning/kid0"]),  # the last of the six months
        ("2005-05-23", None, []),
        ("2005", None, ["perhaps/kid0"]),
        ("2006", None, []),
        ("2004-11-22", "2026-12-10", ["over/kid0"]),
        ("2004-12-10", "2026-12-10", ["turning/kid0"]),
        ("2004-12-11", "2026-12-10", ["soon/kid0"]),
        ("2005-05-23", "2026-12-10", []),
        ("2005-05-23", "2027-06", ["turning/kid0"]),
        ("2005", "2026-12-10", []),
        ("2004", "2026-12-10", ["perhaps/kid0"]),
        ("2005-05-22", "2026-10-01", ["turning/kid0"]),  # the plan has passed
        ("2005-05", None, ["perhaps/kid0"]),  # the six months end on the 22nd
        ("2005-04", None, ["turning/kid0"]),
        ("2004-11", None, ["turning/kid0"]),
        ("2004-12", "2026-12-28", ["perhaps/kid0"]),
        ("2004-12", "2027-01-01", ["turning/kid0"]),
        ("2004-12-10", "2026-12", ["perhaps/kid0"]),
        ("2005-05", "2026-12-10", []),
        ("2005-04", "2026-12-10", ["soon/kid0"]),
    ],
)
def test_before_submission_the_birthday_is_watched(born: str, planned: str | None, expected: list[str]) -> None:
    assert of(born, submitted=None, planned_submission=planned) == expected


@pytest.mark.parametrize(
    ("born", "submitted", "asks"),
    [
        ("2004", "2026-10-01", ("people.kid0.date_of_birth",)),
        ("2004", "2026-10", ("people.kid0.date_of_birth", "submitted")),
        ("2004-10-15", "2026-10", ("submitted",)),
    ],
)
def test_an_undecided_age_asks_for_the_date_that_is_not_known(born: str, submitted: str, asks: tuple[str, ...]) -> None:
    case = single(children=({"date_of_birth": born},), submitted=submitted)
    assert [each.asks for each in findings(case) if each.code == CODE] == [asks]


def test_a_planned_month_that_leaves_the_age_open_is_asked_for() -> None:
    case = single(children=({"date_of_birth": "2004-12-10"},), submitted=None, planned_submission="2026-12")
    assert [each.asks for each in findings(case) if each.code == CODE] == [("planned_submission",)]


@pytest.mark.parametrize(
    ("status", "born", "program", "expected"),
    [
        ("married", "2006-01-01", "express-entry", ["not-single/kid0"]),
        ("common-law", "2006-01-01", "pr-landing", ["not-single/kid0"]),
        ("married", None, "pr-landing", ["not-single/kid0"]),
        ("married", "2001-01-01", "express-entry", ["over/kid0"]),
        ("married", "2001-01-01", "pr-landing", ["not-single/kid0"]),
        ("married", "2004", "express-entry", ["not-single/kid0", "perhaps/kid0"]),
        ("separated", "2007-01-01", "express-entry", ["separated/kid0"]),
        ("separated", "2006-01-01", "pr-landing", ["separated/kid0"]),
        ("separated", "2001-01-01", "express-entry", ["over/kid0"]),
        ("divorced", "2006-01-01", "pr-landing", []),
        ("single", "2001-01-01", "pr-landing", []),
        ("married", "2001-01-01", "temporary-resident-permit", []),
    ],
)
def test_a_child_who_is_married_is_raised_once_where_permanent_residence_is_asked_for(
    status: str, born: str | None, program: str, expected: list[str]
) -> None:
    assert of(born, status, program=program) == expected
