"""Couples under 18, today's and those of the wedding day."""

from typing import Any

import pytest

from tests.core.review.couples import family, raised, single

CODE = "partner-under-age"
GROWN = {"date_of_birth": "1985-05-04"}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2008-10-01", []),  # the eighteenth birthday is the day of submission
        ("2008-10-02", ["under-age/tomas"]),
        ("2008-10", []),
        ("2008-11", ["under-age/tomas"]),
        ("2008", []),
        ("2009", ["under-age/tomas"]),
        (None, []),
    ],
)
def test_a_partner_is_under_age_only_if_every_reading_says_so(born: str | None, expected: list[str]) -> None:
    assert raised(CODE, family(ana=GROWN, tomas={"date_of_birth": born})) == expected


def test_both_may_be_under_age() -> None:
    young = {"date_of_birth": "2009-01-01"}
    assert raised(CODE, family(ana=young, tomas=young)) == ["under-age/ana", "under-age/tomas"]


@pytest.mark.parametrize(
    ("status", "expected"), [("married", ["under-age/ana"]), ("single", []), (None, []), ("separated", [])]
)
def test_an_applicant_alone_is_looked_at_only_in_a_couple(status: str | None, expected: list[str]) -> None:
    assert raised(CODE, single(ana={"marital_status": status, "date_of_birth": "2009-01-01"})) == expected


@pytest.mark.parametrize(
    "settled",
    [{"citizenships": ["CA"]}, {"status_in_canada": [{"from": "2020-01", "kind": "permanent-resident"}]}],
)
def test_the_rule_speaks_of_foreign_nationals_alone(settled: dict[str, Any]) -> None:
    assert raised(CODE, family(ana=GROWN, tomas={"date_of_birth": "2009-01-01", **settled})) == []


@pytest.mark.parametrize(
    ("married", "expected"),
    [
        ("2003-05-03", ["young-marriage"]),
        ("2003-05-04", []),
        ("2003-05", []),
        ("2003-04", ["young-marriage"]),
        ("2003", []),
        (None, []),
    ],
)
def test_a_marriage_before_eighteen_is_noted_only_if_it_is_certain(married: str | None, expected: list[str]) -> None:
    case = family(ana=GROWN, tomas={"date_of_birth": "1980-01-01"}, answers={"relationship.married_on": married})
    assert raised(CODE, case) == expected


def test_an_age_below_eighteen_today_says_enough_of_the_wedding() -> None:
    case = family(ana=GROWN, tomas={"date_of_birth": "2009-01-01"}, answers={"relationship.married_on": "2026-01-05"})
    assert raised(CODE, case) == ["under-age/tomas"]
