"""The TEER category beside the NOC code."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.review.reading import alone, findings, raised


def job(noc: str | None, teer: int | None, year: int = 2015) -> dict[str, Any]:
    return {"from": f"{year}-01", "to": f"{year}-12", "kind": "employment", "noc": noc, "teer": teer}


@settings(max_examples=60, deadline=None)
@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(0, 5))
def test_the_second_digit_is_the_category(noc: str, teer: int) -> None:
    expected = [] if noc[1] == str(teer) else ["no-such-code/maria" if noc[1] in "6789" else "differs/maria"]
    assert raised("noc-teer", alone(activities=[job(noc, teer)])) == expected


@pytest.mark.parametrize(("noc", "teer"), [("31301", None), (None, 4), (None, None), ("00010", 0), ("95100", 5)])
def test_a_code_or_a_category_alone_is_silence(noc: str | None, teer: int | None) -> None:
    assert raised("noc-teer", alone(activities=[job(noc, teer)])) == []
    assert raised("noc-teer", alone()) == []


def test_a_slip_in_several_jobs_is_told_once() -> None:
    jobs = [job("31301", 4), job("31301", 4, 2016), job("31301", 3, 2017), job("31301", 1, 2018)]
    found = [each.facts for each in findings(alone(activities=jobs)) if each.code == "noc-teer"]
    assert found == [("people.maria.activities[0]", "people.maria.activities[1]"), ("people.maria.activities[2]",)]
