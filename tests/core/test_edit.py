"""Changing one fact of a case file's data by its path."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.edit import fact_in, with_fact, with_unsure, without_person

DATA: dict[str, Any] = {
    "schema": 1,
    "program": "express-entry",
    "people": [
        {"id": "maria", "role": "principal-applicant", "stays": [{"from": "2020-01", "country": "SG"}]},
        {"id": "paul", "role": "spouse-or-partner"},
    ],
    "answers": {"a.yes": True},
    "documents": [{"item": "paper"}],
    "unsure": ["trp.ground", "people.maria.stays[0].from"],
}
PATHS = [
    "stream", "submitted", "planned_submission", "language", "interview.date", "interview.kind", "interview.city",
    "interview.requested", "people.maria.stays", "people.maria.stays[0].from", "people.paul.given_names",
    "people.paul.stays", "documents[0].issued", "documents", "a.yes", "funds.amount", "interview.invited", "trp.ground",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_what_is_set_is_read_back_and_the_given_data_stay_as_they_were(path: str) -> None:
    before = copy.deepcopy(DATA)
    changed = with_fact(DATA, path, ["new"])
    assert fact_in(changed, path) == ["new"]
    assert fact_in(with_fact(changed, path, None), path) is None
    assert before == DATA


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("interview.date", ("interview", "date")), ("interview.invited", ("answers", "interview.invited")),
        ("people.paul.stays", ("people", 1, "stays")), ("people.maria.stays[0].to", ("people", 0, "stays", 0, "to")),
        ("documents[0].issued", ("documents", 0, "issued")), ("submitted", ("submitted",)), ("x", ("answers", "x")),
    ],
)  # fmt: skip
def test_a_fact_lands_where_the_case_file_has_it(path: str, place: tuple[Any, ...]) -> None:
    here: Any = with_fact(DATA, path, "new")
    for step in place:
        here = here[step]
    assert here == "new"


@pytest.mark.parametrize(
    "path",
    [
        "people.nobody.stays", "people.maria.stays[7].from", "people.maria.stays[7]", "people.paul.stays[0].from",
        "documents[3].issued",
    ],
)  # fmt: skip
def test_a_path_that_leads_nowhere_changes_nothing(path: str) -> None:
    assert with_fact(DATA, path, "new") == with_fact(DATA, "trp.none", None)
    assert fact_in(DATA, path) is None


def test_answering_takes_the_fact_and_its_parts_off_the_unsure_list() -> None:
    assert with_fact(DATA, "trp.ground", "health")["unsure"] == ["people.maria.stays[0].from"]
    assert with_fact(DATA, "people.maria.stays", [])["unsure"] == ["trp.ground"]
    both = with_fact(with_fact(DATA, "trp.ground", "health"), "people.maria.stays[0].from", 2020)
    assert "unsure" not in both


def test_being_unsure_takes_the_answer_away() -> None:
    changed = with_unsure(DATA, "a.yes")
    assert (changed["answers"], changed["unsure"][-1]) == ({}, "a.yes")
    again = with_unsure(changed, "a.yes")
    assert again["unsure"].count("a.yes") == 1


def test_keys_stand_in_the_contracts_order() -> None:
    scrambled = {key: DATA[key] for key in reversed(list(DATA))}
    changed = with_fact(with_fact(scrambled, "interview.date", "2026-12-01"), "submitted", "2026-03-14")
    assert list(changed) == ["schema", "program", "submitted", "interview", "people", "answers", "documents", "unsure"]


@given(
    st.text(max_size=30)
    | st.sampled_from([*PATHS, "people", "people.", "people.maria", "people.maria.", "interview.", ".", "["])
)
def test_no_path_raises(path: str) -> None:
    with_fact(DATA, path, "new")
    with_fact({"schema": 1, "people": None, "answers": None, "documents": None}, path, None)
    with_unsure(DATA, path)
    fact_in(DATA, path)


def test_a_year_that_is_all_that_is_known_stays_beside_the_mark() -> None:
    data: dict[str, Any] = {"people": [{"id": "maria", "date_of_birth": "1992"}]}
    marked = with_unsure(data, "people.maria.date_of_birth", known_in_part=True)
    assert marked == {**data, "unsure": ["people.maria.date_of_birth"]}
    assert with_fact(marked, "people.maria.date_of_birth", "1992-07-03").get("unsure") is None


def test_a_person_goes_with_their_papers_and_with_what_they_were_not_sure_of() -> None:
    data: dict[str, Any] = {
        "people": [{"id": "maria"}, {"id": "leo"}],
        "documents": [{"item": "photo", "person": "leo"}, {"item": "photo", "person": "maria"}, {"item": "form"}],
        "unsure": ["people.leo.stays", "documents[0].issued", "documents[2].issued", "people.maria.stays", "a.fact"],
    }
    left = without_person(data, "leo")
    assert left["people"] == [{"id": "maria"}]
    assert left["documents"] == [{"item": "photo", "person": "maria"}, {"item": "form"}]
    assert left["unsure"] == ["documents[1].issued", "people.maria.stays", "a.fact"]
    assert without_person({"people": [{"id": "maria"}, {"id": "leo"}]}, "leo") == {"people": [{"id": "maria"}]}
