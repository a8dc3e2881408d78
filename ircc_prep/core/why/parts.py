"""What an explanation is made of: bilingual where people read it, immutable, without presentation."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ircc_prep.core.checklist import Source
from ircc_prep.core.compiled import CompiledRule
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import FactValue, Figure, Finding, Interview, Item
from ircc_prep.core.text import Text

Kind = Literal["item", "finding", "computed", "interview"]
# `or-earlier` and `or-later`: that day or amount, and what lies beyond it. `another`: any country that isn't named in
# the file would do, as the one given does. `left-out`: the file would say nothing of it.
How = Literal["exactly", "or-earlier", "or-later", "added", "another", "left-out"]
OPEN = "undetermined"
Result = Item | Finding | Figure | Interview


@dataclass(frozen=True, slots=True)
class Deciding:
    """An answer that the outcome needs. `whole`: of a list, that it holds these entries and no others."""

    fact: str
    value: FactValue
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An answer as it might have been. `added`: a list with one more entry, of which nothing is known."""

    fact: str
    value: FactValue
    how: How = "exactly"


@dataclass(frozen=True, slots=True)
class Flip:
    """Changes that together give another outcome; no fewer of them do."""

    changes: tuple[Change, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Settling:
    """An open fact, and what the outcome would be with each answer; OPEN where others would still be missing."""

    fact: str
    outcomes: tuple[tuple[Change, str], ...]


@dataclass(frozen=True, slots=True)
class RuleTold:
    """The version in force, why it is that one, and when the next begins."""

    chosen: CompiledRule | None  # None: no version is in force yet
    day: PartialDate  # the day that chose it
    chosen_by: Literal["submitted", "planned_submission", "today", "no-day"]
    since: date | None
    until: date | None  # the day on which the next version begins
    versions: int


@dataclass(frozen=True, slots=True)
class Why:
    """One result explained. `searched` is false where the budget ended a search: the set may not be the smallest."""

    kind: Kind
    name: str
    title: Text
    person: str | None
    country: str | None
    outcome: str
    result: Result | None  # None: the file raises no such question
    told: bool  # not where its rule asks about safety: then neither the condition nor what decides it is told
    deciding: tuple[Deciding, ...]
    untold: bool  # it also rests on an answer that no output shows
    noticed: bool  # it also rests on the findings: with the deciding answers alone, they aren't raised
    minimal: bool
    flips: tuple[Flip, ...]
    searched: bool
    settling: tuple[Settling, ...]
    rule: RuleTold | None
    sources: tuple[tuple[str, Source], ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """A result before and after what was assumed. What is needed stands with the state of what is in hand."""

    kind: Kind
    name: str
    title: Text
    person: str | None
    country: str | None
    before: str
    after: str
