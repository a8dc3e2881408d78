"""Differences between two versions of a case for scripts: `ircc-prep/diff/1`. Keys stay; adding one is compatible."""

from collections.abc import Mapping
from typing import Any

from ircc_prep.core.differences.case_differences import Change, plain
from ircc_prep.core.differences.compared import Compared
from ircc_prep.core.differences.outcome_differences import Difference, Outcomes
from ircc_prep.core.result import Evaluation
from ircc_prep.render.differences.arranging import arranged
from ircc_prep.render.result_json import result
from ircc_prep.render.words import Words

SCHEMA = "ircc-prep/diff/1"
Results = Mapping[int, Any]
# Kinds of result: their name here, and that of the list in the result that has them.
_KINDS = {
    "items": "items",
    "findings": "findings",
    "computed": "figures",
    "officer_questions": "officer_questions",
    "guidance": "guidance",
    "open_questions": "open_questions",
}


def case_json(found: Compared, words: Words, version: str) -> dict[str, Any]:
    """The differences as JSON values, with texts in the language of `words`.

    Results are what `check --format json` gives for each version, so that a script needs one way to read them.
    """
    outcomes = found.outcomes
    old, new = (result(each, version, words) for each in (outcomes.old, outcomes.new))
    numbers = arranged(found.answers.changes).numbers
    sides = sides_of(outcomes, words, version)
    return {
        "schema": SCHEMA,
        "tool": {"version": version},
        "language": words.language,
        "checked_on": outcomes.new.checked_on.isoformat(),
        "old": {"case": old["case"], "summary": old["summary"]},
        "new": {"case": new["case"], "summary": new["summary"]},
        "changes": [_change(change, numbers[change]) for change in sorted(numbers, key=lambda each: numbers[each])],
        "unasked_changes": found.unasked,
        "outcomes": {
            **{
                name: [_difference(each, sides, numbers) for each in getattr(outcomes, attribute)]
                for name, attribute in _KINDS.items()
            },
            "interview": _difference(outcomes.interview, sides, numbers) if outcomes.interview else None,
        },
    }


def sides_of(outcomes: Outcomes, words: Words, version: str) -> tuple[Results, Results]:
    """Each result of the old and of the new evaluation as JSON has it, by its identity."""
    old, new = (_by_identity(each, result(each, version, words)) for each in (outcomes.old, outcomes.new))
    return old, new


def _by_identity(evaluation: Evaluation, made: Mapping[str, Any]) -> Results:
    """Each result of an evaluation, by its identity, as JSON has it."""
    found = {id(evaluation.interview): made["interview"]}
    for name, attribute in _KINDS.items():
        found |= {id(each): value for each, value in zip(getattr(evaluation, attribute), made[name], strict=True)}
    return found


def _difference(
    difference: Difference[Any], sides: tuple[Results, Results], numbers: Mapping[Change, int]
) -> dict[str, Any]:
    return {
        "old": sides[0][id(difference.old)] if difference.old is not None else None,
        "new": sides[1][id(difference.new)] if difference.new is not None else None,
        "changed": [_FIELDS.get(name, name) for name in difference.changed],
        "decisive": difference.decisive,
        "rests_on": sorted({numbers[change] for change in difference.rests_on}),
    }


# What differs by the name that it has in the result.
_FIELDS = {"fault": "holding_because", "start": "from", "end": "to", "words": "message", "says": "message"}


def _change(change: Change, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "kind": change.kind,
        "old_path": change.old_path,
        "new_path": change.new_path,
        "old": _side(change.old, change, unsure=change.was_unsure),
        "new": _side(change.new, change, unsure=change.is_unsure),
        "was_unsure": change.was_unsure,
        "is_unsure": change.is_unsure,
        "shown": change.shown,
    }


def _side(value: Any, change: Change, *, unsure: bool) -> Any:
    """A value; a last day that isn't given is `present`, as everywhere."""
    return "present" if value is None and change.path.endswith("].to") and not unsure else plain(value)
