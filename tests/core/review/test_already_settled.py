"""People who are to become permanent residents, and are settled in Canada by the file."""

from typing import Any

import pytest

from tests.core.review.reading import book, seen

Data = dict[str, Any]
CODE = "already-settled"


def told(case: Data) -> list[str]:
    if CODE not in book(case.get("program", "express-entry")).findings:
        return []
    return [f"{each.says}/{each.person}" if each.person else each.says for each in seen(CODE, case)]


def ana(*others: Data, program: str = "express-entry", **person: Any) -> Data:
    applicant = {"id": "ana", "role": "principal-applicant", **person}
    return {"program": program, "submitted": "2026-05-01", "people": [applicant, *others]}


def status(kind: str, start: str | None = "2019-01-02", end: str | None = None) -> Data:
    return {"status_in_canada": [{"from": start, "to": end, "kind": kind}]}


@pytest.mark.parametrize(
    ("person", "express_entry", "landing"),
    [
        ({"citizenships": ["IN", "CA"]}, ["citizen/ana"], ["citizen/ana"]),
        (status("citizen"), ["citizen/ana"], ["citizen/ana"]),
        ({**status("permanent-resident"), "citizenships": ["CA"]}, ["citizen/ana"], ["citizen/ana"]),
        (status("permanent-resident"), ["resident/ana"], ["perhaps-confirmed/ana"]),
        (status("permanent-resident", "2026"), ["perhaps-confirmed/ana"], ["perhaps-confirmed/ana"]),
        (status("permanent-resident", "2026-10"), ["perhaps-confirmed/ana"], ["perhaps-confirmed/ana"]),
        (status("permanent-resident", None), ["perhaps-confirmed/ana"], ["perhaps-confirmed/ana"]),
        (status("permanent-resident", "2009", "2015"), [], []), (status("permanent-resident", "2027"), [], []),
        (status("worker"), [], []), (status("protected-person"), [], []),
        ({"citizenships": ["IN"]}, [], []), ({}, [], []),
    ],
)  # fmt: skip
def test_an_applicant_who_is_settled_already(person: Data, express_entry: list[str], landing: list[str]) -> None:
    assert told(ana(**person)) == express_entry
    assert told(ana(program="pr-landing", **person)) == landing
    assert told(ana(program="temporary-resident-permit", **person)) == []


@pytest.mark.parametrize(
    ("child", "fires"),
    [
        ({"citizenships": ["CA"], "accompanying": True}, True),
        ({**status("permanent-resident"), "accompanying": True}, True),
        ({**status("permanent-resident", "2026-10"), "accompanying": True}, False),  # confirmed with the family
        ({"citizenships": ["CA"], "accompanying": False}, False), ({"citizenships": ["CA"]}, False),
        ({"citizenships": ["IN"], "accompanying": True}, False), ({"accompanying": True}, False),
    ],
)  # fmt: skip
def test_family_members_who_come_along_are_one_note(child: Data, fires: bool) -> None:
    children = [{"id": f"kid{number}", "role": "dependent-child", **child} for number in range(2)]
    assert told(ana(*children)) == (["family"] if fires else [])
    assert told(ana({**children[0], "role": "other-family"})) == []


def test_without_an_applicant_nothing_is_said() -> None:
    assert (
        told({"people": [{"id": "mia", "role": "dependent-child", "citizenships": ["CA"], "accompanying": True}]}) == []
    )
