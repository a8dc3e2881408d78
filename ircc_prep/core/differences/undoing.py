"""A newer version of a case without one of its changes: what it would say, had that been left as it was."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.case import Case, Noun
from ircc_prep.core.differences.case_differences import Change, plain, value_at
from ircc_prep.core.differences.matching import Matched, entry_at
from ircc_prep.core.edit import fact_in, with_fact, with_unsure, without_person

_ENTRY = re.compile(r"(.*)\[(\d+)\]")
_WHO_AND_WHAT = re.compile(r"program|people\.[^.]+\.id")  # of another program or name there is nothing to put back

Data = dict[str, Any]


def undone(old: Case, new: Case, together: Matched, changes: Sequence[Change]) -> Case | None:
    """`new` without these changes, which are of one entry, one person or one fact.

    None where that can't be told: for another program or another id, a doubt about a part of an entry, and where
    what is left is no case.
    """
    first = changes[0]
    data = _undone(old, new.model_dump(mode="json", by_alias=True, exclude_none=True), together, first)
    try:
        return None if data is None else Case.model_validate(data)
    except ValidationError:
        return None


def _undone(old: Case, data: Data, together: Matched, change: Change) -> Data | None:
    was, now = change.old_path, change.new_path
    if _WHO_AND_WHAT.fullmatch(change.path):
        return None
    if isinstance(change.new, Noun) and now:
        return _without(data, now, old, together)
    if isinstance(change.old, Noun) and was:
        return _with_entry(data, was, change.old, together)
    entry = entry_at(change.path)
    if entry and was:
        before = value_at(old, entry_at(was) or "")
        return with_fact(data, entry, _of_the_newer(before, together)) if isinstance(before, Noun) else None
    if change.was_unsure:
        return with_unsure(with_fact(data, change.path, plain(change.old)), change.path, known_in_part=True)
    return with_fact(data, change.path, plain(change.old))


def _without(data: Data, path: str, old: Case, together: Matched) -> Data:
    """The data without an entry or a person; what isn't known of the entries behind it moves up with them."""
    found = _ENTRY.fullmatch(path)
    if found is None:
        return without_person(data, path.partition(".")[2])
    holder, place = found[1], int(found[2])
    entries = list(fact_in(data, holder))
    left = [*entries[:place], *entries[place + 1 :]]
    back = Matched({now: was for was, now in together.people.items()}, {})
    answered = left or value_at(old, back.path(holder) or "") is not None  # “none” and “not answered” are two things
    kept = {f"{holder}[{at}]": f"{holder}[{at - (at > place)}]" for at in range(len(entries)) if at != place}
    marks = [kept[entry] + mark[len(entry) :] for mark in data.get("unsure") or [] if (entry := entry_at(mark)) in kept]
    changed = with_fact(data, holder, left if answered else None)
    return {**changed, "unsure": [*changed.get("unsure", []), *marks]}


def _with_entry(data: Data, was: str, gone: Noun, together: Matched) -> Data | None:
    """The data with an entry or a person that is gone; the order of a list tells nothing."""
    found = _ENTRY.fullmatch(was)
    holder = together.path(found[1]) if found else "people"
    if holder is None:
        return None
    entries = [*(fact_in(data, holder) or ()), _of_the_newer(gone, together)]
    doubts = data.get("unsure") or []
    return {**with_fact(data, holder, entries), "unsure": doubts}


def _of_the_newer(noun: Noun, together: Matched) -> Data:
    """An entry of the older version as the newer one would have it."""
    owner = getattr(noun, "person", None)
    moved = noun.model_copy(update={"person": together.person(owner)}) if owner else noun
    made: Data = plain(moved)
    return made
