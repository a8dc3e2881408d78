"""Every check has its words, every word its check, and no sentence is left with a hole."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from ircc_prep.core.examples import run_examples
from ircc_prep.core.result import Evaluation, Finding
from ircc_prep.core.review.register import CHECKS
from ircc_prep.core.text import LANGUAGES
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.facts import Facts
from ircc_prep.render.said import filled
from ircc_prep.render.words import Words

PROGRAMS = Pack().programs()
HOLE = re.compile(r"\{\w+\}")
SLIP = re.compile(r"\s{2,}|\bNone\b|\(\)|\b(le le|de de|on on|in in)\b|[.] ?[.]|,,|\d{4}-\d\d")


def sentences(finding: Finding, facts: Facts) -> Iterator[str]:
    """Everything that the finding says in one language."""
    for text in (finding.message, finding.officer_may_ask, finding.prepare):
        if text:
            yield filled(text, finding.words, facts)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_check_has_words_and_every_words_a_check(program: str) -> None:
    rules = Pack().load(program).checklist.findings.values()
    assert {rule.finding for rule in rules} == set(CHECKS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_file_is_called_as_its_finding(program: str) -> None:
    findings = Pack().load(program).checklist.findings
    assert {file: f"findings/{rule.finding}.yaml" for file, rule in findings.items()} == {f: f for f in findings}


@cache
def raised(program: str) -> tuple[tuple[Evaluation, Finding], ...]:
    """Everything that the examples of a program's checklist raise."""
    evaluations = [ran.evaluation for ran in run_examples(Pack().load(program))]
    return tuple((each, finding) for each in evaluations if each for finding in each.findings)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_sentences_of_every_example_are_whole_in_both_languages(program: str) -> None:
    for evaluation, finding in raised(program):
        for language in LANGUAGES:
            facts = Facts(evaluation.case, Words(wording(), language))
            for sentence in sentences(finding, facts):
                assert not HOLE.search(sentence), (finding.code, finding.says, sentence)
                assert not SLIP.search(sentence), (finding.code, finding.says, sentence)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_finding_rests_on_is_in_the_file_or_is_what_it_asks_for(program: str) -> None:
    for evaluation, finding in raised(program):
        facts = Facts(evaluation.case, Words(wording(), "en"))
        absent = {f for f in finding.facts if f not in evaluation.case.answers and facts.at(f) is None}
        assert absent <= {*finding.asks, "submitted", "planned_submission"}, (finding.code, finding.says)
