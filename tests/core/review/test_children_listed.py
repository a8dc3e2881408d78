"""Children who stand in the list twice, and births that lie too close together."""

from itertools import permutations
from typing import Any

import pytest

from tests.core.review.reading import seen

CODE = "children-listed"


def told(*children: tuple[str | None, str | None], adopted: bool | None = False) -> list[str]:
    people: list[dict[str, Any]] = [{"id": "ana", "role": "principal-applicant"}]
    for number, (name, born) in enumerate(children):
        people.append({"id": f"k{number}", "role": "dependent-child", "given_names": name, "date_of_birth": born})
    answers = {"family.adopted_child": adopted}
    return [each.says for each in seen(CODE, {"people": people, "answers": answers})]


@pytest.mark.parametrize(
    ("children", "fires"),
    [
        ([("Leo", "2015-01-10"), ("leo ", "2015-01-10")], True),
        ([("Léo", "2015-01-10"), ("Leo", "2015-01-10"), ("Leo", "2015-01-10")], True),
        ([("Leo", "2015-01-10"), ("Mia", "2015-01-10")], False),
        ([("Leo", "2015-01-10"), ("Leo", "2018-01-10")], False),
        ([("Leo", "2015-01"), ("Leo", "2015-01")], False), ([("Leo", None), ("Leo", None)], False),
        ([(None, "2015-01-10"), (None, "2015-01-10")], False), ([("Leo", "2015-01-10")], False), ([], False),
    ],
)  # fmt: skip
def test_the_same_names_on_the_same_day_are_told_once(children: list[tuple[str | None, str]], fires: bool) -> None:
    assert told(*children) == (["twice"] if fires else [])


@pytest.mark.parametrize(
    ("younger", "fires"),
    [
        ("2015-01-10", False), ("2015-01-11", False), ("2015-02-10", False), ("2015-02-11", True), ("2015-06", True),
        ("2015-09-09", True), ("2015-09-10", False), ("2015-09", False), ("2015", False), ("2016-01", False),
        (None, False),
    ],
)  # fmt: skip
def test_only_births_certainly_between_one_and_eight_months_apart_are_noted(younger: str | None, fires: bool) -> None:
    for children in permutations([("Leo", "2015-01-10"), ("Mia", younger)]):
        assert told(*children) == (["births-close"] if fires else [])
        assert told(*children, adopted=True) == told(*children, adopted=None) == []


def test_each_two_neighbours_are_told_once() -> None:
    assert told(("A", "2015-01-10"), ("B", "2015-01-10"), ("C", "2015-06-10")) == ["births-close"]
