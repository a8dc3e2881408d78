"""From a fact's path, with the person's id, to the keys of the case file that lead there."""

import re

from ircc_prep.core.case import Case
from ircc_prep.core.problems import Path
from ircc_prep.core.validation.unsure import names_a_field

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def keys_to(fact: str, case: Case) -> Path:
    """The keys to a fact: `people.maria.stays[1].from` is people, 0, stays, 1, from. They may lead to nothing."""
    if fact in case.answers or not names_a_field(fact):
        return ("answers", fact)
    steps: list[str | int] = [name or int(index) for name, index in _STEP.findall(fact)]
    if steps[0] == "people" and len(steps) > 1:
        ids = [person.id for person in case.people or ()]
        if steps[1] not in ids:
            return ("people",)
        steps[1] = ids.index(str(steps[1]))
    return tuple(steps)
