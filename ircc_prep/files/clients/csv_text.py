"""Reads a CSV file as a sheet: commas, semicolons or tabs, in UTF-8."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files.clients.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid, Odd, Row, too_large

_DELIMITERS = ",;\t"
_DECLARED = re.compile(r"sep=(.)[\r\n]*")  # a first line that Excel understands
_AS_TEXT = re.compile(r'="([^"]*)"')  # how some programs keep Excel from taking a number for one
# An error that was saved as it was shown, in English or French; and a value or date whose column was too narrow for it.
_ERROR = re.compile(r"#(?:N/[AD]|REF!|NAME\?|NOM\?|VAL(?:UE|EUR)!|DIV/0!|NUM!|NOMBRE!|NULL?!|##+)|Err:\d+")
_SAVE_AS = Text(
    "In Excel, save it as “CSV UTF-8 (Comma delimited)”, or keep it as a workbook (.xlsx).",
    "Dans Excel, enregistrez-le sous « CSV UTF-8 (délimité par des virgules) », ou gardez le classeur (.xlsx).",
)
_QUOTES = Text(
    "Look for a quotation mark that is opened and never closed, before this line or on it.",
    "Cherchez un guillemet qui s’ouvre et ne se ferme pas, sur cette ligne ou avant.",
)


def grid(name: str, file: str, raw: bytes) -> Grid:
    """The sheet in a CSV file's bytes. Raises UsageError for what isn't UTF-8, and later for what isn't CSV."""
    _check_encoding(raw, file)
    lines = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
    first = lines.readline()
    declared = _DECLARED.fullmatch(first)
    if declared is None:
        lines.seek(0)
    delimiter = declared[1] if declared else _delimiter(first)
    return Grid(name, file, _rows(lines, delimiter, file, skipped=1 if declared else 0))


def _delimiter(line: str) -> str:
    """The sign that divides the headings, none of which holds one of these signs."""
    counts = Counter(letter for letter in line if letter in _DELIMITERS)
    return max(_DELIMITERS, key=lambda sign: counts[sign])


def _check_encoding(raw: bytes, file: str) -> None:
    try:
        text = raw.decode("utf-8-sig")
        at = text.find("\0")
        before = text[:at] if at >= 0 else None
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8", "replace")
    if before is None:
        return
    place = Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    what = Text("This isn’t text in UTF-8.", "Ce n’est pas du texte en UTF-8.")
    raise UsageError(Problem("bad-encoding", (), what, _SAVE_AS, place))


def _rows(lines: Iterable[str], delimiter: str, file: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = skipped + 1
    count = 0
    try:
        for cells in reader:
            count += 1
            if count > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise too_large(file)
            yield line, [_plain(cell) for cell in cells]
            line = skipped + reader.line_num + 1
    except csv.Error:
        what = Text("This line isn’t CSV.", "Cette ligne n’est pas du CSV.")
        raise UsageError(Problem("syntax", (), what, _QUOTES, Place(file, line, 1))) from None


def _plain(cell: str) -> Cell:
    if not cell or cell.isspace():
        return ""
    if _ERROR.fullmatch(cell.strip()):
        return Odd("error")
    quoted = _AS_TEXT.fullmatch(cell)
    return quoted[1] if quoted else cell
