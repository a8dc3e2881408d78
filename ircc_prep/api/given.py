"""A case as a Python program gives it: a file, its bytes, or its keys and values; locked or not."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ircc_prep.api.books import pack_of
from ircc_prep.api.choices import StrPath, path_of
from ircc_prep.api.opening import Opened, with_book
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import CaseError
from ircc_prep.files import case_file, locks
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.checklists import Pack


@dataclass(frozen=True, slots=True, eq=False)
class OpenCase:
    """A valid case, in memory, with its program's checklist. `open_case` makes it; nothing changes it.

    What it shows of itself holds no personal data. `behind` is for this package alone, and no part of the API.
    """

    behind: "Behind"

    @property
    def program(self) -> str:
        """The program's id: `spouse-partner`."""
        return self.behind.opened.case.program

    @property
    def stream(self) -> str | None:
        """The stream's id, if the case has one."""
        return self.behind.opened.case.stream

    @property
    def language(self) -> Language | None:
        """The language that the case asks for, if any."""
        return self.behind.opened.case.language

    @property
    def locked(self) -> bool:
        """Whether it came from a locked file. What is made from it isn't locked: keep it where only you can read it."""
        return self.behind.opened.locked

    def __repr__(self) -> str:
        return f"OpenCase(program={self.program!r}, stream={self.stream!r}, locked={self.locked!r})"


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """What stands behind an open case."""

    opened: Opened
    pack: Pack


def open_case(
    source: StrPath | bytes | Mapping[str, Any],
    *,
    passphrase: str | None = None,
    identities: Sequence[StrPath] = (),
    checklists: StrPath | None = None,
) -> OpenCase:
    """Reads a case and holds it against what its program's checklist knows.

    `source` is the path of a file (YAML or JSON), or the bytes of one, or its keys and values, where days may be
    `datetime.date`. A locked file, or its bytes, is opened in memory with the passphrase or with the secret keys in the
    files `identities`; opening with a passphrase takes about a second. `checklists` is a folder of checklists that is
    looked up before the shipped ones.

    Raises CaseError with everything that is wrong with the case (each problem with its place, but for keys and values,
    which have a path alone), ChecklistError where the checklist is invalid, UsageError where there is no such program,
    folder or key file.
    """
    pack = pack_of(path_of(checklists))
    keys = Given(passphrase, tuple(Path(each) for each in identities))
    if isinstance(source, Mapping):
        return OpenCase(Behind(_of_values(source, pack), pack))
    if isinstance(source, bytes):
        return OpenCase(Behind(with_book(_of_bytes(source, keys), pack), pack))
    return OpenCase(Behind(with_book(case_file.load(Path(os.fspath(source)), keys), pack), pack))


@dataclass(frozen=True, slots=True)
class Given:
    """The keys that a program gives. Nobody is asked for others."""

    passphrase: str | None = field(default=None, repr=False)
    identity_files: tuple[Path, ...] = ()

    def identities(self) -> Sequence[Path]:
        """The files with secret keys."""
        return self.identity_files

    def passphrases(self, path: Path) -> Iterator[str]:
        """The one that was given; raises CaseError where none was, and one is needed."""
        if self.passphrase is None:
            raise CaseError(replace(locks.locked_problem(path), hint=_GIVE_ONE))
        yield self.passphrase


_NAME = Path("case")  # what errors call a case that is no file
_GIVE_ONE = Text(
    "Give the passphrase that it was locked with: open_case(…, passphrase=…).",
    "Donnez la phrase de passe avec laquelle il a été verrouillé : open_case(…, passphrase=…).",
)


def _of_bytes(raw: bytes, keys: Given) -> CaseFile:
    opened = locks.opened(raw, _NAME, keys)
    return replace(case_file.parse(opened.plain, _NAME), opened=opened)


def _of_values(data: Mapping[str, Any], pack: Pack) -> Opened:
    """A case read as if it were a file, so that nothing is allowed that no file may say; its lines mean nothing."""
    try:
        raw = json.dumps(data, default=_day, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError):
        raise CaseError(_NOT_PLAIN) from None
    try:
        return with_book(case_file.parse(raw, _NAME), pack)
    except CaseError as error:
        raise CaseError(*(replace(problem, place=None) for problem in error.problems)) from None


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_NOT_PLAIN = Problem(
    "wrong-type",
    (),
    Text(
        "The case holds a value that no case file can hold.",
        "Le dossier contient une valeur qu’aucun fichier de dossier ne peut contenir.",
    ),
    Text(
        "Use dict, list, str, int, float, bool, None and datetime.date.",
        "Utilisez dict, list, str, int, float, bool, None et datetime.date.",
    ),
)
