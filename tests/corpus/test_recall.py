"""Contradictions put into clean families are found, and nothing else is raised."""

import pytest

from tests.corpus.errors import ERRORS
from tests.corpus.score import score, table

RECALL = 0.98
FEW, MANY = 2, 15  # families for each kind of contradiction


def test_every_kind_of_contradiction_has_a_place_in_some_family() -> None:
    total = score(1)
    assert set(total.put_in) == {error.code for error in ERRORS}


@pytest.mark.parametrize("families", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_what_is_put_in_is_found_and_nothing_else_is(families: int) -> None:
    total = score(families)
    assert total.recall >= RECALL, "\n".join([table(total), *total.missed])
    assert not total.false, "\n".join([table(total), *total.false])
