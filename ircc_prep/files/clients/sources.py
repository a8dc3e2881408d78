"""Reads the clients of a source, whatever form it has."""

from collections.abc import Collection, Iterator
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files import brands
from ircc_prep.files.case_file import CASE_SUFFIXES, looks_like_one
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients import folders, json_lines, tables
from ircc_prep.files.clients.client import Client, DateOrder, Known
from ircc_prep.files.clients.columns import CLIENTS
from ircc_prep.files.locks import Keys

_AGE = ".age"  # what the age program adds to the name of a file that it locks


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
    table = source / f"{CLIENTS}.csv"
    if source.is_dir() and not table.is_file():
        return folders.clients(source, keys, known, choices, leave_out)
    if choices is not None:
        raise _choices_elsewhere()
    if source.is_dir():
        _no_cases_beside(source)
        return tables.from_csv(table, keys, pack, known, date_order)
    suffix = source.with_suffix("").suffix if source.suffix.lower() == _AGE else source.suffix
    if suffix.lower() in json_lines.SUFFIXES:
        return json_lines.clients(source, keys, known)
    if suffix.lower() in tables.CSV:
        return tables.from_csv(source, keys, pack, known, date_order)
    if suffix.lower() in tables.WORKBOOK:
        return tables.from_workbook(source, keys, pack, known, date_order)
    raise _no_source(source)


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


def _no_cases_beside(folder: Path) -> None:
    """Raises UsageError where a folder holds both a table and cases: one of the two would go unread."""
    files = [each for each in sorted(folder.iterdir()) if each.suffix.lower() in CASE_SUFFIXES]
    cases = [each for each in files if looks_like_one(each) and not _is_brand(each)]
    if cases:
        what = Text(
            f"{folder} holds a table of clients, and a case: {cases[0].name}.",
            f"{folder} contient un tableau de clients, et un dossier : {cases[0].name}.",
        )
        hint = Text(
            f"Keep them in two folders, or name the table itself: {folder / 'clients.csv'}.",
            f"Gardez-les dans deux répertoires, ou nommez le tableau même : {folder / 'clients.csv'}.",
        )
        raise UsageError(Problem("two-sources", (), what, hint))


def _is_brand(path: Path) -> bool:
    """Whether a file is a brand, which the column `brand` may name, and which has a key `schema` as cases have."""
    try:
        brands.load(path)
    except IrccPrepError:
        return False
    return True
