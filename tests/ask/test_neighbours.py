"""What is said under a list is what the check finds there, though the list looks at far less of the file."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.neighbours import GAPS, OVERLAPS, noticed
from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from tests.ask.list_sitting import PERSON, case_with
from tests.ask.sitting import TODAY, book

MONTHS = st.tuples(st.integers(2014, 2026), st.integers(1, 9)).map(lambda when: f"{when[0]}-{when[1]:02}")
LISTS = {"stay": ("stays", {}), "activity": ("activities", {"kind": "employment"}), "trip": ("trips", {})}


def period(dates: tuple[str, str]) -> dict[str, Any]:
    return {"country": "PH", "from": min(dates), "to": max(dates)}


@pytest.mark.parametrize("noun", LISTS)
@settings(max_examples=25, deadline=None)
@given(dates=st.lists(st.tuples(MONTHS, MONTHS), min_size=1, max_size=5))
def test_it_is_what_the_check_finds(noun: str, dates: list[tuple[str, str]]) -> None:
    key, more = LISTS[noun]
    data = case_with(key, [period(each) | more for each in dates])
    case = Case.model_validate(data)
    seen = noticed(Listed(Keeper(data, lambda _data: None, book, TODAY), f"{PERSON}.{key}"), noun)
    found = evaluate(book(data["program"]), case, TODAY).findings
    gaps = [each for each in found if each.code == GAPS.get(noun) and each.says == "gap"]
    overlaps = [each for each in found if each.code in OVERLAPS.get(noun, ()) and len(each.facts) > 1]
    assert {(gap.start, gap.end) for gap in seen.gaps} == {(each.start, each.end) for each in gaps}
    assert sorted(len(each.entries) for each in seen.overlaps) == sorted(len(each.facts) for each in overlaps)
