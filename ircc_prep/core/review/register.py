"""The register of checks: what one raises, and the name under which its words stand in the checklists."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File
from ircc_prep.core.said import Value


@dataclass(frozen=True, slots=True)
class Raised:
    """What a check saw in one place of the file. `says` names the words for it in `checklists/findings/<code>.yaml`."""

    says: str
    person: str | None = None  # None: it concerns a couple or the whole case
    facts: tuple[str, ...] = ()  # paths of what doesn't agree, the two sides of it
    start: PartialDate | None = None
    end: PartialDate | None = None
    asks: tuple[str, ...] = ()  # paths of dates or answers that would decide whether there is anything to raise
    words: Mapping[str, Value] = field(default_factory=dict)  # what fills the {names} of the words; {person} is known
    sources: tuple[str, ...] = ()  # what this one rests on, where it isn't what the words cite


Check = Callable[[File], Iterable[Raised]]
CHECKS: dict[str, Check] = {}


def check(code: str) -> Callable[[Check], Check]:
    """Registers a function as the check with that stable id."""

    def register(function: Check) -> Check:
        CHECKS[code] = function
        return function

    return register
