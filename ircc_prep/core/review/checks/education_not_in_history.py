"""Studies that stand in one list and not in the other: the education, and the activities of the history.

An education entry is noted where, for more than a summer (four months), the activities certainly list something else
and no study: students list summer jobs, and the last day of a course is often later than the last class. Full-time work
beside studies is the matter of `study-against-work`. A study among the activities is noted where no education entry
can cover eight months of it, a school year: language courses and shorter trainings are no level of education.
"""

from collections.abc import Iterator, Sequence

from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Lane, Span, by_month, common, covered, longer_than, uncovered
from ircc_prep.core.review.work import SUMMER_MONTHS, activity, full_time
from ircc_prep.core.said import EntryAt, Period, Value

SCHOOL_YEAR = 8


@check("education-not-in-history")
def education_not_in_history(file: File) -> Iterator[Raised]:
    """Every such entry of each adult in the family, within the years that the program's history forms ask for."""
    for person in file.family:
        window = file.history_window(person)
        if window is not None and person.studied is not None and person.did is not None:
            yield from _not_in_history(person, person.studied, person.did, window)
            yield from _not_in_education(person, person.studied, person.did, window)


def _not_in_history(person: PersonFile, studied: Sequence[Span], did: Sequence[Span], window: Days) -> Iterator[Raised]:
    perhaps = covered(span for span in did if activity(span).kind in ("study", None))
    else_listed = Lane([s for s in did if activity(s).kind not in ("study", None) and not full_time(s)])
    without = common(covered(else_listed.spans, surely=True), list(uncovered(perhaps, window)))
    long = [days for days in without if longer_than(days, SUMMER_MONTHS)]
    for course in studied:
        if found := _longest_shared(course, long, SUMMER_MONTHS):
            beside = else_listed.beside(found)[0]
            yield _raised("not-in-history", person, course, beside.path, found)


def _not_in_education(
    person: PersonFile, studied: Sequence[Span], did: Sequence[Span], window: Days
) -> Iterator[Raised]:
    without = [days for days in uncovered(covered(studied), window) if longer_than(days, SCHOOL_YEAR)]
    for study in did:
        if activity(study).kind == "study" and (found := _longest_shared(study, without, SCHOOL_YEAR)):
            yield _raised("not-in-education", person, study, f"{person.path}.education", found)


def _longest_shared(span: Span, runs: Sequence[Days], months: int) -> Days | None:
    """The longest of the runs within the days that an entry certainly has, if it is more than so many months."""
    within = common(runs, [span.shortest] if span.shortest else [])
    return max((days for days in within if longer_than(days, months)), key=lambda days: days[1] - days[0], default=None)


def _raised(says: str, person: PersonFile, studies: Span, other: str, days: Days) -> Raised:
    start, end = by_month(days)
    words: dict[str, Value] = {"studies": EntryAt(studies.path), "other": EntryAt(other), "period": Period(start, end)}
    return Raised(says, person.id, (studies.path, other), start, end, words=words)
