"""Answers that another answer has set aside: they stay in the file, and count for nothing until they are wanted."""

from collections.abc import Collection
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import condition, waits_for
from ircc_prep.core.rulebook import Rulebook, facts_of

Ids = frozenset[str]


def set_aside(book: Rulebook, case: Case, today: date) -> Ids:
    """The ids of the answers whose own question can't be put to this case any more.

    What is said of people (their lists, passports, dates) is never set aside: it is told of a life, and where it
    doesn't fit an answer, an officer would see that too.
    """
    return _answered(case, never_put(book, case, today))


def what_counts(book: Rulebook, case: Case, today: date) -> Case:
    """The case without the answers that are set aside: as if their questions had never been put."""
    return without(case, never_put(book, case, today))


def without(case: Case, ids: Collection[str]) -> Case:
    """The case without these answers."""
    if not _answered(case, ids):
        return case
    return case.model_copy(update={"answers": {id: value for id, value in case.answers.items() if id not in ids}})


def never_put(book: Rulebook, case: Case, today: date) -> Ids:
    """The ids of the questions, answered or not, that can't be put to this case, by the answers that count alone.

    An answer that is set aside decides nothing: what could be put only after it is set aside too. So each round looks
    at the case without what the one before has found. Where no two questions depend on each other, round n is right
    about all that hangs n answers deep, and the rounds end. Where some do, in a circle, the rounds could go back and
    forth for ever: after as many as there are questions, nothing that was set aside is taken back any more.
    """
    asked = [each for each in book.questions if each.question.type is not None and not each.when.constant]
    found: Ids = frozenset()
    for rounds in range(2 * len(asked) + 2):
        facts = facts_of(book, without(case, found), today)
        now = frozenset(each.question.fact for each in asked if _cannot_be_put(each, facts, found))
        if rounds > len(asked):
            now |= found
        if now == found:
            break
        found = now
    return found


def _cannot_be_put(compiled: CompiledQuestion, facts: Facts, never: Ids) -> bool:
    """Whether a question's condition is false, or could be true only after questions that are never put.

    A condition that waits for nothing, because a list doesn't hold what it is about, may be true.
    """
    truth = condition(compiled, facts, None)
    if truth is None and never:
        waits = waits_for(compiled, facts)
        return bool(waits) and never.issuperset(waits)
    return truth is False


def _answered(case: Case, ids: Collection[str]) -> Ids:
    return frozenset(id for id in ids if case.answers.get(id) is not None)
