"""What a case has left on this disk, and removing it."""

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files.case_file import CASE_SUFFIXES, looks_like_one
from ircc_prep.files.companions import backups_there, key_of, leftovers_in, packets_there


@dataclass(frozen=True, slots=True)
class Remains:
    """The files of one case: those that are its own, and the packets beside it that bear its name."""

    own: tuple[Path, ...]
    packets: tuple[Path, ...]


def remains_of(case: Path) -> Remains:
    """What there is of a case. A link is followed: what it points at is the case, and goes with it.

    Raises CaseError for a folder, for what is no case, and where there is nothing.
    """
    target = Path(os.path.realpath(case))
    names = list(dict.fromkeys([case, target]))
    backups = [path for name in names for path in (*backups_there(name), key_of(name)) if path.is_file()]
    if target.exists() and not (target.is_file() and (backups or _is_case(target))):
        raise CaseError(_not_a_case(case))
    there = [name for name in names if name.is_symlink() or name.exists()]
    leftovers = [path for name in names if name.parent.is_dir() for path in leftovers_in(name.parent)]
    packets = [path for name in names for path in packets_there(name)]
    if not there and not backups:
        raise CaseError(_nothing(case))
    return Remains(_each_once(there + backups + leftovers), _each_once(packets))


def remove(paths: tuple[Path, ...]) -> None:
    """Removes files and links. Raises CaseError for the first that the system keeps; those after it stay too."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            what = Text(f"{path} can’t be removed.", f"Impossible de supprimer {path}.")
            hint = Text(
                "Check that its folder is yours and that you may write in it.",
                "Vérifiez que son répertoire vous appartient et que vous pouvez y écrire.",
            )
            raise CaseError(Problem("cannot-remove", (), what, hint)) from None


def _is_case(path: Path) -> bool:
    """A case, or what is left of one: an empty file that has the name of one."""
    return looks_like_one(path) or (path.suffix.lower() in CASE_SUFFIXES and path.stat().st_size == 0)


def _each_once(paths: list[Path]) -> tuple[Path, ...]:
    """The paths without those that name the same place in another way."""
    return tuple({path.parent.resolve() / path.name: path for path in reversed(paths)}.values())[::-1]


def _not_a_case(path: Path) -> Problem:
    what = Text(f"{path} isn’t a case file.", f"{path} n’est pas un fichier de dossier.")
    command = f"rm {shlex.quote(str(path))}"
    hint = Text(
        f"Name the case file. If this is to go all the same: {command}",
        f"Nommez le fichier du dossier. Si celui-ci doit tout de même disparaître\u00a0: {command}",
    )
    if path.is_dir():
        hint = Text("Name the case file in it.", "Nommez le fichier qui s’y trouve.")
    return Problem("not-a-case", (), what, hint)


def _nothing(path: Path) -> Problem:
    what = Text(f"There is no file {path}.", f"Il n’y a pas de fichier {path}.")
    hint = Text(
        "Nothing of it is left in that folder; look for it elsewhere.",
        "Il n’en reste rien dans ce répertoire; cherchez-le ailleurs.",
    )
    return Problem("no-such-file", (), what, hint)
