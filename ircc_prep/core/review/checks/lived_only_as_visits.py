"""Long visits to a country where no address is listed, and addresses where the person never was.

Police certificates are asked for countries where somebody lived for six months or more in a row, and history forms ask
for every address. So six calendar months of trips on end to one country, with no stay there, is a warning: home or
visit? Several of them to one country that were all for work are told together. Canada is left out of that warning (it
gives no police certificate for this, and visitors may be allowed long stays there), and so are children, who are sent
to grandparents. More than 183 days within 365, half a year and a limit of ours, is a note everywhere; of Canada it
speaks of the time that a visitor was allowed to stay (IRPR 183), not of a home and its certificate. An address of six
months or more whose every day is also spent on trips to other countries is a note too: people keep a home while they
travel.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from ircc_prep.core.dates import PartialDate, add_days, covers_months
from ircc_prep.core.review.file import ADULT, File, PersonFile
from ircc_prep.core.review.journeys import Journey, by_country, for_work, journeys
from ircc_prep.core.review.passports import may_be_under
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.residence import inside
from ircc_prep.core.review.timeline import Days, Span, common, covered, length
from ircc_prep.core.review.work import place
from ircc_prep.core.said import Counted, CountryName, EntryAt, Period, entries

CANADA = "CA"
LONG_STAY_MONTHS = 6  # IRCC's page on police certificates
YEAR, HALF_A_YEAR = 365, 183


@check("lived-only-as-visits")
def lived_only_as_visits(file: File) -> Iterator[Raised]:
    """Countries where somebody certainly was for long without an address, and addresses that they were never at."""
    for person in file.people:
        if person.lived is not None and person.travelled is not None:
            yield from _visits(person, person.lived, person.travelled, file.today)
            yield from _addresses(person, person.lived, person.travelled)


def _visits(person: PersonFile, stays: Sequence[Span], trips: Sequence[Span], today: date) -> Iterator[Raised]:
    homes = by_country(stays)
    anywhere = homes.get(None, [])  # a stay without a country may have been there
    for country, there in by_country(trips).items():
        if country is None:
            continue
        visits = _outside(journeys(there, apart=1), covered([*homes.get(country, []), *anywhere]), today)
        long = [visit for visit in visits if _is_long(visit, country, person)]
        yield from _long_visits(person, country, long)
        rest = [visit for visit in visits if not _is_long(visit, country, person)]
        if busiest := _busiest(rest):
            says = "often-in-canada" if country == CANADA else "often"
            yield _raised(says, person, country, busiest.visits, busiest.count)


def _long_visits(person: PersonFile, country: str, visits: Sequence[Journey]) -> Iterator[Raised]:
    """Each long visit by itself; but those for work, of a crew that joins its ship at one port, are one fact."""
    work = [visit for visit in visits if _at_work(visit)]
    if len(work) > 1:
        yield _raised("work-visits", person, country, work, sum(length(visit.days) for visit in work))
        visits = [visit for visit in visits if not _at_work(visit)]
    for visit in visits:
        yield _raised("long-visit", person, country, [visit], length(visit.days))


def _at_work(visit: Journey) -> bool:
    return all(for_work(leg) for leg in visit.legs)


def _outside(visits: Sequence[Journey], homes: Sequence[Days], today: date) -> list[Journey]:
    """The visits, up to today, that certainly aren't at the same time as a stay."""
    past = [Journey((v.days[0], min(v.days[1], today)), v.legs) for v in visits if v.days[0] <= today]
    starts = [visit.days[0] for visit in past]
    met = {bisect_right(starts, first) - 1 for first, _ in common([visit.days for visit in past], homes)}
    return [visit for index, visit in enumerate(past) if index not in met]


def _is_long(visit: Journey, country: str, person: PersonFile) -> bool:
    grown_up = not may_be_under(ADULT, person, PartialDate.on(visit.days[0]))
    return country != CANADA and grown_up and covers_months(*visit.days, LONG_STAY_MONTHS)


@dataclass(frozen=True, slots=True)
class _Window:
    """The visits of the 365 days in which there were most days of them, and how many days."""

    count: int
    visits: list[Journey]


def _busiest(visits: Sequence[Journey]) -> _Window | None:
    """The fullest 365 days, if more than half of them were spent there. Such a window may begin with a visit."""
    starts = [visit.days[0] for visit in visits]
    days = [0, *accumulate(length(visit.days) for visit in visits)]
    best = None
    for index, first in enumerate(starts):
        last = add_days(first, YEAR - 1)
        after = bisect_right(starts, last)
        beyond = max((visits[after - 1].days[1] - last).days, 0)
        count = days[after] - days[index] - beyond
        if count > HALF_A_YEAR and (best is None or count > best.count):
            best = _Window(count, list(visits[index:after]))
    return best


def _raised(says: str, person: PersonFile, country: str, visits: Sequence[Journey], count: int) -> Raised:
    legs = [leg for visit in visits for leg in visit.legs]
    start, end = legs[0].start, max((leg.end for leg in legs), key=lambda day: day.last)
    trips = [leg.path for leg in legs]
    return Raised(
        says,
        person.id,
        facts=tuple(trips),
        start=start,
        end=end,
        words={
            "country": CountryName(country),
            "trips": entries(trips),
            "length": Counted(count, "day"),
            "period": Period(start, end),
        },
    )


def _addresses(person: PersonFile, stays: Sequence[Span], trips: Sequence[Span]) -> Iterator[Raised]:
    """Stays of six months or more on every day of which a trip elsewhere is listed, in every reading."""
    anywhere = covered(trips, surely=True)
    elsewhere: dict[str, list[Days]] = {}
    for stay in stays:
        country = place(stay)
        if country is None or stay.shortest is None or not covers_months(*stay.shortest, LONG_STAY_MONTHS):
            continue
        if not inside(stay.longest, anywhere):
            continue
        if country not in elsewhere:
            others = (trip for trip in trips if place(trip) not in (None, country))
            elsewhere[country] = covered(others, surely=True)
        if inside(stay.longest, elsewhere[country]):
            yield _never_there(person, stay, country, trips)


def _never_there(person: PersonFile, stay: Span, country: str, trips: Sequence[Span]) -> Raised:
    first, last = stay.longest
    away = [
        trip.path
        for trip in trips
        if place(trip) not in (None, country)
        and trip.shortest
        and trip.shortest[0] <= last
        and trip.shortest[1] >= first
    ]
    return Raised(
        "never-there",
        person.id,
        facts=(stay.path, *away),
        start=stay.start,
        end=stay.end,
        words={"stay": EntryAt(stay.path), "trips": entries(away)},
    )
