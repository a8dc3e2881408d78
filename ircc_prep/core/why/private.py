"""Which results are told without what decides them: those on which an answer about safety may bear.

It is the same for everybody, whatever was answered, or nothing: else the explanation itself would tell somebody who
controls the person that there is such an answer, in what decides it or in what another answer would change.
"""

from ircc_prep.core.expressions import Compiled
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.why.subjects import FigureSubject, InterviewSubject, ItemSubject, Subject


def is_private(book: Rulebook, subject: Subject) -> bool:
    """Whether any version of its rule asks about safety."""
    sources = [each.source for each in _conditions(book, subject) if each]
    return any(fact in source for fact in on_safety(book) for source in sources)


def on_safety(book: Rulebook) -> frozenset[str]:
    """The answers on safety, and those that are put only after such an answer."""
    found = book.facts_on_safety
    while found:
        after = [each for each in book.questions if any(fact in each.when.source for fact in found)]
        wider = found.union(each.question.fact for each in after)
        if wider == found:
            break
        found = wider
    return found


def _conditions(book: Rulebook, subject: Subject) -> tuple[Compiled | None, ...]:
    if isinstance(subject, ItemSubject):
        whole = subject.requirement
        rules = [when for rule in whole.rules for when in (rule.needed, rule.recommended)]
        return (whole.person, whole.country, *rules)
    if isinstance(subject, FigureSubject):
        figure = subject.compiled
        return (figure.when, figure.value, *figure.parts, figure.threshold)
    if isinstance(subject, InterviewSubject):
        return (*(each.when for each in book.interview), *(each.when for each in book.signals))
    return ()
