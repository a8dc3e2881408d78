"""A figure that doesn't reach its threshold: points, money, days.

The threshold is the law's or IRCC's own, so there is no margin. A figure is below it only when its highest reading
is below the lowest reading of the threshold. Where dates known only in part leave it open, it is a note that asks for
them; an answer that isn't given yet is silence, and the figure itself shows what is missing. For the money to settle,
the people are named whom the table's amount is for: the family counts whether it comes along or not (IRPR 76(1)(b)(i)).
"""

from collections.abc import Iterator

from ircc_prep.core.edit import fact_in
from ircc_prep.core.result import Figure
from ircc_prep.core.review.file import File
from ircc_prep.core.review.permanent import counted, unlisted
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Counted, Money, Said, Someone, Value

FUNDS = "settlement-funds"
DOLLARS = "CAD"


@check("figure-below-threshold")
def figure_below_threshold(file: File) -> Iterator[Raised]:
    """Every figure that is below its threshold, or may be."""
    for figure in file.figures:
        if figure.threshold is None or figure.high is None or figure.low is None or _rests_on_nothing(file, figure):
            continue
        least = figure.threshold if figure.least_threshold is None else figure.least_threshold
        if figure.high < least:
            yield _below(file, figure, least)
        elif figure.low < figure.threshold and _known_in_part(file, figure):
            says = "perhaps" if figure.value is None else "perhaps-minimum"
            yield _raised(figure, says, figure.missing_facts, {})


def _rests_on_nothing(file: File, figure: Figure) -> bool:
    """Whether it counts days of a status that isn't listed: that is said by itself, and the number means nothing."""
    return figure.name == counted(file) and file.applicant is not None and unlisted(file, file.applicant)


def _below(file: File, figure: Figure, least: float) -> Raised:
    shortfall = least - (figure.high or 0)
    words: dict[str, Value] = {"shortfall": _amount(figure, shortfall), "minimum": _amount(figure, least)}
    if least != figure.threshold:
        return _raised(figure, "either-minimum", (), words)
    if figure.value is None:
        return _raised(figure, "at-most", (), words)
    family = tuple(person.id for person in file.family)
    if figure.name != FUNDS or len(family) <= 1:
        return _raised(figure, "below", (), words)
    words |= {"family": Counted(len(family), "person"), "people": tuple(Someone(id) for id in family)}
    return _raised(figure, "funds", (), words, facts=("funds.amount", "people"))


def _known_in_part(file: File, figure: Figure) -> bool:
    """Whether all that is open are dates of which something is known."""
    case = file.case.model_dump(by_alias=True)
    return bool(figure.missing_facts) and all(fact_in(case, path) is not None for path in figure.missing_facts)


def _amount(figure: Figure, amount: float) -> Said:
    return Money(amount) if figure.unit == DOLLARS else amount


def _raised(
    figure: Figure, says: str, asks: tuple[str, ...], words: dict[str, Value], facts: tuple[str, ...] = ()
) -> Raised:
    known: dict[str, Value] = {
        "figure": figure.title,
        "low": _amount(figure, figure.low or 0),
        "high": _amount(figure, figure.high or 0),
        "threshold": _amount(figure, figure.threshold or 0),
    }
    return Raised(says, None, facts, asks=asks, words={**known, **words}, sources=figure.sources)
