"""What the explanations are held against: the case file itself with answers taken out or changed, and `evaluate`."""

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.derive.people import INVITED
from ircc_prep.core.edit import with_fact
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.evaluation.items import items
from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Figure
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.why.explain import Asked
from ircc_prep.core.why.parts import Change, Why
from ircc_prep.files import case_file
from tests.core.making import TODAY
from tests.properties.families import rulebook

Data = dict[str, Any]
PERSONAS = sorted((Path(__file__).parents[3] / "checklists" / "personas").glob("*.yaml"))
PERIODS = {
    list_ for list_, type in NOUN_FIELDS["person"].items() if type.of and "end" in NOUN_FIELDS.get(type.of.noun, ())
}
LISTS = {name for name, type in NOUN_FIELDS["person"].items() if type.of and type.of.kind == "noun"}
ALONE = ("stream", "submitted", "planned_submission", "documents")


@cache
def asked(persona: Path) -> Asked:
    """A shipped persona with its evaluation."""
    file = case_file.load(persona)
    return Asked.of(rulebook(file.case.program), file.case, TODAY)


def written(case: Case) -> Data:
    """The case as its file says it."""
    data: Data = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def only(data: Data, facts: Collection[str]) -> Data:
    """A case file that says these facts alone, of the same people; what the rest of a list says isn't known."""
    kept: Data = {key: data[key] for key in ("schema", "program")}
    kept |= {key: data[key] for key in ALONE if key in data and key in facts}
    kept["answers"] = {id: value for id, value in data["answers"].items() if id in facts}
    announced = [key for key in data.get("interview", {}) if f"interview.{key}" in facts]
    if "interview" in data and (announced or "interview" in facts):
        kept["interview"] = {key: data["interview"][key] for key in announced}
    # Said by nothing, it would be said that nobody is called.
    unsure = [] if "interview" in kept or {"interview", INVITED} & set(facts) else [INVITED]
    kept["people"] = [_person(person, facts, unsure) for person in data.get("people", [])]
    return {**kept, "unsure": unsure}


def _person(person: Data, facts: Collection[str], unsure: list[str]) -> Data:
    base = f"people.{person['id']}"
    kept: Data = {"id": person["id"], "role": person["role"]}
    for key, value in person.items():
        path = f"{base}.{key}"
        if key not in LISTS or not value:
            if path in facts:
                kept[key] = deepcopy(value)
            continue
        entries: list[Data] = []
        for index, entry in enumerate(value):
            fields = {field: each for field, each in entry.items() if f"{path}[{index}].{field}" in facts}
            goes_on = "to" not in entry and f"{path}[{index}].to" in facts
            if path in facts or fields or goes_on:
                if key in PERIODS and "to" not in fields and not goes_on:
                    unsure.append(f"{path}[{len(entries)}].to")
                entries.append(fields)
        if entries and path not in facts:
            if key in PERIODS:
                unsure.append(f"{path}[{len(entries)}].to")
            entries.append({})
        if entries:
            kept[key] = entries
    return kept


def status(book: Rulebook, case: Case, why: Why) -> str:
    """The status of an item by the ordinary evaluation of its requirement; one that isn't there needs nothing."""
    own = tuple(each for each in book.requirements if each.requirement.id == why.name.split("/")[0])
    counted = what_counts(book, case, TODAY)
    found = items(replace(book, requirements=own), facts_of(book, counted, TODAY), Settles())
    return _status({item.name: item.status for item in found}, why)


def _status(statuses: Mapping[str, str], why: Why) -> str:
    if why.name in statuses:
        return statuses[why.name]
    # Where nothing is said of somebody's stays, one item without a country stands for all of them.
    general = "/".join(part for part in why.name.split("/") if part != why.country)
    return statuses.get(general, "not-needed") if why.country else "not-needed"


def outcome(book: Rulebook, case: Case, why: Why) -> str:
    """The outcome of one result by the ordinary evaluation; an item that isn't there needs nothing."""
    if why.kind == "item":
        return status(book, case, why)
    found = evaluate(book, case, TODAY)
    if why.kind == "interview":
        return found.interview.likelihood
    if why.kind == "computed":
        name = why.name.removeprefix("computed/")
        figure = next((each for each in found.figures if each.name == name), None)
        # One of which it is open whether it applies is left out, and waits for an answer.
        waits = any(name in question.settles for question in found.to_ask)
        return "undetermined" if figure is None and waits else _reached(figure)
    return next((each.severity for each in found.findings if each.name == why.name), "not-raised")


def _reached(figure: Figure | None) -> str:
    if figure is None:
        return "not-shown"
    if figure.threshold is None or figure.low is None:
        return "undetermined" if figure.value is None else f"{figure.value:g}"
    if figure.low >= figure.threshold:
        return "reached"
    least = figure.least_threshold if figure.least_threshold is not None else figure.threshold
    return "not-reached" if figure.high is not None and figure.high < least else "undetermined"


def changed(data: Data, changes: Collection[Change]) -> Case:
    """The case file with these changes, as somebody would write them into it."""
    for change in changes:
        if change.fact == "interview":  # whether the file announces one
            data = {key: value for key, value in data.items() if key != "interview"}
            data |= {"interview": {}} if change.value else {}
            continue
        value: Any = change.value if isinstance(change.value, bool | int | float) else str(change.value)
        if change.how == "added":
            held = with_fact(data, "unsure", None)
            entries = _at(held, change.fact)
            value = [*entries, {} if change.value is None else change.value]
            if change.fact.rpartition(".")[2] in PERIODS:
                data = {**data, "unsure": [*data.get("unsure", []), f"{change.fact}[{len(entries)}].to"]}
                data = _put(data, change.fact, value)
                continue
        data = with_fact(data, change.fact, value)
    return Case.model_validate(data)


def _at(data: Data, path: str) -> list[Any]:
    _, id, key = path.split(".")
    return list(next(person for person in data["people"] if person["id"] == id).get(key) or [])


def _put(data: Data, path: str, value: Any) -> Data:
    _, id, key = path.split(".")
    people = [{**person, key: value} if person["id"] == id else person for person in data["people"]]
    return {**data, "people": people}
