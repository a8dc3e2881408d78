"""Reads the clients of a source, whatever form it has."""

from collections.abc import Collection, Iterator
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files import brands
from ircc_prep.files.case_file import looks_like_one
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients import folders, json_lines, tables
from ircc_prep.files.clients.client import Client, DateOrder, Known
from ircc_prep.files.clients.columns import CLIENTS
from ircc_prep.files.locks import Keys


def clients(
    source: Path,
    keys: Keys | None,
    pack: Pack,
    known: Known,
    *,
    date_order: DateOrder | None = None,
    choices: Path | None = None,
    leave_out: Collection[Path] = (),
) -> Iterator[Client]:
    """The clients of a source, one at a time, always in the same order.

    A client that can't be read is there too, with what is wrong with it. `choices` is a folder's file of choices where
    it isn't its `batch.yaml`; `leave_out` are files and folders in it that are no clients: the output folder, a brand.
    Raises UsageError (or CaseError for a locked file), before the first client, for a source that can't be read at all
    or whose choices or headings are wrong.
    """
    table = _table_in(source) if source.is_dir() else source
    if table is None:
        return folders.clients(source, keys, known, choices, leave_out)
    if choices is not None:
        raise _choices_elsewhere()
    if source.is_dir():
        _no_cases_beside(table, leave_out)
        return tables.from_csv(table, keys, pack, known, date_order)
    suffix = source.with_suffix("").suffix if source.suffix.lower() == tables.AGE else source.suffix
    if suffix.lower() in json_lines.SUFFIXES:
        return json_lines.clients(source, keys, known)
    if suffix.lower() in tables.CSV:
        return tables.from_csv(source, keys, pack, known, date_order)
    if suffix.lower() in tables.WORKBOOK:
        return tables.from_workbook(source, keys, pack, known, date_order)
    raise _no_source(source)


def _table_in(folder: Path) -> Path | None:
    """The table of clients in a folder. Raises UsageError where it is there twice, locked and not."""
    found = [path for name in (f"{CLIENTS}.csv", f"{CLIENTS}.csv{tables.AGE}") if (path := folder / name).is_file()]
    if len(found) > 1:
        raise UsageError(tables.two_tables(*found))
    return found[0] if found else None


def _no_source(source: Path) -> IrccPrepError:
    what = Text(f"{source} is no source of clients.", f"{source} n’est pas une source de clients.")
    if not source.exists():
        what = Text(f"There is no {source}.", f"{source} n’existe pas.")
    hint = Text(
        "Name a folder of cases, or a file that ends in .jsonl, .csv or .xlsx (docs/clients.md).",
        "Nommez un répertoire de dossiers, ou un fichier qui se termine par .jsonl, .csv ou .xlsx (docs/clients.md).",
    )
    return UsageError(Problem("no-source", (), what, hint))


def _choices_elsewhere() -> IrccPrepError:
    return UsageError.saying(
        Text(
            "A file of choices goes with a folder of cases.",
            "Un fichier de choix accompagne un répertoire de dossiers.",
        ),
        Text(
            "In a table each choice has a column, in JSON lines a key beside the case (docs/clients.md).",
            "Dans un tableau, chaque choix a sa colonne; en JSON, une clé à côté du dossier (docs/clients.md).",
        ),
    )


def _no_cases_beside(table: Path, leave_out: Collection[Path]) -> None:
    """Raises UsageError where the folder of a table holds cases as well."""
    files = [each for each in folders.files(table.parent, leave_out) if not folders.is_table(each.name)]
    cases = [each for each in files if looks_like_one(each.path) and not _is_brand(each.path)]
    if cases:
        raise folders.two_sources(table.parent, table, cases[0].name)


def _is_brand(path: Path) -> bool:
    """Whether a file is a brand, which the column `brand` may name, and which has a key `schema` as cases have."""
    try:
        brands.load(path)
    except IrccPrepError:
        return False
    return True
