"""Levels of education finished, and full-time work begun, younger than that is likely.

The ages are ours and set well below what is ordinary anywhere: secondary school before 13 (Italy's lower one ends
at 13 or 14), a bachelor's degree before
17, a master's before 18, a doctorate or a professional degree before 20, full-time paid work before 14. A child who
changes schools hasn't finished one: entries of a level that follow each other within a year are one course.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ircc_prep.core.case import Education
from ircc_prep.core.dates import PartialDate, add_years
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.work import full_time
from ircc_prep.core.said import entries
from ircc_prep.core.text import Text

YOUNGEST = {"secondary": 13, "bachelor": 17, "master": 18, "professional": 20, "doctorate": 20}
YOUNGEST_AT_WORK = 14
PAUSE_YEARS = 1


@dataclass(slots=True)
class Course:
    """A course of study at a level, in one or more entries, and when the last of them ended."""

    level: str
    entries: list[Span]
    end: PartialDate
    finished: bool

    def add(self, span: Span) -> None:
        """Goes on with another entry."""
        self.entries.append(span)
        self.end = max(self.end, span.end, key=lambda day: day.last)
        self.finished = self.finished and not span.ongoing


@check("education-age")
def education_age(file: File) -> Iterator[Raised]:
    """Everybody's levels of education, and full-time jobs, that certainly come too early."""
    for person in file.people:
        yield from _finished_young(person)
        yield from _at_work_young(person)


def _finished_young(person: PersonFile) -> Iterator[Raised]:
    for course in _courses(person.studied or ()):
        if not course.finished or not _younger_than(YOUNGEST[course.level], person, course.end):
            continue
        paths = tuple(span.path for span in course.entries)
        yield Raised(
            "finished",
            person.id,
            facts=(*paths, f"{person.path}.date_of_birth"),
            start=course.end,
            end=course.end,
            words={"studies": entries(paths), "age": _age(person, course.end)},
        )


def _courses(studied: Iterable[Span]) -> Iterator[Course]:
    """The courses of study at the levels that have an age, each of one or more entries."""
    current: dict[str, Course] = {}
    for span in studied:
        if not isinstance(span.entry, Education) or span.entry.level not in YOUNGEST:
            continue
        level = span.entry.level
        known = current.get(level)
        if known is not None and span.longest[0] <= add_years(known.end.last, PAUSE_YEARS):
            known.add(span)
        else:
            yield from (known,) if known else ()
            current[level] = Course(level, [span], span.end, not span.ongoing)
    yield from current.values()


def _at_work_young(person: PersonFile) -> Iterator[Raised]:
    paths = tuple(
        span.path
        for span in person.did or ()
        if full_time(span) and span.start and _younger_than(YOUNGEST_AT_WORK, person, span.start)
    )
    if paths:
        facts = (*paths, f"{person.path}.date_of_birth")
        yield Raised("at-work", person.id, facts, words={"jobs": entries(paths), "age": YOUNGEST_AT_WORK})


def _younger_than(age: int, person: PersonFile, day: PartialDate) -> bool:
    """Whether the person hasn't that age yet in any reading of the dates; a day before the birth is another matter."""
    ages = person.age_on(day)
    return ages is not None and 0 <= ages[1] < age


def _age(person: PersonFile, day: PartialDate) -> Text:
    youngest, oldest = person.age_on(day) or (0, 0)
    if youngest == oldest:
        return Text(f"{oldest}", f"{oldest} ans")
    return Text(f"{oldest} at most", f"{oldest} ans au plus")
