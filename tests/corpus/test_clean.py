"""A family whose file holds no contradiction is not told of one."""

from collections import Counter

import pytest

from tests.core.review.reading import findings
from tests.corpus.families import a_family

FAMILIES = 120


def test_the_same_seed_makes_the_same_family() -> None:
    assert a_family(7).case() == a_family(7).case()


@pytest.mark.parametrize("start", range(0, FAMILIES, 20))
def test_nothing_above_a_note_is_raised_in_a_clean_file(start: int) -> None:
    raised: Counter[str] = Counter()
    for seed in range(start, start + 20):
        for finding in findings(a_family(seed).case()):
            if finding.severity != "note":
                raised[f"{finding.code}: family {seed}, {finding.person}, {finding.says}"] += 1
    assert not raised
