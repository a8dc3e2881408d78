"""Two versions of a case, with all that differs: what was answered, and what follows from it on one day."""

from dataclasses import dataclass, replace
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import CaseDifferences, case_differences
from ircc_prep.core.differences.causes import with_causes
from ircc_prep.core.differences.outcome_differences import Outcomes, outcome_differences
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Redaction
from ircc_prep.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Version:
    """A case under the rulebook of its program. The two versions of one case may be under two packs."""

    case: Case
    book: Rulebook


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything that differs between two versions. It holds what no output may tell until `telling` has seen to it."""

    old: Version
    new: Version
    answers: CaseDifferences
    outcomes: Outcomes
    unasked: int = 0  # changed answers to questions that neither program asks: they are counted, and not told
    redaction: tuple[Redaction, Redaction] | None = None  # of the old and of the new version


def compared(old: Version, new: Version, today: date) -> Compared:
    """Two versions laid side by side, both as of one day. Pure.

    The older is read with the newer's answers to questions of safety. Those are told of to nobody; what follows from
    one alone would tell of it too, since nothing else that is told could have brought it about.
    """
    old = replace(old, case=_equally_safe(old, new))
    answers = case_differences(old.case, new.case)
    before, after = (evaluate(version.book, version.case, today) for version in (old, new))
    outcomes = with_causes(outcome_differences(before, after, answers), answers, old.case, new.case, new.book)
    return Compared(old, new, answers, outcomes)


def _equally_safe(old: Version, new: Version) -> Case:
    """The older case with what the newer one says of safety, and as sure of it."""
    asked = old.book.facts_on_safety | new.book.facts_on_safety
    answers = {fact: value for fact, value in old.case.answers.items() if fact not in asked}
    answers |= {fact: value for fact, value in new.case.answers.items() if fact in asked}
    unsure = [fact for fact in old.case.unsure if fact not in asked]
    unsure += [fact for fact in new.case.unsure if fact in asked]
    return old.case.model_copy(update={"answers": answers, "unsure": tuple(unsure)})
