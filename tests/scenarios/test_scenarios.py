"""Thirty lives, each with what an experienced officer would raise in it and what would be a false alarm.

What is expected was decided from the lives themselves, not from what the checks happen to say. When a check and a
scenario disagree, ask first which of the two an officer would call wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Finding
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.validation.case import answer_problems, item_problems, stream_problems
from ircc_prep.files.case_file import checked
from ircc_prep.files.checklists import Pack
from ircc_prep.files.yaml_text import read

FILES = sorted(Path(__file__).parent.glob("[0-9][0-9]-*.yaml"))
KEYS = {"name", "story", "on", "case", "raised", "notes", "quiet"}
PARTS_OF_RAISED = {"code", "person", "severity", "because"}
ABOVE_A_NOTE = ("blocker", "warning")


@dataclass(frozen=True, order=True)
class Raised:
    """One thing that an officer raises, of one person or (with an empty `person`) of the couple or the whole case."""

    code: str
    person: str
    severity: str


@cache
def written(path: Path) -> Mapping[str, Any]:
    data = read(path.read_bytes(), str(path)).data
    assert isinstance(data, dict)
    return data


@cache
def book(program: str) -> Rulebook:
    return Pack().load(program)


@cache
def found(path: Path) -> tuple[Finding, ...]:
    """What the shipped checklist finds in the scenario's case."""
    scenario = written(path)
    case = Case.model_validate({"schema": 1, **scenario["case"]})
    return evaluate(book(case.program), case, date.fromisoformat(scenario["on"])).findings


def above_a_note(findings: Iterable[Finding]) -> set[Raised]:
    return {Raised(each.code, each.person or "", each.severity) for each in findings if each.severity in ABOVE_A_NOTE}


def expected(path: Path) -> set[Raised]:
    return {Raised(each["code"], each["person"] or "", each["severity"]) for each in written(path)["raised"]}


scenarios = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_there_are_thirty_scenarios() -> None:
    assert len(FILES) == 30


@scenarios
def test_a_scenario_is_whole_and_its_case_can_be_read(path: Path) -> None:
    scenario = written(path)
    assert set(scenario) == KEYS
    case, problems = checked({"schema": 1, **scenario["case"]})
    assert case is not None, problems
    answers, _ = Pack().declared(book(case.program))
    _, items = Pack().declared_anywhere()
    problems += answer_problems(case, answers)
    problems += item_problems(case, items)
    problems += stream_problems(case, book(case.program).streams)
    assert problems == []


@scenarios
def test_a_scenario_speaks_of_findings_and_people_that_there_are(path: Path) -> None:
    scenario = written(path)
    for each in scenario["raised"]:
        assert set(each) == PARTS_OF_RAISED
        assert each["severity"] in ABOVE_A_NOTE
    codes = {each["code"] for each in scenario["raised"]} | {*scenario["notes"], *scenario["quiet"]}
    known = {code for program in Pack().programs() for code in book(program).findings}
    assert codes - known == set()
    people = {person["id"] for person in scenario["case"]["people"]}
    assert {each["person"] for each in scenario["raised"]} - {None} <= people


@scenarios
def test_everything_that_an_officer_would_raise_is_raised(path: Path) -> None:
    assert sorted(expected(path) - above_a_note(found(path))) == []


@scenarios
def test_nothing_else_is_raised_above_a_note(path: Path) -> None:
    assert sorted(above_a_note(found(path)) - expected(path)) == []


@scenarios
def test_a_known_false_alarm_is_a_note_at_most(path: Path) -> None:
    quiet = set(written(path)["quiet"])
    assert sorted(each for each in above_a_note(found(path)) if each.code in quiet) == []
