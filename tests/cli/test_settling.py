"""What `check` says would settle an item does settle it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.edit import fact_in, with_fact
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import question_fact
from ircc_prep.core.result import Evaluation, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import completions
from ircc_prep.core.values import Type
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from tests.cli.conftest import PERSONAS

DAY = date(2026, 11, 22)
ROUNDS = 12


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.name)
def test_answering_what_an_undetermined_item_names_settles_it(persona: Path) -> None:
    file = load(persona)
    book = Pack().load(file.case.program)
    first = evaluate(book, file.case, DAY)
    undetermined = [item for item in first.items if item.status == "undetermined"]
    for item in undetermined:
        assert item.missing_facts, item.name
        assert settled_by_answering(book, file.data, item.name), item.name


def settled_by_answering(book: Rulebook, data: dict[str, Any], name: str) -> bool:
    """Whether giving, one after the other, the first fact that the item names leads to a verdict."""
    for _ in range(ROUNDS):
        item = item_named(evaluate(book, Case.model_validate(data), DAY), name)
        if item is None or item.status != "undetermined":
            return True
        fact = item.missing_facts[0]
        value = next(plausible(book, data, fact), None)
        if value is None:
            return False
        data = with_fact(data, fact, value)
    return False


def item_named(evaluation: Evaluation, name: str) -> Item | None:
    return next((item for item in evaluation.items if item.name == name), None)


def plausible(book: Rulebook, data: dict[str, Any], fact: str) -> Iterator[Any]:
    """Values that somebody might give for a fact."""
    type = book.answer_types.get(fact) or type_of(book, fact)
    if type.kind == "list":
        yield [{"from": "2001-01-01", "country": "CA"}] if fact.endswith(".stays") else []
    elif type.kind == "number":
        yield 20000
    elif type.kind == "date":
        given = fact_in(data, fact)
        yield f"{given}-15" if given and len(str(given)) == len("2026-01") else "2026-01-15"
    else:
        yield from completions(type, None)


def type_of(book: Rulebook, fact: str) -> Type:
    question = book.question_about(question_fact(fact))
    assert question is not None, fact
    return question.type


def test_the_facts_of_a_case_are_not_changed_by_looking_at_them() -> None:
    file = load(PERSONAS[0])
    book = Pack().load(file.case.program)
    facts = Facts(file.case, DAY, book.tables, book.answer_types)
    facts.with_values({"funds.amount": 1})
    assert evaluate(book, file.case, DAY) == evaluate(book, file.case, DAY)
