"""Police certificates from countries of which the list of homes says nothing.

People ask for one where they lived, so the paper points to a home that isn't listed. It doesn't where the person was
born or is a citizen. Where only a trip, a job, a course, a service or a charge speaks of the country, or the trips
aren't answered, that may be why, and it is a note; so is a Canadian certificate of somebody who, by the lists, was
never in Canada. Some places go by two codes, that of the territory and that of the state whose police write the
paper: they count as one.
"""

from collections.abc import Iterator
from typing import Any

from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Papers
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import CountryName

CERTIFICATE = "police-certificate"
# Territory: the code that a certificate, or an old address, may bear in its place.
_ALSO_UNDER = {
    "HK": "CN", "MO": "CN", "PR": "US", "GU": "US", "VI": "US", "AS": "US", "MP": "US",
    "GG": "GB", "JE": "GB", "IM": "GB", "GI": "GB", "GF": "FR", "GP": "FR", "MQ": "FR", "NC": "FR", "PF": "FR",
    "RE": "FR", "YT": "FR", "AW": "NL", "BQ": "NL", "CW": "NL", "SX": "NL", "FO": "DK", "GL": "DK", "AX": "FI",
    "EH": "MA", "PS": "IL", "SS": "SD", "XK": "RS",
}  # fmt: skip


@check("certificate-without-stay")
def certificate_without_stay(file: File) -> Iterator[Raised]:
    """Every such certificate, once for each person and country, while the person's homes are answered."""
    people = {person.id: person for person in file.family}
    seen: set[tuple[str, str]] = set()
    for paper in Papers(file).all:
        person, country = people.get(paper.holder or ""), paper.document.country
        if paper.document.item != CERTIFICATE or person is None or country is None or (person.id, country) in seen:
            continue
        seen.add((person.id, country))
        if says := _says(person, country):
            yield Raised(
                says,
                person.id,
                facts=(paper.path, f"{person.path}.stays"),
                start=paper.document.issued,
                words={"country": CountryName(country)},
            )


def _says(person: PersonFile, country: str) -> str | None:
    lived = _places(person.person.stays)
    if lived is None or None in lived or _place(country) in lived:
        return None
    if country == "CA":
        elsewhere = not person.status and "CA" not in _mentioned(person)
        return "never-in-canada" if person.status is not None and elsewhere else None
    born, citizenships = person.person.country_of_birth, person.person.citizenships
    if born is None or citizenships is None or _place(country) in {_place(born), *map(_place, citizenships)}:
        return None
    mentioned = _mentioned(person)
    unsure = person.travelled is None or None in mentioned
    return "no-home" if unsure or _place(country) in mentioned else "no-trace"


def _mentioned(person: PersonFile) -> set[str | None]:
    """Where anything else of the file puts the person; None among them for an entry without a country."""
    said = person.person
    lists = (said.trips, said.activities, said.education, said.service, said.charges, said.passports)
    return {place for each in lists for place in _places(each) or ()}


def _places(entries: tuple[Any, ...] | None) -> set[str | None] | None:
    return None if entries is None else {_place(entry.country) for entry in entries}


def _place(country: str | None) -> str | None:
    return _ALSO_UNDER.get(country, country) if country else None
