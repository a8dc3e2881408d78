"""The sheets and columns of a table of clients, read off the case file's model and the checklists' questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_origin

from ircc_prep.core.nouns import NOUN_FIELDS, NOUN_MODELS, field_path
from ircc_prep.core.problems import Path
from ircc_prep.core.validation.case import DeclaredAnswer
from ircc_prep.core.validation.model_keys import alternatives, words_of
from ircc_prep.core.values import Type
from ircc_prep.files.clients.choosing import CHOICES, Chosen

CLIENT, NAME, PERSON = "client", "name", "person"
CLIENTS, PEOPLE = "clients", "people"
ANSWERS = "answers"
NOTHING = "none"  # what a column of a list says where there are none: an empty cell is *not answered*

Kind = Literal["text", "country", "choice", "date", "end", "bool", "number", "nothing"]
_KINDS: Mapping[str, Kind] = {
    "bool": "bool", "choice": "choice", "number": "number", "money": "number",
    "date": "date", "text": "text", "country": "country",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, where its values belong in the entry that a row describes, and what they are.

    `label` is the key of the phrase that names it, where it is no answer. `several` allows a list in one cell.
    """

    name: str
    path: Path
    kind: Kind
    options: tuple[str, ...] = ()
    several: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: whose entries it lists, and where they belong. `of_person` ones say in each row whose the entry is."""

    name: str
    of_person: bool
    columns: tuple[Column, ...]


def _column(noun: str, key: str, type: Type, before: Path = ()) -> Column:
    several = type.kind == "list"
    inner = type.of if several and type.of else type
    kind: Kind = "text"
    if inner.kind in ("bool", "number", "date"):
        kind = "end" if key == "to" else _KINDS[inner.kind]
    elif inner.noun == "country":
        kind = "country"
    elif inner.options:
        kind = "choice"
    name = ".".join([*map(str, before), key])
    return Column(name, (*before, key), kind, inner.options, several, f"field.{noun}.{key}")


def _columns(noun: str, before: Path = ()) -> Iterator[Column]:
    """The columns of a noun's fields; of a list of things that have a sheet of their own, whether there are any."""
    for field in NOUN_MODELS[noun].model_fields:
        type, key = NOUN_FIELDS[noun].get(field), field_path(field)
        if type is None:  # `schema`, which has one value, and the answers, which the checklists declare
            continue
        if type.kind == "noun":
            yield from _columns(type.noun, (*before, key))
        elif type.of is not None and type.of.kind == "noun":
            yield Column(key, (*before, key), "nothing", (NOTHING,), label=f"list.{key}")
        else:
            yield _column(noun, key, type, before)


def _lists(noun: str) -> Iterator[tuple[str, str]]:
    """The lists of things that a noun has: the list's key and the thing's noun."""
    for field, type in NOUN_FIELDS[noun].items():
        if type.of is not None and type.of.kind == "noun":
            yield field_path(field), type.of.noun


def _choice_columns() -> Iterator[Column]:
    for name in CHOICES:
        (expected,) = alternatives(Chosen.model_fields[name].annotation)
        words = tuple(words_of(expected))
        kind: Kind = "bool" if expected is bool else "choice" if words else "text"
        several = get_origin(expected) is tuple
        yield Column(name, (name,), kind, words, several, f"clients.choice.{name}")


CHOICE_COLUMNS = tuple(_choice_columns())
CASE_COLUMNS = tuple(_columns("case"))
_PERSON = Column(PERSON, ("id",), "text", label="clients.person")
SHEETS: Mapping[str, Sheet] = {
    PEOPLE: Sheet(PEOPLE, of_person=False, columns=(_PERSON, *(c for c in _columns("person") if c.path != ("id",)))),
    **{key: Sheet(key, of_person=True, columns=tuple(_columns(noun))) for key, noun in _lists("person")},
    **{
        key: Sheet(key, of_person=False, columns=tuple(_columns(noun))) for key, noun in _lists("case") if key != PEOPLE
    },
}


def answer_columns(declared: Mapping[str, DeclaredAnswer]) -> list[Column]:
    """A column for every answer, by its id."""
    return [Column(id, (ANSWERS, id), _KINDS[answer.type], answer.options) for id, answer in declared.items()]
