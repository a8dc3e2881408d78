"""The clients of a folder: one case file each, in the folder or below it."""

import hashlib
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files import case_file, locks
from ircc_prep.files.clients.client import Choices, Client, Known
from ircc_prep.files.clients.columns import CLIENTS
from ircc_prep.files.clients.folder_choices import FILE, FolderChoices, load
from ircc_prep.files.clients.json_lines import SUFFIXES
from ircc_prep.files.clients.tables import AGE, CSV, WORKBOOK
from ircc_prep.files.locks import Keys

_DEEPEST = 20
_FIRST_BYTES = 4096
_OUR_OUTPUT = re.compile(rb"""["']?schema["']?\s*:\s*["']?ircc-prep/""")  # what `check --format json` writes


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a case: where it lies, its name from the folder on, and what keeps it from being read."""

    path: Path
    name: str
    problem: Problem | None = None


def clients(
    folder: Path, keys: Keys | None, known: Known, choices: Path | None, leave_out: Collection[Path]
) -> Iterator[Client]:
    """A client for every case file, by name. Raises UsageError, at once, for an empty folder or wrong choices."""
    file = choices or folder / FILE
    found = files(folder, (*leave_out, file))
    tables = [each.path for each in found if is_table(each.name)]
    cases = [each.name for each in found if not is_table(each.name)]
    if tables:
        raise two_sources(folder, tables[0], cases[0]) if cases else _only_tables(folder, tables[0])
    given = choices is not None or file.is_file()
    chosen = load(file, [each.name for each in found], known) if given and found else FolderChoices()
    brands = {_real(brand) for brand in chosen.brands}
    found = [each for each in found if _real(each.path) not in brands]
    if not found:
        raise _nothing_there(folder)
    return (_client(each, keys, chosen.of(each.name)) for each in found)


def files(folder: Path, leave_out: Collection[Path]) -> list[Found]:
    """Every file in a folder and those below it that may be a case, or is a table of clients, in order."""
    left_out = {_real(each) for each in leave_out}
    return sorted(_below(folder, folder, left_out, 0), key=lambda each: each.name.split("/"))


def is_table(name: str) -> bool:
    """Whether a file is called as a table of clients is: nobody may think that it is read among the cases."""
    plain = _unlocked(name).rpartition("/")[2].lower()
    return plain in {f"{CLIENTS}{suffix}" for suffix in (*CSV, *WORKBOOK, *SUFFIXES)}


def _is_case(name: str) -> bool:
    """Whether a file is called as a case is; one that the age program locked may have a second ending."""
    suffix = Path(_unlocked(name)).suffix.lower()
    return suffix in case_file.CASE_SUFFIXES or (not suffix and name.lower().endswith(AGE))


def _unlocked(name: str) -> str:
    return name[: -len(AGE)] if name.lower().endswith(AGE) else name


def two_sources(folder: Path, table: Path, case: str) -> IrccPrepError:
    """A table and cases in one folder: one of the two would go unread."""
    what = Text(
        f"{folder} holds a table of clients, {table.name}, and a case: {case}.",
        f"{folder} contient un tableau de clients, {table.name}, et un dossier : {case}.",
    )
    hint = Text(
        f"Keep them in two folders, or name the table itself: {table}.",
        f"Gardez-les dans deux répertoires, ou nommez le tableau même : {table}.",
    )
    return UsageError(Problem("two-sources", (), what, hint))


def _only_tables(folder: Path, table: Path) -> IrccPrepError:
    return UsageError.saying(
        Text(f"There are no cases in {folder}.", f"Il n’y a pas de dossiers dans {folder}."),
        Text(f"Name the table itself: {table}.", f"Nommez le tableau même : {table}."),
        id="no-clients",
    )


def _nothing_there(folder: Path) -> IrccPrepError:
    return UsageError.saying(
        Text(f"There are no cases in {folder}.", f"Il n’y a pas de dossiers dans {folder}."),
        Text(
            "Put the case files there: names that end in .yaml, .yml or .json.",
            "Placez-y les fichiers des dossiers\u00a0: leurs noms se terminent par .yaml, .yml ou .json.",
        ),
        id="no-clients",
    )


def _client(found: Found, keys: Keys | None, choices: Choices) -> Client:
    plain = _unlocked(found.name)
    stem, _, suffix = plain.rpartition(".")
    name, origin = stem if f".{suffix.lower()}" in case_file.CASE_SUFFIXES else plain, str(found.path)
    if found.problem:
        return Client(name, origin, "", choices, problems=(found.problem,))
    try:
        raw = case_file.contents(found.path)
    except IrccPrepError as error:
        return Client(name, origin, "", choices, problems=error.problems)
    digest = hashlib.sha256(raw).hexdigest()
    try:
        opened = locks.opened(raw, found.path, keys)
    except IrccPrepError as error:
        return Client(name, origin, digest, choices, problems=error.problems, locked=True)
    return Client(name, origin, digest, choices, opened.plain, locked=opened.lock is not None)


def _below(folder: Path, root: Path, left_out: Collection[Path], depth: int) -> Iterator[Found]:
    """What may be a case in a folder and those below it; what is hidden or ours is none."""
    if depth > _DEEPEST:
        yield Found(folder, f"{folder.relative_to(root).as_posix()}/", _too_deep(folder))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        yield Found(folder, f"{folder.relative_to(root).as_posix()}/", _unreadable(folder))
        return
    for entry in entries:
        path = folder / entry.name
        wanted = _is_case(entry.name) or is_table(entry.name) or entry.is_dir()
        if entry.name.startswith(".") or not wanted or _real(path) in left_out:
            continue
        name = path.relative_to(root).as_posix()
        if entry.is_symlink() and not _inside(path, root):
            yield Found(path, name, _outside(path))
        elif entry.is_dir():
            if not entry.is_symlink():  # a folder in here is read where it lies
                yield from _below(path, root, left_out, depth + 1)
        elif not entry.is_file():
            yield Found(path, name, _unreadable(path))
        elif not _is_our_output(path):
            yield Found(path, name)


def _is_our_output(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(_OUR_OUTPUT.search(file.read(_FIRST_BYTES)))
    except OSError:
        return False


def _inside(path: Path, root: Path) -> bool:
    return _real(path).is_relative_to(_real(root))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _outside(path: Path) -> Problem:
    return Problem(
        "outside-folder",
        (),
        Text(f"{path} is a link that leads out of the folder.", f"{path} est un lien qui mène hors du répertoire."),
        Text("Put the file itself there, not a link.", "Placez-y le fichier lui-même, et non un lien."),
    )


def _unreadable(path: Path) -> Problem:
    return Problem(
        "unreadable",
        (),
        Text(f"{path} can’t be read.", f"Impossible de lire {path}."),
        Text("Check that it is a file that belongs to you.", "Vérifiez que c’est un fichier qui vous appartient."),
    )


def _too_deep(folder: Path) -> Problem:
    return Problem(
        "folders-too-deep",
        (),
        Text(
            f"{folder} lies more than {_DEEPEST} folders below, and isn’t looked into.",
            f"{folder} se trouve plus de {_DEEPEST} répertoires plus bas, et n’est pas parcouru.",
        ),
        Text("Put its cases higher up, or take it out.", "Placez ses dossiers plus haut, ou retirez-le."),
    )
