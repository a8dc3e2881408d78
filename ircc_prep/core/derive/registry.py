"""The register of derived facts: what conditions may call, with the types that are checked before anything runs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ircc_prep.core.values import Type


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived fact of a noun (or of the case, under the noun `case`).

    `takes` is None for one that is read without brackets.
    """

    run: Callable[..., Any]
    takes: tuple[Type, ...] | None
    gives: Type
    doc: str


DERIVED: dict[tuple[str, str], Derived] = {}


def derived(
    noun: str, gives: Type, takes: tuple[Type, ...] | None = None
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers a function under its own name as a derived fact of a noun."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        DERIVED[noun, function.__name__] = Derived(function, takes, gives, (function.__doc__ or "").strip())
        return function

    return register
