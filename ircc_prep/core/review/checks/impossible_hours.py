"""More hours of paid work in a week than a person can work.

Hours that certainly run at the same time are added up. From 100 a week, more than fourteen hours on each of seven days,
they can't all have been worked; above 80, two full-time jobs, an officer may ask. One entry alone is raised only from
100, which is often the hours of a month: crews on ships and rigs do work 84 hours in their weeks on board. Jobs that
run together for a month or less are notice and paid leave. An entry that stands twice, word for word, is one job.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from ircc_prep.core.dates import ONE_DAY, add_days
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, by_month, common, longer_than
from ircc_prep.core.review.work import LONG_WEEK, once, weekly_hours
from ircc_prep.core.said import Counted, Period, entries

IMPOSSIBLE_WEEK = 100
HANDOVER_MONTHS = 1
MINUTES = 60  # whole minutes add up without the rounding of broken hours


@dataclass(frozen=True, slots=True)
class Weeks:
    """Days on which the same jobs certainly run: how many, and their minutes a week."""

    days: Days
    jobs: int
    minutes: int

    @property
    def lasting(self) -> bool:
        """Whether they run together for more than a handover."""
        return longer_than(self.days, HANDOVER_MONTHS)


@check("impossible-hours")
def impossible_hours(file: File) -> Iterator[Raised]:
    """Every time of more than a month in which the hours certainly add up to more than 80 a week."""
    for person in file.people:
        jobs = once(span for span in person.did or () if _minutes(span) > 0)
        weeks = list(_weeks(jobs))
        impossible = list(_busy(weeks, IMPOSSIBLE_WEEK * MINUTES))
        named = [_on(busiest, jobs) for _, busiest in impossible]
        for (days, _), together in zip(impossible, named, strict=True):
            yield _raised("impossible", person, days, together)
        told = {job.path for together in named for job in together}
        for job in jobs:
            if weekly_hours(job) >= IMPOSSIBLE_WEEK and job.path not in told and job.shortest:
                yield _raised("one-job", person, job.shortest, [job])
        for days, busiest in _busy(weeks, LONG_WEEK * MINUTES + 1):
            if not any(common([days for days, _ in impossible], [days])):
                yield _raised("long", person, days, _on(busiest, jobs))


def _weeks(jobs: Iterable[Span]) -> Iterator[Weeks]:
    """The calendar cut where a job begins or has ended."""
    changes: dict[date, list[int]] = defaultdict(list)
    for job in jobs:
        if job.shortest:
            changes[job.shortest[0]].append(_minutes(job))
            changes[add_days(job.shortest[1], 1)].append(-_minutes(job))
    running = minutes = 0
    for day, following in pairwise(sorted(changes)):
        running += sum(1 if change > 0 else -1 for change in changes[day])
        minutes += sum(changes[day])
        yield Weeks((day, following - ONE_DAY), running, minutes)


def _busy(weeks: Iterable[Weeks], at_least: int) -> Iterator[tuple[Days, date]]:
    """Days in a row with several jobs of so many minutes a week together, if they last; and one of the busiest."""
    for busy, run in groupby(weeks, key=lambda each: each.jobs > 1 and each.minutes >= at_least):
        together = list(run)
        days = (together[0].days[0], together[-1].days[1])
        if busy and longer_than(days, HANDOVER_MONTHS):
            yield days, max(together, key=lambda each: (each.lasting, each.minutes)).days[0]


def _minutes(job: Span) -> int:
    return round(weekly_hours(job) * MINUTES)


def _on(day: date, jobs: Iterable[Span]) -> list[Span]:
    """The jobs that certainly run on a day."""
    return [job for job in jobs if job.shortest and job.shortest[0] <= day <= job.shortest[1]]


def _raised(says: str, person: PersonFile, days: Days, jobs: Sequence[Span]) -> Raised:
    start, end = by_month(days)
    paths = tuple(job.path for job in jobs)
    goes_on = all(job.ongoing for job in jobs)
    return Raised(
        says,
        person.id,
        facts=paths,
        start=start,
        end=end,
        words={
            "hours": Counted(sum(_minutes(job) for job in jobs) // MINUTES, "hour"),
            "jobs": entries(paths),
            "period": Period(start, None if goes_on else end),
        },
    )
