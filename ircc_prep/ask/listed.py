"""A list of a case file while it is being filled in.

While it is open, the file ends it with an empty entry: *there may be more*. Whoever stops in the middle finds the list
open again, and until then nothing is taken for complete that isn't.
"""

import copy
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from ircc_prep.ask.keeper import Data, Keeper
from ircc_prep.core import edit
from ircc_prep.core.nouns import NOUN_FIELDS

Entry = dict[str, Any]
Marks = set[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry that was taken out, where it stood, and the fields of it that the person doesn't know."""

    index: int
    entry: Entry
    unsure: frozenset[str]


class Listed:
    """The entries at a path, and the fields of them that the person doesn't know."""

    def __init__(self, keeper: Keeper, path: str) -> None:
        self.keeper = keeper
        self.path = path
        self.entries: list[Entry] = []
        self.marks: Marks = set()
        self._read()

    def refresh(self) -> None:
        """Takes up what was answered about the list from elsewhere meanwhile."""
        if self.keeper.data is not self._seen:
            self._read()

    def _read(self) -> None:
        self._seen = self.keeper.data
        self.entries = [dict(entry) for entry in self.keeper.fact(self.path) or []]
        self.marks = _marks(self.keeper.data, self.path)
        if _is_open(self.entries, self.marks):
            self.entries.pop()

    def write(self, *, finished: bool = False) -> bool:
        """Saves the list as it stands."""
        entries = copy.deepcopy(self.entries) + ([] if finished else [{}])
        data = edit.with_fact(self.keeper.data, self.path, entries)
        unsure = [*data.get("unsure", []), *(f"{self.path}[{index}].{key}" for index, key in sorted(self.marks))]
        if unsure:
            data["unsure"] = unsure
        kept = self.keeper.keep(data)
        self._seen = self.keeper.data
        return kept

    def forget(self) -> None:
        """Makes an open list that has no entry unanswered again."""
        if not self.entries and self.keeper.fact(self.path):
            self.keeper.answer(self.path, None)

    def set(self, index: int, key: str, value: Any) -> bool:
        """Answers a field of an entry; False, with nothing changed, where the file can't hold it."""
        before, marks = dict(self.entries[index]), set(self.marks)
        self.entries[index][key] = value
        self.marks.discard((index, key))
        if self.write():
            return True
        self.entries[index], self.marks = before, marks
        return False

    def mark(self, index: int, key: str) -> None:
        """Notes that the person doesn't know a field; what stood there goes."""
        self.entries[index].pop(key, None)
        self.marks.add((index, key))
        self.write()

    def make_room(self, index: int) -> None:
        """Begins an entry at a place; it isn't saved before something is said of it. Marks move down with theirs."""
        self.entries.insert(index, {})
        self.marks = {(at + (at >= index), key) for at, key in self.marks}

    def insert(self, index: int, entry: Entry, unsure: Collection[str] = ()) -> None:
        """Puts an entry in at a place."""
        self.make_room(index)
        self.entries[index] = entry
        self.marks |= {(index, key) for key in unsure}
        self.write()

    def remove(self, index: int) -> Removed:
        """Takes an entry out; the marks of those after it move up with them."""
        removed = Removed(index, self.entries.pop(index), frozenset(key for at, key in self.marks if at == index))
        self.marks = {(at - (at > index), key) for at, key in self.marks if at != index}
        self.write()
        return removed

    def restore(self, removed: Removed) -> int:
        """Puts an entry back where it was, or at the end of a list that has become shorter; and says where."""
        index = min(removed.index, len(self.entries))
        self.insert(index, removed.entry, removed.unsure)
        return index

    def arrange(self, order: Sequence[int]) -> None:
        """Puts the entries in another order: the places where they stand now, as they are to follow one another."""
        places = {old: new for new, old in enumerate(order)}
        self.entries = [self.entries[old] for old in order]
        self.marks = {(places[at], key) for at, key in self.marks}
        self.write()


def left_open(data: Data) -> list[str]:
    """The lists that were being filled in when the person stopped."""
    found = []
    for person in data.get("people") or []:
        for key, value in person.items():
            path = f"people.{person['id']}.{key}"
            if isinstance(value, list) and key in NOUN_FIELDS["person"] and _is_open(value, _marks(data, path)):
                found.append(path)
    return found


def _is_open(entries: list[Any], marks: Marks) -> bool:
    """Whether the last entry is the empty one. An entry of which every field is unknown is empty too, and has marks."""
    return bool(entries) and entries[-1] == {} and all(index != len(entries) - 1 for index, _ in marks)


def _marks(data: Data, path: str) -> Marks:
    pattern = re.compile(re.escape(path) + r"\[(\d+)\]\.(\w+)")
    found = [pattern.fullmatch(mark) for mark in data.get("unsure") or []]
    return {(int(match[1]), match[2]) for match in found if match}
