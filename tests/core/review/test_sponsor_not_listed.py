"""A sponsorship in which nobody is the sponsor."""

from typing import Any

import pytest

from tests.core.review.reading import book, findings, raised

CODE = "sponsor-not-listed"
INES = {"id": "ines", "role": "principal-applicant"}


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("parents-grandparents", ["nobody/ines"]), ("dependent-child", ["nobody/ines"]),
        ("spouse-partner", ["nobody/ines"]), ("refugee-resettled", []), ("express-entry", []), ("pr-landing", []),
        ("humanitarian-compassionate", []), ("visitor", []),
    ],
)  # fmt: skip
def test_only_a_program_that_asks_papers_of_sponsors_misses_one(program: str, expected: list[str]) -> None:
    assert raised(CODE, {"program": program, "people": [INES]}) == expected


@pytest.mark.parametrize("program", ["parents-grandparents", "dependent-child", "spouse-partner"])
@pytest.mark.parametrize(("other", "missed"), [("sponsor", False), ("spouse-or-partner", True), ("other-family", True)])
def test_somebody_in_the_role_of_sponsor_answers_it(program: str, other: str, *, missed: bool) -> None:
    case = {"program": program, "people": [INES, {"id": "rui", "role": other}]}
    assert raised(CODE, case) == (["nobody/ines"] if missed else [])


@pytest.mark.parametrize(
    "people", [None, [], [{"id": "rui", "role": "sponsor"}], [{"id": "rui", "role": "other-family"}]]
)
def test_while_no_applicant_is_listed_nothing_is_missed(people: list[dict[str, Any]] | None) -> None:
    assert raised(CODE, {"program": "parents-grandparents", "people": people}) == []


@pytest.mark.parametrize("status", ["married", "common-law"])
def test_a_couple_without_the_sponsor_is_told_once(status: str) -> None:
    case = {"program": "spouse-partner", "people": [{**INES, "marital_status": status}]}
    codes = [each.code for each in findings(case) if each.code in (CODE, "spouse-not-listed")]
    assert codes == ["spouse-not-listed"]
    assert CODE in book("spouse-partner").findings
