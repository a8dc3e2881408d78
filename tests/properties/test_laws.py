"""The laws of the evaluation, on the shipped programs and random families.

Learning a fact never reverses what is settled; where all is told nothing waits; no valid case raises; what the
questionnaire left out could not have changed anything.
"""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.edit import with_fact
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.questionnaire import applicable, undecided, worth_asking
from ircc_prep.core.result import Evaluation, Figure
from tests.core.generating import Data, case_data
from tests.core.making import TODAY
from tests.properties.families import (
    PROGRAMS,
    as_told,
    every_path,
    full_cases,
    learnt,
    rulebook,
    said,
    start_of,
)

OPEN = ("undetermined",)
MOST_ROUNDS = 400
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking a whole interview takes minutes


def settled_items(found: Evaluation) -> dict[str, str]:
    return {item.name: item.status for item in found.items if item.status not in OPEN}


def ends(figure: Figure) -> tuple[float, float]:
    low = float("-inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    return low, high


def assert_nothing_reversed(before: Evaluation, after: Evaluation) -> None:
    """What was settled stands: statuses, the likelihood, and figures only become more exact."""
    later = {item.name: item.status for item in after.items}
    for name, status in settled_items(before).items():
        # that no item is left for a country is the same as that nothing is needed for it
        assert later.get(name, "not-needed") == status, name
    if before.interview.likelihood not in OPEN:
        assert after.interview.likelihood == before.interview.likelihood
    figures = {figure.name: ends(figure) for figure in after.figures}
    for figure in before.figures:
        (low, high), (now_low, now_high) = ends(figure), figures[figure.name]
        assert low <= now_low <= now_high <= high, figure.name
    shown = {piece.id for piece in after.guidance}
    assert {piece.id for piece in before.guidance} <= shown
    asked = {(question.id, question.person) for question in after.officer_questions}
    assert {(question.id, question.person) for question in before.officer_questions} <= asked


def learning(program: str, full: Data, draw: st.DataObject) -> None:
    book = rulebook(program)
    full = as_told(book, full)
    known = start_of(full)
    paths = draw.draw(st.permutations(list(every_path(book, full))))
    chosen = paths[: draw.draw(st.integers(0, len(paths)))]
    before = evaluate(book, Case.model_validate(known), TODAY)
    step = max(1, len(chosen) // 4)
    for number in range(0, len(chosen), step):
        for path in chosen[number : number + step]:
            known = learnt(known, path, full)
        after = evaluate(book, Case.model_validate(known), TODAY)
        assert_nothing_reversed(before, after)
        before = after


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=8)
@given(draw=st.data())
def test_learning_a_fact_never_reverses_what_is_settled(program: str, draw: st.DataObject) -> None:
    learning(program, draw.draw(full_cases(program)), draw)


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=40)
@given(draw=st.data())
def test_learning_never_reverses_anything_in_many_families(program: str, draw: st.DataObject) -> None:
    learning(program, draw.draw(full_cases(program)), draw)


def told_in_full(program: str, full: Data) -> None:
    """With every question that is put answered, nothing waits for an answer, neither for one that nobody would ask."""
    book = rulebook(program)
    found = evaluate(book, Case.model_validate(as_told(book, full)), TODAY)
    assert [question.fact for question in found.open_questions] == []
    assert {item.name: item.missing_facts for item in found.items if item.missing_facts} == {}


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=8)
@given(draw=st.data())
def test_nothing_waits_for_an_answer_where_every_question_is_answered(program: str, draw: st.DataObject) -> None:
    told_in_full(program, draw.draw(full_cases(program)))


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=60)
@given(draw=st.data())
def test_nothing_waits_for_an_answer_in_many_families(program: str, draw: st.DataObject) -> None:
    told_in_full(program, draw.draw(full_cases(program)))


def anything(program: str) -> st.SearchStrategy[Case]:
    book = rulebook(program)
    return case_data(program, dict(book.answer_types), tuple(book.streams)).map(Case.model_validate)


def runs(program: str, subject: Case) -> None:
    book = rulebook(program)
    found = evaluate(book, subject, TODAY)
    assert found.summary.undetermined >= 0
    assert len(worth_asking(book, subject, TODAY)) >= 0
    assert applicable(book, subject, TODAY)
    assert undecided(found) >= 0


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=8)
@given(draw=st.data())
def test_no_valid_case_raises(program: str, draw: st.DataObject) -> None:
    runs(program, draw.draw(anything(program)))


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=60)
@given(draw=st.data())
def test_no_valid_case_raises_whatever_is_in_it(program: str, draw: st.DataObject) -> None:
    runs(program, draw.draw(anything(program)))


def interviewed(program: str, full: Data, at_once: int) -> None:
    """Answers what is worth asking until nothing is left; then everything else, which must change nothing."""
    book = rulebook(program)
    known = start_of(full)
    for _ in range(MOST_ROUNDS):
        asks = worth_asking(book, Case.model_validate(known), TODAY)
        if not asks:
            break
        before = known
        for ask in asks[:at_once]:
            answer: Any = said(full, ask)
            if answer is not None:
                known = learnt(known, ask.path, full) if ask.given else with_fact(known, ask.path, answer)
        assert known != before, f"asked again: {[ask.path for ask in asks]}"
    else:
        pytest.fail("the questionnaire never ends")
    settled = evaluate(book, Case.model_validate(known), TODAY)
    for path in every_path(book, full):
        known = learnt(known, path, full)
    assert outcome(evaluate(book, Case.model_validate(known), TODAY)) == outcome(settled)


def outcome(found: Evaluation) -> Any:
    """All that the law speaks of."""
    statuses = {item.name: item.status for item in found.items if item.status != "not-needed"}
    figures = {figure.name: (figure.low, figure.high, figure.threshold) for figure in found.figures}
    return statuses, found.interview.likelihood, figures


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=4, phases=QUICKLY)
@given(draw=st.data())
def test_what_was_not_asked_could_not_have_changed_the_outcome(program: str, draw: st.DataObject) -> None:
    interviewed(program, draw.draw(full_cases(program)), at_once=6)


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=8, phases=QUICKLY)
@given(draw=st.data())
def test_what_was_not_asked_one_by_one_could_not_have_changed_the_outcome(program: str, draw: st.DataObject) -> None:
    interviewed(program, draw.draw(full_cases(program)), at_once=1)
