"""Small cases in which every set of answers, and every change of one or two of them, can be gone through."""

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings

from ircc_prep.core.case import Case
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.why.answers import answers_in, keeping
from ircc_prep.core.why.explain import Asked, explain
from ircc_prep.core.why.matching import matching
from ircc_prep.core.why.parts import OPEN, Why
from tests.core.generating import cases
from tests.core.making import TODAY, book, case, items, person, requirement, rule

CONDITIONS = (
    "a.yes and a.also",
    "a.yes or a.also",
    "not a.yes or trp.ground == 'health'",
    "funds.amount >= 100 and a.yes",
    "applicant.marital_status == 'married' and (a.yes or a.also)",
    "a.yes == a.also",
    "trp.ground in ['health', 'other'] or funds.amount > 40",
    "any(c.country == 'US' for c in applicant.charges)",
    "True",
)
VALUES: dict[str, tuple[Any, ...]] = {
    "a.yes": (True, False),
    "a.also": (True, False),
    "trp.ground": ("health", "criminality", "other"),
}
ANSWERED = {"a.yes": True, "a.also": False, "trp.ground": "other", "funds.amount": 150}


def a_book(condition: str) -> Rulebook:
    return book(requirement(rule(condition)))


def status(rules: Rulebook, subject: Case) -> str:
    return items(rules, subject)["paper"].status


def why(rules: Rulebook, subject: Case) -> Why:
    asked = Asked.of(rules, subject, TODAY)
    (found,) = matching(rules, subject, TODAY, asked.found, "paper")
    return explain(asked, found)


def with_answers(answers: dict[str, Any]) -> Case:
    return case(person(marital_status="married", charges=[]), answers=answers)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_smaller_set_of_answers_decides(condition: str) -> None:
    rules, subject = a_book(condition), with_answers(ANSWERED)
    found = why(rules, subject)
    told = {each.fact for each in found.deciding if each.fact in ANSWERED}
    for size in range(len(told)):
        for kept in combinations(ANSWERED, size):
            fewer = with_answers({id: ANSWERED[id] for id in kept})
            assert status(rules, fewer) != found.outcome


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_change_of_one_choice_that_flips_it_is_told_and_else_every_pair_is_one(condition: str) -> None:
    rules = a_book(condition)
    for values in product(*VALUES.values()):
        answers = {**ANSWERED, **dict(zip(VALUES, values, strict=True))}
        found = why(rules, with_answers(answers))
        singles = {
            (id, value)
            for id, options in VALUES.items()
            for value in options
            if value != answers[id] and status(rules, with_answers({**answers, id: value})) not in (found.outcome, OPEN)
        }
        told = {(each.changes[0].fact, each.changes[0].value) for each in found.flips if len(each.changes) == 1}
        assert {each for each in told if each[0] in VALUES} == singles
        if singles:
            assert all(len(flip.changes) == 1 for flip in found.flips)


def test_two_answers_are_told_together_where_neither_flips_it_alone() -> None:
    found = why(a_book("not a.yes and not a.also"), with_answers({"a.yes": True, "a.also": True}))
    assert [{change.fact for change in flip.changes} for flip in found.flips] == [{"a.yes", "a.also"}]


def test_an_amount_is_told_at_its_threshold() -> None:
    found = why(a_book("funds.amount >= 100"), with_answers({"funds.amount": 150}))
    (flip,) = found.flips
    assert (flip.changes[0].value, flip.changes[0].how, flip.outcome) == (99, "or-earlier", "not-needed")


def test_that_a_list_holds_nothing_else_counts_where_one_more_entry_would_leave_it_open() -> None:
    found = why(a_book("any(c.country == 'US' for c in applicant.charges)"), with_answers({}))
    assert found.outcome == "not-needed"
    assert [(each.fact, each.value, each.whole) for each in found.deciding] == [("people.maria.charges", 0, True)]
    assert [(flip.changes[0].how, flip.outcome) for flip in found.flips] == [("added", OPEN)]


def test_an_entry_decides_by_itself_whatever_else_is_on_the_list() -> None:
    charges = [{"country": "PH"}, {"country": "US", "date": "2019"}]
    rules = a_book("any(c.country == 'US' for c in applicant.charges)")
    found = why(rules, case(person(charges=charges)))
    assert [each.fact for each in found.deciding] == ["people.maria.charges[1].country"]


def test_an_answer_that_no_output_shows_is_neither_named_nor_changed() -> None:
    rules = book(
        requirement(rule("a.secret or a.yes")),
        questions=[{"fact": "a.secret", "type": "bool", "sensitive": True}],
    )
    found = why(rules, with_answers({"a.secret": True, "a.yes": False}))
    assert (found.untold, found.deciding, found.flips) == (True, (), ())


def test_what_is_the_same_for_everybody_rests_on_no_answer() -> None:
    found = why(a_book("True"), with_answers(ANSWERED))
    assert (found.deciding, found.flips) == ((), ())


def test_an_open_answer_is_told_with_what_each_would_give() -> None:
    found = why(a_book("a.yes"), with_answers({}))
    ((fact, outcomes),) = [(each.fact, each.outcomes) for each in found.settling]
    assert fact == "a.yes"
    assert {change.value: then for change, then in outcomes} == {True: "needed", False: "not-needed"}


def test_a_version_is_told_with_the_day_that_chose_it_and_the_next() -> None:
    rules = book(requirement(rule("True"), rule("a.yes", "2027-01-01")))
    told = why(rules, case(person(), submitted="2026-03-14")).rule
    assert told is not None
    assert (str(told.since), str(told.until), told.chosen_by) == ("2015-01-01", "2027-01-01", "submitted")


@settings(max_examples=40)
@given(cases())
def test_no_case_raises_and_a_spent_budget_is_said(subject: Case) -> None:
    rules = book(
        requirement(rule("any(s.country == 'PH' and s.end > s.start for s in applicant.stays) or a.yes"), id="paper"),
        requirement(rule("a.yes"), id="each", for_each={"person": "people", "country": "person.long_stay_countries"}),
    )
    asked = Asked.of(rules, subject, TODAY)
    for found in matching(rules, subject, TODAY, asked.found, "paper") + matching(
        rules, subject, TODAY, asked.found, "each"
    ):
        assert explain(asked, found).outcome == explain(asked, found, runs=3).outcome


def decided_by(rules: Rulebook, subject: Case) -> list[tuple[str, object]]:
    return [(each.fact, each.value) for each in why(rules, subject).deciding]


def test_that_the_file_announces_an_interview_decides_where_nothing_else_says_so() -> None:
    subject = case(person(), interview={"date": "2026-12-09", "city": "Winnipeg"})
    found = why(a_book("interview_called"), subject)
    assert [(each.fact, each.value) for each in found.deciding] == [("interview", True)]
    assert [[(each.fact, each.how) for each in flip.changes] for flip in found.flips] == [[("interview", "left-out")]]


def test_an_interview_that_is_announced_twice_takes_two_changes() -> None:
    subject = case(person(), interview={"date": "2026-12-09"}, answers={"interview.invited": True})
    rules = book(requirement(rule("interview_called")), questions=[{"fact": "interview.invited", "type": "bool"}])
    (flip,) = why(rules, subject).flips
    assert {each.fact for each in flip.changes} == {"interview", "interview.invited"}


def flips_of(found: Why) -> list[list[tuple[str, object, str]]]:
    return [[*((each.fact, each.value, flip.outcome) for each in flip.changes)] for flip in found.flips]


def test_a_call_to_an_interview_is_told_where_other_answers_would_then_decide() -> None:
    rules = book(
        requirement(rule("interview_called and a.yes")), questions=[{"fact": "interview.invited", "type": "bool"}]
    )
    assert flips_of(why(rules, case(person()))) == [[("interview.invited", True, OPEN)]]


@pytest.mark.parametrize("questions", [[], [{"fact": "interview.invited", "type": "bool", "when": "a.yes"}]])
def test_where_nobody_asks_of_a_call_the_file_may_announce_an_interview(questions: list[dict[str, Any]]) -> None:
    rules = book(requirement(rule("interview_called")), questions=questions)
    found = why(rules, case(person(), answers={"a.yes": False}))
    assert flips_of(found) == [[("interview", True, "needed")]]


def test_a_no_that_an_announced_interview_outweighs_decides_nothing() -> None:
    answers = {"interview.invited": False}
    subject = case(person(marital_status="single"), interview={"date": "2026-12-09"}, answers=answers)
    rules = a_book("interview_called and applicant.marital_status == 'married'")
    assert decided_by(rules, subject) == [("people.maria.marital_status", "single")]


def test_that_the_file_announces_none_decides_too() -> None:
    assert decided_by(a_book("interview_called"), case(person())) == [("interview", False)]
    refused = case(person(), answers={"interview.invited": False})
    assert decided_by(a_book("interview_called"), refused) == [("interview.invited", False)]


def test_an_interview_is_not_told_where_the_rule_does_not_ask_for_one() -> None:
    subject = case(person(), interview={"date": "2026-12-09"}, answers={"a.yes": True})
    assert decided_by(a_book("a.yes"), subject) == [("a.yes", True)]


def test_an_end_that_the_person_does_not_know_is_not_told_as_going_on() -> None:
    stays = [{"country": "PH", "from": "2010-01-01"}]
    rules = a_book("any(s.country == 'PH' and s.end >= s.start for s in applicant.stays)")
    known = case(person(stays=stays))
    assert ("people.maria.stays[0].to", "present") in answers_in(known).items()
    unsure = case(person(stays=stays), unsure=["people.maria.stays[0].to"])
    assert "people.maria.stays[0].to" not in answers_in(unsure)
    assert keeping(unsure, set(answers_in(unsure))).unsure == ("people.maria.stays[0].to",)
    assert {fact for fact, _ in decided_by(rules, unsure)}.isdisjoint({"people.maria.stays[0].to"})


def test_a_country_is_not_cleared_by_stays_of_which_no_country_is_known() -> None:
    rules = book(requirement(rule("a.yes"), for_each={"person": "people", "country": "person.long_stay_countries"}))
    stays = [{"country": "PH", "from": "1990-01-01", "to": "2020-01-01"}, {"country": "PH", "from": "2020-01-02"}]
    asked = Asked.of(rules, case(person(stays=stays), answers={"a.yes": False}), TODAY)
    (subject,) = matching(rules, asked.case, TODAY, asked.found, "paper/maria/PH")
    assert [(each.fact, each.value) for each in explain(asked, subject).deciding] == [("a.yes", False)]


@pytest.mark.parametrize("answer", [None, True, False])
@pytest.mark.parametrize("inside", [True, False])
def test_what_is_told_of_a_rule_on_safety_is_the_same_whatever_was_answered(answer: bool | None, inside: bool) -> None:
    """The answer is set aside outside Canada: what would flip the result would tell it all the same."""
    rules = book(
        requirement(rule("not (a.yes and a.secret) or a.also")),
        questions=[{"fact": "a.secret", "type": "bool", "sensitive": True, "safety": True, "when": "a.yes"}],
    )
    answers = {"a.yes": inside, "a.also": True, **({} if answer is None else {"a.secret": answer})}
    found = why(rules, with_answers(answers))
    assert (found.told, found.untold, found.deciding, found.flips, found.settling) == (False, False, (), (), ())
