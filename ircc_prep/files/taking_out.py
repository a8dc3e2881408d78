"""Takes private answers out of what lies beside a case: its backups, and what killed saves have left behind."""

import contextlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from ircc_prep.core.edit import with_fact
from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, locks, owner_file
from ircc_prep.files.age_format import DamagedError, WrongKeyError
from ircc_prep.files.companions import backups_there, leftovers_in
from ircc_prep.files.locks import Keys, Lock, Opened, PassphraseLock
from ircc_prep.files.yaml_text import Source, dump, read

Data = dict[str, Any]


def take_out(case: Path, ids: Collection[str], lock: Lock | None, keys: Keys | None) -> None:
    """Takes these answers out of the backups of a case. Nothing tells whose the leftovers are: all of them go.

    A backup that can't be looked into, or not be written again, is removed: whoever takes such an answer out of a
    case relies on its being nowhere, and a way back matters less.
    """
    for backup in backups_there(case):
        try:
            held = _opened(backup, lock, keys)
            plain = without_answers(held.plain, ids, backup)
            if plain != held.plain:
                owner_file.write(backup, held.lock.locked(plain) if held.lock else plain)
        except (CaseError, DamagedError, WrongKeyError, OSError):
            backup.unlink(missing_ok=True)
    for leftover in leftovers_in(case.parent):
        with contextlib.suppress(OSError):
            leftover.unlink()


def without_answers(plain: bytes, ids: Collection[str], path: Path) -> bytes:
    """The bytes of a case file without these answers; all else, comments too, as it was wherever that is possible.

    Raises CaseError for what isn't YAML or JSON.
    """
    source = read(plain, str(path))
    if not isinstance(source.data, dict):
        return plain
    wanted = _without(source.data, ids)
    if wanted == _without(source.data, ()):
        return plain
    shorter = _without_lines(plain.decode(), source, ids)
    if _says(shorter, path, wanted):
        return shorter.encode()
    if path.suffixes and ".json" in path.suffixes:
        return (json.dumps(wanted, ensure_ascii=False, indent=2) + "\n").encode()
    return dump(wanted).encode()


def _opened(backup: Path, lock: Lock | None, keys: Keys | None) -> Opened:
    raw = backup.read_bytes()
    if isinstance(lock, PassphraseLock) and age_format.is_locked(raw):  # without asking for it once more
        return Opened(age_format.open_with_passphrase(raw, lock.passphrase), lock)
    return locks.opened(raw, backup, keys)


def _without(data: Data, ids: Collection[str]) -> Data:
    for id in ids:
        data = with_fact(data, id, None)
    return {key: value for key, value in data.items() if value or key not in ("answers", "unsure")}


def _without_lines(words: str, source: Source, ids: Collection[str]) -> str:
    """The text without the lines on which the answers stand, where each has one of its own."""
    gone = set()
    for id in ids:
        if id in (source.data.get("answers") or {}):
            gone.add(source.key_place(("answers", id)).line - 1)
    for index, entry in enumerate(source.data.get("unsure") or []):
        if entry in ids:
            gone.add(source.place(("unsure", index)).line - 1)
    return "".join(line for number, line in enumerate(words.splitlines(keepends=True)) if number not in gone)


def _says(words: str, path: Path, wanted: Data) -> bool:
    try:
        data = read(words, str(path)).data
    except CaseError:
        return False
    return isinstance(data, dict) and _without(data, ()) == wanted
