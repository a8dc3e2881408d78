"""A list of a case file while it is being filled in.

While it is open, the file ends it with an empty entry: *there may be more*. Whoever stops in the middle finds the list
open again, and until then nothing is taken for complete that isn't.
"""

import copy
import re
from typing import Any

from ircc_prep.ask.keeper import Data, Keeper
from ircc_prep.core import edit
from ircc_prep.core.nouns import NOUN_FIELDS

Entry = dict[str, Any]
Marks = set[tuple[int, str]]


class Listed:
    """The entries at a path, and the fields of them that the person doesn't know."""

    def __init__(self, keeper: Keeper, path: str) -> None:
        self.keeper = keeper
        self.path = path
        self.entries: list[Entry] = [dict(entry) for entry in keeper.fact(path) or []]
        self.marks: Marks = _marks(keeper.data, path)
        if _is_open(self.entries, self.marks):
            self.entries.pop()

    def write(self, *, finished: bool = False) -> bool:
        """Saves the list as it stands."""
        entries = copy.deepcopy(self.entries) + ([] if finished else [{}])
        data = edit.with_fact(self.keeper.data, self.path, entries)
        unsure = [*data.get("unsure", []), *(f"{self.path}[{index}].{key}" for index, key in sorted(self.marks))]
        if unsure:
            data["unsure"] = unsure
        return self.keeper.keep(data)

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

    def remove(self, index: int) -> None:
        """Takes an entry out; the marks of those after it move up with them."""
        del self.entries[index]
        self.marks = {(at - (at > index), key) for at, key in self.marks if at != index}
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
