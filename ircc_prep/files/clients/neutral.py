"""CSV for other people's spreadsheets, in which no cell is taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What Excel and LibreOffice begin a formula with, in wide letters too, and what they pass over before it (OWASP).
_FORMULA = re.compile("[\\s\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def neutral(value: str | int | float | None) -> str | int | float:
    """The value as a cell may hold it: text that a spreadsheet would work out gets an apostrophe before it.

    Numbers stay numbers, negative ones too, whether they are written as text or not.
    """
    if value is None:
        return ""
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    return f"'{value}" if _FORMULA.match(value) else value


def csv_of(rows: Iterable[Sequence[str | int | float | None]], delimiter: str = ",") -> bytes:
    """Rows as CSV that Excel reads as UTF-8, every cell in quotes, so that none can begin another."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
