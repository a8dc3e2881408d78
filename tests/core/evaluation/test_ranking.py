"""An officer's questions come first where the person's own file raises them."""

from typing import Any

import pytest

from ircc_prep.core.evaluation.ranking import ranked
from ircc_prep.core.result import Finding, OfficerQuestion, Read
from ircc_prep.core.text import Text, same


def question(id: str, *facts: str) -> OfficerQuestion:
    return OfficerQuestion(id, None, same(id), None, tuple(Read(fact, None) for fact in facts), None, ())


def finding(severity: Any, *facts: str) -> Finding:
    words = Text("words", "mots")
    return Finding(
        "history-gap", severity, "maria", None, None, words, facts, None, None, (), "gap", words, words, (), {}, "high"
    )


FIRST, SECOND, THIRD, FOURTH = (
    question("first", "people.maria.marital_status"),
    question("second", "people.maria.stays"),
    question("third", "people.maria.activities[0].from"),
    question("fourth", "funds.amount", "people.maria.trips[0].from"),
)


def ids(*findings: Finding) -> list[str]:
    return [each.id for each in ranked([FIRST, SECOND, THIRD, FOURTH], findings)]


def test_without_findings_the_checklist_s_own_order_stays() -> None:
    assert ids() == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize(
    ("fact", "raised"),
    [
        ("people.maria.stays[2]", "second"),
        ("people.maria.stays", "second"),
        ("people.maria.activities[0]", "third"),
    ],
)
def test_what_a_finding_touches_comes_first(fact: str, raised: str) -> None:
    assert ids(finding("warning", fact))[0] == raised


@pytest.mark.parametrize("fact", ["people.maria.stays2", "people.jose.stays[2]", "people.maria.activities[01]"])
def test_a_name_that_only_begins_alike_is_another_fact(fact: str) -> None:
    assert ids(finding("warning", fact)) == ["first", "second", "third", "fourth"]


def test_a_blocker_comes_before_a_warning_and_a_note_raises_nothing() -> None:
    warning, blocker = finding("warning", "people.maria.stays"), finding("blocker", "people.maria.activities[0]")
    assert ids(warning, blocker) == ["third", "second", "first", "fourth"]
    assert ids(finding("note", "people.maria.stays")) == ["first", "second", "third", "fourth"]


def test_a_question_names_the_findings_that_raise_it() -> None:
    about = "people.maria.activities[0]"
    findings = [finding("note", about), finding("warning", about), finding("warning", "other")]
    raised = {each.id: each.raised_by for each in ranked([FIRST, THIRD], findings)}
    assert raised == {"first": (), "third": (1,)}


def test_a_question_that_is_also_about_something_else_is_asked_of_everybody() -> None:
    assert ids(finding("warning", "funds.amount")) == ["first", "second", "third", "fourth"]
    assert ids(finding("warning", "funds.amount", "people.maria.trips[0]"))[0] == "fourth"


def test_only_the_first_few_questions_about_the_same_facts_are_marked() -> None:
    alike = [question(f"q{number}", "people.maria.activities[0]") for number in range(6)]
    marked = [each.id for each in ranked(alike, [finding("warning", "people.maria.activities[0]")]) if each.raised_by]
    assert marked == ["q0", "q1", "q2"]
