"""The names that a condition may use, with their types and how each is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, get_args

from ircc_prep.core.checklist import Table
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive import DERIVED
from ircc_prep.core.entry import LeadsTo
from ircc_prep.core.facts import PERSON_SETS, Facts
from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.values import BOOL, DATE, NUMBER, Type, choice, greatest, least, list_of, noun

Scope = Mapping[str, Any]
Read = Callable[[Facts, Scope], Any]
MOST_YEARS = 150


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language. `literal` marks a last parameter that must be a whole number written out."""

    takes: tuple[Type, ...]
    gives: Type
    run: Callable[..., Any]
    literal: bool = False


def _moved(months: int = 0, days: int = 0) -> Callable[[PartialDate | None, int], PartialDate | None]:
    def run(day: PartialDate | None, amount: int) -> PartialDate | None:
        if day is None:
            return None
        return day.plus_months(months * amount) if months else day.plus_days(days * amount)

    return run


FUNCTIONS: dict[str, Function] = {
    f"{unit}_{direction}": Function((DATE, NUMBER), DATE, _moved(months * sign, days * sign), literal=True)
    for unit, months, days in (("years", 12, 0), ("months", 1, 0), ("days", 0, 1))
    for direction, sign in (("before", -1), ("after", 1))
}
# The two that take numbers or days alike; the compiler gives them the type of their first argument.
PAIRS: dict[str, Callable[[Any, Any], Any]] = {"min": least, "max": greatest}
# The farthest that a literal may move a day, so that no date leaves the calendar.
MOST_MOVED = {"years": MOST_YEARS, "months": 12 * MOST_YEARS, "days": int(timedelta(days=366 * MOST_YEARS).days)}


def _roots() -> dict[str, tuple[Type, Read]]:
    person = noun("person")
    roots: dict[str, tuple[Type, Read]] = {
        "submitted": (DATE, lambda facts, _: facts.submitted),
        "today": (DATE, lambda facts, _: facts.today),
        "meeting_day": (DATE, lambda facts, _: facts.meeting_day),
        "interview": (noun("interview"), lambda facts, _: facts.interview),
        "documents": (list_of(noun("document")), lambda facts, _: facts.documents),
        "applicant": (person, lambda facts, _: facts.applicant),
        "program": (NOUN_FIELDS["case"]["program"], lambda facts, _: facts.case.program),
    }
    for group in PERSON_SETS:
        roots[group] = (list_of(person), lambda facts, _, group=group: facts.people(group))  # type: ignore[misc]
    for (owner, name), fact in DERIVED.items():
        if owner == "case":
            roots[name] = (fact.gives, lambda facts, _, fact=fact: fact.of(facts))  # type: ignore[misc]
    return roots


@dataclass(frozen=True)
class Vocabulary:
    """What one program's conditions may name: roots, declared answers, tables, and the names bound around them."""

    answers: Mapping[str, Type]
    tables: Mapping[str, Table]
    streams: tuple[str, ...] = ()
    leads_to: LeadsTo = "other"
    bound: Mapping[str, Type] = field(default_factory=dict)
    roots: Mapping[str, tuple[Type, Read]] = field(default_factory=_roots)

    def binding(self, **names: Type) -> "Vocabulary":
        """The same with more names bound: `person`, `country`, `held`, a loop variable."""
        return replace(self, bound={**self.bound, **names})

    def root(self, name: str) -> tuple[Type, Read] | None:
        """A plain name's type and how to read it."""
        if name in self.bound:
            return self.bound[name], lambda _, scope: scope[name]
        if name == "stream":
            type = choice(*self.streams)
            return type, lambda facts, _: facts.note("stream", facts.case.stream, type)
        if name == "leads_to":
            return choice(*get_args(LeadsTo)), lambda _facts, _scope: self.leads_to
        return self.roots.get(name)

    def names(self) -> list[str]:
        """Every plain name and answer id, for a did-you-mean."""
        return [*self.bound, *self.roots, "stream", "leads_to", *self.answers]

    def attributes(self, owner: str) -> dict[str, Type]:
        """A noun's fields and the derived facts read without brackets."""
        derived = {name: fact.gives for (noun, name), fact in DERIVED.items() if noun == owner and fact.takes is None}
        return {**NOUN_FIELDS[owner], **derived}


ANSWER_TYPES: Mapping[str, Type] = {
    "bool": BOOL,
    "number": NUMBER,
    "money": NUMBER,
    "date": DATE,
    "text": Type("word"),
    "country": Type("word", noun="country"),
}
