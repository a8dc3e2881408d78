"""Where an entry of a checklist stands: its file, the list that holds it, and its number in that file's list."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from ircc_prep.core.problems import Path


class _InAFile(Protocol):
    @property
    def file(self) -> str: ...


Entry = TypeVar("Entry", bound=_InAFile)


def placed(key: str, entries: Iterable[Entry]) -> Iterator[tuple[Path, Entry]]:
    """Each entry with its path; `key` is the list's name in the file."""
    numbers: Counter[str] = Counter()
    for entry in entries:
        yield (entry.file, key, numbers[entry.file]), entry
        numbers[entry.file] += 1
