"""The headings of a sheet: which column is which, with every mistake placed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.core.problems import Place, Problem, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import guess, quoted
from ircc_prep.core.wording import shown
from ircc_prep.files.clients.columns import CLIENT, NAME, Column
from ircc_prep.files.clients.grid import Cell, Grid, Odd, Row

NOTE = "##"  # how the first cell of a row begins that is no client's: an explanation, an example
_MOST_LISTED = 30  # headings that a message lists; the first sheet has hundreds
_AS_IN_TEMPLATE = Text(
    "The first row holds the headings, as `ircc-prep batch --template PROGRAM` writes them.",
    "La première ligne contient les en-têtes, comme les écrit `ircc-prep batch --template PROGRAMME`.",
)


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose headings are read: its columns by their index, where the rows' keys stand, and the rows below."""

    grid: Grid
    names: Mapping[int, str]
    columns: Mapping[int, Column]
    rows: Iterator[Row]

    def index(self, name: str) -> int | None:
        """The index of a column."""
        return next((index for index, each in self.names.items() if each == name), None)


def headed(grid: Grid, columns: Sequence[Column], joins: Sequence[str]) -> tuple[Headed, list[Problem]]:
    """The sheet, and what is wrong with its headings. `joins` are the columns that say whose a row is."""
    rows = iter(grid.rows)
    line, cells = next(((line, cells) for line, cells in rows if any(cell != "" for cell in cells)), (1, []))
    by_name = {column.name: column for column in columns}
    known = list(dict.fromkeys([*joins, *by_name]))
    names: dict[int, str] = {}
    problems: list[Problem] = []
    for index, cell in enumerate(cells):
        name = _words(cell)
        if not name:
            continue
        if name in names.values() and name in known:
            problems.append(_twice(name, grid.place(line, index)))
        names[index] = name
    needed = [name for name in joins if name != NAME]
    missing = [_missing(name, grid.place(line)) for name in needed if name not in names.values()]
    headless = CLIENT not in names.values()
    strange = ((name, grid.place(line, at)) for at, name in names.items() if name not in known)
    unknown = [_unknown(name, known, place, headless=headless) for name, place in strange]
    problems += [*filter(None, unknown), *missing]
    found = {index: by_name[name] for index, name in names.items() if name in by_name}
    return Headed(grid, names, found, rows), problems


def is_note(cell: Cell) -> bool:
    """Whether a row's key says that the row is no client's."""
    return isinstance(cell, str) and cell.lstrip().startswith(NOTE)


def _words(cell: Cell) -> str:
    """A heading; of a date or an error, what nothing is called."""
    return cell.strip() if isinstance(cell, str) else "?" if isinstance(cell, Odd) else str(cell)


def _unknown(name: str, known: Sequence[str], place: Place, *, headless: bool) -> Problem | None:
    """A heading that isn't known; none where the row may be no headings at all, but a client's own data."""
    near = guess(name, known)
    if headless and near is None:
        return None
    word = quoted(shown(name))
    what = Text(f"There is no column {word.en} here.", f"Il n’y a pas de colonne {word.fr} ici.")
    hint = near or (one_of(list(known)) if len(known) <= _MOST_LISTED else _AS_IN_TEMPLATE)
    return Problem("unknown-column", (), what, hint, place)


def _twice(name: str, place: Place) -> Problem:
    word = quoted(name)
    what = Text(f"The column {word.en} is here twice.", f"La colonne {word.fr} figure deux fois.")
    hint = Text("Keep one of them.", "N’en gardez qu’une.")
    return Problem("duplicate-column", (), what, hint, place)


def _missing(name: str, place: Place) -> Problem:
    word = quoted(name)
    what = Text(f"The column {word.en} is missing.", f"La colonne {word.fr} manque.")
    return Problem("missing-column", (), what, _AS_IN_TEMPLATE, place)
