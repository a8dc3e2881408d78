"""A day that somebody should know of in time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ircc_prep.core.checklist import Source
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text

# `last-day`: something has to be done by then. `age`: a child's age counts differently from the next day on.
Kind = Literal["interview", "arrival", "submission", "last-day", "age", "passport", "permit", "paper"]
Step = Literal["interview", "arrival", "submission"]
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, with what it is about and what that rests on.

    `kind`, `subject`, `person` and `nth` together are its name: there is one of each in a case, and it stays when the
    day moves. `subject` is the id of a line of the checklist or a word of ours; nothing of it comes from what a person
    said.
    """

    kind: Kind
    subject: str
    day: PartialDate  # the days that it can be
    person: str | None = None
    nth: int = 0  # among the items of one requirement for one person, or among the kinds of their statuses
    headline: Text | None = None  # what a locked screen may show, where it isn't said by the kind
    title: Text | None = None  # what the paper or the step is called
    country: str | None = None
    advice: Text | None = None
    fault: Text | None = None  # what will be the matter from the next day on
    sources: tuple[Source, ...] = ()
    confidence: Literal["high", "medium", "low"] = "high"
    disputed: bool = False
    before: Step | None = None  # the next planned day, where this one comes before it
    bare: bool = False  # what it is about is left out: it could tell why somebody asks for protection or a permit

    @property
    def name(self) -> tuple[str, ...]:
        """What tells it from the others of its case."""
        return self.kind, self.subject, self.person or "", str(self.nth)

    @property
    def placed(self) -> bool:
        """Whether it is known well enough to stand on a calendar: to the day, or within a month."""
        return (self.day.last - self.day.first).days < LONGEST_MONTH

    def first_possible(self, today: date) -> date:
        """The first day, from today on, that it can be: the safe one to stand on a calendar."""
        return max(self.day.first, today)
