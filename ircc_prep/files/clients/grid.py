"""A sheet as its reader hands it on: rows of plain values, with the place of every cell."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 250_000, 1_000, 4_000_000
LARGEST = 64 * 1024 * 1024  # bytes of a file of clients
UNPACKED = 3 * LARGEST  # bytes that a workbook unpacks to
_LETTERS = 26


class Odd(NamedTuple):
    """A cell that holds no text, number or truth value: a real date, or something that can't be read."""

    kind: Literal["day", "no-year", "moment", "time", "percent", "error", "formula"]
    words: str = ""


Cell = str | int | float | bool | Odd
Row = tuple[int, Sequence[Cell]]  # its number in the file, counted from 1, and its cells; an empty one is ""


class SheetCell(Place):
    """A place in a spreadsheet, shown as its users know it: `clients.xlsx!stays:C7`."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{self.file}:{letters(self.column)}{self.line}"


def letters(column: int) -> str:
    """A, B … Z, AA …: the name of a column, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, the file to show, its rows in order, and whether its columns are known by letters."""

    name: str
    file: str
    rows: Iterator[Row]
    lettered: bool = False

    def place(self, row: int, index: int = 0) -> Place:
        """The place of a cell; the index counts from 0."""
        return (SheetCell if self.lettered else Place)(self.file, row, index + 1)


def packed(row: Row) -> bytes:
    """A row on a line, small: thousands of clients are kept until their sheets are joined."""
    number, cells = row
    said = [(index, cell) for index, cell in enumerate(cells) if cell != ""]
    return json.dumps([number, said], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def unpacked(row: bytes) -> tuple[int, dict[int, Cell]]:
    """The row's number, and the cells that say something by their index."""
    number: int
    said: list[tuple[int, Any]]
    number, said = json.loads(row)
    return number, {index: Odd(*cell) if isinstance(cell, list) else cell for index, cell in said}


def too_large(file: str) -> UsageError:
    """More than is ever read at once."""
    what = Text(
        f"{file} is too large: at most {MOST_ROWS:,} rows, {MOST_COLUMNS:,} columns and {LARGEST >> 20} MiB are read.",
        f"{file} est trop grand : "
        + f"au plus {MOST_ROWS:,} lignes et {MOST_COLUMNS:,} colonnes ({LARGEST >> 20} Mio).".replace(",", " "),
    )
    hint = Text(
        "Divide the clients among several files. Rows and columns that only look empty can be deleted.",
        "Répartissez les clients dans plusieurs fichiers. Supprimez les lignes et les colonnes qui semblent vides.",
    )
    return UsageError(Problem("too-large", (), what, hint))
