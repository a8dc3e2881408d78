"""What was answered, changed and removed between two versions of a case. The order of lists tells nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from ircc_prep.core.case import Case, Interview, Noun, Person
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.differences.matching import LISTS, Matched, matched
from ircc_prep.core.nouns import field_name, field_path

# `added`: a person or an entry of a list. `answered`: a fact that had no value. `doubt`: the value is the same, and
# whether the person is sure of it isn't.
ChangeKind = Literal["added", "answered", "changed", "removed", "doubt"]
_CASE_FACTS = ("program", "stream", "language", "submitted", "planned_submission")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the two versions say differently: a fact, an entry of a list, or a person.

    Paths are those of each version's own file; None where it isn't there. A value is what the file says: a plain value,
    a tuple of words or countries, a Noun (an entry, a person), None (not answered). An empty tuple is a list that was
    answered with “none”.
    """

    kind: ChangeKind
    old_path: str | None
    new_path: str | None
    old: Any
    new: Any
    was_unsure: bool = False  # asked, and the person didn't know
    is_unsure: bool = False
    shown: bool = True  # False: what was answered is never told, or not to this audience; `telling` sees to it

    @property
    def path(self) -> str:
        """Where it is: in the new version, or where it was."""
        return self.new_path or self.old_path or ""


@dataclass(frozen=True, slots=True)
class CaseDifferences:
    """Every change, in the order of a case file, and which people and entries belong together."""

    changes: tuple[Change, ...]
    together: Matched


def case_differences(old: Case, new: Case) -> CaseDifferences:
    """What two versions of a case say differently; applying every change to the old version gives the new one.

    Whether an answer may be told is for others to decide: see `telling`.
    """
    together = matched(old, new)
    return CaseDifferences(tuple(_Comparison(old, new, together).changes()), together)


class _Comparison:
    def __init__(self, old: Case, new: Case, together: Matched) -> None:
        self.old, self.new, self.together = old, new, together
        self.was_unsure, self.is_unsure = frozenset(old.unsure), frozenset(new.unsure)
        self.entries_back = {now: was for was, now in together.entries.items()}
        self.people_back = {now: was for was, now in together.people.items()}

    def changes(self) -> Iterator[Change]:
        found = list(self._values())
        told = {change.path for change in found}
        yield from found
        yield from self._doubts(told)

    def _values(self) -> Iterator[Change]:
        for field in _CASE_FACTS:
            yield from self._fact(field, field, getattr(self.old, field), getattr(self.new, field))
        for field in Interview.model_fields:
            was, now = (getattr(case.interview, field, None) for case in (self.old, self.new))
            yield from self._fact(f"interview.{field}", f"interview.{field}", was, now)
        yield from self._people()
        for id in dict.fromkeys((*self.new.answers, *self.old.answers)):
            was, now = self.old.answers.get(id), self.new.answers.get(id)
            if not _same_answer(was, now):
                yield self._changed(id, id, was, now)
        yield from self._list("documents", "documents", self.old.documents, self.new.documents)

    def _people(self) -> Iterator[Change]:
        yield from self._named("people", "people", self.old.people, self.new.people)
        for person in self.new.people or ():
            before = self.old.person(self.people_back.get(person.id, ""))
            if before is None:
                yield Change("added", None, f"people.{person.id}", None, person)
            else:
                yield from self._person(before, person)
        for person in self.old.people or ():
            if person.id not in self.together.people:
                yield Change("removed", f"people.{person.id}", None, person, None)

    def _person(self, before: Person, after: Person) -> Iterator[Change]:
        for field in Person.model_fields:
            was, now = (f"people.{each.id}.{field_path(field)}" for each in (before, after))
            compare = self._list if field in LISTS else self._fact
            yield from compare(was, now, getattr(before, field), getattr(after, field))

    def _list(self, was: str, now: str, old: Sequence[Noun] | None, new: Sequence[Noun] | None) -> Iterator[Change]:
        """A list of nouns, entry by entry; “none” and “not answered” are two things."""
        for index, entry in enumerate(new or ()):
            place = f"{now}[{index}]"
            before = self.entries_back.get(place)
            if before is None:
                yield Change("added", None, place, None, entry)
            else:
                yield from self._entry(before, place, (old or ())[int(before.rsplit("[", 1)[1][:-1])], entry)
        for index, entry in enumerate(old or ()):
            if f"{was}[{index}]" not in self.together.entries:
                yield Change("removed", f"{was}[{index}]", None, entry, None)
        yield from self._named(was, now, old, new)

    def _named(self, was: str, now: str, old: Sequence[Noun] | None, new: Sequence[Noun] | None) -> Iterator[Change]:
        """Whether a list was answered at all, where its entries don't tell."""
        if old is None and new == ():
            yield self._changed(was, now, None, ())
        elif old is not None and new is None:
            yield self._changed(was, now, (), None)

    def _entry(self, was: str, now: str, before: Noun, after: Noun) -> Iterator[Change]:
        for field in type(before).model_fields:
            name, old = field_path(field), getattr(before, field)
            if (name, was.partition("[")[0]) == ("person", "documents"):
                old_id = self.together.person(old)
                if old_id == getattr(after, field):
                    continue  # the paper is still theirs: that their id is another one is told once
            yield from self._fact(f"{was}.{name}", f"{now}.{name}", old, getattr(after, field))

    def _fact(self, was: str, now: str, old: Any, new: Any) -> Iterator[Change]:
        if isinstance(old, tuple) and isinstance(new, tuple) and sorted(old) == sorted(new):
            return
        if old != new:
            yield self._changed(was, now, old, new)

    def _changed(self, was: str, now: str, old: Any, new: Any) -> Change:
        kind: ChangeKind = "answered" if old is None else "removed" if new is None else "changed"
        if now.endswith("].to"):  # without a last day an entry goes on: that is something said
            kind = "changed"
        return self._with_doubts(Change(kind, was, now, old, new))

    def _doubts(self, told: set[str]) -> Iterator[Change]:
        """What the person has come to be sure or unsure of, where the value doesn't tell."""
        ended = {path: self.together.path(path) for path in self.old.unsure}
        for was, now in ended.items():
            if now is not None and now not in told and now not in self.is_unsure:
                value = value_at(self.old, was)
                yield self._with_doubts(Change("doubt", was, now, value, value))
        kept = set(ended.values())
        for path in dict.fromkeys(self.new.unsure):
            if path not in told and path not in kept:
                value = value_at(self.new, path)
                yield self._with_doubts(Change("doubt", self._before(path), path, value, value))

    def _with_doubts(self, change: Change) -> Change:
        return replace(
            change,
            was_unsure=change.old_path in self.was_unsure,
            is_unsure=change.new_path in self.is_unsure,
        )

    def _before(self, path: str) -> str | None:
        """A path of the new version as the old one had it."""
        return Matched(self.people_back, self.entries_back).path(path)


def value_at(case: Case, path: str) -> Any:
    """What a case says at a path: an answer, a fact, an entry or a person; None where it says nothing."""
    if path in case.answers:
        return case.answers[path]
    here: Any = case
    for step in path.replace("[", ".[").split("."):
        if step.startswith("["):
            index = int(step[1:-1])
            here = here[index] if isinstance(here, tuple) and index < len(here) else None
        elif here is case.people:
            here = case.person(step)
        else:
            here = getattr(here, field_name(step), None) if isinstance(here, Noun) else None
        if here is None:
            return None
    return here


def plain(value: Any) -> Any:
    """A value as a case file says it."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Noun):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(each) for each in value]
    return value


def _same_answer(old: Any, new: Any) -> bool:
    """A year may stand in a file as a number or as words, and `true` is no number."""
    if isinstance(old, bool) or isinstance(new, bool):
        return old is new
    return bool(old == new) or (None not in (old, new) and str(old) == str(new))
