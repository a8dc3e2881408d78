"""Literals and names: answers by their dotted id, roots, and the fields and derived facts of nouns."""

import ast
from typing import Any

from ircc_prep.core.derive import DERIVED
from ircc_prep.core.expressions.context import Context, Typed, a, handles, un
from ircc_prep.core.expressions.vocabulary import Read, Scope
from ircc_prep.core.facts import Facts
from ircc_prep.core.values import BOOL, LARGEST, NUMBER, WORD


@handles(ast.Constant)
def constant(context: Context, node: ast.Constant) -> Typed:
    """True, False, a number or a word."""
    value = node.value
    if not isinstance(value, bool | int | float | str):
        context.refuse(node, "isn’t a value of the language", "n’est pas une valeur du langage")
    if isinstance(value, int | float) and value > LARGEST:
        context.refuse(node, "is too large a number", "est un nombre trop grand")
    type = BOOL if isinstance(value, bool) else WORD if isinstance(value, str) else NUMBER
    return type, lambda _facts, _scope: value


@handles(ast.Name)
def name(context: Context, node: ast.Name) -> Typed:
    """A root such as `submitted`, a bound name, or an answer without a dot."""
    vocabulary = context.vocabulary
    if node.id in vocabulary.answers:
        return _answer(context, node.id)
    return vocabulary.root(node.id) or context.unknown(node, node.id, vocabulary.names())


@handles(ast.Attribute)
def attribute(context: Context, node: ast.Attribute) -> Typed:
    """An answer's dotted id, or a field of a noun."""
    vocabulary, dotted = context.vocabulary, _dotted(node)
    if dotted and dotted in vocabulary.answers:
        return _answer(context, dotted)
    if dotted and vocabulary.root(dotted.split(".", 1)[0]) is None:
        context.unknown(node, dotted, vocabulary.names())
    type, owner = context.visit(node.value)
    if type.kind != "noun":
        en = f"is {a(type)} and has no “{node.attr}”"
        context.refuse(node.value, en, f"est {un(type)} et n’a pas de « {node.attr} »")
    known = vocabulary.attributes(type.noun)
    if node.attr not in known:
        context.unknown(node, node.attr, list(known))
    return known[node.attr], _reader(type.noun, node.attr, owner)


def _answer(context: Context, id: str) -> Typed:
    return context.vocabulary.answers[id], lambda facts, _scope: facts.answer(id)


def _reader(noun: str, attribute: str, owner: Read) -> Read:
    fact = DERIVED.get((noun, attribute))

    def run(facts: Facts, scope: Scope) -> Any:
        thing = owner(facts, scope)
        if thing is None:
            return None
        return thing.get(attribute) if fact is None else fact.of(thing)

    return run


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return f"{owner}.{node.attr}" if owner else None
    return None
