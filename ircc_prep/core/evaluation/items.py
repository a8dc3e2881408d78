"""Requirement × person × country: what is needed, what is in hand, and on what that rests."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ircc_prep.core.compiled import CompiledRequirement, CompiledRule
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.evaluation.holding import Holding, holding
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Item, Read, Status
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import Verdict, settle
from ircc_prep.core.slot import Slot, people_of
from ircc_prep.core.text import Text
from ircc_prep.core.truth import Truth
from ircc_prep.core.values import Member, Members, equal, list_of, noun

UNDETERMINED: Status = "undetermined"
_A_STAY = re.compile(r"people\.(?P<person>[^.]+)\.stays\[(?P<at>\d+)\]")
NO_ITEM = "no-item"  # the country turns out to raise no question


def items(book: Rulebook, facts: Facts, settles: Settles) -> tuple[Item, ...]:
    """Every item of every requirement, in the checklist's order."""
    return tuple(
        item
        for requirement in book.requirements
        for slot in slots_of(requirement, facts)
        if (item := _item(requirement, slot, facts, settles))
    )


def slots_of(requirement: CompiledRequirement, facts: Facts) -> Iterator[Slot]:
    """The people and countries that may be asked. Someone whose stays are unanswered has one slot without a country."""
    people = people_of(requirement.person, facts)
    for person in [None] if people is None else people:
        if requirement.country is None:
            yield Slot(person, None)
            continue
        with facts.recording() as (reads, _):
            countries: Members | None = requirement.country.run(facts, Slot(person, None).scope(facts))
        if countries is None:
            yield Slot(person, None, tuple(reads.items()))
        for member in countries or ():
            yield Slot(person, member.value, member.reads)


def _item(requirement: CompiledRequirement, slot: Slot, facts: Facts, settles: Settles) -> Item | None:
    near = (lambda view: status_of(requirement, slot, view, near=True)) if requirement.country else None
    verdict = settle(lambda view: status_of(requirement, slot, view), facts, near)
    if verdict.outcome == NO_ITEM:
        return None
    status: Status = verdict.outcome or UNDETERMINED
    rule = _rule_in_force(requirement, facts)
    held = Holding(None, (), ())
    if rule and status in ("needed", "recommended", UNDETERMINED):
        held = holding(requirement, rule, slot, facts)
    item = _assembled(requirement, slot, verdict, rule, held, disputed=_disputed(rule, slot, facts))
    settles.note(item.name, item.missing_facts)
    return item


def _assembled(
    requirement: CompiledRequirement,
    slot: Slot,
    verdict: Verdict,
    rule: CompiledRule | None,
    held: Holding,
    *,
    disputed: Text | None,
) -> Item:
    entry = requirement.requirement
    status: Status = verdict.outcome or UNDETERMINED
    said = rule.rule if rule else entry.rules[0]
    missing = (*verdict.missing, *(fact for fact in held.missing if fact not in verdict.missing))
    return Item(
        id=entry.id,
        kind=entry.kind,
        title=entry.title,
        person=slot.person,
        country=slot.country,
        status=status,
        holding=held.state,
        reason=(said.otherwise or said.because) if status == "not-needed" else said.because,
        why=_why((*slot.reads, *_of_this_country(slot, verdict.reads))),
        missing_facts=missing,
        holding_reads=_why(held.reads),
        fault=held.fault,
        rule_from=rule.rule.start if rule else None,
        confidence=said.confidence,
        disputed=disputed,
        sources=said.sources,
        prepare=entry.prepare,
        form=entry.form,
    )


def _of_this_country(slot: Slot, reads: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The reads without what was said of stays in other countries."""
    own = {path for path, _ in slot.reads}
    return [(path, value) for path, value in reads if not slot.reads or ".stays[" not in path or path in own]


def _disputed(rule: CompiledRule | None, slot: Slot, facts: Facts) -> Text | None:
    """Both sides of a dispute, unless it certainly doesn't touch this item."""
    if rule is None or rule.rule.disputed is None:
        return None
    with facts.recording():
        return None if rule.disputed_when.run(facts, slot.scope(facts)) is False else rule.rule.disputed


def _why(reads: Sequence[tuple[str, Any]]) -> tuple[Read, ...]:
    """The facts that a reader would recognise, each once: not the count of a list, nor anyone's role or id."""
    kept = {path: value for path, value in reads if not path.endswith((".id", ".role"))}
    return tuple(Read(path, value) for path, value in kept.items() if not _is_list_with_entries(path, value, kept))


def _is_list_with_entries(path: str, value: Any, kept: dict[str, Any]) -> bool:
    return isinstance(value, int) and any(other.startswith(f"{path}[") for other in kept)


def status_of(requirement: CompiledRequirement, slot: Slot, facts: Facts, *, near: bool = False) -> str | None:
    """The status on one view of the case; None while it can't be told."""
    scope = slot.scope(facts)
    belongs = _belongs(requirement, slot, facts, scope, near=near)
    if belongs is False:
        return NO_ITEM
    outcomes = {_status_under(rule, facts, scope) for rule in possible_rules(requirement, facts)}
    outcome = outcomes.pop() if len(outcomes) == 1 else None
    return outcome if belongs or outcome in ("not-needed", "no-rule-in-force") else None


def _belongs(requirement: CompiledRequirement, slot: Slot, facts: Facts, scope: dict[str, Any], *, near: bool) -> Truth:
    """Whether the slot's country is on the list; `near` notes nothing of the stays in other countries."""
    if requirement.person is not None and slot.person is None:
        facts.note("people", None, list_of(noun("person")))  # open: nobody is named yet
        return None
    if requirement.country is None:
        return True
    with facts.recording() as (reads, open_facts):
        countries: Members | None = requirement.country.run(facts, scope)
    facts.remember({path: reads[path] for path in reads if not near or _is_of(slot, path, facts)}, open_facts)
    if countries is None or slot.country is None:
        return None
    return next((member.belongs for member in countries if _is(member, slot.country)), False)


def _is_of(slot: Slot, path: str, facts: Facts) -> bool:
    """Whether a fact can matter to the slot's country: not one of a stay of which the file gives another."""
    person = facts.case.person(slot.person) if slot.person else None
    stay = _A_STAY.match(path)
    if stay is None or person is None or stay["person"] != person.id or not person.stays:
        return True
    return slot.country is not None and person.stays[int(stay["at"])].country in (slot.country, None)


def _is(member: Member, country: str) -> bool:
    return member.value is not None and equal(member.value, country) is True


def _day(requirement: CompiledRequirement, facts: Facts) -> PartialDate:
    return facts.today if requirement.requirement.rules_on == "today" else facts.submitted


def possible_rules(requirement: CompiledRequirement, facts: Facts) -> list[CompiledRule | None]:
    """The versions that may be in force on a day that may be known only by month; None for *none yet*."""
    day = _day(requirement, facts)
    rules = requirement.rules
    possible: list[CompiledRule | None] = [] if day.first >= rules[0].rule.start else [None]
    for index, rule in enumerate(rules):
        ends = rules[index + 1].rule.start if index + 1 < len(rules) else None
        if rule.rule.start <= day.last and (ends is None or ends > day.first):
            possible.append(rule)
    return possible


def _rule_in_force(requirement: CompiledRequirement, facts: Facts) -> CompiledRule | None:
    with facts.recording():
        return next((rule for rule in reversed(possible_rules(requirement, facts)) if rule), None)


def _status_under(rule: CompiledRule | None, facts: Facts, scope: dict[str, Any]) -> str | None:
    if rule is None:
        return "no-rule-in-force"
    needed: Truth = rule.needed.run(facts, scope)
    if needed is not False:
        return "needed" if needed else None
    recommended: Truth = rule.recommended.run(facts, scope) if rule.recommended else False
    return None if recommended is None else "recommended" if recommended else "not-needed"
