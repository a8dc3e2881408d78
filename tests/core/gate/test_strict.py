"""What --strict makes fail: old sources, rules that nobody is sure of, and what in the file counts for nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.judging import Rules
from ircc_prep.core.gate.strict import strict_concerns
from ircc_prep.core.rulebook import Rulebook
from tests.core.gate.making import BOOK, FAMILY, finding, judged, subject, with_findings
from tests.core.making import PAIR, TODAY, Data, book, case, evaluated, person, requirement, rule

UNKNOWN_TODAY = requirement(rule(start="2026-01-01"), id="paper")


def found(rules: Rulebook, family: Case, days: int = 365, today: Any = TODAY) -> list[Concern]:
    return list(strict_concerns(evaluated(rules, family, today), family, rules, days))


def told(rules: Rulebook, family: Case) -> list[tuple[str, str]]:
    return [(each.id, each.state) for each in found(rules, family)]


@pytest.mark.parametrize(
    ("paper", "unverified"),
    [
        (requirement(id="paper"), False),
        (requirement(rule(confidence="medium"), id="paper"), False),
        (requirement(rule(confidence="low"), id="paper"), True),
        (requirement(rule("False", confidence="low"), id="paper"), True),  # not needed, says who isn't sure
        (requirement(rule(disputed=PAIR), id="paper"), True),
        (requirement(rule(disputed=PAIR, disputed_when="False"), id="paper"), False),
        (UNKNOWN_TODAY, True),
    ],
    ids=["sure", "medium", "low", "low-not-needed", "disputed", "dispute-elsewhere", "no-rule"],
)
def test_a_rule_that_nobody_is_sure_of_is_unverified(paper: Data, unverified: bool) -> None:
    family = case(person(), submitted="2020-01-01" if paper is UNKNOWN_TODAY else "2026-11-22")
    assert told(book(paper), family) == ([("unverified-rule", "paper")] if unverified else [])


def test_a_rule_is_told_once_however_many_it_is_about() -> None:
    rules = book(requirement(rule(confidence="low"), id="paper", for_each={"person": "applicants"}))
    assert told(rules, FAMILY) == [("unverified-rule", "paper")]


def test_a_check_that_nobody_is_sure_of_is_unverified_too() -> None:
    evaluation = with_findings(finding("sure"), finding("slip", confidence="low"), finding("slip", confidence="low"))
    concerns = strict_concerns(evaluation, FAMILY, BOOK, 365)
    assert [each.name for each in concerns] == ["unverified-rule/slip"]


@pytest.mark.parametrize(("age", "stale"), [(0, False), (30, False), (31, True)])
def test_a_source_is_stale_once_it_is_older_than_so_many_days(age: int, stale: bool) -> None:
    concerns = found(book(requirement(id="paper")), case(person()), 30, TODAY + timedelta(days=age))
    assert [(each.name, each.sources) for each in concerns] == ([("stale-source/law", ("law",))] if stale else [])


def test_a_source_that_no_result_rests_on_is_left_alone() -> None:
    evaluation = replace(evaluated(book(), case(person()), TODAY + timedelta(days=99)), sources={})
    assert strict_concerns(evaluation, case(person()), book(), 30) == ()


def test_an_answer_that_another_has_set_aside_counts_for_nothing() -> None:
    rules = book(questions=[{"fact": "b.more", "type": "bool", "when": "a.yes"}])
    family = case(person(), answers={"a.yes": False, "b.more": True})
    (concern,) = found(rules, family)
    assert (concern.name, concern.facts) == ("unused-answer/b.more", ("b.more",))
    assert found(rules, case(person(), answers={"a.yes": True, "b.more": True})) == []


def test_that_a_question_of_safety_was_put_is_told_nowhere() -> None:
    asked = {"fact": "b.more", "type": "bool", "when": "a.yes", "safety": True, "sensitive": True}
    rules = book(questions=[asked])
    assert found(rules, case(person(), answers={"a.yes": False, "b.more": True})) == []


def test_answers_of_other_programs_are_counted_and_not_named() -> None:
    family = case(person(), answers={"other.one": 1, "other.two": 2, "other.none": None})
    (concern,) = found(book(), family)
    assert (concern.name, concern.facts) == ("unused-answer/others", ("answers",))
    assert "2 of the answers" in concern.message.en


@pytest.mark.parametrize(
    ("paper", "used"),
    [
        ({"item": "paper", "person": "ana"}, True),
        ({"item": "paper"}, True),  # the principal applicant's
        ({"item": "paper", "person": "sam"}, False),  # a sponsor isn't asked
        ({"item": "elsewhere", "person": "ana"}, False),
        ({"item": "idle-paper"}, True),  # not needed is something to know of it too
    ],
)
def test_a_document_that_is_for_nothing_on_the_list_is_told_of(paper: Data, used: bool) -> None:
    family = case(person(), person("ana", "dependent-child"), person("sam", "sponsor"), documents=[paper])
    concerns = found(BOOK, family)
    assert [(each.id, each.facts) for each in concerns] == ([] if used else [("unused-document", ("documents[0]",))])


def test_a_document_for_another_country_is_for_nothing() -> None:
    stays = [{"from": "2010-01-01", "to": "present", "country": "AE"}]
    each_country = {"person": "applicants", "country": "person.long_stay_countries"}
    rules = book(requirement(id="police", for_each=each_country))
    for country, used in (("AE", True), ("PH", False)):
        family = case(person(stays=stays), documents=[{"item": "police", "person": "maria", "country": country}])
        assert (found(rules, family) == []) is used


def test_it_fails_whatever_the_limit_but_never_and_only_when_it_is_asked_for() -> None:
    rules = book(requirement(rule("False", confidence="low"), id="paper"))
    one = subject(evaluated(rules, case(person())), family=case(person()), rules=rules)
    codes = [judged(one, Rules(limit, strict=True, stale_after=365)).verdict.code for limit in ("never", "blocker")]
    assert codes == [0, 1]
    assert judged(one, Rules("warning")).verdict.code == 0
