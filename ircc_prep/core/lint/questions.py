"""Questions that can't matter: nothing that the checklist or a derived fact says of a case looks at the answer."""

import re
from collections.abc import Iterator

from ircc_prep.core.compiled import CompiledRequirement
from ircc_prep.core.derive.language import TEF_COLUMN
from ircc_prep.core.derive.sending import SENT
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.lint.places import placed
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text

READ_BY_DERIVED_FACTS = frozenset({TEF_COLUMN, SENT})


def idle_questions(book: Rulebook) -> Iterator[Problem]:
    """Every answer that is asked for and that no condition, value or officer question names.

    Fields of the case file are left out: the officer's eye reads them whether a condition does or not.
    """
    others = " \n".join(each.source for each in _expressions(book))
    for path, compiled in placed("questions", book.questions):
        fact = compiled.question.fact
        declared = compiled.question.type is not None and not compiled.question.always
        if declared and fact not in READ_BY_DERIVED_FACTS and not named(fact, others) and not _asked_for(fact, book):
            yield Problem(
                "idle-question",
                (*path, "fact"),
                Text(f"Nothing looks at the answer “{fact}”.", f"Rien ne tient compte de la réponse « {fact} »."),
                Text(
                    "Remove the question, or name it where it matters.",
                    "Supprimez la question, ou nommez-la là où elle compte.",
                ),
            )


def _asked_for(fact: str, book: Rulebook) -> bool:
    """Whether another question is asked depending on it."""
    return any(named(fact, each.when.source) for each in book.questions if each.question.fact != fact)


def named(fact: str, source: str) -> bool:
    """Whether an expression reads that fact."""
    return re.search(rf"(?<![\w.]){re.escape(fact)}(?!\w)", source) is not None


def _expressions(book: Rulebook) -> Iterator[Compiled]:
    """Everything that decides or shows something, but for the conditions of questions."""
    for requirement in book.requirements:
        yield from _of_requirement(requirement)
    for figure in book.figures:
        yield from (each for each in (figure.when, figure.value, figure.threshold, *figure.parts) if each)
    for question in book.officer_questions:
        yield from (question.when, *question.verifies)
    yield from (each.when for each in book.guidance)
    yield from (each.when for each in book.interview)
    yield from (each.when for each in book.signals)


def _of_requirement(requirement: CompiledRequirement) -> Iterator[Compiled]:
    for rule in requirement.rules:
        held = rule.holding
        several = (rule.needed, rule.recommended, rule.disputed_when, held.of, held.in_hand, *held.faults.values())
        yield from (each for each in several if each)
