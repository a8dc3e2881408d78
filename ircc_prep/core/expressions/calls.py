"""Calls: the closed list of functions, derived facts that take arguments, tables, and the loops."""

import ast
from typing import Any

from ircc_prep.core.derive import DERIVED
from ircc_prep.core.expressions import loops
from ircc_prep.core.expressions.context import Context, Typed, handles
from ircc_prep.core.expressions.operators import sides_of
from ircc_prep.core.expressions.vocabulary import FUNCTIONS, MOST_MOVED, PAIRS, Read, Scope
from ircc_prep.core.facts import Facts
from ircc_prep.core.problems import did_you_mean
from ircc_prep.core.tables import lookup
from ircc_prep.core.values import BOOL, NUMBER, WORD, Type

LOOPS = ("any", "all", "count")
TWO = 2
MOST_LOOPS = 3  # within each other: every further one multiplies the time by the length of a list


@handles(ast.Call)
def call(context: Context, node: ast.Call) -> Typed:
    """Any call; what is called decides."""
    if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
        context.refuse(node, "can’t be called with named arguments", "ne s’appelle pas avec des arguments nommés")
    if isinstance(node.func, ast.Attribute):
        return _method(context, node, node.func)
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in LOOPS:
        return _loop(context, node, name)
    if name == "value":
        return _table_value(context, node)
    if name in PAIRS and len(node.args) == TWO:
        return _pair(context, node, name)
    if name not in FUNCTIONS:
        known = [*FUNCTIONS, *PAIRS, *LOOPS, "value"]
        context.refuse(node, "isn’t a known function", "n’est pas une fonction connue", did_you_mean(name, known))
    return _function(context, node, name)


def _function(context: Context, node: ast.Call, name: str) -> Typed:
    function = FUNCTIONS[name]
    runs = _arguments(context, node, function.takes)
    if function.literal:
        _whole_number(context, node.args[-1], MOST_MOVED[name.split("_", 1)[0]])
    return function.gives, lambda facts, scope: function.run(*[run(facts, scope) for run in runs])


def _whole_number(context: Context, node: ast.expr, most: int) -> None:
    value = node.value if isinstance(node, ast.Constant) else None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        context.refuse(node, f"must be a whole number up to {most}", f"doit être un nombre entier d’au plus {most}")


def _pair(context: Context, node: ast.Call, name: str) -> Typed:
    (type, left), (other, right) = sides_of(context, *node.args)
    context.must_be(type, other, node.args[1])
    if type.kind not in ("number", "date"):
        context.must_be(NUMBER, type, node.args[0])
    return type, lambda facts, scope: PAIRS[name](left(facts, scope), right(facts, scope))


def _method(context: Context, node: ast.Call, function: ast.Attribute) -> Typed:
    type, owner = context.visit(function.value)
    fact = DERIVED.get((type.noun, function.attr)) if type.kind == "noun" else None
    if fact is None or fact.takes is None:
        known = [name for (noun, name), each in DERIVED.items() if noun == type.noun and each.takes is not None]
        context.unknown(node, function.attr, known)
    runs = _arguments(context, node, fact.takes)

    def run(facts: Facts, scope: Scope) -> Any:
        thing = owner(facts, scope)
        return None if thing is None else fact.of(thing, *[argument(facts, scope) for argument in runs])

    return fact.gives, run


def _arguments(context: Context, node: ast.Call, takes: tuple[Type, ...]) -> list[Read]:
    if len(node.args) != len(takes):
        context.refuse(node, f"takes {len(takes)} argument(s)", f"prend {len(takes)} argument(s)")
    runs = []
    for argument, wanted in zip(node.args, takes, strict=True):
        type, run = context.literal_as(wanted, argument) or context.visit(argument)
        context.must_be(wanted, type, argument)
        possible = bool(type.options) and set(type.options) <= set(wanted.options)
        if wanted.options and not possible:
            context.refuse(argument, "is not a possible value here", "n’est pas une valeur possible ici")
        runs.append(run)
    return runs


def _table_value(context: Context, node: ast.Call) -> Typed:
    """`value('table', key)`."""
    if len(node.args) != TWO or not isinstance(node.args[0], ast.Constant):
        context.refuse(node, "needs a table’s name and a key", "demande le nom d’une table et une clé")
    name, tables = str(node.args[0].value), context.vocabulary.tables
    if name not in tables:
        context.refuse(node, "names no table", "ne nomme aucune table", did_you_mean(name, list(tables)))
    table = tables[name]
    by_word = any(isinstance(row, str) for version in table.versions for row in version.rows)
    type, key = context.visit(node.args[1])
    context.must_be(WORD if by_word else NUMBER, type, node.args[1])
    return NUMBER, lambda facts, scope: lookup(table, facts.submitted, key(facts, scope))


def _loop(context: Context, node: ast.Call, name: str) -> Typed:
    """`any`, `all` and `count` over a list."""
    written = node.args[0] if len(node.args) == 1 else None
    if not isinstance(written, ast.GeneratorExp | ast.ListComp) or len(written.generators) != 1:
        context.refuse(node, f"must be {name}(… for x in list)", f"doit être {name}(… for x in liste)")
    if context.loops >= MOST_LOOPS:
        context.refuse(node, "is a loop too many within loops", "est une boucle de trop dans des boucles")
    generator = written.generators[0]
    type, members = context.visit(generator.iter)
    if type.kind != "list" or type.of is None or not isinstance(generator.target, ast.Name) or generator.is_async:
        context.refuse(generator.iter, "isn’t a list", "n’est pas une liste")
    variable = generator.target.id
    inner = context.binding(**{variable: type.of})
    condition = loops.conjunction([inner.condition(test) for test in generator.ifs])
    if name == "count":
        if not isinstance(written.elt, ast.Name) or written.elt.id != variable:
            en = f"must be the loop’s own “{variable}”"
            context.refuse(written.elt, en, f"doit être le « {variable} » de la boucle")
        return NUMBER, loops.count(members, variable, condition)
    loop = loops.some if name == "any" else loops.every
    return BOOL, loop(members, variable, condition, inner.condition(written.elt))
