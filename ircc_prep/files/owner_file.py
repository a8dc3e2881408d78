"""Writes a file in one step, for its owner's eyes alone: an interruption leaves the old file or the new one."""

import errno
import os
import re
import secrets
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError

_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
_NUMBERED = re.compile(r"/dev/fd/(\d+)")


def write(path: Path, content: bytes) -> None:
    """Replaces the file, or makes it, and the folders that it needs. A link keeps pointing where it pointed.

    What is no file, a pipe or a device such as /dev/null, is written to and stays what it is; so is what a stream such
    as /dev/stdout leads to, which may be a log that others wrote in too.
    Raises CaseError, with nothing changed and no temporary file left, for what the system refuses.
    """
    try:
        stream = _stream(path)
        if stream is not None:
            with os.fdopen(os.dup(stream), "wb") as file:
                file.write(content)
            return
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        target = Path(os.path.realpath(path))
        _make_folder(target.parent)
        _replace(target, content)
    except (OSError, ValueError) as fault:  # ValueError: a name with a zero byte
        raise refused(path, fault) from None


def _stream(path: Path) -> int | None:
    """The number of a stream that was opened for us; None for what has to be opened."""
    numbered = _NUMBERED.fullmatch(path.as_posix())
    return int(numbered[1]) if numbered else _STREAMS.get(path.as_posix())


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=_OWNER_FOLDER, exist_ok=True)


def _replace(target: Path, content: bytes) -> None:
    # In the same folder, since a file can't be moved in one step to another disk; by a name that is never too long.
    temporary = target.with_name(f".ircc-prep-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, _OWNER_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:  # an interruption from the keyboard leaves nothing behind either
        temporary.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Makes the new name outlast a power failure, where the system can do that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # a folder that may be written in and not read
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network disks can't; the file itself is written
    finally:
        os.close(descriptor)


def refused(path: Path, fault: OSError | ValueError) -> CaseError:
    """What the system refused, in words that say what to do."""
    what = Text(
        f"{path} can’t be saved. What was there is as it was.",
        f"Impossible d’enregistrer {path}. Ce qui s’y trouvait est resté tel quel.",
    )
    number = getattr(fault, "errno", None)
    if number in _NO_ROOM:
        hint = Text(
            "The disk is full: free some space, or save to another disk.",
            "Le disque est plein\u00a0: libérez de l’espace, ou enregistrez sur un autre disque.",
        )
        return CaseError(Problem("disk-full", (), what, hint))
    if number in _NO_PERMISSION:
        hint = Text(
            "You may not write in this folder: change its permissions, or save to a folder of your own.",
            "Vous ne pouvez pas écrire dans ce répertoire\u00a0: changez ses permissions, "
            "ou enregistrez dans un répertoire à vous.",
        )
        return CaseError(Problem("no-permission", (), what, hint))
    hint = Text(
        "Check the name and the folder, or save to another place.",
        "Vérifiez le nom et le répertoire, ou enregistrez à un autre endroit.",
    )
    return CaseError(Problem("cannot-save", (), what, hint))
