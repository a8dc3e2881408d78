"""Military service in one list and not in the other, and service in one country beside a workplace in another.

Compulsory service is ordinary: what stands out is only that the two lists tell it differently. The list of service says
in free words what it was, so only words that mean an army are taken for one, and a reserve leaves room for a job
anywhere. Service and a full-time workplace in another country have to share more than three months: paid leave at the
end of a service, and the first months of a job after it, are often told as one time.
"""

from collections.abc import Iterator, Sequence

from ircc_prep.core.case import Service
from ircc_prep.core.review.clashes import clashes
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, covered, first_shared, whole_months
from ircc_prep.core.review.whereabouts import folded
from ircc_prep.core.review.work import activity, full_time, place
from ircc_prep.core.said import EntryAt

LEAVE = 3  # months
_ARMIES = ("milit", "army", "armee", "armed", "airforce", "conscript", "soldier", "soldat")
_RESERVE = "reserv"
# What the service itself may be called among the activities: police and government service is somebody's job.
_MAY_BE_SERVICE = frozenset({"military-service", "employment", "self-employment", "other", None})

Sort = tuple[bool, str | None]  # whether it is service, and the country


@check("service-unlisted")
def service_unlisted(file: File) -> Iterator[Raised]:
    """For each person in the family, the activities against the list of service."""
    for person in file.family:
        if person.did is not None and person.served is not None:
            missing = tuple(_not_served(person, person.did, covered(person.served)))
            yield from missing or _not_done(person, person.did, person.served)
            yield from _elsewhere(person, person.did, person.served)


def _not_served(person: PersonFile, did: Sequence[Span], served: Sequence[Days]) -> Iterator[Raised]:
    """Military service among the activities, where no reading of the dates lets an entry of service touch it."""
    for span in did:
        if activity(span).kind == "military-service" and not first_shared(span.longest, served):
            words = {"activity": EntryAt(span.path)}
            yield Raised(
                "unlisted", person.id, (span.path, f"{person.path}.service"), span.start, span.end, words=words
            )


def _not_done(person: PersonFile, did: Sequence[Span], served: Sequence[Span]) -> Iterator[Raised]:
    """Service in a time for which the activities certainly have something else, and nothing that may be the service."""
    surely = covered(did, surely=True)
    possibly = covered(span for span in did if activity(span).kind in _MAY_BE_SERVICE)
    for span in served:
        known = first_shared(span.shortest, surely) if span.shortest else None
        if known and whole_months(known) and not first_shared(span.longest, possibly):
            words = {"service": EntryAt(span.path)}
            yield Raised(
                "beside", person.id, (span.path, f"{person.path}.activities"), span.start, span.end, words=words
            )


def _elsewhere(person: PersonFile, did: Sequence[Span], served: Sequence[Span]) -> Iterator[Raised]:
    """Service in an army beside a full-time workplace in another country."""
    armies = (span for span in served if _in_an_army(span))
    jobs = (span for span in did if full_time(span) and activity(span).remote is False)
    spans = [span for span in (*armies, *jobs) if place(span) is not None]
    for clash in clashes(spans, _sort, _exclude, LEAVE):
        yield clash.raised("elsewhere", person.id)


def _in_an_army(span: Span) -> bool:
    entry = span.entry
    if not isinstance(entry, Service):
        return False
    told = folded(f"{entry.kind or ''} {entry.rank or ''}")
    return any(word in folded(entry.kind or "") for word in _ARMIES) and _RESERVE not in told


def _sort(span: Span) -> Sort:
    return isinstance(span.entry, Service), place(span)


def _exclude(one: Sort, other: Sort) -> bool:
    return one[0] != other[0] and one[1] != other[1]
