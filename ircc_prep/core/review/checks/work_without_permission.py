"""Paid work in Canada for which the listed status gives no permission.

A visitor, and whoever has no status, may not work without a permit but in the cases of IRPR 186 (business visitors,
performers, clergy and others), so the words leave room for them. Days without any listed status count only where no
status that allows work ended just before: whoever asked in time to renew a work permit, or for one after studies, may
work until the decision (IRPR 186(u), (w)); such days are `canada-without-status`. Claimants and protected persons work
with a permit and raise nothing. Nor do days count that were certainly spent outside Canada: where someone lived and
where they worked is another check. Whoever may hold a diplomatic or official passport all that time may be a foreign
representative, who needs no permit (IRPR 186(b)): a note. Beside a date known only by month it takes a whole month.

Students may work (IRPR 186(f), (v)): on campus and in scheduled breaks without a limit, else at most 24 hours a week.
More is a note, and only for longer than six months in a row, which is more than a scheduled break. With a temporary
resident permit it is a note too: work needs a permit of its own (IRPR 199(d), 208(b)). Work that was remote isn't
looked at; where nobody said whether it was, the finding asks.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import CanadaStatus
from ircc_prep.core.derive.experience import PAID
from ircc_prep.core.review.canada import (
    CANADA,
    NONE,
    Edges,
    certainly_elsewhere,
    kind_of,
    may_be_citizen,
    only,
    parts,
)
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.passports import last_day
from ircc_prep.core.review.permanent import unlisted
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Lane, Span, common, covered, length, longer_than, uncovered
from ircc_prep.core.review.work import activity, place, remote_unsaid, weekly_hours
from ircc_prep.core.said import EntryAt, Period, entries

NO_PERMISSION: frozenset[CanadaStatus] = frozenset({"visitor", NONE})
STUDENT_HOURS = 24  # a week, while classes are on (IRPR 186(v)(iii))
# The limit came in November 2024 (20 hours before, and for a time none): earlier work isn't held against it.
STUDENT_HOURS_SINCE = date(2024, 12, 1)
ARRIVAL_DAYS = 3  # between the last day at a home abroad and the first status: a flight, a stamp of the next day
OFFICIAL = ("diplomatic", "official")
LONGER_THAN_A_BREAK = 6  # months; scheduled breaks are a summer at most


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of a kind on which work may not have been allowed, and the statuses that say so."""

    says: str
    runs: Sequence[Days]
    statuses: Lane

    def touched_by(self, job: Span, edges: Edges) -> Days | None:
        """The first of the days that certainly were days of the job."""
        found = (days for days in parts(self.runs, job.shortest) if edges.firm(days)) if job.shortest else ()
        if self.says != "student":
            return next(iter(found), None)
        since = ((max(days[0], STUDENT_HOURS_SINCE), days[1]) for days in found)
        long = (days for days in since if longer_than(days, LONGER_THAN_A_BREAK))
        return next(long, None) if weekly_hours(job) > STUDENT_HOURS else None


@check("work-without-permission")
def work_without_permission(file: File) -> Iterator[Raised]:
    """Every job in Canada of each member of the family who isn't a citizen, told once with the first such days."""
    for person in file.family:
        if person.did is None or person.status is None or may_be_citizen(person):
            continue
        edges = Edges(person.did, person.status, person.lived, person.travelled)
        kinds = tuple(_kinds(file, person, person.status))
        for job in person.did:
            if activity(job).kind not in PAID or place(job) != CANADA or activity(job).remote:
                continue
            touched = ((kind, days) for kind in kinds if (days := kind.touched_by(job, edges)))
            for kind, days in list(touched)[:1]:
                yield _raised(person, job, kind, days, edges)


def _kinds(file: File, person: PersonFile, statuses: tuple[Span, ...]) -> Iterator[_Days]:
    """The gravest first. Where permanent residence is what isn't listed, that is told of the days up to the check."""
    told = person.today if unlisted(file, person) else None
    yield _with_only("no-permission", NO_PERMISSION, statuses)
    yield _Days("nothing-listed", [days for days in _unlisted(person, statuses) if days[1] != told], Lane(()))
    yield _with_only("permit-holder", frozenset({"temporary-resident-permit"}), statuses)
    yield _with_only("student", frozenset({"student"}), statuses)


def _with_only(says: str, kinds: frozenset[CanadaStatus], statuses: tuple[Span, ...]) -> _Days:
    return _Days(says, only(statuses, kinds), Lane([status for status in statuses if kind_of(status) in kinds]))


def _unlisted(person: PersonFile, statuses: tuple[Span, ...]) -> Iterator[Days]:
    """The days without any status, but for those before which one that allows work may be the last that ended."""
    earlier = deque(sorted(statuses, key=lambda status: status.end.last))
    ended = allowed = date.min  # the last end in every reading, and the last that one that allows work may have
    perhaps_here = list(uncovered(certainly_elsewhere(person), (date.min, person.today)))
    for days in common(list(uncovered(covered(statuses), (date.min, person.today))), perhaps_here):
        while earlier and earlier[0].end.last < days[0]:
            status = earlier.popleft()
            ended = max(ended, status.end.first, status.longest[0])
            allowed = allowed if kind_of(status) in NO_PERMISSION else status.end.last
        arriving = ended == date.min and length(days) <= ARRIVAL_DAYS
        if (allowed < ended or allowed == date.min) and not arriving:
            yield days


def _may_represent_a_state(person: PersonFile, days: Days) -> bool:
    """Whether a diplomatic or official passport may have been valid on all of the days."""
    for _, passport in person.passports or ():
        begins = passport.issued.first if passport.issued else date.min
        if passport.kind in OFFICIAL and begins <= days[0] and (last_day(passport) or date.max) >= days[1]:
            return True
    return False


def _raised(person: PersonFile, job: Span, kind: _Days, days: Days, edges: Edges) -> Raised:
    start, end = edges.said(days)
    goes_on = job.ongoing and days[1] == person.today
    statuses = tuple(status.path for status in kind.statuses.beside(days)[:1])
    unpermitted = kind.says in ("no-permission", "nothing-listed")
    represents = unpermitted and _may_represent_a_state(person, days)
    asks = remote_unsaid([job]) if unpermitted and not represents else ()
    return Raised(
        "official-passport" if represents else "perhaps" if asks else kind.says,
        person.id,
        facts=(job.path, *statuses),
        start=start,
        end=end,
        asks=asks,
        words={
            "work": EntryAt(job.path),
            "status": entries(statuses),
            "period": Period(start, None if goes_on else end),
        },
    )
