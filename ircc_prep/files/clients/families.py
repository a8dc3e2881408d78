"""Puts one family's case together from the rows that are theirs; every part of it remembers its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ircc_prep.core.problems import Path, Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import quoted
from ircc_prep.files.clients.cells import UnfitError, problem, value_of
from ircc_prep.files.clients.choosing import CHOICES
from ircc_prep.files.clients.client import DateOrder
from ircc_prep.files.clients.columns import PEOPLE, PERSON, SHEETS, Column
from ircc_prep.files.clients.grid import Cell
from ircc_prep.files.clients.headings import Headed


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number in the file, and the cells that say something, by their index."""

    sheet: Headed
    number: int
    cells: Mapping[int, Cell]

    def place(self, index: int = 0) -> Place:
        """The place of one of its cells."""
        return self.sheet.grid.place(self.number, index)

    def key(self, name: str) -> str:
        """What it says in a column that joins the sheets; a number without its decimals."""
        cell = self.cells.get(self.sheet.index(name) or 0, "") if self.sheet.index(name) is not None else ""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return str(cell).strip() if isinstance(cell, str | int) and not isinstance(cell, bool) else ""


@dataclass(slots=True)
class Family:
    """A case as far as the rows tell it, what was chosen beside it, and where each part stands."""

    order: DateOrder | None
    data: dict[str, Any] = field(default_factory=lambda: {"schema": 1})
    choices: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    choice_places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add_client(self, line: Line) -> None:
        """The row of the first sheet: the case's own fields, the answers and the choices."""
        self.places[()] = line.place()
        for column, place, value in self._values(line, ()):
            if column.path[0] in CHOICES:
                self.choices[column.name] = value
                self.choice_places[column.path] = place
            else:
                _put(self.data, column.path, value)
                self.places[column.path] = place

    def add_rows(self, lines: Mapping[str, Sequence[Line]]) -> None:
        """The rows of the other sheets, each where it belongs."""
        self._people(lines.get(PEOPLE, ()))
        indexes = {
            each["id"]: index for index, each in reversed([*enumerate(self.data.get(PEOPLE, ()))]) if "id" in each
        }
        for name, sheet in SHEETS.items():
            if name == PEOPLE:
                continue
            for line in lines.get(name, ()):
                if not sheet.of_person:
                    self._append(line, self.data, (), name)
                elif line.key(PERSON) in indexes:
                    index = indexes[line.key(PERSON)]
                    self._append(line, self.data[PEOPLE][index], (PEOPLE, index), name)
                else:
                    self.problems.append(_unknown_person(line))

    def _people(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._append(line, self.data, (), PEOPLE)

    def _append(self, line: Line, owner: dict[str, Any], path: Path, name: str) -> None:
        """One more entry of a list, made of a row."""
        known = owner.get(name)
        if known == [] and (*path, name) in self.places:
            self.problems.append(_none_and_some(name, (*path, name), self.places[(*path, name)]))
        entries = owner.setdefault(name, [])
        here: Path = (*path, name, len(entries))
        self.places[here] = line.place()
        entry: dict[str, Any] = {}
        before = len(self.problems)
        for column, place, value in self._values(line, here):
            _put(entry, column.path, value)
            self.places[(*here, *column.path)] = place
        if not entry and len(self.problems) == before:
            self.problems.append(_empty_row(line, here))
        entries.append(entry)

    def _values(self, line: Line, path: Path) -> Iterator[tuple[Column, Place, Any]]:
        """The values of a row with their columns and places; what can't be read is noted."""
        for index, cell in line.cells.items():
            column = line.sheet.columns.get(index)
            place = line.place(index)
            if column is None:
                if index not in line.sheet.names:
                    self.problems.append(_no_heading(place))
                continue
            try:
                value = value_of(cell, column, self.order)
            except UnfitError as error:
                self.problems.append(replace(problem(error, (*path, *column.path)), place=place))
                continue
            if value is not None:
                yield column, place, value


def _put(target: dict[str, Any], path: Path, value: Any) -> None:
    for step in path[:-1]:
        target = target.setdefault(str(step), {})
    target[str(path[-1])] = value


def _empty_row(line: Line, path: Path) -> Problem:
    """A row with its keys alone: it would say that there is something, a refusal for instance."""
    what = Text(
        "This row says whose it is and nothing more, so it would be an entry about which nothing is known.",
        "Cette ligne dit à qui elle est, et rien d’autre : ce serait un élément dont on ne sait rien.",
    )
    hint = Text("Fill it in, or delete the row.", "Remplissez la ligne, ou supprimez-la.")
    return Problem("missing-key", path, what, hint, line.place())


def _unknown_person(line: Line) -> Problem:
    index = line.sheet.index(PERSON) or 0
    what = Text(
        "This row is for a person who isn’t on the sheet “people”.",
        "Cette ligne est pour une personne absente de la feuille « people ».",
    )
    hint = Text(
        "Write the person’s id as it is there, for the same client.",
        "Inscrivez l’identifiant de la personne tel qu’il y figure, pour le même client.",
    )
    return Problem("unknown-person", (), what, hint, line.place(index))


def _none_and_some(name: str, path: Path, place: Place) -> Problem:
    word = quoted(name)
    what = Text(
        f"{word.en} says that there are none, and the sheet of that name has some.",
        f"{word.fr} dit qu’il n’y en a pas, et la feuille de ce nom en contient.",
    )
    hint = Text("Empty this cell, or delete those rows.", "Videz cette cellule, ou supprimez ces lignes.")
    return Problem("none-and-some", path, what, hint, place)


def _no_heading(place: Place) -> Problem:
    what = Text("A value stands in a column without a heading.", "Une valeur figure dans une colonne sans en-tête.")
    hint = Text(
        "Give the column its heading, or empty the cell. In CSV, put a value that holds the separator in quotes.",
        "Donnez un en-tête à la colonne, ou videz la cellule. En CSV, mettez entre guillemets une valeur "
        "qui contient le séparateur.",
    )
    return Problem("no-heading", (), what, hint, place)
