"""Days in Canada for which no status is listed.

Between exact dates one day is a hole: a permit ends on a day, and the next begins on one. Beside a date known only by
month it takes a whole empty month. Time listed as `none` is declared, not hidden, so it is a note. So is a visit of
more than six months in a row in one entry: that is the time a visitor may stay unless an officer fixes another (IRPR
183(2)); a visitor record or a parents' super visa (IRPA 29(3)) gives more, and its paper should be at hand. The days
from the end of the latest permit to the day of the check are `status-ends`. A trip to Canada without a listed status
raises nothing: a visitor gets no paper that would remind anyone of listing it.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import add_months
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
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Lane, Span, common, length, months_in, whole_months
from ircc_prep.core.review.work import place
from ircc_prep.core.said import Counted, EntryAt, Period, entries

VISIT_MONTHS = 6  # IRPR 183(2)


@check("canada-without-status")
def canada_without_status(file: File) -> Iterator[Raised]:
    """Holes in the statuses of each member of the family who isn't a citizen, declared ones, and long visits."""
    for person in file.family:
        if person.status is None or may_be_citizen(person):
            continue
        edges = Edges(person.status, person.lived, person.travelled)
        found = [hole for hole in holes(person, person.status) if edges.firm(hole.days) and not _latest(person, hole)]
        yield from _unlisted(person, found, edges) if person.status else _nothing_listed(person, found, edges)
        yield from _declared(person, person.status)
        yield from _long_visits(person, person.status, edges)


def _latest(person: PersonFile, hole: Hole) -> bool:
    return hole.days[1] == person.today and hole.follows_the_end_of(TEMPORARY)


def _unlisted(person: PersonFile, found: list[Hole], edges: Edges) -> Iterator[Raised]:
    homes = Lane(_homes(person))
    for hole in found:
        start, end = edges.said(hole.days)
        beside = [status.path for status in (hole.before, hole.after) if status]
        home = homes.beside(hole.days)[0].path
        yield Raised(
            "hole",
            person.id,
            facts=(home, *beside),
            start=start,
            end=end,
            words={
                "period": Period(start, end),
                "length": _length(hole.days, exact=start.exact and end.exact),
                "beside": entries(beside),
            },
        )


def _length(days: Days, *, exact: bool) -> Counted:
    months = whole_months(days)
    return Counted(length(days), "day") if exact or months is None else Counted(months_in(months), "month")


def _nothing_listed(person: PersonFile, found: list[Hole], edges: Edges) -> Iterator[Raised]:
    """One finding for all stays: where no status is listed at all, the list was likely forgotten."""
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
