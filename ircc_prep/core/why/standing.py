"""The status of one requirement for one person and country, in any version of a case."""

from ircc_prep.core.compiled import CompiledRequirement
from ircc_prep.core.evaluation.items import NO_ITEM, slots_of, status_of
from ircc_prep.core.facts import Facts
from ircc_prep.core.slot import Slot


def status_in(requirement: CompiledRequirement, slot: Slot, facts: Facts, *, near: bool = False) -> str | None:
    """The status; None while it can't be told, NO_ITEM where the country raises no question.

    A stay of which the country isn't given may have been in this one: then the status is what it is for any country.
    """
    found = status_of(requirement, slot, facts, near=near)
    if found != NO_ITEM or not any(
        each.person == slot.person and each.country is None for each in slots_of(requirement, facts)
    ):
        return found
    return status_of(requirement, Slot(slot.person, None), facts, near=near)
