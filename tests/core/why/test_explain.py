"""Explanations of the shipped personas, each claim checked by evaluating the case file that it speaks of."""

from functools import cache
from pathlib import Path

import pytest

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.dates import ONE_DAY, PartialDate
from ircc_prep.core.why.explain import Asked, explain
from ircc_prep.core.why.matching import subjects
from ircc_prep.core.why.parts import OPEN, Change, Why
from tests.core.making import TODAY
from tests.core.why.oracle import PERSONAS, Data, asked, changed, only, outcome, status, written

# Of every persona a part of the results, so that each program and nearly each kind of rule has its turn.
EVERY = 8


@cache
def whys(persona: Path, *kinds: str) -> tuple[Why, ...]:
    """Explanations of every eighth result of these kinds, beginning at another one for each persona."""
    case = asked(persona)
    found = [each for each in subjects(case.book, case.case, TODAY, case.found) if each.kind in kinds]
    return tuple(explain(case, each) for each in found[PERSONAS.index(persona) % EVERY :: EVERY])


def assert_decides(case: Asked, why: Why) -> None:
    """Sufficient: with the deciding answers alone it is the same. Irreducible: without any one of them it isn't."""
    if why.outcome == OPEN or why.untold or not why.told:
        return
    data = written(what_counts(case.book, case.case, TODAY))
    kept = {each.fact for each in why.deciding}
    assert status(case.book, Case.model_validate(only(data, kept)), why) == why.outcome, why.name
    for fact in kept if why.minimal else ():
        fewer = Case.model_validate(only(data, kept - {fact}))
        assert status(case.book, fewer, why) != why.outcome, (why.name, fact)


def assert_flips(case: Asked, why: Why) -> None:
    """Each change gives what it is said to give; of a pair, neither alone changes anything."""
    data = written(case.case)
    for flip in why.flips:
        assert outcome(case.book, changed(data, flip.changes), why) == flip.outcome != why.outcome, (why.name, flip)
        if len(flip.changes) > 1:
            for each in flip.changes:
                assert outcome(case.book, changed(data, [each]), why) == why.outcome, (why.name, flip)


def assert_nearest(case: Asked, why: Why) -> None:
    """One day nearer to what was answered, it is as it was."""
    data = written(case.case)
    for flip in why.flips:
        for nearer in _nearer(flip.changes):
            assert outcome(case.book, changed(data, [nearer]), why) == why.outcome, (why.name, flip)


def _nearer(changes: tuple[Change, ...]) -> list[Change]:
    change = changes[0]
    if len(changes) > 1 or not isinstance(change.value, PartialDate) or change.how == "exactly":
        return []
    day = change.value.first + (ONE_DAY if change.how == "or-earlier" else -ONE_DAY)
    return [Change(change.fact, PartialDate.on(day))]


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_what_decides_an_item_is_enough_and_none_of_it_can_be_left_out(persona: Path) -> None:
    for why in whys(persona, "item"):
        assert why.minimal, why.name
        assert_decides(asked(persona), why)


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_each_change_that_is_told_gives_the_result_that_is_told(persona: Path) -> None:
    for why in whys(persona, "item"):
        assert why.searched, why.name
        assert_flips(asked(persona), why)
        assert_nearest(asked(persona), why)


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_the_changes_told_of_findings_figures_and_the_interview_hold_too(persona: Path) -> None:
    for why in whys(persona, "finding", "computed", "interview"):
        assert_flips(asked(persona), why)


@pytest.mark.slow
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_what_would_settle_an_open_item_is_told_as_the_answer_would_settle_it(persona: Path) -> None:
    case = asked(persona)
    data: Data = written(case.case)
    for why in whys(persona, "item"):
        for each in why.settling:
            for change, then in each.outcomes:
                if change.how == "exactly" and isinstance(change.value, bool):
                    assert outcome(case.book, changed(data, [change]), why) == then, (why.name, change)


def test_what_decides_a_persona_s_items_is_enough_and_none_of_it_can_be_left_out() -> None:
    persona = next(path for path in PERSONAS if path.stem == "citizenship.fr")
    for why in whys(persona, "item"):
        assert_decides(asked(persona), why)
        assert_flips(asked(persona), why)
