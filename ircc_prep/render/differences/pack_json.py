"""Differences between two packs for scripts: `ircc-prep/pack-diff/1`. Keys stay; adding one is compatible."""

from collections.abc import Mapping
from typing import Any

from ircc_prep.core.differences.case_differences import plain
from ircc_prep.core.differences.outcome_differences import Difference
from ircc_prep.core.differences.pack_cases import CaseOutcome
from ircc_prep.core.differences.pack_differences import PackChange
from ircc_prep.core.result import Figure, Finding, Interview, Item
from ircc_prep.core.text import Text
from ircc_prep.render.differences.case_json import sides_of
from ircc_prep.render.differences.pack_report import PackDiff
from ircc_prep.render.words import Words

SCHEMA = "ircc-prep/pack-diff/1"
_KINDS: Mapping[type, str] = {Item: "item", Finding: "finding", Figure: "computed", Interview: "interview"}


def pack_json(found: PackDiff, words: Words, version: str) -> dict[str, Any]:
    """What differs, and the cases whose outcome changes, as JSON values."""
    places = {id(change): place for place, change in enumerate(found.changes)}
    return {
        "schema": SCHEMA,
        "tool": {"version": version},
        "language": words.language,
        "old": found.names[0],
        "new": found.names[1],
        "changes": [_change(change, words) for change in found.changes],
        "cases": {"checked": found.cases, "changed": len(found.outcomes), "unread": len(found.unread)},
        "outcomes": [_outcome(each, words, version, places) for each in found.outcomes],
        "unread": [
            {"case": name, "problems": [words.of(problem) for problem in problems]} for name, problems in found.unread
        ],
    }


def _change(change: PackChange, words: Words) -> dict[str, Any]:
    part = change.part
    return {
        "change": change.kind,
        "kind": part.kind,
        "file": part.file,
        "id": part.id,
        "from": part.version.isoformat() if part.version else None,
        "title": words.of(part.title) if part.title else None,
        "fields": [
            {
                "field": field,
                "old": _said(change.old.says.get(field)) if change.old else None,
                "new": _said(change.new.says.get(field)) if change.new else None,
            }
            for field in change.fields
        ],
    }


def _said(value: Any) -> Any:
    if isinstance(value, Text):
        return {"en": value.en, "fr": value.fr}
    return value.isoformat() if hasattr(value, "isoformat") else plain(value)


def _outcome(outcome: CaseOutcome, words: Words, version: str, places: Mapping[int, int]) -> dict[str, Any]:
    old, new = sides_of(outcome.compared.outcomes, words, version)

    def verdict(difference: Difference[Any], because: tuple[PackChange, ...]) -> dict[str, Any]:
        return {
            "kind": _KINDS[type(difference.any)],
            "old": old[id(difference.old)] if difference.old is not None else None,
            "new": new[id(difference.new)] if difference.new is not None else None,
            "because": [places[id(change)] for change in because],
        }

    return {
        "case": outcome.name,
        "program": outcome.compared.new.case.program,
        "verdicts": [verdict(each.difference, each.because) for each in outcome.verdicts],
    }
