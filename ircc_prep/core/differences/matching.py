"""Which person and which entry of one version of a case is which of the other.

A stay whose last day was mended is the same stay. Entries are laid side by side by what they say, never by their
place in a list: the order of a list tells nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ircc_prep.core.case import Case, Noun, Person
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.nouns import NOUN_FIELDS, field_path

_OF_A_PERSON = re.compile(r"people\.([a-z0-9-]+)(.*)")
_OF_AN_ENTRY = re.compile(r"([^\[]+\[\d+\])(.*)")
LISTS = tuple(name for name, type in NOUN_FIELDS["person"].items() if type.of and type.of.kind == "noun")
# What tells one paper, job or journey from another of its kind counts twice.
_TELLING = frozenset({"start", "date", "issued", "taken", "number", "item"})
# Fields that two entries have to agree on where both say something: no certificate becomes somebody else's.
_FIXED: Mapping[str, tuple[str, ...]] = {"Document": ("item", "person", "country"), "LanguageTest": ("test",)}
_ALIKE = 0.5  # of the weight of what both say
_OVERLAPPING = 0.75  # a year that became one of its months is nearly the same day
_MOST_PAIRS = 200_000  # beyond it a list is only compared entry for entry, so that no file keeps anybody waiting


@dataclass(frozen=True, slots=True)
class Matched:
    """The people and entries of an old version by what they are in the new one; those that are gone are left out.

    `people` are ids; `entries` are paths of entries: `people.maria.stays[0]` → `people.maria.stays[1]`.
    """

    people: Mapping[str, str]
    entries: Mapping[str, str]

    def path(self, old: str) -> str | None:
        """A fact's path in the old version as the new one has it; None where the person or entry is gone."""
        if entry := _OF_AN_ENTRY.fullmatch(old):
            place = self.entries.get(entry[1])
            return None if place is None else place + entry[2]
        if found := _OF_A_PERSON.fullmatch(old):
            id = self.people.get(found[1])
            return None if id is None else f"people.{id}{found[2]}"
        return old

    def person(self, id: str | None) -> str | None:
        """A person's id as the new version has it; the old one for somebody who is gone."""
        return None if id is None else self.people.get(id, id)


def entry_at(path: str) -> str | None:
    """The entry of a list that a path lies in or is: `people.maria.stays[1]`."""
    return path[: path.rfind("]") + 1] or None


def matched(old: Case, new: Case) -> Matched:
    """Two versions of a case laid side by side. Their programs may differ."""
    people = dict(_people(old.people or (), new.people or ()))
    entries: dict[str, str] = {}
    requested = "interview.requested"
    entries |= _words(requested, _asked_for(old), requested, _asked_for(new))
    for was, is_now in people.items():
        before, after = old.person(was), new.person(is_now)
        if before is None or after is None:
            continue
        field = "citizenships"
        entries |= _words(f"people.{was}.{field}", before.citizenships, f"people.{is_now}.{field}", after.citizenships)
        for field in LISTS:
            place_was, place_is = (f"people.{id}.{field_path(field)}" for id in (was, is_now))
            entries |= _entries(
                Listed(old, place_was, getattr(before, field) or ()), Listed(new, place_is, getattr(after, field) or ())
            )
    papers = tuple(
        paper.model_copy(update={"person": people.get(paper.person or "", paper.person)})
        for paper in old.documents or ()
    )
    entries |= _entries(Listed(old, "documents", papers), Listed(new, "documents", new.documents or ()))
    return Matched(people, entries)


def _asked_for(case: Case) -> Sequence[str]:
    return (case.interview.requested if case.interview else None) or ()


def _words(was: str, old: Sequence[str] | None, now: str, new: Sequence[str] | None) -> dict[str, str]:
    """Places in a list of words or countries, by what stands there."""
    left = dict(enumerate(new or ()))
    found = {}
    for index, word in enumerate(old or ()):
        place = next((each for each, other in left.items() if other == word), None)
        if place is not None:
            found[f"{was}[{index}]"] = f"{now}[{place}]"
            del left[place]
    return found


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a case, by its path."""

    case: Case
    path: str
    entries: Sequence[Noun]

    def key(self, index: int) -> tuple[str, ...]:
        """All that the case says of an entry: its own words, and which of its fields the person isn't sure of."""
        place = f"{self.path}[{index}]"
        doubts = sorted(mark.removeprefix(place) for mark in self.case.unsure if mark.startswith(place))
        return (self.entries[index].model_dump_json(), *doubts)


def _entries(old: Listed, new: Listed) -> dict[str, str]:
    return {f"{old.path}[{one}]": f"{new.path}[{other}]" for one, other in _pairs(old, new)}


def _pairs(old: Listed, new: Listed) -> Iterator[tuple[int, int]]:
    """The places of entries that belong together: the same ones first, then the most alike."""
    waiting: dict[tuple[str, ...], list[int]] = {}
    for index in range(len(new.entries)):
        waiting.setdefault(new.key(index), []).append(index)
    left = []
    for index in range(len(old.entries)):
        same = waiting.get(old.key(index))
        if same:
            yield index, same.pop(0)
        else:
            left.append(index)
    others = [index for places in waiting.values() for index in places]
    if len(left) * len(others) <= _MOST_PAIRS:
        yield from _alike(old, left, new, others)


def _alike(old: Listed, left: Sequence[int], new: Listed, others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of entries that are alike enough, those that share the most first. What they say breaks a tie."""
    said = {one: old.key(one) for one in left}, {other: new.key(other) for other in others}
    found = []
    for one in left:
        for other in others:
            share = _likeness(old.entries[one], new.entries[other])
            if share:
                found.append((-share[0], -share[1], said[0][one], said[1][other], one, other))
    taken: set[tuple[str, int]] = set()
    for *_, one, other in sorted(found):
        if not {("old", one), ("new", other)} & taken:
            taken |= {("old", one), ("new", other)}
            yield one, other


def _likeness(one: Noun, other: Noun) -> tuple[float, float] | None:
    """The weight of what two entries agree on, and its share of what both say; None for two different things."""
    both = agreed = 0.0
    for field in type(one).model_fields:
        a, b = getattr(one, field), getattr(other, field)
        going_on = field == "end" and (a is None) != (b is None)
        if (a is None or b is None) and not going_on:
            continue
        alike = _agree(a, b)
        if field in _FIXED.get(type(one).__name__, ()) and not alike:
            return None
        weight = 2.0 if field in _TELLING else 1.0
        both, agreed = both + weight, agreed + weight * alike
    if "item" in type(one).model_fields:  # the same requirement's paper: a new one takes the place of the old
        return agreed + 1, 1.0
    return (agreed, agreed / both) if both and agreed / both >= _ALIKE else None


def _agree(a: Any, b: Any) -> float:
    if a == b:
        return 1.0
    if isinstance(a, PartialDate) and isinstance(b, PartialDate) and a.first <= b.last and b.first <= a.last:
        return _OVERLAPPING
    return 0.0


def _people(old: Sequence[Person], new: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """The same people by id, then by name, then by the day of birth where only one can be meant."""
    known = {person.id for person in new}
    yield from ((person.id, person.id) for person in old if person.id in known)
    gone = [person for person in old if person.id not in known]
    come = [person for person in new if person.id not in {person.id for person in old}]
    for same in (_same_name, _same_birth):
        for person in list(gone):
            candidates = [other for other in come if same(person, other)]
            rivals = [other for other in gone if candidates and same(other, candidates[0])]
            if len(candidates) == 1 and len(rivals) == 1:
                yield person.id, candidates[0].id
                gone.remove(person)
                come.remove(candidates[0])


def _same_name(one: Person, other: Person) -> bool:
    names = [(each.family_name or "", each.given_names or "") for each in (one, other)]
    same = tuple(map(str.casefold, names[0])) == tuple(map(str.casefold, names[1]))
    births = one.date_of_birth, other.date_of_birth
    return same and any(names[0]) and (None in births or bool(_agree(*births)))


def _same_birth(one: Person, other: Person) -> bool:
    return one.role == other.role and one.date_of_birth is not None and one.date_of_birth == other.date_of_birth
