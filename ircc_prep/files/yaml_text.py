"""Strict YAML with positions: the only place that imports yaml. JSON is read here too."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ircc_prep.core.problems import Path, Place, Problem
from ircc_prep.errors import CaseError, IrccPrepError
from ircc_prep.files import yaml_messages as messages
from ircc_prep.files.yaml_tree import Node, Tree
from ircc_prep.files.yaml_values import is_day, is_text, written

LARGEST = 1024 * 1024
WIDEST = 1_000_000  # lines are never folded: a folded line is hard to compare and to mend

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_ESCAPED_IN_QUOTES = re.compile(_CONTROL.pattern + "|[\r\x85\u2028\u2029\ufeff]")
_LITERAL = re.compile(r"\S.*", re.DOTALL)


class Source:
    """What a file says: `data` as plain Python, and the place of every part of it."""

    def __init__(self, file: str, data: Any, root: Node | None) -> None:
        self.file = file
        self.data = data
        self._root = root

    def place(self, path: Path) -> Place:
        """Where the value at a path of keys begins; the nearest parent's place where the file has no such path."""
        if self._root is None:
            return Place(self.file, 1, 1)
        return self._at(self._root.nearest(path).mark)

    def key_place(self, path: Path) -> Place:
        """Where the key at the end of the path stands; as `place` where it is no key."""
        if self._root is not None and path:
            parent = self._root.find(path[:-1])
            mark = parent.key_mark(path[-1]) if parent else None
            if mark is not None:
                return self._at(mark)
        return self.place(path)

    def _at(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)


def read(text: str | bytes, file: str, error: type[IrccPrepError] = CaseError) -> Source:
    """Reads YAML 1.2 (core types, nothing clever) or JSON; raises `error` with every problem that could be found.

    `file` is the name to show. An empty file gives `data` None. Bytes have to be UTF-8; a byte-order mark is fine.
    """
    problems: list[Problem] = []
    words = _decoded(text, file, problems)
    if file.lower().endswith(".json") and words.strip() and not problems:
        problems = _json_problems(words, file)
    if problems:
        raise error(*problems)
    tree = Tree(file)
    try:
        for event in yaml.parse(_as_yaml(words), Loader=_PARSER):
            if not tree.take(event):
                break
    except yaml.MarkedYAMLError as complaint:
        tree.problems.append(_syntax(complaint, words, file))
    except (yaml.YAMLError, ValueError, OverflowError):
        tree.problems.append(_problem(messages.OTHER, Place(file, 1, 1)))
    if tree.problems:
        raise error(*tree.problems)
    return Source(file, tree.data, tree.root)


def dump(data: Any) -> str:
    """Block-style YAML that `read` reads back as the same data, and that YAML 1.1 readers don't take for booleans.

    Keys keep their order; text keeps its script. Raises TypeError for what YAML's core types can't hold, ValueError for
    numbers that aren't finite.
    """
    opening = (yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False))
    closing = (yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent())
    events = [*opening, *_events(data), *closing]
    text: str = yaml.emit(events, Dumper=_Indented, allow_unicode=True, width=WIDEST)
    return text


class _Indented(yaml.SafeDumper):
    """Indents the dashes of a list under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _events(data: Any) -> Iterator[Any]:
    if isinstance(data, Mapping):
        yield yaml.MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=not data)
        for key, value in data.items():
            yield from _events(key)
            yield from _events(value)
        yield yaml.MappingEndEvent()
    elif isinstance(data, list | tuple):
        yield yaml.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=not data)
        for value in data:
            yield from _events(value)
        yield yaml.SequenceEndEvent()
    elif isinstance(data, str):
        yield yaml.ScalarEvent(anchor=None, tag=None, implicit=(True, True), value=data, style=_style(data))
    elif data is None or isinstance(data, bool | int | float):
        yield yaml.ScalarEvent(anchor=None, tag=None, implicit=(True, True), value=written(data), style="")
    else:
        raise TypeError(type(data).__name__)


def _style(text: str) -> str:
    if _ESCAPED_IN_QUOTES.search(text):
        return '"'
    if "\n" in text:
        return "|" if _LITERAL.fullmatch(text) else '"'
    if is_day(text):
        return ""
    known = yaml.SafeDumper.yaml_implicit_resolvers
    candidates = known.get(text[:1], []) + known.get(None, [])
    misread = any(pattern.match(text) for _, pattern in candidates)
    return "'" if misread or not is_text(text) else ""


def _decoded(text: str | bytes, file: str, problems: list[Problem]) -> str:
    try:
        raw = text.encode() if isinstance(text, str) else text
        if len(raw) > LARGEST:
            problems.append(_problem(messages.TOO_LARGE, Place(file, 1, 1)))
            return ""
        words = raw.decode().removeprefix("\ufeff")
    except UnicodeEncodeError as fault:
        problems.append(_problem(messages.ENCODING, _place_at(fault.object, fault.start, file)))
        return ""
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start].decode()
        problems.append(_problem(messages.ENCODING, _place_at(before, len(before), file)))
        return ""
    controls = (_place_at(words, match.start(), file) for match in _CONTROL.finditer(words))
    problems.extend(_problem(messages.CONTROL, place) for place in controls)
    return words


def _json_problems(words: str, file: str) -> list[Problem]:
    """JSON's own mistakes, some of which YAML would take for a strange sentence: a missing comma, say."""
    try:
        json.loads(words)
    except json.JSONDecodeError as fault:
        return [_problem(messages.JSON, Place(file, fault.lineno, fault.colno))]
    except (ValueError, RecursionError):  # numbers and nesting beyond our limits: the tree says where
        pass
    return []


def _as_yaml(words: str) -> str:
    """JSON's tabs and its escapes for characters beyond the first 65,536, in the way that YAML spells them."""
    if words.lstrip()[:1] not in {"{", "["} or not ("\t" in words or "\\u" in words):
        return words
    try:
        json.loads(words)
    except (ValueError, RecursionError):
        return words
    return _ESCAPED_PAIR.sub(_one_escape, words.replace("\t", " "))


def _one_escape(match: re.Match[str]) -> str:
    backslashes, high, low = match.groups()
    code = 0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00)
    return f"{backslashes}\\U{code:08X}"


def _syntax(complaint: yaml.MarkedYAMLError, words: str, file: str) -> Problem:
    mark = complaint.problem_mark or complaint.context_mark
    if mark is None:
        return _problem(messages.OTHER, Place(file, 1, 1))
    lines = words.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, character = line[: mark.column], line[mark.column : mark.column + 1]
    message, at_beginning = messages.for_syntax(complaint.problem or "", character)
    if message is messages.INDENTATION and before.strip(" -"):
        message = messages.LEFT_OVER
    if at_beginning and complaint.context_mark is not None:
        mark = complaint.context_mark
    return _problem(message, Place(file, mark.line + 1, mark.column + 1))


def _place_at(words: str, index: int, file: str) -> Place:
    line_start = words.rfind("\n", 0, index) + 1
    return Place(file, words.count("\n", 0, index) + 1, index - line_start + 1)


def _problem(message: messages.Message, place: Place) -> Problem:
    id, what, hint = message
    return Problem(id, (), what, hint, place)
