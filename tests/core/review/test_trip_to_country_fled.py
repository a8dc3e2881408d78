"""Trips to, and passports of, the country of citizenship after protection."""

from typing import Any

import pytest

from tests.core.review.reading import findings, seen

Data = dict[str, Any]
CODE = "trip-to-country-fled"
CLAIM = {"from": "2019-01", "to": "2020-05", "kind": "refugee-claimant"}
PROTECTED = {"from": "2020-05", "kind": "protected-person"}
TRIP = {"from": "2024-01-05", "to": "2024-03-05", "country": "IR"}
PASSPORT = {"country": "IR", "kind": "ordinary", "issued": "2021-01-10"}


def told(case: Data) -> list[str]:
    return [f"{each.says}/{each.person}" for each in seen(CODE, case)]


def ana(answers: Data | None = None, **person: Any) -> Data:
    applicant = {"id": "ana", "role": "principal-applicant", "citizenships": ["IR"], **person}
    return {"program": "pr-landing", "people": [applicant], "answers": answers or {}}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"trips": [TRIP]}, ["trip/ana"]), ({"trips": [TRIP, TRIP]}, ["trip/ana"]),
        ({"stays": [TRIP]}, ["trip/ana"]), ({"passports": [PASSPORT]}, ["passport/ana"]),
        ({"trips": [TRIP], "passports": [PASSPORT]}, ["trip/ana", "passport/ana"]),
        ({"trips": [{**TRIP, "country": "TR"}]}, []), ({"trips": [{**TRIP, "country": None}]}, []),
        ({"trips": [{**TRIP, "from": "2018-01"}]}, []), ({"trips": [{**TRIP, "from": "2020"}]}, []),
        ({"trips": [{**TRIP, "from": None}]}, []), ({"trips": [{**TRIP, "from": "2020-05"}]}, []),
        ({"passports": [{**PASSPORT, "issued": "2016-01"}]}, []), ({"passports": [{**PASSPORT, "issued": "2020"}]}, []),
        ({"passports": [{**PASSPORT, "issued": None}]}, []), ({"passports": [{**PASSPORT, "country": "CA"}]}, []),
        ({"passports": [{**PASSPORT, "kind": "travel-document"}]}, []),
        ({"trips": [TRIP], "citizenships": None}, []), ({"trips": [TRIP], "citizenships": ["IR", "CA"]}, []),
        ({"trips": [TRIP], "status_in_canada": [{**PROTECTED, "from": "2025"}]}, []),
        ({"trips": [TRIP], "status_in_canada": [{**PROTECTED, "from": None}]}, []),
        ({"trips": [TRIP], "status_in_canada": [CLAIM]}, []), ({"trips": [TRIP], "status_in_canada": None}, []),
        ({"trips": [TRIP], "status_in_canada": [{**PROTECTED, "to": "2023"}, {"from": "2023", "kind": "citizen"}]}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_only_what_certainly_comes_after_protection_is_a_note(person: Data, expected: list[str]) -> None:
    assert told(ana(**{"status_in_canada": [CLAIM, PROTECTED], **person})) == expected


@pytest.mark.parametrize(
    ("answer", "statuses", "fires"),
    [
        (True, [CLAIM], True), (False, [CLAIM], False), (None, [CLAIM], False), (True, [], False), (True, None, False),
        (True, [{**CLAIM, "to": None}], False), (True, [{**CLAIM, "to": "2024"}], False),
    ],
)  # fmt: skip
def test_the_answer_counts_from_the_end_of_the_claim_and_is_never_a_fact(
    answer: bool | None, statuses: list[Data] | None, fires: bool
) -> None:
    case = ana({"landing.protected_person": answer}, status_in_canada=statuses, trips=[TRIP])
    found = [each for each in findings(case) if each.code == CODE]
    assert [each.facts for each in found] == ([("people.ana.trips[0]",)] if fires else [])


def test_another_member_of_the_family_is_known_by_the_status_alone() -> None:
    case = ana({"landing.protected_person": True})
    ben = {
        "id": "ben",
        "role": "spouse-or-partner",
        "citizenships": ["IR"],
        "trips": [TRIP],
        "status_in_canada": [CLAIM],
    }
    case["people"].append(ben)
    assert told(case) == []
    ben["status_in_canada"] = [PROTECTED]
    assert told(case) == ["trip/ben"]
