"""Passports that run out before they are needed."""

from typing import Any

import pytest

from tests.core.review.reading import findings, raised

CODE = "passport-expires"


def passport(expires: str | None, **more: Any) -> dict[str, Any]:
    return {"country": "PH", "kind": "ordinary", **({"expires": expires} if expires else {}), **more}


def family(*passports: dict[str, Any], **case: Any) -> dict[str, Any]:
    """One applicant who submitted in March 2026 and is called for 15 December; today is 22 November."""
    applicant = {"id": "maria", "role": "principal-applicant", "passports": list(passports)}
    called = {"submitted": "2026-03-14", "interview": {"date": "2026-12-15"}, "people": [applicant], **case}
    return {key: value for key, value in called.items() if value is not None}


@pytest.mark.parametrize(
    ("expires", "says"),
    [
        ("2026-11-21", []),  # the item says it
        ("2026-11-22", ["before-interview/maria"]),
        ("2026-12-14", ["before-interview/maria"]),
        ("2026-12-15", ["six-months/maria"]),
        ("2026-12", ["six-months/maria"]),
        ("2027-06-14", ["six-months/maria"]),
        ("2027-06-15", []),
        ("2027-06", []),
        ("2026", ["perhaps/maria"]),
        ("2027", []),
        ("2025", []),
        (None, []),
    ],
)
def test_the_interview_decides(expires: str | None, says: list[str]) -> None:
    assert raised(CODE, family(passport(expires))) == says


def test_the_day_before_the_interview_is_to_be_mended_first() -> None:
    (found,) = [each for each in findings(family(passport("2026-12-14"))) if each.code == CODE]
    assert (found.severity, found.facts) == ("blocker", ("people.maria.passports[0].expires",))
    assert (str(found.start), str(found.end)) == ("2026-12-14", "2026-12-15")


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-12", ["before-interview/maria"]),
        ("2026-11", ["six-months/maria"]),
        ("2026-11-22", ["six-months/maria"]),
        ("2026-11-01", []),  # over; what the item says of six months after the submission was true then
        (None, []),
    ],
)
def test_an_interview_known_by_month_or_over(day: str | None, says: list[str]) -> None:
    case = family(passport("2026-11-28"), interview={"date": day} if day else None, submitted="2026-01-05")
    assert raised(CODE, case) == says


def test_another_passport_that_is_valid_longer_counts() -> None:
    assert raised(CODE, family(passport("2026-12-01"), passport("2036-05-31"))) == []
    assert raised(CODE, family(passport("2026-12-01"), passport("2026"))) == ["perhaps/maria"]
    assert raised(CODE, family(passport("2026-12-01"), passport(None))) == []


def test_a_diplomatic_passport_serves_for_a_temporary_stay_only() -> None:
    papers = passport("2024-05-01"), passport("2032-05-01", kind="diplomatic")
    assert raised(CODE, family(*papers)) == ["expired/maria"]
    assert raised(CODE, family(*papers, program="temporary-resident-permit")) == []
    assert raised(CODE, family(passport("2026-12-01", kind="diplomatic"))) == []


def test_a_venezuelan_passport_may_have_been_extended() -> None:
    assert raised(CODE, family(passport("2024-05-01", country="VE"))) == []
    assert raised(CODE, family(passport("2021-12-01", country="VE"))) == ["before-interview/maria"]


@pytest.mark.parametrize(
    ("person", "says"),
    [
        ({"role": "spouse-or-partner", "accompanying": True}, ["before-interview/ben"]),
        ({"role": "dependent-child"}, ["before-interview/ben"]),
        ({"role": "dependent-child", "accompanying": False}, []),
        ({"role": "sponsor"}, []),
        ({"role": "spouse-or-partner", "status_in_canada": [{"from": "2020-01", "kind": "protected-person"}]}, []),
    ],
)
def test_whoever_comes_along_needs_a_passport(person: dict[str, Any], says: list[str]) -> None:
    case = family(passport("2036-05-31"))
    case["people"].append({"id": "ben", "passports": [passport("2026-12-01")], **person})
    assert raised(CODE, case) == says


def test_what_an_item_says_of_the_planned_submission_isnt_repeated() -> None:
    planned = {"submitted": None, "interview": None, "planned_submission": "2026-12-18"}
    assert raised(CODE, family(passport("2027-03-01"), **planned)) == []
    assert raised(CODE, family(passport("2027-03-01"), program="temporary-resident-permit", **planned)) == [
        "six-months/maria"
    ]


def test_the_confirmation_may_be_valid_longer_than_the_passport() -> None:
    landing = {"program": "pr-landing", "stream": "port-of-entry", "submitted": None, "interview": None}
    for until, says in (("2027-03-24", ["before-confirmation/maria"]), ("2027-01-12", []), ("2026-10-01", [])):
        case = family(passport("2027-01-12"), answers={"landing.copr_expires": until}, **landing)
        assert raised(CODE, case) == says


def test_the_expiry_that_decides_is_asked_for() -> None:
    case = family(passport("2026"), interview=None)
    (found,) = [each for each in findings(case) if each.code == CODE]
    assert found.asks == ("people.maria.passports[0].expires",)


def test_silence_is_no_contradiction() -> None:
    assert raised(CODE, family()) == []
    assert raised(CODE, family(people=[{"id": "maria", "role": "principal-applicant"}])) == []
