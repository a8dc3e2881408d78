"""Faults as people make them, seeded into a checklist: one small change each."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from ircc_prep.core.checklist import Checklist

Place = tuple[str | int, ...]
Guards = Mapping[str, frozenset[str]]
# What is hidden while nobody can tell, as when it is false.
SHOWN = ("questions", "computed", "officer_questions", "guidance")
# The fields that hold conditions or values, by the key of their entry. No example can speak of `disputed_when`.
CONDITIONS = frozenset(
    {
        "when", "needed", "recommended", "value", "threshold", "in_hand", "of", "expired", "issued_too_early",
        "expires_too_soon", "untranslated", "incomplete", "person", "country",
    }
)  # fmt: skip
FLIPPED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A checklist with one fault: what kind, where, and how it reads now."""

    kind: str
    file: str
    place: Place
    reads: str
    checklist: Checklist

    @property
    def fault(self) -> str:
        """What is wrong and where, whatever program's checklist it stands in."""
        return f"{self.file} {'.'.join(map(str, self.place))}: {self.kind}: {' '.join(self.reads.split())}"


def mutants(checklist: Checklist, *, shared: bool = False) -> Iterator[Mutant]:
    """Every fault that can be seeded into a program's own topics and its interview rules, or into what it shares."""
    own = "common/" if shared else f"{checklist.program.program}/"
    guards = _guards(checklist)
    parts: list[tuple[str, Place, BaseModel]] = [] if shared else [(checklist.file, ("program",), checklist.program)]
    parts += [(file, ("topics", file), topic) for file, topic in checklist.topics.items() if file.startswith(own)]
    for file, base, part in parts:
        for place, held in _leaves(part):
            for kind, changed in _faults(place, held, guards):
                where = (*base, *place)
                yield Mutant(kind, file, place, f"{held} -> {changed}", _replaced(checklist, where, changed))


def _leaves(entry: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value in a model that a fault may be put into, examples aside."""
    if isinstance(entry, BaseModel):
        for name in type(entry).model_fields:
            if name != "examples":
                yield from _leaves(getattr(entry, name), (*place, name))
    elif isinstance(entry, tuple):
        for index, each in enumerate(entry):
            yield from _leaves(each, (*place, index))
    elif entry is not None:
        yield place, entry


def _faults(place: Place, held: Any, guards: Guards) -> Iterator[tuple[str, Any]]:
    name = place[-1]
    if name in CONDITIONS and isinstance(held, str):
        yield from _in_condition(held, guards if place[0] in SHOWN else {})
    elif name == "start" and isinstance(held, date) and "rules" in place and place[place.index("rules") + 1] != 0:
        yield "wrong date", held + timedelta(days=1)
    elif name == "likelihood" and "rules" in place:
        yield "wrong outcome", "none" if held != "none" else "necessary"


def _in_condition(source: str, guards: Guards) -> Iterator[tuple[str, str]]:
    whole = _parsed(source)
    for kind, changed in _changes(whole, guards):
        text = ast.unparse(changed)
        if text != ast.unparse(whole) and "today <= today" not in text:  # that is a dropped condition again
            yield kind, text


def _parsed(source: str) -> ast.expr:
    return ast.parse(source.strip(), mode="eval").body


def _changes(node: ast.expr, guards: Guards) -> Iterator[tuple[str, ast.expr]]:
    """The node with one fault in it, in turn: in itself, or in one of its parts."""
    yield from _here(node, guards)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "value" and isinstance(node.args[-1], ast.Constant):
        return  # a row's key: with the next one up the row is mostly the same
    for field, held in ast.iter_fields(node):
        if isinstance(held, ast.expr):
            for kind, changed in _changes(held, guards):
                yield kind, _with(node, field, changed)
        elif isinstance(held, list):
            for index, part in enumerate(held):
                if isinstance(part, ast.expr):
                    for kind, changed in _changes(part, guards):
                        yield kind, _with(node, field, [*held[:index], changed, *held[index + 1 :]])


def _here(node: ast.expr, guards: Guards) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=comparators) if type(op) in FLIPPED:
            yield "flipped comparison", ast.Compare(left, [FLIPPED[type(op)]()], comparators)
        case ast.BoolOp(op=op, values=values):
            yield "and for or", ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            for left_out, rest in zip(values, _one_left_out(values), strict=True):
                if not (isinstance(op, ast.And) and _asked_already(left_out, rest, guards)):
                    yield "dropped condition", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "dropped not", operand
        case ast.List(elts=elements) if len(elements) > 1:
            yield from (("dropped exemption", ast.List(rest)) for rest in _one_left_out(elements))
        case ast.Name(id="submitted"):
            yield "wrong day", ast.Name("today")
        case ast.Constant(value=value):
            yield from _wrong(value)


def _guards(checklist: Checklist) -> Guards:
    """For each answer, the conditions without which nobody is asked for it, so that it can't be known."""
    found: dict[str, frozenset[str]] = {}
    for topic in checklist.topics.values():  # a question comes after the one that it depends on
        for question in topic.questions:
            parts = _conjuncts(_parsed(question.when))
            inherited = (found.get(answer, frozenset()) for part in parts for answer in _answers(part))
            found[question.fact] = frozenset(map(ast.unparse, parts)).union(*inherited)
    return found


def _conjuncts(node: ast.expr) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]


def _answers(node: ast.expr) -> set[str]:
    """The answers that a condition can't be told without."""
    match node:
        case ast.Name() | ast.Attribute():
            return {ast.unparse(node)}
        case ast.UnaryOp(operand=inner):
            return _answers(inner)
        case ast.Compare(left=left, comparators=others):
            return set().union(*map(_answers, [left, *others]))
        case ast.Call(func=ast.Name(id=name), args=parts) if name.endswith(("_before", "_after")):
            return set().union(*map(_answers, parts))
    return set()


def _asked_already(left_out: ast.expr, rest: list[ast.expr], guards: Guards) -> bool:
    """Whether the rest can't be known unless what was left out is true: dropping it changes nothing that is shown."""
    guard = ast.unparse(left_out)
    for part in rest:
        named = _named(part)
        if any(guard in guards.get(answer, ()) for answer in _answers(part)):
            return True
        if named and all(guard in guards.get(answer, ()) for answer in named):
            return True
    return False


def _named(node: ast.expr) -> set[str]:
    """Every answer, field or variable that a condition names."""
    match node:
        case ast.Name() | ast.Attribute():
            return {ast.unparse(node)}
    return set[str]().union(*(_named(each) for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)))


def _one_left_out(parts: list[ast.expr]) -> Iterator[list[ast.expr]]:
    yield from ([*parts[:index], *parts[index + 1 :]] for index in range(len(parts)))


def _wrong(value: Any) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield "wrong number", ast.Constant(value + 1)
    elif isinstance(value, str) and _day(value):
        yield "wrong date", ast.Constant((date.fromisoformat(value) + timedelta(days=1)).isoformat())


def _day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True


def _with(node: ast.expr, field: str, held: Any) -> ast.expr:
    fields = {name: value for name, value in ast.iter_fields(node)}  # noqa: C416  # pairs of a generator
    return type(node)(**{**fields, field: held})


def _replaced(entry: Any, place: Sequence[str | int], value: Any) -> Any:
    """A copy of a model, tuple or mapping with one value in it changed."""
    if not place:
        return value
    step, *rest = place
    if isinstance(entry, BaseModel):
        return entry.model_copy(update={str(step): _replaced(getattr(entry, str(step)), rest, value)})
    if isinstance(entry, Mapping):
        return {**entry, step: _replaced(entry[step], rest, value)}
    index = int(step)
    return (*entry[:index], _replaced(entry[index], rest, value), *entry[index + 1 :])
