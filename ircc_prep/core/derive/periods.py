"""Periods of the case file as derived facts read them: when they began and ended, as exactly as that is known."""

from dataclasses import dataclass
from datetime import date

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.facts import Thing
from ircc_prep.core.review.timeline import Days

LONG_AGO = date(1900, 1, 1)  # a first day that isn't answered may be any from here on


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something began and when it ended; each of the two may be any day of its interval."""

    start: PartialDate
    end: PartialDate

    @property
    def longest(self) -> Days | None:
        """The days that some reading of the dates gives it."""
        return _forwards(self.start.first, self.end.last)

    @property
    def shortest(self) -> Days | None:
        """The days that every reading gives it; None where there are none."""
        return _forwards(self.start.last, self.end.first)

    def reading(self, *, most: bool) -> Days | None:
        """The longest or the shortest."""
        return self.longest if most else self.shortest


def _forwards(first: date, last: date) -> Days | None:
    return (first, last) if first <= last else None


def stretch_of(entry: Thing) -> Stretch:
    """When a stay, a trip or a status began and ended; one that goes on is taken to go on until submission."""
    end = last_day(entry)
    return Stretch(entry.get("start") or PartialDate(min(LONG_AGO, end.first), end.last), end)


def last_day(entry: Thing) -> PartialDate:
    """An entry's last day; for one that goes on, the day of the check or of submission, whichever is later."""
    end: PartialDate = entry.get("end")  # noted as read in any case: that it goes on is part of the reason
    if entry.value.end is None and f"{entry.path}.to" not in entry.facts.replaced:  # type: ignore[attr-defined]
        return PartialDate.on(max(entry.facts.day, entry.facts.submitted.last))
    return end
