"""Changes in the order in which they are told, with the numbers by which everything else refers to them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ircc_prep.core.differences.case_differences import Change
from ircc_prep.core.validation.unsure import names_a_field
from ircc_prep.render.facts import entry_of

_OF_A_PERSON = re.compile(r"people\.([^.\[]+)")
Cluster = tuple[Change, ...]  # the changed fields of one entry, or one other change


@dataclass(frozen=True, slots=True)
class Arranged:
    """Clusters by the part of the file that they are in: `case`, `people.maria`, `answers`, `documents`."""

    parts: Mapping[str, tuple[Cluster, ...]]
    numbers: Mapping[Change, int]


def arranged(changes: Iterable[Change]) -> Arranged:
    """The changes as a file is laid out: the application, each person, answers, papers."""
    parts: dict[str, dict[tuple[str, bool], list[Change]]] = {"case": {}}
    for change in changes:
        key = entry_of(change.path) or change.path, change.new_path is None
        parts.setdefault(_part(change.path), {}).setdefault(key, []).append(change)
    for last in ("answers", "documents"):
        parts[last] = parts.pop(last, {})
    clusters = {part: tuple(map(tuple, found.values())) for part, found in parts.items() if found}
    every = [cluster for found in clusters.values() for cluster in found]
    return Arranged(clusters, {change: number for number, cluster in enumerate(every, 1) for change in cluster})


def owner_of(path: str) -> str | None:
    """The id of the person that a path is about."""
    found = _OF_A_PERSON.match(path)
    return found[1] if found else None


def _part(path: str) -> str:
    owner = owner_of(path)
    if owner:
        return f"people.{owner}"
    if entry_of(path) or path == "documents":
        return "documents"
    return "case" if names_a_field(path) or path in ("program", "language") else "answers"
