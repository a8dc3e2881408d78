"""A couple of whom one sponsors the other: every check on couples sees the two, and no other sponsor as a partner."""

# ruff: noqa: E501  # cases beside what is said of them

from typing import Any

import pytest

from tests.core.review.couples import family, raised

Given = dict[str, Any]
HOMES = ({"from": "1990", "country": "VN", "city": "Hue"}, {"from": "1990", "country": "CA", "city": "Laval"})


def sponsored(*, ana: Given | None = None, sam: Given | None = None, **case: Any) -> Given:
    """Ana and Sam, who sponsors her."""
    partner = {"role": "sponsor", "citizenships": ["CA"], **(sam or {})}
    return family(ana=ana or {}, tomas=partner, program=case.pop("program", "spouse-partner"), **case)


APART: tuple[Given, Given] = ({"stays": [HOMES[0]], "trips": []}, {"stays": [HOMES[1]], "trips": []})


@pytest.mark.parametrize(
    ("code", "ana", "sam", "answers", "expected"),
    [
        ("cohabitation-clash", *APART, {"relationship.lives_together": True}, ["apart-abroad"]),
        ("couple-apart", *APART, {"relationship.married_on": "2024-05-04"}, ["wedding"]),
        ("relationship-dates", {}, {"date_of_birth": "1999-05"}, {"relationship.first_met": "1998"}, ["met-before-birth/tomas"]),
        ("marital-status-clash", {}, {"marital_status": "divorced"}, {}, ["differ"]),
        ("partner-under-age", {}, {"date_of_birth": "2005-05"}, {"relationship.married_on": "2022"}, ["young-marriage"]),
        ("spouse-not-listed", {}, {}, {}, []),
        ("two-partners", {}, {}, {}, []),
    ],
)  # fmt: skip
def test_the_sponsor_is_one_of_the_couple(
    code: str, ana: Given, sam: Given, answers: Given, expected: list[str]
) -> None:
    assert raised(code, sponsored(ana=ana, sam=sam, answers=answers)) == expected


def test_a_certificate_from_before_the_wedding_is_seen_in_the_sponsors_hands_too() -> None:
    papers = [{"item": "marriage-certificate", "person": "tomas", "issued": "2019-02-01"}]
    case = sponsored(answers={"relationship.married_on": "2019-05-04"}, documents=papers)
    assert raised("document-dates", case) == ["before-wedding/tomas"]


@pytest.mark.parametrize("program", ["parents-grandparents", "dependent-child"])
@pytest.mark.parametrize("code", ["cohabitation-clash", "couple-apart", "marital-status-clash"])
def test_a_child_or_parent_who_sponsors_is_no_partner(program: str, code: str) -> None:
    answers = {"relationship.lives_together": True, "relationship.married_on": "2024-05-04"}
    case = sponsored(ana=APART[0], sam={**APART[1], "marital_status": "divorced"}, answers=answers, program=program)
    assert raised(code, case) == []


def test_conjugal_partners_may_both_be_single() -> None:
    single = {"marital_status": "single"}
    answers = {"relationship.kind": "conjugal"}
    assert raised("marital-status-clash", sponsored(ana=single, sam=single, answers=answers)) == []
    assert raised("marital-status-clash", sponsored(ana=single, sam=single)) == ["alone/ana"]


def test_a_sponsor_who_is_under_age_is_said_by_the_sponsors_item_alone() -> None:
    assert raised("partner-under-age", sponsored(sam={"date_of_birth": "2010-05", "citizenships": None})) == []


def test_a_sponsor_and_somebody_else_as_partner_are_two() -> None:
    case = sponsored()
    case["people"].append({"id": "lin", "role": "spouse-or-partner"})
    assert raised("two-partners", case) == ["several"]
