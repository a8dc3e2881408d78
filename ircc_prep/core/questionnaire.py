"""What is still worth asking: the questions whose answers can still change an outcome, in the order to ask them in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep.core.aside import never_put, without
from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.derive.sending import SENT
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.facts import PERSON_SETS, Facts
from ircc_prep.core.granted import as_if_not, takes_for_granted
from ircc_prep.core.nouns import NOUN_MODELS
from ircc_prep.core.open_questions import condition, named, question_fact, rests_on
from ircc_prep.core.result import Evaluation, OpenQuestion
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.text import Text
from ircc_prep.core.values import Type

Group = tuple[str, bool, str | None]


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
    settles: int  # how many results wait for the answer
    certain: bool  # whether its own condition holds, and doesn't wait for another answer
    rests_on: frozenset[str]  # the answers that its own condition looks at

    @property
    def group(self) -> Group:
        """What is asked together: of one topic and one person, all that applies for certain, or all that may."""
        return self.question.file, self.certain, self.person


def worth_asking(book: Rulebook, case: Case, today: date, found: Evaluation | None = None) -> tuple[Ask, ...]:
    """Every question that can still change an outcome, and those always asked; not what the person is unsure of.

    Neither what takes that for granted: who doesn't know whether there was an earlier partner isn't asked since when.

    `found` is the case's evaluation on that day, where it is known already: it takes most of the time.

    They come topic by topic; in a topic first what applies for certain, person by person, and then what another answer
    may bring about. What is asked of one person comes so: first what makes an entry of a list more exact, since the
    list was just given; then what is always asked; then the most decisive, the one that the most results wait for.
    The checklist's own order settles the rest.
    """
    found = found or evaluate(book, case, today)
    never, facts = _counting(book, case, today)
    view = as_if_not(book, facts)
    wanted = {question.fact: question for question in found.to_ask if not question.unsure}
    asks = [
        _ask(facts, compiled, path, person, wanted.get(path), certain=applies is True)
        for compiled in book.questions
        for path, person in paths(compiled, facts, wanted)
        if path not in case.unsure
        and path not in never
        and (path in wanted or (compiled.question.always and unanswered(facts, path) and not _told(facts, path)))
        and (applies := condition(compiled, facts, facts.case.person(person) if person else None)) is not False
        and not takes_for_granted(compiled, facts, view, facts.case.person(person) if person else None)
    ]
    topics = {compiled.file: index for index, compiled in reversed([*enumerate(book.questions)])}
    places = _places(book)
    people = {person.id: index for index, person in enumerate(case.people or ())}

    def place(ask: Ask) -> tuple[Any, ...]:
        about = places.get((ask.question.file, ask.person is None), len(book.questions))
        return topics[ask.question.file], not ask.certain, about, people.get(ask.person or "", -1), _rank(ask)

    return tuple(sorted(asks, key=place))  # sorting keeps the checklist's order where all is equal


def next_of(asks: Sequence[Ask], after: Group | None, said: Sequence[str] = ()) -> Ask | None:
    """What to ask next: more of the topic and person that the last question was about, and else the first.

    So nobody is sent back and forth between topics or people while one of them still has something open. What follows
    from an answer in that topic comes before the rest of it, since its words look back at that answer; `said` are the
    paths answered so far, and the latest counts first.
    """
    same = [ask for ask in asks if ask.group == after]
    following = (ask for path in reversed(said) for ask in same if path in ask.rests_on)
    return next(following, None) or next(iter([*same, *asks]), None)


def applicable(book: Rulebook, case: Case, today: date) -> set[str]:
    """The facts of the questions that may be put to this case, answered or not: their own condition can be true."""
    never, facts = _counting(book, case, today)
    return {
        compiled.question.fact
        for compiled in book.questions
        for path, person in paths(compiled, facts, {})
        if path not in never and condition(compiled, facts, facts.case.person(person) if person else None) is not False
    }


def _counting(book: Rulebook, case: Case, today: date) -> tuple[frozenset[str], Facts]:
    """The questions that are never put to this case, and the view of it without what is set aside."""
    never = never_put(book, case, today)
    return never, facts_of(book, without(case, never), today)


def undecided(evaluation: Evaluation) -> int:
    """How many results still wait for an answer."""
    return len({result for question in evaluation.to_ask if not question.unsure for result in question.settles})


def paths(compiled: CompiledQuestion, facts: Facts, wanted: Mapping[str, object]) -> Iterator[tuple[str, str | None]]:
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


def _places(book: Rulebook) -> dict[tuple[str, bool], int]:
    """Where in a topic the questions about nobody in particular (True) begin, and where those about people (False)."""
    places: dict[tuple[str, bool], int] = {}
    for index, compiled in enumerate(book.questions):
        noun = compiled.question.fact.partition(".")[0]
        about_nobody = compiled.question.type is not None or noun not in NOUN_MODELS or noun in ("case", "interview")
        places.setdefault((compiled.file, about_nobody), index)
    return places


def _rank(ask: Ask) -> tuple[bool, bool, int]:
    """The place among what is asked of one person in one topic; the smallest comes first."""
    always = ask.question.question.always  # asked in any case, so in the order in which people expect it
    return "[" not in ask.path, not always, 0 if always else -ask.settles


def unanswered(facts: Facts, path: str) -> bool:
    """Whether the case says nothing there: an answer, or a field of the case, its interview or a person."""
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


def _told(facts: Facts, path: str) -> bool:
    """Whether something else in the file answers it: the day on which the application was sent says that it was."""
    return path == SENT and facts.case.submitted is not None


def _ask(
    facts: Facts, compiled: CompiledQuestion, path: str, person: str | None, open: OpenQuestion | None, *, certain: bool
) -> Ask:
    question = compiled.question
    return Ask(
        path=path,
        type=compiled.type,
        question=compiled,
        person=person,
        ask=named(question.ask, facts, path),
        why=named(question.why, facts, path),
        help=named(question.help, facts, path) if question.help else None,
        given=open.given if open else None,
        settles=len(open.settles) if open else 0,
        certain=certain,
        rests_on=rests_on(compiled, facts, facts.case.person(person) if person else None),
    )
