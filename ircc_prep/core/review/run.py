"""Running every check that a program uses, and putting its words to what it raises."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import FindingRule
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Figure, Finding, Item, Severity
from ircc_prep.core.review import checks as _checks  # noqa: F401  # registers them
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import CHECKS, Raised
from ircc_prep.core.review.told_once import told_once
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.said import Someone

_GRAVEST_FIRST: tuple[Severity, ...] = ("blocker", "warning", "note")


def findings(
    book: Rulebook, facts: Facts, settles: Settles, items: tuple[Item, ...], figures: tuple[Figure, ...]
) -> tuple[Finding, ...]:
    """Everything in the file that an officer would stop at, the gravest first, then by person and day.

    What only a month or an answer would decide is a note; the facts that decide it are noted as open.
    """
    file = file_of(book, facts, items, figures)
    raised = told_once((code, each) for code in book.findings for each in CHECKS[code](file))
    found = [_finding(book.findings[code], each) for code, each in raised]
    for finding in found:
        settles.note(f"finding/{finding.name}", finding.asks)
    return _in_order(file, found)


def findings_about(book: Rulebook, facts: Facts, codes: Collection[str]) -> tuple[Finding, ...]:
    """These findings alone, of checks that look at people's histories and at no item or figure."""
    file = file_of(book, facts)
    rules = [(code, rule) for code, rule in book.findings.items() if code in codes]
    return _in_order(file, [_finding(rule, raised) for code, rule in rules for raised in CHECKS[code](file)])


def _in_order(file: File, found: Sequence[Finding]) -> tuple[Finding, ...]:
    order = {person.id: index for index, person in enumerate(file.case.people or ())}
    return tuple(
        sorted(
            found,
            key=lambda each: (
                _GRAVEST_FIRST.index(each.severity),
                order.get(each.person or "", -1),
                each.start.first if each.start else date.min,
                each.code,
            ),
        )
    )


def file_of(book: Rulebook, facts: Facts, items: tuple[Item, ...] = (), figures: tuple[Figure, ...] = ()) -> File:
    """The case as an officer reads it."""
    with facts.recording():
        submitted = facts.submitted
    answers = dict(_answers(facts.case, facts))
    asked = {compiled.requirement.id: compiled.requirement for compiled in book.requirements}
    program = book.checklist.program
    return File(
        facts.case,
        facts.day,
        submitted,
        program.review,
        items,
        figures,
        answers,
        asked,
        book.tables,
        program.leads_to,
    )


def _answers(case: Case, facts: Facts) -> Iterator[tuple[str, Any]]:
    for id, value in case.answers.items():
        if value is not None and id in facts.answer_types:
            dated = facts.answer_types[id].kind == "date" and not isinstance(value, PartialDate)
            yield id, PartialDate.parse(str(value)) if dated else value


def _finding(rule: FindingRule, raised: Raised) -> Finding:
    words = rule.says[raised.says]
    someone = {"person": Someone(raised.person)} if raised.person else {}
    return Finding(
        code=rule.finding,
        severity=words.severity,
        person=raised.person,
        start=raised.start,
        end=raised.end,
        message=words.message,
        facts=raised.facts,
        officer_may_ask=words.officer_may_ask,
        prepare=words.prepare,
        sources=raised.sources or words.sources or rule.sources,
        says=raised.says,
        title=rule.title,
        matters=rule.matters,
        asks=raised.asks,
        words={**someone, **raised.words},
        confidence=words.confidence or rule.confidence,
    )
