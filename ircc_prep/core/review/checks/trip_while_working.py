"""A long trip during a full-time job that is listed without a break.

The law sets no length for a holiday; these limits are ours. Abroad, people save up weeks and months of leave, go home
to have a child or to care for a parent, and employers keep the job open: beyond eight weeks it is worth a note, and
only beyond six months a warning. In Canada two to four weeks a year are usual, and a whole year of work is what an
application may rest on, so an absence counts sooner: a note beyond five weeks, a warning beyond thirteen, which is
longer than the summer holidays of a school. Work at a distance, part-time work, trips for work, and trips to the
country of the job itself raise nothing; whoever works for themselves decides when they are away, so for them it is a
note. So it is for a parent from the birth of a child until eighteen months after it: parental leave has no field of its
own in the file, and in Canada it can take that long together with maternity leave. Where it isn't said whether the work
is full-time, at a distance or where, or what the trip was for, the finding asks for it, and only beyond the longer
limits.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Trip
from ircc_prep.core.dates import add_months
from ircc_prep.core.derive.experience import FULL_TIME_WEEK, PAID
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.journeys import Journey, for_work, journeys
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, by_month, length, longer_than, overlapping, shared
from ircc_prep.core.review.work import activity, place
from ircc_prep.core.said import Counted, EntryAt, entries

CANADA = "CA"
PARENTS = ("principal-applicant", "spouse-or-partner")  # of the dependent children that the file lists
PARENTAL_MONTHS = 18  # about as long as maternity and parental leave last together in Canada, when both are long
WEEK = 7
LONG_LEAVE = 8 * WEEK
TOO_LONG_MONTHS = 6
LEAVE_IN_CANADA = 5 * WEEK
TOO_LONG_IN_CANADA = 13 * WEEK  # longer than a school's summer


@check("trip-while-working")
def trip_while_working(file: File) -> Iterator[Raised]:
    """Every journey and job of a person that certainly share more days than a holiday has."""
    for person in file.people:
        if person.did is None or person.travelled is None:
            continue
        private = (trip for trip in person.travelled if not for_work(trip))
        away = {journey.span.path: journey for journey in journeys(private)}
        jobs = [span for span in person.did if _full_time_at_a_workplace(span)]
        for job, trip, days in overlapping(jobs, [journey.span for journey in away.values()]):
            if _says(activity(job).country, days):
                for journey, absent in _away_from(job, away[trip.path]):
                    yield from _raised(file, person, job, journey, absent)


def _away_from(job: Span, journey: Journey) -> Iterator[tuple[Journey, Days]]:
    """The journey without the legs that led to the country of the job, and the days that it takes from the job."""
    country = activity(job).country
    legs = [leg for leg in journey.legs if country is None or place(leg) != country]
    for each in journeys(legs):
        if days := shared(job, each.span):
            yield each, days


def _full_time_at_a_workplace(span: Span) -> bool:
    """Whether it may be that: hours and place that nobody has told are asked for later."""
    job = activity(span)
    hours = job.hours_per_week
    return job.kind in PAID and not job.remote and (hours is None or hours >= FULL_TIME_WEEK)


def _raised(file: File, person: PersonFile, job: Span, journey: Journey, days: Days) -> Iterator[Raised]:
    work = activity(job)
    says = _says(work.country, days)
    if says is None:
        return
    serious = says in ("away", "canada-away")
    asks = tuple(_open(job, journey))
    if asks and not serious:
        return
    if asks:
        says = "perhaps"
    elif serious and (work.kind != "employment" or _perhaps_parental(file, person, days)):
        says = "canada-leave" if work.country == CANADA else "leave"
    legs = [leg.path for leg in journey.legs]
    start, end = by_month(days)
    yield Raised(
        says,
        person.id,
        facts=(job.path, *legs),
        start=start,
        end=end,
        asks=asks,
        words={"job": EntryAt(job.path), "trip": entries(legs), "length": Counted(length(days), "day")},
    )


def _says(country: str | None, days: Days) -> str | None:
    if country == CANADA:
        if length(days) > TOO_LONG_IN_CANADA:
            return "canada-away"
        return "canada-leave" if length(days) > LEAVE_IN_CANADA else None
    if longer_than(days, TOO_LONG_MONTHS):
        return "away"
    return "leave" if length(days) > LONG_LEAVE else None


def _perhaps_parental(file: File, person: PersonFile, days: Days) -> bool:
    """Whether a child of the family may have been born in the eighteen months before the absence, or during it."""
    if person.person.role not in PARENTS:
        return False
    since = add_months(days[0], -PARENTAL_MONTHS)
    born = (child.born for child in file.children)
    return any(day is None or (day.first <= days[1] and day.last >= since) for day in born)


def _open(job: Span, journey: Journey) -> Iterator[str]:
    """The paths of what isn't told, and could make the absence an ordinary one."""
    work = activity(job)
    told = {"country": work.country, "hours_per_week": work.hours_per_week, "remote": work.remote}
    yield from (f"{job.path}.{key}" for key, value in told.items() if value is None)
    for leg in journey.legs:
        if isinstance(leg.entry, Trip):
            yield from (f"{leg.path}.{key}" for key in ("country", "purpose") if getattr(leg.entry, key) is None)
