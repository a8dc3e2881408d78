"""A passport that ends before it was issued, or that would be valid for unusually long.

Ordinary passports are rarely valid for more than ten years and nine months (ten years, and the months left on the old
one that some countries used to add): that limit is ours, and the countries decide, so beyond it both dates are only
worth a look. A passport whose country has extended it (see `passports.py`), or that isn't said to be ordinary, raises
no such note.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Passport
from ircc_prep.core.dates import MONTHS_A_YEAR
from ircc_prep.core.review.file import File
from ircc_prep.core.review.passports import EXTENDED_COUNTRY
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import EntryAt, When

LONGEST_MONTHS = 10 * MONTHS_A_YEAR + 9


@check("passport-dates")
def passport_dates(file: File) -> Iterator[Raised]:
    """Passports whose two dates certainly don't go together."""
    for person in file.people:
        for path, passport in person.passports or ():
            says = _says(passport)
            if says and passport.issued and passport.expires:
                yield Raised(
                    says,
                    person.id,
                    facts=(f"{path}.issued", f"{path}.expires"),
                    start=passport.issued,
                    end=passport.expires if says == "too-long" else None,
                    words={
                        "passport": EntryAt(path),
                        "issued": When(passport.issued),
                        "expires": When(passport.expires),
                    },
                )


def _says(passport: Passport) -> str | None:
    issued, expires = passport.issued, passport.expires
    if issued is None or expires is None:
        return None
    if expires.before(issued):
        return "backwards"
    limited = passport.kind == "ordinary" and passport.country != EXTENDED_COUNTRY
    return "too-long" if limited and issued.plus_months(LONGEST_MONTHS).before(expires) else None
