"""What the checks know of a program is the program's own data."""

from pathlib import Path

import pytest

from tests.core.review.reading import book, raised

REVIEW = Path(__file__).parents[3] / "ircc_prep" / "core" / "review"


@pytest.mark.parametrize("file", sorted(REVIEW.rglob("*.py")), ids=lambda path: path.stem)
def test_no_check_looks_at_which_program_it_is(file: Path) -> None:
    assert "case.program" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("express-entry", True), ("spouse-partner", True), ("parents-grandparents", True), ("dependent-child", True),
        ("humanitarian-compassionate", True), ("pr-landing", True), ("refugee-resettled", False),
        ("protected-person", False), ("citizenship", False), ("pr-card", False), ("visitor", False),
        ("study-permit", False), ("temporary-resident-permit", False), ("refugee-claim-eligibility", False),
    ],
)  # fmt: skip
def test_family_who_stay_are_asked_about_where_they_have_to_be_examined(program: str, *, expected: bool) -> None:
    assert ("family-left-behind" in book(program).findings) is expected


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("express-entry", ["over/leo"]), ("spouse-partner", ["over/leo"]), ("parents-grandparents", ["over/leo"]),
        ("humanitarian-compassionate", ["over/leo"]), ("dependent-child", ["over/leo"]),
        ("protected-person", []), ("refugee-resettled", []), ("pr-landing", []), ("study-permit", []),
    ],
)  # fmt: skip
def test_a_childs_age_is_counted_where_the_day_of_the_application_decides_it(program: str, expected: list[str]) -> None:
    child = {"id": "leo", "role": "dependent-child", "date_of_birth": "2004-10-01", "marital_status": "single"}
    assert raised("child-age-line", {"program": program, "submitted": "2026-10-01", "people": [child]}) == expected


@pytest.mark.parametrize(
    "program", ["refugee-resettled", "protected-person", "refugee-claim-eligibility", "prra-hearing"]
)
def test_no_passport_is_missed_of_people_who_fled(program: str) -> None:
    person = {"id": "sara", "role": "principal-applicant", "passports": [], "date_of_birth": "1990-05-04"}
    letter = {"date": "2026-12-15", "requested": ["passport"]}
    case = {"program": program, "interview": letter, "people": [person], "documents": []}
    assert raised("letter-list", case) == []
