"""A status in Canada that has ended with nothing listed after it, or that ends soon.

Only for someone who certainly lives in Canada on the day of the check, and has since the end. A visitor, worker or
student may ask for restoration within 90 days (IRPR 182(1)); the day of the loss isn't one of them. Where only the
month of the end is known, the day named is the earliest that may be the last. A request to extend that was made in time
keeps the status until it is decided (IRPR 183(5), (6)); the case file has no word for it, so the words leave room for
it. A status ends soon when it ends within 90 days, which leave time to prepare a request, or before the interview. Of
somebody whose days as a permanent resident are counted, and who lists no such status, `permanent-residence-unlisted`
speaks.
"""

from collections.abc import Iterator

from ircc_prep.core.case import CanadaStatus
from ircc_prep.core.dates import PartialDate, add_days
from ircc_prep.core.review.canada import NONE, TEMPORARY, certainly_there, holes, kind_of, may_be_citizen, parts
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.permanent import unlisted
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.said import Choice, Value, When

RESTORATION_DAYS = 90  # IRPR 182(1)
SOON_DAYS = 90
RESTORED: frozenset[CanadaStatus] = frozenset({"visitor", "worker", "student"})  # IRPR 182(1)


@check("status-ends")
def status_ends(file: File) -> Iterator[Raised]:
    """The latest temporary status of each member of the family who lives in Canada."""
    for person in file.family:
        if person.status is None or may_be_citizen(person) or unlisted(file, person):
            continue
        latest = _latest(person.status)
        if latest is not None:
            yield from _ended(person, person.status, latest)
            yield from _ending(file, person, latest)


def _latest(statuses: tuple[Span, ...]) -> Span | None:
    """The temporary status that ends last; None where another kind, or one that goes on, may last longer."""
    listed = [status for status in statuses if kind_of(status) != NONE]
    temporary = [status for status in listed if kind_of(status) in TEMPORARY]
    if not temporary or any(status.ongoing for status in listed):
        return None
    latest = max(temporary, key=lambda status: (status.end.last, status.end.first))
    others = (status for status in listed if kind_of(status) not in TEMPORARY)
    return None if any(status.end.last >= latest.end.first for status in others) else latest


def _ended(person: PersonFile, statuses: tuple[Span, ...], latest: Span) -> Iterator[Raised]:
    listed = [status for status in statuses if kind_of(status) != NONE]
    since = next((hole for hole in holes(person, listed) if hole.days[1] == person.today), None)
    if since is None or not since.follows_the_end_of(TEMPORARY):
        return
    declared = any(kind_of(status) == NONE and status.longest[1] >= person.today for status in statuses)
    says, last_day = _since(person, latest)
    if says == "restoration" or not declared:
        yield _raised(says, person, latest, {"last_day": When(last_day)} if last_day else {})


def _since(person: PersonFile, latest: Span) -> tuple[str, PartialDate | None]:
    if kind_of(latest) not in RESTORED:
        return "permit-ended", None
    last_day = latest.end.plus_days(RESTORATION_DAYS)
    if person.today <= last_day.first:
        return "restoration", PartialDate.on(last_day.first)
    return ("ended", None) if person.today > last_day.last else ("which-day", None)


def _ending(file: File, person: PersonFile, latest: Span) -> Iterator[Raised]:
    today = (person.today, person.today)
    if latest.end.last < person.today or not list(parts(certainly_there(person), today)):
        return
    meeting = file.interview.date
    if latest.end.last <= add_days(person.today, SOON_DAYS):
        yield _raised("ends-soon", person, latest, {})
    elif meeting is not None and latest.end.before(meeting):
        yield _raised("ends-before-interview", person, latest, {"interview": When(meeting)})


def _raised(says: str, person: PersonFile, latest: Span, words: dict[str, Value]) -> Raised:
    asks = (f"{latest.path}.to",) if says == "which-day" else ()
    known: dict[str, Value] = {"status": Choice("status", kind_of(latest) or NONE), "ends": When(latest.end)}
    return Raised(says, person.id, (latest.path,), latest.end, None, asks, {**known, **words})
