"""From one line of text to a checked, typed closure. What doesn't fit is refused here, before any case is read."""

import ast
from dataclasses import dataclass

from ircc_prep.core.expressions import calls, names, operators
from ircc_prep.core.expressions.context import Context, ExpressionError
from ircc_prep.core.expressions.vocabulary import Read, Vocabulary
from ircc_prep.core.text import Text
from ircc_prep.core.values import Type

LONGEST = 1200
HANDLED_IN = (calls, names, operators)  # importing them registers what they handle


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition or value ready to run.

    `constant` when it is a literal, which no example has to show from both sides.
    """

    source: str
    type: Type
    run: Read
    constant: bool = False


def compile_expression(source: str, vocabulary: Vocabulary, wanted: Type | None = None) -> Compiled:
    """Checks and compiles one expression; raises ExpressionError. `wanted` is the type it must have, by kind."""
    if len(source) > LONGEST:
        raise ExpressionError(
            Text("This condition is too long.", "Cette condition est trop longue."),
            Text("Split it, or make it a derived fact.", "Divisez-la, ou faites-en un fait dérivé."),
        )
    context = Context(source.strip(), vocabulary)
    try:
        tree = ast.parse(context.source, mode="eval").body
        type, run = context.literal_as(wanted, tree) or context.visit(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ExpressionError(
            Text(f"“{source}” isn’t a condition.", f"«\u00a0{source}\u00a0» n’est pas une condition."),
            Text("See docs/format.md, Conditions.", "Voir docs/format.md, Conditions."),
        ) from None
    if wanted:
        context.must_be(wanted, type, tree)
    return Compiled(source, type, run, isinstance(tree, ast.Constant))
