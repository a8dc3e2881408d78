"""A case as the rows of a table: what `families` reads, the other way round."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ircc_prep.core.problems import Path
from ircc_prep.core.text import Language
from ircc_prep.files.clients.columns import (
    ANSWERS,
    CASE_COLUMNS,
    CLIENT,
    CLIENTS,
    NOTHING,
    PEOPLE,
    PERSON,
    SHEETS,
    Column,
)

YES_OR_NO: Mapping[Language, tuple[str, str]] = {"en": ("yes", "no"), "fr": ("oui", "non")}

Written = str | int | float
Rows = dict[str, list[dict[str, Written]]]  # by sheet; each row by its headings


def rows_of(data: Mapping[str, Any], client: str, language: Language = "en") -> Rows:
    """The rows that say the same as a case's data, for a client that is called so; yes and no in the language."""
    answers = {id: _written(value, language) for id, value in (data.get(ANSWERS) or {}).items() if value is not None}
    rows: Rows = {CLIENTS: [{CLIENT: client, **_row(data, CASE_COLUMNS, language), **answers}]}
    for name, sheet in SHEETS.items():
        rows[name] = [
            {CLIENT: client, **({PERSON: owner} if sheet.of_person else {}), **_row(entry, sheet.columns, language)}
            for owner, entry in _entries(data, name, of_person=sheet.of_person)
        ]
    return rows


def _entries(data: Mapping[str, Any], name: str, *, of_person: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a list, each with the id of whose it is."""
    for owner in (data.get(PEOPLE) or ()) if of_person else (data,):
        for entry in owner.get(name) or ():
            yield str(owner.get("id", "")), entry


def _row(entry: Mapping[str, Any], columns: Sequence[Column], language: Language) -> dict[str, Written]:
    said = [(column, value) for column in columns if (value := _at(entry, column.path)) is not None]
    cells = {column.name: _cell(value, column, language) for column, value in said}
    return {name: cell for name, cell in cells.items() if cell != ""}


def _at(entry: Mapping[str, Any], path: Path) -> Any:
    value: Any = entry
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _cell(value: Any, column: Column, language: Language) -> Written:
    if column.kind == "nothing":
        return "" if value else NOTHING
    if column.several:
        return _listed(value) if value else NOTHING
    return _written(value, language)


def _listed(values: Sequence[str]) -> str:
    """Several values in one cell, divided by what none of them holds."""
    return "\n".join([*values, ""]) if any(";" in value for value in values) else "; ".join(values)


def _written(value: Any, language: Language) -> Written:
    if isinstance(value, bool):
        return YES_OR_NO[language][0 if value else 1]
    return value if isinstance(value, int | float) else str(value)
