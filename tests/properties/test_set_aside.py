"""An answer that another one has set aside counts for nothing, whatever it is."""

from random import Random
from typing import Any

import pytest

from ircc_prep.core.aside import set_aside, what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.values import Type
from tests.core.generating import Data
from tests.core.making import TODAY
from tests.properties.answering import outcome, whole_case
from tests.properties.families import rulebook

FEW, MANY = 4, 60


def _others(random: Random, type: Type) -> list[Any]:
    """Other answers that could stand there."""
    if type.kind == "bool":
        return [True, False]
    return list(type.options) or [{"date": "2024-05-06", "number": random.choice((0, 90000))}.get(type.kind, "PH")]


def changing_nothing(seed: int) -> int:
    """How many answers that are set aside were changed, each without any consequence."""
    data: Data = whole_case(seed)
    random = Random(seed)
    book = rulebook(data["program"])
    before = outcome(data)
    aside = set_aside(book, Case.model_validate(data), TODAY)
    for id in aside:
        without = {key: value for key, value in data["answers"].items() if key != id}
        assert outcome({**data, "answers": without}) == before, id
        for value in _others(random, book.answer_types[id]):
            assert outcome({**data, "answers": {**without, id: value}}) == before, id
    return len(aside)


@pytest.mark.parametrize("seed", range(FEW))
def test_what_is_set_aside_changes_nothing(seed: int) -> None:
    assert changing_nothing(seed) > 0


@pytest.mark.slow
def test_what_is_set_aside_changes_nothing_in_many_families() -> None:
    assert sum(changing_nothing(seed) for seed in range(FEW, MANY)) > MANY


def test_it_stays_in_the_file_and_counts_again_when_it_is_wanted() -> None:
    book = rulebook("express-entry")
    answers = {"job_offer.has_offer": False, "job_offer.lmia": True}
    data: Data = {"schema": 1, "program": "express-entry", "stream": "fsw", "answers": answers}
    case = Case.model_validate(data)
    assert set_aside(book, case, TODAY) == {"job_offer.lmia"}
    assert what_counts(book, case, TODAY).answers == {"job_offer.has_offer": False}
    wanted = Case.model_validate({**data, "answers": {**answers, "job_offer.has_offer": True}})
    assert what_counts(book, wanted, TODAY).answers == wanted.answers
