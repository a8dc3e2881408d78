"""What becomes of one case from one pack to another, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.differences.compared import Compared, Version, compared
from ircc_prep.core.differences.outcome_differences import Difference
from ircc_prep.core.differences.pack_differences import PackChange
from ircc_prep.core.differences.pack_reasons import reasons
from ircc_prep.core.differences.telling import telling
from ircc_prep.core.result import Audience
from ircc_prep.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict that is another one under the new pack, and which changes of the pack it rests on."""

    difference: Difference[Any]
    because: tuple[PackChange, ...]


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """A case whose outcome changes. `compared` is it under both packs, as the audience may see it."""

    name: str
    compared: Compared
    verdicts: tuple[Verdict, ...]


def outcome_of(
    name: str,
    case: Case,
    books: tuple[Rulebook, Rulebook],
    changes: Sequence[PackChange],
    today: date,
    audience: Audience,
) -> CaseOutcome | None:
    """What becomes of a case whose program is in both packs; None where every verdict stays what it was.

    That a line says the same in other words is no other outcome.
    """
    found = compared(Version(case, books[0]), Version(case, books[1]), today)
    if not found.outcomes.decisive:
        return None
    told = telling(found, audience)
    decisive = [each for each in told.outcomes.verdicts if each.decisive]
    return CaseOutcome(name, told, tuple(Verdict(each, reasons(each, changes, books)) for each in decisive))
