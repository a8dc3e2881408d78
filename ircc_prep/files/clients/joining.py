"""Joins the sheets of a table: one client for every row of the first, with the rows of the others that are theirs."""

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.case import DeclaredAnswer
from ircc_prep.errors import UsageError
from ircc_prep.files import yaml_text
from ircc_prep.files.clients.choosing import choices_of
from ircc_prep.files.clients.client import Client, DateOrder, Known
from ircc_prep.files.clients.columns import (
    CASE_COLUMNS,
    CHOICE_COLUMNS,
    CLIENT,
    CLIENTS,
    NAME,
    PEOPLE,
    PERSON,
    SHEETS,
    answer_columns,
)
from ircc_prep.files.clients.families import Family, Line
from ircc_prep.files.clients.grid import Grid, packed, unpacked
from ircc_prep.files.clients.headings import Headed, headed, is_note
from ircc_prep.files.clients.reading import wrong_in_cells
from ircc_prep.files.yaml_messages import TOO_LARGE


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: in which folder a brand may lie, which words choices may use, how dates are written."""

    folder: Path
    known: Known
    declared: Mapping[str, DeclaredAnswer]
    order: DateOrder | None
    locked: bool


@dataclass(slots=True)
class _Rows:
    """The rows of all the sheets, packed: those of the first in order, the others line by line by client and sheet.

    Rows that don't say whose they are stand by the client above: many write it on the first row of several alone.
    """

    sheets: dict[str, Headed] = field(default_factory=dict)
    clients: list[tuple[str, bytes]] = field(default_factory=list)
    others: dict[str, dict[str, bytearray]] = field(default_factory=dict)
    of_nobody: dict[str, list[Place]] = field(default_factory=dict)

    def take(self, sheet: Headed) -> None:
        """Reads a sheet to its end, but for what is empty or a note."""
        name, at, above = sheet.grid.name, sheet.index(CLIENT) or 0, ""
        for number, cells in sheet.rows:
            if not any(cell != "" for cell in cells) or (at < len(cells) and is_note(cells[at])):
                continue
            key = _key(Line(sheet, number, {at: cells[at] if at < len(cells) else ""}))
            if name == CLIENTS:
                self.clients.append((key, packed((number, cells))))
            elif key:
                self.others.setdefault(key, {}).setdefault(name, bytearray()).extend(packed((number, cells)))
                above = key
            else:
                self.of_nobody.setdefault(above, []).append(sheet.grid.place(number, at))

    def lines(self, key: str) -> dict[str, list[Line]]:
        """The rows of a client on the other sheets."""
        return {name: _lines(self.sheets[name], found) for name, found in self.others.get(key, {}).items()}


def clients(grids: Sequence[Grid], reading: Reading) -> Iterator[Client]:
    """The clients of the sheets. Raises UsageError, at once, for headings that are wrong, with all of them placed."""
    rows = _Rows()
    problems: list[Problem] = []
    for grid in grids:
        if grid.name == CLIENTS:
            columns = (*CHOICE_COLUMNS, *CASE_COLUMNS, *answer_columns(reading.declared))
            joins: tuple[str, ...] = (CLIENT, NAME)
        else:
            sheet = SHEETS[grid.name]
            columns, joins = sheet.columns, (CLIENT, PERSON) if sheet.of_person else (CLIENT,)
        rows.sheets[grid.name], found = headed(grid, columns, joins)
        problems += found
        if not problems:
            rows.take(rows.sheets[grid.name])  # one sheet after the other: a whole one in memory is large
    if problems:
        raise UsageError(*problems)
    return _clients(rows, reading)


def _key(line: Line) -> str:
    """What joins the rows: as for a spreadsheet's own look-ups, capitals and the width of spaces don't count."""
    return " ".join(_called(line).casefold().split())


def _called(line: Line) -> str:
    return unicodedata.normalize("NFC", line.key(CLIENT))  # a Mac writes é as two signs


def _name(line: Line) -> str:
    return line.key(NAME) or _called(line)


def _clients(rows: _Rows, reading: Reading) -> Iterator[Client]:
    counts = Counter(key for key, _ in rows.clients)
    for key, row in rows.clients:
        line = _line(rows.sheets[CLIENTS], row)
        if not key or counts[key] > 1:
            found = _twice(line) if key else _nobody(line.place(line.sheet.index(CLIENT) or 0))
            yield Client(_name(line), _origin(line.place()), _digest(row), problems=(found,))
            continue
        yield _client(key, row, rows, reading)
    yield from _orphans(rows, counts)


def _client(key: str, row: bytes, rows: _Rows, reading: Reading) -> Client:
    line = _line(rows.sheets[CLIENTS], row)
    family = Family(reading.order)
    family.add_client(line)
    family.add_rows(rows.lines(key))
    choices, wrong = choices_of(family.choices, reading.folder, reading.known)
    places = family.choice_places
    problems = [
        *_on_several_lines(line),
        *map(_nobody, rows.of_nobody.get(key, ())),
        *family.problems,
        *(replace(each, place=places.get(each.path[:1], line.place())) for each in wrong),
    ]
    if problems:
        problems += _also_wrong(family, Path(_origin(line.place())))
    plain = json.dumps(family.data, ensure_ascii=False).encode()
    if len(plain) > yaml_text.LARGEST:
        id, what, hint = TOO_LARGE
        problems.append(Problem(id, (), what, hint, line.place()))
    if PEOPLE in rows.sheets and PEOPLE not in family.data and not problems:
        problems.append(_no_people(line.place(line.sheet.index(CLIENT) or 0)))
    ok = not problems
    said = json.dumps([_called(line), _name(line), family.choices]).encode()
    return Client(
        name=_name(line),
        origin=_origin(line.place()),
        digest=_digest(said, plain) if ok else _digest(row, *rows.others.get(key, {}).values()),
        choices=choices,
        plain=plain if ok else None,
        places=family.places if ok else None,
        problems=tuple(problems),
        locked=reading.locked,
    )


def _also_wrong(family: Family, path: Path) -> Iterator[Problem]:
    """What else is wrong with a family some of whose cells can't be read, but for what only they have caused."""
    told = [each.path for each in family.problems if each.path]
    for each in wrong_in_cells(family.data, path, family.places):
        if not any(each.path[: len(before)] == before for before in told):
            yield each


def _orphans(rows: _Rows, known: Mapping[str, int]) -> Iterator[Client]:
    """Rows of clients that aren't there, and of nobody. Nothing is dropped: each such client is one that failed."""
    for key, found in rows.others.items():
        if key in known:
            continue
        lines = [line for each in rows.lines(key).values() for line in each]
        problems = tuple(_orphan(line.place(line.sheet.index(CLIENT) or 0)) for line in lines)
        yield Client(_called(lines[0]), _origin(lines[0].place()), _digest(*found.values()), problems=problems)
    for place in (place for key, found in rows.of_nobody.items() if known.get(key) != 1 for place in found):
        yield Client("", _origin(place), "", problems=(_nobody(place),))


def _line(sheet: Headed, row: bytes) -> Line:
    return Line(sheet, *unpacked(row))


def _lines(sheet: Headed, rows: bytearray) -> list[Line]:
    return [_line(sheet, row) for row in bytes(rows).splitlines()]


def _origin(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _digest(*read: bytes | bytearray) -> str:
    """The SHA-256 of what a client's rows say, wherever they stand; of the rows themselves where they can't be read."""
    digest = hashlib.sha256()
    for each in read:
        digest.update(each)
    return digest.hexdigest()


def _twice(line: Line) -> Problem:
    what = Text(
        "Another client has the same entry under “client”, so the rows of the other sheets can’t be told apart.",
        "Un autre client a la même mention sous « client » : on ne peut distinguer les lignes des autres feuilles.",
    )
    hint = Text(
        "Write something of its own for each under “client”, a number for instance; put the name under “name”.",
        "Inscrivez sous « client » une mention propre à chacun, par exemple un numéro; mettez le nom sous « name ».",
    )
    return Problem("duplicate-client", (), what, hint, line.place(line.sheet.index(CLIENT) or 0))


def _on_several_lines(line: Line) -> Iterator[Problem]:
    """What a client is called stands on one line. Else a quotation mark may have swallowed the rows that follow."""
    for name in (CLIENT, NAME):
        if len(line.key(name).splitlines()) > 1:
            what = Text(f"“{name}” holds a line break.", f"« {name} » contient un saut de ligne.")
            hint = Text(
                "Write it on one line. In CSV, look for a quotation mark that takes the rows below into this cell.",
                "Écrivez-le sur une ligne. En CSV, cherchez un guillemet qui prend les lignes suivantes dans la "
                "cellule.",
            )
            yield Problem("control-character", (), what, hint, line.place(line.sheet.index(name) or 0))


def _no_people(place: Place) -> Problem:
    what = Text(
        "No row of the sheet “people” is for this client.",
        "Aucune ligne de la feuille « people » n’est pour ce client.",
    )
    hint = Text(
        "Add a row there for each person, with the same under “client”; or, if nobody is known yet, write none under "
        "“people” here.",
        "Ajoutez-y une ligne par personne, avec la même mention sous « client »; ou, si personne n’est encore connu, "
        "inscrivez none ici sous « people ».",
    )
    return Problem("no-people", (), what, hint, place)


def _orphan(place: Place) -> Problem:
    what = Text(
        "This row is for a client who isn’t on the sheet “clients”.",
        "Cette ligne est pour un client absent de la feuille « clients ».",
    )
    hint = Text(
        "Write under “client” what the sheet “clients” has there, or add the client to that sheet.",
        "Inscrivez sous « client » la mention de la feuille « clients », ou ajoutez le client à cette feuille.",
    )
    return Problem("unknown-client", (), what, hint, place)


def _nobody(place: Place) -> Problem:
    what = Text("This row doesn’t say which client it is for.", "Cette ligne n’indique pas de quel client il s’agit.")
    hint = Text(
        "Write it under “client”, in every row. If the spreadsheet made a date of a number such as 2026-01, give the "
        "column the format Text and type it again.",
        "Inscrivez-le sous « client », dans chaque ligne. Si le tableur a fait une date d’un numéro comme 2026-01, "
        "donnez à la colonne le format Texte et tapez-le de nouveau.",
    )
    return Problem("no-client", (), what, hint, place)
