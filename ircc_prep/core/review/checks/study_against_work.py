"""Full-time work at a workplace beside studies.

In two countries a person can't do both; up to four months, a summer, is ordinary, since students go home to work, and
schools give the last day later than the last class. Within one country evening courses and part-time studies are
ordinary, so only half a year beside full-time work is noted. Remote work and studies at a distance are left alone.
Education has no answer for studies at a distance: a study among the activities that was remote speaks for it.
"""

from collections import defaultdict
from collections.abc import Iterator

from ircc_prep.core.case import Activity
from ircc_prep.core.review.clashes import clashes
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span, common, covered
from ircc_prep.core.review.work import SUMMER_MONTHS, activity, full_time, place, remote_unsaid

HALF_A_YEAR = 6

Sort = tuple[bool, str | None]  # whether it is work, and the country


@check("study-against-work")
def study_against_work(file: File) -> Iterator[Raised]:
    """Every full-time job, not remote, that certainly runs beside studies."""
    for person in file.people:
        studies = list(_studies(person))
        jobs = [span for span in person.did or () if full_time(span) and place(span) is not None]
        on_site = [span for span in jobs if activity(span).remote is False]
        unsaid = [span for span in jobs if activity(span).remote is None]
        for clash in clashes([*on_site, *studies], _sort, _elsewhere, SUMMER_MONTHS):
            yield clash.raised("two-countries", person.id, remote_unsaid(clash.spans))
        for clash in clashes([*unsaid, *studies], _sort, _elsewhere, SUMMER_MONTHS):
            yield clash.raised("unless-remote", person.id, remote_unsaid(clash.spans))
        for clash in clashes([*on_site, *unsaid, *studies], _sort, _in_one_country, HALF_A_YEAR):
            yield clash.raised("same-country", person.id)


def _studies(person: PersonFile) -> Iterator[Span]:
    """Studies at a known place, of both lists; without those at a distance."""
    listed = [span for span in person.did or () if activity(span).kind == "study"]
    yield from (span for span in listed if activity(span).remote is not True and place(span) is not None)
    at_a_distance: dict[str | None, list[Span]] = defaultdict(list)
    for span in listed:
        if activity(span).remote is True:
            at_a_distance[place(span)].append(span)
    for span in person.studied or ():
        if place(span) is not None and not _beside(span, [*at_a_distance[place(span)], *at_a_distance[None]]):
            yield span


def _beside(span: Span, others: list[Span]) -> bool:
    """Whether some reading of the dates has one of the others run on a day of it."""
    return any(common(covered(others), [span.longest]))


def _sort(span: Span) -> Sort:
    return isinstance(span.entry, Activity) and span.entry.kind != "study", place(span)


def _elsewhere(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and one[1] != other[1]


def _in_one_country(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and one[1] == other[1]
