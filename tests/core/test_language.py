"""Language levels from test results: the best valid test, and which language is the first."""

from itertools import permutations
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.derive.language import ABILITIES, LANGUAGE_OF_TEST, clb, second_clb
from ircc_prep.core.facts import Facts
from tests.core.making import TODAY, Data, case, facts, person, plain, table

# One scale for every test and ability: the score is the level, from 4 to 12.
TABLES = {
    f"clb-{test}-{ability}": table({"rows": {level: level for level in range(4, 13)}, "up_to": 12})
    for test in LANGUAGE_OF_TEST
    for ability in ABILITIES
}


def taken(scores: Any, test: str = "ielts-general", on: Any = "2026-01-10") -> Data:
    """A test with the scores of speaking, listening, reading and writing; one number for all four."""
    each = [scores] * 4 if isinstance(scores, int | float) or scores is None else scores
    return {"test": test, "taken": on, **dict(zip(ABILITIES, each, strict=True))}


def french(scores: Any, on: Any = "2026-01-10") -> Data:
    return taken(scores, "tcf-canada", on)


def view(*tests: Data, submitted: Any = "2026-11-01") -> Facts:
    subject: Case = case(person(language_tests=list(tests)), submitted=submitted)
    return facts(subject, TODAY, TABLES)


def levels(*tests: Data, submitted: Any = "2026-11-01") -> list[Any]:
    applicant = view(*tests, submitted=submitted).applicant
    return [plain(clb(applicant, ability)) for ability in ABILITIES]


def second_levels(*tests: Data) -> list[Any]:
    applicant = view(*tests).applicant
    return [plain(second_clb(applicant, ability)) for ability in ABILITIES]


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ([], [0] * 4), ([taken(9)], [9] * 4), ([taken([9, 8, 7, 6])], [9, 8, 7, 6]), ([taken(3)], [0] * 4),
        ([taken(7.5)], [7] * 4), ([taken(7), taken(9)], [9] * 4), ([taken(9), taken(7)], [9] * 4),
        # never mixed: the test with the better whole result counts, not the best of each ability
        ([taken([9, 9, 5, 5]), taken([5, 5, 9, 8])], [9, 9, 5, 5]),
        ([taken([5, 5, 9, 8]), taken([9, 9, 5, 5])], [9, 9, 5, 5]),
        # two years from the day it was taken
        ([taken(9, on="2024-11-02")], [9] * 4), ([taken(9, on="2024-11-01")], [0] * 4),
        ([taken(9, on="2024-11")], [(0, 9)] * 4),
        ([taken(9, on=None)], [(0, 9)] * 4), ([taken(9, on="2020-01-01"), taken(6)], [6] * 4),
        # what isn't known
        ([taken([9, None, 9, 9])], [9, (0, 12), 9, 9]), ([taken(9, test="pte-core")], [9] * 4),
        ([taken(13)], [None] * 4),
    ],
)  # fmt: skip
def test_the_levels_of_the_best_valid_test(tests: list[Data], expected: list[Any]) -> None:
    assert levels(*tests) == expected


@pytest.mark.parametrize(
    ("tests", "first", "second"),
    [
        ([taken(9), french(7)], [9] * 4, [7] * 4), ([taken(7), french(9)], [9] * 4, [7] * 4),
        ([taken(8), french(8)], [8] * 4, [8] * 4),
        ([taken([9, 7, 8, 8]), french([7, 9, 8, 8])], [9, 7, 8, 8], [7, 9, 8, 8]),
        ([french(9)], [9] * 4, [0] * 4), ([taken(9)], [9] * 4, [0] * 4),
        ([taken(9), french(9, on="2020-01-01")], [9] * 4, [0] * 4),
        ([taken(8), french([7, 7, 7, None])], [(7, 8), (7, 8), (7, 8), (0, 12)], [(7, 8), (7, 8), (7, 8), (0, 12)]),
    ],
)  # fmt: skip
def test_the_first_language_is_the_one_with_the_better_results(
    tests: list[Data], first: list[Any], second: list[Any]
) -> None:
    for order in permutations(tests):
        assert (levels(*order), second_levels(*order)) == (first, second)


def test_a_test_that_may_be_better_leaves_each_ability_open_between_the_two() -> None:
    known, doubtful = taken([9, 7, 7, 7]), taken([None, 9, 7, 7])
    assert levels(known, doubtful) == [(0, 12), (7, 9), 7, 7]
    for score in (5, 6, 7, 8, 9):
        settled = levels(known, taken([score, 9, 7, 7]))
        assert settled == ([9, 7, 7, 7] if score <= 7 else [score, 9, 7, 7])


def test_a_better_test_that_may_have_run_out_does_not_hide_the_other() -> None:
    assert levels(taken(7), taken(9, on="2024-11")) == [(7, 9)] * 4


def test_a_weak_ability_weighs_more_than_a_high_sum() -> None:
    strong_but_one, even = taken([12, 12, 12, 4]), taken(7)
    assert levels(strong_but_one, even) == levels(even, strong_but_one) == [7] * 4


def test_a_tef_score_may_read_too_high_until_its_column_is_known() -> None:
    assert levels(taken(9, test="tef-canada")) == [(0, 9)] * 4


def test_an_unnamed_test_or_no_answer_tells_nothing() -> None:
    unnamed = {**taken(9), "test": None}
    assert levels(unnamed) == [None] * 4
    unanswered = facts(case(person()), TODAY, TABLES).applicant
    assert clb(unanswered, "speaking") is None
    assert clb(view(taken(9)).applicant, None) is None


def test_a_test_without_a_table_tells_nothing() -> None:
    applicant = facts(case(person(language_tests=[taken(9)])), TODAY, {}).applicant
    assert clb(applicant, "speaking") is None
