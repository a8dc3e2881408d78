"""The facts that are still open, as questions a person can answer, with the results that each would settle."""

import re
from collections.abc import Iterable
from typing import Any

from ircc_prep.core.called import by_role
from ircc_prep.core.case import Person
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.facts import PERSON_SETS, Facts
from ircc_prep.core.nouns import NOUN_FIELDS, field_name
from ircc_prep.core.redaction.people import in_the_place_of_the_name
from ircc_prep.core.result import OpenQuestion
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import Run, outcome_of, settle
from ircc_prep.core.text import Text, same
from ircc_prep.core.truth import Truth

_PERSON_FACT = re.compile(r"people\.(?P<person>[a-z0-9-]+)\.(?P<field>\w+)(?:\[(?P<index>\d+)\]\.(?P<entry>\w+))?")
_NOTES = ("officer/", "guidance/")  # results that only say what may be asked, and what to know
_DOCUMENT_FACT = re.compile(r"documents\[(?P<index>\d+)\]\.(?P<entry>\w+)")

# What the questionnaire asks before any checklist is read, and so no checklist has words for.
_BUILT_IN = {
    "stream": Text("Which stream of the program is it?", "De quel volet du programme s’agit-il?"),
    "people": Text("Who is in this case?", "Qui fait partie de ce dossier?"),
}


class Settles:
    """Which results each open fact would settle, in the order in which they came up."""

    def __init__(self) -> None:
        self.by_fact: dict[str, list[str]] = {}

    def note(self, result: str, facts: Iterable[str]) -> None:
        """Notes that a result waits for these facts."""
        for fact in facts:
            waiting = self.by_fact.setdefault(fact, [])
            if result not in waiting:
                waiting.append(result)


def open_questions(book: Rulebook, facts: Facts, settles: Settles) -> tuple[OpenQuestion, ...]:
    """One question for each open fact, in the questionnaire's natural order.

    What would only change an officer question or a piece of guidance is left out where it isn't this person's to
    answer: nobody asks a child of six about work.
    """
    found = [
        _open_question(book, facts, fact, tuple(results))
        for fact, results in settles.by_fact.items()
        if not all(result.startswith(_NOTES) for result in results) or may_be_put(book, facts, fact)
    ]
    order = {question.question.fact: index for index, question in enumerate(book.questions)}
    return tuple(sorted(found, key=lambda question: order.get(question_fact(question.fact), len(order))))


def may_be_put(book: Rulebook, facts: Facts, path: str) -> bool:
    """Whether the question about a fact is for this person, and its own condition can still be true."""
    compiled = book.question_about(question_fact(path))
    if compiled is None:
        return False
    person = whose(facts, path)
    roles = PERSON_SETS.get(compiled.question.for_each or "people", ("principal-applicant",))
    if person and roles is not None and person.role not in roles:
        return False
    return applies(compiled, facts, person)


def whose(facts: Facts, path: str) -> Person | None:
    """The person that a fact is about."""
    match = _PERSON_FACT.fullmatch(path)
    return facts.case.person(match["person"]) if match else None


def applies(compiled: CompiledQuestion, facts: Facts, person: Person | None) -> bool:
    """Whether a question's own condition can be true."""
    return condition(compiled, facts, person) is not False


def condition(compiled: CompiledQuestion, facts: Facts, person: Person | None) -> Truth:
    """Whether a question's own condition is true; None while that can't be told."""
    if compiled.when.constant and compiled.when.source == "True":
        return True
    truth: Truth = outcome_of(_run_of(compiled, person), facts)
    return truth


def rests_on(compiled: CompiledQuestion, facts: Facts, person: Person | None) -> frozenset[str]:
    """The answers to other questions that a question's own condition looks at, as the case stands."""
    with facts.recording() as (reads, _):
        _run_of(compiled, person)(facts)
    return frozenset(path for path in reads if path in facts.answer_types)


def waits_for(compiled: CompiledQuestion, facts: Facts) -> tuple[str, ...]:
    """The facts that would decide the condition of a question about nobody in particular."""
    return settle(_run_of(compiled, None), facts).missing


def _run_of(compiled: CompiledQuestion, person: Person | None) -> Run:
    return lambda view: compiled.when.run(view, {"person": view.person(person) if person else None})


def question_fact(path: str) -> str:
    """What a question is declared for: `person.stays` for `people.maria.stays`, `stay.from` for one of its entries."""
    if match := _PERSON_FACT.fullmatch(path):
        if match["entry"] is None:
            return f"person.{match['field']}"
        member = NOUN_FIELDS["person"][match["field"]].of
        return f"{member.noun if member else match['field']}.{match['entry']}"
    if match := _DOCUMENT_FACT.fullmatch(path):
        return f"document.{match['entry']}"
    return path


def asking(book: Rulebook, facts: Facts, path: str) -> tuple[Text, Text | None]:
    """The words of the question about a fact, with the names filled in, and why it is asked."""
    compiled: CompiledQuestion | None = book.question_about(question_fact(path))
    if compiled is None:
        return _BUILT_IN.get(path, same(path)), None
    return named(compiled.question.ask, facts, path), named(compiled.question.why, facts, path)


def named(text: Text, facts: Facts, path: str) -> Text:
    """A question's words with the person's name in the place that is kept for it; without a name, the role."""
    person = whose(facts, path)
    if person is None:
        return text
    role = by_role(facts.case).get(person.id)
    if role is None:
        return text.format(person=person.display_name)
    return in_the_place_of_the_name(text, role)


def _open_question(book: Rulebook, facts: Facts, fact: str, settles: tuple[str, ...]) -> OpenQuestion:
    ask, why = asking(book, facts, fact)
    given = _given(facts, fact)
    return OpenQuestion(fact, ask, why, settles, fact in facts.case.unsure, given, entry_fields(facts, fact))


def entry_fields(facts: Facts, path: str) -> tuple[tuple[str, str], ...]:
    """What is said of the entry that a fact belongs to; a field that isn't answered is an ellipsis."""
    match = _PERSON_FACT.fullmatch(path)
    if match is None or match["index"] is None:
        return ()
    entries = getattr(facts.case.person(match["person"]), match["field"])
    return tuple((name, "…" if value is None else str(value)) for name, value in entries[int(match["index"])])


def _given(facts: Facts, fact: str) -> str | None:
    """What is known of a date already."""
    value: Any = None
    if match := _PERSON_FACT.fullmatch(fact):
        person = facts.case.person(match["person"])
        value = getattr(person, match["field"], None)
        if match["index"] is not None and value is not None:
            value = getattr(value[int(match["index"])], field_name(match["entry"]), None)
    elif fact in ("submitted", "planned_submission"):
        value = getattr(facts.case, fact)
    elif fact == "interview.date" and facts.case.interview:
        value = facts.case.interview.date
    return str(value) if isinstance(value, PartialDate) else None
