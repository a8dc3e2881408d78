"""A chain of answers that set one another aside is followed to its end, whatever the questions' conditions are."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.aside import never_put, set_aside, what_counts
from ircc_prep.core.questionnaire import worth_asking
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.standing import standings
from tests.core.making import TODAY, book, case, person, question, requirement, rule

IDS = ("x.one", "x.two", "x.three", "x.four")
LEAVES = st.sampled_from([*IDS, *(f"not {id}" for id in IDS), "a.yes", "not a.yes"])
CONDITIONS = st.one_of(
    LEAVES,
    st.tuples(LEAVES, st.sampled_from(["and", "or"]), LEAVES).map(lambda parts: f"({' '.join(parts)})"),
)
ANSWERS = st.dictionaries(st.sampled_from(["a.yes", *IDS]), st.booleans())


@cache
def asking(*conditions: str) -> Rulebook:
    """Questions that are put where these conditions hold, and a paper that depends on the last of them."""
    asked = [question(id, type="bool", when=when) for id, when in zip(IDS, conditions, strict=False)]
    return book(requirement(rule(IDS[len(conditions) - 1])), questions=asked)


CHAIN = asking("a.yes", "x.one", "x.two")
TOLD = {"a.yes": True, "x.one": True, "x.two": True, "x.three": True}


def counting(rules: Rulebook, answers: dict[str, Any]) -> dict[str, Any]:
    return dict(what_counts(rules, case(answers=answers), TODAY).answers)


def test_the_whole_chain_is_set_aside_with_its_first_link() -> None:
    assert counting(CHAIN, TOLD) == TOLD
    assert counting(CHAIN, TOLD | {"a.yes": False}) == {"a.yes": False}


@pytest.mark.parametrize("link", [True, False, None])
def test_what_an_answer_says_that_is_set_aside_itself_decides_nothing(link: bool | None) -> None:
    rules = asking("a.yes", "not x.one", "a.yes or x.two")
    answers = {"a.yes": False, "x.one": link, "x.two": True, "x.three": True}
    assert set_aside(rules, case(answers=answers), TODAY) - {"x.one"} == {"x.two", "x.three"}


def test_the_chain_counts_again_once_its_first_link_is_switched_on_again() -> None:
    off = {**TOLD, "a.yes": False}
    assert counting(CHAIN, {**off, "a.yes": True}) == TOLD


def test_what_could_only_be_put_after_an_answer_that_is_set_aside_is_not_asked() -> None:
    subject = case(answers={"a.yes": False, "x.one": True, "x.two": True})
    asks = worth_asking(CHAIN, subject, TODAY)
    assert "x.three" not in {ask.path for ask in asks}
    states = {each.path: each.state for each in standings(CHAIN, subject, TODAY, asks)}
    assert (states["x.one"], states["x.two"]) == ("aside", "aside")


def test_a_question_that_another_open_answer_can_still_bring_about_stays() -> None:
    rules = asking("a.yes", "x.one or a.also")
    answers = {"a.yes": False, "x.one": True, "x.two": True}
    assert set_aside(rules, case(answers=answers), TODAY) == {"x.one"}


def test_a_question_whose_condition_nothing_can_decide_may_be_put_although_others_are_set_aside() -> None:
    """The list of statuses has no permanent residence, so no answer gives the days; the question still stands."""
    rules = asking("a.yes", "applicant.residency_days_possible < 730")
    somebody = person(stays=[], trips=[], status_in_canada=[{"from": "2024-01-01", "kind": "worker"}])
    subject = case(people=[somebody], answers={"a.yes": False, "x.one": True, "x.two": True})
    assert set_aside(rules, subject, TODAY) == {"x.one"}


@given(st.lists(CONDITIONS, min_size=4, max_size=4), ANSWERS)
def test_it_comes_to_an_end_even_where_questions_depend_on_one_another_in_a_circle(
    conditions: list[str], answers: dict[str, bool]
) -> None:
    rules, subject = asking(*conditions), case(answers=answers)
    found = set_aside(rules, subject, TODAY)
    assert found == {id for id in never_put(rules, subject, TODAY) if id in answers}
    assert "a.yes" not in found


@given(
    st.tuples(*(st.sampled_from(["a.yes", "not a.yes", *IDS[:place], *(f"not {id}" for id in IDS[:place])])
                for place in range(4))),
    ANSWERS,
    st.data(),
)  # fmt: skip
def test_an_answer_set_aside_changes_no_other_whatever_it_is(
    conditions: tuple[str, ...], answers: dict[str, bool], data: st.DataObject
) -> None:
    """Where no question depends on a later one. So what stays is the same whichever is looked at first."""
    rules = asking(*conditions)
    aside = set_aside(rules, case(answers=answers), TODAY)
    changed = answers | {id: data.draw(st.booleans(), label=id) for id in sorted(aside)}
    assert set_aside(rules, case(answers=changed), TODAY) == aside
    kept = {id: value for id, value in answers.items() if id not in aside}
    assert set_aside(rules, case(answers=kept), TODAY) == frozenset()
    assert counting(rules, answers) == kept
