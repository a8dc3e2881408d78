"""What is in hand for a requirement, and whether it is good enough on the days that matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ircc_prep.core.compiled import CompiledHolding, CompiledRequirement, CompiledRule
from ircc_prep.core.facts import Facts, Thing
from ircc_prep.core.result import HoldingState
from ircc_prep.core.rulebook import HOLDING_KEYS
from ircc_prep.core.settle import settle
from ircc_prep.core.slot import Slot
from ircc_prep.core.text import Text
from ircc_prep.core.truth import Truth
from ircc_prep.core.values import less

# The best of several papers counts: the one nearest to ready.
BEST_FIRST: tuple[HoldingState, ...] = (
    "ready", "incomplete", "untranslated", "expires-too-soon", "issued-too-early", "expired",
)  # fmt: skip
OFFICIAL_LANGUAGES = ("en", "fr", "eng", "fra", "fre")  # people write the three letters too


@dataclass(frozen=True, slots=True)
class Holding:
    """The state of what is in hand, the facts it rests on, and those that would tell what can't be told."""

    state: HoldingState | None
    reads: tuple[tuple[str, Any], ...]
    missing: tuple[str, ...]
    fault: Text | None = None  # what is the matter with what is in hand, where that is certain


@dataclass(frozen=True, slots=True)
class HoldingQuestion:
    """One holding to be decided: the requirement, its rule, and whose and which country's papers it looks at."""

    requirement: CompiledRequirement
    rule: CompiledHolding
    slot: Slot


def holding(requirement: CompiledRequirement, rule: CompiledRule, slot: Slot, facts: Facts) -> Holding:
    """The holding of one item. A paper that may or may not be good enough is `incomplete`, with what would tell."""
    question = HoldingQuestion(requirement, rule.holding, slot)
    verdict = settle(lambda view: state_of(question, view), facts)
    with facts.recording():
        papers = [] if rule.holding.in_hand else list(_held(question, facts))
    reads = [(path, value) for path, value in verdict.reads if path != "documents"]
    reads += [read for paper in papers if (read := _paper(paper)) not in reads]
    if verdict.outcome is None:
        return Holding("incomplete" if papers else "missing", tuple(reads), verdict.missing)
    return Holding(verdict.outcome, tuple(reads), (), rule.holding.because.get(verdict.outcome))


def _paper(paper: Thing) -> tuple[str, Any]:
    """The read that tells which paper it is: its date of issue, or that it is on the list."""
    issued = getattr(paper.value, "issued", None) or getattr(paper.value, "taken", None)
    return (f"{paper.path}.issued", issued) if issued else (paper.path, True)


def state_of(question: HoldingQuestion, facts: Facts) -> HoldingState | None:
    rule, scope = question.rule, question.slot.scope(facts)
    if rule.in_hand is not None:
        truth: Truth = rule.in_hand.run(facts, scope)
        return None if truth is None else "ready" if truth else "incomplete"
    held = list(_held(question, facts))
    if not held:
        return None if _unanswered(question, facts) else "missing"
    states = [_state_of_paper(rule, {**scope, "held": thing}, thing, facts) for thing in held]
    if "ready" in states:
        return "ready"
    return None if None in states else min((state for state in states if state), key=BEST_FIRST.index)


def _unanswered(question: HoldingQuestion, facts: Facts) -> bool:
    """Whether the list that is looked at hasn't been asked about.

    Documents that nobody listed are missing, not unknown.
    """
    return question.rule.of is not None and question.rule.of.run(facts, question.slot.scope(facts)) is None


def _held(question: HoldingQuestion, facts: Facts) -> Iterator[Thing]:
    if question.rule.of is not None:
        for member in question.rule.of.run(facts, question.slot.scope(facts)) or ():
            yield member.value
        return
    for member in facts.documents or () if facts.case.documents is not None else ():
        if _matches(member.value.value, question, facts):
            yield member.value


def _matches(document: Any, question: HoldingQuestion, facts: Facts) -> bool:
    slot, requirement = question.slot, question.requirement
    by_country = requirement.country is not None
    if document.item != requirement.requirement.id or (by_country and document.country != slot.country):
        return False
    if slot.person is None or document.person == slot.person:
        return True
    principal = facts.case.with_roles(("principal-applicant",))
    return document.person is None and bool(principal) and principal[0].id == slot.person


def _state_of_paper(rule: CompiledHolding, scope: Mapping[str, Any], thing: Thing, facts: Facts) -> HoldingState | None:
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
    """A document that shows no expiry date doesn't expire.

    A passport always has one: unanswered, it has to be asked for.
    """
    return thing.kind == "document" and thing.value.expires is None  # type: ignore[attr-defined]


def _usual_fault(key: str, thing: Thing, facts: Facts) -> Truth:
    """The two faults that need no condition. A paper without a language is taken to be in English or French."""
    if key == "expired" and (thing.kind == "passport" or getattr(thing.value, "expires", None) is not None):
        expires = thing.get("expires")
        return None if expires is None else less(expires, facts.meeting_day)
    if key == "untranslated" and thing.kind == "document" and thing.value.language is not None:  # type: ignore[attr-defined]
        language = str(thing.get("language")).partition("-")[0].lower()
        return language not in OFFICIAL_LANGUAGES and thing.get("translated") is not True
    return False
