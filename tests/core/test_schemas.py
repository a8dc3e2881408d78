"""The published JSON Schemas are valid, and say what the models and the contract say."""

from typing import Any

import jsonschema
import pytest

from ircc_prep.core.schemas import case_schema, result_schema
from ircc_prep.core.validation.case import DeclaredAnswer

ANSWERS = {
    "funds.amount": DeclaredAnswer("money", (), ("express-entry", "visitor")),
    "trp.ground": DeclaredAnswer("choice", ("health", "other"), ("temporary-resident-permit",)),
    "relationship.first_met": DeclaredAnswer("date", (), ("spouse-partner",)),
}
CASE: dict[str, Any] = {
    "schema": 1,
    "program": "spouse-partner",
    "interview": {"date": "2026-12-15", "kind": "in-person", "requested": ["passport"]},
    "people": [
        {
            "id": "maria",
            "role": "principal-applicant",
            "date_of_birth": 1992,
            "citizenships": ["PH"],
            "stays": [{"from": "2010-06", "to": "present", "country": "PH"}],
            "activities": [{"from": 2014, "kind": "employment", "noc": "31301", "title": "Nurse"}],
            "language_tests": [{"test": "ielts-general", "listening": 8.0}],
        }
    ],
    "answers": {"funds.amount": 15000, "trp.ground": None, "relationship.first_met": "2018-11"},
    "documents": None,
    "unsure": [],
}
RESULT: dict[str, Any] = {
    "schema": "ircc-prep/result/1",
    "tool": {"version": "1"},
    "case": {"program": "spouse-partner", "language": "fr", "checked_on": "2026-11-22", "rules_on": "2026-03-14"},
    "summary": dict.fromkeys(
        ("ready", "to_get", "undetermined", "not_needed", "blockers", "warnings", "notes"), 0
    ),
    "interview": {"likelihood": "possible", "reasons": [{"id": "x", "message": "…", "sources": ["s"]}]},
    "items": [
        {
            "id": "police-certificate", "title": "…", "person": "maria", "country": "AE", "status": "needed",
            "holding": "ready", "why": [{"fact": "people.maria.stays[1].country", "value": "AE"}], "missing_facts": [],
            "rule_from": "2020-01-01", "disputed": False, "sources": ["s"],
        }
    ],
    "findings": [
        {
            "code": "history-gap", "severity": "warning", "person": None, "from": "2016-09", "to": "2017-02",
            "message": "…", "facts": ["people.maria.activities[0]"], "officer_may_ask": "…", "prepare": "…",
            "sources": ["s"],
        }
    ],
    "computed": [
        {"name": "fsw-points", "value": 66, "threshold": 67, "parts": [{"name": "age", "value": 12}], "sources": ["s"]}
    ],
    "officer_questions": [{"id": "q", "ask": "…", "verifies": ["…"], "sources": ["s"]}],
    "guidance": [{"id": "g", "section": "rights", "text": "…", "sources": ["s"]}],
    "open_questions": [{"fact": "relationship.married_on", "ask": "…", "settles": ["marriage-certificate"]}],
    "sources": {"s": {"title": "…", "url": "…", "checked": "2026-11-22", "dated": "2026-06-12"}},
}  # fmt: skip


def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_contracts_case_fits_the_schema() -> None:
    validator(case_schema(ANSWERS)).validate(CASE)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2}, {"program": "spouse"}, {"programme": "visitor"}, {"answers": {"funds.amount": "lots"}},
        {"answers": {"funds.amont": 1}}, {"answers": {"trp.ground": "helth"}}, {"submitted": "14/03/2026"},
        {"people": [{"id": "Maria", "role": "sponsor"}]}, {"people": [{"id": "a"}]},
        {"people": [{"id": "a", "role": "sponsor", "citizenships": ["Norway"]}]},
        {"people": [{"id": "a", "role": "sponsor", "language_tests": [{"listening": -1}]}]},
        {"people": [{"id": "a", "role": "sponsor", "stays": [{"start": 2010}]}]},
    ],
)  # fmt: skip
def test_what_the_reader_refuses_does_not_fit(change: dict[str, Any]) -> None:
    assert not validator(case_schema(ANSWERS)).is_valid({**CASE, **change})


def test_every_answer_names_the_programs_that_ask_for_it() -> None:
    answers = case_schema(ANSWERS)["properties"]["answers"]["properties"]
    assert answers["funds.amount"]["x-programs"] == ["express-entry", "visitor"]
    assert answers["funds.amount"]["description"] == "asked by express-entry, visitor"


def test_every_noun_of_the_case_is_described() -> None:
    schema = case_schema({})
    assert schema["$id"]
    assert schema["additionalProperties"] is False
    for noun in schema["$defs"].values():
        assert noun["description"]
        assert noun["additionalProperties"] is False


def test_the_contracts_result_fits_the_schema_and_may_grow() -> None:
    schema = validator(result_schema())
    schema.validate(RESULT)
    schema.validate({**RESULT, "later": 1, "items": [{**RESULT["items"][0], "later": 1, "holding": None}]})


@pytest.mark.parametrize("key", RESULT)
def test_no_key_of_the_contracts_result_may_be_missing(key: str) -> None:
    assert not validator(result_schema()).is_valid({name: value for name, value in RESULT.items() if name != key})


def test_a_finding_with_the_keys_added_later_is_valid() -> None:
    added = {"title": "…", "matters": "…", "asks": ["people.maria.activities[0].to"], "confidence": "high"}
    told = {**RESULT, "findings": [{**RESULT["findings"][0], **added}]}
    schema = validator(result_schema())
    assert schema.is_valid(told)
    assert not schema.is_valid({**told, "findings": [{**told["findings"][0], "confidence": "some"}]})


@pytest.mark.parametrize(("group", "key"), [("items", "status"), ("findings", "severity"), ("guidance", "section")])
def test_words_that_the_contract_lists_are_the_only_ones(group: str, key: str) -> None:
    changed = {**RESULT, group: [{**RESULT[group][0], key: "nonsense"}]}
    assert not validator(result_schema()).is_valid(changed)
