"""Contrast with white, against what WCAG's own examples and common checkers give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.contrast import LINES, TEXT, darkened, on_white

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#767676", 4.54),  # the lightest grey for text
        ("#777777", 4.48),
        ("#949494", 3.03),
        ("#ff0000", 4.00),
        ("#008000", 5.14),
        ("#0000ff", 8.59),
        ("#FFFF00", 1.07),
    ],
)
def test_known_pairs_have_their_known_contrast(colour: str, ratio: float) -> None:
    assert on_white(colour) == pytest.approx(ratio, abs=0.006)


@given(COLOURS, st.sampled_from([TEXT, LINES]))
def test_the_darker_colour_that_is_proposed_passes_and_is_the_lightest_of_its_kind(colour: str, needed: float) -> None:
    proposed = darkened(colour, needed)
    assert on_white(proposed) >= needed
    assert on_white(proposed) >= on_white(colour)
    if on_white(colour) >= needed:
        assert proposed == colour
    else:
        assert on_white(proposed) < needed * 1.06  # no darker than a step of one in 255 makes it
