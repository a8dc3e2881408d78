"""Pairs of cases for hypothesis: two versions of one file, and two files that have nothing to do with each other."""

import copy
from typing import Any

from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.validation.case import problems_in
from tests.core.generating import cases, entries

LISTS = {
    "stays": "stay", "activities": "activity", "trips": "trip", "passports": "passport", "refusals": "refusal",
    "education": "education", "language_tests": "language_test", "status_in_canada": "status",
}  # fmt: skip
Data = dict[str, Any]


def data_of(case: Case) -> Data:
    """A case as a file holds it."""
    data: Data = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


@st.composite
def shuffled(draw: st.DrawFn, case: Case) -> Case:
    """The same case with every list in another order; what isn't known stays with its entry."""
    data = data_of(case)
    moves: dict[str, str] = {}
    things = [
        ("", data, ("documents",)),
        *((f"people.{each['id']}.", each, tuple(LISTS)) for each in data.get("people") or ()),
    ]
    for place, holder, names in things:
        for name in names:
            order = draw(st.permutations(range(len(holder.get(name) or ()))))
            if holder.get(name):
                holder[name] = [holder[name][index] for index in order]
                moves |= {f"{place}{name}[{was}]": f"{place}{name}[{now}]" for now, was in enumerate(order)}
    if data.get("people"):
        data["people"] = draw(st.permutations(data["people"]))
    data["unsure"] = [_moved(mark, moves) for mark in data.get("unsure") or ()]
    return Case.model_validate(data)


def _moved(mark: str, moves: dict[str, str]) -> str:
    entry, bracket, rest = mark.rpartition("]")
    return moves.get(f"{entry}{bracket}", f"{entry}{bracket}") + rest if bracket else mark


@st.composite
def edited(draw: st.DrawFn, case: Case) -> Case:
    """The case after a few edits: entries come, go and change, people go, facts are answered, taken back, doubted."""
    data = copy.deepcopy(data_of(case))
    for _ in range(draw(st.integers(1, 6))):
        _edit(draw, data)
    data["unsure"] = [mark for mark in data.get("unsure") or () if _stands(data, mark)]
    made = Case.model_validate(data)
    return made if not problems_in(made) else case


def _edit(draw: st.DrawFn, data: Data) -> None:  # noqa: C901 - one branch for each sort of edit
    people = data.get("people") or []
    kind = draw(
        st.sampled_from(("entry", "entry", "field", "field", "drop", "answer", "person", "id", "doubt", "none"))
    )
    if kind == "answer" and data.get("answers"):
        id = draw(st.sampled_from(sorted(data["answers"])))
        data["answers"].pop(id)
        if draw(st.booleans()):
            data.setdefault("unsure", []).append(id)
    if not people:
        return
    person = draw(st.sampled_from(people))
    name = draw(st.sampled_from(sorted(LISTS)))
    held = person.get(name) or []
    if kind == "entry":
        person[name] = [*held, draw(entries(LISTS[name]))]
    elif kind == "none":
        person[name] = []
    elif kind == "drop" and held:
        person[name] = [each for index, each in enumerate(held) if index != draw(st.integers(0, len(held) - 1))]
        data["unsure"] = []
    elif kind == "field" and held:
        other = draw(entries(LISTS[name]))
        entry = draw(st.sampled_from(held))
        if other:
            field = draw(st.sampled_from(sorted(other)))
            entry[field] = other[field]
    elif kind == "doubt" and held:
        place = draw(st.integers(0, len(held) - 1))
        mark = f"people.{person['id']}.{name}[{place}].country"
        if held[place].get("country") is None and name not in ("language_tests", "status_in_canada"):
            data.setdefault("unsure", []).append(mark)
    elif kind == "person" and len(people) > 1 and person is not people[0]:
        data["people"] = [each for each in people if each is not person]
    elif kind == "id" and f"{person['id']}-2" not in {each["id"] for each in people}:
        _rename(data, person, f"{person['id']}-2")


def _rename(data: Data, person: Data, id: str) -> None:
    was = person["id"]
    for paper in data.get("documents") or ():
        if paper.get("person") == was:
            paper["person"] = id
    marks = data.get("unsure") or ()
    data["unsure"] = [mark.replace(f"people.{was}.", f"people.{id}.") for mark in marks]
    person["id"] = id


def _stands(data: Data, mark: str) -> bool:
    """Whether a mark still leads somewhere that isn't answered."""
    single = Case.model_validate({**data, "unsure": [mark]})
    return not problems_in(single)


def pairs() -> st.SearchStrategy[tuple[Case, Case]]:
    """Mostly two versions of one case."""
    related = cases().flatmap(lambda case: st.tuples(st.just(case), edited(case).flatmap(shuffled)))
    return st.one_of(related, related, st.tuples(cases(), cases()))
