"""A person's answers one by one: which there are, the case with only some of them, the case with one of them changed.

An answer is a path of the case file. A list of entries is one too: that it holds these entries and no others. So is
that the file announces an interview, or that it announces none. Who is in the case, and in which role, isn't: the rest
is said of them.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ircc_prep.core.case import Case, Interview, Noun, Period, Person
from ircc_prep.core.derive.people import INVITED
from ircc_prep.core.derive.sending import SENT
from ircc_prep.core.nouns import field_path
from ircc_prep.core.validation.model_keys import field_name
from ircc_prep.core.validation.unsure import names_a_field

INTERVIEW = "interview"  # whether the file announces one
_ALONE = ("stream", "submitted", "planned_submission")
_STRUCTURE = ("id", "role")
_STEP = re.compile(r"([A-Za-z0-9_-]+)(?:\[(\d+)\])?")


def answers_in(case: Case) -> Mapping[str, Any]:
    """Every answer with its value; of a list, the number of its entries.

    What isn't given says something in two places: an end is `present` then, and nobody is called to an interview. That
    nobody is called says nothing in one: where the file announces an interview all the same.
    """
    return dict(_walk(case))


def _walk(case: Case) -> Iterator[tuple[str, Any]]:
    for name in _ALONE:
        yield from _known(name, getattr(case, name))
    if case.interview is not None or (case.answers.get(INVITED) is None and INVITED not in case.unsure):
        yield INTERVIEW, case.interview is not None
    if case.interview:
        for name, value in case.interview:
            yield from _known(f"interview.{name}", len(value) if isinstance(value, tuple) else value)
    for person in case.people or ():
        for name, value in person:
            if name not in _STRUCTURE:
                yield from _of_field(f"people.{person.id}.{field_path(name)}", value, case.unsure)
    for id, value in case.answers.items():
        if id != INVITED or value or case.interview is None:
            yield from _known(id, value)
    yield from _known("documents", None if case.documents is None else len(case.documents))


def _known(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if value is not None:
        yield path, value


def _of_field(path: str, value: Any, unsure: Collection[str]) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, tuple):
        yield from _known(path, value)
        return
    yield path, len(value)
    for index, entry in enumerate(value):
        if isinstance(entry, Noun):
            for name, each in entry:
                field = f"{path}[{index}].{field_path(name)}"
                goes_on = "present" if name == "end" and field not in unsure else None
                yield from _known(field, goes_on if each is None else each)


def keeping(case: Case, kept: Collection[str]) -> Case:
    """The case with these answers alone; the others are as if they had never been given.

    An end that isn't kept is one that the person doesn't know: left out, it would say that the entry goes on. Of a list
    of which only some entries are kept, it isn't known what else is on it. Where nothing of an interview is kept, it
    isn't known whether there will be one: left out, it would say that there won't.
    """
    announced = any(map(of_interview, kept))
    unsure: list[str] = [] if announced or INVITED in kept else [INVITED]
    lists = {path.partition("[")[0] for path in kept if "[" in path}
    people = case.people and tuple(_person(each, kept, lists, unsure) for each in case.people)
    interview = case.interview and (_kept_fields(case.interview, INTERVIEW, kept) if announced else None)
    return case.model_copy(
        update={
            **{name: getattr(case, name) if name in kept else None for name in _ALONE},
            "interview": interview,
            "people": people,
            "answers": {id: value for id, value in case.answers.items() if id in kept},
            "documents": case.documents if "documents" in kept else None,
            "unsure": tuple(unsure),
        }
    )


def _person(person: Person, kept: Collection[str], lists: Collection[str], unsure: list[str]) -> Person:
    changed: dict[str, Any] = {}
    for name, value in person:
        path = f"people.{person.id}.{field_path(name)}"
        if name in _STRUCTURE or value is None:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Noun):
            changed[name] = _entries(value, path, kept, unsure) if path in kept or path in lists else None
        else:
            changed[name] = value if path in kept else None
    return person.model_copy(update=changed)


def _entries(values: tuple[Any, ...], path: str, kept: Collection[str], unsure: list[str]) -> tuple[Any, ...]:
    """The entries with what is kept of them. Where the list isn't kept, one unknown entry stands for all others."""
    known = [f"{path}[{place}]" for place in range(len(values))]
    if path not in kept:
        known = [entry for entry in known if any(fact.startswith(f"{entry}.") for fact in kept)]
    entries = []
    for place, old in enumerate(known):
        entry = values[int(old.removeprefix(f"{path}[").rstrip("]"))]
        if isinstance(entry, Period) and f"{old}.to" not in kept:
            unsure.append(f"{path}[{place}].to")
        entries.append(_kept_fields(entry, old, kept))
    return (*entries, *(() if path in kept else (_unknown(type(values[0]), f"{path}[{len(entries)}]", unsure),)))


def of_interview(path: str) -> bool:
    """Whether it is what the file announces of an interview: `interview.invited` is an answer of its own."""
    return path.partition(".")[0] == INTERVIEW and names_a_field(path)


def _kept_fields(noun: Noun, path: str, kept: Collection[str]) -> Noun:
    fields = {name: value if f"{path}.{field_path(name)}" in kept else None for name, value in noun}
    return noun.model_copy(update=fields)


def _unknown(kind: type[BaseModel], path: str, unsure: list[str]) -> BaseModel:
    if issubclass(kind, Period):
        unsure.append(f"{path}.to")
    return kind()


def with_answer(case: Case, path: str, value: Any) -> Case:
    """The case with one answer as it might have been; nothing is checked. None: not answered."""
    unsure = tuple(each for each in case.unsure if each != path)
    if not names_a_field(path):
        gone = {"submitted": None} if path == SENT and value is False else {}
        return case.model_copy(update={"answers": {**case.answers, path: value}, "unsure": unsure, **gone})
    if path == INTERVIEW:
        return case.model_copy(update={INTERVIEW: Interview() if value else None})
    changed: Case = _with(case, path.split("."), value)
    return changed.model_copy(update={"unsure": unsure})


def with_entry(case: Case, path: str, kind: type[BaseModel]) -> Case:
    """The case with one more entry on a list, of which nothing is known."""
    unsure: list[str] = []
    values = at(case, path) or ()
    changed: Case = _with(case, path.split("."), (*values, _unknown(kind, f"{path}[{len(values)}]", unsure)))
    return changed.model_copy(update={"unsure": (*case.unsure, *unsure)})


def at(case: Case, path: str) -> Any:
    """What the case says at a path; None where it says nothing."""
    if not names_a_field(path):
        return case.answers.get(path)
    here: Any = case
    for step in path.split("."):
        match = _STEP.fullmatch(step)
        if here is None or match is None:
            return None
        if isinstance(here, tuple):  # the people, by their ids
            here = next((each for each in here if each.id == step), None)
            continue
        name = field_name(type(here), match[1])
        here = getattr(here, name) if name else None
        if match[2] is not None:
            here = here[int(match[2])] if here is not None and int(match[2]) < len(here) else None
    return here


def _with(noun: Any, steps: list[str], value: Any) -> Any:
    if not steps:
        return value
    if isinstance(noun, tuple):
        return tuple(_with(each, steps[1:], value) if each.id == steps[0] else each for each in noun)
    match = _STEP.fullmatch(steps[0])
    name = field_name(type(noun), match[1]) if match else None
    if match is None or name is None:
        return noun
    below = getattr(noun, name)
    if match[2] is not None:
        place = int(match[2])
        changed = tuple(_with(each, steps[1:], value) if at == place else each for at, each in enumerate(below))
    else:
        changed = _with(below, steps[1:], value)
    return noun.model_copy(update={name: changed})
