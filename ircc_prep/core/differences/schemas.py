"""The JSON Schemas of the differences: of two versions of a case, and of two packs."""

from typing import Any, get_args

from ircc_prep.core.differences.case_differences import ChangeKind
from ircc_prep.core.differences.pack_parts import PartKind
from ircc_prep.core.schemas import DIALECT, result_schema

_Schema = dict[str, Any]
_TEXT: _Schema = {"type": "string"}
_TEXT_OR_NULL: _Schema = {"type": ["string", "null"]}
_TRUTH: _Schema = {"type": "boolean"}
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}
_COUNTS: _Schema = {"type": "array", "items": _COUNT}
_ANYTHING: _Schema = {}


def diff_schema() -> _Schema:
    """`diff --format json`, version 1. Results are those of `check --format json`, one for each version."""
    result = result_schema()["properties"]
    version = _group(case=result["case"], summary=result["summary"])
    change = _group(
        number={"type": "integer", "minimum": 1},
        kind={"enum": list(get_args(ChangeKind))},
        old_path=_TEXT_OR_NULL,
        new_path=_TEXT_OR_NULL,
        old=_ANYTHING,
        new=_ANYTHING,
        was_unsure=_TRUTH,
        is_unsure=_TRUTH,
        shown=_TRUTH,
    )
    lists = ("items", "findings", "computed", "officer_questions", "guidance", "open_questions")
    outcomes = {name: _list(_difference(result[name]["items"])) for name in lists}
    return {
        "$schema": DIALECT,
        "$id": "urn:ircc-prep:diff:1",
        "title": "What differs between two versions of a case, version 1",
        **_group(
            schema={"const": "ircc-prep/diff/1"},
            tool=_group(version=_TEXT),
            language={"enum": ["en", "fr"]},
            checked_on={"type": "string", "format": "date"},
            old=version,
            new=version,
            changes=_list(change),
            unasked_changes=_COUNT,
            outcomes=_group(**outcomes, interview=_or_null(_difference(result["interview"]))),
        ),
    }


def pack_diff_schema() -> _Schema:
    """`pack diff --format json`, version 1. `because` are places in `changes`."""
    field = _group(field=_TEXT, old=_ANYTHING, new=_ANYTHING)
    change = _group(
        change={"enum": ["added", "removed", "changed"]},
        kind={"enum": list(get_args(PartKind))},
        file=_TEXT,
        id=_TEXT,
        **{"from": {"type": ["string", "null"], "format": "date"}},
        title=_TEXT_OR_NULL,
        fields=_list(field),
    )
    kinds = {"enum": ["item", "finding", "computed", "interview"]}
    side = {"type": ["object", "null"]}
    verdict = _group(kind=kinds, old=side, new=side, because=_COUNTS)
    return {
        "$schema": DIALECT,
        "$id": "urn:ircc-prep:pack-diff:1",
        "title": "What differs between two packs of checklists, version 1",
        **_group(
            schema={"const": "ircc-prep/pack-diff/1"},
            tool=_group(version=_TEXT),
            language={"enum": ["en", "fr"]},
            old=_TEXT,
            new=_TEXT,
            changes=_list(change),
            cases=_group(checked=_COUNT, changed=_COUNT, unread=_COUNT),
            outcomes=_list(_group(case=_TEXT, program=_TEXT, verdicts=_list(verdict))),
            unread=_list(_group(case=_TEXT, problems=_TEXTS)),
        ),
    }


def _difference(result: _Schema) -> _Schema:
    sides = {"old": _or_null(result), "new": _or_null(result)}
    return _group(**sides, changed=_TEXTS, decisive=_TRUTH, rests_on=_COUNTS)


def _group(**keys: _Schema) -> _Schema:
    """An object with these keys at least: later releases may add some."""
    return {"type": "object", "properties": keys, "required": list(keys)}


def _list(of: _Schema) -> _Schema:
    return {"type": "array", "items": of}


def _or_null(schema: _Schema) -> _Schema:
    return {"anyOf": [schema, {"type": "null"}]}
