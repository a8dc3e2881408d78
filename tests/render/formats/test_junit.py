"""JUnit XML, as its readers take it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from junitparser import Error, Failure, Skipped

from ircc_prep.core.gate.concern import Level
from ircc_prep.core.gate.verdict import FailOn
from ircc_prep.core.problems import Place
from ircc_prep.core.text import same
from ircc_prep.render.formats.junit import junit
from tests.render.formats.made import DAY, checked, concern, found, unread
from tests.render.formats.readers import suites_of
from tests.render.formats.texts import ANY_TEXT, FEWER, FILE_NAMES


def suites(*cases: Any) -> list[Any]:
    return list(suites_of(junit(cases, DAY)))


def outcomes(*concerns: Any, fail_on: FailOn = "missing") -> list[Any]:
    """What became of each concern: its failure or why it is skipped."""
    (suite,) = suites(checked(concerns, fail_on=fail_on))
    return [test.result[0] for test in suite if test.result]


def test_each_case_is_a_suite_and_its_numbers_add_up() -> None:
    for suite in suites(found(), found("b.yaml", "fr"), unread(place=Place("bad.yaml", 1, 1))):
        kinds = [type(test.result[0]) if test.result else None for test in suite]
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            len(kinds),
            kinds.count(Failure),
            kinds.count(Error),
            kinds.count(Skipped),
        )
        assert str(suite.timestamp) == "2026-11-22T00:00:00"


def test_what_is_ready_passes_under_its_own_name() -> None:
    case = found()
    (suite,) = suites(case)
    passed = {test.name for test in suite if not test.result}
    ready = {item.name for item in case.evaluation.items if item.status == "needed" and item.holding == "ready"}
    assert passed == ready != set()
    assert {test.name for test in suite if test.result} == {each.name for each in case.concerns}


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("never", set()),
        ("blocker", {"blocker"}),
        ("missing", {"blocker", "missing"}),
        ("warning", {"blocker", "missing", "warning"}),
    ],
)
def test_what_fail_on_names_fails_and_everything_else_is_skipped(fail_on: FailOn, failing: set[Level]) -> None:
    levels: tuple[Level, ...] = ("blocker", "missing", "undecided", "warning", "note")
    made = outcomes(*(concern(level=level, name=level) for level in levels), fail_on=fail_on)
    assert [isinstance(each, Failure) for each in made] == [level in failing for level in levels]
    assert all(isinstance(each, Failure | Skipped) for each in made)


def test_a_skipped_one_says_why_and_an_expired_waiver_fails() -> None:
    waived: dict[str, Any] = {"owner": "Ana Lim", "reason": same("It comes on Friday"), "expires": date(2026, 12, 1)}
    first, second, third, fourth = outcomes(
        concern(name="a", standing="waived", **waived),
        concern(name="b", standing="accepted"),
        concern(name="c", standing="expired", **waived),
        concern(name="d", level="note"),
    )
    assert isinstance(first, Skipped)
    assert "Waived until December\u00a01, 2026 by Ana Lim: It comes on Friday" in first.text
    assert isinstance(second, Skipped)
    assert "baseline" in second.text
    assert isinstance(third, Failure)
    assert third.type == "missing"
    assert "The waiver ended" in third.text
    assert "--fail-on" in fourth.text


def test_a_failure_says_where_to_look_and_what_to_do() -> None:
    (made,) = outcomes(concern(facts=("people.maria.stays[1].country",), hint=same("Get it.")))
    assert made.message == "To get — It is missing."
    where, *rest = made.text.split("\n\n")
    assert where.startswith("maria.yaml:5:18 — Maria’s places lived in, 2nd entry (Dubai")
    assert rest == ["Get it."]


def test_a_case_that_cannot_be_read_has_an_error_for_each_problem() -> None:
    (suite,) = suites(unread(place=Place("bad.yaml", 3, 5)))
    (test,) = suite
    (error,) = test.result
    assert isinstance(error, Error)
    assert (test.name, error.type, error.message) == ("missing-key", "missing-key", "The key “role” is missing.")
    assert error.text == "bad.yaml:3:5\n\nAdd it."


def test_each_problem_of_a_case_that_cannot_be_read_has_a_name_of_its_own() -> None:
    one = unread()
    (suite,) = suites(replace(one, problems=one.problems * 3))
    assert [test.name for test in suite] == ["missing-key", "missing-key/2", "missing-key/3"]


def test_the_same_case_gives_the_same_output() -> None:
    assert junit([found()], DAY) == junit([found()], DAY)


def possible(text: str) -> str:
    """What XML can hold of a text: other characters are marked, and a line ends in one way."""
    one_way = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = {*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)} - {9, 10}
    return "".join("\ufffd" if ord(letter) in forbidden else letter for letter in one_way)


@FEWER
@given(message=ANY_TEXT, hint=ANY_TEXT, name=ANY_TEXT)
def test_any_text_reads_back_as_it_was(message: str, hint: str, name: str) -> None:
    (suite,) = suites(checked([concern(message, hint=same(hint), name=name)], places=False))
    test = next(each for each in suite if each.result)
    (made,) = test.result
    assert (made.message, made.text) == (possible(f"To get — {message}"), possible(hint))
    assert test.name == possible(name)


@FEWER
@given(name=FILE_NAMES)
def test_any_file_name_is_valid(name: str) -> None:
    assert [suite.name for suite in suites(checked([concern()], name), unread(name))] == [possible(name)] * 2
