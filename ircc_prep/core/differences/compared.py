"""Two versions of a case, with all that differs: what was answered, and what follows from it on one day."""

from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import CaseDifferences, case_differences
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
    """Two versions laid side by side, both as of one day. Pure."""
    answers = case_differences(old.case, new.case)
    before, after = (evaluate(version.book, version.case, today) for version in (old, new))
    return Compared(old, new, answers, outcome_differences(before, after, answers))
