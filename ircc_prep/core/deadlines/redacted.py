"""The deadlines of a case as an audience may see them.

Their days and words come from the redacted evaluation alone. But who may be protected can stand in an answer that is
left out of it: then it would have somebody ask the country that they fled for a passport. So the true evaluation
decides which deadlines there are, and which of them are bare.
"""

from dataclasses import replace

from ircc_prep.core.deadlines.baring import bare
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.redaction.people import roles_of
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook


def shown_deadlines(book: Rulebook, true: Evaluation, shown: Evaluation) -> tuple[Deadline, ...]:
    """The deadlines of an evaluation, as what was made of it for an audience shows them; the book made both."""
    if shown.redaction is None:
        return deadlines(book, true)
    ids, _ = roles_of(true.case)
    bare_by_name = {_named(each, ids.get(each.person or "")): each.bare for each in deadlines(book, true)}
    kept = (each for each in deadlines(book, shown) if each.name in bare_by_name)
    return tuple(bare(each) if bare_by_name[each.name] else each for each in kept)


def _named(deadline: Deadline, role: str | None) -> tuple[str, ...]:
    return replace(deadline, person=role).name
