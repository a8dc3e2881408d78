"""Writes a case file so that nothing can be lost: whole or not at all, locked as it was, and with a way back."""

import contextlib
import json
import re
import shlex
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, case_file, owner_file
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.companions import backup_of, before_of, key_of
from ircc_prep.files.locks import Keys, Opened, PassphraseLock, RecipientsLock, locked_problem
from ircc_prep.files.taking_out import take_out
from ircc_prep.files.yaml_text import dump

_COMMENT = re.compile(rb"(^|\s)#", re.MULTILINE)


def save(path: Path, data: dict[str, Any]) -> None:
    """Writes the data as a case file in the clear: JSON for a name that ends in .json, YAML for any other.

    The file is replaced in one step and readable by its owner alone, and so is a folder that has to be made for it.
    Comments can't be kept: the first time that they would be lost, the file as it was goes to `before_of(path)`, which
    is never overwritten. Raises CaseError, with the file as it was, for data that aren't a valid case, for a file that
    is locked, and for what the system refuses.
    """
    text = _written(path, data)
    before = _read(path)
    if before is not None:
        if age_format.is_locked(before):
            raise CaseError(locked_problem(path))
        _keep_comments(path, Opened(before, None), before)
    owner_file.write(path, text)


class Saver:
    """Saves one case file again and again in one sitting, and never over what anybody else wrote there meanwhile.

    Before the first save the file as it was is kept at `backup_of(path)`. A passphrase takes a second to lock with, so
    a case that it locks is locked for a key of the sitting until the sitting ends; the key lies beside the case,
    locked by the passphrase (docs/adr/0010).
    """

    def __init__(self, path: Path, keys: Keys | None = None) -> None:
        self._path = path
        self._keys = keys
        self._last = _there(path)  # before the file is read, so that no change goes unseen
        self._opened: Opened | None = None
        self._secret: str | None = None  # the key of the sitting
        self._key_file: bytes | None = None  # the same as it will lie beside the case; None once it does
        self._saved: bytes | None = None  # what was saved last, in the clear

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def load(self) -> CaseFile:
        """The case to go on with. Raises CaseError."""
        file = case_file.load(self._path, self._keys)
        lock = file.opened.lock
        if isinstance(lock, RecipientsLock) and not lock.recipients:
            raise CaseError(_unknown_recipients(self._path))
        if isinstance(lock, PassphraseLock):
            self._secret = lock.sitting or age_format.new_key()
            self._key_file = None if lock.sitting else lock.locked(self._secret.encode() + b"\n")
        self._opened = file.opened
        return file

    def __call__(self, data: dict[str, Any]) -> None:
        """Raises CaseError, with the file as it is, where another window or program has changed it."""
        text = _written(self._path, data)
        now = _there(self._path)
        if now is not None and now != self._last:
            raise CaseError(_changed(self._path))
        if self._saved is None and now is not None:
            self._keep(now)
        if self._key_file is not None:  # before anything is locked for it
            owner_file.write(key_of(self._path), self._key_file)
            self._key_file = None
        owner_file.write(self._path, self._locked(text))
        self._last, self._saved = _there(self._path), text

    def forget(self, ids: Collection[str]) -> None:
        """Takes private answers out of the backups too, once the case itself is saved without them."""
        take_out(self._path, ids, self._opened.lock if self._opened else None, self._keys)

    def close(self) -> None:
        """The end of the sitting: the passphrase locks the case again. Until then both files are needed."""
        lock = self._opened.lock if self._opened else None
        if not isinstance(lock, PassphraseLock) or self._saved is None or _there(self._path) != self._last:
            return
        owner_file.write(self._path, lock.locked(self._saved))
        with contextlib.suppress(OSError):  # a key that opens nothing harms nobody
            key_of(self._path).unlink()

    def _keep(self, now: bytes) -> None:
        opened = self._opened or Opened(now, None)
        if isinstance(opened.lock, PassphraseLock) and opened.lock.sitting:
            now = opened.lock.locked(opened.plain)  # a sitting was cut short, and its key won't stay
        _keep_comments(self._path, opened, now)
        owner_file.write(backup_of(self._path), now)

    def _locked(self, text: bytes) -> bytes:
        lock = self._opened.lock if self._opened else None
        if isinstance(lock, RecipientsLock):
            return lock.locked(text)
        if self._secret is not None:
            return age_format.lock_for(text, [age_format.recipient_of(self._secret)])
        return text


def _keep_comments(path: Path, opened: Opened, as_it_lies: bytes) -> None:
    backup = before_of(path)
    if path.suffix.lower() != ".json" and _COMMENT.search(opened.plain) and not backup.exists():
        owner_file.write(backup, as_it_lies)


def _there(path: Path) -> bytes | None:
    try:
        return _read(path)
    except CaseError:  # what can't be read is refused by whoever reads or saves it
        return None


def _read(path: Path) -> bytes | None:
    """The bytes of the file; None where there is none, or a pipe or device. Raises CaseError where it can't be read."""
    try:
        return path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as fault:  # what can't be read can't be kept, so it isn't replaced
        raise owner_file.refused(path, fault) from None


def _written(path: Path, data: dict[str, Any]) -> bytes:
    case, problems = case_file.checked(data)
    if case is None or problems:
        raise CaseError(*problems)
    as_json = path.suffix.lower() == ".json"
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n" if as_json else dump(data)
    # What couldn't be read back (too large, too deep) is found before anything is written.
    case_file.parse(text.encode(), path)
    return text.encode()


def _changed(path: Path) -> Problem:
    command = f"ircc-prep ask {shlex.quote(str(path))}"
    what = Text(
        f"{path} was changed by another window or program. Your last answer isn’t saved; those before it are.",
        f"{path} a été modifié par une autre fenêtre ou un autre programme. Votre dernière réponse n’est pas "
        "enregistrée; les précédentes le sont.",
    )
    hint = Text(
        f"Close the other window, then go on with: {command}",
        f"Fermez l’autre fenêtre, puis continuez avec\u00a0: {command}",
    )
    return Problem("changed-meanwhile", (), what, hint)


def _unknown_recipients(path: Path) -> Problem:
    command = f"ircc-prep lock {shlex.quote(str(path))} --recipient age1…"
    what = Text(
        f"{path} was locked by another program, and nothing says for whom: your answers couldn’t be locked for the "
        "same people.",
        f"{path} a été verrouillé par un autre programme, et rien n’indique pour qui\u00a0: vos réponses ne pourraient "
        "pas être verrouillées pour les mêmes personnes.",
    )
    hint = Text(
        f"Lock it once for everybody who needs it, then go on: {command}",
        f"Verrouillez-le une fois pour toutes les personnes concernées, puis continuez\u00a0: {command}",
    )
    return Problem("unknown-recipients", (), what, hint)
