"""The condition language: a typed subset of Python's expression syntax, checked first and compiled to closures."""

from ircc_prep.core.expressions.compiler import Compiled, compile_expression
from ircc_prep.core.expressions.context import ExpressionError
from ircc_prep.core.expressions.vocabulary import Vocabulary

__all__ = ["Compiled", "ExpressionError", "Vocabulary", "compile_expression"]
