"""Studies: the highest level completed, and the years of study in Canada."""

from ircc_prep.core.dates import whole_years_between
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing
from ircc_prep.core.values import NUMBER, Members, Number, choice, less_or_equal, span

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
        country, start, end = study.get("country"), study.get("start"), study.get("end")
        if country not in ("CA", None):
            continue
        if start is None:
            high = max(high, whole_years_between(end.first.replace(year=1900), end.last))
            continue
        high = max(high, whole_years_between(start.first, end.last))
        if country == "CA":
            low = max(low, whole_years_between(start.last, end.first))
    return span(max(low, 0), max(high, 0))
