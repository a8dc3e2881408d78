"""Clients as JSON lines: a case on each, or a group with the case under `case` and what is chosen for it beside it."""

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from json.decoder import scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any, BinaryIO

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.kinds import wrong_type
from ircc_prep.core.validation.saying import nearest, quoted
from ircc_prep.core.wording import shown
from ircc_prep.files import age_format, yaml_messages
from ircc_prep.files.clients.choosing import CHOICES, choices_of
from ircc_prep.files.clients.client import Choices, Client, Known
from ircc_prep.files.clients.headings import is_note
from ircc_prep.files.clients.tables import opened, read
from ircc_prep.files.locks import Keys
from ircc_prep.files.yaml_text import LARGEST

SUFFIXES = (".jsonl", ".ndjson")
_CLIENT, _CASE = "client", "case"
_KEYS = (_CLIENT, *CHOICES, _CASE)
_BLANK = re.compile(r"[ \t\r\n]*")
_FIRST_BYTES = 64


@dataclass(frozen=True, slots=True)
class _Member:
    """A key of the line's group, where it stands, and its value with where that begins and ends."""

    key: str
    at: int
    start: int
    end: int
    value: Any


class _SyntaxError(Exception):
    """Where the line stops being JSON."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def clients(path: Path, keys: Keys | None, known: Known) -> Iterator[Client]:
    """A client for every line that isn't empty, read one at a time. Raises UsageError, at once, for no such file."""
    with opened(path) as file:
        locked = age_format.is_locked(file.read(_FIRST_BYTES))
    if not locked:
        return _clients(opened(path), path, known, locked=False)
    return _clients(io.BytesIO(read(path, keys)[0]), path, known, locked=True)


def _clients(file: BinaryIO, path: Path, known: Known, *, locked: bool) -> Iterator[Client]:
    with file:
        number = 0
        while raw := file.readline(LARGEST + 1):
            number += 1
            too_long = len(raw) > LARGEST
            while too_long and not raw.endswith(b"\n"):  # the rest of the line is passed over, piece by piece
                raw = file.readline(LARGEST + 1) or b"\n"
            if too_long:
                yield _failed(path, number, "", [_problem(yaml_messages.TOO_LARGE, Place(str(path), number, 1))])
            elif raw.strip(b" \t\r\n\xef\xbb\xbf"):
                client = _client(raw, path, number, known, locked=locked)
                if client is not None:
                    yield client


def _client(raw: bytes, path: Path, number: int, known: Known, *, locked: bool) -> Client | None:
    """The client of one line; None for an example."""
    digest = hashlib.sha256(raw).hexdigest()

    def at(index: int) -> Place:
        return Place(str(path), number, index + 1)

    try:
        line = raw.decode().removeprefix("\ufeff" if number == 1 else "")
    except UnicodeDecodeError as fault:
        place = at(len(raw[: fault.start].decode("utf-8", "replace")))
        return _failed(path, number, digest, [_problem(yaml_messages.ENCODING, place)])
    try:
        members = _members(line)
    except _SyntaxError as error:
        return _failed(path, number, digest, [_problem(yaml_messages.JSON, at(error.at))])
    case = next((each for each in members if each.key == _CASE), None)
    name = f"{path.stem}-{number}"
    if case is None and not any(each.key == _CLIENT for each in members):
        return Client(name, f"{path}:{number}", digest, plain=line.encode(), start=at(0), locked=locked)
    said = {each.key: each.value for each in members}
    if is_note(said.get(_CLIENT, "")):
        return None
    problems = [*_group_problems(members, case, at)]
    choices, more = _choices(members, path.parent, known, at)
    problems += more
    if isinstance(said.get(_CLIENT), str | int) and not isinstance(said.get(_CLIENT), bool):
        name = str(said[_CLIENT])
    if problems or case is None:
        return replace(_failed(path, number, digest, problems), name=name)
    plain = line[case.start : case.end].encode()
    return Client(name, f"{path}:{number}", digest, choices, plain, start=at(case.start), locked=locked)


def _choices(members: list[_Member], folder: Path, known: Known, at: Any) -> tuple[Choices, list[Problem]]:
    places: Mapping[str, Place] = {each.key: at(each.start) for each in members}
    said = {each.key: each.value for each in members if each.key in CHOICES}
    choices, problems = choices_of(said, folder, known)
    return choices, [
        replace(each, place=places.get(str(each.path[0]) if each.path else "", at(0))) for each in problems
    ]


def _group_problems(members: list[_Member], case: _Member | None, at: Any) -> Iterator[Problem]:
    seen: set[str] = set()
    for each in members:
        if each.key in seen:
            id, what, hint = yaml_messages.DUPLICATE
            words = {"key": shown(each.key), "line": str(at(0).line)}
            yield Problem(id, (each.key,), what.format(**words), hint.format(**words), at(each.at))
        seen.add(each.key)
        if each.key not in _KEYS:
            word = quoted(shown(each.key))
            what = Text(f"The key {word.en} isn’t known here.", f"La clé {word.fr} n’est pas connue ici.")
            yield Problem("unknown-key", (each.key,), what, nearest(each.key, _KEYS), at(each.at))
        if each.key == _CLIENT and (isinstance(each.value, bool) or not isinstance(each.value, str | int)):
            id, what, hint = wrong_type((_CLIENT,), ["text"])
            yield Problem(id, (_CLIENT,), what, hint, at(each.start))
    if case is None:
        word = quoted(_CASE)
        what = Text(f"The key {word.en} is missing.", f"La clé {word.fr} manque.")
        hint = Text("Write the case under it.", "Inscrivez le dossier sous cette clé.")
        yield Problem("missing-key", (_CASE,), what, hint, at(0))


def _members(line: str) -> list[_Member]:
    """The members of the group that a line is. Raises _SyntaxError where it is none."""
    try:
        return _read_members(line)
    except json.JSONDecodeError as fault:
        raise _SyntaxError(fault.pos) from None
    except (RecursionError, ValueError):  # too many levels, a number of thousands of digits, NaN
        raise _SyntaxError(0) from None


def _read_members(line: str) -> list[_Member]:
    at = _skip(line, 0)
    if line[at : at + 1] != "{":
        raise _SyntaxError(at)
    at = _skip(line, at + 1)
    found: list[_Member] = []
    if line[at : at + 1] == "}":
        return _ended(line, at, found)
    while True:
        if line[at : at + 1] != '"':
            raise _SyntaxError(at)
        key_at = at
        key, at = scanstring(line, at + 1, True)  # noqa: FBT003 - the standard library's own signature
        at = _skip(line, at)
        if line[at : at + 1] != ":":
            raise _SyntaxError(at)
        start = _skip(line, at + 1)
        value, end = _DECODER.raw_decode(line, start)
        found.append(_Member(key, key_at, start, end, value))
        at = _skip(line, end)
        if line[at : at + 1] == "}":
            return _ended(line, at, found)
        if line[at : at + 1] != ",":
            raise _SyntaxError(at)
        at = _skip(line, at + 1)


def _ended(line: str, at: int, found: list[_Member]) -> list[_Member]:
    rest = _skip(line, at + 1)
    if rest < len(line):
        raise _SyntaxError(rest)
    return found


def _skip(line: str, at: int) -> int:
    match = _BLANK.match(line, at)
    return match.end() if match else at


def _constant(_word: str) -> Any:
    raise ValueError  # NaN and Infinity are no JSON


_DECODER = json.JSONDecoder(parse_constant=_constant)


def _problem(message: yaml_messages.Message, place: Place) -> Problem:
    id, what, hint = message
    return Problem(id, (), what, hint, place)


def _failed(path: Path, number: int, digest: str, problems: list[Problem]) -> Client:
    return Client(f"{path.stem}-{number}", f"{path}:{number}", digest, problems=tuple(problems))
