"""What is asked before any checklist is read has words, and settles what it says."""

from datetime import date

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import LANGUAGES
from ircc_prep.files.checklists import Pack

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("program", ["express-entry", "pr-landing"])
def test_an_unset_stream_is_asked_for_in_words(program: str) -> None:
    case = Case.model_validate({"schema": 1, "program": program})
    asked = {question.fact: question.ask for question in evaluate(Pack().load(program), case, DAY).open_questions}
    assert all("?" in asked["stream"].of(language) for language in LANGUAGES)


def test_nobody_named_is_a_question_and_not_a_dead_end() -> None:
    case = Case.model_validate({"schema": 1, "program": "temporary-resident-permit", "people": []})
    found = evaluate(Pack().load("temporary-resident-permit"), case, DAY)
    undetermined = [item for item in found.items if item.status == "undetermined"]
    assert undetermined
    assert all(item.missing_facts for item in undetermined)
    assert "people" in {question.fact for question in found.open_questions}
