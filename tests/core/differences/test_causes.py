"""Which changes brought a difference about: those without which it wouldn't be there."""

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import case_differences
from ircc_prep.core.differences.compared import Compared, Version, compared
from ircc_prep.core.differences.undoing import undone
from ircc_prep.core.evaluate import evaluate
from ircc_prep.files import case_file
from ircc_prep.files.checklists import Pack
from tests.core.differences.applying import content
from tests.core.differences.versions import data_of, edited

DAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[3] / "checklists" / "personas"
PACK = Pack(None, examples=False)
PERSONAS = tuple(sorted(FOLDER.glob("*.yaml")))
Data = dict[str, Any]
Edit = Callable[[Data], object]


def found_in(stem: str, edit: Edit) -> Compared:
    old = case_file.load(FOLDER / f"{stem}.yaml").case
    data = copy.deepcopy(data_of(old))
    edit(data)
    book = PACK.load(old.program)
    return compared(Version(old, book), Version(Case.model_validate(data), book), DAY)


def without_the_child(data: Data) -> None:
    data["people"] = [each for each in data["people"] if each["id"] != "althea"]
    data["documents"] = [each for each in data["documents"] if each.get("person") != "althea"]


def with_a_new_passport(data: Data) -> None:
    data["people"][0]["passports"] = [
        {"country": "VN", "kind": "ordinary", "issued": "2026-09-01", "expires": "2036-09-01"}
    ]


def with_more_money_and_another_city(data: Data) -> None:
    data["answers"]["funds.amount"] = 40000
    data["people"][0]["stays"][0]["city"] = "Mandaue"


def in_the_other_class(data: Data) -> None:
    data["stream"] = "in-canada"


def called_later(data: Data) -> None:
    data["interview"]["date"] = "2027-03-01"


def a_child_no_more(data: Data) -> None:
    data["people"][1]["role"] = "other-family"


@pytest.mark.parametrize(
    ("stem", "edit", "kind", "name", "because"),
    [
        # What figures, guidance and the chance of an interview were read from isn't written down anywhere.
        ("express-entry.en", with_more_money_and_another_city, "figures", "settlement-funds", {"funds.amount"}),
        ("express-entry.en", without_the_child, "figures", "settlement-funds", {"people.althea"}),
        ("express-entry.en", without_the_child, "items", "settlement-funds-available", {"people.althea"}),
        ("spouse-partner.en", in_the_other_class, "guidance", "in-canada-living-together", {"stream"}),
        ("spouse-partner.en", called_later, "findings", None, {"interview.date"}),
        ("spouse-partner.en", a_child_no_more, "items", None, {"people.khoa.role"}),
        # Nothing that was said of it is left, and yet it is known what brought it about.
        ("spouse-partner.en", with_a_new_passport, "findings", "passport-expires", {"people.lan.passports[0]"}),
    ],
)  # fmt: skip
def test_a_difference_rests_on_what_it_would_not_be_there_without(
    stem: str, edit: Edit, kind: str, name: str | None, because: set[str]
) -> None:
    found = found_in(stem, edit)
    differences = getattr(found.outcomes, kind)
    named = [
        each for each in differences if name in (None, *(getattr(each.any, key, "") for key in ("id", "name", "code")))
    ]
    assert named
    for each in named:
        assert {change.path for change in each.rests_on} == because


def test_what_two_changes_bring_about_each_by_itself_rests_on_what_it_was_read_from() -> None:
    def edit(data: Data) -> None:
        data["people"][0]["passports"][0]["expires"] = "2026-11-25"
        data["interview"]["date"] = "2027-03-01"

    (passport,) = (each for each in found_in("spouse-partner.en", edit).outcomes.items if each.any.id == "passport")
    assert len(passport.rests_on) == 2


def test_what_rests_on_a_sensitive_answer_alone_names_no_change() -> None:
    found = found_in("humanitarian-compassionate.fr", lambda data: data["answers"].update({"hc.grave_ground": True}))
    (told,) = found.outcomes.guidance
    assert told.rests_on == ()


@given(
    st.sampled_from(PERSONAS).flatmap(
        lambda path: st.tuples(st.just(case_file.load(path).case), edited(case_file.load(path).case))
    )
)
@settings(max_examples=40, deadline=None)
def test_a_case_without_its_only_change_is_the_case_that_it_was(pair: tuple[Case, Case]) -> None:
    old, new = pair
    changes = case_differences(old, new)
    for change in changes.changes:
        made = undone(old, new, changes.together, [change])
        if made is not None:
            evaluate(PACK.load(new.program), made, DAY)  # whatever it says, it can be held against the rules
    if len(changes.changes) == 1 and not new.unsure and not old.unsure:
        made = undone(old, new, changes.together, changes.changes)
        assert made is None or content(made) == content(old)
