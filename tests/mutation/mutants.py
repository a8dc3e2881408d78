"""Faults as people make them, seeded into a checklist: one small change each."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from ircc_prep.core.checklist import Checklist

Place = tuple[str | int, ...]
# The fields that hold conditions or values, by the key of their entry.
CONDITIONS = frozenset(
    {
        "when", "needed", "recommended", "value", "threshold", "in_hand", "of", "expired", "issued_too_early",
        "expires_too_soon", "untranslated", "incomplete", "disputed_when", "person", "country",
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


def mutants(checklist: Checklist) -> Iterator[Mutant]:
    """Every fault that can be seeded into a program's own topics and its interview rules."""
    own = f"{checklist.program.program}/"
    parts: list[tuple[str, Place, BaseModel]] = [(checklist.file, ("program",), checklist.program)]
    parts += [(file, ("topics", file), topic) for file, topic in checklist.topics.items() if file.startswith(own)]
    for file, base, part in parts:
        for place, held in _leaves(part):
            for kind, changed in _faults(place, held, checklist):
                where = (*base, *place)
                yield Mutant(kind, file, place, f"{held} -> {changed}", _replaced(checklist, where, changed))


def _leaves(entry: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value in a model that a fault may be put into, examples aside."""
    if isinstance(entry, BaseModel):
        for name in type(entry).model_fields:
            if name not in ("examples", "questions"):
                yield from _leaves(getattr(entry, name), (*place, name))
    elif isinstance(entry, tuple):
        for index, each in enumerate(entry):
            yield from _leaves(each, (*place, index))
    elif entry is not None:
        yield place, entry


def _faults(place: Place, held: Any, checklist: Checklist) -> Iterator[tuple[str, Any]]:
    name = place[-1]
    if name in CONDITIONS and isinstance(held, str):
        yield from _in_condition(held)
    elif name == "start" and isinstance(held, date) and "rules" in place and place[place.index("rules") + 1] != 0:
        yield "wrong date", held + timedelta(days=1)
    elif name == "likelihood" and "rules" in place:
        yield "wrong outcome", "none" if held != "none" else "necessary"


def _in_condition(source: str) -> Iterator[tuple[str, str]]:
    for kind, changed in _changes(ast.parse(source.strip(), mode="eval").body):
        text = ast.unparse(changed)
        if text != ast.unparse(ast.parse(source.strip(), mode="eval").body):
            yield kind, text


def _changes(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The node with one fault in it, in turn: in itself, or in one of its parts."""
    yield from _here(node)
    for field, held in ast.iter_fields(node):
        if isinstance(held, ast.expr):
            for kind, changed in _changes(held):
                yield kind, _with(node, field, changed)
        elif isinstance(held, list):
            for index, part in enumerate(held):
                if isinstance(part, ast.expr):
                    for kind, changed in _changes(part):
                        yield kind, _with(node, field, [*held[:index], changed, *held[index + 1 :]])


def _here(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=comparators) if type(op) in FLIPPED:
            yield "flipped comparison", ast.Compare(left, [FLIPPED[type(op)]()], comparators)
        case ast.BoolOp(op=op, values=values):
            yield "and for or", ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            for rest in _one_left_out(values):
                yield "dropped condition", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "dropped not", operand
        case ast.List(elts=elements) if len(elements) > 1:
            yield from (("dropped exemption", ast.List(rest)) for rest in _one_left_out(elements))
        case ast.Name(id="submitted"):
            yield "wrong day", ast.Name("today")
        case ast.Constant(value=value):
            yield from _wrong(value)


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
