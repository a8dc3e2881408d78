"""Locks a case where it lies, with the backups beside it, and unlocks it again."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, case_file, locks, owner_file
from ircc_prep.files.companions import backups_there, key_of, leftovers_in
from ircc_prep.files.locks import Keys, Lock, Opened, PassphraseLock
from ircc_prep.files.yaml_messages import TOO_LARGE
from ircc_prep.files.yaml_text import LARGEST


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups that were locked just now, and those that were locked before and still open as they did."""

    locked: tuple[Path, ...]
    as_before: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A file that is to be locked or unlocked: what lay there, and what it says."""

    path: Path
    raw: bytes
    opened: Opened


def hold(path: Path, keys: Keys) -> Held:
    """Reads and opens a case file; it may have mistakes in it. Raises CaseError for what is no case."""
    raw = case_file.contents(path)
    if not case_file.looks_like_one(path):
        what = Text(f"{path} isn’t a case file.", f"{path} n’est pas un fichier de dossier.")
        hint = Text(
            "Only cases are locked here. For other files there is the program age.",
            "Seuls les dossiers se verrouillent ici. Pour d’autres fichiers, il y a le programme age.",
        )
        raise CaseError(Problem("not-a-case", (), what, hint))
    opened = locks.opened(raw, path, keys)
    if len(opened.plain) > LARGEST:  # more than is ever read of a case: the rest would be lost
        id, what, hint = TOO_LARGE
        raise CaseError(Problem(id, (), what, hint, Place(str(path), 1, 1)))
    return Held(path, raw, opened)


def lock(held: Held, lock: Lock) -> Backups:
    """Locks the file and the plain backups beside it; what killed saves left behind in the clear is removed."""
    locked = lock.locked(held.opened.plain)
    if isinstance(lock, PassphraseLock):  # tried out while the plain file is still there
        age_format.open_with_passphrase(locked, lock.passphrase)
    there = [(backup, case_file.contents(backup)) for backup in backups_there(held.path)]
    plain = [(backup, raw) for backup, raw in there if not age_format.is_locked(raw) and len(raw) <= LARGEST]
    for backup, raw in plain:  # before the case: whoever sees it locked may rely on it
        owner_file.write(backup, lock.locked(raw))
    for leftover in leftovers_in(held.path.parent):
        leftover.unlink(missing_ok=True)
    _replace(held, locked)
    done = tuple(backup for backup, _ in plain)
    return Backups(done, tuple(backup for backup, _ in there if backup not in done))


def unlock(held: Held) -> None:
    """Writes the file in the clear."""
    _replace(held, held.opened.plain)


def _replace(held: Held, content: bytes) -> None:
    if case_file.contents(held.path) != held.raw:
        raise CaseError(_changed(held.path))
    owner_file.write(held.path, content)
    with contextlib.suppress(OSError):  # a key that opens nothing any more harms nobody
        key_of(held.path).unlink()


def _changed(path: Path) -> Problem:
    what = Text(
        f"{path} was changed by another window or program meanwhile. It is as that one left it.",
        f"{path} a été modifié entre-temps par une autre fenêtre ou un autre programme. Il est resté tel quel.",
    )
    hint = Text("Close the other window, then try again.", "Fermez l’autre fenêtre, puis réessayez.")
    return Problem("changed-meanwhile", (), what, hint)
