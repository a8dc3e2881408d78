"""What somebody did with the country of citizenship after asking Canada for protection, and after Canada gave it.

A claim is rejected, and protection can end, where somebody voluntarily takes up the protection of that country again or
settles there again (IRPA 108(1), (2)), and permanent residence with it (IRPA 46(1)(c.1)). The law names no trip and no
passport, and there are good reasons for both: so it is a note, it judges nothing, and says nothing of why protection
was asked for. Only what certainly comes after that day counts: where the claim is still open or was accepted, and in
a program for people who fled. There a trip back after the last home in that country is told too, whenever it was: the
same question is asked of it. Who was refused and isn't in such a program may have gone home as the law asks (IRPA
48(2)), so nothing is said.

Where only the answer speaks of protection, which is sensitive and never among the facts, protection came at the latest
with the end of the claim. Whoever is a citizen of Canada now no longer lives under that protection.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.canada import CANADA, kind_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.work import place
from ircc_prep.core.said import CountryName, entries

PROTECTED = "landing.protected_person"


@dataclass(frozen=True, slots=True)
class Asked:
    """Protection that was asked for: the fact that says so, and the day."""

    path: str
    day: PartialDate


@check("trip-to-country-fled")
def trip_to_country_fled(file: File) -> Iterator[Raised]:
    """Trips and homes there, and passports from there, of each member of the family who asked for protection."""
    for person in file.family:
        citizenships = person.person.citizenships or ()
        if CANADA in citizenships or _became_citizen(person):
            continue
        protected = _protected_since(file, person)
        asked = list(_asked(file, person, protected))
        yield from _journeys(file, person, protected, asked)
        yield from _passports(person, protected, asked)


def _protected_since(file: File, person: PersonFile) -> PartialDate | None:
    """The day by which the person was protected; None where that isn't known."""
    statuses = person.status or ()
    given = [status.start for status in statuses if kind_of(status) == "protected-person" and status.start]
    if not given and person is file.applicant and file.answers.get(PROTECTED) is True:
        given = [claim.end for claim in statuses if kind_of(claim) == "refugee-claimant" and not claim.ongoing]
    return max(given, key=lambda day: day.last, default=None)


def _asked(file: File, person: PersonFile, protected: PartialDate | None) -> Iterator[Asked]:
    """Each claim that matters today; in a program for people who fled, the application itself asks for protection."""
    for claim in person.status or ():
        matters = claim.ongoing or file.of_refugees or protected is not None
        if kind_of(claim) == "refugee-claimant" and claim.start and matters:
            yield Asked(claim.path, claim.start)
    if file.of_refugees and person is file.applicant and file.case.submitted:
        yield Asked("submitted", file.case.submitted)


def _became_citizen(person: PersonFile) -> bool:
    return any(status.ongoing and kind_of(status) == "citizen" for status in person.status or ())


def _journeys(
    file: File, person: PersonFile, protected: PartialDate | None, asked: Sequence[Asked]
) -> Iterator[Raised]:
    """Trips and homes by what came before them: protection, or asking for it, or, in such a program, leaving."""
    told: dict[str, list[Span]] = {"trip": [], "asked": [], "returned": []}
    facts: dict[str, None] = {}
    fled = file.of_refugees and (person is file.applicant or protected is not None or bool(asked))
    for span in (*(person.travelled or ()), *(person.lived or ())):
        if span.start is None or place(span) not in (person.person.citizenships or ()):
            continue
        request = next((each for each in asked if each.day.before(span.start) is True), None)
        if protected and protected.before(span.start) is True:
            told["trip"].append(span)
        elif request:
            told["asked"].append(span)
            facts[request.path] = None
        elif fled and span in (person.travelled or ()) and _after_leaving(person, span):
            told["returned"].append(span)
    for says, spans in told.items():
        if spans:
            yield _journey(says, person, spans, tuple(facts) if says == "asked" else ())


def _after_leaving(person: PersonFile, trip: Span) -> bool:
    """Whether the trip certainly came after the last home in that country, which has ended.

    Where no home in it is listed, a home elsewhere that certainly covers the day of leaving tells as much.
    """
    if trip.start is None:
        return False
    homes = [stay for stay in person.lived or () if place(stay) in (place(trip), None)]
    if not homes:
        return any(_surely_covers(stay, trip.start) for stay in person.lived or ())
    if any(stay.ongoing for stay in homes):
        return False
    left = max((stay.end for stay in homes), key=lambda day: day.last)
    return left.before(trip.start) is True


def _surely_covers(home: Span, day: PartialDate) -> bool:
    sure = home.shortest
    return sure is not None and sure[0] <= day.first and day.last <= sure[1]


def _journey(says: str, person: PersonFile, spans: Sequence[Span], beside: tuple[str, ...]) -> Raised:
    countries = tuple(CountryName(code) for code in dict.fromkeys(place(span) or "" for span in spans))
    paths = tuple(span.path for span in spans)
    words = {"journeys": entries(paths), "countries": countries}
    return Raised(says, person.id, (*paths, *beside), min(spans, key=lambda span: span.longest).start, words=words)


def _passports(person: PersonFile, protected: PartialDate | None, asked: Sequence[Asked]) -> Iterator[Raised]:
    """Passports from there by what came certainly before their issue: protection, or asking for it."""
    later: list[str] = []
    meanwhile: list[str] = []
    facts: dict[str, None] = {}
    for path, passport in person.passports or ():
        theirs = passport.country in (person.person.citizenships or ()) and passport.kind != "travel-document"
        if not theirs or passport.issued is None:
            continue
        request = next((each for each in asked if each.day.before(passport.issued) is True), None)
        if protected and protected.before(passport.issued) is True:
            later.append(path)
        elif request:
            meanwhile.append(path)
            facts[request.path] = None
    if later:
        yield Raised("passport", person.id, tuple(later), words={"passports": entries(later)})
    if meanwhile:
        yield Raised("asked-passport", person.id, (*meanwhile, *facts), words={"passports": entries(meanwhile)})
