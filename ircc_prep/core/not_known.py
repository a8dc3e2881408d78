"""What stands in a file and says that something isn't known, read as that (contract, section 4)."""

import re
from datetime import date
from typing import Any

from ircc_prep.core.case import Case, Period, Person
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive.periods import LONG_AGO
from ircc_prep.core.validation.model_keys import field_name

_END = re.compile(r"people\.(?P<person>[a-z0-9-]+)\.(?P<list>\w+)\[(?P<at>\d+)\]\.to")
Places = dict[str, set[int]]  # entries by the list's key


def as_known(case: Case, today: date) -> Case:
    """The case with two of its gaps as what they are.

    An end that the person was asked for and doesn't know may be any day from the entry's beginning until the day of
    the check: only an end that nobody doubted goes on. And everybody has lived somewhere, so a list of homes with
    nothing in it is one that isn't answered; no certificate is left out on the strength of it.
    """
    ends = _unknown_ends(case)
    if not any(each.id in ends or each.stays == () for each in case.people or ()):
        return case
    people = tuple(_of_person(each, ends.get(each.id, {}), today) for each in case.people or ())
    return case.model_copy(update={"people": people})


def _unknown_ends(case: Case) -> dict[str, Places]:
    found: dict[str, Places] = {}
    for path in case.unsure:
        if match := _END.fullmatch(path):
            found.setdefault(match["person"], {}).setdefault(match["list"], set()).add(int(match["at"]))
    return found


def _of_person(person: Person, ends: Places, today: date) -> Person:
    changed: dict[str, Any] = {"stays": person.stays or None}
    for key, places in ends.items():
        name = field_name(Person, key)
        if name and getattr(person, name):
            entries = enumerate(getattr(person, name))
            changed[name] = tuple(_ended(entry, today) if at in places else entry for at, entry in entries)
    return person.model_copy(update=changed)


def _ended(entry: Any, today: date) -> Any:
    if not isinstance(entry, Period) or entry.end is not None:
        return entry
    first = entry.start.first if entry.start else LONG_AGO
    return entry.model_copy(update={"end": PartialDate(min(first, today), today)})
