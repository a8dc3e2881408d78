"""What follows differently: everything in the result that differs is told of, and nothing else."""

import copy
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.api.views import words_for
from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import case_differences
from ircc_prep.core.differences.outcome_differences import Outcomes, outcome_differences
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.render.differences.case_json import sides_of
from ircc_prep.render.result_json import result
from tests.core.differences.versions import data_of, edited, shuffled

DAY = date(2026, 11, 22)
PERSONAS = sorted((Path(__file__).parents[3] / "checklists" / "personas").glob("*.yaml"))
FEW = settings(max_examples=12, deadline=None)
# Facts that a line was read from are answers; their paths move with the entries.
ANSWERS = {"why", "holding_why", "facts", "asks", "missing_facts", "verifies", "raised_by", "settles", "fact"}
LISTS = {"items": "items", "findings": "findings", "computed": "figures", "officer_questions": "officer_questions",
         "guidance": "guidance", "open_questions": "open_questions"}  # fmt: skip


@cache
def book(program: str) -> Rulebook:
    return Pack(examples=False).load(program)


@cache
def persona(path: Path) -> Case:
    return load(path).case


def outcomes(old: Case, new: Case) -> Outcomes:
    before, after = (evaluate(book(each.program), each, DAY) for each in (old, new))
    return outcome_differences(before, after, case_differences(old, new))


def bare(value: Any) -> Any:
    """A result without the paths of the answers."""
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items() if key not in ANSWERS}
    return [bare(each) for each in value] if isinstance(value, list) else value


def left_over(found: Outcomes) -> dict[str, tuple[list[Any], list[Any]]]:
    """What of the two results as JSON is told of by no difference: brute comparison, as bags."""
    words = words_for(book(found.new.case.program), "en")
    results = [result(each, "0", words) for each in (found.old, found.new)]
    told = sides_of(found, words, "0")
    left = {}
    for name, attribute in LISTS.items():
        bags = []
        for side, made, key in zip(("old", "new"), results, told, strict=True):
            rest = [bare(each) for each in made[name]]
            for difference in getattr(found, attribute):
                one = getattr(difference, side)
                if one is not None:
                    rest.remove(bare(key[id(one)]))
            bags.append(sorted(rest, key=repr))
        if bags[0] != bags[1]:
            left[name] = (bags[0], bags[1])
    return left


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_two_evaluations_of_one_case_differ_in_nothing(path: Path) -> None:
    assert outcomes(persona(path), persona(path)).every == ()


@given(st.sampled_from(PERSONAS).flatmap(lambda path: st.tuples(st.just(persona(path)), shuffled(persona(path)))))
@FEW
def test_another_order_of_entries_changes_no_verdict(pair: tuple[Case, Case]) -> None:
    assert [each for each in outcomes(*pair).verdicts if each.decisive] == []


@given(st.sampled_from(PERSONAS).flatmap(lambda path: st.tuples(st.just(persona(path)), edited(persona(path)))))
@settings(max_examples=40, deadline=None)
def test_no_outcome_differs_without_being_told_of(pair: tuple[Case, Case]) -> None:
    old, new = pair
    if {each.id for each in old.people or ()} != {each.id for each in new.people or ()}:
        return  # names of people stand in results; who is who is shown by the tests of matching
    assert left_over(outcomes(old, new)) == {}


def test_a_difference_names_the_changed_answers_that_it_rests_on() -> None:
    old = persona(next(path for path in PERSONAS if path.stem == "spouse-partner.fr"))
    data = copy.deepcopy(data_of(old))
    data["documents"] = [each for each in data["documents"] if each["item"] != "medical-exam"]
    data["people"][0]["activities"][3]["to"] = "2024-05-31"
    found = outcomes(old, Case.model_validate(data))
    (exam,) = found.items
    assert exam.old
    assert exam.new
    assert (exam.new.id, exam.old.holding, exam.new.holding, exam.changed) == (
        "medical-exam",
        "ready",
        "missing",
        ("holding",),
    )
    assert [change.old.item for change in exam.rests_on] == ["medical-exam"]
    (gap,) = found.findings
    assert gap.new is None
    assert [change.path for change in gap.rests_on] == ["people.amel.activities[3].to"]
    assert found.decisive


def named(stem: str) -> Case:
    return persona(next(path for path in PERSONAS if path.stem == stem))


def test_a_gap_rests_on_the_entry_that_went_and_its_end_on_the_one_that_came() -> None:
    whole = named("parents-grandparents.en")
    data = copy.deepcopy(data_of(whole))
    data["people"][2]["activities"].pop(0)
    less = Case.model_validate(data)
    for old, new in ((whole, less), (less, whole)):
        (gap,) = (each for each in outcomes(old, new).findings if each.any.code == "history-gap")
        assert [change.path for change in gap.rests_on] == ["people.simran.activities[0]"]


def test_a_gap_between_two_stays_rests_on_the_stay_that_was_there() -> None:
    whole = named("quebec-selected.en")
    data = copy.deepcopy(data_of(whole))
    data["people"][0]["stays"].pop(2)
    (gap,) = (each for each in outcomes(whole, Case.model_validate(data)).findings if each.any.code == "address-gap")
    assert [change.path for change in gap.rests_on] == ["people.arash.stays[2]"]


def test_an_item_rests_on_whose_its_paper_turned_out_to_be() -> None:
    whole = named("parents-grandparents.en")
    data = copy.deepcopy(data_of(whole))
    assert data["documents"][1].pop("person") == "harpreet"
    for old, new in ((whole, Case.model_validate(data)), (Case.model_validate(data), whole)):
        (letter,) = outcomes(old, new).items
        assert letter.any.id == "invitation-letter"
        assert [change.path for change in letter.rests_on] == ["documents[1].person"]


def test_a_gap_that_became_shorter_is_the_same_gap() -> None:
    old = persona(next(path for path in PERSONAS if path.stem == "spouse-partner.fr"))
    data = copy.deepcopy(data_of(old))
    data["people"][0]["activities"][3]["to"] = "2024-04-30"
    (gap,) = outcomes(old, Case.model_validate(data)).findings
    assert gap.old
    assert gap.new
    assert (str(gap.old.start), str(gap.new.start)) == ("2024-04", "2024-05")
    assert gap.decisive


def test_a_reason_in_other_words_is_no_other_outcome() -> None:
    old = persona(next(path for path in PERSONAS if path.stem == "spouse-partner.fr"))
    before = evaluate(book(old.program), old, DAY)
    (first, *rest) = before.items

    after = replace(before, items=(replace(first, reason=Text("Otherwise.", "Autrement.")), *rest))
    found = outcome_differences(before, after)
    (only,) = found.items
    assert (only.changed, only.decisive, found.decisive) == (("reason",), False, False)
