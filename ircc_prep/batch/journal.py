"""The journal: a line for each client that was dealt with, so that an interrupted batch goes on where it stopped.

It names clients by their keys, and holds no fact of a case. Every line bears a digest of itself and the lines before
it: what was torn by a crash or changed by hand is left out, and the clients it told of are made again.
"""

import errno
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from ircc_prep.batch.out import Out, Written
from ircc_prep.batch.plan import BatchCounts, Plan
from ircc_prep.files.owner_file import refused

FILE = "journal.jsonl"
_SCHEMA = "ircc-prep/batch-journal/1"


@dataclass(frozen=True, slots=True)
class Begun:
    """How a batch began: its moment, and what decides what is made of a client, apart from the client itself.

    `options` is a digest of what was chosen for all clients, which a client's own choices may go before.
    """

    day: date
    written: datetime
    tool: str
    pack: str
    language: str
    suffix: str
    date_order: str | None
    options: str

    def differs(self, other: "Begun", *, options: bool = True) -> tuple[str, ...]:
        """What of it, but for the moment, another batch has otherwise: the names of the fields.

        Other `options` make other files of some clients only, and each client's own digest tells of which.
        """
        passed_over = {"written"} if options else {"written", "options"}
        mine, theirs = asdict(self), asdict(other)
        return tuple(name for name in mine if name not in passed_over and mine[name] != theirs[name])


@dataclass(frozen=True, slots=True)
class Entry:
    """A client that was dealt with: from which input, and the files that were made; none where it failed."""

    key: str
    input: str
    files: tuple[Written, ...]
    counts: BatchCounts | None  # None where it failed
    problem: str | None = None  # the id of the first one

    @property
    def made(self) -> bool:
        return self.counts is not None


@dataclass(frozen=True, slots=True)
class Told:
    """What a journal tells: how its batch began, and the last entry of every client."""

    begun: Begun
    entries: dict[str, Entry]


def begun(plan: Plan) -> Begun:
    """The first line of a plan's journal."""
    return Begun(
        plan.day, plan.written, plan.tool, plan.pack, plan.language, plan.suffix, plan.date_order, plan.options
    )


def read(out: Out) -> Told | None:
    """What the journal in the folder tells; None where there is none, or no whole line of one."""
    try:
        raw = (out.path / FILE).read_bytes()
    except OSError:
        return None
    lines = _whole_lines(raw)
    try:
        first = _begun(next(lines))
    except (StopIteration, KeyError, TypeError, ValueError):
        return None
    entries: dict[str, Entry] = {}
    with suppress(KeyError, TypeError, ValueError):  # somebody else's lines
        for entry in map(_entry, lines):
            entries[entry.key] = entry
    return Told(first, entries)


class Journal:
    """The journal of a batch that is going on; a context manager."""

    def __init__(self, out: Out, first: Begun, entries: Iterable[Entry]) -> None:
        """Writes what is known so far, and goes on behind it."""
        content, self._chain = _lines(first, entries)
        out.write(FILE, content, lasting=True)
        self._file = os.open(out.path / FILE, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        self._path = out.shown / FILE

    def add(self, entry: Entry) -> None:
        """A client's line, once its files are written. It need not outlast a power failure: the files are checked."""
        line, self._chain = _line(asdict(entry), self._chain)
        try:
            room = os.write(self._file, line) == len(line)
        except OSError as fault:
            raise refused(self._path, fault) from None
        if not room:
            raise refused(self._path, OSError(errno.ENOSPC, "no room for the whole line"))

    def close(self) -> None:
        """Ends the journal, as it stands."""
        os.close(self._file)


def whole(first: Begun, entries: Iterable[Entry]) -> bytes:
    """A finished batch's journal: the clients in their order, however they were made."""
    return _lines(first, entries)[0]


def _lines(first: Begun, entries: Iterable[Entry]) -> tuple[bytes, str]:
    """The lines, and the digest that the next one goes on from."""
    started = {**asdict(first), "schema": _SCHEMA, "day": first.day.isoformat(), "written": first.written.isoformat()}
    lines, chain = [], ""
    for record in (started, *(asdict(entry) for entry in entries)):
        line, chain = _line(record, chain)
        lines.append(line)
    return b"".join(lines), chain


def _line(record: dict[str, Any], chain: str) -> tuple[bytes, str]:
    chain = _next(record, chain)
    return json.dumps({**record, "chain": chain}, sort_keys=True).encode() + b"\n", chain


def _next(record: dict[str, Any], chain: str) -> str:
    return sha256(f"{chain}\n{json.dumps(record, sort_keys=True)}".encode()).hexdigest()


def _whole_lines(raw: bytes) -> Iterator[dict[str, Any]]:
    """The records up to the first that is torn or was changed."""
    chain = ""
    for line in raw.split(b"\n")[:-1]:
        try:
            record = json.loads(line)
            said = record.pop("chain")
        except (ValueError, KeyError, AttributeError, RecursionError):
            return
        chain = _next(record, chain)
        if said != chain:
            return
        yield record


def _begun(record: dict[str, Any]) -> Begun:
    if record.pop("schema") != _SCHEMA:
        raise ValueError(_SCHEMA)
    day, written = date.fromisoformat(record.pop("day")), datetime.fromisoformat(record.pop("written"))
    return Begun(day, written, **record)


def _entry(record: dict[str, Any]) -> Entry:
    files = tuple(Written(**file) for file in record.pop("files"))
    counts = record.pop("counts")
    return Entry(files=files, counts=BatchCounts(**counts) if counts else None, **record)
