"""How the one page for the day is laid out: even columns, and letters small enough for one page.

The engine can't be asked how tall something will be, so lines are estimated from letters. The numbers were found by
printing every shipped case; a test prints them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.render.parts import Entry, Section

Halves = tuple[tuple[Entry, ...], tuple[Entry, ...]]

_IN_COLUMNS = ("asked", "not-yet", "bring", "perhaps", "remember", "ask")
_LETTERS_IN_A_COLUMN, _LETTERS_ACROSS = 50, 105
_LINES_OF_A_HEADING = 2
_LINES_OF_A_TITLE = 5  # where the page stands alone, under a title of its own
_ON_A_PAGE, _ON_A_FULL_PAGE = 45, 50
_FULL, _FULLER = 46, 51  # more lines than these want smaller letters


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The columns of each group, the size of the letters, and how many lines to write on still find room."""

    halves: Mapping[str, Halves]
    size: str  # class names of print.css
    spare: int


def sheet_layout(section: Section, *, alone: bool) -> SheetLayout:
    """The layout of a page that stands `alone`, or inside a packet."""
    halves = {group.name: _halved(group.entries) for group in section.groups if group.name in _IN_COLUMNS}
    lines = _LINES_OF_A_HEADING * len(section.groups) + (_LINES_OF_A_TITLE if alone else 0)
    lines += sum(_height(first, _LETTERS_IN_A_COLUMN) for first, _ in halves.values())
    lines += sum(_height(group.entries, _LETTERS_ACROSS) for group in section.groups if group.name == "explain")
    size = " full fuller" if lines > _FULLER else " full" if lines > _FULL else ""
    room = _ON_A_FULL_PAGE if size else _ON_A_PAGE
    return SheetLayout(halves, size, max(0, (room - lines) // 2))


def _halved(entries: Sequence[Entry]) -> Halves:
    """The entries in two columns of about the same height, the first the taller."""
    whole, cut = _height(entries, _LETTERS_IN_A_COLUMN), 0
    while _height(entries[:cut], _LETTERS_IN_A_COLUMN) * 2 < whole:
        cut += 1
    return tuple(entries[:cut]), tuple(entries[cut:])


def _height(entries: Sequence[Entry], across: int) -> int:
    return sum(1 + (len(entry.title) + entry.letters) // across for entry in entries)
