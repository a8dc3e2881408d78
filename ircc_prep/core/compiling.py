"""Compiling the conditions of a checklist one after the other, collecting what is wrong instead of stopping at it."""

from collections.abc import Mapping

from ircc_prep.core.checklist import Question
from ircc_prep.core.expressions import Compiled, ExpressionError, Vocabulary, compile_expression
from ircc_prep.core.nouns import NOUN_FIELDS, field_name
from ircc_prep.core.problems import Path, Problem, did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.values import BOOL, Type, list_of, noun

# What a question may ask of the case itself, apart from answers and people.
CASE_FACTS = ("people", "stream", "submitted", "planned_submission", "language")
ENTRY_NOUNS = tuple(name for name in NOUN_FIELDS if name not in ("case", "interview", "person"))


class Compiling:
    """One checklist being compiled: the vocabulary in force and the problems so far."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []

    def refuse(self, path: Path, what: Text, hint: Text | None = None, id: str = "condition") -> None:
        """Notes a problem at a place of the checklist."""
        see = Text("See docs/format.md.", "Voir docs/format.md.")
        self.problems.append(Problem(id, path, what, hint or see))

    def expression(
        self, source: str, path: Path, wanted: Type | None, names: Mapping[str, Type] | None = None
    ) -> Compiled:
        """A condition or value; one that can't be compiled is noted, and stands in as *can't tell*."""
        try:
            return compile_expression(source, self.vocabulary.binding(**(names or {})), wanted)
        except ExpressionError as error:
            self.refuse(path, error.what, error.hint)
            return Compiled(source, wanted or BOOL, lambda _facts, _scope: None)

    def optional(
        self, source: str | None, path: Path, wanted: Type | None, names: Mapping[str, Type] | None = None
    ) -> Compiled | None:
        """The same for what may be left out."""
        return None if source is None else self.expression(source, path, wanted, names)

    def people(self, source: str | None, path: Path) -> Compiled | None:
        """Whom something is for: one person or a list of people."""
        compiled = self.optional(source, path, None)
        if compiled and compiled.type not in (noun("person"), list_of(noun("person"))):
            self.refuse(path, Text(f"“{source}” isn’t people.", f"« {source} » ne désigne pas des personnes."))
        return compiled

    def question_type(self, question: Question, path: Path) -> Type:
        """The type of what a question asks for; notes a fact that doesn't exist, or a type where none belongs."""
        owner, _, field = question.fact.partition(".")
        known = self.vocabulary.answers.get(question.fact)
        if question.type is not None:
            if (question.type == "choice") != bool(question.options):
                self.refuse(
                    path,
                    Text(
                        "A choice needs `options`, and nothing else has them.",
                        "Une question à choix doit avoir des `options`; les autres n’en ont pas.",
                    ),
                    id="question-options",
                )
            return known or BOOL
        if owner in NOUN_FIELDS and (found := NOUN_FIELDS[owner].get(field_name(field))):
            return found
        if question.fact in CASE_FACTS:
            return NOUN_FIELDS["case"][question.fact]
        self.refuse(
            (*path, "fact"),
            Text(
                f"“{question.fact}” is no field of the case file.",
                f"« {question.fact} » n’est pas un champ du dossier.",
            ),
            did_you_mean(question.fact, self._case_facts()) or one_of(["type: bool", "person.…", "stay.…"]),
            id="unknown-fact",
        )
        return BOOL

    def _case_facts(self) -> list[str]:
        fields = [f"{owner}.{field}" for owner in ("person", "interview", *ENTRY_NOUNS) for field in NOUN_FIELDS[owner]]
        return [*CASE_FACTS, *fields]
