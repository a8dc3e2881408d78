"""Looks into a workbook before it is opened: what unpacks without end, and the cells that its reader leaves out.

The reader gives an empty cell for an error (#N/A) and for a formula that was never worked out, and reserves room for
every cell up to the last. So sizes are bounded here, and those cells are found here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any
from xml.parsers import expat

from ircc_prep.files.clients.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, UNPACKED, Odd

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_WANTED = re.compile(r"(?:xl/|_rels/|\[Content_Types\])[^\\]*\.(?:xml|rels)", re.IGNORECASE)
_MOST_PARTS = 1000
_MOST_ODD = 100_000  # errors and formulas without results: more than anybody mends
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
    odd: dict[tuple[int, int], Odd] = field(default_factory=dict)  # by row and column, counted from 0
    merged: tuple[int, int] | None = None  # where the first of them begin


def looked_through(raw: bytes) -> tuple[bytes, Mapping[str, SheetLook]]:
    """The workbook packed anew from the parts that matter, all within bounds, and what was seen of each sheet by name.

    Raises DamagedWorkbook or LargeWorkbook.
    """
    anew = io.BytesIO()
    looks: dict[str, SheetLook] = {}
    kept: dict[str, bytes] = {}
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
            for name in names:
                part = _part(old, name, left)
                left -= len(part)
                looks[name] = _look(part)
                new.writestr(name, part)
                if name in (_WORKBOOK, _RELATIONS):
                    kept[name] = part
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
    sheets = {name: part for name, part in _sheets(kept).items() if part in looks}
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


def _look(part: bytes) -> SheetLook:
    """What stands in a part, if it is a sheet; every part has to be plain XML."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        raise DamagedWorkbook
    parser = _parser()
    watch = _Watch(parser)
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    if watch.look.rows * watch.look.columns > MOST_CELLS:
        raise LargeWorkbook
    return watch.look


class _Watch:
    """Follows the cells of a sheet."""

    def __init__(self, parser: Any) -> None:
        self.look = SheetLook()
        self._parser = parser
        self._row = self._column = -1
        self._kind = ""
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
        elif local == "mergeCell":
            self.look.merged = self.look.merged or _position(attributes.get("ref", "").partition(":")[0])

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local in ("v", "t"):
            self._parser.CharacterDataHandler = None
        elif local == "c":
            at = (self._row, self._column)
            if self._kind == "e":
                self.look.odd[at] = Odd("error")
            elif self._formula and not self._valued and self._kind != "str":  # text worked out may well be empty
                self.look.odd[at] = Odd("formula")

    def _text(self, text: str) -> None:
        self._valued = self._valued or bool(text.strip())

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = _position(attributes["r"])
        else:
            self._column += 1
        self._kind = attributes.get("t", "")
        self._formula = self._valued = False
        self._grown()

    def _grown(self) -> None:
        look = self.look
        if len(look.odd) > _MOST_ODD:
            raise LargeWorkbook
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


def _sheets(kept: Mapping[str, bytes]) -> dict[str, str]:
    """The part that each sheet lies in, by the sheet's name."""
    if len(kept) < 2:  # noqa: PLR2004 - the workbook and its relations
        raise DamagedWorkbook
    targets = {each.get("Id", ""): each.get("Target", "") for each in _elements(kept[_RELATIONS], "Relationship")}
    found = {}
    for each in _elements(kept[_WORKBOOK], "sheet"):
        target = next((targets[value] for key, value in each.items() if key.endswith(":id") and value in targets), "")
        found[each.get("name", "")] = normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))
    return found


def _elements(part: bytes, wanted: str) -> list[Mapping[str, str]]:
    found: list[Mapping[str, str]] = []
    parser = _parser()

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(dict(attributes))

    parser.StartElementHandler = start
    parser.Parse(part, True)  # noqa: FBT003 - expat's own signature
    return found
