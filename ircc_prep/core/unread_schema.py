"""The JSON Schema of what `check --format json` writes in the place of a case that can't be read."""

from typing import Any

from ircc_prep.core.schemas import DIALECT


def unread_schema() -> dict[str, Any]:
    """Version 1. Keys may be added in later releases; those named here stay."""
    line_or_null = {"type": ["integer", "null"], "minimum": 1}
    words = {"type": "string"}
    problem = _group(id=words, message=words, hint=words, line=line_or_null, column=line_or_null)
    return {
        "$schema": DIALECT,
        "$id": "urn:ircc-prep:unread:1",
        "title": "A case that ircc-prep check couldn’t read, version 1",
        **_group(
            schema={"const": "ircc-prep/unread/1"},
            tool=_group(version=words),
            case=_group(file=words),
            problems={"type": "array", "items": problem, "minItems": 1},
        ),
    }


def _group(**required: Any) -> dict[str, Any]:
    return {"type": "object", "properties": required, "required": list(required), "additionalProperties": True}
