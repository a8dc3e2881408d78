"""Reads one case file, with every mistake placed, and writes it so that nothing can be lost."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.case_checks import problems_in
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation import problems_of
from ircc_prep.errors import CaseError
from ircc_prep.files import owner_file
from ircc_prep.files.yaml_text import LARGEST, Source, dump, read

CASE_SUFFIXES = (".yaml", ".yml", ".json")
BACKUP_SUFFIX = ".before-ircc-prep"
_COMMENT = re.compile(rb"(^|\s)#", re.MULTILINE)
_ABOUT_A_KEY = frozenset({"unknown-key", "unknown-answer"})
_LOCKED = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")


@dataclass(frozen=True)
class CaseFile:
    """A case as read: what it means, what it says (`data`, the file's own keys and values), and where it says so."""

    path: Path
    case: Case
    data: dict[str, Any]
    source: Source


def load(path: Path) -> CaseFile:
    """Reads and checks a case file; raises CaseError with everything that is wrong with it, placed.

    Answers, items and streams are checked later, against the checklists: place those problems with `problems_placed`.
    """
    return parse(_bytes(path), path)


def parse(raw: bytes, path: Path) -> CaseFile:
    """The case in the bytes of a file that is already read, or unlocked; `path` names it. Raises as `load` does."""
    file = str(path)
    if raw.startswith(_LOCKED):
        what = Text(f"{file} is locked.", f"{file} est verrouillé.")
        command = f"ircc-prep unlock {file}"
        hint = Text(f"Unlock it first: {command}", f"Déverrouillez-le d’abord\u00a0: {command}")
        raise CaseError(Problem("locked", (), what, hint))
    source = read(raw, file)
    if source.data is None:
        raise CaseError(*problems_placed([_empty()], source))
    case, problems = checked(source.data)
    if case is None or problems:
        raise CaseError(*problems_placed(problems, source))
    return CaseFile(path, case, source.data, source)


def checked(data: Any) -> tuple[Case | None, list[Problem]]:
    """The case that the data describe (None where they describe none), and what is wrong with it."""
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        return None, problems_of(error, Case)
    return case, problems_in(case)


def problems_placed(problems: Iterable[Problem], source: Source) -> list[Problem]:
    """The problems with their places in the file, in the file's order; one that has its place keeps it."""
    placed = [each if each.place else replace(each, place=_place(each, source)) for each in problems]
    return sorted(placed, key=lambda each: (each.place.line, each.place.column) if each.place else (0, 0))


def save(path: Path, data: dict[str, Any]) -> None:
    """Writes the data as a case file: JSON for a name that ends in .json, YAML for any other.

    The file is replaced in one step and readable by its owner alone, and so is a folder that has to be made for it.
    Comments can't be kept: the first time that they would be lost, the file as it was goes to `backup_of(path)`, which
    is never overwritten. Raises CaseError, with the file as it was, for data that aren't a valid case and for what the
    system refuses.
    """
    text = _written(path, data)
    if path.suffix.lower() != ".json":
        _keep_comments(path)
    owner_file.write(path, text.encode())


class Saver:
    """Saves one case file again and again, as `save` does, and never over what anybody else wrote there meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = _there(path)

    def __call__(self, data: dict[str, Any]) -> None:
        """Raises CaseError, with the file as it is, where another window or program has changed it."""
        now = _there(self._path)
        if now is not None and now != self._last:
            raise CaseError(_changed(self._path))
        save(self._path, data)
        self._last = _there(self._path)


def backup_of(path: Path) -> Path:
    """Where a file that held comments is kept as it was before the first save."""
    return path.with_name(path.name + BACKUP_SUFFIX)


def _keep_comments(path: Path) -> None:
    backup = backup_of(path)
    try:
        before = path.read_bytes()
        needed = bool(_COMMENT.search(before)) and not backup.exists()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as fault:  # what can't be read can't be kept, so it isn't replaced
        raise owner_file.refused(path, fault) from None
    if needed:
        owner_file.write(backup, before)


def _there(path: Path) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):  # what can't be read is refused by whoever reads or saves it
        return None


def _changed(path: Path) -> Problem:
    what = Text(
        f"{path} was changed by another window or program. Your last answer isn’t saved; those before it are.",
        f"{path} a été modifié par une autre fenêtre ou un autre programme. Votre dernière réponse n’est pas "
        "enregistrée; les précédentes le sont.",
    )
    hint = Text(
        f"Close the other window, then go on with: ircc-prep ask {path}",
        f"Fermez l’autre fenêtre, puis continuez avec\u00a0: ircc-prep ask {path}",
    )
    return Problem("changed-meanwhile", (), what, hint)


def _written(path: Path, data: dict[str, Any]) -> str:
    case, problems = checked(data)
    if case is None or problems:
        raise CaseError(*problems)
    as_json = path.suffix.lower() == ".json"
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n" if as_json else dump(data)
    parse(text.encode(), path)  # what couldn't be read back (too large, too deep) is found before anything is written
    return text


def _place(problem: Problem, source: Source) -> Place:
    at_key = problem.id in _ABOUT_A_KEY
    return source.key_place(problem.path) if at_key else source.place(problem.path)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)  # one more than is allowed, so that the reader sees that it is too many
    except FileNotFoundError:
        raise _missing(path) from None
    except IsADirectoryError:
        what = Text(f"{path} is a folder.", f"{path} est un répertoire, et non un fichier.")
        hint = Text("Name the case file in it.", "Nommez le fichier qui s’y trouve.")
        raise CaseError(Problem("folder", (), what, hint)) from None
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        what = Text(f"{path} can’t be read.", f"Impossible de lire {path}.")
        hint = Text(
            "Check that the name is right and that the file belongs to you.",
            "Vérifiez que le nom est exact et que le fichier vous appartient.",
        )
        raise CaseError(Problem("unreadable", (), what, hint)) from None


def _missing(path: Path) -> CaseError:
    what = Text(f"There is no file {path}.", f"Il n’y a pas de fichier {path}.")
    near = get_close_matches(path.name, _cases_beside(path), n=1, cutoff=0.5)
    hint = Text(
        f"`ircc-prep ask {path}` begins a new case file.", f"`ircc-prep ask {path}` commence un nouveau dossier."
    )
    if near:
        name = path.with_name(near[0])
        hint = Text(f"Did you mean {name}?", f"Vouliez-vous dire {name}?")
    return CaseError(Problem("no-such-file", (), what, hint))


def _cases_beside(path: Path) -> list[str]:
    try:
        return sorted(each.name for each in path.parent.iterdir() if each.suffix.lower() in CASE_SUFFIXES)
    except OSError:
        return []


def _empty() -> Problem:
    return Problem(
        "empty-file",
        (),
        Text("The file is empty.", "Le fichier est vide."),
        Text(
            "Begin with “schema: 1” and “program: …”, or answer the questions of `ircc-prep ask`.",
            "Commencez par «\u00a0schema: 1\u00a0» et «\u00a0program: …\u00a0», ou répondez aux questions "
            "de `ircc-prep ask`.",
        ),
    )
