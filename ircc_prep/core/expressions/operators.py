"""Logic, comparison, membership, arithmetic and choice."""

import ast
from itertools import pairwise
from typing import Any

from ircc_prep.core.expressions import loops
from ircc_prep.core.expressions.context import Context, Typed, a, handles, un
from ircc_prep.core.expressions.vocabulary import Read, Scope
from ircc_prep.core.facts import Facts
from ircc_prep.core.truth import negate
from ircc_prep.core.values import ARITHMETIC, BOOL, COMPARISONS, NUMBER, Type, hull

_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@handles(ast.BoolOp)
def logic(context: Context, node: ast.BoolOp) -> Typed:
    """`and`, `or`."""
    runs = [context.condition(value) for value in node.values]
    return BOOL, loops.conjunction(runs) if isinstance(node.op, ast.And) else loops.disjunction(runs)


@handles(ast.UnaryOp)
def unary(context: Context, node: ast.UnaryOp) -> Typed:
    """`not`, and the minus sign of a number."""
    if isinstance(node.op, ast.Not):
        run = context.condition(node.operand)
        return BOOL, lambda facts, scope: negate(run(facts, scope))
    value = getattr(node.operand, "value", None)
    if not isinstance(node.op, ast.USub) or not isinstance(value, int | float) or isinstance(value, bool):
        context.not_in_language(node)
    return NUMBER, lambda _facts, _scope: -value


@handles(ast.Compare)
def comparison(context: Context, node: ast.Compare) -> Typed:
    """One comparison, or a chain of them."""
    sides = [node.left, *node.comparators]
    runs = [_step(context, *pair, operation, node) for pair, operation in zip(pairwise(sides), node.ops, strict=True)]
    return BOOL, runs[0] if len(runs) == 1 else loops.conjunction(runs)


def _step(context: Context, left: ast.expr, right: ast.expr, operation: ast.cmpop, whole: ast.Compare) -> Read:
    if isinstance(operation, ast.In):
        return _membership(context, left, right)
    if isinstance(operation, ast.NotIn):
        inside = _membership(context, left, right)
        return lambda facts, scope: negate(inside(facts, scope))
    compare = COMPARISONS.get(type(operation).__name__)
    if compare is None:
        context.refuse(whole, "can’t be compared so", "ne peut pas être comparé ainsi")
    (left_type, left_run), (right_type, right_run) = sides_of(context, left, right)
    if not _comparable(left_type, right_type, ordered=isinstance(operation, _ORDERED)):
        en = f"compares {a(left_type)} with {a(right_type)}"
        context.refuse(whole, en, f"compare {un(left_type)} et {un(right_type)}")
    if left_type.options and right_type.options and not set(left_type.options) & set(right_type.options):
        context.refuse(whole, "can never be true", "ne peut jamais être vrai")
    return lambda facts, scope: compare(left_run(facts, scope), right_run(facts, scope))


def _comparable(left: Type, right: Type, *, ordered: bool) -> bool:
    kinds = ("number", "date") if ordered else ("number", "date", "word", "bool")
    return left.kind == right.kind and left.kind in kinds


def sides_of(context: Context, left: ast.expr, right: ast.expr) -> tuple[Typed, Typed]:
    """Both sides of an operation, a literal on one read as the type of the other."""
    if isinstance(left, ast.Constant):
        right_side = context.visit(right)
        return context.literal_as(right_side[0], left) or context.visit(left), right_side
    left_side = context.visit(left)
    return left_side, context.literal_as(left_side[0], right) or context.visit(right)


def _membership(context: Context, left: ast.expr, right: ast.expr) -> Read:
    if isinstance(right, ast.List | ast.Tuple | ast.Set):
        type, run = context.visit(left)
        return loops.one_of(run, [_value(context, type, item) for item in right.elts])
    type, members = context.visit(right)
    if type.kind != "list" or type.of is None:
        context.refuse(right, "isn’t a list", "n’est pas une liste")
    left_type, run = context.literal_as(type.of, left) or context.visit(left)
    context.must_be(type.of, left_type, left)
    return loops.contains(run, members)


def _value(context: Context, wanted: Type, node: ast.expr) -> Any:
    """A value written out in a list."""
    if not isinstance(node, ast.Constant):
        context.refuse(node, "must be a value written out", "doit être une valeur écrite en toutes lettres")
    type, run = context.literal_as(wanted, node) or context.visit(node)
    context.must_be(wanted, type, node)
    return node.value if type.kind != "date" else run(NO_FACTS, {})


# A literal's closure reads nothing; this stands where facts would.
NO_FACTS: Any = None


@handles(ast.BinOp)
def arithmetic(context: Context, node: ast.BinOp) -> Typed:
    """Sums, differences and products of numbers."""
    compute = ARITHMETIC.get(type(node.op).__name__)
    if compute is None:
        context.not_in_language(node)
    (left_type, left), (right_type, right) = context.visit(node.left), context.visit(node.right)
    context.must_be(NUMBER, left_type, node.left)
    context.must_be(NUMBER, right_type, node.right)
    return NUMBER, lambda facts, scope: compute(left(facts, scope), right(facts, scope))


@handles(ast.IfExp)
def choice(context: Context, node: ast.IfExp) -> Typed:
    """`a if c else b`: while `c` can't be told, what both have in common."""
    test = context.condition(node.test)
    (type, then), (other_type, otherwise) = sides_of(context, node.body, node.orelse)
    context.must_be(type, other_type, node.orelse)

    def run(facts: Facts, scope: Scope) -> Any:
        truth = facts.certain(lambda: test(facts, scope))
        if truth is None:
            return hull(then(facts, scope), otherwise(facts, scope))
        return then(facts, scope) if truth else otherwise(facts, scope)

    return type, run
