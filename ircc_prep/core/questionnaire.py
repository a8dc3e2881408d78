"""What is still worth asking: the questions whose answers can still change an outcome, in their natural order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.facts import PERSON_SETS, Facts
from ircc_prep.core.open_questions import applies, names_in, question_fact
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import CompiledQuestion, Rulebook, facts_of
from ircc_prep.core.text import Text
from ircc_prep.core.values import Type


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to put: the fact's path in the case file, its type, and the words with the names filled in."""

    path: str
    type: Type
    question: CompiledQuestion
    person: str | None
    ask: Text
    why: Text
    help: Text | None
    given: str | None  # what is known already, where only a more exact date is wanted


def worth_asking(book: Rulebook, case: Case, today: date) -> tuple[Ask, ...]:
    """Every question that can still change an outcome, and those always asked; not what the person is unsure of."""
    facts = facts_of(book, case, today)
    known = evaluate(book, case, today)
    wanted = {question.fact: question.given for question in known.open_questions if not question.unsure}
    asks = [
        _ask(facts, compiled, path, person, wanted.get(path))
        for compiled in book.questions
        for path, person in _paths(compiled, facts, wanted)
        if path not in case.unsure
        and (path in wanted or (compiled.question.always and _unanswered(facts, path)))
        and applies(compiled, facts, facts.case.person(person) if person else None)
    ]
    return tuple(asks)


def applicable(book: Rulebook, case: Case, today: date) -> set[str]:
    """The facts of the questions that may be put to this case, answered or not: their own condition can be true."""
    facts = facts_of(book, case, today)
    return {
        compiled.question.fact
        for compiled in book.questions
        for _, person in _paths(compiled, facts, {})
        if applies(compiled, facts, facts.case.person(person) if person else None)
    }


def undecided(evaluation: Evaluation) -> int:
    """How many results still wait for an answer."""
    return len({result for question in evaluation.open_questions if not question.unsure for result in question.settles})


def _paths(compiled: CompiledQuestion, facts: Facts, wanted: dict[str, str | None]) -> Iterator[tuple[str, str | None]]:
    """The paths that a question asks about, and whom: itself, one for each person, or each open field of an entry."""
    fact = compiled.question.fact
    if fact.startswith("person."):
        field = fact.removeprefix("person.")
        roles = PERSON_SETS.get(compiled.question.for_each or "applicants", ("principal-applicant",))
        for person in facts.case.people or ():
            if roles is None or person.role in roles:
                yield f"people.{person.id}.{field}", person.id
    elif any(path != fact and question_fact(path) == fact for path in wanted):
        for path in wanted:
            if question_fact(path) == fact:
                yield path, path.split(".")[1] if path.startswith("people.") else None
    else:
        yield fact, None


def _unanswered(facts: Facts, path: str) -> bool:
    """Whether the case says nothing there."""
    if path in facts.answer_types:
        return facts.case.answers.get(path) is None
    if path.startswith("people."):
        _, id, field = path.split(".", 2)
        return getattr(facts.case.person(id), field, None) is None
    if path.startswith("interview."):
        return (
            facts.case.interview is None or getattr(facts.case.interview, path.removeprefix("interview."), None) is None
        )
    return getattr(facts.case, path, None) is None


def _ask(facts: Facts, compiled: CompiledQuestion, path: str, person: str | None, given: str | None) -> Ask:
    names = names_in(facts, path)
    question = compiled.question
    help = question.help.format(**names) if question.help else None
    return Ask(
        path, compiled.type, compiled, person, question.ask.format(**names), question.why.format(**names), help, given
    )
