"""What was answered, changed and removed between two versions of a case."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import Change, case_differences
from tests.core.differences.applying import applied, content
from tests.core.differences.versions import pairs, shuffled
from tests.core.generating import cases
from tests.core.making import case, person

DUBAI = {"from": "2018-03", "to": "present", "country": "AE", "city": "Dubai"}
CEBU = {"from": "2010-06", "to": "2018-03", "country": "PH", "city": "Cebu"}


def changes(old: Case, new: Case) -> tuple[Change, ...]:
    return case_differences(old, new).changes


def brief(old: Case, new: Case) -> list[tuple[str, str, Any, Any]]:
    """Changes as a table has them; dates as their words, nouns as `…`."""
    return [(each.kind, each.path, _short(each.old), _short(each.new)) for each in changes(old, new)]


def _short(value: Any) -> Any:
    return (
        value
        if value is None or isinstance(value, str | int | tuple)
        else "…"
        if hasattr(value, "model_dump")
        else str(value)
    )


def maria(**fields: Any) -> Case:
    return case(person(**fields))


@given(cases())
@settings(max_examples=25)
def test_a_case_differs_in_nothing_from_itself(one: Case) -> None:
    assert changes(one, one) == ()


@settings(max_examples=25)
@given(cases().flatmap(lambda one: st.tuples(st.just(one), shuffled(one))))
def test_another_order_of_entries_and_people_is_no_change(pair: tuple[Case, Case]) -> None:
    assert changes(*pair) == ()


@given(pairs())
@settings(max_examples=40)
def test_making_every_change_that_is_told_of_gives_the_new_case(pair: tuple[Case, Case]) -> None:
    old, new = pair
    assert applied(old, changes(old, new)) == content(new)


@given(pairs())
@settings(max_examples=40)
def test_what_is_added_one_way_is_removed_the_other_way(pair: tuple[Case, Case]) -> None:
    forth, back = changes(*pair), changes(*reversed(pair))
    turned = {"added": "removed", "removed": "added"}
    whole = [each for each in forth if None in (each.old_path, each.new_path) and each.kind in turned]
    other = [each for each in back if None in (each.old_path, each.new_path) and each.kind in turned]
    assert len(whole) == len(other)


TABLE = [
    ("an end day that was filled in", {"stays": [DUBAI]}, {"stays": [{**DUBAI, "to": "2024-05"}]},
     [("changed", "people.maria.stays[0].to", None, "2024-05")]),
    ("a year that became a month", {"stays": [{**CEBU, "from": "2010"}]}, {"stays": [CEBU]},
     [("changed", "people.maria.stays[0].from", "2010", "2010-06")]),
    ("an entry more, placed first", {"stays": [DUBAI]}, {"stays": [CEBU, DUBAI]},
     [("added", "people.maria.stays[0]", None, "…")]),
    ("an entry less", {"stays": [CEBU, DUBAI]}, {"stays": [DUBAI]}, [("removed", "people.maria.stays[0]", "…", None)]),
    ("another journey to the same country for the same reason is another journey",
     {"trips": [{"from": "2019-12-20", "to": "2020-01-08", "country": "CA", "purpose": "family"}]},
     {"trips": [{"from": "2023-07-01", "to": "2023-07-20", "country": "CA", "purpose": "family"}]},
     [("added", "people.maria.trips[0]", None, "…"), ("removed", "people.maria.trips[0]", "…", None)]),
    ("a renewed passport is another one",
     {"passports": [{"country": "PH", "number": "A1", "issued": "2014-01-01", "expires": "2019-01-01"}]},
     {"passports": [{"country": "PH", "number": "B2", "issued": "2019-01-02", "expires": "2029-01-01"}]},
     [("added", "people.maria.passports[0]", None, "…"), ("removed", "people.maria.passports[0]", "…", None)]),
    ("a list that is answered with none", {}, {"refusals": []}, [("answered", "people.maria.refusals", None, ())]),
    ("a list that is no longer answered", {"refusals": []}, {}, [("removed", "people.maria.refusals", (), None)]),
    ("citizenships in another order", {"citizenships": ["PH", "AE"]}, {"citizenships": ["AE", "PH"]}, []),
    ("one citizenship more", {"citizenships": ["PH"]}, {"citizenships": ["PH", "AE"]},
     [("changed", "people.maria.citizenships", ("PH",), ("PH", "AE"))]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_entries_are_matched_as_a_reader_would(old: Any, new: Any, told: Any) -> None:
    assert brief(maria(**old), maria(**new)) == told


def test_an_end_that_was_going_on_is_said_as_such_and_keeps_both_paths() -> None:
    old, new = maria(stays=[CEBU, DUBAI]), maria(stays=[{**DUBAI, "to": "2024-05"}, CEBU])
    (change,) = changes(old, new)
    assert (change.old_path, change.new_path) == ("people.maria.stays[1].to", "people.maria.stays[0].to")


def test_somebody_with_another_id_is_known_by_name_and_the_papers_stay_theirs() -> None:
    paper = {"item": "passport", "issued": "2020-01-01"}
    old = case(
        person(family_name="Santos", given_names="Maria", stays=[DUBAI]), documents=[{**paper, "person": "maria"}]
    )
    new = case(
        person("ana", family_name="SANTOS", given_names="Maria", stays=[DUBAI]), documents=[{**paper, "person": "ana"}]
    )
    found = brief(old, new)
    assert ("changed", "people.ana.id", "maria", "ana") in found
    assert {path for _, path, *_ in found} == {"people.ana.id", "people.ana.family_name"}


def test_twins_with_new_ids_are_not_taken_for_each_other() -> None:
    twins = [
        person(id, "dependent-child", given_names=name, family_name="Li", date_of_birth="2015-04-05")
        for id, name in (("a", "Bo"), ("b", "An"))
    ]
    again = [{**twins[1], "id": "y"}, {**twins[0], "id": "x"}]
    together = case_differences(case(*twins), case(*again)).together
    assert together.people == {"a": "x", "b": "y"}


def test_what_is_asked_and_not_known_is_a_change() -> None:
    open_fact, doubted = case(person()), case(person(), unsure=["a.yes"])
    answered = case(person(), answers={"a.yes": True})
    (first,) = changes(open_fact, doubted)
    assert (first.kind, first.was_unsure, first.is_unsure) == ("doubt", False, True)
    (second,) = changes(doubted, answered)
    assert (second.kind, second.old, second.new, second.was_unsure, second.is_unsure) == (
        "answered",
        None,
        True,
        True,
        False,
    )
    (third,) = changes(answered, doubted)
    assert (third.kind, third.is_unsure) == ("removed", True)


@pytest.mark.parametrize(
    ("old", "new", "same"), [(2018, "2018", True), (5, 5.0, True), (1, True, False), (0, False, False)]
)
def test_answers_are_compared_as_what_they_say(old: Any, new: Any, same: bool) -> None:
    found = changes(case(answers={"a.x": old}), case(answers={"a.x": new}))
    assert (found == ()) is same


def test_a_list_of_thousands_of_entries_keeps_nobody_waiting() -> None:
    def years(first: int) -> list[dict[str, str]]:
        return [
            {"from": f"{first + n // 12 % 99:04}-{n % 12 + 1:02}", "country": "PH", "city": f"{first}-{n}"}
            for n in range(1500)
        ]

    assert len(changes(maria(stays=years(1901)), maria(stays=years(2001)))) == 3000
