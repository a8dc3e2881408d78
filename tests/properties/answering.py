"""Somebody who knows a whole case and answers what the questionnaire puts, one question after another.

Used by the tests and by `benchmarks/questions.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from ircc_prep.ask.entries import FIELDS
from ircc_prep.core.aside import set_aside
from ircc_prep.core.case import Case
from ircc_prep.core.edit import fact_in, with_fact, with_unsure
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.facts import PERSON_SETS
from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.open_questions import condition
from ircc_prep.core.questionnaire import Ask, next_of, worth_asking
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.values import Type
from tests.core.generating import Data
from tests.core.making import TODAY
from tests.corpus.families import a_family
from tests.properties.families import rulebook

KNOWN_BEFORE = ("schema", "program", "stream", "language")
RARELY = 0.15  # of yes or no questions that the corpus leaves open, how many are answered with yes
MOST = 600
_PERSON_LISTS = [name for name, type in NOUN_FIELDS["person"].items() if type.kind == "list" and type.of]


@dataclass(frozen=True)
class Answered:
    """The file that came of it, and the paths that were asked, in their order."""

    data: Data
    asked: tuple[str, ...]


def whole_case(seed: int) -> Data:
    """A family of the corpus with every question answered that its own case leaves open."""
    random = Random(seed)
    data = a_family(seed).case()
    book = rulebook(data["program"])
    data["people"] = [_whole_person(person) for person in data["people"]]
    answers = {"interview.invited": "interview" in data, "application.sent": "submitted" in data, **data["answers"]}
    left = {id: _value(random, type) for id, type in book.answer_types.items() if id not in answers}
    return {**data, "answers": {**left, **answers}}


def _whole_person(person: Data) -> Data:
    names = {"given_names": person["id"].capitalize(), "family_name": "Santos"}
    lists: Data = {name: [] for name in _PERSON_LISTS if name != "citizenships"}
    coming = {} if person["role"] == "principal-applicant" else {"accompanying": True}
    return {**names, **lists, **coming, **person}


def _value(random: Random, type: Type) -> Any:
    if type.kind == "bool":
        return random.random() < RARELY
    if type.options:
        return random.choice(type.options)
    return {"date": "2027-02-03", "number": 60000, "country": "PH"}.get(type.kind, "x")


def beginning(data: Data) -> Data:
    """The file before the first question: the program, and who is in the case."""
    people = [{"id": each["id"], "role": each["role"]} for each in data["people"]]
    return {**{key: data[key] for key in KNOWN_BEFORE if key in data}, "people": people}


def answered(data: Data) -> Answered:
    """Asks until nothing is left; then the papers are ticked, and what they raise is asked too."""
    book = rulebook(data["program"])
    asked: list[str] = []
    known = _until_nothing_is_left(book, beginning(data), data, asked)
    known = with_fact(known, "documents", data.get("documents"))
    known = _until_nothing_is_left(book, known, data, asked)
    return Answered(known, tuple(asked))


def _until_nothing_is_left(book: Rulebook, known: Data, data: Data, asked: list[str]) -> Data:
    group = None
    while (ask := next_of(worth_asking(book, Case.model_validate(known), TODAY), group)) is not None:
        assert ask.given is not None or ask.path not in asked, f"asked twice: {ask.path}"
        assert len(asked) < MOST, "the questionnaire never ends"
        asked.append(ask.path)
        group = ask.group
        known = _with_answer(known, ask, data)
    return known


def _with_answer(known: Data, ask: Ask, data: Data) -> Data:
    value = fact_in(data, ask.path)
    if value is None or ask.given is not None:  # the whole case knows no more than was said already
        return with_unsure(known, ask.path, known_in_part=ask.given is not None)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        noun = ask.type.of.noun if ask.type.of else ""
        value = [{key: entry[key] for key in FIELDS[noun] if key in entry} for entry in value]
    return with_fact(known, ask.path, value)


def outcome(data: Data) -> dict[str, Any]:
    """All that may not depend on which questions were put.

    Of the interview that is its likelihood: once one rule makes it necessary, nobody is asked for more reasons.
    """
    found: Evaluation = evaluate(rulebook(data["program"]), Case.model_validate(data), TODAY)
    return {
        "items": {item.name: (item.status, item.holding) for item in found.items if item.status != "not-needed"},
        "interview": {"likelihood": found.interview.likelihood},
        "figures": {figure.name: (figure.low, figure.high, figure.threshold) for figure in found.figures},
        "guidance": {piece.id for piece in found.guidance},
        "officer": {(question.id, question.person) for question in found.officer_questions},
        "findings": {(each.code, each.person, each.says) for each in found.findings if each.severity != "note"},
    }


def in_order(data: Data) -> Iterator[str]:
    """What a form asks that asks everything in order: each question whose own condition holds, of everybody it is for.

    A list counts once, and so does each field of its entries that the list itself doesn't ask for.
    """
    book = rulebook(data["program"])
    case = Case.model_validate(data)
    facts = facts_of(book, case, TODAY)
    aside = set_aside(book, case, TODAY)
    for compiled in book.questions:
        fact = compiled.question.fact
        noun, _, field = fact.rpartition(".")
        if noun == "person":
            roles = PERSON_SETS.get(compiled.question.for_each or "applicants", ("principal-applicant",))
            for person in case.people or ():
                if (roles is None or person.role in roles) and condition(compiled, facts, person) is not False:
                    yield f"people.{person.id}.{field}"
        elif compiled.question.type is not None or noun in ("", "interview"):
            if fact not in aside and condition(compiled, facts, None) is not False:
                yield fact
        elif noun in FIELDS and field not in FIELDS[noun]:
            yield from _of_entries(data, noun, field)


def _of_entries(data: Data, noun: str, field: str) -> Iterator[str]:
    for name in _PERSON_LISTS:
        type = NOUN_FIELDS["person"][name].of
        if type is not None and type.noun == noun:
            for person in data["people"]:
                for index in range(len(person.get(name) or ())):
                    yield f"people.{person['id']}.{name}[{index}].{field}"


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What two outcomes don't share."""
    return {key: (one[key], other[key]) for key in one if one[key] != other[key]}
