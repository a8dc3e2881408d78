"""What a checklist's entries may come to, as something to look for: a status, a state, a shown question."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from ircc_prep.core.compiled import (
    CompiledInterviewRule,
    CompiledNote,
    CompiledOfficerQuestion,
    CompiledQuestion,
    CompiledRequirement,
    CompiledRule,
    CompiledSignal,
)
from ircc_prep.core.evaluation.holding import HoldingQuestion, state_of
from ircc_prep.core.evaluation.interview import holds
from ircc_prep.core.evaluation.items import possible_rules, slots_of, status_of
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.facts import PERSON_SETS, Facts
from ircc_prep.core.proofs.search import Aim, Happens
from ircc_prep.core.proofs.shapes import EVERYBODY
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.slot import Slot, people_of
from ircc_prep.core.truth import Truth, all_of, any_of, negate

_ASKED_FOR = ("needed", "recommended")
_A_YEAR = timedelta(days=365)


class Aims(NamedTuple):
    """The two sides of a condition."""

    being_true: Aim
    being_false: Aim


def status_aim(book: Rulebook, requirement: CompiledRequirement, rule: CompiledRule, wanted: Collection[str]) -> Aim:
    """That this version gives somebody one of these statuses."""
    return Aim(
        _ways(requirement, lambda slot, facts: _status_is(requirement, rule, slot, facts, wanted)),
        _sources(requirement.person, requirement.country, rule.needed, rule.recommended),
        **_life(book, requirement, rule),
    )


def holding_aim(
    book: Rulebook, requirement: CompiledRequirement, rule: CompiledRule, is_wanted: Callable[[str], bool]
) -> Aim:
    """That this version asks somebody for the paper, and what they hold is in a state that is wanted."""

    def is_held(slot: Slot, facts: Facts) -> Truth:
        state = state_of(HoldingQuestion(requirement, rule.holding, slot), facts)
        wanted = None if state is None else is_wanted(state)
        return all_of((_status_is(requirement, rule, slot, facts, _ASKED_FOR), wanted))

    held = rule.holding
    return Aim(
        _ways(requirement, is_held),
        _sources(requirement.person, requirement.country, rule.needed, held.of, held.in_hand, *held.faults.values()),
        papers=[(requirement.requirement.id, EVERYBODY if requirement.person else ("principal-applicant",))],
        **_life(book, requirement, rule),
    )


def shown_aims(book: Rulebook, shown: CompiledNote) -> Aims:
    """That it is shown to somebody, and that it is shown to nobody."""
    whom = shown.person if isinstance(shown, CompiledOfficerQuestion) else None
    sources, days = _sources(whom, shown.when), (_latest(book),)

    def of_nobody(facts: Facts) -> Truth:
        return all_of(negate(_of(person, shown.when)(facts)) for person in people_of(whom, facts) or ())

    return Aims(
        Aim(lambda facts: [_of(person, shown.when) for person in people_of(whom, facts) or ()], sources, days),
        Aim(lambda _: [of_nobody], sources, days),
    )


def question_aims(book: Rulebook, asked: CompiledQuestion) -> Aims:
    """That a question's own condition is true of somebody whom it may be put to, and that it is false of somebody."""
    roles = PERSON_SETS.get(asked.question.for_each or "")
    sources, days = _sources(asked.when), (_latest(book),)

    def ways(facts: Facts) -> list[Happens]:
        people = [each.id for each in facts.case.people or () if roles is None or each.role in roles]
        return [_of(person, asked.when) for person in (people if asked.question.for_each else [None])]

    return Aims(Aim(ways, sources, days), Aim(lambda facts: [_opposite_of(way) for way in ways(facts)], sources, days))


def told_aims(book: Rulebook, told: CompiledInterviewRule | CompiledSignal) -> Aims:
    """That a rule of the interview, or a signal, applies, and that it doesn't.

    Where findings have to be raised too, they are taken to be: they are no part of the condition.
    """

    def applies(facts: Facts) -> Truth:
        return holds(told, facts, told.rule.findings)

    sources, days = _sources(told.when), (_latest(book),)
    return Aims(Aim(lambda _: [applies], sources, days), Aim(lambda _: [_opposite_of(applies)], sources, days))


def deciding_aim(book: Rulebook, number: int) -> Aim:
    """That this rule of the interview is the first that applies."""
    before, rule = book.interview[:number], book.interview[number]

    def decides(facts: Facts) -> Truth:
        earlier = (negate(holds(each, facts, ())) for each in before)
        return all_of((holds(rule, facts, rule.rule.findings), *earlier))

    return Aim(lambda _: [decides], _sources(*(each.when for each in book.interview)), (_latest(book),))


def _of(person: str | None, when: Compiled) -> Happens:
    return lambda facts: when.run(facts, Slot(person, None).scope(facts))


def _opposite_of(happens: Happens) -> Happens:
    return lambda facts: negate(happens(facts))


def _ways(
    requirement: CompiledRequirement, happens: Callable[[Slot, Facts], Truth]
) -> Callable[[Facts], Sequence[Happens]]:
    """Each person whom it is asked of is a way; which countries they are asked about follows from their stays."""

    def to(person: str | None) -> Happens:
        return lambda facts: any_of(
            happens(slot, facts) for slot in slots_of(requirement, facts) if slot.person == person
        )

    return lambda facts: [to(person) for person in people_of(requirement.person, facts) or ()]


def _status_is(
    requirement: CompiledRequirement, rule: CompiledRule, slot: Slot, facts: Facts, wanted: Collection[str]
) -> Truth:
    possible = possible_rules(requirement, facts)
    if rule not in possible:
        return False
    status = status_of(requirement, slot, facts)
    decided = None if status is None else status in wanted
    return decided if decided is False or len(possible) == 1 else None


def _life(book: Rulebook, requirement: CompiledRequirement, rule: CompiledRule) -> dict[str, Any]:
    """From when to when the version is in force, and its days to try: the latest no later than a year on, the first."""
    starts = [each.rule.start for each in requirement.rules if each.rule.start > rule.rule.start]
    end = min(starts) - timedelta(days=1) if starts else date.max
    latest = min(end, _latest(book), rule.rule.start + _A_YEAR)
    days = tuple(dict.fromkeys((max(latest, rule.rule.start), rule.rule.start)))
    return {"days": days, "start": rule.rule.start, "end": end}


def _latest(book: Rulebook) -> date:
    """The day of the latest version in the checklist: every rule is in force then."""
    starts = [rule.rule.start for requirement in book.requirements for rule in requirement.rules]
    return max(starts, default=max((source.checked for source in book.sources.values()), default=date(2026, 1, 1)))


def _sources(*conditions: Compiled | None) -> tuple[str, ...]:
    return tuple(each.source for each in conditions if each is not None)
