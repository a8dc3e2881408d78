"""The closures that combine truths: and, or, membership, and the loops over lists whose members may be uncertain."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ircc_prep.core.expressions.vocabulary import Read, Scope
from ircc_prep.core.facts import Facts
from ircc_prep.core.truth import Truth, all_of, any_of
from ircc_prep.core.values import Members, Number, equal, span


def conjunction(runs: Sequence[Read]) -> Read:
    """And. Stops at the first *no*; reads on past what can't be told, since a later *no* would decide."""
    return lambda facts, scope: all_of(run(facts, scope) for run in runs)


def disjunction(runs: Sequence[Read]) -> Read:
    """Or. Stops at the first *yes*."""
    return lambda facts, scope: any_of(run(facts, scope) for run in runs)


def one_of(run: Read, values: list[Any]) -> Read:
    """Whether a value is one of those written out."""

    def inside(facts: Facts, scope: Scope) -> Truth:
        value = run(facts, scope)
        return None if value is None else any_of(equal(value, other) for other in values)

    return inside


def contains(run: Read, members: Read) -> Read:
    """Whether a value belongs to a list."""

    def inside(facts: Facts, scope: Scope) -> Truth:
        found: Members | None = members(facts, scope)
        value = run(facts, scope)
        if found is None:
            return None
        if value is None:
            return None if found else False
        return any_of(
            all_of((member.belongs, None if member.value is None else equal(value, member.value))) for member in found
        )

    return inside


Loop = Callable[[Read, str, Read, Read], Read]


def some(members: Read, variable: str, condition: Read, test: Read) -> Read:
    """Whether some member for which the condition holds passes the test."""

    def run(facts: Facts, scope: Scope) -> Truth:
        found: Members | None = members(facts, scope)
        if found is None:
            return None
        chosen = _chosen(found, variable, condition, facts, scope)
        return any_of(False if belongs is False else all_of((belongs, test(facts, inner))) for belongs, inner in chosen)

    return run


def every(members: Read, variable: str, condition: Read, test: Read) -> Read:
    """Whether every member for which the condition holds passes the test."""

    def run(facts: Facts, scope: Scope) -> Truth:
        found: Members | None = members(facts, scope)
        if found is None:
            return None
        chosen = _chosen(found, variable, condition, facts, scope)
        return all_of(
            True if belongs is False else any_of((None if belongs is None else not belongs, test(facts, inner)))
            for belongs, inner in chosen
        )

    return run


def count(members: Read, variable: str, condition: Read) -> Read:
    """How many members the condition holds for: a range while that can't be told of some."""

    def run(facts: Facts, scope: Scope) -> Number | None:
        found: Members | None = members(facts, scope)
        if found is None:
            return None
        truths = [belongs for belongs, _ in _chosen(found, variable, condition, facts, scope)]
        return span(truths.count(True), truths.count(True) + truths.count(None))

    return run


def _chosen(
    members: Members, variable: str, condition: Read, facts: Facts, scope: Scope
) -> Iterator[tuple[Truth, Scope]]:
    for member in members:
        inner = {**scope, variable: member.value}
        yield all_of((member.belongs, condition(facts, inner))), inner
