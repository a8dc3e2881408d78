"""Police certificates that time will overtake before they are used, beyond what their item says already.

For permanent residence the item holds a certificate of the country of residence against the six months before
submission, and one of another country against the last long stay there, a new one included. What is left there: while
no day of submission is known, six months that end within the next two (an Express Entry invitation leaves 60 days).
Where the item sets no age, as for permits, none was found: a certificate that will be more than six months old, of a
country where the person lives on, is a note too. Journeys back raise nothing: they are no homes.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Stay
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Papers, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.said import CountryName, When

CERTIFICATE = "police-certificate"
VALID_MONTHS = 6  # the country of residence, on the day of submission: IRCC's page on police certificates
SOON_MONTHS = 2  # about the 60 days that an invitation leaves


@check("police-window")
def police_window(file: File) -> Iterator[Raised]:
    """Every certificate that is ready, of a country where the person still lives, while the application isn't in."""
    if file.already_submitted:
        return
    people = {person.id: person for person in file.family}
    dated = _holds_against_a_day(file)
    undated = file.case.submitted is None and file.case.planned_submission is None
    for item, held in Papers(file).ready(CERTIFICATE):
        person, latest = people.get(item.person or ""), newest(held)
        home = _home(person, item.country)
        if person is None or home is None or latest is None:
            continue
        paper, issued = latest
        ends = issued.plus_months(VALID_MONTHS)
        if not dated and ends.before(file.submitted) is True:
            says = "lived-on"
        elif dated and undated and ends.before(file.now.plus_months(SOON_MONTHS)) is True:
            says = "runs-out"
        else:
            continue
        yield Raised(
            says,
            person.id,
            facts=(f"{paper.path}.issued", home.path),
            start=issued,
            words={"country": CountryName(item.country or ""), "issued": When(issued), "ends": ends},
        )


def _holds_against_a_day(file: File) -> bool:
    """Whether the item says itself how old a certificate may be."""
    requirement = file.requirements.get(CERTIFICATE)
    return requirement is not None and any(rule.holding.issued_too_early is not None for rule in requirement.rules)


def _home(person: PersonFile | None, country: str | None) -> Span | None:
    """Where the person lives in the country now."""
    homes = (person.lived if person else None) or ()
    return next(
        (span for span in homes if span.ongoing and isinstance(span.entry, Stay) and span.entry.country == country),
        None,
    )
