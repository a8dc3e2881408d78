"""Explanations as data for scripts (ircc-prep/why/1): the schema is in core/why/schema.py."""

from collections.abc import Sequence
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.why.parts import Change, Effect, RuleTold, Why
from ircc_prep.core.why.schema import SCHEMA_ID
from ircc_prep.render.words import Words

Data = dict[str, Any]


def why_data(
    whys: Sequence[Why],
    assumed: Sequence[str],
    effects: Sequence[Effect] | None,
    case: Case,
    words: Words,
    version: str,
) -> Data:
    """Every explanation; `assumed` are the facts of --if, and `effects` what they would change."""
    return {
        "schema": SCHEMA_ID,
        "tool": {"version": version},
        "case": {"program": case.program, "language": words.language},
        "assumed": list(assumed),
        "explained": [_why(why, words) for why in whys],
        "effects": None if effects is None else [_effect(effect, words) for effect in effects],
    }


def _why(why: Why, words: Words) -> Data:
    return {
        "kind": why.kind,
        "name": why.name,
        "title": words.of(why.title),
        "person": why.person,
        "country": why.country,
        "outcome": why.outcome,
        "holding": getattr(why.result, "holding", None),
        "reason": words.of(reason) if (reason := getattr(why.result, "reason", None)) else None,
        "deciding_told": why.told,
        "deciding": [
            {"fact": each.fact, "value": _value(each.value), "whole_list": each.whole} for each in why.deciding
        ],
        "rests_on_answers_not_shown": why.untold,
        "rests_on_findings": why.noticed,
        "minimal": why.minimal,
        "flips": [{"changes": [_change(each) for each in flip.changes], "outcome": flip.outcome} for flip in why.flips],
        "flips_complete": why.searched,
        "would_settle": [
            {
                "fact": each.fact,
                "outcomes": [{**_change(change), "outcome": outcome} for change, outcome in each.outcomes],
            }
            for each in why.settling
        ],
        "rule": _rule(why.rule, told=why.told) if why.rule else None,
        "sources": {
            id: {"title": words.of(each.title), "url": words.of(each.url), "checked": str(each.checked)}
            for id, each in why.sources
        },
    }


def _rule(rule: RuleTold, *, told: bool) -> Data:
    chosen = rule.chosen.rule if rule.chosen else None
    return {
        "from": _value(rule.since),
        "next_version_from": _value(rule.until),
        "versions": rule.versions,
        "rules_on": _value(rule.day),
        "chosen_by": rule.chosen_by,
        "needed": chosen.needed if chosen and told else None,
        "recommended": chosen.recommended if chosen and told else None,
        "confidence": chosen.confidence if chosen else None,
    }


def _change(change: Change) -> Data:
    return {"fact": change.fact, "value": _value(change.value), "how": change.how}


def _effect(effect: Effect, words: Words) -> Data:
    return {
        "kind": effect.kind, "name": effect.name, "title": words.of(effect.title), "person": effect.person,
        "country": effect.country, "before": effect.before, "after": effect.after,
    }  # fmt: skip


def _value(value: object) -> Any:
    """A fact's value, or a day, as JSON has it."""
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
