"""What kind of prompt a fact takes, with the words of its choices: from the checklist, or the case file's own types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.nouns import NOUN_FIELDS, NOUN_MODELS, field_name
from ircc_prep.core.text import Text, same
from ircc_prep.core.values import COUNTRY, Type

Kind = Literal[
    "bool", "choice", "number", "money", "date", "end", "country", "countries", "text", "words", "language", "group"
]  # fmt: skip
Wording = Mapping[str, Text]
# Days that lie behind us: a date in the future there is a slip of the pen.
_PAST = frozenset({"submitted",
    "person.date_of_birth", "stay.from", "activity.from", "trip.from", "education.from", "service.from", "status.from",
    "passport.issued", "refusal.date", "charge.date", "language_test.taken", "document.issued",
})  # fmt: skip
_CASE: Mapping[str, Any] = {"schema": 1, "program": "visitor"}
_REQUIRED: Mapping[str, Mapping[str, Any]] = {
    "person": {"id": "x", "role": "principal-applicant"},
    "document": {"item": "x"},
    "case": _CASE,
}


@dataclass(frozen=True, slots=True)
class Field:
    """How one fact is asked for. `name` is the question's fact; `fits` says whether the case file can keep a value."""

    name: str
    kind: Kind
    fits: Callable[[Any], bool]
    options: tuple[tuple[str, Text], ...] = ()
    noun: str = ""  # of a group: what its entries are

    @property
    def past(self) -> bool:
        """Whether the day can't lie in the future."""
        return self.name in _PAST


def field_of(question: CompiledQuestion, streams: Mapping[str, Text], wording: Wording) -> Field:
    """The prompt of a checklist's question."""
    fact, said = question.question.fact, question.question
    if fact == "stream":
        return Field(fact, "choice", lambda _value: True, tuple(streams.items()))
    if said.type is not None:
        options = tuple((said.options or {}).items())
        return Field(fact, said.type, lambda value: _fits(Case, _CASE, "answers", {fact: value}), options)
    noun, _, key = fact.rpartition(".")
    return noun_field(noun or "case", key, wording)


def noun_field(noun: str, key: str, wording: Wording) -> Field:
    """The prompt of a field of the case file, under the file's own key."""
    type = NOUN_FIELDS[noun][field_name(key)]
    labels = choice_labels(noun, key, type, wording)
    kind = _kind(noun, key, type)
    member = type.of.noun if type.kind == "list" and type.of and kind == "group" else ""
    model, required = NOUN_MODELS[noun], _REQUIRED.get(noun, {})
    fact = key if noun == "case" else f"{noun}.{key}"
    return Field(fact, kind, lambda value: _fits(model, required, key, value), labels, member)


def choice_labels(noun: str, key: str, type: Type, wording: Wording) -> tuple[tuple[str, Text], ...]:
    """The words of a choice of the case file; the value itself where the wording has none."""
    group = key if noun == "person" else noun
    return tuple((value, wording.get(f"choice.{group}.{value}", same(value))) for value in type.options)


def _kind(noun: str, key: str, type: Type) -> Kind:
    if type.kind == "list" and type.of:
        if type.of == COUNTRY:
            return "countries"
        return "group" if type.of.kind == "noun" else "words"
    if (noun, key) == ("document", "language"):
        return "language"
    if type == COUNTRY:
        return "country"
    if type.options:
        return "choice"
    if type.kind == "date":
        return "end" if key == "to" else "date"
    return "bool" if type.kind == "bool" else "number" if type.kind == "number" else "text"


def _fits(model: Any, required: Mapping[str, Any], key: str, value: Any) -> bool:
    try:
        model.model_validate({**required, key: value})
    except ValidationError:
        return False
    return True
