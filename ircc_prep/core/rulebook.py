"""A program's checklist, checked and compiled: every condition typed and ready to run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import (
    Checklist,
    Due,
    FindingRule,
    HoldingKey,
    HoldingRule,
    InterviewRule,
    Rule,
    Source,
    Table,
)
from ircc_prep.core.compiled import (
    CompiledDue,
    CompiledFigure,
    CompiledGuidance,
    CompiledHolding,
    CompiledInterviewRule,
    CompiledOfficerQuestion,
    CompiledQuestion,
    CompiledRequirement,
    CompiledRule,
    CompiledSignal,
)
from ircc_prep.core.compiling import Compiling
from ircc_prep.core.expressions import Vocabulary
from ircc_prep.core.expressions.vocabulary import ANSWER_TYPES
from ircc_prep.core.facts import Facts
from ircc_prep.core.not_known import as_known
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.references import reference_problems
from ircc_prep.core.text import Text
from ircc_prep.core.values import BOOL, COUNTRY, DATE, NUMBER, Type, choice, list_of, noun

HOLDING_KEYS: tuple[str, ...] = get_args(HoldingKey)


@dataclass(frozen=True)
class Rulebook:
    """Everything that one program asks, ready to be held against a case."""

    checklist: Checklist
    vocabulary: Vocabulary = field(compare=False)  # what its conditions may name; it follows from the checklist
    questions: tuple[CompiledQuestion, ...]
    requirements: tuple[CompiledRequirement, ...]
    figures: tuple[CompiledFigure, ...]
    officer_questions: tuple[CompiledOfficerQuestion, ...]
    guidance: tuple[CompiledGuidance, ...]
    interview: tuple[CompiledInterviewRule, ...]
    interview_otherwise: InterviewRule
    signals: tuple[CompiledSignal, ...]

    @property
    def facts_on_safety(self) -> frozenset[str]:
        """What its questions of safety ask: nothing printed may tell of it, answered or open."""
        return frozenset(each.question.fact for each in self.questions if each.question.safety)

    @property
    def answer_types(self) -> Mapping[str, Type]:
        """The types of the answers that the program asks for, by their ids."""
        return self.vocabulary.answers

    @property
    def sources(self) -> Mapping[str, Source]:
        """The source register."""
        return self.checklist.sources

    @property
    def tables(self) -> Mapping[str, Table]:
        """The dated tables."""
        return self.checklist.tables

    @property
    def streams(self) -> Mapping[str, Text]:
        """The program's streams, by id."""
        return self.checklist.program.streams

    @property
    def findings(self) -> Mapping[str, FindingRule]:
        """The findings that this program uses, by their code."""
        program = self.checklist.program
        return {
            rule.finding: rule
            for rule in self.checklist.findings.values()
            if program.program in (rule.programs or (program.program,))
            and program.leads_to in (rule.leads_to or (program.leads_to,))
            and rule.finding not in program.review.leaves_out
        }

    def question_about(self, fact: str) -> CompiledQuestion | None:
        """The question that asks for an answer id, or for a field such as `person.stays` or `stay.from`."""
        return next((question for question in self.questions if question.question.fact == fact), None)


def compile_checklist(checklist: Checklist) -> tuple[Rulebook, list[Problem]]:
    """The rulebook, and every problem found.

    The first part of a problem's path is the file; with problems, don't use the book.
    """
    answers = {
        question.fact: choice(*question.options)
        if question.type == "choice" and question.options
        else ANSWER_TYPES.get(question.type, BOOL)
        for topic in checklist.topics.values()
        for question in topic.questions
        if question.type is not None
    }
    vocabulary = Vocabulary(answers, checklist.tables, tuple(checklist.program.streams), checklist.program.leads_to)
    compiling = Compiling(vocabulary)
    book = Rulebook(
        checklist=checklist,
        vocabulary=vocabulary,
        questions=tuple(_questions(checklist, compiling)),
        requirements=tuple(_requirements(checklist, compiling)),
        figures=tuple(_figures(checklist, compiling)),
        officer_questions=tuple(_officer_questions(checklist, compiling)),
        guidance=tuple(_guidance(checklist, compiling)),
        interview=tuple(_interview(checklist, compiling)),
        interview_otherwise=checklist.program.interview.otherwise,
        signals=tuple(_signals(checklist, compiling)),
    )
    return book, [*compiling.problems, *reference_problems(checklist)]


def _questions(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledQuestion]:
    for file, topic in checklist.topics.items():
        for index, question in enumerate(topic.questions):
            path = (file, "questions", index)
            type = compiling.question_type(question, path)
            names = {"person": noun("person")} if question.for_each else {}
            when = compiling.expression(question.when, (*path, "when"), BOOL, names)
            yield CompiledQuestion(question, file, when, type)


def _requirements(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledRequirement]:
    for file, topic in checklist.topics.items():
        for index, requirement in enumerate(topic.requirements):
            path = (file, "requirements", index)
            each = requirement.for_each
            person = compiling.people(each.person, (*path, "for_each", "person"))
            names = {"person": noun("person")} if person else {}
            due = _due(compiling, requirement.due, (*path, "due"), names)
            country = compiling.optional(each.country, (*path, "for_each", "country"), list_of(COUNTRY), names)
            names |= {"country": COUNTRY} if country else {}
            numbered = sorted(enumerate(requirement.rules), key=lambda pair: pair[1].start)
            rules = tuple(_rule(compiling, rule, (*path, "rules", number), names) for number, rule in numbered)
            yield CompiledRequirement(requirement, file, person, country, rules, due)


def _due(compiling: Compiling, due: Due | None, path: Path, names: dict[str, Type]) -> CompiledDue | None:
    if due is None:
        return None
    day = compiling.expression(due.day, (*path, "day"), DATE, names)
    return CompiledDue(due, day, compiling.expression(due.when, (*path, "when"), BOOL, names))


def _rule(compiling: Compiling, rule: Rule, path: tuple[str | int, ...], names: dict[str, Type]) -> CompiledRule:
    return CompiledRule(
        rule,
        compiling.expression(rule.needed, (*path, "needed"), BOOL, names),
        compiling.optional(rule.recommended, (*path, "recommended"), BOOL, names),
        compiling.expression(rule.disputed_when, (*path, "disputed_when"), BOOL, names),
        _holding(compiling, rule.holding, (*path, "holding"), names),
    )


def _holding(
    compiling: Compiling, rule: HoldingRule, path: tuple[str | int, ...], names: dict[str, Type]
) -> CompiledHolding:
    of = compiling.optional(rule.of, (*path, "of"), None, names)
    held = noun("document")
    if of is not None:
        if of.type.kind == "list" and of.type.of and of.type.of.kind == "noun":
            held = of.type.of
        else:
            compiling.refuse(
                (*path, "of"),
                Text("This isn’t a list of things in hand.", "Ce n’est pas une liste de ce que la personne a en main."),
            )
    faults = {}
    for key in HOLDING_KEYS:
        source = getattr(rule, key.replace("-", "_"))
        if source is not None:
            faults[key] = compiling.expression(source, (*path, key), BOOL, {**names, "held": held})
    return CompiledHolding(of, compiling.optional(rule.in_hand, (*path, "in_hand"), BOOL, names), faults, rule.because)


def _figures(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledFigure]:
    for file, topic in checklist.topics.items():
        for index, figure in enumerate(topic.computed):
            path = (file, "computed", index)
            yield CompiledFigure(
                figure,
                file,
                compiling.expression(figure.when, (*path, "when"), BOOL),
                compiling.optional(figure.value, (*path, "value"), NUMBER),
                tuple(
                    compiling.expression(part.value, (*path, "parts", number, "value"), NUMBER)
                    for number, part in enumerate(figure.parts)
                ),
                compiling.optional(figure.threshold, (*path, "threshold"), NUMBER),
            )


def _officer_questions(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledOfficerQuestion]:
    for file, topic in checklist.topics.items():
        for index, question in enumerate(topic.officer_questions):
            path = (file, "officer_questions", index)
            person = compiling.people(question.for_each.person, (*path, "for_each", "person"))
            names = {"person": noun("person")} if person else {}
            yield CompiledOfficerQuestion(
                question,
                file,
                person,
                compiling.expression(question.when, (*path, "when"), BOOL, names),
                tuple(
                    compiling.expression(fact, (*path, "verifies", number), None, names)
                    for number, fact in enumerate(question.verifies)
                ),
            )


def _guidance(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledGuidance]:
    for file, topic in checklist.topics.items():
        for index, guidance in enumerate(topic.guidance):
            path = (file, "guidance", index)
            when = compiling.expression(guidance.when, (*path, "when"), BOOL)
            yield CompiledGuidance(guidance, file, when, _due(compiling, guidance.due, (*path, "due"), {}))


def _interview(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledInterviewRule]:
    for index, rule in enumerate(checklist.program.interview.rules):
        path = (checklist.file, "interview", "rules", index, "when")
        yield CompiledInterviewRule(rule, compiling.expression(rule.when, path, BOOL))


def _signals(checklist: Checklist, compiling: Compiling) -> Iterator[CompiledSignal]:
    for file, topic in checklist.topics.items():
        for index, rule in enumerate(topic.signals):
            yield CompiledSignal(rule, file, compiling.expression(rule.when, (file, "signals", index, "when"), BOOL))


def facts_of(book: Rulebook, case: Case, today: date) -> Facts:
    """The view of a case that this book's conditions read."""
    return Facts(as_known(case, today), today, book.tables, book.answer_types)
