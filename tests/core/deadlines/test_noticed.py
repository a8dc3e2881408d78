"""Passports, statuses, medical exams and children's ages: what the officer's eye knows of a day."""

from typing import Any

import pytest

from ircc_prep.core.deadlines.noticed import NAMED
from tests.core.deadlines.working_out import PACK, ahead, book, case_of, days, maria

PASSPORT = {"country": "PH", "kind": "ordinary", "issued": "2018-05-02", "expires": "2028-05-01"}
HOME = [{"from": "1990-05-04", "to": "2024-01-01", "country": "PH"}, {"from": "2024-01-02", "country": "CA"}]
STUDENT = [{"from": "2024-01-02", "to": "2027-08-31", "kind": "student"}]
SUBMITTED = {"submitted": "2026-05-20"}


def in_canada(**fields: Any) -> dict[str, Any]:
    return maria(citizenships=["PH"], country_of_birth="PH", stays=HOME, **fields)


@pytest.mark.parametrize(("code", "says"), NAMED)
def test_each_named_day_is_a_word_of_a_finding(code: str, says: str) -> None:
    words = book("express-entry").findings[code].says[says]
    assert f"{{{NAMED[code, says][0]}}}" in words.message.en


def test_of_several_passports_the_one_that_is_valid_longest_counts() -> None:
    older = {**PASSPORT, "expires": "2027-02-01"}
    assert days(case_of("visitor", maria(passports=[PASSPORT, older])))["passport", "passport", "maria"] == "2028-05-01"


@pytest.mark.parametrize(
    "program", ["refugee-resettled", "protected-person", "refugee-claim-eligibility", "prra-hearing"]
)
def test_nobody_who_fled_is_told_to_renew_a_passport(program: str) -> None:
    assert not [each for each in ahead(case_of(program, maria(passports=[PASSPORT]))) if each.subject == "passport"]


def test_neither_is_a_claimant_in_another_program() -> None:
    claimant = [{"from": "2024-01-02", "kind": "refugee-claimant"}]
    case = case_of("humanitarian-compassionate", in_canada(passports=[PASSPORT], status_in_canada=claimant))
    assert not [each for each in ahead(case) if each.subject == "passport"]


def test_who_stays_behind_has_no_passport_to_renew_for_this() -> None:
    child = {"id": "leo", "role": "dependent-child", "accompanying": False, "passports": [PASSPORT]}
    assert ("passport", "passport", "leo") not in days(case_of("express-entry", maria(), child, stream="fsw"))


def test_a_permit_ends_on_its_last_day_however_far_off_with_what_the_law_says_of_it() -> None:
    case = case_of("spouse-partner", in_canada(status_in_canada=STUDENT), stream="in-canada", **SUBMITTED)
    found = next(each for each in ahead(case) if each.kind == "permit")
    assert str(found.day) == "2027-08-31"
    assert {source.kind for source in found.sources} == {"law"}
    assert found.advice is not None


WORKER = [{"from": "2025-01-02", "to": "2027-01-31", "kind": "worker"}]


def ends(*listed: dict[str, str]) -> dict[tuple[str, ...], str]:
    case = case_of("spouse-partner", in_canada(status_in_canada=[*listed]), stream="in-canada", **SUBMITTED)
    return {each.name: str(each.day) for each in ahead(case) if each.kind == "permit"}


def test_of_several_statuses_at_once_each_kind_has_its_own_last_day() -> None:
    assert sorted(ends(*STUDENT, *WORKER).values()) == ["2027-01-31", "2027-08-31"]
    same_day = [{**WORKER[0], "to": STUDENT[0]["to"]}]
    assert list(ends(*STUDENT, *same_day).values()) == ["2027-08-31", "2027-08-31"]


def test_a_status_that_another_of_its_kind_follows_has_no_last_day() -> None:
    longer = {"from": "2027-02-01", "to": "2028-01-31", "kind": "worker"}
    assert sorted(ends(*STUDENT, *WORKER, longer).values()) == ["2027-08-31", "2028-01-31"]


def test_the_name_of_a_status_stays_when_another_ends_or_its_day_moves_and_does_not_say_its_kind() -> None:
    before, moved = ends(*STUDENT, *WORKER), ends(*STUDENT, {**WORKER[0], "to": "2028-01-31"})
    assert before.keys() == moved.keys()
    ended = ends(*STUDENT, {**WORKER[0], "to": "2026-10-31"})
    assert ended == {name: day for name, day in before.items() if day == "2027-08-31"}
    assert {name[1] for name in before} == {"status"}


def test_a_status_that_goes_on_or_a_life_elsewhere_has_no_such_day() -> None:
    going_on = [{"from": "2024-01-02", "kind": "worker"}]
    case = case_of("spouse-partner", in_canada(status_in_canada=[*STUDENT, *going_on]), stream="in-canada", **SUBMITTED)
    assert not [each for each in ahead(case) if each.kind == "permit"]
    away = maria(citizenships=["PH"], country_of_birth="PH", stays=HOME[:1], status_in_canada=STUDENT)
    assert not [each for each in ahead(case_of("spouse-partner", away, **SUBMITTED)) if each.kind == "permit"]


def test_a_status_that_has_ended_leaves_the_last_day_for_restoration() -> None:
    ended = [{"from": "2024-01-02", "to": "2026-11-01", "kind": "student"}]
    case = case_of("spouse-partner", in_canada(status_in_canada=ended), stream="in-canada", **SUBMITTED)
    assert days(case)["last-day", "ask-for-restoration", "maria"] == "2027-01-30"


def test_the_day_before_a_child_turns_twenty_two_is_the_last_for_the_application() -> None:
    child = {"id": "leo", "role": "dependent-child", "date_of_birth": "2005-01-15", "marital_status": "single"}
    case = case_of("express-entry", maria(), child, stream="fsw")
    assert days(case)["age", "age", "leo"] == "2027-01-14"


def test_a_medical_exam_counts_for_twelve_months() -> None:
    exam = [{"item": "upfront-medical", "person": "maria", "issued": "2026-01-05", "language": "en"}]
    case = case_of(
        "express-entry", maria(citizenships=["PH"]), stream="fsw", submitted="2026-03-14", documents=exam,
        answers={"invitation.date": "2025-12-20"}, interview={"date": "2027-02-10"},
    )  # fmt: skip
    assert days(case)["paper", "medical-exam", "maria"] == "2027-01-05"


def test_every_program_can_be_asked_for_its_deadlines() -> None:
    for program in PACK.programs():
        assert ahead(case_of(program, maria())) == ()
