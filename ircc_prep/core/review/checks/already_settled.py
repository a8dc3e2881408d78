"""People who are to become permanent residents, and are citizens or permanent residents of Canada by the file.

Only a foreign national becomes one (IRPA 21(1)), which a citizen or permanent resident isn't (IRPA 2(1)). Permanent
residence that doesn't certainly come before the application was sent may be the very outcome of it, so it is a note; so
it is for a landing, where it may have been confirmed since. A child who was born in Canada and is listed as coming
along is ordinary: one note for the family.
"""

from collections.abc import Iterator

from ircc_prep.core.review.canada import CANADA, kind_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.said import Someone


@check("already-settled")
def already_settled(file: File) -> Iterator[Raised]:
    """The principal applicant first; then, in one note, the family members who come along."""
    applicant = file.applicant
    if applicant is None:
        return
    if paths := _citizen(applicant):
        yield Raised("citizen", applicant.id, paths)
    elif resident := _resident(applicant):
        before = file.leads_to != "landing" and _surely_before(file, resident)
        says = "resident" if before else "perhaps-confirmed"
        yield Raised(says, applicant.id, (resident.path,), resident.start)
    coming = [each for each in (*file.partners, *file.children) if each.person.accompanying]
    settled = [(person.id, _settled(file, person)) for person in coming]
    if found := [each for each in settled if each[1]]:
        people = tuple(Someone(id) for id, _ in found)
        yield Raised("family", facts=tuple(path for _, paths in found for path in paths), words={"people": people})


def _settled(file: File, person: PersonFile) -> tuple[str, ...]:
    """What makes the person a citizen, or a permanent resident since before the application was sent."""
    resident = _resident(person)
    return _citizen(person) or ((resident.path,) if resident and _surely_before(file, resident) else ())


def _citizen(person: PersonFile) -> tuple[str, ...]:
    said = (f"{person.path}.citizenships",) if CANADA in (person.person.citizenships or ()) else ()
    return (*said, *(status.path for status in _held(person, "citizen")))


def _resident(person: PersonFile) -> Span | None:
    return next(_held(person, "permanent-resident"), None)


def _held(person: PersonFile, kind: str) -> Iterator[Span]:
    """The statuses of a kind that go on today."""
    for status in person.status or ():
        begun = status.start is None or status.start.first <= person.today
        if status.ongoing and begun and kind_of(status) == kind:
            yield status


def _surely_before(file: File, status: Span) -> bool:
    return status.start is not None and status.start.before(file.submitted) is True
