"""Reads one case file, with every mistake placed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.case import problems_in
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, locks
from ircc_prep.files.companions import way_back
from ircc_prep.files.locks import Keys, Opened
from ircc_prep.files.yaml_text import LARGEST, Source, read

CASE_SUFFIXES = (".yaml", ".yml", ".json")
_ABOUT_A_KEY = frozenset({"unknown-key", "unknown-answer"})
_FIRST_BYTES = 4096
_SCHEMA = re.compile(rb"""^\s*\{?\s*["']?schema["']?\s*:""", re.MULTILINE)
_LARGEST_LOCKED = 2 * LARGEST  # a locked file is a third longer than what it holds, since it is written in letters


@dataclass(frozen=True)
class CaseFile:
    """A case as read: what it means, what it says (`data`, the file's own keys and values), and where it says so.

    `opened` is what lay on the disk, in the clear, and how it was locked.
    """

    path: Path
    case: Case
    data: dict[str, Any]
    source: Source
    opened: Opened = field(repr=False)


def looks_like_one(path: Path) -> bool:
    """Whether the file is locked, or the key `schema` stands near its beginning, after any comments."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            beginning = file.read(_FIRST_BYTES)
    except OSError:
        return False
    return age_format.is_locked(beginning) or bool(_SCHEMA.search(beginning))


def load(path: Path, keys: Keys | None = None) -> CaseFile:
    """Reads and checks a case file; raises CaseError with everything that is wrong with it, placed.

    A locked one is opened in memory with the keys. Answers, items and streams are checked later, against the
    checklists: place those problems with `problems_placed`.
    """
    opened = locks.opened(contents(path), path, keys)
    try:
        return replace(parse(opened.plain, path), opened=opened)
    except CaseError as error:
        raise CaseError(*_with_way_back(error.problems, path)) from None


def parse(raw: bytes, path: Path) -> CaseFile:
    """The case in the bytes of a file that is already read, or unlocked; `path` names it. Raises as `load` does."""
    file = str(path)
    if age_format.is_locked(raw):
        raise CaseError(locks.locked_problem(path))
    source = read(raw, file)
    if source.data is None:
        raise CaseError(*problems_placed([_empty()], source))
    case, problems = checked(source.data)
    if case is None or problems:
        raise CaseError(*problems_placed(problems, source))
    return CaseFile(path, case, source.data, source, Opened(raw, None))


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


def _with_way_back(problems: Sequence[Problem], path: Path) -> Iterator[Problem]:
    """The problems, the last of them with the command that brings back the last good version, if there is one."""
    back = way_back(path)
    yield from problems[:-1]
    last = problems[-1]
    hint = Text(f"{last.hint.en}\n    {back.en}", f"{last.hint.fr}\n    {back.fr}") if back else last.hint
    yield replace(last, hint=hint)


def _place(problem: Problem, source: Source) -> Place:
    at_key = problem.id in _ABOUT_A_KEY
    return source.key_place(problem.path) if at_key else source.place(problem.path)


def contents(path: Path) -> bytes:
    """The bytes of a case file, locked or not. Raises CaseError where there are none to read."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_LOCKED)  # what is too long for a case is more than its reader allows
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
    hint = way_back(path) or hint
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
