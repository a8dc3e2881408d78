"""Skilled work, counted in years of full-time work or the same hours part-time.

A year is 1,560 hours; hours above 30 a week don't count (IRPR 73(1), 80). Full-time work from one date to the day
before the same date a year later is 1,564 hours by weeks of seven days, so no full calendar year falls short.
"""

from datetime import date
from itertools import pairwise

from ircc_prep.core.dates import ONE_DAY, add_years
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing
from ircc_prep.core.values import NUMBER, Members, Number, span

HOURS_A_YEAR = 1560
FULL_TIME_WEEK = 30
WINDOW_YEARS = 10
SKILLED_TEERS = (0, 1, 2, 3)
PAID = ("employment", "self-employment")

Job = tuple[date, date, float]  # first day, last day, hours a week


@derived("person", gives=NUMBER)
def skilled_years(person: Thing) -> Number | None:
    """Whole years of full-time (or equal part-time) paid work in TEER 0 to 3, in the ten years before submission."""
    return _years(person, in_canada=False)


@derived("person", gives=NUMBER)
def canadian_skilled_years(person: Thing) -> Number | None:
    """The same, in Canada and employed by someone else."""
    return _years(person, in_canada=True)


def _years(person: Thing, *, in_canada: bool) -> Number | None:
    activities: Members | None = person.get("activities")
    if activities is None:
        return None
    least: list[Job] = []
    most: list[Job] = []
    for member in activities:
        certain, possible = _job(member.value, in_canada=in_canada)
        least += [certain] if certain else []
        most += [possible] if possible else []
    submitted = person.facts.submitted
    window = (add_years(submitted.first, -WINDOW_YEARS), submitted.last)
    narrow = (add_years(submitted.last, -WINDOW_YEARS), submitted.first)
    return span(int(hours_worked(least, narrow) // HOURS_A_YEAR), int(hours_worked(most, window) // HOURS_A_YEAR))


def _job(activity: Thing, *, in_canada: bool) -> tuple[Job | None, Job | None]:
    """An activity's shortest and longest reading as skilled work; None where it is none."""
    kind = activity.get("kind")
    if kind not in (("employment", None) if in_canada else (*PAID, None)):
        return None, None
    country = activity.get("country") if in_canada else "CA"
    teer = activity.get("teer")
    if country not in ("CA", None) or (teer is not None and teer not in SKILLED_TEERS):
        return None, None
    hours, start, end = activity.get("hours_per_week"), activity.get("start"), activity.get("end")
    longest = (start.first if start else date.min, end.last, float(FULL_TIME_WEEK if hours is None else hours))
    if None in (kind, country, teer, hours, start) or start.last > end.first:
        return None, longest
    return (start.last, end.first, float(hours)), longest


def hours_worked(jobs: list[Job], window: tuple[date, date]) -> float:
    """Hours worked inside the window, all jobs together at most 30 a week."""
    inside = [(max(start, window[0]), min(end, window[1]) + ONE_DAY, hours) for start, end, hours in jobs]
    edges = sorted({edge for start, end, _ in inside if start < end for edge in (start, end)})
    total = 0.0
    for start, end in pairwise(edges):
        weekly = sum(hours for first, last, hours in inside if first <= start and last >= end)
        total += min(weekly, FULL_TIME_WEEK) * (end - start).days / 7
    return total
