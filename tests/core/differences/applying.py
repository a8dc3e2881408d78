"""Carrying out changes on a case, apart from the code that finds them: the old case becomes the new one."""

import re
from collections.abc import Iterable
from typing import Any

from ircc_prep.core.case import Case, Noun
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.differences.case_differences import Change

_ENTRY = re.compile(r"(.*)\[(\d+)\]")
DOUBTS = "?"  # beside the fields of a thing: those that the person isn't sure of
Data = dict[str, Any]


def content(case: Case) -> Any:
    """All that a case says, comparable: lists have no order, and a doubt belongs to what it is about."""
    return _frozen(_opened(case))


def applied(old: Case, changes: Iterable[Change]) -> Any:
    """What the old case says once every change is made to it, comparable with `content` of the new one."""
    changes = list(changes)
    data = _opened(old)
    places = {change: _holder(data, change.old_path) for change in changes if change.old_path}
    gone = [places[change] for change in changes if change.new_path is None and change.old_path]
    ids = {old_path.split(".")[1]: c.new for c in changes if (old_path := c.old_path) and old_path.endswith(".id")}
    for paper in data.get("documents") or ():
        paper["person"] = ids.get(paper.get("person"), paper.get("person"))
    for change, (holder, key) in places.items():
        if change.new_path:
            _set(holder, key, change)
    for holder, entry in gone:
        holder[:] = [each for each in holder if each is not entry]
    for change in changes:
        if change.kind == "added":
            _add(data, change.new_path or "", change.new, changes)
    for change, (holder, key) in places.items():
        if change.kind == "removed" and change.new_path and change.old == ():
            holder.pop(key)
    return _frozen(data)


def _opened(case: Case) -> Data:
    data: Data = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    for mark in data.pop("unsure", ()):
        holder, key = _holder(data, mark)
        holder.setdefault(DOUBTS, set()).add(key)
    return data


def _holder(data: Data, path: str) -> tuple[Any, Any]:
    """The thing that a path's last step belongs to, and that step; for an entry or person its list and itself."""
    head, _, rest = path.partition(".")
    if head == "people" and rest:
        id, _, field = rest.partition(".")
        person = next(each for each in data["people"] if each["id"] == id)
        return _within(person, field) if field else (data["people"], person)
    if head == "interview" and rest in ("date", "kind", "city", "requested"):
        return data.setdefault("interview", {}), rest
    known = ("people", "documents", "program", "stream", "language", "submitted", "planned_submission")
    return _within(data, path) if head.split("[")[0] in known else (data.setdefault("answers", {}), path)


def _within(thing: Data, path: str) -> tuple[Any, Any]:
    first, _, rest = path.partition(".")
    found = _ENTRY.fullmatch(first)
    if found is None:
        return thing, first
    entries = thing[found[1]]
    entry = entries[int(found[2])]
    return (entry, rest) if rest else (entries, entry)


def _set(holder: Data, key: str, change: Change) -> None:
    if change.new is None and change.kind != "doubt" and change.old != ():
        holder.pop(key, None)
    elif change.new is not None and change.kind != "doubt":
        holder[key] = _plain(change.new)
    doubts = holder.setdefault(DOUBTS, set())
    (doubts.add if change.is_unsure else doubts.discard)(key)


def _add(data: Data, path: str, noun: Noun, changes: list[Change]) -> None:
    made: Data = noun.model_dump(mode="json", by_alias=True, exclude_none=True)
    for change in changes:
        if change.old_path is None and change.kind == "doubt" and (change.new_path or "").startswith(f"{path}."):
            holder, key = _within(made, (change.new_path or "").removeprefix(f"{path}."))
            holder.setdefault(DOUBTS, set()).add(key)
    found = _ENTRY.fullmatch(path)
    if found is None:
        data.setdefault("people", []).append(made)
        return
    holder, key = _holder(data, found[1])
    holder.setdefault(key, []).append(made)


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return str(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = {(key, _frozen(each)) for key, each in value.items() if key != DOUBTS}
        doubts = value.get(DOUBTS)
        said = {pair for pair in pairs if pair[1] is not None}
        return frozenset(said | ({(DOUBTS, frozenset(doubts))} if doubts else set())) or None
    if isinstance(value, list):
        return tuple(sorted((_frozen(each) for each in value), key=_order))
    return value


def _order(value: Any) -> str:
    return repr(sorted(map(_order, value))) if isinstance(value, frozenset | tuple) else repr(value)
