"""Changing one fact of a case file's data, by its path. The data itself is never changed: each edit gives a new one."""

import copy
import re
from typing import Any

from ircc_prep.core.derive.sending import SENT

_STEP = re.compile(r"([A-Za-z0-9_-]+)(?:\[(\d+)\])?")
_PAPER = re.compile(r"documents\[(\d+)\]\.(\w+)")
CASE_FIELDS = ("program", "stream", "language", "submitted", "planned_submission", "people", "documents")
INTERVIEW_FIELDS = ("interview.date", "interview.kind", "interview.city", "interview.requested")
# The order of a case file's keys, as the contract shows them.
KEY_ORDER = (
    "schema", "program", "stream", "language", "submitted", "planned_submission", "interview",
    "people", "answers", "documents", "unsure",
)  # fmt: skip

Data = dict[str, Any]


def with_fact(data: Data, path: str, value: Any) -> Data:
    """The data with a fact answered (None: not answered after all). Answering takes the fact off the `unsure` list.

    An application that isn't sent after all has no day on which it was: the day would go on deciding everything.
    """
    changed = copy.deepcopy(data)
    _set(changed, path, value)
    if path == SENT and value is False:
        changed.pop("submitted", None)
    return _without_unsure(changed, path)


def with_unsure(data: Data, path: str, *, known_in_part: bool = False) -> Data:
    """The data with a fact marked as asked and not known.

    What was answered there is taken away, but for the year or month of a date: *I know no more than that*.
    """
    changed = with_fact(data, path, fact_in(data, path) if known_in_part else None)
    changed["unsure"] = [*changed.get("unsure", []), path]
    return _ordered(changed)


def without_person(data: Data, id: str) -> Data:
    """The data without a person, the papers that are theirs, and what they weren't sure of."""
    changed = copy.deepcopy(data)
    changed["people"] = [person for person in changed["people"] if person["id"] != id]
    papers = changed.pop("documents", None) or []
    kept = [paper for paper in papers if paper.get("person") != id]
    places = {index: kept.index(paper) for index, paper in enumerate(papers) if paper in kept}
    unsure = [
        _moved(mark, places) for mark in changed.pop("unsure", None) or [] if not mark.startswith(f"people.{id}.")
    ]
    return _ordered(changed | _filled("documents", kept) | _filled("unsure", [mark for mark in unsure if mark]))


def _filled(key: str, values: list[Any]) -> Data:
    return {key: values} if values else {}


def _moved(mark: str, places: dict[int, int]) -> str | None:
    """A mark about a paper, at the place where that paper is now; None where it is gone."""
    match = _PAPER.fullmatch(mark)
    if match is None:
        return mark
    place = places.get(int(match[1]))
    return None if place is None else f"documents[{place}].{match[2]}"


def fact_in(data: Data, path: str) -> Any:
    """What the data says at a path; None where it says nothing."""
    holder, key = _holder(data, path, make=False)
    try:
        return None if holder is None else holder[key]
    except (KeyError, IndexError):
        return None


def _set(data: Data, path: str, value: Any) -> None:
    holder, key = _holder(data, path, make=value is not None)
    if holder is None or (isinstance(holder, list) and key >= len(holder)):
        return
    if value is None and isinstance(holder, dict):
        holder.pop(key, None)
    else:
        holder[key] = value


def _without_unsure(data: Data, path: str) -> Data:
    left = [fact for fact in data.get("unsure") or [] if fact != path and not fact.startswith(f"{path}[")]
    data.pop("unsure", None)
    if left:
        data["unsure"] = left
    return _ordered(data)


def _ordered(data: Data) -> Data:
    return {key: data[key] for key in (*KEY_ORDER, *data) if key in data}


def _holder(data: Data, path: str, *, make: bool) -> tuple[Any, Any]:
    """The mapping or list that holds a path's last step, and that step; the way there is made if asked for."""
    steps = path.split(".")
    if steps[0] == "people" and len(steps) > 1:
        person = next((person for person in data.get("people") or [] if person["id"] == steps[1]), None)
        return (None, None) if person is None else _walk(person, steps[2:], make=make)
    if path in CASE_FIELDS or steps[0].startswith("documents["):
        return _walk(data, steps, make=make)
    if path in INTERVIEW_FIELDS:
        return _walk(data, steps, make=make)
    if make and data.get("answers") is None:
        data["answers"] = {}
    return data.get("answers"), path


def _walk(holder: Any, steps: list[str], *, make: bool) -> tuple[Any, Any]:
    for index, step in enumerate(steps):
        match = _STEP.fullmatch(step)
        if not match or holder is None:
            return None, None
        name, position = match[1], match[2]
        last = index == len(steps) - 1
        if position is None:
            if last:
                return holder, name
            if make and holder.get(name) is None:
                holder[name] = {}
            holder = holder.get(name)
        else:
            entries = holder.get(name) or []
            if last:
                return entries, int(position)
            holder = entries[int(position)] if int(position) < len(entries) else None
    return None, None
