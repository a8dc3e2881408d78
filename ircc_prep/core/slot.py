"""Whom, and which country, one item is about."""

from dataclasses import dataclass
from typing import Any

from ircc_prep.core.facts import Facts


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
