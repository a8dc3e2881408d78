"""A study or work permit for months in which the person lived somewhere else.

Six months or more in every reading: shorter ones are a permit that came early, or a start put off. Nothing is raised
where a stay or a trip in Canada can lie in that time, or where the stays leave part of it open. People who live across
the border and commute have such a life, so it is a note.
"""

from collections import defaultdict
from collections.abc import Iterator

from ircc_prep.core.case import CanadaStatus
from ircc_prep.core.dates import covers_months
from ircc_prep.core.review.canada import CANADA, kind_of, parts
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span, covered, overlapping
from ircc_prep.core.review.work import place
from ircc_prep.core.said import EntryAt, entries

PERMITS: frozenset[CanadaStatus] = frozenset({"student", "worker"})
MONTHS = 6


@check("status-without-stay")
def status_without_stay(file: File) -> Iterator[Raised]:
    """Every such permit of each member of the family, with the places where the person lived then."""
    for person in file.family:
        if person.lived is None or person.travelled is None:
            continue
        elsewhere = _lived_elsewhere(person, person.lived)
        for status in _unused(person, person.lived, person.travelled):
            if homes := elsewhere[status.path]:
                yield Raised(
                    "elsewhere",
                    person.id,
                    facts=(status.path, *homes),
                    start=status.start,
                    end=status.end,
                    words={"status": EntryAt(status.path), "homes": entries(homes)},
                )


def _unused(person: PersonFile, lived: tuple[Span, ...], travelled: tuple[Span, ...]) -> Iterator[Span]:
    """Permits in whose time every day is listed, and none of them can have been in Canada."""
    in_canada = covered(span for span in (*lived, *travelled) if place(span) in (CANADA, None))
    abroad = covered(span for span in lived if place(span) not in (CANADA, None))
    for status in person.status or ():
        if kind_of(status) not in PERMITS or status.shortest is None:
            continue
        days = status.shortest[0], min(status.shortest[1], person.today)
        if covers_months(*days, MONTHS) and list(parts(abroad, days)) == [days] and not list(parts(in_canada, days)):
            yield status


def _lived_elsewhere(person: PersonFile, lived: tuple[Span, ...]) -> dict[str, list[str]]:
    """The paths of the homes abroad, by the path of the permit in whose time they were."""
    found: dict[str, list[str]] = defaultdict(list)
    permits = [status for status in person.status or () if kind_of(status) in PERMITS]
    homes = [span for span in lived if place(span) not in (CANADA, None)]
    for status, home, _ in overlapping(permits, homes):
        found[status.path].append(home.path)
    return found
