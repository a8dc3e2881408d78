"""What an explanation never says, whatever is explained."""

import json
from pathlib import Path

import pytest

from ircc_prep.api.views import words_for
from ircc_prep.core.discretion import kept_back
from ircc_prep.core.why.explain import explain
from ircc_prep.core.why.matching import subjects
from ircc_prep.render.why import Page, why_rows
from ircc_prep.render.why_json import why_data
from tests.core.making import TODAY
from tests.core.why.oracle import PERSONAS, asked

ABOUT_SAFETY = [path for path in PERSONAS if path.stem.startswith(("temporary-resident-permit", "work-permit"))]


@pytest.mark.parametrize("persona", ABOUT_SAFETY, ids=lambda path: path.stem)
def test_it_never_tells_that_a_question_of_safety_exists_nor_a_sensitive_answer(persona: Path) -> None:
    case = asked(persona)
    words = words_for(case.book, "en")
    page = Page(case.book, case.found, words, 10_000)
    safety = [each.question for each in case.book.questions if each.question.safety]
    untold = {each.question.fact for each in case.book.questions if kept_back(each.question)}
    for subject in subjects(case.book, case.case, TODAY, case.found):
        why = explain(case, subject)
        data = why_data([why], [], None, case.case, words, "0")
        said = "\n".join(row.text for row in why_rows([why], page)) + json.dumps(data, ensure_ascii=False)
        assert [each.fact for each in safety if each.fact in said or each.ask.en in said] == [], why.name
        assert {each.fact for each in why.deciding} & untold == set(), why.name
        assert {change.fact for flip in why.flips for change in flip.changes} & untold == set(), why.name
