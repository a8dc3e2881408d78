"""Random families for the shipped programs: a full file that somebody could have, and the same file less well known."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from ircc_prep.core.aside import set_aside
from ircc_prep.core.case import Case
from ircc_prep.core.edit import with_fact
from ircc_prep.core.facts import FAMILY_ROLES, PERSON_SETS
from ircc_prep.core.nouns import NOUN_FIELDS, field_path
from ircc_prep.core.questionnaire import Ask
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.values import Type
from ircc_prep.files.checklists import Pack
from tests.core.generating import SPECIAL, Data, of_type
from tests.core.making import TODAY

PROGRAMS = tuple(Pack().programs())
# Where nothing is said of these, that is what counts: no interview is assumed, and the day of the check stands for
# submission (contract, Days). So they are known from the start, and learning them isn't what the laws speak of.
KNOWN_FROM_THE_START = ("schema", "program", "submitted", "interview")
ANSWERED_FROM_THE_START = ("interview.invited",)
ROLES = {"maria": "principal-applicant", "paul": "spouse-or-partner", "ana": "dependent-child"}
EXACT_DAYS = st.dates(date(2005, 1, 1), date(2026, 12, 31)).map(str)


@cache
def rulebook(program: str) -> Rulebook:
    return Pack().load(program)


def _exact(type: Type) -> st.SearchStrategy[Any]:
    if type.kind == "date":
        return EXACT_DAYS
    if type.kind == "word" and not type.options and not type.noun:
        return st.just("x")
    return of_type(type)


@st.composite
def _full_entry(draw: st.DrawFn, noun: str) -> Data:
    entry: Data = {}
    for field, type in NOUN_FIELDS[noun].items():
        if (noun, field) == ("language_test", "issued"):
            continue
        special = SPECIAL.get((noun, field))
        entry[field_path(field)] = draw(_exact(type) if special is None else special)
    if "from" in entry and "to" in entry:
        entry["from"], entry["to"] = sorted((entry["from"], entry["to"]))
        if draw(st.integers(0, 3)) == 0:
            entry["to"] = "present"
    return entry


@st.composite
def _stays(draw: st.DrawFn) -> list[Data]:
    """One after the other, touching or half a year apart: known by the month, they join as they do by the day."""
    stays: list[Data] = []
    start = draw(st.dates(date(2008, 1, 1), date(2019, 12, 31)))
    for _ in range(draw(st.integers(1, 3))):  # everybody has lived somewhere
        end = start + timedelta(days=draw(st.sampled_from([150, 180, 184, 900])))
        country = draw(st.sampled_from(["PH", "AE", "SG", "CA"]))
        stays.append({"from": f"{start}", "to": f"{end}", "country": country, "city": "x", "address": "x"})
        start = end + timedelta(days=draw(st.sampled_from([1, 200])))
    goes_on: bool = draw(st.booleans())
    if stays and goes_on:
        stays[-1]["to"] = "present"
    return stays


@st.composite
def _full_person(draw: st.DrawFn, id: str, role: str) -> Data:
    found: Data = {"id": id, "role": role}
    for field, type in NOUN_FIELDS["person"].items():
        if field in ("id", "role"):
            continue
        if field == "stays":
            found[field] = draw(_stays())
        elif type.kind == "list" and type.of and type.of.kind == "noun":
            found[field_path(field)] = draw(st.lists(_full_entry(type.of.noun), max_size=2))
        else:
            found[field_path(field)] = draw(_exact(type))
    # A principal applicant or partner under 16 isn't asked about marriage, so what rests on it stays open for them.
    youngest = date(2020, 1, 1) if role == "dependent-child" else date(2008, 11, 2)
    birthdays = st.sampled_from([date(2008, 11, 1), date(2008, 10, 31)])
    found["date_of_birth"] = str(draw(st.dates(date(1960, 1, 1), youngest) | birthdays))
    return found


@st.composite
def full_cases(draw: st.DrawFn, program: str) -> Data:
    """A file in which every question of the program is answered, to the day."""
    book = rulebook(program)
    people = [draw(_full_person(id, role)) for id, role in list(ROLES.items())[: draw(st.integers(1, 3))]]
    data: Data = {"schema": 1, "program": program, "submitted": "2026-11-01", "people": people, "documents": []}
    if book.streams:
        data["stream"] = draw(st.sampled_from(list(book.streams)))
    data["answers"] = {id: draw(_exact(type)) for id, type in book.answer_types.items()}
    data["answers"]["application.sent"] = True  # the day on which it was is known
    if data["answers"].get("interview.invited"):
        data["interview"] = {"date": "2026-12-15", "kind": "video", "city": "Etobicoke", "requested": []}
    return data


def as_told(book: Rulebook, data: Data) -> Data:
    """The full file without the answers to questions that nobody puts to this family: those would be set aside."""
    aside = set_aside(book, Case.model_validate(data), TODAY)
    return {**data, "answers": {id: value for id, value in data["answers"].items() if id not in aside}}


def start_of(data: Data) -> Data:
    """The file before the first question: who is in it, and what counts while nothing is said of it."""
    answers = {id: value for id, value in data["answers"].items() if id in ANSWERED_FROM_THE_START}
    people = [{"id": each["id"], "role": each["role"]} for each in data["people"]]
    return {**{key: data[key] for key in KNOWN_FROM_THE_START if key in data}, "people": people, "answers": answers}


def said(data: Data, ask: Ask) -> Any:
    """What the person who has this file says: a list with its dates by the month, and a day when asked for it."""
    found = fact_of(data, ask.path)
    if isinstance(found, list) and found and isinstance(found[0], dict):
        return [coarse(entry) for entry in found]
    return found


def coarse(entry: Data) -> Data:
    """An entry as it is remembered: dates by the month."""
    days = {"from", "to", "date", "issued", "expires", "taken"}
    return {key: value[:7] if key in days and value != "present" else value for key, value in entry.items()}


def fact_of(data: Data, path: str) -> Any:
    """What a full file says at a path, an answer or a field."""
    if path in data["answers"]:
        return data["answers"][path]
    here: Any = data
    for step in path.split("."):
        name, _, index = step.removesuffix("]").partition("[")
        if here is None:
            return None
        if here is data.get("people") and isinstance(here, list):
            here = next(each for each in here if each["id"] == name)
            continue
        here = here.get(name)
        here = here[int(index)] if index and here is not None else here
    return here


def every_path(book: Rulebook, data: Data) -> Iterator[str]:
    """Every fact that some question of the book asks of this family."""
    for compiled in book.questions:
        fact = compiled.question.fact
        owner, _, field = fact.partition(".")
        roles = PERSON_SETS.get(compiled.question.for_each or "applicants", FAMILY_ROLES[:1])
        if owner == "person":
            yield from (f"people.{each['id']}.{field}" for each in data["people"] if not roles or each["role"] in roles)
        elif compiled.question.type is None and owner in NOUN_FIELDS and owner not in ("case", "interview"):
            yield from _entry_paths(data, owner, field)
        elif fact not in ("people", "submitted", "planned_submission") and owner != "interview":
            yield fact


def _entry_paths(data: Data, noun: str, field: str) -> Iterator[str]:
    for list_name, type in NOUN_FIELDS["person"].items():
        if type.of and type.of.noun == noun:
            for each in data["people"]:
                yield from (f"people.{each['id']}.{list_name}[{n}].{field}" for n in range(len(each[list_name])))


def learnt(known: Data, path: str, data: Data) -> Data:
    """The known file with one more fact as the full file has it; of an entry, where the entry is known."""
    value = fact_of(data, path)
    if value is None:
        return known
    steps = path.rsplit(".", 1)
    if "[" in steps[0] and fact_of({"answers": {}, **known}, steps[0].partition("[")[0]) is None:
        return known
    return with_fact(known, path, value)
