"""A case as the rows of a table: what `families` reads, the other way round."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ircc_prep.core.problems import Path
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

Written = str | int | float
Rows = dict[str, list[dict[str, Written]]]  # by sheet; each row by its headings


def rows_of(data: Mapping[str, Any], client: str) -> Rows:
    """The rows that say the same as a case's data, for a client that is called so."""
    answers = {id: _written(value) for id, value in (data.get(ANSWERS) or {}).items() if value is not None}
    rows: Rows = {CLIENTS: [{CLIENT: client, **_row(data, CASE_COLUMNS), **answers}]}
    for name, sheet in SHEETS.items():
        rows[name] = [
            {CLIENT: client, **({PERSON: owner} if sheet.of_person else {}), **_row(entry, sheet.columns)}
            for owner, entry in _entries(data, name, of_person=sheet.of_person)
        ]
    return rows


def _entries(data: Mapping[str, Any], name: str, *, of_person: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a list, each with the id of whose it is."""
    for owner in (data.get(PEOPLE) or ()) if of_person else (data,):
        for entry in owner.get(name) or ():
            yield str(owner.get("id", "")), entry


def _row(entry: Mapping[str, Any], columns: Sequence[Column]) -> dict[str, Written]:
    said = {column.name: _at(entry, column.path) for column in columns}
    cells = {column.name: _cell(said[column.name], column) for column in columns if said[column.name] is not None}
    return {name: cell for name, cell in cells.items() if cell != ""}


def _at(entry: Mapping[str, Any], path: Path) -> Any:
    value: Any = entry
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _cell(value: Any, column: Column) -> Written:
    if column.kind == "nothing":
        return "" if value else NOTHING
    if column.several:
        return _listed(value) if value else NOTHING
    return _written(value)


def _listed(values: Sequence[str]) -> str:
    """Several values in one cell, divided by what none of them holds."""
    return "\n".join([*values, ""]) if any(";" in value for value in values) else "; ".join(values)


def _written(value: Any) -> Written:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | float) else str(value)
