"""Trips to, and passports of, the country of citizenship after protection, and after asking for it."""

from typing import Any

import pytest

from tests.core.review.reading import findings, seen

Data = dict[str, Any]
CODE = "trip-to-country-fled"
CLAIM = {"from": "2019-01", "to": "2020-05", "kind": "refugee-claimant"}
PROTECTED = {"from": "2020-05", "kind": "protected-person"}
TRIP = {"from": "2024-01-05", "to": "2024-03-05", "country": "IR"}
PASSPORT = {"country": "IR", "kind": "ordinary", "issued": "2021-01-10"}


HOMES = [{"from": "1990", "to": "2015-06", "country": "IR"}, {"from": "2015-07", "country": "TR"}]
BACK = {"from": "2018-01-05", "to": "2018-02-05", "country": "IR"}


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
        ({"trips": [{**TRIP, "from": "2018-01"}]}, []), ({"trips": [{**TRIP, "from": "2020"}]}, ["asked/ana"]),
        ({"trips": [{**TRIP, "from": None}]}, []), ({"trips": [{**TRIP, "from": "2020-05"}]}, ["asked/ana"]),
        ({"passports": [{**PASSPORT, "issued": "2016-01"}]}, []),
        ({"passports": [{**PASSPORT, "issued": "2020"}]}, ["asked-passport/ana"]),
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
    found = [each for each in findings(case) if each.code == CODE and each.says == "trip"]
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


@pytest.mark.parametrize(
    ("claim", "trip", "fires"),
    [
        ({}, TRIP, False), ({"to": None}, TRIP, True), ({}, {**TRIP, "from": "2019-06"}, False),
        ({"to": None}, {**TRIP, "from": "2019"}, False), ({"to": None}, {**TRIP, "from": "2019-02"}, True),
        ({"from": None, "to": None}, TRIP, False), ({"to": None}, {**TRIP, "country": "TR"}, False),
    ],
)  # fmt: skip
def test_a_journey_while_the_claim_is_open_is_a_note_and_none_is_once_it_is_over(
    claim: Data, trip: Data, *, fires: bool
) -> None:
    assert told(ana(trips=[trip], status_in_canada=[{**CLAIM, **claim}])) == (["asked/ana"] if fires else [])


@pytest.mark.parametrize("program", ["refugee-claim-eligibility", "prra-hearing", "protected-person"])
def test_where_a_decision_on_danger_is_ahead_everything_after_the_first_claim_counts(program: str) -> None:
    case = ana(trips=[TRIP], passports=[PASSPORT], status_in_canada=[CLAIM]) | {"program": program}
    assert told(case) == ["asked/ana", "asked-passport/ana"]
    assert [each.facts for each in seen(CODE, case)] == [
        ("people.ana.trips[0]", "people.ana.status_in_canada[0]"),
        ("people.ana.passports[0]", "people.ana.status_in_canada[0]"),
    ]


def test_the_application_of_somebody_who_fled_asks_for_protection_and_another_one_doesnt() -> None:
    case = ana(trips=[TRIP]) | {"submitted": "2023-05-01"}
    assert told(case | {"program": "prra-hearing"}) == ["asked/ana"]
    assert told(case) == []


@pytest.mark.parametrize(
    ("person", "fires"),
    [
        ({}, True), ({"stays": None}, False), ({"stays": HOMES[1:]}, True),
        ({"stays": [{**HOMES[1], "from": "2024"}]}, False),
        ({"trips": [{**BACK, "from": "2015"}]}, False),
        ({"stays": [{**HOMES[0], "to": None}, HOMES[1]]}, False), ({"trips": [{**BACK, "country": "TR"}]}, False),
        ({"stays": [*HOMES, {"from": "2018", "to": "2019", "country": "IR"}]}, False),
    ],
)  # fmt: skip
def test_a_journey_back_after_the_last_home_there_is_asked_about_in_programs_for_people_who_fled(
    person: Data, *, fires: bool
) -> None:
    case = ana(**{"stays": HOMES, "trips": [BACK], **person})
    for program in ("refugee-claim-eligibility", "prra-hearing", "protected-person"):
        assert told(case | {"program": program}) == (["returned/ana"] if fires else [])
    assert told(case) == []


def test_a_husband_who_never_asked_for_protection_may_visit_his_country() -> None:
    ben = {"id": "ben", "role": "spouse-or-partner", "citizenships": ["IR"], "trips": [BACK], "stays": HOMES}
    case = ana(status_in_canada=[PROTECTED]) | {"program": "protected-person", "submitted": "2017-01"}
    case["people"].append(ben)
    assert told(case) == []
