"""The JSON Schema of what `why --format json` writes, version 1. Keys may be added; those named here stay."""

from typing import Any, get_args

from ircc_prep.core.why.parts import How, Kind

SCHEMA_ID = "ircc-prep/why/1"
_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_TRUTH = {"type": "boolean"}
_VALUE = {"type": ["boolean", "number", "string", "null"]}


def why_schema() -> dict[str, Any]:
    """The whole document."""
    case = _group(program=_TEXT, language={"enum": ["en", "fr"]})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ircc-prep:why:1",
        "title": "An explanation of ircc-prep why, version 1",
        **_group(
            schema={"const": SCHEMA_ID},
            tool=_group(version=_TEXT),
            case=case,
            assumed=_list(_TEXT),
            explained=_list(_explained()),
            effects={"anyOf": [_list(_effect()), {"type": "null"}]},
        ),
    }


def _explained() -> dict[str, Any]:
    change = {"fact": _TEXT, "value": _VALUE, "how": {"enum": list(get_args(How))}}
    return _group(
        kind={"enum": list(get_args(Kind))},
        name=_TEXT,
        title=_TEXT,
        person=_TEXT_OR_NULL,
        country=_TEXT_OR_NULL,
        outcome=_TEXT,
        holding=_TEXT_OR_NULL,
        reason=_TEXT_OR_NULL,
        deciding_told=_TRUTH,
        deciding=_list(_group(fact=_TEXT, value=_VALUE, whole_list=_TRUTH)),
        rests_on_answers_not_shown=_TRUTH,
        rests_on_findings=_TRUTH,
        minimal=_TRUTH,
        flips=_list(_group(changes=_list(_group(**change)), outcome=_TEXT)),
        flips_complete=_TRUTH,
        would_settle=_list(_group(fact=_TEXT, outcomes=_list(_group(**change, outcome=_TEXT)))),
        rule={"anyOf": [_rule(), {"type": "null"}]},
        sources={"type": "object", "additionalProperties": _group(title=_TEXT, url=_TEXT, checked=_TEXT)},
    )


def _rule() -> dict[str, Any]:
    chosen_by = {"enum": ["submitted", "planned_submission", "today", "no-day"]}
    days = dict.fromkeys(("from", "next_version_from", "needed", "recommended", "confidence"), _TEXT_OR_NULL)
    return _group(versions={"type": "integer"}, rules_on=_TEXT, chosen_by=chosen_by, **days)


def _effect() -> dict[str, Any]:
    names = dict.fromkeys(("person", "country", "before", "after"), _TEXT_OR_NULL)
    return _group(kind={"enum": list(get_args(Kind))}, name=_TEXT, title=_TEXT, **names)


def _group(**required: Any) -> dict[str, Any]:
    return {"type": "object", "properties": required, "required": list(required), "additionalProperties": True}


def _list(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}
