"""Studies: the highest level completed, and the years of study in Canada."""

from datetime import date

from ircc_prep.core.dates import add_days, whole_years_between
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing
from ircc_prep.core.values import NUMBER, Members, Number, choice, least, less_or_equal, span

LONG_AGO = date(1900, 1, 1)
LEVELS = ("none", "secondary", "one-year", "two-year", "bachelor", "two-or-more", "master", "professional", "doctorate")


@derived("person", gives=choice(*LEVELS))
def highest_education(person: Thing) -> str | None:
    """The highest level of a course of study that was finished before submission; `none` where there is none."""
    studies: Members | None = person.get("education")
    if studies is None:
        return None
    certain = possible = 0
    for member in studies:
        study: Thing = member.value
        if study.value.end is None:  # type: ignore[attr-defined]
            study.get("end")
            continue
        finished = less_or_equal(study.get("end"), person.facts.submitted)
        level = study.get("level") if finished is not False else "none"
        rank = LEVELS.index(level) if level else len(LEVELS) - 1
        possible = max(possible, rank)
        if finished and level:
            certain = max(certain, rank)
    return LEVELS[certain] if certain == possible else None


@derived("person", gives=NUMBER)
def canadian_study_years(person: Thing) -> Number | None:
    """Whole years of study in Canada, the longest course counted; a range while dates are missing."""
    studies: Members | None = person.get("education")
    if studies is None:
        return None
    low = high = 0
    for member in studies:
        study: Thing = member.value
        country, start = study.get("country"), study.get("start")
        end = least(study.get("end"), person.facts.submitted)
        if country not in ("CA", None):
            continue
        high = max(high, _whole_years(start.first if start else LONG_AGO, end.last))
        if start and country == "CA":
            low = max(low, _whole_years(start.last, end.first))
    return span(max(low, 0), max(high, 0))


def _whole_years(first: date, last: date) -> int:
    """Both days counted: 1 September to 31 August is a year."""
    return whole_years_between(first, add_days(last, 1))
