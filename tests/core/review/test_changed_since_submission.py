"""What is new since the application was sent, beside the answers about changes."""

from typing import Any

import pytest

from ircc_prep.core.review.checks.changed_since_submission import DAY_OF_MARRIAGE
from ircc_prep.core.said import EntryAt
from tests.core.review.reading import findings, raised

Data = dict[str, Any]
SENT = "2026-05-01"
OLD_HOME = {"from": "1990-05-04", "to": "2026-07", "country": "PH", "city": "Cebu"}
NEW_HOME = {"from": "2026-07", "country": "PH", "city": "Davao"}
NURSE = {"kind": "employment", "title": "Nurse", "organization": "Clinic", "country": "PH"}
OLD_JOB = {**NURSE, "from": "2010-06", "to": "2026-07"}
STUDENT = {"from": "2020", "to": "2026-06", "kind": "student"}
NEW_JOB = {**OLD_JOB, "from": "2026-08", "to": None, "title": "Teacher"}
NEW_PASSPORT = {"country": "PH", "issued": "2026-08-12", "expires": "2036-08-11"}


def family(*people: Data, submitted: str | None = SENT, **more: Any) -> Data:
    roles = ("principal-applicant", "spouse-or-partner", "dependent-child")
    named = [
        {"id": f"p{number}", "role": roles[number], "date_of_birth": "1990-05-04", **each}
        for number, each in enumerate(people)
    ]
    answers = {f"changes.{key}": value for key, value in more.pop("changes", {}).items()}
    case = {"people": named, "answers": {**answers, **more.pop("answers", {})}, **more}
    return case | ({"submitted": submitted} if submitted else {})


def told(case: Data) -> list[str]:
    return raised("changed-since-submission", case)


def facts(case: Data) -> list[tuple[str, ...]]:
    return [each.facts for each in findings(case) if each.code == "changed-since-submission"]


@pytest.mark.parametrize(
    "person",
    [
        {"stays": [OLD_HOME, NEW_HOME]}, {"activities": [OLD_JOB, NEW_JOB]}, {"passports": [NEW_PASSPORT]},
        {"status_in_canada": [{"from": "2026-06", "kind": "worker"}]},
        {"refusals": [{"date": "2026-06", "country": "US", "kind": "visitor-visa"}]},
        {"charges": [{"date": "2026-06", "country": "PH", "offence": "Speeding"}]},
        {"activities": [OLD_JOB, {**NEW_JOB, "kind": "unemployment", "title": None}]},
        {"activities": [OLD_JOB, {**OLD_JOB, "from": "2026-08", "to": None, "organization": "Hospital"}]},
        {"status_in_canada": [STUDENT, {"from": "2026-06", "kind": "worker"}]},
    ],
)  # fmt: skip
def test_what_certainly_began_since_is_a_note_for_each_person(person: Data) -> None:
    assert told(family(person)) == ["tell/p0"]
    assert told(family({}, person)) == ["tell/p1"]
    assert told(family(person, submitted=None)) == []
    assert told(family(person, submitted=None, planned_submission=SENT)) == []
    assert told(family(person, submitted="2026-11-23")) == []


@pytest.mark.parametrize(
    "person",
    [
        {}, {"stays": [], "activities": [], "passports": []},
        {"stays": [NEW_HOME]},  # nothing says where they lived on the day of submission
        {"stays": [OLD_HOME, {**NEW_HOME, "city": " CEBU "}]}, {"stays": [OLD_HOME, {**NEW_HOME, "city": None}]},
        {"stays": [{**OLD_HOME, "city": None}, NEW_HOME]}, {"stays": [{**OLD_HOME, "country": None}, NEW_HOME]},
        {"stays": [OLD_HOME, {**NEW_HOME, "from": "2026"}]}, {"stays": [OLD_HOME, {**NEW_HOME, "from": None}]},
        {"stays": [OLD_HOME, {**NEW_HOME, "from": "2026-12"}]},  # still to come
        {"stays": [{**OLD_HOME, "to": "2026-06"}, {**NEW_HOME, "from": "2026-04"}]},
        {"activities": [OLD_JOB, {**OLD_JOB, "from": "2026-08", "to": None, "title": "nurse "}]},
        {"activities": [OLD_JOB, {**NEW_JOB, "from": "2026"}]}, {"passports": [{**NEW_PASSPORT, "issued": "2026"}]},
        {"passports": [{**NEW_PASSPORT, "issued": None}]}, {"passports": [{**NEW_PASSPORT, "issued": SENT}]},
        {"status_in_canada": [STUDENT, {"from": "2026-06", "kind": "student"}]},
        {"status_in_canada": [{"from": "2026-10", "kind": "permanent-resident"}]},
        {"trips": [{"from": "2026-08", "to": "2026-09", "country": "TH"}]},
        {"education": [{"from": "2026-09", "level": "one-year", "country": "PH"}]},
    ],
)  # fmt: skip
def test_what_is_not_certainly_new_is_nothing(person: Data) -> None:
    assert told(family(person)) == []


@pytest.mark.parametrize(
    ("before", "now", "fires"),
    [
        ({"city": "Cebu", "address": "1 Hill St."}, {"city": "Cebu", "address": "1 hill st"}, False),
        ({"city": "Cebu", "address": "1 Hill St."}, {"city": "Cebu", "address": "2 Hill St."}, True),
        ({"city": "Cebu", "address": "1 Hill St."}, {"city": "Cebu"}, False),
        ({"city": "Cebu"}, {"city": "Cebu", "address": "2 Hill St."}, False),
        ({}, {"country": "AE"}, True), ({"city": "Cebu"}, {"city": "Cebu", "country": "AE"}, True),
    ],
)  # fmt: skip
def test_a_place_is_another_by_country_then_city_then_address(before: Data, now: Data, fires: bool) -> None:
    old = {"from": "1990-05-04", "to": "2026-07", "country": "PH", **before}
    stays = [old, {"from": "2026-07", "country": "PH", **now}]
    assert told(family({"stays": stays}, changes={"address": False})) == (["home-denied/p0"] if fires else [])


@pytest.mark.parametrize(
    ("stays", "answer", "expected"),
    [
        ([OLD_HOME, NEW_HOME], False, "home-denied"), ([OLD_HOME, NEW_HOME], True, None),
        ([OLD_HOME, NEW_HOME], None, "tell"),
        ([{**OLD_HOME, "to": None}, NEW_HOME], False, "tell"),  # the address on the file may be the old one still
        ([{**OLD_HOME, "to": "2026-10"}, NEW_HOME], False, "tell"),
        ([{**OLD_HOME, "to": "2026-08"}, NEW_HOME], False, "tell"),  # perhaps kept for two months
        ([{**OLD_HOME, "to": "2026-08-01"}, NEW_HOME], False, "home-denied"),
        ([{**OLD_HOME, "to": "2026-05"}, NEW_HOME], False, "home-denied"),
        ([{**OLD_HOME, "from": "2026-05", "to": "2026-07"}, NEW_HOME], False, "tell"),  # perhaps begun later that month
        ([{**OLD_HOME, "to": "2026"}, NEW_HOME], False, "tell"),
    ],
)  # fmt: skip
def test_the_answer_about_addresses_is_contradicted_only_by_the_applicants_own_move(
    stays: list[Data], answer: bool | None, expected: str | None
) -> None:
    changes = {"address": answer}
    assert told(family({"stays": stays}, changes=changes)) == ([f"{expected}/p0"] if expected else [])
    assert told(family({}, {"stays": stays}, changes=changes)) == ([] if answer else ["tell/p1"])


@pytest.mark.parametrize(("answer", "expected"), [(False, ["passport-denied/p2"]), (True, []), (None, ["tell/p2"])])
def test_the_answer_about_passports_speaks_of_everybody(answer: bool | None, expected: list[str]) -> None:
    assert told(family({}, {}, {"passports": [NEW_PASSPORT]}, changes={"passport": answer})) == expected


@pytest.mark.parametrize(
    ("day", "answer", "expected"),
    [
        ("2026-08-15", False, ["marriage-denied/p0"]), ("2026-08-15", True, []), ("2026-08-15", None, ["tell/p0"]),
        ("2026", False, []), ("2018-08-15", False, []), ("2027-01-15", False, []),
    ],
)  # fmt: skip
def test_a_marriage_since_is_held_against_its_answer(day: str, answer: bool | None, expected: list[str]) -> None:
    people = ({"marital_status": "married"}, {"marital_status": "married"})
    case = family(*people, changes={"marital_status": answer}, answers={"relationship.married_on": day})
    assert told(case) == expected


@pytest.mark.parametrize(("answer", "expected"), [(None, ["tell/p0"]), (True, []), (False, [])])
def test_a_charge_is_left_to_its_own_finding_once_it_is_answered(answer: bool | None, expected: list[str]) -> None:
    person = {"charges": [{"date": "2026-06", "country": "PH", "offence": "Speeding"}]}
    assert told(family(person, changes={"criminal": answer})) == expected


def test_a_family_that_moves_together_is_told_of_once() -> None:
    stays = {"stays": [OLD_HOME, NEW_HOME]}
    assert told(family(stays, stays, stays)) == ["tell/p0"]
    elsewhere = {"stays": [OLD_HOME, {**NEW_HOME, "city": "Manila"}]}
    assert told(family(stays, elsewhere)) == ["tell/p0", "tell/p1"]


def test_one_finding_lists_all_that_is_new_and_not_denied() -> None:
    person = {"activities": [OLD_JOB, NEW_JOB], "passports": [NEW_PASSPORT], "stays": [OLD_HOME, NEW_HOME]}
    assert facts(family(person)) == [("people.p0.stays[1]", "people.p0.activities[1]", "people.p0.passports[0]")]
    denied = family(person, changes={"passport": False, "other_fact": True})
    assert facts(denied) == [("people.p0.passports[0]",), ("people.p0.stays[1]",)]


def test_on_arrival_the_officer_is_told() -> None:
    person = {"refusals": [{"date": "2026-06", "country": "US", "kind": "visitor-visa"}]}
    landing = family(person, program="pr-landing", stream="port-of-entry")
    assert told(landing) == ["tell-on-arrival/p0"]
    assert told({**landing, "stream": "portal"}) == ["tell/p0"]


@pytest.mark.parametrize(("submitted", "fires"), [("2026-07", False), ("2026-06", True), ("2026", False)])
def test_a_day_of_submission_that_is_known_roughly_leaves_room(submitted: str, fires: bool) -> None:
    assert bool(told(family({"stays": [OLD_HOME, NEW_HOME]}, submitted=submitted))) is fires


@pytest.mark.parametrize(
    ("end", "expected"), [("2026-08", "tell"), ("2026-08-29", "home-denied"), ("2026-09", "home-denied")]
)
def test_a_home_that_may_have_ended_before_the_day_of_submission_denies_nothing(end: str, expected: str) -> None:
    stays = [{**OLD_HOME, "to": end}, {**NEW_HOME, "from": "2026-09"}]
    assert told(family({"stays": stays}, submitted="2026-08-29", changes={"address": False})) == [f"{expected}/p0"]


def test_the_words_name_the_entries_and_the_day_of_marriage() -> None:
    people = ({"marital_status": "married", "passports": [NEW_PASSPORT]}, {"marital_status": "married"})
    case = family(*people, answers={"relationship.married_on": "2026-08-15"})
    (found,) = [each for each in findings(case) if each.code == "changed-since-submission"]
    assert found.words["entries"] == (EntryAt("people.p0.passports[0]"), DAY_OF_MARRIAGE)
