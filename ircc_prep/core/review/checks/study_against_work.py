"""Full-time work at a workplace beside studies.

In two countries a person can't do both; up to four months, a summer, is ordinary, since students go home to work, and
schools give the last day later than the last class. Within one country evening courses and part-time studies are
ordinary, so only half a year beside full-time work is noted. Remote work and studies at a distance are left alone.
Education has no answer for studies at a distance. A study among the activities speaks for it; without one, a course in
a country where no address and no trip puts the person may have been at a distance, and is a note.
"""

from collections.abc import Callable, Iterator

from ircc_prep.core.case import Activity
from ircc_prep.core.review.clashes import Clash, clashes
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.journeys import by_country
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.residence import meets
from ircc_prep.core.review.timeline import Span, common, covered
from ircc_prep.core.review.work import SUMMER_MONTHS, activity, full_time, place, remote_unsaid

HALF_A_YEAR = 6

Sort = tuple[bool, str | None]  # whether it is work, and the country


@check("study-against-work")
def study_against_work(file: File) -> Iterator[Raised]:
    """Every full-time job, not remote, that certainly runs beside studies."""
    for person in file.people:
        for says, clash in study_in_another_country(person):
            yield clash.raised(says, person.id, remote_unsaid(clash.spans))
        for clash in clashes([*_jobs(person), *_studies(person)], _sort, _in_one_country, HALF_A_YEAR):
            yield clash.raised("same-country", person.id)


def study_in_another_country(person: PersonFile) -> Iterator[tuple[str, Clash]]:
    """Full-time work in one country beside studies in another: two-countries, and what one answer would explain."""
    jobs, studies = _jobs(person), list(_studies(person))
    attended = _attended(person)
    there = [study for study in studies if attended(study)]
    unsure = [study for study in studies if not attended(study)]
    on_site = [span for span in jobs if activity(span).remote is False]
    unsaid = [span for span in jobs if activity(span).remote is None]
    for says, sides in (
        ("two-countries", [*on_site, *there]),
        ("perhaps-at-a-distance", [*on_site, *unsure]),
        ("unless-remote", [*unsaid, *studies]),
    ):
        for clash in clashes(sides, _sort, _elsewhere, SUMMER_MONTHS):
            yield says, clash


def _jobs(person: PersonFile) -> list[Span]:
    full = (span for span in person.did or () if full_time(span) and place(span) is not None)
    return [span for span in full if activity(span).remote is not True]


def _studies(person: PersonFile) -> Iterator[Span]:
    """Studies at a known place, of both lists; without those at a distance."""
    listed = [span for span in person.did or () if activity(span).kind == "study"]
    yield from (span for span in listed if activity(span).remote is not True and place(span) is not None)
    at_a_distance = by_country(span for span in listed if activity(span).remote is True)
    for span in person.studied or ():
        beside = [*at_a_distance.get(place(span), ()), *at_a_distance.get(None, ())]
        if place(span) is not None and not any(common(covered(beside), [span.longest])):
            yield span


def _attended(person: PersonFile) -> Callable[[Span], bool]:
    """Whether a study is among the activities, or something puts the person in its country on a day of it."""
    studying = (span for span in person.did or () if activity(span).kind == "study")
    anywhere = (*studying, *(person.lived or ()), *(person.travelled or ()))
    days = {country: covered(spans) for country, spans in by_country(anywhere).items()}
    return lambda study: isinstance(study.entry, Activity) or meets(study.longest, days.get(place(study), ()))


def _sort(span: Span) -> Sort:
    return isinstance(span.entry, Activity) and span.entry.kind != "study", place(span)


def _elsewhere(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and one[1] != other[1]


def _in_one_country(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and one[1] == other[1]
