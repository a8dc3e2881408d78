"""The JSON Schemas that scripts rely on: the case file, from its model, and the result of a check."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import TypeAdapter

from ircc_prep.core.brand import Brand
from ircc_prep.core.case import Case
from ircc_prep.core.checklist import FindingRule, Program, SourcesFile, TablesFile, Topic
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.fields import Country
from ircc_prep.core.gate.concern import Kind, Level, Standing
from ircc_prep.core.result import HoldingState, Likelihood, Section, Severity, Status
from ircc_prep.core.validation.case import DeclaredAnswer

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_TEXT_OR_NULL: _Schema = {"type": ["string", "null"]}
_TRUTH: _Schema = {"type": "boolean"}
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_NUMBER_OR_NULL: _Schema = {"type": ["number", "null"]}
_DAY: _Schema = {"type": "string", "format": "date"}
_DAY_OR_NULL: _Schema = {"type": ["string", "null"], "format": "date"}
_PARTIAL = r"\d{4}(-\d{2}(-\d{2})?)?"
_DATE: _Schema = {"type": "string", "pattern": rf"^{_PARTIAL}(\.\.{_PARTIAL})?$"}
_BOUNDS: dict[str, str] = {
    "ge": "minimum",
    "le": "maximum",
}  # pydantic keeps its own words for a bound on `int | float`
_DATE_OR_NULL: _Schema = {**_DATE, "type": ["string", "null"]}


def case_schema(answers: Mapping[str, DeclaredAnswer]) -> _Schema:
    """The case file. Each answer carries the programs that ask for it, in its description and under `x-programs`."""
    schema = _tidy(Case.model_json_schema(by_alias=True))
    for noun in schema["$defs"].values():
        end = noun["properties"].get("to")
        if end:
            end["anyOf"].insert(0, {"const": "present"})
    schema["properties"]["answers"] = {
        "type": ["object", "null"],
        "description": "facts that only some programs ask, by question id",
        "properties": {id: _answer(declared) for id, declared in sorted(answers.items())},
        "additionalProperties": False,
    }
    return {"$schema": DIALECT, "$id": "urn:ircc-prep:case:1", "title": "A case file of ircc-prep, version 1", **schema}


def result_schema() -> _Schema:
    """The result of `check --format json`, version 1. Keys may be added in later releases; those named here stay."""
    return {
        "$schema": DIALECT,
        "$id": "urn:ircc-prep:result:1",
        "title": "A result of ircc-prep check, version 1",
        **_group(
            {"gate": _gate()},
            schema={"const": "ircc-prep/result/1"},
            tool=_group(version=_TEXT),
            case=_group(
                # `redacted_for` is there where `--redact` was; persons, countries and values are then placeholders.
                # `file` is as the call named the case; in a redacted result it is CASE.
                {
                    "file": _TEXT,
                    "stream": _TEXT_OR_NULL,
                    "program_status": _TEXT_OR_NULL,
                    "redacted_for": _one_of("consultant", "log"),
                },
                program=_TEXT,
                language=_one_of("en", "fr"),
                checked_on=_DAY,
                rules_on=_DATE,
            ),
            summary=_summary(),
            interview=_interview(),
            items=_list(_item()),
            findings=_list(_finding()),
            computed=_list(_figure()),
            officer_questions=_list(_officer_question()),
            guidance=_list(_guidance()),
            open_questions=_list(_open_question()),
            sources={"type": "object", "additionalProperties": _source()},
        ),
    }


def brand_schema() -> _Schema:
    """A firm's brand, version 1; docs/brands.md explains it."""
    schema = _tidy(Brand.model_json_schema(by_alias=True))
    return {"$schema": DIALECT, "$id": "urn:ircc-prep:brand:1", "title": "A brand of ircc-prep, version 1", **schema}


def _answer(declared: DeclaredAnswer) -> _Schema:
    date_schema = TypeAdapter(PartialDate).json_schema()
    country = TypeAdapter(Country).json_schema()
    schemas: dict[str, _Schema] = {
        "bool": {"type": ["boolean", "null"]},
        "choice": {"enum": [*declared.options, None]},
        "number": _NUMBER_OR_NULL,
        "money": _NUMBER_OR_NULL,
        "text": _TEXT_OR_NULL,
        "date": {"anyOf": [*date_schema["anyOf"], {"type": "null"}]},
        "country": {"anyOf": [country, {"type": "null"}]},
    }
    programs = ", ".join(declared.programs)
    about = {"description": f"asked by {programs}", "x-programs": list(declared.programs)} if programs else {}
    return {**schemas[declared.type], **about}


def _tidy(schema: Any) -> Any:
    """Without the titles that only repeat the names, without `default: null`, and with bounds by their JSON names."""
    if isinstance(schema, list):
        return [_tidy(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tidy: _Schema = {}
    key: str
    for key, value in schema.items():
        if key in {"properties", "$defs"}:  # their keys are names, and `title` may be one
            tidy[key] = {name: _tidy(each) for name, each in value.items()}
        elif key != "title" and not (key == "default" and value is None):
            tidy[_BOUNDS.get(key, key)] = _tidy(value)
    return tidy


def _group(added: _Schema | None = None, /, **required: _Schema) -> _Schema:
    """A group with the contract's keys, and those that were `added` to it later, which older results lack."""
    return {
        "type": "object",
        "properties": {**required, **(added or {})},
        "required": list(required),
        "additionalProperties": True,
    }


def _list(of: _Schema) -> _Schema:
    return {"type": "array", "items": of}


def _one_of(*words: str | None) -> _Schema:
    return {"enum": list(words)}


def _ids() -> _Schema:
    return _list(_TEXT)


def _reads() -> _Schema:
    return _list(_group(fact=_TEXT, value={"type": ["boolean", "number", "string", "null"]}))


def _summary() -> _Schema:
    return _group(
        {"recommended": _COUNT},
        ready=_COUNT,
        to_get=_COUNT,
        undetermined=_COUNT,
        not_needed=_COUNT,
        blockers=_COUNT,
        warnings=_COUNT,
        notes=_COUNT,
    )


def _gate() -> _Schema:
    """What the exit code rests on. `message` and `reason` are for people; `name` is what a waiver or a script names."""
    concern = _group(
        kind=_one_of(*get_args(Kind)),
        id=_TEXT,
        name=_TEXT,
        level=_one_of(*get_args(Level)),
        person=_TEXT_OR_NULL,
        country=_TEXT_OR_NULL,
        message=_TEXT,
        facts=_ids(),
        sources=_ids(),
        standing=_one_of(*get_args(Standing)),
        reason=_TEXT_OR_NULL,
        owner=_TEXT_OR_NULL,
        expires=_DAY_OR_NULL,
    )
    return _group(
        exit_code={"enum": [0, 1, 3]},
        fail_on=_TEXT,
        strict=_TRUTH,
        counted=_group(**dict.fromkeys(get_args(Level), _COUNT)),
        waived=_COUNT,
        expired=_COUNT,
        accepted=_COUNT,
        gone=_list(_group(kind=_TEXT, id=_TEXT, state=_TEXT, count=_COUNT)),
        concerns=_list(concern),
    )


def _interview() -> _Schema:
    reasons = _list(_group(id=_TEXT, message=_TEXT, sources=_ids()))
    return _group({"missing_facts": _ids()}, likelihood=_one_of(*get_args(Likelihood)), reasons=reasons)


def _item() -> _Schema:
    added = {
        "kind": _one_of("document", "form", "fee", "step"),
        "reason": _TEXT,
        "holding_why": _reads(),
        "holding_because": _TEXT_OR_NULL,
        "confidence": _one_of("high", "medium", "low"),
        "dispute": _TEXT_OR_NULL,
        "prepare": _TEXT_OR_NULL,
        "form": _TEXT_OR_NULL,
    }
    return _group(
        added,
        id=_TEXT,
        title=_TEXT,
        person=_TEXT_OR_NULL,
        country=_TEXT_OR_NULL,
        status=_one_of(*get_args(Status)),
        holding=_one_of(*get_args(HoldingState), None),
        why=_reads(),
        missing_facts=_ids(),
        rule_from=_DAY_OR_NULL,
        disputed=_TRUTH,
        sources=_ids(),
    )


def _finding() -> _Schema:
    keys = {
        "code": _TEXT,
        "severity": _one_of(*get_args(Severity)),
        "person": _TEXT_OR_NULL,
        "from": _DATE_OR_NULL,
        "to": _DATE_OR_NULL,
        "message": _TEXT,
        "facts": _ids(),
        "officer_may_ask": _TEXT_OR_NULL,
        "prepare": _TEXT_OR_NULL,
        "sources": _ids(),
    }
    # `matters` says why an officer cares; `asks` are open facts that decide whether there is anything to raise.
    added = {"title": _TEXT, "matters": _TEXT, "asks": _ids(), "confidence": _one_of("high", "medium", "low")}
    return _group(added, **keys)


def _figure() -> _Schema:
    between = {"low": _NUMBER_OR_NULL, "high": _NUMBER_OR_NULL, "title": _TEXT}
    part = _group({**between, "most": _NUMBER_OR_NULL}, name=_TEXT, value=_NUMBER_OR_NULL)
    return _group(
        {**between, "unit": _TEXT_OR_NULL, "note": _TEXT_OR_NULL, "missing_facts": _ids()},
        name=_TEXT,
        value=_NUMBER_OR_NULL,
        threshold=_NUMBER_OR_NULL,
        parts=_list(part),
        sources=_ids(),
    )


def _officer_question() -> _Schema:
    added = {"person": _TEXT_OR_NULL, "looks_for": _TEXT_OR_NULL, "prepare": _TEXT_OR_NULL, "raised_by": _ids()}
    return _group(added, id=_TEXT, ask=_TEXT, verifies=_ids(), sources=_ids())


def _guidance() -> _Schema:
    added = {
        "urgent": _TRUTH,
        "title": _TEXT,
        "confidence": _one_of("high", "medium", "low"),
        "disputed": _TRUTH,
        "dispute": _TEXT_OR_NULL,
    }
    return _group(added, id=_TEXT, section=_one_of(*get_args(Section)), text=_TEXT, sources=_ids())


def _open_question() -> _Schema:
    added = {"why": _TEXT_OR_NULL, "unsure": _TRUTH, "given": _TEXT_OR_NULL}
    return _group(added, fact=_TEXT, ask=_TEXT, settles=_ids())


def _source() -> _Schema:
    added = {"publisher": _TEXT, "kind": _TEXT, "confidence": _TEXT}
    return _group(added, title=_TEXT, url=_TEXT, checked=_DAY, dated=_DAY_OR_NULL)


def checklist_schema() -> _Schema:
    """The five kinds of file of a checklist pack; docs/format.md explains them."""
    adapter: TypeAdapter[Any] = TypeAdapter(Program | Topic | FindingRule | SourcesFile | TablesFile)
    title = "A file of an ircc-prep checklist pack"
    return {
        "$schema": DIALECT,
        "$id": "urn:ircc-prep:checklist:1",
        "title": title,
        **adapter.json_schema(by_alias=True),
    }
