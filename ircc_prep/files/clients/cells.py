"""What a cell says, as the case file would say it; or why it can't be told."""

import re
from collections.abc import Callable, Mapping

from ircc_prep.core.fields import LARGEST_ANSWER
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.validation.kinds import wrong_type
from ircc_prep.core.validation.saying import Message
from ircc_prep.files.clients import cell_messages as messages
from ircc_prep.files.clients.client import DateOrder
from ircc_prep.files.clients.columns import NOTHING, Column, Kind
from ircc_prep.files.clients.dates import date_of
from ircc_prep.files.clients.grid import Cell, Odd

Value = str | int | float | bool | list[str]

_TRUE, _FALSE = frozenset({"true", "yes", "oui", "vrai"}), frozenset({"false", "no", "non", "faux"})
_NOTHING = frozenset({NOTHING, "aucun", "aucune"})
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} "
_GROUPED = re.compile(rf"[-+]?\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?=$|[.,])")
_NUMBER = re.compile(r"[-+]?\d{1,20}(?:[.,](\d{1,10}))?")
_IN_TWO_WAYS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")  # 1,234 and 1.234: a thousand, or a bit more than one
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
_MOST_DIGITS = 10**15  # beyond these, a spreadsheet's numbers lose their last digits
_SEVERAL = re.compile(r"[;\n]")
_SEVERAL_CODES = re.compile(r"[;,\s]+")


class UnfitError(Exception):
    """A cell whose value can't be told."""

    def __init__(self, message: Message) -> None:
        super().__init__(message[0])
        self.message = message


def value_of(cell: Cell, column: Column, order: DateOrder | None) -> Value | None:
    """The cell's value, None where it says nothing. Raises UnfitError, in whose words nothing of the cell is repeated.

    Words that a choice doesn't have, and what isn't a country, are left to the case file's own checks.
    """
    if isinstance(cell, str):
        text = cell.strip(f"{_SPACES}\t\r") if column.several else cell.strip()
        if not text:
            return None
        if column.several:
            return _several(text, column)
        return _READERS[column.kind](text, column, order)
    if isinstance(cell, Odd) and cell.kind in ("error", "formula"):
        raise UnfitError(messages.unreadable(column.name, cell.kind))
    return _typed(cell, column)


def problem(error: UnfitError, path: Path) -> Problem:
    """The problem at a path of the case."""
    id, what, hint = error.message
    return Problem(id, path, what, hint)


def _typed(cell: int | float | Odd, column: Column) -> Value:
    """A workbook's own numbers, dates and truth values, each only where one is wanted."""
    kind = column.kind
    if isinstance(cell, Odd):
        if cell.kind == "day" and kind in ("date", "end"):
            return cell.words
        raise UnfitError(_unfit(cell, column))
    if isinstance(cell, bool):
        if kind == "bool":
            return cell
    elif kind == "number":
        return _whole_if_it_is(cell)
    elif kind in ("date", "end") and float(cell).is_integer():
        return _year(int(cell), column)
    elif kind == "text" and float(cell).is_integer() and 0 <= cell < _MOST_DIGITS:
        return [str(int(cell))] if column.several else str(int(cell))
    raise UnfitError(_wrong(column))


def _unfit(cell: Odd, column: Column) -> Message:
    if column.kind == "number" and cell.kind == "percent":
        return messages.percent(column.name)
    if column.kind in ("date", "end") and cell.kind == "no-year":
        return messages.no_year(column.name)
    if column.kind in ("date", "end") and cell.kind in ("moment", "time"):
        return messages.time_of_day(column.name)
    return _wrong(column)


def _wrong(column: Column) -> Message:
    if column.kind == "bool":
        return messages.yes_or_no(column.name)
    if column.kind == "nothing":
        return messages.only_nothing(column.name)
    if column.kind in ("date", "end"):
        return messages.no_date(column.name)
    if column.kind == "number":
        return wrong_type((column.name,), ["number"])
    return messages.changed(column.name)


def _year(number: int, column: Column) -> str:
    if len(str(number)) != len("2019"):
        raise UnfitError(messages.serial(column.name))
    return str(number)


def _whole_if_it_is(number: float) -> int | float:
    return int(number) if float(number).is_integer() and abs(number) <= LARGEST_ANSWER else number


def _several(text: str, column: Column) -> list[str]:
    plain = text.strip()
    if plain.lower() in _NOTHING:
        return []
    if column.kind == "country":
        return [code for code in _SEVERAL_CODES.split(plain) if code]
    parts = text.split("\n") if "\n" in text else _SEVERAL.split(text)
    return [part.strip() for part in parts if part.strip()]


def _text(text: str, column: Column, _order: DateOrder | None) -> str:
    if _SCIENTIFIC.fullmatch(text):
        raise UnfitError(messages.changed(column.name))
    return text


def _choice(text: str, column: Column, _order: DateOrder | None) -> str:
    plain = re.sub(r"[\s_]+", "-", text.lower())
    return next((option for option in column.options if option.lower() == plain), text)


def _bool(text: str, column: Column, _order: DateOrder | None) -> bool:
    word = text.lower()
    if word not in _TRUE | _FALSE:
        raise UnfitError(messages.yes_or_no(column.name))
    return word in _TRUE


def _number(text: str, column: Column, _order: DateOrder | None) -> int | float:
    if "%" in text:
        raise UnfitError(messages.percent(column.name))
    grouped = _GROUPED.match(text)
    plain = re.sub(rf"[{_SPACES}]", "", grouped[0]) + text[grouped.end() :] if grouped else text
    match = _NUMBER.fullmatch(plain)
    if not match:
        raise UnfitError(wrong_type((column.name,), ["number"]))
    if _IN_TWO_WAYS.fullmatch(text):
        raise UnfitError(messages.ambiguous_number(column.name))
    return _whole_if_it_is(float(plain.replace(",", "."))) if match[1] else int(plain)


def _date(text: str, column: Column, order: DateOrder | None) -> str:
    found = date_of(text, column.name, order, until=column.kind == "end")
    if isinstance(found, tuple):
        raise UnfitError(found)
    return found


def _nothing(text: str, column: Column, _order: DateOrder | None) -> list[str]:
    if text.lower() not in _NOTHING:
        raise UnfitError(messages.only_nothing(column.name))
    return []


def _as_it_is(text: str, _column: Column, _order: DateOrder | None) -> str:
    return text


_READERS: Mapping[Kind, Callable[[str, Column, DateOrder | None], Value]] = {
    "text": _text, "country": _as_it_is, "choice": _choice, "bool": _bool,
    "number": _number, "date": _date, "end": _date, "nothing": _nothing,
}  # fmt: skip
