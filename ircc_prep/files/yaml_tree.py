"""Builds plain data and its positions from a parser's events, and refuses what the format leaves out."""

from dataclasses import dataclass, field
from typing import Any

from ircc_prep.core.problems import Path, Place, Problem
from ircc_prep.core.wording import shown
from ircc_prep.files import yaml_messages as messages
from ircc_prep.files.yaml_values import Scalar, meaning

DEEPEST = 50

_NO_KEY = object()  # the group waits for a key
_REFUSED = object()  # the key was refused; its value is read and dropped


class Node:
    """A part of the file: where it begins, and its own parts. Marks are the parser's, counted from 0."""

    __slots__ = ("children", "key_marks", "mark")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.children: dict[str | int | float, Node] = {}
        self.key_marks: dict[str | int | float, Any] = {}

    def find(self, path: Path) -> "Node | None":
        """The part at a path of keys, if the file has it."""
        node: Node | None = self
        for step in path:
            node = node.child(step) if node else None
        return node

    def nearest(self, path: Path) -> "Node":
        """The part at a path of keys, or the last of its parents that the file has."""
        node = self
        for step in path:
            below = node.child(step)
            if below is None:
                break
            node = below
        return node

    def child(self, step: str | int) -> "Node | None":
        """The part under one key. A key that is a number is found by its words too."""
        return self.children.get(self._key(step))

    def key_mark(self, step: str | int) -> Any:
        """Where that key stands; None in a list and for a key that isn't there."""
        return self.key_marks.get(self._key(step))

    def _key(self, step: str | int) -> str | int | float:
        if step in self.children or not isinstance(step, str):
            return step
        return next((key for key in self.children if str(key) == step), step)


@dataclass(slots=True)
class _Open:
    """A list or group that isn't closed yet."""

    node: Node
    value: Any
    key: Any = field(default=_NO_KEY)
    key_mark: Any = None


class Tree:
    """Takes the parser's events one by one. `data`, `root` and `problems` are complete after the last."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Any = None
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Takes one event; False when nothing after it is worth reading."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._documents += 1
            return self._documents == 1 or self._refuse(messages.SEVERAL, event.start_mark)
        if kind == "AliasEvent":
            self._refuse(messages.ALIAS, event.start_mark)
            self._add(None, Node(event.start_mark), refused=True)
        elif kind == "ScalarEvent":
            self._refuse_extras(event)
            self._scalar(event)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            self._refuse_extras(event)
            if len(self._open) == DEEPEST:
                return self._refuse(messages.TOO_DEEP, event.start_mark)
            self._open.append(_Open(Node(event.start_mark), {} if kind == "MappingStartEvent" else []))
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            closed = self._open.pop()
            self._add(closed.value, closed.node)
        return True

    def _scalar(self, event: Any) -> None:
        value: Scalar = event.value
        refused = False
        if not event.style:
            try:
                value = meaning(event.value)
            except ValueError:
                refused = True
                self._refuse(messages.NUMBER, event.start_mark)
        elif not _encodable(event.value):
            refused = True
            self._refuse(messages.ESCAPE, event.start_mark)
        at_key = bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is _NO_KEY
        if at_key and value == "<<" and not event.style:
            refused = True
            self._refuse(messages.MERGE, event.start_mark)
        self._add(value, Node(event.start_mark), refused=refused)

    def _add(self, value: Any, node: Node, *, refused: bool = False) -> None:
        if not self._open:
            self.data, self.root = value, node
            return
        group = self._open[-1]
        if isinstance(group.value, list):
            group.node.children[len(group.value)] = node
            group.value.append(value)
        elif group.key is _NO_KEY:
            group.key = _REFUSED if refused else self._key(group, value, node)
            group.key_mark = node.mark
        else:
            if group.key is not _REFUSED:
                group.value[group.key] = value
                group.node.children[group.key] = node
                group.node.key_marks[group.key] = group.key_mark
            group.key = _NO_KEY

    def _key(self, group: _Open, value: Any, node: Node) -> Any:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._refuse(messages.ODD_KEY, node.mark)
            return _REFUSED
        if value in group.value:
            first = str(group.node.key_marks[value].line + 1)
            self._refuse(messages.DUPLICATE, node.mark, key=shown(str(value)), line=first)
            return _REFUSED
        return value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(messages.ANCHOR, event.start_mark)
        if event.tag is not None:
            self._refuse(messages.TAG, event.start_mark)

    def _refuse(self, message: messages.Message, mark: Any, **words: str) -> bool:
        id, what, hint = message
        place = Place(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(id, self._path(), what.format(**words), hint.format(**words), place))
        return False

    def _path(self) -> Path:
        steps: list[str | int] = []
        for group in self._open:
            if isinstance(group.value, list):
                steps.append(len(group.value))
            elif group.key is not _NO_KEY and group.key is not _REFUSED:
                steps.append(group.key if isinstance(group.key, str | int) else str(group.key))
        return tuple(steps)


def _encodable(text: str) -> bool:
    # The Python parser lets "\ud800" through, half of a character, which no file can hold.
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
