"""What we write of SARIF 2.1.0, as a closed schema in our own words; the numbers are the specification's sections.

The official schema may not be copied here. test_official_schemas.py holds the outputs against it where somebody has it.
"""

from typing import Any

_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_WORDS = {"type": "string", "minLength": 1}
_COUNT_FROM_1 = {"type": "integer", "minimum": 1}


def _closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


_MESSAGE = _closed({"text": _WORDS})  # 3.11
_REGION = _closed({"startLine": _COUNT_FROM_1, "startColumn": _COUNT_FROM_1})  # 3.30: both count from 1
_ARTIFACT = {  # 3.4: a relative reference has a base, a whole address has none, and neither climbs up
    "oneOf": [
        _closed(
            {
                "uri": {"type": "string", "pattern": r"^(?!/)(?!.*(^|/)\.\.(/|$))[A-Za-z0-9._~%/@!$&'()*+,;=-]+$"},
                "uriBaseId": {"const": "%SRCROOT%"},
            }
        ),
        _closed({"uri": {"type": "string", "format": "uri", "pattern": r"^file:///[A-Za-z0-9._~%/@!$&'()*+,;=:-]+$"}}),
    ]
}
_PLACED = {
    "physicalLocation": _closed({"artifactLocation": _ARTIFACT, "region": _REGION}),  # 3.29
    "logicalLocations": _list(_closed({"fullyQualifiedName": _WORDS, "kind": {"const": "member"}})),  # 3.33
}
_LOCATIONS = _list(_closed({}, {**_PLACED, "message": _MESSAGE}) | {"minProperties": 1})
_RULE = _closed(  # 3.49
    {
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "defaultConfiguration": _closed({"level": _LEVEL}),
        "help": _closed({"text": _WORDS, "markdown": _WORDS}),
        "properties": _closed({"documentation": {"type": "string", "pattern": "^docs/"}}),
    }
)
_RESULT = _closed(  # 3.27
    {
        "ruleId": _WORDS,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _MESSAGE,
        "locations": _LOCATIONS,
        "suppressions": _list(  # 3.27.23: in every result of a run, or in none
            _closed({"kind": {"const": "external"}, "justification": _WORDS})
        ),
    },
    {
        "relatedLocations": _list(_closed({"id": _COUNT_FROM_1, "message": _MESSAGE}, _PLACED), uniqueItems=True),
        "partialFingerprints": {"type": "object", "additionalProperties": _WORDS},
        "properties": {"type": "object"},
    },
)
_NOTIFICATION = _closed(  # 3.58
    {"descriptor": _closed({"id": _WORDS}), "level": _LEVEL, "message": _MESSAGE, "locations": _LOCATIONS}
)
_NUMBERS = ("exit_code", "counted", "waived", "expired", "accepted")
_COUNTS = {name: {"type": "integer", "minimum": 0} for name in _NUMBERS} | {"fail_on": _WORDS}
_RUN = _closed(  # 3.14
    {
        "tool": _closed({"driver": _closed({"name": _WORDS, "version": _WORDS, "rules": _list(_RULE)})}),
        "language": {"enum": ["en-CA", "fr-CA"]},
        "columnKind": {"const": "unicodeCodePoints"},
        "invocations": _list(
            _closed(
                {"executionSuccessful": {"type": "boolean"}, "toolExecutionNotifications": _list(_NOTIFICATION)}
            )
        ),
        "results": _list(_RESULT),
        "properties": _closed({"cases": _list(_closed({"name": {"type": "string"}, **_COUNTS}))}),
    }
)  # fmt: skip
SARIF: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_closed(
        {
            "$schema": {"type": "string", "format": "uri"},
            "version": {"const": "2.1.0"},
            "runs": _list(_RUN, minItems=1, maxItems=1),
        }
    ),
}
