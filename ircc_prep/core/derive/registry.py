"""The register of derived facts: what conditions may call, with the types that are checked before anything runs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ircc_prep.core.facts import Facts, Thing
from ircc_prep.core.values import Type


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived fact of a noun (or of the case, under the noun `case`).

    `takes` is None for one that is read without brackets.
    """

    name: str
    run: Callable[..., Any]
    takes: tuple[Type, ...] | None
    gives: Type
    doc: str

    def of(self, owner: Thing | Facts, *arguments: Any) -> Any:
        """The fact's value, worked out once for each view of the case; what it read is noted every time."""
        facts, path = (owner, "") if isinstance(owner, Facts) else (owner.facts, owner.path)
        key = (self.name, path, arguments)
        known = facts.derived.get(key)
        if known is None:
            with facts.recording() as (reads, open_facts):
                value = self.run(owner, *arguments)
            known = facts.derived[key] = (value, reads, open_facts)
        facts.remember(known[1], known[2])
        return known[0]


DERIVED: dict[tuple[str, str], Derived] = {}


def derived(
    noun: str, gives: Type, takes: tuple[Type, ...] | None = None
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers a function under its own name as a derived fact of a noun."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        DERIVED[noun, function.__name__] = Derived(
            function.__name__, function, takes, gives, (function.__doc__ or "").strip()
        )
        return function

    return register
