"""The examples catch nearly every fault that a slip of the pen puts into a checklist."""

import pytest

from ircc_prep.files.checklists import Pack
from tests.mutation.score import lines, score

OF_EACH = 3
ENOUGH = 0.95


@pytest.mark.slow  # it runs the examples of every program for each fault
def test_the_examples_catch_the_faults_seeded_into_every_program() -> None:
    """A few faults of each program, always the same while the conditions are; `score.py` seeds all of them."""
    scores = [(program, score(program, OF_EACH)) for program in Pack().programs()]
    seeded = sum(sum(each.seeded.values()) for _, each in scores)
    missed = sum(len(each.missed) for _, each in scores)
    assert seeded > OF_EACH * len(scores) // 2, "hardly any fault was seeded"
    assert 1 - missed / seeded >= ENOUGH, "\n".join(lines(scores))
