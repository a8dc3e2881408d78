"""What a condition may read of a case, and the record of what it read.

`Facts` is a view of one case on one day. Every read is noted under its path in the case file; reads that are
unanswered, or dates not known to the day, are noted as open too. `with_values` gives the same view with some facts
replaced: that is how the tool finds out what an answer would change.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep.core.case import Case, Interview, Noun, Person
from ircc_prep.core.checklist import Table
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.nouns import FIELD_ALIASES, NOUN_FIELDS, field_path
from ircc_prep.core.truth import Truth
from ircc_prep.core.values import Member, Members, Type, list_of, noun

FAMILY_ROLES = ("principal-applicant", "spouse-or-partner", "dependent-child")
PERSON_SETS: Mapping[str, tuple[str, ...] | None] = {
    "people": None,
    "applicants": FAMILY_ROLES,
    "family": FAMILY_ROLES,
    "partners": ("spouse-or-partner",),
    "children": ("dependent-child",),
    "sponsors": ("sponsor",),
}


_AS_WRITTEN = object()  # in place of a value, where a view says what the case says


@dataclass(frozen=True, slots=True)
class Worked:
    """A value that was worked out, and what was read for it; `because` are the reads as a member of a list has them."""

    value: Any
    reads: Mapping[str, Any]
    open: Mapping[str, Type]
    because: tuple[tuple[str, Any], ...]


class Facts:
    """One case on one day, with the tables in force and the types of its answers."""

    def __init__(
        self,
        case: Case,
        today: date,
        tables: Mapping[str, Table],
        answer_types: Mapping[str, Type],
        replaced: Mapping[str, Any] | None = None,
    ) -> None:
        self.case = case
        self.day = today
        self.tables = tables
        self.answer_types = answer_types
        self.replaced: Mapping[str, Any] = replaced or {}
        self.reads: dict[str, Any] = {}
        self.open: dict[str, Type] = {}
        self.derived: dict[tuple[str, str, tuple[Any, ...]], tuple[Any, dict[str, Any], dict[str, Type]]] = {}
        self._things: dict[str, Thing] = {}
        self._lists: dict[str, Members] = {}
        self._alike: dict[Hashable, Worked] = {}  # shared by all views of the case

    def with_values(self, values: Mapping[str, Any]) -> "Facts":
        """The same case with these facts as if they had been answered so."""
        view = Facts(self.case, self.day, self.tables, self.answer_types, {**self.replaced, **values})
        view._alike = self._alike
        return view

    def worked_out(self, key: Hashable, paths: Sequence[str], run: Callable[[], Any]) -> "Worked":
        """What follows from the facts at these paths alone, with what it read: once for all views that agree on them.

        Nothing is noted: what was read is given back, for the caller to `remember`.
        """
        alike = key, tuple(self.replaced.get(path, _AS_WRITTEN) for path in paths)
        known = self._alike.get(alike)
        if known is None:
            with self.recording() as (reads, open_facts):
                value = run()
            known = self._alike[alike] = Worked(value, reads, open_facts, tuple(reads.items()))
        return known

    def note(self, path: str, value: Any, type: Type) -> Any:
        """Records a read, and gives back the value that holds: the replaced one, or the one given."""
        if path in self.replaced:
            value = self.replaced[path]
        self.reads[path] = value
        if value is None or (type.kind == "date" and not value.exact):
            self.open[path] = type
        return value

    @contextmanager
    def recording(self) -> Iterator[tuple[dict[str, Any], dict[str, Type]]]:
        """A fresh record of reads and open facts; the outer record is kept and not added to."""
        outer = self.reads, self.open
        self.reads, self.open = {}, {}
        try:
            yield self.reads, self.open
        finally:
            self.reads, self.open = outer

    def remember(self, reads: Mapping[str, Any], open: Mapping[str, Type]) -> None:
        """Adds what was recorded apart to the present record."""
        self.reads.update(reads)
        self.open.update(open)

    def certain(self, run: Callable[[], Truth]) -> Truth:
        """A truth in three values. Once it is certain, what is open in it changes nothing, and isn't noted as open."""
        with self.recording() as (reads, open_facts):
            truth = run()
        self.remember(reads, open_facts if truth is None else {})
        return truth

    @property
    def today(self) -> PartialDate:
        """The day of the check."""
        return PartialDate.on(self.day)

    @property
    def submitted(self) -> PartialDate:
        """The day that selects the rules: submission, else the planned one, else the day of the check."""
        for path in ("submitted", "planned_submission"):
            given: PartialDate | None = getattr(self.case, path)
            if given is not None:
                known: PartialDate = self.note(path, given, NOUN_FIELDS["case"][path])
                return known
        return self.today

    @property
    def meeting_day(self) -> PartialDate:
        """The day that papers must be valid on: the interview's, else the day of the check."""
        given = self.case.interview.date if self.case.interview else None
        if given is None:
            return self.today
        known: PartialDate = self.note("interview.date", given, NOUN_FIELDS["interview"]["date"])
        return known

    def answer(self, id: str) -> Any:
        """An answer by its question's id; a date answer as a date."""
        value: Any = self.case.answers.get(id)
        if value is not None and self.answer_types[id].kind == "date" and not isinstance(value, PartialDate):
            value = PartialDate.parse(str(value))
        return self.note(id, value, self.answer_types[id])

    def people(self, group: str) -> Members | None:
        """One of the sets of people; None while nobody is named."""
        if self.case.people is None:
            return self.note("people", None, list_of(noun("person")))  # type: ignore[no-any-return]
        roles = PERSON_SETS[group]
        return tuple(
            Member(self.person(person)) for person in self.case.people if roles is None or person.role in roles
        )

    @property
    def applicant(self) -> "Thing | None":
        """The principal applicant; None while nobody is named."""
        chosen = self.case.with_roles(("principal-applicant",))
        if chosen:
            return self.person(chosen[0])
        self.note("people", None, list_of(noun("person")))
        return None

    def person(self, person: Person) -> "Thing":
        """A person as conditions see them."""
        return self.thing(f"people.{person.id}", person, "person")

    @property
    def interview(self) -> "Thing":
        """The interview as the letter announces it; everything about it may be unanswered."""
        return self.thing("interview", self.case.interview or Interview(), "interview")

    @property
    def documents(self) -> Members | None:
        """What is in hand."""
        return self.members("documents", self.case.documents, "document")

    def thing(self, path: str, value: Noun, kind: str) -> "Thing":
        """The one view of a noun; made once."""
        if path not in self._things:
            self._things[path] = Thing(self, path, value, kind)
        return self._things[path]

    def members(self, path: str, values: tuple[Any, ...] | None, kind: str) -> Members | None:
        """A list of the case file. Its read is noted with the number of entries."""
        self.note(path, None if values is None else len(values), list_of(noun(kind)))
        if values is None:
            return None
        if path not in self._lists:
            self._lists[path] = tuple(
                Member(self.thing(f"{path}[{index}]", value, kind) if isinstance(value, Noun) else value)
                for index, value in enumerate(values)
            )
        return self._lists[path]


class Thing:
    """A noun of the case file as conditions see it: its fields, read by name and noted."""

    __slots__ = ("facts", "kind", "path", "value")

    def __init__(self, facts: Facts, path: str, value: Noun, kind: str) -> None:
        self.facts, self.path, self.value, self.kind = facts, path, value, kind

    def entries(self, field: str, places: Sequence[int]) -> "list[Thing]":
        """Entries of a list of nouns by their places; the others are left alone."""
        values, type = getattr(self.value, field), NOUN_FIELDS[self.kind][field]
        path = f"{self.path}.{field_path(field)}"
        self.facts.note(path, len(values), type)
        return [self.facts.thing(f"{path}[{at}]", values[at], type.of.noun if type.of else "") for at in places]

    def get(self, field: str) -> Any:
        """The field's value: None while it is unanswered.

        An `end` that isn't given is the day of the check: it goes on.
        """
        field = FIELD_ALIASES.get((self.kind, field), field)
        type = NOUN_FIELDS[self.kind][field]
        value = getattr(self.value, field)
        path = f"{self.path}.{field_path(field)}"
        if type.kind == "list":
            return self.facts.members(path, value, type.of.noun if type.of else "")
        if (self.kind, field) == ("document", "original") and value is None and path not in self.facts.replaced:
            return True  # what a person lists as in hand is taken to be what is asked for, unless they say it is a copy
        if field == "end" and value is None and path not in self.facts.replaced:
            self.facts.reads[path] = "present"
            return self.facts.today
        return self.facts.note(path, value, type)
