"""Random cases for hypothesis: every noun, with fields left out and dates known by the day, the month or the year."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.nouns import NOUN_FIELDS, field_path
from ircc_prep.core.values import Type
from tests.core.making import ANSWERS

Data = dict[str, Any]
COUNTRIES = ("CA", "PH", "AE", "SG")
WORDS = ("x", "Ana", "école")


def dates(first: int = 1985, last: int = 2028) -> st.SearchStrategy[str]:
    """A date as a case file writes it: to the day, by month, or by year."""
    days = st.dates(date(first, 1, 1), date(last, 12, 31)) | st.sampled_from([date(2024, 2, 29), date(2000, 2, 29)])
    return st.builds(lambda day, form: f"{day:{form}}", days, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))


def of_type(type: Type) -> st.SearchStrategy[Any]:
    """Any value of a type that a case file may hold."""
    if type.options:
        return st.sampled_from(type.options)
    if type.noun == "country":
        return st.sampled_from(COUNTRIES)
    if type.kind == "list" and type.of:
        return st.lists(entries(type.of.noun) if type.of.kind == "noun" else of_type(type.of), max_size=3)
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "bool": st.booleans(),
        "number": st.integers(0, 40) | st.sampled_from([0.5, 7.5, 10**14]),
        "date": dates(),
        "word": st.sampled_from(WORDS),
    }
    return by_kind[type.kind]


SPECIAL: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("activity", "noc"): st.sampled_from(["31301", "21231"]),
    ("activity", "teer"): st.integers(0, 5),
    ("activity", "hours_per_week"): st.sampled_from([0, 15, 30, 37.5, 168]),
    ("document", "item"): st.sampled_from(["paper", "passport", "police-certificate"]),
    ("document", "language"): st.sampled_from(["en", "fr", "ar"]),
    ("document", "person"): st.sampled_from(["maria"]),
    ("language_test", "listening"): st.integers(0, 700),
    ("language_test", "reading"): st.sampled_from([4.0, 7.5, 9]),
    ("language_test", "writing"): st.integers(0, 20),
    ("language_test", "speaking"): st.integers(0, 20),
}
_REQUIRED = {"document": ("item",)}


@st.composite
def entries(draw: st.DrawFn, noun: str) -> Data:
    """One entry of a list of the case file, any of its fields perhaps unanswered."""
    found: Data = {}
    for field, type in NOUN_FIELDS[noun].items():
        if (noun, field) == ("language_test", "issued"):
            continue  # another name for `taken`
        if field in _REQUIRED.get(noun, ()) or draw(st.booleans()):
            special = SPECIAL.get((noun, field))
            found[field_path(field)] = draw(of_type(type) if special is None else special)
    return _forwards(found)


def _forwards(entry: Data) -> Data:
    """Without an end that certainly lies before the beginning: a case file that says so isn't valid."""
    if "from" in entry and "to" in entry and str(entry["to"]) < str(entry["from"])[: len(str(entry["to"]))]:
        entry["from"], entry["to"] = entry["to"], entry["from"]
    return entry


@st.composite
def people(draw: st.DrawFn, id: str, role: str) -> Data:
    found: Data = {"id": id, "role": role}
    for field, type in NOUN_FIELDS["person"].items():
        if field not in ("id", "role") and draw(st.integers(0, 2)):
            found[field_path(field)] = draw(of_type(type))
    return found


@st.composite
def case_data(draw: st.DrawFn, program: str, answers: dict[str, Type], streams: tuple[str, ...]) -> Data:
    """A valid case of a program: perhaps nobody in it, perhaps a family of three."""
    data: Data = {"schema": 1, "program": program}
    roles = {"maria": "principal-applicant", "paul": "spouse-or-partner", "ana": "dependent-child"}
    if number := draw(st.integers(0, 3)):
        data["people"] = [draw(people(id, role)) for id, role in list(roles.items())[:number]]
    optional: dict[str, st.SearchStrategy[Any]] = {
        "submitted": dates(2014, 2028),
        "planned_submission": dates(2014, 2028),
        "interview": entries("interview"),
    }
    if streams:
        optional["stream"] = st.sampled_from(streams)
    if number:
        optional["documents"] = st.lists(entries("document"), max_size=3)
    for key, strategy in optional.items():
        if draw(st.booleans()):
            data[key] = draw(strategy)
    data["answers"] = {id: draw(of_type(type)) for id, type in answers.items() if draw(st.booleans())}
    return data


def cases() -> st.SearchStrategy[Case]:
    """Cases of the small program that the tests of the core are written for."""
    return case_data("express-entry", dict(ANSWERS), ("fsw", "cec", "fst")).map(Case.model_validate)
