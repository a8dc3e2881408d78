"""Writes the workbook of a template: the only place that imports xlsxwriter."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ircc_prep.errors import InstallationError
from ircc_prep.files.clients.grid import letters
from ircc_prep.files.clients.rows import Written
from ircc_prep.files.clients.workbooks import needs_extra

_LISTS = "#lists"  # hidden: drop-downs that are too long to stand in a cell's own rule
_LONGEST_LIST = 255
_ROWS = 5000  # that get drop-downs and the format of text
_WIDEST, _NARROWEST = 60, 12  # letters
_LINES = 6  # that most explanations take
_LINE, _TALLEST = 15, 400  # points
# The same template is the same file whenever it is written.
_WRITTEN = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's dates have no time zone


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a template: its heading, what it is for, what may be chosen in it, and whether it holds numbers."""

    name: str
    explained: str
    options: tuple[str, ...] = ()
    number: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of a template: its columns, and rows by their headings."""

    name: str
    headings: Sequence[Heading]
    rows: Sequence[Mapping[str, Written]]


def workbook(pages: Sequence[Page]) -> bytes:
    """The workbook with these sheets. Nothing in it is a formula. Raises InstallationError without the library."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise InstallationError.saying(*needs_extra("XlsxWriter"), id="xlsx-missing") from None
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, **plain}) as book:
        book.set_properties({"created": _WRITTEN})
        sheets = [book.add_worksheet(page.name) for page in pages]
        lists = _Lists(book.add_worksheet(_LISTS))
        for sheet, page in zip(sheets, pages, strict=True):
            _fill(book, sheet, page, lists)
    return file.getvalue()


class _Lists:
    """The hidden sheet of long lists; each is written once."""

    def __init__(self, sheet: Any) -> None:
        sheet.hide()
        self._sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}

    def rule(self, options: tuple[str, ...]) -> dict[str, Any]:
        """The rule for a drop-down with these options."""
        if len(",".join(options)) <= _LONGEST_LIST:
            return {"validate": "list", "source": list(options)}
        if options not in self._known:
            column = len(self._known)
            self._sheet.write_column(0, column, options)
            name = letters(column + 1)
            self._known[options] = f"='{_LISTS}'!${name}$1:${name}${len(options)}"
        return {"validate": "list", "source": self._known[options]}


def _fill(book: Any, sheet: Any, page: Page, lists: _Lists) -> None:
    heading = book.add_format({"bold": True, "bottom": 1, "num_format": "@", "valign": "top"})
    explained = book.add_format(
        {"italic": True, "font_color": "#595959", "text_wrap": True, "num_format": "@", "valign": "top"}
    )
    text = book.add_format({"num_format": "@"})  # so that no date, number or code is changed by typing it
    widths = [_width(column) for column in page.headings]
    # LibreOffice shows one line of what is wrapped, unless the row says how high it is.
    lines = [len(column.explained) // (width - 3) + 1 for column, width in zip(page.headings, widths, strict=True)]
    sheet.set_row(1, min(max(lines) * _LINE, _TALLEST))
    for index, (column, width) in enumerate(zip(page.headings, widths, strict=True)):
        sheet.set_column(index, index, width, None if column.number else text)
        sheet.write_string(0, index, column.name, heading)
        sheet.write_string(1, index, column.explained, explained)
        if column.options:
            sheet.data_validation(2, index, _ROWS, index, lists.rule(column.options))
    for number, row in enumerate(page.rows, start=2):
        for index, column in enumerate(page.headings):
            value = row.get(column.name, "")
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, index, value, text)
            else:
                sheet.write_number(number, index, value)
    sheet.freeze_panes(2, 1)


def _width(column: Heading) -> int:
    """The letters that a column is wide: its heading on one line, what explains it on a few."""
    return min(max(_NARROWEST, len(column.name) + 2, len(column.explained) // _LINES + 3), _WIDEST)
