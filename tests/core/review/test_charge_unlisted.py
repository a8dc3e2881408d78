"""Charges that the answers speak of and the lists don't have, and the other way round."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
CHARGE = {"date": "2026-07", "country": "PH", "offence": "Speeding", "outcome": "fined"}


def family(*people: Data, submitted: str | None = "2026-05-01", program: str = "express-entry", **answers: Any) -> Data:
    roles = ("principal-applicant", "spouse-or-partner", "dependent-child")
    named = [{"id": f"p{number}", "role": roles[number], **each} for number, each in enumerate(people)]
    given = {key.replace("__", "."): value for key, value in answers.items()}
    return {"program": program, "people": named, "answers": given} | ({"submitted": submitted} if submitted else {})


NONE: Data = {"date_of_birth": "1990-05-04", "charges": []}
UNANSWERED: Data = {"date_of_birth": "1990-05-04"}
CHILD: Data = {"date_of_birth": "2019-05-09"}


@pytest.mark.parametrize(
    ("people", "fires"),
    [
        ((NONE,), True), ((NONE, NONE), True), ((NONE, NONE, CHILD), True),
        ((NONE, NONE, {**CHILD, "charges": []}), True),
        ((NONE, UNANSWERED), False), ((UNANSWERED,), False), ((NONE, {}), False),
        ((NONE, NONE, {"date_of_birth": "2014"}), False),  # perhaps twelve already
        ((NONE, NONE, {"date_of_birth": "2015"}), True),
        ((NONE, {**NONE, "charges": [CHARGE]}), False), ((NONE, {**NONE, "charges": [{}]}), False),
    ],
)  # fmt: skip
def test_a_change_without_a_charge_is_certain_once_everybody_who_is_asked_has_answered(
    people: tuple[Data, ...], fires: bool
) -> None:
    expected = ["none-listed"] if fires else []
    assert raised("charge-unlisted", family(*people, changes__criminal=True)) == expected
    assert "none-listed" not in raised("charge-unlisted", family(*people, changes__criminal=False))
    assert raised("charge-unlisted", family(*people)) == []


@pytest.mark.parametrize(
    ("ground", "charges", "expected"),
    [
        ("criminality", [], ["ground"]), ("criminality", [CHARGE], []), ("criminality", None, []),
        ("security", [], []), ("health", [], []), (None, [], []),
    ],
)  # fmt: skip
def test_the_ground_of_criminality_rests_on_something(
    ground: str | None, charges: list[Data] | None, expected: list[str]
) -> None:
    person = {**UNANSWERED, **({} if charges is None else {"charges": charges})}
    case = family(person, program="temporary-resident-permit", trp__ground=ground, trp__serious_inadmissibility=True)
    assert raised("charge-unlisted", case) == expected
    case["answers"]["changes.criminal"] = True  # said once
    assert raised("charge-unlisted", case) == (["none-listed"] if charges == [] else [])


@pytest.mark.parametrize(
    ("submitted", "date", "fires"),
    [
        ("2026-05-01", "2026-07", True), ("2026-05-01", "2026-05", False), ("2026-05-01", "2026-05-02", True),
        ("2026-05-01", "2026-05-01", False), ("2026-05", "2026-06-01", True), ("2026-05", "2026", False),
        ("2025", "2026", True), ("2026-05-01", None, False), ("2026-05-01", "2015", False),
        (None, "2026-07", False), ("2026-12-01", "2027-01", False),  # not sent yet
    ],
)  # fmt: skip
def test_a_charge_since_submission_is_certain_only_where_every_reading_puts_it_there(
    submitted: str | None, date: str | None, fires: bool
) -> None:
    person = {**NONE, "charges": [{**CHARGE, "date": date}]}
    case = family(person, submitted=submitted, changes__criminal=False)
    assert raised("charge-unlisted", case) == (["denied/p0"] if fires else [])


def test_a_planned_submission_is_none_yet() -> None:
    case = family({**NONE, "charges": [CHARGE]}, submitted=None, changes__criminal=False)
    assert raised("charge-unlisted", {**case, "planned_submission": "2026-05-01"}) == []


def test_each_person_is_told_of_once_and_the_answer_is_not_among_the_facts() -> None:
    case = family({**NONE, "charges": [CHARGE, {**CHARGE, "date": "2026-08"}]}, NONE, changes__criminal=False)
    (found,) = [each for each in findings(case) if each.code == "charge-unlisted"]
    assert found.facts == ("people.p0.charges[0]", "people.p0.charges[1]")
    assert raised("charge-unlisted", {**alone(), "answers": {"changes.criminal": True}}) == []
