"""Reads a workbook's sheets: the only place that imports python-calamine."""

import datetime as dt
import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import InstallationError, UsageError
from ircc_prep.files.clients.grid import Cell, Grid, Odd, Row, SheetCell, too_large
from ircc_prep.files.clients.number_formats import ERROR, FORMULA, MONTH, NO_YEAR, PERCENT, YEAR, ZEROS
from ircc_prep.files.clients.workbook_parts import DamagedWorkbook, LargeWorkbook, SheetLook, looked_through

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # how Excel's old format begins, and every workbook with a password


def grids(file: str, raw: bytes, wanted: frozenset[str]) -> tuple[list[Grid], list[str]]:
    """The wanted sheets of a workbook, and the names of the others that can be seen and aren't empty.

    Raises UsageError for what is no workbook, or too large, or has a wanted sheet hidden or cells merged.
    """
    try:
        safe, looks = looked_through(raw)
    except LargeWorkbook:
        raise too_large(file) from None
    except DamagedWorkbook:
        raise _damaged(file, raw) from None
    workbook = _opened(safe, file)
    found: list[Grid] = []
    others: list[str] = []
    problems: list[Problem] = []
    for sheet in workbook.sheets_metadata:
        hidden = not str(sheet.visible).endswith(".Visible")  # an enumeration of the library's, which has no names
        look = looks.get(sheet.name)
        if sheet.name not in wanted:
            others += [] if hidden or (look and not look.rows) else [sheet.name]
            continue
        if look is None:
            raise _damaged(file, raw)
        shown = f"{file}!{sheet.name}"
        problems += [_hidden(shown)] if hidden else []
        problems += [_merged(shown, *look.merged)] if look.merged else []
        found.append(Grid(sheet.name, shown, _rows(workbook, sheet.name, look, file), lettered=True))
    if problems:
        raise UsageError(*problems)
    return found, others


def _opened(raw: bytes, file: str) -> Any:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise InstallationError.saying(*needs_extra("python-calamine"), id="xlsx-missing") from None
    return _safely(lambda: CalamineWorkbook.from_filelike(io.BytesIO(raw)), file, raw)


def needs_extra(library: str) -> tuple[Text, Text]:
    """What is said where the optional libraries for workbooks aren't there."""
    return (
        Text(
            f"Workbooks need the optional package {library}.",
            f"Les classeurs demandent le module facultatif {library}.",
        ),
        Text("Install it: pip install 'ircc-prep[xlsx]'", "Installez-le : pip install 'ircc-prep[xlsx]'"),
    )


def _safely(read: Any, file: str, raw: bytes) -> Any:
    """What the reader gives. It is written in another language, whose panics are no ordinary exceptions here."""
    try:
        return read()
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001 - see above
        raise _damaged(file, raw) from None


def _rows(workbook: Any, name: str, look: SheetLook, file: str) -> Iterator[Row]:
    """The rows from the first on; those before the first that says something are empty."""
    sheet = _safely(lambda: workbook.get_sheet_by_name(name), file, b"")
    before = [""] * (sheet.start[1] if sheet.start else 0)
    last = max(look.marks, default=-1)
    rows = sheet.iter_rows()
    for index in count():
        values = _safely(lambda: next(rows, None), file, b"")
        if values is None and index > last:
            return
        cells: list[Cell] = [*before, *(_cell(value) for value in values or ())]
        marks = look.marks.get(index, b"")
        cells += [""] * (len(marks) - len(cells))
        cells[: len(marks)] = [_seen(cell, mark) for cell, mark in zip(cells, marks, strict=False)]
        yield index + 1, cells


def _seen(cell: Cell, mark: int) -> Cell:
    """The cell as its mark says that it is to be read: a date or a number as it is shown."""
    if mark in (ERROR, FORMULA):
        return Odd("error" if mark == ERROR else "formula")
    if isinstance(cell, Odd) and cell.kind == "day":
        shown = {MONTH: len("2019-03"), YEAR: len("2019")}
        return Odd("no-year") if mark == NO_YEAR else Odd("day", cell.words[: shown.get(mark, len(cell.words))])
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if mark == PERCENT:
            return Odd("percent")
        if mark > ZEROS and cell >= 0 and float(cell).is_integer():
            return str(int(cell)).zfill(mark - ZEROS)
    return cell


def _cell(value: Any) -> Cell:
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return Odd("day", value.date().isoformat()) if midnight else Odd("moment")
    if isinstance(value, dt.date):
        return Odd("day", value.isoformat())
    if isinstance(value, dt.time | dt.timedelta):
        return Odd("time")
    if isinstance(value, str):
        return "" if value.isspace() else value
    return value if isinstance(value, bool | int | float) else ""


def _damaged(file: str, raw: bytes) -> UsageError:
    what = Text(f"{file} isn’t a workbook that can be read.", f"{file} n’est pas un classeur lisible.")
    hint = Text(
        "Open it in Excel or LibreOffice and save it again as .xlsx.",
        "Ouvrez-le dans Excel ou LibreOffice et enregistrez-le de nouveau en .xlsx.",
    )
    if raw.startswith(_OLD_OR_LOCKED):
        what = Text(
            f"{file} has a password, or is in Excel’s old format.",
            f"{file} est protégé par un mot de passe, ou dans l’ancien format d’Excel.",
        )
        hint = Text("Save it again as .xlsx, without a password.", "Enregistrez-le en .xlsx, sans mot de passe.")
    return UsageError(Problem("damaged-workbook", (), what, hint))


def _hidden(shown: str) -> Problem:
    return Problem(
        "hidden-sheet",
        (),
        Text("This sheet is hidden.", "Cette feuille est masquée."),
        Text(
            "Show it, or delete it if nothing on it is to be read.",
            "Affichez-la, ou supprimez-la si rien n’y est à lire.",
        ),
        SheetCell(shown, 1, 1),
    )


def _merged(shown: str, row: int, column: int) -> Problem:
    return Problem(
        "merged-cells",
        (),
        Text(
            "Cells are merged here, and only the first of them holds a value.",
            "Des cellules sont fusionnées ici, et seule la première contient une valeur.",
        ),
        Text(
            "Unmerge them, and write the value in every row that it is for.",
            "Annulez la fusion et inscrivez la valeur dans chaque ligne concernée.",
        ),
        SheetCell(shown, row + 1, column + 1),
    )
