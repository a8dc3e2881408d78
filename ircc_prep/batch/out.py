"""The folder that a batch writes into: the owner's alone, one run at a time, and never through a link."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ircc_prep.batch import names
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files.owner_file import refused

_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700
_PART = ".part"  # what is being written; the next run removes it
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """A file: its name in its folder, its size in bytes, and its SHA-256."""

    name: str
    size: int
    sha256: str


class Out:
    """The output folder. What it is given to write is written whole or not at all; CaseError where it can't be."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.shown = path

    def entries(self) -> list[str]:
        """What is in it, by name; nothing where there is no such folder."""
        try:
            return sorted(each.name for each in self.path.iterdir())
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            raise UsageError.saying(
                Text(f"{self.shown} is a file.", f"{self.shown} est un fichier."),
                Text("Give --out the name of a folder.", "Donnez à --out le nom d’un répertoire."),
                id="not-a-folder",
            ) from None
        except OSError as fault:
            raise refused(self.shown, fault) from None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Makes the folder, and keeps other runs out of it; UsageError where one is at work in it."""
        try:
            self.path.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
        except OSError as fault:
            raise refused(self.shown, fault) from None
        with suppress(OSError):  # a folder that was there may have been open to others, and may be somebody else's
            self.path.chmod(_OWNER_FOLDER)
        with _locked(self.path, self.shown):
            yield

    def write(self, name: str, content: bytes, folder: str = "", *, lasting: bool = False) -> Written:
        """Writes a file, in a client's folder or above them; `lasting` waits until it would outlast a power failure."""
        target = self.path / folder / name
        part = target.with_name(f".{target.name}{_PART}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            if folder:
                _make_folder(target.parent)
            with os.fdopen(os.open(part, flags, _OWNER_FILE), "wb") as file:
                file.write(content)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            part.replace(target)  # takes the place of a link, and leaves alone what it points to
        except OSError as fault:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise refused(self.shown / folder / name, fault) from None
        return Written(name, len(content), sha256(content).hexdigest())

    def holds(self, files: Sequence[Written], folder: str) -> bool:
        """Whether the files are there as they were written."""
        return all(self.look(file.name, folder) == file for file in files)

    def look(self, name: str, folder: str = "") -> Written | None:
        """A file as it is now; None where there is none, or a link instead."""
        path = self.path / folder / name
        whole, size = sha256(), 0
        try:
            if path.is_symlink() or not path.is_file() or path.parent.is_symlink():
                return None
            with path.open("rb") as file:
                while piece := file.read(_PIECE):
                    whole.update(piece)
                    size += len(piece)
        except OSError:
            return None
        return Written(name, size, whole.hexdigest())

    def remove(self, *files: str) -> None:
        """Removes files of ours that are there."""
        for name in files:
            self._unlink(name)

    def _unlink(self, name: str) -> None:
        try:
            (self.path / name).unlink(missing_ok=True)
        except OSError as fault:
            raise refused(self.shown / name, fault) from None

    def tidy(self, stale: Callable[[str, str], bool]) -> None:
        """Removes the stale files (folder, name) from clients' folders, and the folders that are empty then.

        A folder that isn't called as ours are is left alone.
        """
        for entry in os.scandir(self.path):
            if not names.is_ours(entry.name) or not entry.is_dir(follow_symlinks=False):
                continue
            for file in list(os.scandir(entry.path)):
                if not file.is_dir(follow_symlinks=False) and stale(entry.name, file.name):
                    self._unlink(f"{entry.name}/{file.name}")
            with suppress(OSError):  # something that isn't ours is in it
                Path(entry.path).rmdir()

    def files(self) -> Iterator[str]:
        """The name of every file and link, from the folder on, in order; an empty folder's ends in a slash."""
        yield from _below(self.path, "")


def _make_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise NotADirectoryError(folder)
    folder.mkdir(mode=_OWNER_FOLDER, exist_ok=True)


def _below(folder: Path, above: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:  # what is in it can't be known, so it is missing
        entries = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}"
    if above and not entries:
        yield above


@contextmanager
def _locked(path: Path, shown: Path) -> Iterator[None]:
    """A lock that goes with the process that holds it, however it ends: it leaves no file behind."""
    try:
        import fcntl
    except ImportError:  # Windows can't lock a folder
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _busy(shown) from None
        except OSError:
            pass  # some network disks can't lock a folder
        yield
    finally:
        os.close(descriptor)


def _busy(shown: Path) -> IrccPrepError:
    return UsageError.saying(
        Text(f"Another run is writing into {shown}.", f"Une autre exécution écrit dans {shown}."),
        Text(
            "Wait until it has ended, or give --out another folder.",
            "Attendez qu’elle se termine, ou donnez à --out un autre répertoire.",
        ),
        id="out-in-use",
    )
