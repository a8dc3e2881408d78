"""Children since the submission, beside the answer on new children."""

import pytest

from tests.core.review.couples import family, raised
from tests.core.review.reading import findings

CODE = "child-unlisted"


@pytest.mark.parametrize(
    ("answer", "born", "expected"),
    [
        (False, ["2026-10-02"], ["born-since"]),
        (False, ["2026-10-01"], []),
        (False, ["2026-11"], ["born-since"]),
        (False, ["2026-10"], []),
        (False, ["2026"], []),
        (False, [None], []),
        (False, [], []),
        (True, [], ["nobody-since"]),
        (True, ["2019-05-11"], ["nobody-since"]),
        (True, ["2019-05-11", "2026-10-02"], []),
        (True, ["2026"], []),
        (True, [None], []),
        (None, ["2026-10-02"], []),
    ],
)
def test_the_answer_agrees_with_the_births_unless_no_reading_allows_it(
    answer: bool | None, born: list[str | None], expected: list[str]
) -> None:
    children = tuple({"date_of_birth": day} for day in born)
    assert raised(CODE, family(children=children, answers={"changes.new_child": answer})) == expected


@pytest.mark.parametrize("answer", [True, False])
def test_nothing_can_have_changed_before_the_submission(answer: bool) -> None:
    children = ({"date_of_birth": "2026-11-20"},)
    for days in (
        {"submitted": None},
        {"submitted": None, "planned_submission": "2026-11-01"},
        {"submitted": "2026-12"},
    ):
        assert raised(CODE, family(children=children, answers={"changes.new_child": answer}, **days)) == []


def test_a_child_who_is_expected_is_no_contradiction() -> None:
    (found,) = [each for each in findings(family(answers={"changes.new_child": True})) if each.code == CODE]
    assert found.severity == "note"


def test_twins_are_one_finding() -> None:
    twins = ({"date_of_birth": "2026-10-05"}, {"date_of_birth": "2026-10-05"})
    assert raised(CODE, family(children=twins, answers={"changes.new_child": False})) == ["born-since"]
