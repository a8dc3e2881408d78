"""Which changes brought a difference about: those without which it wouldn't be there, tried one by one.

What a result was read from says less: much that was read decided nothing, and figures and guidance don't say what they
were read from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import CaseDifferences, Change
from ircc_prep.core.differences.matching import Matched, entry_at
from ircc_prep.core.differences.outcome_differences import Difference, Outcomes, outcome_differences
from ircc_prep.core.differences.sides import Side
from ircc_prep.core.differences.undoing import undone
from ircc_prep.core.discretion import kept_back
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.rulebook import Rulebook

_MOST = 30  # entries, people and facts: each costs an evaluation, up to a tenth of a second


def with_causes(outcomes: Outcomes, answers: CaseDifferences, old: Case, new: Case, book: Rulebook) -> Outcomes:
    """The outcomes, each resting on the changes that brought it about.

    Where no change alone did, or there are too many, or the programs differ, it rests on what it was read from.
    Sensitive answers aren't tried: nothing names them.
    """
    kept = {each.question.fact for each in book.questions if kept_back(each.question)}
    units = [unit for unit in _units(answers.changes) if unit[0].path not in kept]
    if old.program != new.program or not outcomes.every or len(units) > _MOST:
        return outcomes
    causes: dict[int, list[Change]] = {}
    for unit in units:
        case = undone(old, new, answers.together, unit)
        if case is None:
            continue
        without = outcome_differences(evaluate(book, case, outcomes.new.checked_on), outcomes.new)
        trial = _Trial(outcomes, without, answers.together)
        for each in filter(trial.undoes, outcomes.every):
            causes.setdefault(id(each), []).extend(unit)
    return outcomes.each(lambda each: replace(each, rests_on=tuple(causes.get(id(each), each.rests_on))))


def _units(changes: Iterable[Change]) -> Sequence[Sequence[Change]]:
    """The changes of one entry, of one person, or of one fact."""
    found: dict[tuple[str, bool], list[Change]] = {}
    for change in changes:
        found.setdefault((entry_at(change.path) or change.path, change.new_path is None), []).append(change)
    return list(found.values())


class _Trial:
    """What would follow without some changes, beside what follows with them."""

    def __init__(self, found: Outcomes, without: Outcomes, together: Matched) -> None:
        self.without = without.every
        self.was, self.would_be = Side(found.old, together), Side(without.old, None)

    def undoes(self, difference: Difference[Any]) -> bool:
        """Whether the result differs in the same way from what it would be without the changes."""
        return any(_in_the_same(difference, each) for each in self.without if self._are_one(difference, each))

    def _are_one(self, difference: Difference[Any], without: Difference[Any]) -> bool:
        if difference.new is not None:
            return without.new is difference.new
        return without.new is None and self.was.name(difference.old) == self.would_be.name(without.old)


def _in_the_same(one: Difference[Any], other: Difference[Any]) -> bool:
    """Whether both came, both went, or both changed in something that they share."""
    return not (one.changed or other.changed) or not set(one.changed).isdisjoint(other.changed)
