"""What the parts of the compiler share: visiting a node, reading a literal as a type, refusing with the part quoted."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.expressions.vocabulary import Read, Vocabulary
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.values import BOOL, COUNTRY, DATE, Type

Typed = tuple[Type, Read]
Handler = Callable[["Context", Any], Typed]
HANDLERS: dict[type[ast.expr], Handler] = {}
SEE = Text("See docs/format.md, Conditions.", "Voir docs/format.md, Conditions.")
FEW = 20  # so many possible values are listed in a hint


class ExpressionError(Exception):
    """A condition that can't be compiled: what is wrong with it, and what to do."""

    def __init__(self, what: Text, hint: Text) -> None:
        super().__init__(what.en)
        self.what, self.hint = what, hint


def handles(*kinds: type[ast.expr]) -> Callable[[Handler], Handler]:
    """Registers the function that compiles these kinds of node."""

    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(kinds, handler))
        return handler

    return register


@dataclass(frozen=True, slots=True)
class Context:
    """One expression being compiled, with the names that are in force in this part of it."""

    source: str
    vocabulary: Vocabulary
    loops: int = 0  # how many are open around this part

    def binding(self, **names: Type) -> "Context":
        """The same within one more loop, with its variable bound."""
        return Context(self.source, self.vocabulary.binding(**names), self.loops + 1)

    def visit(self, node: ast.expr) -> Typed:
        """The type and the closure of any node; ExpressionError for what the language doesn't have."""
        handler = HANDLERS.get(type(node))
        if handler is None:
            self.not_in_language(node)
        return handler(self, node)

    def condition(self, node: ast.expr) -> Read:
        """The closure of a node that must be a yes or no."""
        type, run = self.visit(node)
        self.must_be(BOOL, type, node)
        return run

    def literal_as(self, wanted: Type | None, node: ast.expr) -> Typed | None:
        """A word written where a date or one of some words is wanted; None when the node isn't such a literal."""
        if wanted is None or not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return None
        word = node.value
        if wanted.kind == "date":
            day = self._day(word, node)
            return DATE, lambda _facts, _scope: day
        if wanted == COUNTRY and word not in COUNTRY_CODES:
            self.refuse(node, "isn’t a country code", "n’est pas un code de pays")
        if wanted.options and word not in wanted.options:
            few = one_of(list(wanted.options)) if len(wanted.options) <= FEW else None
            hint = did_you_mean(word, list(wanted.options)) or few
            self.refuse(node, "is not a possible value here", "n’est pas une valeur possible ici", hint)
        return (wanted, lambda _facts, _scope: word) if wanted.kind == "word" else None

    def must_be(self, wanted: Type, type: Type, node: ast.AST) -> None:
        """Refuses a node of another type."""
        if wanted.kind != type.kind or (wanted.kind == "noun" and wanted.noun != type.noun):
            en = f"is {a(type)}, where {a(wanted)} is needed"
            self.refuse(node, en, f"est {un(type)}, alors qu’il faut {un(wanted)}")
        if wanted.of and type.of and not _alike(wanted.of, type.of):
            self.refuse(node, "is a list of other things", "est une liste d’autres éléments")

    def not_in_language(self, node: ast.AST) -> NoReturn:
        """Refuses what Python has and the condition language hasn't."""
        self.refuse(node, "isn’t part of the condition language", "ne fait pas partie du langage des conditions")

    def unknown(self, node: ast.AST, name: str, known: list[str]) -> NoReturn:
        """Refuses a name that nothing has, with the nearest one that something has."""
        self.refuse(node, "is not a known fact", "n’est pas un fait connu", did_you_mean(name, known))

    def refuse(self, node: ast.AST, en: str, fr: str, hint: Text | None = None) -> NoReturn:
        """Raises the error that quotes the offending part."""
        part = ast.get_source_segment(self.source, node) or self.source
        raise ExpressionError(Text(f"“{part}” {en}.", f"«\u00a0{part}\u00a0» {fr}."), hint or SEE)

    def _day(self, word: str, node: ast.AST) -> PartialDate:
        try:
            return PartialDate.on(date.fromisoformat(word))
        except ValueError:
            self.refuse(node, "isn’t a day such as '2025-08-21'", "n’est pas une date comme '2025-08-21'")


def _alike(one: Type, other: Type) -> bool:
    return one.kind == other.kind and (one.kind != "noun" or one.noun == other.noun)


_KINDS = {
    "bool": ("a yes or no", "un oui ou non"),
    "number": ("a number", "un nombre"),
    "date": ("a date", "une date"),
    "word": ("a word", "un mot"),
    "list": ("a list", "une liste"),
    "noun": ("a thing", "un élément"),
}


def a(type: Type) -> str:
    """A type in English words."""
    return f"a {type.noun}" if type.kind == "noun" else _KINDS[type.kind][0]


def un(type: Type) -> str:
    """A type in French words."""
    return _KINDS[type.kind][1]
