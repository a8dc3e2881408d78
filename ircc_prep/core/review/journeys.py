"""Trips as journeys: legs that follow one another without a day at home, and entries by country."""

from collections.abc import Iterable
from dataclasses import dataclass

from ircc_prep.core.case import Trip
from ircc_prep.core.dates import PartialDate, add_days
from ircc_prep.core.review.timeline import Days, Span
from ircc_prep.core.review.work import place

_AT_WORK = ("work", "business")  # purposes of a trip that goes with a job


@dataclass(frozen=True, slots=True)
class Journey:
    """Trips that certainly follow one another, and the days that they certainly cover together."""

    days: Days
    legs: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The journey as one entry on the calendar; its path is its first leg's."""
        first, last = (PartialDate.on(day) for day in self.days)
        return Span(self.legs[0].path, self.legs[0].entry, first, last, ongoing=False)


def journeys(trips: Iterable[Span], *, apart: int = 0) -> list[Journey]:
    """Trips joined where one certainly begins on the day on which another ends, or at most so many days later."""
    made: list[tuple[Days, list[Span]]] = []
    dated = ((trip.shortest, trip) for trip in trips if trip.shortest)
    for (first, last), trip in sorted(dated, key=lambda each: each[0]):
        if made and first <= add_days(made[-1][0][1], apart):
            days, legs = made[-1]
            made[-1] = ((days[0], max(days[1], last)), legs)
            legs.append(trip)
        else:
            made.append(((first, last), [trip]))
    return [Journey(days, tuple(legs)) for days, legs in made]


def for_work(trip: Span) -> bool:
    """Whether the trip was made for a job."""
    return isinstance(trip.entry, Trip) and trip.entry.purpose in _AT_WORK


def by_country(spans: Iterable[Span]) -> dict[str | None, list[Span]]:
    """The entries of each country, in the order given."""
    found: dict[str | None, list[Span]] = {}
    for span in spans:
        found.setdefault(place(span), []).append(span)
    return found
