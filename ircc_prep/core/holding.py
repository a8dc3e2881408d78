"""What is in hand for a requirement, and whether it is good enough on the days that matter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ircc_prep.core.facts import Facts, Thing
from ircc_prep.core.result import HoldingState
from ircc_prep.core.rulebook import HOLDING_KEYS, CompiledHolding, CompiledRequirement, CompiledRule
from ircc_prep.core.settle import settle
from ircc_prep.core.truth import Truth
from ircc_prep.core.values import less

# The best of several papers counts: the one nearest to ready.
BEST_FIRST: tuple[HoldingState, ...] = (
    "ready", "incomplete", "untranslated", "expires-too-soon", "issued-too-early", "expired",
)  # fmt: skip
OFFICIAL_LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Holding:
    """The state of what is in hand, the facts it rests on, and those that would tell what can't be told."""

    state: HoldingState | None
    reads: tuple[tuple[str, Any], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """One holding to be decided: the rule, and whose and which country's papers it looks at."""

    item: str
    rule: CompiledHolding
    person: str | None
    country: str | None
    by_country: bool
    scope: Callable[[Facts], dict[str, Any]]


def holding(
    requirement: CompiledRequirement,
    rule: CompiledRule,
    person: str | None,
    country: str | None,
    scope: Callable[[Facts], dict[str, Any]],
    facts: Facts,
) -> Holding:
    """The holding of one item. A paper that may or may not be good enough is `incomplete`, with the facts that would tell."""
    question = _Question(
        requirement.requirement.id, rule.holding, person, country, requirement.country is not None, scope
    )
    verdict = settle(lambda view: _state(question, view), facts)
    if verdict.outcome is not None:
        return Holding(verdict.outcome, verdict.reads, ())
    with facts.recording():
        nothing = not list(_held(question, facts))
    return Holding("missing" if nothing else "incomplete", verdict.reads, verdict.missing)


def _state(question: _Question, facts: Facts) -> HoldingState | None:
    rule, scope = question.rule, question.scope(facts)
    if rule.in_hand is not None:
        truth: Truth = rule.in_hand.run(facts, scope)
        return None if truth is None else "ready" if truth else "incomplete"
    held = list(_held(question, facts))
    if not held:
        return None if _unanswered(question, facts) else "missing"
    states = [_state_of(rule, {**scope, "held": thing}, thing, facts) for thing in held]
    if "ready" in states:
        return "ready"
    return None if None in states else min((state for state in states if state), key=BEST_FIRST.index)


def _unanswered(question: _Question, facts: Facts) -> bool:
    """Whether the list that is looked at hasn't been asked about. Documents that nobody listed are missing, not unknown."""
    return question.rule.of is not None and question.rule.of.run(facts, question.scope(facts)) is None


def _held(question: _Question, facts: Facts) -> Iterator[Thing]:
    if question.rule.of is not None:
        for member in question.rule.of.run(facts, question.scope(facts)) or ():
            yield member.value
        return
    for member in facts.documents or () if facts.case.documents is not None else ():
        if _matches(member.value.value, question, facts):
            yield member.value


def _matches(document: Any, question: _Question, facts: Facts) -> bool:
    if document.item != question.item or (question.by_country and document.country != question.country):
        return False
    if question.person is None or document.person == question.person:
        return True
    principal = facts.case.with_roles(("principal-applicant",))
    return document.person is None and bool(principal) and principal[0].id == question.person


def _state_of(rule: CompiledHolding, scope: Mapping[str, Any], thing: Thing, facts: Facts) -> HoldingState | None:
    unsure = False
    for key in HOLDING_KEYS:
        if key in ("expired", "expires-too-soon") and _never_expires(thing):
            continue
        fault = rule.faults.get(key)
        truth = fault.run(facts, scope) if fault else _usual_fault(key, thing, facts)
        if truth:
            return key if not unsure else None  # type: ignore[return-value]
        unsure = unsure or truth is None
    return None if unsure else "ready"


def _never_expires(thing: Thing) -> bool:
    """A document that shows no expiry date doesn't expire. A passport always has one: unanswered, it has to be asked for."""
    return thing.kind == "document" and thing.value.expires is None  # type: ignore[attr-defined]


def _usual_fault(key: str, thing: Thing, facts: Facts) -> Truth:
    """The two faults that need no condition. A paper without a language is taken to be in English or French."""
    if key == "expired" and getattr(thing.value, "expires", None) is not None:
        return less(thing.get("expires"), facts.meeting_day)
    if key == "untranslated" and thing.kind == "document" and thing.value.language is not None:  # type: ignore[attr-defined]
        language = str(thing.get("language"))
        return language[:2].lower() not in OFFICIAL_LANGUAGES and thing.get("translated") is not True
    return False
