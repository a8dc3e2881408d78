"""Travel that no listed passport covers, and time abroad between two passports.

A passport is needed where a border is crossed: a trip counts when no passport can have been valid on the day it
began, or on the day it ended, in any reading of the dates. One that was renewed on the way raises nothing. Where a
citizen may have crossed with an identity card or a paper from the consulate, which nobody can know here, it is a note:
on the way there, or on the way back to the country where they lived.
A hole of a month or more between two passports, a limit of ours, is a note while the person lived outside the
countries of their citizenship. Children under 16 may have stood in a parent's passport, and refugees and protected
persons may have had none (IRPR 50(2), 178): of them nothing is said.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import Passport
from ircc_prep.core.dates import ONE_DAY, PartialDate, covers_months
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.journeys import by_country
from ircc_prep.core.review.nationality import may_cross_without_passport
from ircc_prep.core.review.passports import OWN_PASSPORT, last_day, may_be_under, may_have_no_passport
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.residence import meets
from ircc_prep.core.review.timeline import Days, Span, common, covered, merged, uncovered
from ircc_prep.core.review.work import place
from ircc_prep.core.said import CountryName, EntryAt, Period, entries

Crossing = tuple[Span, date]  # a trip, and the day on which it crossed a border without a listed passport


@dataclass(frozen=True)
class _Held:
    """A person's passports on the calendar: the days on which some reading makes one valid, and which one is when."""

    runs: list[Days]
    by_issue: list[tuple[date, str]]  # the first day on which each may have been issued, and its path
    by_expiry: list[tuple[date, str]]

    def valid_in(self, day: PartialDate) -> bool:
        """Whether one may have been valid on that day."""
        return meets((day.first, day.last), self.runs)

    def hole(self, day: date) -> int:
        """The number of the hole between the runs that a day lies in."""
        return bisect_right(self.runs, day, key=lambda run: run[0])

    def beside(self, day: date) -> tuple[str, ...]:
        """The passport that ended last before a day on which none was valid, and the one that came next."""
        before = bisect_right(self.by_expiry, day, key=lambda each: each[0])
        after = bisect_right(self.by_issue, day, key=lambda each: each[0])
        found = (*self.by_expiry[before - 1 : before], *self.by_issue[after : after + 1])
        return tuple(path for _, path in found)


@check("passport-gap")
def passport_gap(file: File) -> Iterator[Raised]:
    """For each hole between the passports of a person: the trips that fall into it, or else the months lived abroad."""
    for person in file.people:
        held = _held(person.passports)
        if held is None or may_have_no_passport(file, person):
            continue
        told = set()
        for says, hole, crossings in _uncovered(person, held, file.today):
            told.add(hole)
            yield _trips(says, person, held, crossings)
        yield from _between(person, held, told)


def _held(passports: Sequence[tuple[str, Passport]] | None) -> _Held | None:
    """None unless passports are listed, each with both dates."""
    days: list[Days] = []
    issued, expired = [], []
    for path, passport in passports or ():
        last = last_day(passport)
        if passport.issued is None or last is None:
            return None
        days.append((passport.issued.first, last))
        issued.append((passport.issued.first, path))
        expired.append((last, path))
    runs = merged(days)
    return _Held(runs, sorted(issued), sorted(expired)) if runs else None


def _uncovered(person: PersonFile, held: _Held, today: date) -> Iterator[tuple[str, int, list[Crossing]]]:
    """Trips across a border without a listed passport, those of one hole together."""
    found: dict[tuple[str, int], list[Crossing]] = {}
    homes = {country: covered(stays) for country, stays in by_country(person.lived or ()).items()}
    citizenships = person.person.citizenships
    near = covered(span for span in person.lived or () if _may_go(citizenships, place(span)))
    for trip in person.travelled or ():
        country, day = place(trip), _crossing(trip, held, today)
        if country is None or day is None or may_be_under(OWN_PASSPORT, person, PartialDate.on(day)):
            continue
        if meets(trip.longest, homes.get(country, [])):
            continue  # they lived there then: perhaps no border was crossed
        back = held.valid_in(trip.start) if trip.start else False
        card = _may_go(citizenships, country) or (back and meets((day, day), near))
        found.setdefault(("nearby" if card else "trip", held.hole(day)), []).append((trip, day))
    for (says, hole), crossings in found.items():
        yield says, hole, crossings


def _may_go(citizenships: Collection[str] | None, country: str | None) -> bool:
    if citizenships is None or country is None:
        return citizenships is None
    return may_cross_without_passport(citizenships, country)


def _crossing(trip: Span, held: _Held, today: date) -> date | None:
    """The day on which the trip began or ended, certainly without a valid passport; None where there is none."""
    if trip.start is None or trip.start.last > today:
        return None
    if not held.valid_in(trip.start):
        return trip.start.first
    return trip.end.first if trip.end.last < today and not held.valid_in(trip.end) else None


def _trips(says: str, person: PersonFile, held: _Held, crossings: Sequence[Crossing]) -> Raised:
    trips = [trip for trip, _ in crossings]
    start, end = trips[0].start, max((trip.end for trip in trips), key=lambda day: day.last)
    countries = dict.fromkeys(country for trip in trips if (country := place(trip)))
    passports = held.beside(crossings[0][1])
    return Raised(
        says,
        person.id,
        facts=(*(trip.path for trip in trips), *passports),
        start=start,
        end=end,
        words={
            "period": Period(start, end),
            "countries": tuple(map(CountryName, countries)),
            "passports": entries(passports),
        },
    )


def _between(person: PersonFile, held: _Held, told: set[int]) -> Iterator[Raised]:
    """Holes between two passports, a month of which was certainly spent living away from home."""
    citizenships = person.person.citizenships
    if not citizenships or not person.lived or len(held.runs) == 1:
        return
    abroad: list[Span] = []
    home: list[Span] = []
    for stay in person.lived:
        country = place(stay)
        away = country is not None and not may_cross_without_passport(citizenships, country)
        (abroad if away else home).append(stay)
    window = (held.runs[0][0], held.runs[-1][1])
    away_from_home = common(covered(abroad, surely=True), list(uncovered(covered(home), window)))
    for first, last in common(list(uncovered(held.runs, window)), list(away_from_home)):
        young = may_be_under(OWN_PASSPORT, person, PartialDate.on(first))
        if covers_months(first, last, 1) and held.hole(first) not in told and not young:
            told.add(held.hole(first))
            yield _hole(person, held, first)


def _hole(person: PersonFile, held: _Held, day: date) -> Raised:
    hole = held.hole(day)
    first, last = held.runs[hole - 1][1] + ONE_DAY, held.runs[hole][0] - ONE_DAY
    before, after = held.beside(day)
    start, end = PartialDate.on(first), PartialDate.on(last)
    return Raised(
        "between",
        person.id,
        facts=(before, after),
        start=start,
        end=end,
        words={"period": Period(start, end), "before": EntryAt(before), "after": EntryAt(after)},
    )
