"""Tables of clients: a workbook with a sheet for each list, or a folder of CSV files with the same names."""

import contextlib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import nearest, quoted
from ircc_prep.core.wording import shown
from ircc_prep.errors import UsageError
from ircc_prep.files import locks
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients import csv_text, workbooks
from ircc_prep.files.clients.client import Client, DateOrder, Known
from ircc_prep.files.clients.columns import CLIENTS, SHEETS
from ircc_prep.files.clients.grid import LARGEST, Grid, too_large
from ircc_prep.files.clients.joining import Reading, clients
from ircc_prep.files.locks import Keys

CSV, WORKBOOK = (".csv",), (".xlsx", ".xlsm")
_NAMES = frozenset({CLIENTS, *SHEETS})
AGE = ".age"  # what the age program adds to the name of a file that it locks
_ASIDE = "#"  # how the name of a sheet begins that isn't for us


def from_csv(path: Path, keys: Keys | None, pack: Pack, known: Known, order: DateOrder | None) -> Iterator[Client]:
    """The clients of a CSV file, with what the files beside it that are called after a list say of them."""
    beside = _beside(path)
    raw, locked = read(path, keys)
    grids = [csv_text.grid(CLIENTS, str(path), raw)]
    for name in (each for each in SHEETS if each in beside):
        more, also = read(beside[name], keys)
        grids.append(csv_text.grid(name, str(beside[name]), more))
        locked = locked or also
    answers, _ = pack.declared_anywhere()
    return clients(grids, Reading(path.parent, known, answers, order, locked))


def from_workbook(path: Path, keys: Keys | None, pack: Pack, known: Known, order: DateOrder | None) -> Iterator[Client]:
    """The clients of a workbook. Raises UsageError for a sheet that isn't known: what is on it would be lost."""
    raw, locked = read(path, keys)
    grids, others = workbooks.grids(str(path), raw, _NAMES)
    problems = [_unknown_sheet(str(path), name) for name in others if not name.startswith(_ASIDE)]
    if not any(grid.name == CLIENTS for grid in grids):
        problems.insert(0, _no_clients(str(path)))
    if problems:
        raise UsageError(*problems)
    answers, _ = pack.declared_anywhere()
    return clients(_clients_first(grids), Reading(path.parent, known, answers, order, locked))


def read(path: Path, keys: Keys | None) -> tuple[bytes, bool]:
    """The bytes of a file of clients, in the clear, and whether it was locked. Raises UsageError or CaseError."""
    with opened(path) as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise too_large(str(path))
    plain = locks.opened(raw, path, keys)
    return plain.plain, plain.lock is not None


def opened(path: Path) -> BinaryIO:
    """A file of clients; no pipe or device, which may never end. Raises UsageError."""
    file = None
    with contextlib.suppress(OSError, ValueError):  # ValueError: a name with a zero byte
        file = path.open("rb") if path.is_file() else None
    if file is None:
        what = Text(f"{path} can’t be read.", f"Impossible de lire {path}.")
        hint = Text(
            "Check that the name is right and that it is a file that belongs to you.",
            "Vérifiez que le nom est exact et que c’est un fichier qui vous appartient.",
        )
        raise UsageError(Problem("unreadable", (), what, hint))
    return file


def _clients_first(grids: list[Grid]) -> list[Grid]:
    order = [CLIENTS, *SHEETS]
    return sorted(grids, key=lambda grid: order.index(grid.name))


def _beside(path: Path) -> dict[str, Path]:
    """The CSV files beside one that are called after a list, locked ones too, by the list.

    Raises UsageError for a file that would go unread: the second of a name, and one whose name is nearly a list's.
    """
    found: dict[str, Path] = {}
    problems = []
    for entry in sorted(path.parent.iterdir()):
        name = entry.name.lower().removesuffix(AGE)
        if entry == path or entry.name.startswith(".") or not name.endswith(CSV):
            continue
        name = name.removesuffix(CSV[0])
        if name in SHEETS:
            problems += [two_tables(found[name], entry)] if name in found else []
            found[name] = entry
        elif name != CLIENTS and _is_nearly_a_list(name):
            problems.append(_unknown_sheet(str(entry), entry.stem))
    if problems:
        raise UsageError(*problems)
    return found


def _is_nearly_a_list(name: str) -> bool:
    """Whether a file's name is a slip for a list's (`stay`), or one with something behind it (`stays (1)`)."""
    return name.startswith(tuple(SHEETS)) or bool(get_close_matches(name, sorted(_NAMES), n=1, cutoff=0.8))


def two_tables(first: Path, second: Path) -> Problem:
    """Two files for one list, of which one would go unread."""
    what = Text(f"{first} and {second} are both here.", f"{first} et {second} sont là tous les deux.")
    hint = Text("Keep only the one that is to be read.", "Ne gardez que celui qui doit être lu.")
    return Problem("two-sources", (), what, hint)


def _unknown_sheet(file: str, name: str) -> Problem:
    word = quoted(shown(name))
    what = Text(
        f"{file}: no list is called {word.en}, so what is on it would be lost.",
        f"{file} : aucune liste ne s’appelle {word.fr}; ce qui s’y trouve serait perdu.",
    )
    guess = nearest(name, [CLIENTS, *SHEETS])
    hint = Text(
        f"{guess.en} A sheet of your own is left alone if its name begins with “{_ASIDE}”.",
        f"{guess.fr} Une feuille à vous est laissée de côté si son nom commence par « {_ASIDE} ».",
    )
    return Problem("unknown-sheet", (), what, hint)


def _no_clients(file: str) -> Problem:
    return Problem(
        "unknown-sheet",
        (),
        Text(f"{file} has no sheet “{CLIENTS}”.", f"{file} n’a pas de feuille « {CLIENTS} »."),
        Text(
            "`ircc-prep batch --template PROGRAM` writes a workbook with the right sheets.",
            "`ircc-prep batch --template PROGRAMME` écrit un classeur avec les bonnes feuilles.",
        ),
    )
