"""A baseline: what was the matter on a day, so that only what is new fails.

It may lie where many can read it, so it holds no name, id, date or answer of anybody, and no hash of one: there are so
few birth dates that the hash of one is the date. What is the matter is known by codes: the rule's, whose role, which
country, what state, and for a time that is over how many months it was. So a gap that grew, a paper that expired or a
finding that became graver is new; entries in another order, or told more exactly, are not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr

from ircc_prep.core.case import Case, Role
from ircc_prep.core.entry import Day, KebabId
from ircc_prep.core.fields import Country
from ircc_prep.core.gate.concern import Concern, Level

SCHEMA = "ircc-prep/baseline/1"


class _Part(BaseModel):
    """A part of a baseline. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Known(_Part):
    """Something that was the matter with a case, and how often."""

    case: StrictStr = Field(description="the case, by a hash of its file’s name")
    kind: Literal["item", "finding", "undecided", "interview", "strict"]
    id: KebabId
    level: Level
    state: StrictStr
    role: Role | None = None
    country: Country | None = None
    months: Annotated[StrictInt, Field(ge=1)] | None = None
    count: Annotated[StrictInt, Field(ge=1)] = 1

    @property
    def once(self) -> Self:
        """The same thing, whatever its number."""
        return self.model_copy(update={"count": 1})


class BaselineFile(_Part):
    """A baseline."""

    version: Literal["ircc-prep/baseline/1"] = Field(alias="schema", description="the version of this format")
    written: Day
    accepted: tuple[Known, ...]


def known_now(concerns: Iterable[Concern], case: str, family: Case) -> tuple[Known, ...]:
    """What a baseline has to hold for these concerns to be accepted: what could fail, and isn't waived."""
    counts = Counter(
        known
        for concern in concerns
        if concern.standing == "counted" and (known := _known(concern, case, family)) is not None
    )
    return tuple(sorted((known.model_copy(update={"count": n}) for known, n in counts.items()), key=_order))


def accepted(
    concerns: Sequence[Concern], baseline: Iterable[Known], case: str, family: Case
) -> tuple[tuple[Concern, ...], tuple[Known, ...]]:
    """The concerns with what the baseline accepts of them, and what it accepts that isn't there any more.

    Where more is the matter than was known, and nothing tells one from the other, the last ones are the new ones.
    """
    left = Counter[Known]()
    for each in baseline:
        left[each.once] += each.count
    known = [_known(concern, case, family) for concern in concerns]

    def takes(place: int) -> bool:
        what = known[place]
        if what is None or left[what] == 0:
            return False
        left[what] -= 1
        return True

    counted = {place for place, each in enumerate(concerns) if each.standing == "counted"}
    taken = {place for place in counted if takes(place)}
    for place in range(len(concerns)):
        if place not in counted:
            takes(place)  # what is waived now is still there
    standing = (replace(each, standing="accepted") if n in taken else each for n, each in enumerate(concerns))
    gone = (each.model_copy(update={"count": number}) for each, number in left.items() if number > 0)
    return tuple(standing), tuple(sorted(gone, key=_order))


def _known(concern: Concern, case: str, family: Case) -> Known | None:
    """The concern by its codes; None for what can't fail a check, and for a waiver, which is renewed or taken out."""
    if concern.kind == "waiver" or concern.level == "note":
        return None
    person = family.person(concern.person) if concern.person else None
    return Known(
        case=case,
        kind=concern.kind,
        id=concern.id,
        level=concern.level,
        state=concern.state,
        role=person.role if person else None,
        country=concern.country,
        months=concern.months,
    )


def _order(known: Known) -> tuple[str, ...]:
    return tuple(str(value or "") for value in known.model_dump().values())
