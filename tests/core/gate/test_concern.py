"""What a check may fail for: each thing once, with a name and with the facts where it is best looked at."""

from dataclasses import replace
from typing import Any

import pytest

from ircc_prep.core.gate.concern import concerns
from ircc_prep.core.gate.places import keys_to
from ircc_prep.core.problems import Path
from ircc_prep.core.text import Text
from tests.core.gate.making import BOOK, FAMILY, finding, with_findings
from tests.core.making import book, case, evaluated, interview_rule, person, requirement, rule


def test_what_is_to_get_what_cannot_be_told_and_what_was_found_are_there_in_this_order() -> None:
    evaluation = with_findings(finding("gap", "blocker"), finding("slip", "note"))
    found = [(each.kind, each.name, each.level, each.state) for each in concerns(evaluation)]
    assert found == [
        ("item", "paper/maria", "missing", "missing"),
        ("item", "paper/ana", "missing", "missing"),
        ("item", "paper/ben", "missing", "missing"),
        ("undecided", "open-paper", "undecided", "undetermined"),
        ("finding", "gap", "blocker", "gap"),
        ("finding", "slip", "note", "gap"),
    ]


def test_what_is_ready_recommended_or_not_needed_is_no_concern() -> None:
    rules = book(requirement(id="held"), requirement(rule("False", recommended="True"), id="worth-having"))
    family = case(person(), documents=[{"item": "held", "person": "maria"}])
    assert concerns(evaluated(rules, family)) == ()


def test_a_rule_that_is_not_in_force_leaves_an_item_undecided() -> None:
    rules = book(requirement(rule(start="2026-01-01"), id="later"))
    (found,) = concerns(evaluated(rules, case(person(), submitted="2020-01-01")))
    assert (found.kind, found.level, found.state) == ("undecided", "undecided", "no-rule-in-force")


def test_an_interview_of_which_nothing_can_be_told_is_a_concern_with_what_would_tell() -> None:
    rules = book(interview=[interview_rule("one", "a.yes", "usual")])
    (found,) = concerns(evaluated(rules, case(person())))
    assert (found.kind, found.name, found.level, found.facts) == ("interview", "interview", "undecided", ("a.yes",))
    assert concerns(evaluated(rules, case(person(), answers={"a.yes": True}))) == ()


def test_two_of_one_name_are_told_apart() -> None:
    evaluation = replace(with_findings(finding(person="ana"), finding(person="ana"), finding(person="ben")), items=())
    assert [each.name for each in concerns(evaluation)] == ["history-gap/ana", "history-gap/ana/2", "history-gap/ben"]


@pytest.mark.parametrize(
    ("days", "months"),
    [
        ({"start": "2019-04", "end": "2019-08"}, 5),
        ({"start": "2019-04-30", "end": "2019-05-01"}, 2),
        ({"start": "2018-12", "end": "2019-01"}, 2),
        ({"start": "2019-04"}, None),
        ({"start": "2024-05-01", "end": "2026-11-22"}, None),  # it goes on: tomorrow it is longer
        ({"start": "2027-02-06", "end": "2026-12-16"}, None),  # two days that are compared, and no time between them
        ({}, None),
    ],
)
def test_a_finding_knows_how_long_a_time_it_is_about(days: dict[str, Any], months: int | None) -> None:
    evaluation = replace(with_findings(finding(**days)), items=())
    assert [each.months for each in concerns(evaluation)] == [months]


def test_of_an_item_with_nothing_in_the_file_the_person_is_looked_at() -> None:
    found = {each.name: each.facts for each in concerns(evaluated(BOOK, FAMILY))}
    assert found["paper/ana"] == ("people.ana",)
    assert found["open-paper"] == ("a.yes",)


def test_the_paper_in_hand_is_looked_at_before_what_decides_that_it_is_needed() -> None:
    rules = book(requirement(rule("person.accompanying and a.yes"), id="visa", for_each={"person": "applicant"}))
    family = case(
        person(accompanying=True),
        answers={"a.yes": True},
        documents=[{"item": "visa", "person": "maria", "issued": "2020-01-01", "expires": "2021-01-01"}],
    )
    (found,) = concerns(evaluated(rules, family))
    assert found.state == "expired"
    assert found.facts[0].startswith("documents[0].")
    assert found.facts[-3:] == ("people.maria.accompanying", "a.yes", "people.maria")


def test_of_what_is_in_hand_the_answer_that_is_missing_is_told_and_looked_at() -> None:
    rules = book(requirement(id="visa", for_each={"person": "applicant"}))
    visa = {"item": "visa", "person": "maria", "issued": "2020-01-01", "expires": "2026-11"}
    (found,) = concerns(evaluated(rules, case(person(), documents=[visa])))
    assert (found.level, found.state, found.facts[0]) == ("missing", "unsure", "documents[0].expires")
    assert found.message.en.endswith("You have it. An answer is still missing to tell if it will do.")


@pytest.mark.parametrize(
    ("fact", "keys"),
    [
        ("people.ben.stays[1].from", ("people", 2, "stays", 1, "from")),
        ("people.ana", ("people", 1)),
        ("people.nobody.stays", ("people",)),
        ("people", ("people",)),
        ("documents[3].issued", ("documents", 3, "issued")),
        ("interview.date", ("interview", "date")),
        ("interview.invited", ("answers", "interview.invited")),
        ("funds.amount", ("answers", "funds.amount")),
        ("submitted", ("submitted",)),
    ],
)
def test_a_fact_leads_to_its_keys_in_the_file(fact: str, keys: Path) -> None:
    assert keys_to(fact, FAMILY) == keys


def test_a_finding_that_names_no_fact_is_looked_at_where_its_person_stands() -> None:
    def facts(**more: Any) -> tuple[str, ...]:
        return concerns(replace(with_findings(finding(**more)), items=()))[0].facts

    assert facts(person="ana") == ("people.ana",)
    assert facts(person="ana", facts=("funds.amount",), asks=("a.yes",)) == ("funds.amount", "a.yes")
    assert facts() == ()


def test_a_concern_tells_what_is_the_matter_what_to_do_and_what_it_rests_on() -> None:
    rules = book(
        requirement(id="paper", prepare={"en": "ask", "fr": "demandez"}), requirement(rule("a.yes"), id="open")
    )
    told = finding(prepare=Text("explain", "expliquez"), sources=("law",), words={"name": "Ana"})
    paper, waiting, found = concerns(with_findings(told, family=case(person()), rules=rules))
    assert (paper.message.en, paper.hint and paper.hint.en, paper.sources) == ("words. words", "ask", ("law",))
    assert (waiting.message.fr, waiting.hint, waiting.sources) == ("mots. mots", None, ("law",))
    assert (found.message.en, found.hint and found.hint.en) == ("words", "explain")
    assert (found.sources, found.words) == (("law",), {"name": "Ana"})


def test_what_cannot_be_told_of_somebody_and_a_country_says_so() -> None:
    each_country = {"person": "applicants", "country": "person.long_stay_countries"}
    police = requirement(rule("a.yes"), id="police", for_each=each_country, prepare={"en": "ask", "fr": "demandez"})
    stays = [{"from": "2010-01-01", "to": "present", "country": "AE"}]
    (found,) = concerns(evaluated(book(police), case(person(stays=stays))))
    assert (found.name, found.person, found.country) == ("police/maria/AE", "maria", "AE")
    assert (found.hint and found.hint.en, found.facts[0]) == ("ask", "a.yes")
