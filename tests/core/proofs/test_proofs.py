"""What a search for a case comes to: a case that shows it, the proof that there is none, or nothing found."""

from datetime import date
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.examples import run_examples
from ircc_prep.core.lint.checklist import lint
from ircc_prep.core.proofs.aims import holding_aim, status_aim
from ircc_prep.core.proofs.gaps import Gap, explained
from ircc_prep.core.proofs.impossible import contradictory, ready_in, unreachable
from ircc_prep.core.proofs.search import Witness, shown
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.files import yaml_text
from ircc_prep.files.checklists import Pack
from tests.core.making import PAIR, Data, book, guidance, interview_rule, question, requirement, rule

OF_EACH: dict[str, Any] = {"for_each": {"person": "applicants"}}
# A condition that somebody may be asked for, and what is known of its being true, and of its being false.
CONDITIONS = [
    ("a.yes", "witness", "witness"),
    ("a.yes and not a.yes", "never", "witness"),
    ("trp.ground == 'health' or trp.ground != 'health'", "witness", "never"),
    ("funds.amount > 5000 and funds.amount < 5002", "witness", "witness"),
    ("funds.amount > 5000 and funds.amount < 4000", "not-found", "witness"),
    ("invitation.date >= '2026-03-31' and invitation.date < '2026-04-01'", "witness", "witness"),
    ("person.age_on(submitted) >= 18", "witness", "witness"),
    ("person.age_on(submitted) < 18 and person.age_on(submitted) >= 22", "not-found", "witness"),
    ("person.role == 'dependent-child' and person.age_on(submitted) >= 22", "witness", "witness"),
    ("any(s.country == 'IR' for s in person.stays)", "witness", "witness"),
    ("any(s.country == 'IR' and s.country == 'SY' for s in person.stays)", "not-found", "witness"),
    ("travel.last_country == 'IR'", "witness", "witness"),
    ("notes.free == 'word'", "witness", "witness"),
    ("notes.free != 'word' and notes.free != 'x'", "witness", "witness"),
    # What turns about the shape of a case itself: its days, who is in it, its stream. No proof may overlook one.
    ("submitted >= '2020-06-01' and submitted < '2020-09-01'", "witness", "witness"),
    ("submitted < '2014-01-01'", "never", "witness"),  # before there was the rule
    ("today >= '2027-06-01'", "witness", "witness"),
    ("today > months_after(submitted, 30)", "witness", "witness"),
    ("today > days_after(submitted, 600)", "witness", "witness"),
    ("value('funds', family_size) > 175", "witness", "witness"),
    ("family_size >= 5", "witness", "witness"),
    ("count(c for c in children) >= 4", "witness", "witness"),
    ("count(s for s in sponsors) == 2 and count(c for c in children) == 0", "witness", "witness"),
    ("stream == 'cec' and count(p for p in partners) == 1 and count(c for c in children) == 0", "witness", "witness"),
    ("count(t for t in person.trips) >= 2", "witness", "witness"),
    ("stream == 'cec' and stream == 'fsw'", "never", "witness"),
    ("'IR' in person.citizenships and 'SY' in person.citizenships", "not-found", "not-found"),
    ("funds.amount * 2 > 7001 and funds.amount * 2 < 7005", "not-found", "witness"),
]


@pytest.mark.parametrize(("needed", "being_true", "being_false"), CONDITIONS)
def test_a_condition_has_a_case_that_shows_it_or_none(needed: str, being_true: str, being_false: str) -> None:
    rules = book(requirement(rule(needed), **OF_EACH))
    (compiled,) = rules.requirements
    for statuses, expected in (({"needed"}, being_true), ({"not-needed"}, being_false)):
        found = shown(rules, status_aim(rules, compiled, compiled.rules[0], statuses))
        assert ("witness" if isinstance(found, Witness) else found) == expected
        if isinstance(found, Witness):
            assert statuses & {
                item.status for item in evaluate(rules, Case.model_validate(found.given), found.day).items
            }


def test_the_case_that_is_shown_holds_nothing_that_it_does_without() -> None:
    rules = book(requirement(rule("person.age_on(submitted) >= 18 and a.yes"), **OF_EACH))
    found = shown(rules, status_aim(rules, rules.requirements[0], rules.requirements[0].rules[0], {"needed"}))
    assert isinstance(found, Witness)
    (person,) = found.given["people"]
    assert sorted(found.given) == ["answers", "people", "program", "schema"]
    assert sorted(person) == ["date_of_birth", "id", "role"]


def test_each_version_is_shown_by_a_case_of_its_own_days() -> None:
    rules = book(requirement(rule("a.yes", "2015-01-01"), rule("a.also", "2026-01-01")))
    (compiled,) = rules.requirements
    days = []
    for version in compiled.rules:
        found = shown(rules, status_aim(rules, compiled, version, {"needed"}))
        assert isinstance(found, Witness)
        days.append(found.day)
    assert days[0] < date(2026, 1, 1) <= days[1]


def test_an_answer_whose_question_cannot_be_put_shows_nothing() -> None:
    asked = [question("b.first", type="bool"), question("b.second", type="bool", when="b.first")]
    rules = book(requirement(rule("b.second and not b.first"), id="second"), questions=asked)
    found = shown(rules, status_aim(rules, rules.requirements[0], rules.requirements[0].rules[0], {"needed"}))
    assert found == "not-found"


@pytest.mark.parametrize(
    ("holding", "expected"),
    [
        ({"issued-too-early": "held.issued < '2020-01-01'"}, []),
        ({"incomplete": "a.yes or not a.yes"}, ["contradictory"]),
        # Of days there are too many for a proof: only an example is asked for.
        (
            {"issued-too-early": "held.issued < '2020-01-01'", "incomplete": "held.issued >= '2020-01-01'"},
            ["example-missing"],
        ),
        ({"incomplete": "funds.amount * 2 <= 7001 or funds.amount * 2 >= 7005"}, ["example-missing"]),
    ],
)
def test_a_paper_that_is_never_good_enough_is_told_of_with_a_case_that_asks_for_it(
    holding: Data, expected: list[str]
) -> None:
    rules = book(requirement(rule("a.yes", holding={**holding, "because": dict.fromkeys(holding, PAIR)})))
    problems = list(contradictory(rules, ready=()))
    assert [problem.id for problem in problems] == expected
    assert list(contradictory(rules, ready={"paper"})) == []
    for problem in problems:
        assert problem.path[-1] == "holding"
        assert problem.id != "contradictory" or '"a.yes": true' in problem.hint.en


@pytest.mark.parametrize(
    ("first", "second", "reachable"),
    [
        ("a.yes", "a.also", True),
        ("a.yes", "a.yes and a.also", False),
        ("True", "a.yes", False),
        ("a.yes", "count(t for t in applicant.trips) >= 2", True),
        ("a.yes", "count(c for c in children) >= 3", True),
        ("a.yes", "funds.amount * 2 > 7001 and funds.amount * 2 < 7005", True),
        ("notes.free == 'x'", "notes.free != 'word'", True),
    ],
)
def test_a_rule_of_the_interview_behind_one_that_always_decides_is_told_of(
    first: str, second: str, reachable: bool
) -> None:
    rules = book(interview=[interview_rule("one", first, "possible"), interview_rule("two", second, "usual")])
    problems = list(unreachable(rules, ()))
    assert (problems == []) is reachable
    assert [problem.path[-2:] for problem in problems] == [(1, "when")] * (not reachable)


def test_rules_that_say_the_same_may_stand_behind_one_another() -> None:
    rules = book(interview=[interview_rule("one", "a.yes", "usual"), interview_rule("two", "a.yes", "usual")])
    assert list(unreachable(rules, ())) == []


def gaps(rules: Rulebook) -> list[Gap]:
    return [each for each in lint(rules, list(run_examples(rules))) if isinstance(each, Gap)]


def as_given(hint: str) -> Any:
    """The case in a hint, as an author would paste it."""
    return yaml_text.read("{" + hint.partition("case shows it: ")[2] + "}", "hint").data


def test_the_case_in_the_hint_closes_the_gap_once_it_is_an_example() -> None:
    parts: dict[str, Any] = {"guidance": [guidance("told", "a.yes and funds.amount >= 100")]}
    wanted = {True: "shown", False: "hidden"}
    examples = []
    for each in gaps(book(**parts)):
        given = as_given(explained([each]).hint.en)
        shown_or_not = {"guidance/told": wanted[each.side]}
        examples.append({"name": "pasted", "on": str(given["on"]), "given": given["given"], "expect": shown_or_not})
    assert len(examples) == 2
    rules = book(**parts, examples=examples)
    assert [problem for each in run_examples(rules) for problem in each.problems] == []
    assert gaps(rules) == []


def test_what_never_happens_is_told_instead_of_an_example_asked_for() -> None:
    told = [explained([each]).id for each in gaps(book(guidance=[guidance("told", "a.yes and not a.yes")]))]
    assert told == ["never-fires", "example-missing"]


def test_what_one_program_never_does_another_that_shares_the_topic_may_show() -> None:
    never, at_times = (gaps(book(guidance=[guidance("told", when)]))[0] for when in ("a.yes and not a.yes", "a.yes"))
    assert explained([never, at_times]).id == "example-missing"
    assert "This case shows it" in explained([never, at_times]).hint.en
    assert explained([never, never]).id == "never-fires"


@pytest.mark.slow
@pytest.mark.parametrize("program", ["citizenship", "prra-hearing", "pr-card", "visitor", "express-entry"])
def test_what_a_shipped_example_shows_is_never_said_not_to_happen(program: str) -> None:
    """Every condition of a program's own files is shown from both sides by its examples: no proof may deny it."""
    rules = Pack().load(program)
    denied = []
    for compiled in rules.requirements:
        if compiled.file.startswith("common/"):
            continue
        for version in compiled.rules:
            aims = [] if version.needed.constant else [status_aim(rules, compiled, version, {"needed"})]
            aims += [
                holding_aim(rules, compiled, version, lambda state, key=key: state == key)  # type: ignore[misc]
                for key, fault in version.holding.faults.items()
                if not fault.constant
            ]
            denied += [compiled.requirement.id for aim in aims if shown(rules, aim) == "never"]
    assert denied == []


@pytest.mark.slow
@pytest.mark.parametrize("program", ["pr-card", "quebec-selected"])
def test_the_shipped_checklists_hold_nothing_unreachable_or_contradictory(program: str) -> None:
    rules = Pack().load(program)
    assert list(unreachable(rules, ())) == []
    assert list(contradictory(rules, ready_in(run_examples(rules)))) == []
