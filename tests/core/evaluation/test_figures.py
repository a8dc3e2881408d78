"""Figures: exact where the case says enough, a range where it doesn't yet."""

from typing import Any

import pytest

from ircc_prep.core.result import Figure
from tests.core.making import Data, book, case, evaluated, figure, person, table


def found(subject: Any, **more: Any) -> Figure | None:
    figures = evaluated(book(computed=[figure(**more)]), subject).figures
    return figures[0] if figures else None


def shown(subject: Any, **more: Any) -> tuple[Any, Any]:
    one = found(subject, **more)
    assert one is not None
    return one.low, one.high


PARTS = [
    {"name": "answer", "value": "5 if a.yes else 1"},
    {"name": "funds", "value": "funds.amount", "most": 10},
]


@pytest.mark.parametrize(
    ("answers", "ends", "parts"),
    [
        ({"a.yes": True, "funds.amount": 4}, (9, 9), [(5, 5), (4, 4)]), ({"funds.amount": 4}, (5, 9), [(1, 5), (4, 4)]),
        ({"a.yes": False, "funds.amount": 99}, (11, 11), [(1, 1), (10, 10)]),
        ({"a.yes": True}, (None, None), [(5, 5), (None, None)]),
    ],
)  # fmt: skip
def test_a_sum_of_parts_each_with_its_most(answers: Data, ends: Any, parts: list[Any]) -> None:
    one = found(case(answers=answers), parts=PARTS)
    assert one is not None
    assert ((one.low, one.high), [(part.low, part.high) for part in one.parts]) == (ends, parts)
    assert one.value == (ends[0] if ends[0] == ends[1] else None)


def test_the_whole_may_have_a_most_too() -> None:
    assert shown(case(answers={"a.yes": True, "funds.amount": 9}), parts=PARTS, most=12) == (12, 12)
    assert shown(case(answers={"funds.amount": 9}), parts=PARTS, most=12) == (10, 12)


def test_a_value_instead_of_parts() -> None:
    one = found(case(answers={"funds.amount": 120}), value="funds.amount", parts=PARTS[:1], threshold="100", unit="CAD")
    assert one is not None
    assert (one.value, one.threshold, one.unit, len(one.parts)) == (120, 100, "CAD", 1)


@pytest.mark.parametrize(("answers", "count"), [({"a.yes": True}, 1), ({"a.yes": False}, 0), ({}, 0)])
def test_a_figure_is_shown_while_it_certainly_applies(answers: Data, count: int) -> None:
    result = evaluated(book(computed=[figure(value="1", when="a.yes")]), case(answers=answers))
    assert len(result.figures) == count
    assert [question.fact for question in result.open_questions] == ([] if answers else ["a.yes"])


@pytest.mark.parametrize(
    ("born", "ends"),
    [("2000-01-01", (26, 26)), ("2000", (25, 26)), ("2000-11", (25, 26)), ("2000-10", (26, 26)), (None, (None, None))],
)
def test_partial_dates_give_a_range(born: str | None, ends: Any) -> None:
    subject = case(person(date_of_birth=born), submitted="2026-11-15")
    assert shown(subject, value="applicant.age_on(submitted)") == ends


def test_an_end_without_bound_is_not_known() -> None:
    assert shown(case(), value="value('funds', funds.amount)") == (0, None)


def test_what_is_open_is_asked_until_the_figure_is_exact() -> None:
    one = found(case(answers={"a.yes": True}), parts=PARTS)
    assert one is not None
    assert one.missing_facts == ("funds.amount",)
    settled = found(case(answers={"a.yes": True, "funds.amount": 3}), parts=PARTS)
    assert settled is not None
    assert settled.missing_facts == ()


def test_a_threshold_that_may_still_move_is_asked_about_too() -> None:
    funds = {"funds": table({"rows": {1: 100}}, {"from": "2025-07-07", "rows": {1: 120}})}
    parts = {"computed": [figure(value="funds.amount", threshold="value('funds', 1)")], "tables": funds}
    for submitted, threshold, missing in (("2025-07", 120, ("submitted",)), ("2025-06", 100, ()), ("2025-08", 120, ())):
        (one,) = evaluated(book(**parts), case(submitted=submitted, answers={"funds.amount": 110})).figures
        assert (one.threshold, one.missing_facts) == (threshold, missing)


def test_what_a_condition_leaves_open_is_not_asked_once_the_condition_is_certain() -> None:
    value = "funds.amount if a.yes or not any(t.country == 'CA' for t in applicant.trips) else 0"
    one = found(case(person(trips=[])), value=value)
    assert one is not None
    assert one.missing_facts == ("funds.amount",)
