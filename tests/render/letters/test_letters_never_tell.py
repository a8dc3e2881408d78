"""What no letter tells: a sensitive answer, and that anything was asked about safety."""

from collections.abc import Iterator
from typing import Any

import pytest

from ircc_prep.api.views import words_for
from ircc_prep.core.case import Case
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import LANGUAGES
from ircc_prep.render.context import Context
from ircc_prep.render.letters.cover import cover
from ircc_prep.render.letters.handover import handover
from ircc_prep.render.letters.markdown import letters_markdown
from ircc_prep.render.letters.papers import papers_to_send
from ircc_prep.render.letters.request import request
from tests.cli.canaries import planted, told_countries, told_days, told_numbers
from tests.personas.test_never_told import (
    BORN,
    CANARIES,
    COUNTRY,
    DAY,
    NUMBER,
    PROGRAMS,
    WITH_SAFETY,
    WORD,
    answers,
    book,
    states,
)

pytestmark = pytest.mark.slow


def texts(rules: Rulebook, data: dict[str, Any]) -> Iterator[str]:
    """Every letter of a case in both languages, without its line breaks."""
    found = evaluate(rules, Case.model_validate(data), DAY)
    ahead = deadlines(rules, found)
    for language in LANGUAGES:
        words = words_for(rules, language)
        context = Context(found, words, citing=False)
        made = [
            cover(context, None, papers_to_send(found, found), to_follow=True),
            request(context, None, ahead),
            handover(lambda numbers=None, words=words: Context(found, words, numbers), None, ahead),
        ]
        yield " ".join(letters_markdown([each for each in made if each]).split())


@pytest.mark.parametrize("program", WITH_SAFETY)
def test_no_letter_says_that_anything_is_asked_about_safety(program: str) -> None:
    rules = book(program)
    about_safety = [compiled.question for compiled in rules.questions if compiled.question.safety]
    for state, data in states(program):
        for text in texts(rules, data):
            for question in about_safety:
                asks = (" ".join(question.ask.of(language).split()) for language in LANGUAGES)
                assert not any(told in text for told in (question.fact, *asks)), (state, question.fact)


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_value_of_a_sensitive_answer_is_in_any_letter(program: str) -> None:
    rules, data = book(program), dict(planted(program).data)
    private = {each.fact: CANARIES[each.type] for each in answers(rules) if each.type in CANARIES}
    for text in texts(rules, {**data, "answers": {**data["answers"], **private}}):
        assert WORD not in text
        assert told_days(frozenset([BORN]), text, months=True) == set()
        assert told_countries(frozenset([COUNTRY]), text) == set()
        assert told_numbers(frozenset([str(NUMBER)]), text) == set()
