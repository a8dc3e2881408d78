"""The exit code of the contract, from what counts and what `--fail-on` names."""

import pytest

from ircc_prep.core.gate.concern import Concern, Level, Standing
from ircc_prep.core.gate.verdict import FailOn, exit_code, worst
from ircc_prep.core.text import same

LIMITS: tuple[FailOn, ...] = ("never", "blocker", "missing", "warning")


def concern(level: Level, standing: Standing = "counted") -> Concern:
    return Concern("item", "paper", "paper", level, same("words"), standing=standing)


@pytest.mark.parametrize(
    ("level", "codes"),
    [
        ("blocker", (0, 1, 1, 1)),
        ("missing", (0, 0, 1, 1)),
        ("warning", (0, 0, 0, 1)),
        ("note", (0, 0, 0, 0)),
        ("undecided", (3, 3, 3, 3)),
    ],
)
def test_each_limit_fails_for_what_it_names_and_what_is_graver(level: Level, codes: tuple[int, ...]) -> None:
    assert tuple(exit_code([concern(level)], limit) for limit in LIMITS) == codes


def test_what_fails_goes_before_what_cannot_be_told() -> None:
    assert exit_code([concern("undecided"), concern("missing")], "missing") == 1
    assert exit_code([concern("undecided"), concern("missing")], "blocker") == 3


@pytest.mark.parametrize(("standing", "code"), [("counted", 1), ("expired", 1), ("waived", 0), ("accepted", 0)])
def test_what_is_waived_or_accepted_does_not_count_and_what_has_expired_does(standing: Standing, code: int) -> None:
    assert exit_code([concern("missing", standing)], "missing") == code
    assert exit_code([concern("undecided", standing)], "missing") == (3 if code else 0)


@pytest.mark.parametrize(("codes", "code"), [([], 0), ([0, 3, 0], 3), ([3, 1, 0], 1), ([0, 0], 0)])
def test_the_worst_of_several_cases_is_told(codes: list[int], code: int) -> None:
    assert worst(codes) == code
