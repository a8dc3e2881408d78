"""The file laid out on a calendar, person by person, for the figure: lanes of entries, and what the findings mark."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ircc_prep.core.case import Case, Document, Passport
from ircc_prep.core.dates import ONE_DAY, PartialDate, add_months, add_years
from ircc_prep.core.result import Finding
from ircc_prep.core.review.file import ADULT, PersonFile
from ircc_prep.core.review.timeline import Days, Span
from ircc_prep.core.timeline import Bar, Lane, LaneName, Mark, PersonTimeline

HISTORY_YEARS = 10  # what IMM 5669 asks for; a program that asks for more stretches the figure
YEARS_AHEAD = 2  # enough for a visa to be used; a passport's ten years would press the past together
# Papers with days of their own that an officer counts from. The rest of what is in hand says nothing on a calendar.
DATED_PAPERS = ("police-certificate", "upfront-medical")
_LISTS: dict[str, LaneName] = {
    "stays": "lived",
    "activities": "did",
    "education": "studied",
    "trips": "travelled",
    "status_in_canada": "status",
    "passports": "documents",
    "documents": "documents",
}
_LIST = re.compile(r"(?:people\.[^.]+\.)?(\w+)")


def timelines(
    case: Case, today: date, submitted: PartialDate, history_years: int | None, findings: Sequence[Finding]
) -> tuple[PersonTimeline, ...]:
    """The lives of everybody who has said anything of theirs, on one calendar; papers alone make no figure."""
    people = [PersonFile(person, today) for person in case.people or ()]
    living = [person for person in people if any(_life(person).values())]
    if not living:
        return ()
    # One calendar for all, so that the years of one person lie over the same years of another.
    window = _whole_months(
        min(_begins(person, submitted, history_years or 0) for person in living),
        max(day for person in living for day in _ahead(person, case)),
    )
    made = (_timeline(person, window, case, findings) for person in living)
    return tuple(each for each in made if any(lane.name != "documents" for lane in each.lanes))


def _timeline(person: PersonFile, window: Days, case: Case, findings: Sequence[Finding]) -> PersonTimeline:
    bars: dict[LaneName, Iterable[Bar]] = {name: _bars(spans) for name, spans in _life(person).items()}
    bars["documents"] = _papers(person, case)
    lanes = []
    for name, all in bars.items():
        shown = sorted((bar for bar in all if _touches(bar, window)), key=lambda bar: (bar.first, bar.last, bar.path))
        marks = tuple(_marks(person, name, shown, window, findings))
        if shown or marks:
            lanes.append(Lane(name, tuple(shown), marks))
    return PersonTimeline(person.id, *window, tuple(lanes))


def _life(person: PersonFile) -> dict[LaneName, tuple[Span, ...]]:
    return {
        "lived": person.lived or (),
        "did": person.did or (),
        "studied": person.studied or (),
        "travelled": person.travelled or (),
        "status": person.status or (),
    }


def _begins(person: PersonFile, submitted: PartialDate, years: int) -> date:
    """Ten years ago, or so many as the program asks for; the 18th birthday or the birth where that is later."""
    begins = add_years(min(submitted.last, person.today), -max(years, HISTORY_YEARS))
    if person.born is not None:
        grown = add_years(person.born.first, ADULT)
        begins = max(begins, grown if grown <= person.today else person.born.first)
    return min(begins, person.today)


def _ahead(person: PersonFile, case: Case) -> Iterator[date]:
    """Today, the interview, and the day on which the current passport expires, within two years."""
    latest = add_years(person.today, YEARS_AHEAD)
    yield person.today
    if case.interview and case.interview.date:
        yield min(case.interview.date.last, latest)
    expires = [passport.expires.last for _, passport in person.passports or () if passport.expires]
    yield from (min(max(expires), latest),) if expires else ()


def _whole_months(first: date, last: date) -> Days:
    return first.replace(day=1), add_months(last.replace(day=1), 1) - ONE_DAY


def _touches(bar: Bar, window: Days) -> bool:
    return bar.first <= window[1] and bar.last >= window[0]


def _bars(spans: Iterable[Span]) -> Iterator[Bar]:
    for span in spans:
        if span.start is None and span.ongoing:
            continue  # neither day is known: there is no place for it
        yield Bar(span.path, *span.longest, span.shortest, _sure(span.start, span.end), span.ongoing)


def _sure(start: PartialDate | None, end: PartialDate) -> Days | None:
    """The days that belong to it however its years are read; a month is taken whole."""
    last = end.last if _month_known(end) else end.first
    if start is None:
        return (last, last) if _month_known(end) else None
    first = start.first if _month_known(start) else start.last
    return (first, last) if first <= last else None


def _month_known(day: PartialDate) -> bool:
    return (day.first.year, day.first.month) == (day.last.year, day.last.month)


def _papers(person: PersonFile, case: Case) -> Iterator[Bar]:
    for path, passport in person.passports or ():
        yield from _paper(path, passport)
    for index, document in enumerate(case.documents or ()):
        if document.person == person.id and document.item in DATED_PAPERS:
            yield from _paper(f"documents[{index}]", document)


def _paper(path: str, paper: Passport | Document) -> Iterator[Bar]:
    """From issue to expiry; where only one of the days is known, that day alone."""
    start, end = paper.issued or paper.expires, paper.expires or paper.issued
    if start and end and start.first <= end.last:
        shortest = (start.last, end.first) if start.last <= end.first else None
        yield Bar(path, start.first, end.last, shortest, _sure(start, end), ongoing=False)


def _marks(
    person: PersonFile, lane: LaneName, bars: Sequence[Bar], window: Days, findings: Sequence[Finding]
) -> Iterator[Mark]:
    for index, finding in enumerate(findings):
        if finding.person != person.id or finding.start is None or lane not in _lanes_of(finding):
            continue
        ends = finding.end or finding.start
        first, last = min(finding.start.first, ends.first), max(finding.start.last, ends.last)
        if first <= window[1] and last >= window[0]:
            clash = any(bar.first <= last and bar.last >= first for bar in bars)
            yield Mark(index, first, last, clash)


def _lanes_of(finding: Finding) -> set[LaneName]:
    """The lanes of the entries that a finding names."""
    named = (_LIST.match(path) for path in finding.facts)
    return {_LISTS[match[1]] for match in named if match and match[1] in _LISTS}
