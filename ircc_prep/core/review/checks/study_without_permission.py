"""Studies of more than six months in Canada while the listed status is visitor or none.

A course of six months or less needs no study permit (IRPR 188(1)(c)). A longer one is raised when a whole calendar
month of it certainly falls on days with no other status. Only days on which the person wasn't certainly outside Canada
are counted: what they studied online before they came is no study in Canada. A course that begins some days before a
permit is left alone. Minor children may go to school without a permit (IRPA 30(2)), and in some provinces one is a
minor until 19, so only days from the 19th birthday on are looked at. An activity and a course of study for the same
time are told once.
"""

from collections.abc import Iterator
from datetime import date

from ircc_prep.core.case import CanadaStatus
from ircc_prep.core.dates import add_months, add_years
from ircc_prep.core.review.canada import (
    CANADA,
    NONE,
    Edges,
    certainly_elsewhere,
    kind_of,
    may_be_citizen,
    only,
    parts,
)
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Lane, Span, common, length, uncovered, whole_months
from ircc_prep.core.review.work import activity, place
from ircc_prep.core.said import EntryAt, Period

NO_PERMISSION: frozenset[CanadaStatus] = frozenset({"visitor", NONE})
COURSE_MONTHS = 6  # IRPR 188(1)(c)
NO_LONGER_A_MINOR = 19  # the latest age of majority in a province


@check("study-without-permission")
def study_without_permission(file: File) -> Iterator[Raised]:
    """Every such course of each adult in the family who isn't a citizen."""
    for person in file.family:
        if person.status is None or person.born is None or may_be_citizen(person):
            continue
        present = list(uncovered(certainly_elsewhere(person), (date.min, date.max)))
        runs = list(common(only(person.status, NO_PERMISSION), present))
        statuses = Lane([status for status in person.status if kind_of(status) in NO_PERMISSION])
        edges = Edges(person.did, person.studied, person.status, person.lived, person.travelled)
        told: Days | None = None
        for course in _courses(person, present):
            days = _without_permission(runs, course, add_years(person.born.last, NO_LONGER_A_MINOR))
            if days is None or (told and days[0] <= told[1]):
                continue
            told = days
            start, end = edges.said(days)
            status = statuses.beside(days)[0]
            yield Raised(
                "no-permit",
                person.id,
                facts=(course.path, status.path),
                start=start,
                end=end,
                words={"course": EntryAt(course.path), "status": EntryAt(status.path), "period": Period(start, end)},
            )


def _courses(person: PersonFile, present: list[Days]) -> list[Span]:
    """Studies in Canada of more than six months in every reading, from both lists, in order of time."""
    studies = [span for span in person.did or () if activity(span).kind == "study"]
    courses = (span for span in (*studies, *(person.studied or ())) if place(span) == CANADA)
    long = [span for span in courses if span.shortest and _long(span.shortest, present)]
    return sorted(long, key=lambda span: (span.shortest, span.path))


def _long(course: Days, present: list[Days]) -> bool:
    six_months = add_months(course[0], COURSE_MONTHS) - course[0]
    return sum(map(length, parts(present, course))) > six_months.days


def _without_permission(runs: list[Days], course: Span, adult: date) -> Days | None:
    if course.shortest is None:
        return None
    days = max(course.shortest[0], adult), course.shortest[1]
    return next((part for part in parts(runs, days) if whole_months(part)), None) if days[0] <= days[1] else None
