"""The outcome of a figure: whether it reaches what is asked; where nothing is asked, the figure itself in digits."""

from ircc_prep.core.result import Figure
from ircc_prep.core.why.parts import OPEN

REACHED, NOT_REACHED = "reached", "not-reached"
NOT_SHOWN = "not-shown"  # a figure that doesn't apply
IN_WORDS = (REACHED, NOT_REACHED, NOT_SHOWN, OPEN)


def figure_outcome(figure: Figure) -> str:
    """Whether the threshold is reached; without one, the figure itself."""
    least = figure.threshold if figure.least_threshold is None else figure.least_threshold
    return reached(figure.low, figure.high, least, figure.threshold, asked=figure.threshold is not None)


def reached(low: float | None, high: float | None, least: float | None, most: float | None, *, asked: bool) -> str:
    """The outcome of a figure between `low` and `high`.

    `least` and `most` are what may be asked at the least and at the most; `asked` whether anything is.
    """
    if not asked:
        return OPEN if low is None or low != high else f"{low:.12g}"
    if low is not None and most is not None and low >= most:
        return REACHED
    return NOT_REACHED if high is not None and least is not None and high < least else OPEN
