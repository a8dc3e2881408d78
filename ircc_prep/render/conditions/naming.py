"""What the facts, values and tables of conditions are called."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ircc_prep.core.expressions import Vocabulary
from ircc_prep.core.expressions.context import Context
from ircc_prep.core.nouns import field_path
from ircc_prep.core.text import Text
from ircc_prep.core.values import COUNTRY, Type
from ircc_prep.render.words import Words

# The choices that aren't named by their noun.
_CHOICES = {
    "role": "role",
    "marital_status": "marital_status",
    "highest_education": "education",
    "leads_to": "leads_to",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """The names in force in one part of a condition. `nearest` is the variable of the innermost loop around it."""

    vocabulary: Vocabulary
    words: Words
    titles: Mapping[str, Text]
    nearest: str = "person"

    def inside(self, variable: str, member: Type) -> "Naming":
        """The same within a loop over a list with such members."""
        return replace(self, vocabulary=self.vocabulary.binding(**{variable: member}), nearest=variable)

    def type_of(self, node: ast.expr, source: str) -> Type | None:
        """The type of a part of the condition."""
        return Context(source, self.vocabulary).visit(node)[0]

    def fact(self, node: ast.expr, type_of: Callable[[ast.expr], Type]) -> str:
        """A name, an answer or a field: “marital status (principal applicant)”."""
        dotted = ast.unparse(node)
        if dotted in self.vocabulary.answers:
            return self._question(dotted)
        if isinstance(node, ast.Attribute):
            return self._field(node.value, node.attr, type_of(node.value))
        return self._name(dotted)

    def derived(self, owner: ast.expr, name: str, arguments: list[str], type: Type) -> str:
        """A derived fact that takes arguments: “age on the day of submission”."""
        said = self.words.of(self.words.wording[f"condition.{type.noun}.{name}"]).format(*arguments)
        return self._owned(owner, said)

    def argument(self, value: Any, wanted: Type) -> str:
        """What a derived fact is asked of: a country, or an ability such as speaking."""
        key = f"field.language_test.{value}"
        return self.words.say(key) if self.words.has(key) else self.literal(value, wanted)

    def literal(self, value: Any, type: Type | None = None) -> str:
        """A number, a day or a word that is written out."""
        if isinstance(value, bool):
            return self.words.say("fact.affirmative" if value else "fact.negative")
        if isinstance(value, int | float):
            return self.words.number(value)
        if type == COUNTRY:
            return self.words.country(value)
        try:
            return self.words.date(date.fromisoformat(value))
        except ValueError:
            return self._choice(value)

    def option(self, subject: ast.expr, value: Any, type: Type) -> str:
        """A value as the subject's own words have it: the label of a choice, the name of a country."""
        dotted = ast.unparse(subject)
        if not isinstance(value, str) or type.kind != "word":
            return self.literal(value)
        if type.noun == "country":
            return self.words.country(value)
        question = self.words.questions.get(dotted)
        if question is not None and question.options:
            return self.words.of(question.options.get(value, Text(value, value)))
        if value in self.titles:
            return self.words.of(self.titles[value])
        group = _CHOICES.get(dotted.rsplit(".", 1)[-1])
        return self._choice(value, *((group,) if group else ()))

    def table(self, node: ast.expr) -> str:
        """A table's title."""
        return self.words.of(self.vocabulary.tables[ast.literal_eval(node)].title)

    def _choice(self, value: str, *groups: str) -> str:
        """The label of a choice: of these groups, else of the first that has it."""
        kinds = ("activity", "trip", "refusal", "education", "status", "language_test", "passport", "interview", "role")
        for group in groups or kinds:
            if self.words.has(f"choice.{group}.{value}"):
                return self.words.say(f"choice.{group}.{value}")
        return value

    def _question(self, id: str) -> str:
        question = self.words.questions.get(id)
        ask = self.words.of(question.ask) if question else id
        return self.words.say("condition.question", ask=ask)

    def _name(self, name: str) -> str:
        key = f"condition.root.{name}"
        if self.words.has(key):
            return self.words.say(key)
        type = self.vocabulary.bound.get(name)
        noun = type.noun if type and type.kind == "noun" else "person"
        return self.words.say(f"condition.noun.{noun}")

    def _field(self, owner: ast.expr, attribute: str, type: Type) -> str:
        field = field_path(attribute)
        kinds = (
            f"condition.{type.noun}.{attribute}",
            f"field.{type.noun}.{field}",
            f"list.{field}",
            f"field.document.{field}",
        )
        key = next((key for key in kinds if self.words.has(key)), None)
        return self._owned(owner, self.words.say(key) if key else field)

    def _owned(self, owner: ast.expr, said: str) -> str:
        """Whose fact it is, unless that goes without saying."""
        if isinstance(owner, ast.Name) and owner.id in (self.nearest, "interview"):
            return said
        return self.words.say(
            "condition.of", field=said, owner=self._name(owner.id) if isinstance(owner, ast.Name) else ""
        )
