"""What is worth asking: only what can still change an outcome, in the checklist's order, and what is always asked."""

from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.questionnaire import Ask, applicable, next_of, undecided, worth_asking
from ircc_prep.core.rulebook import Rulebook
from tests.core.making import TODAY, Data, book, case, evaluated, person, question, requirement, rule

PAUL = person("paul", "spouse-or-partner", given_names="Paul", family_name="Roy")


def asks(rules: Rulebook, subject: Case) -> list[Ask]:
    return list(worth_asking(rules, subject, TODAY))


def paths(rules: Rulebook, subject: Case) -> list[str]:
    return [ask.path for ask in asks(rules, subject)]


@pytest.mark.parametrize(
    ("needed", "answers", "asked"),
    [
        ("a.yes", {}, ["a.yes"]), ("a.yes", {"a.yes": True}, []), ("True", {}, []), ("a.yes or not a.yes", {}, []),
        ("a.yes and a.also", {}, ["a.yes", "a.also"]), ("a.yes and a.also", {"a.also": False}, []),
        ("a.also and a.yes", {"a.also": True}, ["a.yes"]), ("a.yes or a.also", {"a.yes": True}, []),
        ("a.yes and trp.ground == 'health'", {"a.yes": False}, []), ("funds.amount > 5", {}, ["funds.amount"]),
    ],
)  # fmt: skip
def test_a_question_is_asked_only_while_its_answer_can_change_something(
    needed: str, answers: Data, asked: list[str]
) -> None:
    assert paths(book(requirement(rule(needed))), case(answers=answers)) == asked


def test_questions_come_in_the_checklists_order_whatever_needs_them_first() -> None:
    rules = book(requirement(rule("trp.ground == 'health' and a.also")), requirement(rule("a.yes"), id="other"))
    assert paths(rules, case()) == ["a.yes", "a.also", "trp.ground"]


def test_some_questions_are_always_asked_until_they_are_answered() -> None:
    rules = book(questions=[question("person.family_name", always=True), question("interview.date", always=True)])
    assert paths(rules, case(person())) == ["interview.date", "people.maria.family_name"]
    answered = case(person(family_name="Santos"), interview={"date": "2026-12-01"})
    assert paths(rules, answered) == []


@pytest.mark.parametrize(("answers", "asked"), [({}, True), ({"a.yes": True}, True), ({"a.yes": False}, False)])
def test_a_question_is_asked_while_its_own_condition_can_be_true(answers: Data, asked: bool) -> None:
    rules = book(questions=[question("x.more", type="bool", when="a.yes", always=True)])
    assert ("x.more" in paths(rules, case(answers=answers))) is asked
    assert ("x.more" in applicable(rules, case(answers=answers), TODAY)) is asked


@pytest.mark.parametrize(
    ("group", "asked"),
    [
        ("applicants", ["maria", "paul"]), ("applicant", ["maria"]), ("partners", ["paul"]),
        ("people", ["maria", "paul", "rosa"]),
        ("sponsors", ["rosa"]), ("children", []), (None, ["maria", "paul"]),
    ],
)  # fmt: skip
def test_a_field_of_a_person_is_asked_of_each_that_it_is_for(group: str | None, asked: list[str]) -> None:
    each: Data = {"for_each": group} if group else {}
    rules = book(questions=[question("person.citizenships", always=True, **each)])
    family = case(person(), PAUL, person("rosa", "sponsor"))
    assert paths(rules, family) == [f"people.{id}.citizenships" for id in asked]


def test_the_names_stand_in_the_words() -> None:
    texts = {"en": "Is {person} married?", "fr": "{person} a-t-il une femme?"}
    asked = {"fact": "person.marital_status", "for_each": "partners", "always": True, "help": texts, "why": texts}
    (ask,) = asks(book(questions=[{**asked, "ask": texts}]), case(person(), PAUL))
    assert (ask.ask.en, ask.why.en) == ("Is Paul Roy married?", "Is Paul Roy married?")
    assert (ask.person, ask.help and ask.help.fr) == ("paul", "Paul Roy a-t-il une femme?")


STAYS = [
    {"from": "2020-01", "to": "2020-06", "country": "SG"},
    {"from": "2021-01-01", "to": "2021-02", "country": "SG"},
]
EACH_COUNTRY = {"person": "applicants", "country": "person.long_stay_countries"}


def test_a_field_of_an_entry_is_asked_again_only_where_a_more_exact_day_decides() -> None:
    rules = book(requirement(for_each=EACH_COUNTRY), questions=[question("stay.from"), question("stay.to")])
    found = asks(rules, case(person(date_of_birth="1990-01-01", stays=STAYS), submitted="2026-06-15"))
    assert [(ask.path, ask.given, ask.person) for ask in found] == [
        ("people.maria.stays[0].from", "2020-01", "maria"),
        ("people.maria.stays[0].to", "2020-06", "maria"),
    ]


def test_a_list_that_nobody_answered_is_asked_for_as_a_whole() -> None:
    rules = book(requirement(for_each=EACH_COUNTRY), questions=[question("person.stays"), question("stay.from")])
    assert paths(rules, case(person(date_of_birth="1990-01-01"))) == ["people.maria.stays"]


def test_what_the_person_is_unsure_of_is_not_asked_again() -> None:
    rules = book(requirement(rule("a.yes and a.also")))
    subject = case(unsure=["a.yes"])
    assert paths(rules, subject) == ["a.also"]
    open_questions = evaluated(rules, subject).open_questions
    assert [(each.fact, each.unsure) for each in open_questions] == [("a.yes", True), ("a.also", False)]


@pytest.mark.parametrize(
    ("answers", "unsure", "asked"),
    [
        ({}, [], ["a.yes", "x.other", "x.more", "x.last"]),
        ({"a.yes": True}, [], ["x.more", "x.last"]),
        ({}, ["a.yes"], ["x.other"]),  # asked where it isn't so, and so perhaps; nothing that follows only if it is
        ({"a.yes": True}, ["x.more"], []),
    ],
)
def test_nobody_is_asked_what_takes_for_granted_that_something_is_so_of_which_they_do_not_know_it(
    answers: Data, unsure: list[str], asked: list[str]
) -> None:
    rules = book(
        requirement(rule("a.yes and x.more and x.last")),
        questions=[
            question("x.more", type="bool", when="a.yes"),
            question("x.last", type="bool", when="x.more"),
            question("x.other", type="bool", when="not a.yes", always=True),
        ],
    )
    subject = case(answers=answers, unsure=unsure)
    assert paths(rules, subject) == asked
    if unsure:
        waiting = {name for each in evaluated(rules, subject).open_questions for name in each.settles}
        assert waiting == {"paper"}  # nothing is decided by not asking


def test_what_follows_from_an_answer_is_asked_right_after_it_and_not_after_what_more_hangs_on() -> None:
    needed = [rule("a.also"), rule("x.since or a.also")]
    rules = book(
        *(requirement(each, id=f"paper-{number}") for number, each in enumerate(needed)),
        questions=[question("x.since", type="bool", when="a.yes")],
    )
    found = asks(rules, case(answers={"a.yes": True}))
    assert [ask.path for ask in found] == ["a.also", "x.since"]
    nexts = [next_of(found, found[0].group, [said]) for said in ("a.yes", "trp.ground")]
    assert [each.path for each in nexts if each] == ["x.since", "a.also"]


def test_what_may_apply_is_asked_of_whoever_does_not_know_which_of_several_it_is() -> None:
    rules = book(questions=[question("x.more", type="bool", when="trp.ground == 'health'", always=True)])
    assert paths(rules, case(unsure=["trp.ground"])) == ["x.more"]


def test_an_open_question_names_the_results_that_it_would_settle() -> None:
    rules = book(requirement(rule("a.yes")), requirement(rule("a.yes and a.also"), id="other"))
    found = evaluated(rules, case())
    assert {each.fact: each.settles for each in found.open_questions} == {
        "a.yes": ("paper", "other"),
        "a.also": ("other",),
    }
    assert undecided(found) == 2
    assert undecided(evaluated(rules, case(answers={"a.yes": False}))) == 0


def test_a_fact_that_no_question_asks_is_still_told_as_open() -> None:
    rules = book(requirement(rule("any(p.accompanying for p in applicants)")))
    found = evaluated(rules, case(person())).open_questions
    assert [(each.fact, each.ask.en, each.why) for each in found] == [
        ("people.maria.accompanying", "people.maria.accompanying", None)
    ]
    assert paths(rules, case(person())) == []


@pytest.mark.parametrize(
    ("subject", "fact", "given"),
    [
        (case(submitted="2025-08"), "submitted", "2025-08"),
        (case(planned_submission="2025-08"), "planned_submission", "2025-08"),
    ],
)  # fmt: skip
def test_what_is_known_of_a_day_already_is_told(subject: Case, fact: str, given: Any) -> None:
    rules = book(requirement(rule("False"), rule("True", "2025-08-21")), questions=[question(fact)])
    assert [(ask.path, ask.given) for ask in asks(rules, subject)] == [(fact, given)]
