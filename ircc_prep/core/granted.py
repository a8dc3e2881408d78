"""What a question takes for granted: nobody is asked when something was of which they don't know whether it was."""

from collections.abc import Mapping

from ircc_prep.core.case import Person
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import condition
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.values import BOOL


def as_if_not(book: Rulebook, facts: Facts) -> Facts:
    """The view for choosing what to ask, in which nothing is so of which the person doesn't know whether it is.

    Neither is what is asked only where such a thing is so. It decides nothing: in the outcome, all that stays open.
    """
    not_so: Mapping[str, bool] = {id: False for id in facts.case.unsure if facts.answer_types.get(id) == BOOL}
    view = facts
    while not_so:
        view = view.with_values(not_so)
        not_so = {
            compiled.question.fact: False
            for compiled in book.questions
            if compiled.type == BOOL
            and compiled.question.fact not in view.replaced
            and facts.case.answers.get(compiled.question.fact) is None
            and takes_for_granted(compiled, facts, view, None)
        }
    return view


def takes_for_granted(compiled: CompiledQuestion, facts: Facts, view: Facts, person: Person | None) -> bool:
    """Whether a question applies only if something is so of which the person doesn't know it; see `as_if_not`."""
    return (
        view is not facts and condition(compiled, view, person) is False and condition(compiled, facts, person) is None
    )
