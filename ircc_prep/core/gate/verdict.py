"""What a check comes to: which concerns fail it, and the exit code of the contract."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.gate.baseline import Known
from ircc_prep.core.gate.concern import Concern, Level

FailOn = Literal["blocker", "missing", "warning", "never"]
READY, NOT_READY, UNDECIDED = 0, 1, 3

FAILING: Mapping[FailOn, frozenset[Level]] = {
    "never": frozenset(),
    "blocker": frozenset({"blocker"}),
    "missing": frozenset({"blocker", "missing"}),
    "warning": frozenset({"blocker", "missing", "warning"}),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one case comes to. `gone` are concerns of the baseline that aren't there any more."""

    code: int
    fail_on: FailOn
    strict: bool
    has_waivers: bool  # whether there is a file of them, or of a baseline
    has_baseline: bool
    gone: tuple[Known, ...]


def exit_code(concerns: Iterable[Concern], fail_on: FailOn) -> int:
    """The code for one case: not ready, or nothing fails and something can't be told, or ready."""
    levels = {concern.level for concern in concerns if concern.counts}
    if levels & FAILING[fail_on]:
        return NOT_READY
    return UNDECIDED if "undecided" in levels else READY


def worst(codes: Iterable[int]) -> int:
    """The code for several cases."""
    return max(codes, key=(READY, UNDECIDED, NOT_READY).index, default=READY)
