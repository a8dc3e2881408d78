"""Three-valued truth (Kleene): yes, no, or can't tell yet. `None` is *can't tell yet*, never *no*."""

from collections.abc import Iterable

Truth = bool | None


def negate(truth: Truth) -> Truth:
    """Not: what can't be told can't be told either way."""
    return None if truth is None else not truth


def all_of(truths: Iterable[Truth]) -> Truth:
    """And: one *no* decides; otherwise one unknown leaves it open."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Or: one *yes* decides; otherwise one unknown leaves it open."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result
