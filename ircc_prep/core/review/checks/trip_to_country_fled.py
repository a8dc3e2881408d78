"""What a protected person did with the country of citizenship after Canada gave its protection.

Refugee protection can end where somebody voluntarily takes up the protection of that country again or settles there
again (IRPA 108(1)), and permanent residence with it (IRPA 46(1)(c.1)). The law names no trip and no passport, and
there are good reasons for both: so it is a note, it judges nothing, and says nothing of why protection was given. Only
what certainly comes after protection counts. Where only the answer speaks of protection, which is sensitive and never
among the facts, protection came at the latest with the end of the claim. Whoever is a citizen of Canada now no longer
lives under that protection.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.canada import CANADA, kind_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.work import place
from ircc_prep.core.said import CountryName, entries

PROTECTED = "landing.protected_person"


@check("trip-to-country-fled")
def trip_to_country_fled(file: File) -> Iterator[Raised]:
    """Trips and homes there, and passports from there, of each protected person of the family."""
    for person in file.family:
        since, citizenships = _protected_since(file, person), person.person.citizenships or ()
        if since is None or CANADA in citizenships or _became_citizen(person):
            continue
        journeys = [span for span in (*(person.travelled or ()), *(person.lived or ())) if place(span) in citizenships]
        after = [span for span in journeys if span.start and since.before(span.start) is True]
        if after:
            countries = tuple(CountryName(code) for code in dict.fromkeys(place(span) or "" for span in after))
            paths = tuple(span.path for span in after)
            words = {"journeys": entries(paths), "countries": countries}
            yield Raised("trip", person.id, paths, min(after, key=lambda span: span.longest).start, words=words)
        if passports := tuple(_passports_since(person, citizenships, since)):
            yield Raised("passport", person.id, passports, words={"passports": entries(passports)})


def _protected_since(file: File, person: PersonFile) -> PartialDate | None:
    """The day by which the person was protected; None where that isn't known."""
    statuses = person.status or ()
    given = [status.start for status in statuses if kind_of(status) == "protected-person" and status.start]
    if not given and person is file.applicant and file.answers.get(PROTECTED) is True:
        given = [claim.end for claim in statuses if kind_of(claim) == "refugee-claimant" and not claim.ongoing]
    return max(given, key=lambda day: day.last, default=None)


def _became_citizen(person: PersonFile) -> bool:
    return any(status.ongoing and kind_of(status) == "citizen" for status in person.status or ())


def _passports_since(person: PersonFile, citizenships: tuple[str, ...], since: PartialDate) -> Iterator[str]:
    for path, passport in person.passports or ():
        theirs = passport.country in citizenships and passport.kind != "travel-document"
        if theirs and passport.issued and since.before(passport.issued) is True:
            yield path
