"""Work or study in a country, at a place there, while the addresses are in another.

Only days count on which the person certainly lived elsewhere and no stay, and no trip, to that country can cover them.
A month is ordinary: contracts begin before the move, and leave is taken after it. While the trips aren't answered two
months are, since short assignments abroad are trips. Remote work is left alone; where it isn't said whether the work
was remote, the answer is asked for, because a remote job for an employer abroad is written down in the same way. Where
the two countries share a border that people cross every day to work, it is a note.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ircc_prep.core.derive.experience import PAID
from ircc_prep.core.review.borders import commuted
from ircc_prep.core.review.clashes import Pair, gathered
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Lane, Span, common, covered, longer_than, uncovered
from ircc_prep.core.review.work import activity, place, remote_unsaid

AT_A_PLACE = (*PAID, "study")
MOVING_MONTHS = 1
ASSIGNMENT_MONTHS = 2
ALWAYS = (date.min, date.max)


@check("work-where-not-living")
def work_where_not_living(file: File) -> Iterator[Raised]:
    """Every job and course, not remote, in a country where the person certainly wasn't."""
    for person in file.people:
        if person.lived is None or person.did is None:
            continue
        said: dict[str, list[Pair]] = defaultdict(list)
        for pair in _pairs(person, person.lived, person.did):
            said[_says(*pair[:2])].append(pair)
        for says, pairs in said.items():
            for clash in gathered(pairs):
                yield clash.raised(says, person.id, remote_unsaid(clash.spans))


def _says(work: Span, home: Span) -> str:
    if activity(work).remote is None:
        return "unless-remote"
    return "across-a-border" if commuted(place(home) or "", place(work) or "") else "elsewhere"


def _pairs(person: PersonFile, lived: tuple[Span, ...], did: tuple[Span, ...]) -> Iterator[Pair]:
    """Every such job or course with the address elsewhere, and the days on which both are certain."""
    months = ASSIGNMENT_MONTHS if person.travelled is None else MOVING_MONTHS
    for country, spans in _by_country(did).items():
        elsewhere = Lane([stay for stay in lived if place(stay) not in (country, None)])
        absent = list(_absent(country, elsewhere.spans, [*lived, *(person.travelled or ())]))
        for span in spans:
            for days in common(absent, [span.shortest] if span.shortest else []):
                if longer_than(days, months):
                    yield span, elsewhere.beside(days)[0], days


def _by_country(did: Iterable[Span]) -> dict[str, list[Span]]:
    """The work and studies that took a person to a place, by country."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in did:
        entry = activity(span)
        if entry.kind in AT_A_PLACE and entry.country is not None and entry.remote is not True:
            found[entry.country].append(span)
    return found


def _absent(country: str, elsewhere: Iterable[Span], anywhere: Iterable[Span]) -> Iterator[Days]:
    """The days on which the person certainly lived in another country, and can't have been in this one."""
    perhaps_there = covered(span for span in anywhere if place(span) in (country, None))
    return common(covered(elsewhere, surely=True), list(uncovered(perhaps_there, ALWAYS)))
