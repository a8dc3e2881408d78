"""A spouse or partner who isn't among the people of the case."""

import pytest

from tests.core.review.couples import family, raised, single
from tests.core.review.reading import findings

CODE = "spouse-not-listed"


@pytest.mark.parametrize("status", ["married", "common-law"])
@pytest.mark.parametrize(
    ("program", "says", "severity"),
    [
        ("express-entry", "permanent", "blocker"),
        ("pr-landing", "permanent", "blocker"),
        ("humanitarian-compassionate", "permanent", "blocker"),
        ("refugee-resettled", "permanent", "blocker"),
        ("temporary-resident-permit", "temporary", "warning"),
        ("study-permit", "temporary", "warning"),
    ],
)
def test_it_blocks_only_where_permanent_residence_is_asked_for(
    status: str, program: str, says: str, severity: str
) -> None:
    case = single(program=program, ana={"marital_status": status})
    found = [each for each in findings(case) if each.code == CODE]
    assert [(each.says, each.severity, each.person) for each in found] == [(says, severity, "ana")]


@pytest.mark.parametrize("status", [None, "single", "separated", "divorced", "widowed", "annulled"])
def test_nobody_is_missed_beside_another_status(status: str | None) -> None:
    assert raised(CODE, single(ana={"marital_status": status})) == []


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("spouse-or-partner", []),
        ("sponsor", ["permanent/ana"]),
        ("other-family", ["permanent/ana"]),
        ("dependent-child", ["permanent/ana"]),
    ],
)
def test_only_a_partner_is_taken_for_the_spouse(role: str, expected: list[str]) -> None:
    assert raised(CODE, family(tomas={"role": role, "marital_status": None})) == expected


def test_a_partner_who_stays_behind_is_listed() -> None:
    assert raised(CODE, family(tomas={"accompanying": False})) == []


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("spouse-partner", []),  # the sponsor is the spouse
        ("pr-landing", []),  # and may have been, before a landing
        ("parents-grandparents", ["permanent/ana"]),  # the sponsor is the applicant's child
        ("dependent-child", ["permanent/ana"]),  # or parent
    ],
)
def test_a_sponsor_is_taken_for_the_spouse_only_where_spouses_sponsor(program: str, expected: list[str]) -> None:
    assert raised(CODE, family(program=program, tomas={"role": "sponsor", "marital_status": None})) == expected


@pytest.mark.parametrize("role", ["spouse-or-partner", "other-family"])
def test_where_spouses_sponsor_it_is_the_sponsor_who_is_missed(role: str) -> None:
    assert raised(CODE, family(program="spouse-partner", tomas={"role": role})) == ["sponsor/ana"]
