"""A passport of a country that isn't among the citizenships.

An ordinary passport that hasn't expired says that its holder is a citizen, so a citizenship is missing: a warning.
Where that isn't certain, it is a note: the passport has expired or may have (people give citizenships up), its expiry
isn't told, it was given for a service, the list of citizenships is empty (some states give passports to people without
one), or the issuer gives passports to others too (IRPR 50(1)(g): British Nationals (Overseas)). A passport whose kind
isn't told is asked about. Travel documents are for people who aren't citizens, and a citizenship without a passport is
ordinary: neither raises anything.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Passport
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.nationality import given_to_others, same_citizenship
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import CountryName, EntryAt


@check("passport-country")
def passport_country(file: File) -> Iterator[Raised]:
    """The passports of everyone in the family that go with no citizenship listed."""
    for person in file.family:
        citizenships = person.person.citizenships
        for path, passport in (person.passports or ()) if citizenships is not None else ():
            if passport.country is None or same_citizenship(passport.country, citizenships or ()):
                continue
            if passport.kind != "travel-document":
                yield _raised(_says(file, passport, citizenships or ()), person, path, passport.country)


def _says(file: File, passport: Passport, citizenships: tuple[str, ...]) -> str:
    unexpired = passport.expires is not None and passport.expires.first >= file.today
    elsewhere = not citizenships or given_to_others(passport.country or "", citizenships)
    if not unexpired or elsewhere or passport.kind in ("diplomatic", "official"):
        return "perhaps-former"
    return "undeclared" if passport.kind == "ordinary" else "which-kind"


def _raised(says: str, person: PersonFile, path: str, country: str) -> Raised:
    return Raised(
        says,
        person.id,
        facts=(path, f"{person.path}.citizenships"),
        asks=(f"{path}.kind",) if says == "which-kind" else (),
        words={"passport": EntryAt(path), "country": CountryName(country)},
    )
