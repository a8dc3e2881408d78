"""Looks into a workbook before it is opened: what unpacks without end, and the cells that its reader misreads.

The reader gives an empty cell for an error (#N/A) and for a formula that was never worked out, knows nothing of what a
cell shows of its value, and reserves room for every cell up to the last. So sizes are bounded and cells marked here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any
from xml.parsers import expat

from ircc_prep.files.clients.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, UNPACKED
from ircc_prep.files.clients.number_formats import ERROR, FORMULA, PLAIN, marks_of

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_TELLING = (_WORKBOOK, _RELATIONS, _STYLES)
_WANTED = re.compile(r"(?:xl/|_rels/|\[Content_Types\])[^\\]*\.(?:xml|rels)", re.IGNORECASE)
_MOST_PARTS = 1000
_MOST_ELEMENTS = 200_000  # of the parts that tell of the others: a workbook has at most 65,490 formats
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_CHUNK = 1 << 20


class DamagedWorkbook(Exception):  # noqa: N818 - it says what the workbook is
    """It isn't a workbook that can be read."""


class LargeWorkbook(Exception):  # noqa: N818 - as above
    """It holds more than is ever read."""


@dataclass(slots=True)
class SheetLook:
    """What was seen of a sheet: its last row and column, the cells to mend, and whether cells are merged."""

    rows: int = 0
    columns: int = 0
    marks: dict[int, bytearray] = field(default_factory=dict)  # by row, a byte a column: see `number_formats`
    merged: tuple[int, int] | None = None  # where the first of them begin


@dataclass(slots=True)
class _Told:
    """What some parts tell of the sheets: which part is which, what formats show, whether results are out of date."""

    sheets: Sequence[Mapping[str, str]] = ()
    targets: Mapping[str, str] = field(default_factory=dict)
    formats: Sequence[int] = ()
    stale: bool = False

    def hear(self, name: str, part: bytes) -> None:
        """Takes what a part tells."""
        found = _elements(part)
        if name == _STYLES:
            self.formats = marks_of(found)
        elif name == _RELATIONS:
            self.targets = {each.get("Id", ""): each.get("Target", "") for tag, each in found if tag == "Relationship"}
        else:
            self.sheets = [each for tag, each in found if tag == "sheet"]
            self.stale = any(each.get("fullCalcOnLoad") in ("1", "true") for tag, each in found if tag == "calcPr")


def looked_through(raw: bytes) -> tuple[bytes, Mapping[str, SheetLook]]:
    """The workbook packed anew from the parts that matter, all within bounds, and what was seen of each sheet by name.

    Raises DamagedWorkbook or LargeWorkbook.
    """
    anew = io.BytesIO()
    looks: dict[str, SheetLook] = {}
    told = _Told()
    left = UNPACKED
    try:
        with (
            zipfile.ZipFile(io.BytesIO(raw)) as old,
            zipfile.ZipFile(anew, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        ):
            names = [name for name in old.namelist() if _WANTED.fullmatch(name)]
            if len(names) > _MOST_PARTS:
                raise LargeWorkbook
            if len(set(names)) < len(names):
                raise DamagedWorkbook
            for name in sorted(names, key=lambda each: each.lower() not in _TELLING):
                part = _part(old, name, left)
                left -= len(part)
                looks[name] = _look(part, told)
                new.writestr(name, part)
                if name.lower() in _TELLING:
                    told.hear(name.lower(), part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ):
        raise DamagedWorkbook from None
    sheets = {name: part for name, part in _sheets(told).items() if part in looks}
    return anew.getvalue(), {name: looks[part] for name, part in sheets.items()}


def _part(old: zipfile.ZipFile, name: str, left: int) -> bytes:
    with old.open(name) as packed:
        part = io.BytesIO()
        while chunk := packed.read(_CHUNK):
            part.write(chunk)
            if part.tell() > left:
                raise LargeWorkbook
    return part.getvalue()


def _parser() -> Any:
    parser = expat.ParserCreate()

    def refuse(*_: Any) -> None:
        raise DamagedWorkbook  # no spreadsheet program writes entities of its own

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
            raise DamagedWorkbook

    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = declared
    return parser


def _look(part: bytes, told: _Told) -> SheetLook:
    """What stands in a part, if it is a sheet; every part has to be plain XML."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        raise DamagedWorkbook
    parser = _parser()
    watch = _Watch(parser, told)
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    if watch.look.rows * watch.look.columns > MOST_CELLS:
        raise LargeWorkbook
    return watch.look


class _Watch:
    """Follows the cells of a sheet."""

    def __init__(self, parser: Any, told: _Told) -> None:
        self.look = SheetLook()
        self._parser = parser
        self._told = told
        self._row = self._column = -1
        self._kind, self._shown = "", PLAIN
        self._formula = self._valued = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self._row = self._row + 1 if "r" not in attributes else _number(attributes["r"]) - 1
            self._column = -1
            self._grown()
        elif local == "c":
            self._cell(attributes)
        elif local == "f":
            self._formula = True
        elif local in ("v", "t"):
            self._parser.CharacterDataHandler = self._text
        elif "count" in attributes or "uniqueCount" in attributes:
            self._counted(attributes)
        elif local == "mergeCell":
            self.look.merged = self.look.merged or _position(attributes.get("ref", "").partition(":")[0])

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local in ("v", "t"):
            self._parser.CharacterDataHandler = None
        elif local == "c":
            self._mark()

    def _mark(self) -> None:
        """Notes what is to be known of the cell that ends, if anything is."""
        unworked = self._formula and (self._told.stale or (not self._valued and self._kind != "str"))
        mark = ERROR if self._kind == "e" else FORMULA if unworked else self._shown if self._valued else PLAIN
        if mark != PLAIN:  # an empty text may well have been worked out
            marks = self.look.marks.setdefault(self._row, bytearray())
            marks.extend(bytes(max(0, self._column + 1 - len(marks))))
            marks[self._column] = mark

    def _text(self, text: str) -> None:
        self._valued = self._valued or bool(text.strip())

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = _position(attributes["r"])
        else:
            self._column += 1
        self._kind = attributes.get("t", "")
        self._shown = self._format(attributes.get("s", "0"))
        self._formula = self._valued = False
        self._grown()

    def _counted(self, attributes: Mapping[str, str]) -> None:
        """The reader makes room for as many as a list says that it has, and ends the whole program if it can't."""
        said = [attributes[key] for key in ("count", "uniqueCount") if key in attributes]
        if not all(each.isascii() and each.isdigit() and len(each) <= len(str(MOST_CELLS)) for each in said):
            raise DamagedWorkbook

    def _format(self, number: str) -> int:
        formats, index = self._told.formats, _number(number)
        return formats[index] if index < len(formats) else PLAIN

    def _grown(self) -> None:
        look = self.look
        look.rows, look.columns = max(look.rows, self._row + 1), max(look.columns, self._column + 1)
        if look.rows > MOST_ROWS or look.columns > MOST_COLUMNS:
            raise LargeWorkbook


def _number(digits: str) -> int:
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(1 << 20))):
        raise DamagedWorkbook
    return int(digits)


def _position(reference: str) -> tuple[int, int]:
    """The row and the column of `C7`, counted from 0."""
    match = _CELL.fullmatch(reference)
    if not match:
        raise DamagedWorkbook
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _sheets(told: _Told) -> dict[str, str]:
    """The part that each sheet lies in, by the sheet's name."""
    if not told.sheets or not told.targets:
        raise DamagedWorkbook
    found = {}
    for each in told.sheets:
        keys = (value for key, value in each.items() if key.endswith(":id") and value in told.targets)
        target = told.targets[key] if (key := next(keys, None)) else ""
        found[each.get("name", "")] = normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))
    return found


def _elements(part: bytes) -> list[tuple[str, Mapping[str, str]]]:
    """The elements of a part as they begin, each with its attributes."""
    found: list[tuple[str, Mapping[str, str]]] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        found.append((name.rpartition(":")[2], attributes))
        if len(found) > _MOST_ELEMENTS:
            raise LargeWorkbook

    parser = _parser()
    parser.StartElementHandler = start
    parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    return found
