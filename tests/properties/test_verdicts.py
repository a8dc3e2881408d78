"""The verdict on a case with partial dates and unknowns is what every completion agrees on, by brute force."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import settle
from ircc_prep.files.checklists import Pack
from tests.core.making import TODAY, compiled, facts, person
from tests.properties.completing import CONDITIONS, MOST_COMPLETIONS, Data, completions, counted, slots_of, small_cases


def agreed(data: Data, outcome: Callable[[Case], Any]) -> Any:
    """What every completion gives; None where two differ."""
    found = None
    for completed in completions(data, slots_of(data)):
        given_here = outcome(completed)
        assert given_here is not None
        if found not in (None, given_here):
            return None
        found = given_here
    return found


def few(data: Data) -> bool:
    return counted(slots_of(data)) <= MOST_COMPLETIONS


@settings(max_examples=200)
@given(CONDITIONS, small_cases().filter(few))
def test_a_verdict_is_what_every_completion_agrees_on(source: str, data: Data) -> None:
    condition = compiled(source)
    expected = agreed(data, lambda completed: condition.run(facts(completed), {}))
    verdict = settle(lambda view: condition.run(view, {}), facts(Case.model_validate(data)))
    event(f"verdict {verdict.outcome}")
    assert verdict.outcome == expected
    assert bool(verdict.missing) == (expected is None)


@given(CONDITIONS, small_cases())
def test_what_is_missing_is_among_what_is_open(source: str, data: Data) -> None:
    condition = compiled(source)
    view = facts(Case.model_validate(data))
    verdict = settle(lambda each: condition.run(each, {}), view)
    with view.recording() as (_, open_facts):
        condition.run(view, {})
    assert set(verdict.missing) <= set(open_facts)


@given(CONDITIONS, small_cases(), st.data())
def test_a_settled_verdict_stands_whatever_is_learnt(source: str, data: Data, draw: st.DataObject) -> None:
    condition = compiled(source)
    verdict = settle(lambda view: condition.run(view, {}), facts(Case.model_validate(data)))
    assume(verdict.outcome is not None)
    slots = slots_of(data)
    learnt = {
        place: (draw.draw(st.sampled_from(values)),) for place, values in slots.items() if draw.draw(st.booleans())
    }
    (later,) = completions(data, learnt)
    assert settle(lambda view: condition.run(view, {}), facts(later)).outcome == verdict.outcome


@pytest.mark.parametrize("month", ["2020-04", "2020-05"])
def test_stays_that_join_in_a_month_are_settled_by_the_completions_that_keep_them_joined(month: str) -> None:
    """Joined stays are joined by how their dates are written; a completion that parts them isn't one of theirs."""
    stays = [
        {"from": "2019-12-20", "to": month, "country": "SG"},
        {"from": month, "to": "2020-06-21", "country": "SG"},
    ]
    answers = {"a.yes": True, "a.also": True, "trp.ground": "other", "invitation.date": "2020-01-01"}
    data: Data = {"schema": 1, "program": "express-entry", "submitted": "2030-03-03", "answers": answers}
    data["people"] = [person(date_of_birth="2000-01-01", stays=stays)]
    condition = compiled("'SG' in applicant.long_stay_countries and applicant.last_long_stay_end('SG') > '2020-06-01'")
    outcomes = {condition.run(facts(each), {}) for each in completions(data, slots_of(data)) if _kept(each)}
    verdict = settle(lambda view: condition.run(view, {}), facts(Case.model_validate(data)))
    assert outcomes == {True} == {verdict.outcome}


def _kept(completed: Case) -> bool:
    (someone,) = completed.people or ()
    first, second = someone.stays or ()
    assert first.end
    assert second.start
    return not first.end.plus_days(1).before(second.start)


@pytest.fixture(scope="module")
def express_entry() -> Rulebook:
    return Pack().load("express-entry")


@settings(max_examples=6)
@given(small_cases().filter(lambda data: counted(_dates(data)) <= 70))
def test_a_shipped_requirement_is_decided_as_every_completion_decides_it(express_entry: Rulebook, data: Data) -> None:
    data = {**data, "answers": {}, "stream": "fsw"}
    stays = data["people"][0]["stays"]
    slots = _dates({**data, "answers": {"invitation.date": "2020-01-01"}})
    for country in {stay["country"] for stay in stays}:
        found = {_certificate(express_entry, each, country) for each in completions(data, slots)}
        expected = found.pop() if len(found) == 1 else "undetermined"
        assert _certificate(express_entry, Case.model_validate(data), country) == expected


def _dates(data: Data) -> Any:
    """The open dates alone."""
    usual = {"a.yes": True, "a.also": True, "trp.ground": "other", "invitation.date": "2020-01-01"}
    return slots_of({**data, "answers": usual})


def _certificate(rules: Rulebook, subject: Case, country: str) -> str:
    items = evaluate(rules, subject, TODAY).items
    statuses = [item.status for item in items if item.name == f"police-certificate/maria/{country}"]
    return statuses[0] if statuses else "not-needed"
