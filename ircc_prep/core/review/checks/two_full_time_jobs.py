"""Two full-time jobs at once.

Full-time is 30 hours a week (IRPR 73(1)). In two countries, neither remote, two of them can't both have been worked; a
month together is allowed for notice and for paid leave at the end of the first. Where it isn't said whether one of them
was remote, the finding asks. In one country two full-time jobs can be worked; after half a year it is worth being ready
for the question. A job that stands in the list twice, word for word, is one. More than 80 hours a week are the matter
of `impossible-hours`.
"""

from collections.abc import Iterator
from operator import eq, ne

from ircc_prep.core.review.clashes import Clash, clashes
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.work import LONG_WEEK, activity, full_time, once, place, remote_unsaid, weekly_hours

NOTICE_MONTHS = 1
HALF_A_YEAR = 6

Sort = tuple[str | None, bool]  # the country, and whether it is known that the work was done there


@check("two-full-time-jobs")
def two_full_time_jobs(file: File) -> Iterator[Raised]:
    """Every two full-time jobs, not remote, that certainly run at the same time."""
    for person in file.people:
        for says, clash in jobs_in_two_countries(person):
            yield clash.raised(says, person.id, remote_unsaid(clash.spans))
        for clash in clashes(_jobs(person), place, eq, HALF_A_YEAR):
            if _hours(clash) <= LONG_WEEK:
                yield clash.raised("same-country", person.id)


def jobs_in_two_countries(person: PersonFile) -> Iterator[tuple[str, Clash]]:
    """Full-time jobs in different countries at the same time: two-places, or unless-remote."""
    jobs = _jobs(person)
    on_site = [span for span in jobs if activity(span).remote is False]
    for clash in clashes(on_site, place, ne, NOTICE_MONTHS):
        yield "two-places", clash
    for clash in clashes(jobs, _sort, _perhaps_remote, NOTICE_MONTHS):
        yield "unless-remote", clash


def _jobs(person: PersonFile) -> list[Span]:
    full = (span for span in person.did or () if full_time(span) and place(span) is not None)
    return once(span for span in full if activity(span).remote is not True)


def _sort(job: Span) -> Sort:
    return place(job), activity(job).remote is False


def _perhaps_remote(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and not (one[1] and other[1])


def _hours(clash: Clash) -> float:
    """The hours of the job with the longest week beside it."""
    return weekly_hours(clash.one) + max(weekly_hours(other) for other in clash.others)
