"""A condition as it reads in one program: what the program itself decides is left out."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ircc_prep.core.expressions import Compiled

_HOLDS: Mapping[type[ast.cmpop], Callable[[str, Any], bool]] = {
    ast.Eq: lambda known, value: known == value,
    ast.NotEq: lambda known, value: known != value,
    ast.In: lambda known, values: known in values,
    ast.NotIn: lambda known, values: known not in values,
}


def for_program(compiled: Compiled, known: Mapping[str, str]) -> Compiled:
    """The same condition or value where these names have these values: `{"program": "citizenship"}`."""
    tree = _Known(known).visit(ast.parse(compiled.source.strip(), mode="eval").body)
    return replace(compiled, source=ast.unparse(tree))


class _Known(ast.NodeTransformer):
    """Puts a constant where a part is decided, from the inside out."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[ast.Constant() | ast.List() as value]) if (
                name in self.known and type(op) in _HOLDS
            ):
                return ast.Constant(_HOLDS[type(op)](self.known[name], ast.literal_eval(value)))
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        either = isinstance(node.op, ast.Or)
        decides, says_nothing = (_always, _never) if either else (_never, _always)
        node.values = [each for each in node.values if not says_nothing(each)]
        if any(map(decides, node.values)):
            return ast.Constant(either)
        if not node.values:
            return ast.Constant(not either)
        return node if len(node.values) > 1 else node.values[0]

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        told = isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Constant)
        return ast.Constant(not node.operand.value) if told else node  # type: ignore[attr-defined]

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        return node.body if _always(node.test) else node.orelse if _never(node.test) else node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        self.generic_visit(node)
        node.ifs = [each for each in node.ifs if not _always(each)]
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """`any` of what never holds doesn't; `all` of what always holds does."""
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="any" | "all" as name), args=[ast.GeneratorExp() as loop]):
                says_nothing = _always if name == "all" else _never
                if says_nothing(loop.elt) or any(map(_never, loop.generators[0].ifs)):
                    return ast.Constant(name == "all")
        return node


def _always(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _never(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False
