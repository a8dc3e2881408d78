"""What no output tells: a sensitive answer, and that anything was asked about safety."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.api.views import view, words_for
from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Question
from ircc_prep.core.discretion import kept_back
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.questionnaire import worth_asking
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.render.markdown import markdown
from ircc_prep.render.result_json import result
from ircc_prep.render.terminal import check_text
from tests.cli.canaries import planted, told_countries, told_days, told_numbers

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
PROGRAMS = Pack().programs()
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
# Each can be told from everything else that a case or a checklist says.
WORD, BORN, COUNTRY, NUMBER = "Xyloquartz", date(1971, 3, 19), "NU", 538_009_761
CANARIES = {"text": WORD, "date": BORN.isoformat(), "country": COUNTRY, "number": NUMBER, "money": NUMBER}


@cache
def book(program: str) -> Rulebook:
    return Pack(examples=False).load(program)


WITH_SAFETY = [each for each in PROGRAMS if any(compiled.question.safety for compiled in book(each).questions)]


def texts(found: Evaluation, rules: Rulebook, language: Language) -> Iterator[str]:
    """Everything that a person reads, without its line breaks."""
    made = view(found, rules, language)
    for text in (check_text(made, width=2000, color=False), markdown([made])):
        yield " ".join(text.split())


def outputs(found: Evaluation, rules: Rulebook) -> Iterator[str]:
    """The same in both languages, and what a program reads."""
    for language in LANGUAGES:
        yield from texts(found, rules, language)
        yield json.dumps(result(found, "test", words_for(rules, language)), ensure_ascii=False)


def answers(rules: Rulebook) -> list[Question]:
    """The questions of a program whose answers are never told."""
    return [compiled.question for compiled in rules.questions if kept_back(compiled.question)]


def paths_told(found: dict[str, Any]) -> set[str]:
    """Every fact that a result is said to rest on."""
    reads = [read["fact"] for item in found["items"] for read in (*item["why"], *item["holding_why"])]
    verified = [fact for question in found["officer_questions"] for fact in question["verifies"]]
    return {*reads, *verified, *(fact for finding in found["findings"] for fact in finding["facts"])}


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_no_output_of_a_persona_repeats_a_sensitive_answer(persona: Path) -> None:
    case = load(persona).case
    rules = book(case.program)
    found = evaluate(rules, case, DAY)
    answered = [each for each in answers(rules) if case.answers.get(each.fact) is not None]
    assert paths_told(result(found, "test", words_for(rules, "en"))).isdisjoint(each.fact for each in answered)
    for language in LANGUAGES:
        for text in texts(found, rules, language):
            assert [each.fact for each in answered if " ".join(each.ask.of(language).split()) in text] == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_value_of_a_sensitive_answer_is_in_any_output(program: str) -> None:
    rules, data = book(program), dict(planted(program).data)
    private = {each.fact: CANARIES[each.type] for each in answers(rules) if each.type in CANARIES}
    data["answers"] = {**data["answers"], **private}
    found = evaluate(rules, Case.model_validate(data), DAY)
    assert paths_told(result(found, "test", words_for(rules, "en"))).isdisjoint(each.fact for each in answers(rules))
    for text in outputs(found, rules):
        assert WORD not in text
        assert told_days(frozenset([BORN]), text, months=True) == set()
        assert told_countries(frozenset([COUNTRY]), text) == set()
        assert told_numbers(frozenset([str(NUMBER)]), text) == set()


def states(program: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A whole case in which everything about safety is answered, open, or not known to the person."""
    rules = book(program)
    about_safety = [compiled.question.fact for compiled in rules.questions if compiled.question.safety]
    for yes in (True, False):
        whole = dict(planted(program, yes=yes).data)
        yield f"answered {yes}", whole
        left = {id: value for id, value in whole["answers"].items() if id not in about_safety}
        yield "open", {**whole, "answers": left}
        yield "unsure", {**whole, "answers": left, "unsure": [*whole["unsure"], *about_safety]}
    yield (
        "nothing answered",
        {
            **whole,
            "answers": {},
            "people": [{"id": "ana", "role": "principal-applicant"}],
            "documents": [],
            "unsure": [],
        },
    )


@pytest.mark.parametrize("program", WITH_SAFETY)
def test_no_output_says_that_anything_is_asked_about_safety(program: str) -> None:
    rules = book(program)
    about_safety = [compiled.question for compiled in rules.questions if compiled.question.safety]
    for state, data in states(program):
        found = evaluate(rules, Case.model_validate(data), DAY)
        for text in outputs(found, rules):
            for question in about_safety:
                asks = (" ".join(question.ask.of(language).split()) for language in LANGUAGES)
                assert not any(told in text for told in (f'"{question.fact}"', *asks)), (state, question.fact)


@pytest.mark.parametrize("program", WITH_SAFETY)
def test_the_questionnaire_still_asks_about_safety(program: str) -> None:
    rules = book(program)
    case = Case.model_validate(
        {"schema": 1, "program": program, "people": [{"id": "ana", "role": "principal-applicant"}]}
    )
    asked = {ask.path for ask in worth_asking(rules, case, DAY)}
    assert asked & {compiled.question.fact for compiled in rules.questions if compiled.question.safety}
