"""Answers that another answer has set aside: they stay in the file, and count for nothing until they are wanted."""

from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.open_questions import applies
from ircc_prep.core.rulebook import Rulebook, facts_of


def set_aside(book: Rulebook, case: Case, today: date) -> frozenset[str]:
    """The ids of the answers whose own question can't be put to this case any more.

    What is said of people (their lists, passports, dates) is never set aside: it is told of a life, and where it
    doesn't fit an answer, an officer would see that too.
    """
    facts = facts_of(book, case, today)
    return frozenset(
        compiled.question.fact
        for compiled in book.questions
        if not compiled.when.constant
        and case.answers.get(compiled.question.fact) is not None
        and not applies(compiled, facts, None)
    )


def what_counts(book: Rulebook, case: Case, today: date) -> Case:
    """The case without the answers that are set aside: as if their questions had never been put."""
    aside = set_aside(book, case, today)
    if not aside:
        return case
    return case.model_copy(update={"answers": {id: value for id, value in case.answers.items() if id not in aside}})
