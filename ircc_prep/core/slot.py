"""Whom, and which country, one item is about."""

from dataclasses import dataclass
from typing import Any

from ircc_prep.core.expressions import Compiled
from ircc_prep.core.facts import Facts, Thing


@dataclass(frozen=True, slots=True)
class Slot:
    """A person and a country; None where the requirement doesn't ask for one, or it isn't known yet."""

    person: str | None
    country: str | None
    reads: tuple[tuple[str, Any], ...] = ()  # the facts that put this country on the list

    def scope(self, facts: Facts) -> dict[str, Any]:
        """The names that conditions see, bound to this view of the case."""
        person = facts.case.person(self.person) if self.person else None
        return {"person": facts.person(person) if person else None, "country": self.country}


def people_of(whom: Compiled | None, facts: Facts) -> list[str | None] | None:
    """The ids of the people that something is for; None while nobody is named.

    What is for nobody in particular has the one id None.
    """
    if whom is None:
        return [None]
    with facts.recording():
        found = whom.run(facts, {})
    if found is None:
        return None
    things: list[Thing] = [found] if isinstance(found, Thing) else [member.value for member in found]
    return [thing.get("id") for thing in things]
