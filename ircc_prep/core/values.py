"""What a condition works with: numbers that may be a range, lists whose members may be uncertain.

`None` is *not known*.
"""

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.truth import Truth

INFINITY = float("inf")
LARGEST = 10**15  # no amount, score or count comes near; within it sums and products stay exact enough
VAST = 1e300


@dataclass(frozen=True, slots=True)
class Span:
    """A number known only to lie between two bounds, both possible."""

    low: float
    high: float


Number = int | float | Span


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: its value, whether it belongs there at all, and the facts that say so."""

    value: Any
    belongs: Truth = True
    reads: tuple[tuple[str, Any], ...] = ()


Members = tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """The type of an expression. `noun` names the noun of the case file, `of` the type of a list's members."""

    kind: Literal["bool", "number", "date", "word", "list", "noun"]
    options: tuple[str, ...] = ()
    noun: str = ""
    of: "Type | None" = None


BOOL, NUMBER, DATE, WORD = Type("bool"), Type("number"), Type("date"), Type("word")
COUNTRY = Type("word", noun="country")


def choice(*options: str) -> Type:
    """A word that can only be one of these."""
    return Type("word", options)


def list_of(member: Type) -> Type:
    """A list of members of one type."""
    return Type("list", of=member)


def noun(name: str) -> Type:
    """A thing that the case file names."""
    return Type("noun", noun=name)


def span(low: float, high: float) -> Number:
    """The number itself where both bounds are the same."""
    return low if low == high else Span(low, high)


def bounds(value: Any) -> tuple[Any, Any]:
    """The least and the greatest that a number or date can be."""
    if isinstance(value, Span):
        return value.low, value.high
    if isinstance(value, PartialDate):
        return value.first, value.last
    return value, value


def hull(one: Any, other: Any) -> Any:
    """What is left known when either of two values may hold."""
    if one is None or other is None:
        return None
    if one == other:
        return one
    if isinstance(one, int | float | Span) and isinstance(other, int | float | Span) and not isinstance(one, bool):
        (a, b), (c, d) = bounds(one), bounds(other)
        return span(min(a, c), max(b, d))
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return PartialDate(min(one.first, other.first), max(one.last, other.last))
    return None


def less(left: Any, right: Any) -> Truth:
    """Whether the left number or day is certainly below the right one."""
    (a, b), (c, d) = bounds(left), bounds(right)
    if b < c:
        return True
    return False if a >= d else None


def less_or_equal(left: Any, right: Any) -> Truth:
    """Whether the left number or day is certainly not above the right one."""
    (a, b), (c, d) = bounds(left), bounds(right)
    if b <= c:
        return True
    return False if a > d else None


def equal(left: Any, right: Any) -> Truth:
    """Whether two values are certainly the same."""
    (a, b), (c, d) = bounds(left), bounds(right)
    if a == b == c == d:
        return True
    if a == b and c == d:
        return False
    return False if b < c or d < a else None


def _known(compare: Callable[[Any, Any], Truth]) -> Callable[[Any, Any], Truth]:
    return lambda left, right: None if left is None or right is None else compare(left, right)


def _swapped(compare: Callable[[Any, Any], Truth]) -> Callable[[Any, Any], Truth]:
    return lambda left, right: compare(right, left)


def _negated(compare: Callable[[Any, Any], Truth]) -> Callable[[Any, Any], Truth]:
    def run(left: Any, right: Any) -> Truth:
        truth = compare(left, right)
        return None if truth is None else not truth

    return run


COMPARISONS: dict[str, Callable[[Any, Any], Truth]] = {
    "Eq": _known(equal),
    "NotEq": _negated(_known(equal)),
    "Lt": _known(less),
    "LtE": _known(less_or_equal),
    "Gt": _swapped(_known(less)),
    "GtE": _swapped(_known(less_or_equal)),
}


def _measured(number: Any) -> Any:
    """A number beyond all measure counts as without bound; nothing times what has no bound is nothing."""
    if isinstance(number, float) and math.isnan(number):
        return 0
    if -VAST <= number <= VAST:
        return number
    return INFINITY if number > 0 else -INFINITY


def _interval(operate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def run(left: Any, right: Any) -> Any:
        if left is None or right is None:
            return None
        corners = [_measured(operate(a, b)) for a in bounds(left) for b in bounds(right)]
        return span(min(corners), max(corners))

    return run


ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "Add": _interval(operator.add),
    "Sub": _interval(operator.sub),
    "Mult": _interval(operator.mul),
}


def least(left: Any, right: Any) -> Any:
    """The smaller of two numbers or days."""
    return _pairwise(min, left, right)


def greatest(left: Any, right: Any) -> Any:
    """The greater of two numbers or days."""
    return _pairwise(max, left, right)


def _pairwise(pick: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    if left is None or right is None:
        return None
    (a, b), (c, d) = bounds(left), bounds(right)
    if isinstance(left, PartialDate):
        return PartialDate(pick(a, c), pick(b, d))
    return span(pick(a, c), pick(b, d))
