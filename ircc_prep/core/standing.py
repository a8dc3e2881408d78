"""Where each question stands: answered, set aside by another answer, not known, or still open."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ircc_prep.core.aside import set_aside
from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import question_fact
from ircc_prep.core.questionnaire import Ask, paths, unanswered
from ircc_prep.core.rulebook import Rulebook, facts_of

State = Literal["answered", "aside", "unsure", "open"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One question of a case. `aside`: answered, and kept, but another answer makes it beside the point."""

    path: str
    question: CompiledQuestion
    person: str | None
    state: State


def standings(book: Rulebook, case: Case, today: date, asks: Sequence[Ask]) -> tuple[Standing, ...]:
    """Every question that has an answer or that is or was worth asking, topic by topic and person by person.

    Questions that could change nothing for this case and were never answered are left out. What makes an entry of a
    list more exact is there while it is open or unknown; afterwards it is part of the list.
    """
    facts = facts_of(book, case, today)
    aside = set_aside(book, case, today)
    open_paths = {ask.path for ask in asks}
    entries = [path for path in (*(ask.path for ask in asks), *case.unsure) if "[" in path]
    found = [
        Standing(path, compiled, person, state)
        for compiled in book.questions
        for path, person in _paths(compiled, facts, entries)
        if (state := _state(path, facts, aside, open_paths)) is not None
    ]
    topics = {compiled.file: index for index, compiled in reversed([*enumerate(book.questions)])}
    people = {person.id: index for index, person in enumerate(case.people or ())}
    return tuple(
        sorted(found, key=lambda each: (topics[each.question.file], people.get(each.person or "", len(people))))
    )


def _paths(compiled: CompiledQuestion, facts: Facts, entries: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    of_entries = [path for path in dict.fromkeys(entries) if question_fact(path) == compiled.question.fact]
    for path in of_entries:
        yield path, path.split(".")[1] if path.startswith("people.") else None
    if not of_entries:
        yield from paths(compiled, facts, {})


def _state(path: str, facts: Facts, aside: AbstractSet[str], open_paths: AbstractSet[str]) -> State | None:
    if path in facts.case.unsure:
        return "unsure"
    if "[" not in path and not unanswered(facts, path):
        return "aside" if path in aside else "answered"
    return "open" if path in open_paths else None
