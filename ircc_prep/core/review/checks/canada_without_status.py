"""Days in Canada for which no status is listed.

Between exact dates one day is a hole: a permit ends on a day, and the next begins on one. Beside a date known only by
month it takes a whole empty month; 15 days or more that are open in every reading, half a month, are a note that asks
for that date. Up to three days before the first status are an arrival at night, or the date of a stamp: nothing. A hole
before a refugee claim is a note: claims are made after the arrival, and often without any status. Time listed as `none`
is declared, not hidden, so it is a note. So is a visit of more than six months in a row in one entry: that is the time
a visitor may stay unless an officer fixes another (IRPR 183(2)); a visitor record or a parents' super visa (IRPA 29(3))
gives more, and its paper should be at hand. The days from the end of the latest permit to the day of the check are
`status-ends`. A trip to Canada without a listed status raises nothing: a visitor gets no paper that would remind anyone
of listing it. But where a listed temporary status ended during a trip that certainly went on for more than a month
without another one, the two contradict each other. After a listed end of permanent residence the words are others: the
status doesn't end with its card (IRPA 46). Where a program counts the days as a permanent resident and none are listed,
the time up to the day of the check is left to `permanent-residence-unlisted`.
"""

from collections.abc import Iterator
from datetime import date

from ircc_prep.core.dates import PartialDate, add_days, add_months
from ircc_prep.core.review.canada import (
    CANADA,
    NONE,
    TEMPORARY,
    Edges,
    Hole,
    certainly_there,
    holes,
    kind_of,
    may_be_citizen,
    only,
    parts,
)
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.permanent import PERMANENT, unlisted
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    common,
    covered,
    length,
    longer_than,
    merged,
    months_in,
    shared,
    uncovered,
    whole_months,
)
from ircc_prep.core.review.work import place
from ircc_prep.core.said import Counted, EntryAt, Period, Value, entries

VISIT_MONTHS = 6  # IRPR 183(2)
ARRIVAL_DAYS = 3  # a flight at night, a stamp of the next day, a home counted from the departure
HALF_A_MONTH = 15  # days
BEYOND_MONTHS = 1  # a trip is listed from memory, with the months of its stamps


@check("canada-without-status")
def canada_without_status(file: File) -> Iterator[Raised]:
    """Holes in the statuses of each member of the family who isn't a citizen, declared ones, and long visits."""
    for person in file.family:
        if person.status is None or may_be_citizen(person):
            continue
        edges = Edges(person.status, person.lived, person.travelled)
        found = [hole for hole in holes(person, person.status) if not _latest(person, hole) and not _arrival(hole)]
        if unlisted(file, person):
            found = [hole for hole in found if hole.after is not None]
        yield from _unlisted(person, found, edges) if person.status else _nothing_listed(person, found, edges)
        yield from _beyond_trips(person, person.status, edges)
        yield from _declared(person, person.status)
        yield from _long_visits(person, person.status, edges)


def _latest(person: PersonFile, hole: Hole) -> bool:
    return hole.days[1] == person.today and hole.follows_the_end_of(TEMPORARY)


def _arrival(hole: Hole) -> bool:
    return hole.before is None and length(hole.days) <= ARRIVAL_DAYS


def _unlisted(person: PersonFile, found: list[Hole], edges: Edges) -> Iterator[Raised]:
    homes = Lane(_homes(person))
    for hole in found:
        says = _says(hole, edges)
        if says is None:
            continue
        start, end = edges.said(hole.days)
        beside = [status.path for status in (hole.before, hole.after) if status]
        home = homes.beside(hole.days)[0].path
        by_day = says == "which-days" or (start.exact and end.exact)
        yield Raised(
            says,
            person.id,
            facts=(home, *beside),
            start=start,
            end=end,
            asks=edges.deciding(hole.days) if says == "which-days" else (),
            words={
                "period": Period(start, end),
                "length": _length(hole.days, exact=by_day),
                "beside": entries(beside),
            },
        )


def _says(hole: Hole, edges: Edges) -> str | None:
    before_a_claim = hole.after is not None and kind_of(hole.after) == "refugee-claimant"
    if edges.firm(hole.days):
        if hole.follows_the_end_of({PERMANENT}):
            return "after-permanent"
        return "before-claim" if before_a_claim else "hole"
    return "which-days" if length(hole.days) >= HALF_A_MONTH and not before_a_claim else None


def _length(days: Days, *, exact: bool) -> Counted:
    months = whole_months(days)
    return Counted(length(days), "day") if exact or months is None else Counted(months_in(months), "month")


def _nothing_listed(person: PersonFile, found: list[Hole], edges: Edges) -> Iterator[Raised]:
    """One finding for all stays: where no status is listed at all, the list was likely forgotten."""
    found = [hole for hole in found if edges.firm(hole.days)]
    if not found:
        return
    start, end = edges.said((found[0].days[0], found[-1].days[1]))
    home_paths = [span.path for span in _homes(person)]
    yield Raised(
        "nothing-listed",
        person.id,
        facts=(*home_paths, f"{person.path}.status_in_canada"),
        start=start,
        end=end,
        words={"homes": entries(home_paths)},
    )


def _beyond_trips(person: PersonFile, statuses: tuple[Span, ...], edges: Edges) -> Iterator[Raised]:
    """Trips to Canada that went on after the end of the temporary status with which they began."""
    lane = Lane(statuses)
    elsewhere = [span for span in person.travelled or () if place(span) != CANADA]
    taken = merged((*covered((*statuses, *elsewhere)), *certainly_there(person)))
    open_days = list(uncovered(taken, (date.min, person.today)))
    for trip in person.travelled or ():
        if place(trip) != CANADA or trip.shortest is None:
            continue
        for days in parts(open_days, trip.shortest):
            status = next(iter(lane.beside(days)), None)
            if status and longer_than(days, BEYOND_MONTHS) and _ended_during(status, trip, days):
                yield _beyond(person, trip, status, edges.said(days))
                break


def _ended_during(status: Span, trip: Span, days: Days) -> bool:
    follows = status.end.last == add_days(days[0], -1)
    return follows and kind_of(status) in TEMPORARY and shared(status, trip) is not None


def _beyond(person: PersonFile, trip: Span, status: Span, said: tuple[PartialDate, PartialDate]) -> Raised:
    start, end = said
    words: dict[str, Value] = {"trip": EntryAt(trip.path), "status": EntryAt(status.path), "period": Period(start, end)}
    return Raised("beyond-status", person.id, facts=(trip.path, status.path), start=start, end=end, words=words)


def _declared(person: PersonFile, statuses: tuple[Span, ...]) -> Iterator[Raised]:
    declared = [status for status in statuses if kind_of(status) == NONE]
    if declared:
        yield Raised(
            "declared",
            person.id,
            facts=tuple(status.path for status in declared),
            start=declared[0].start,
            end=declared[-1].end,
            words={"periods": tuple(Period(span.start, None if span.ongoing else span.end) for span in declared)},
        )


def _long_visits(person: PersonFile, statuses: tuple[Span, ...], edges: Edges) -> Iterator[Raised]:
    clear = list(common(certainly_there(person), only(statuses, {"visitor"})))
    for visit in statuses:
        if kind_of(visit) != "visitor" or visit.shortest is None:
            continue
        runs = [run for run in parts(clear, visit.shortest) if run[1] > add_months(run[0], VISIT_MONTHS)]
        if runs:
            start, end = edges.said(runs[0])
            yield Raised(
                "long-visit", person.id, facts=(visit.path,), start=start, end=end, words={"visit": EntryAt(visit.path)}
            )


def _homes(person: PersonFile) -> list[Span]:
    return [span for span in person.lived or () if place(span) == CANADA]
