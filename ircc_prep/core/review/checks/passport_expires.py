"""A passport that runs out before the days on which it has to be shown.

Of each person who comes along, the passport that is valid longest counts; a diplomatic or official one only for a
temporary stay (IRPR 50(1)(a), 52(1)). An item of the checklist that says *expired* or *expires too soon* isn't
repeated. It can't say one thing, though: that a passport which is valid today will not be on the day of the interview
or arrival; that has to be mended first. Six months of validity after a step is no rule but what IRCC's page for
Express Entry asks on the day of the application, so it is a note. An expiry known only by year is asked for where it
decides. Children and adults are treated alike; of refugees and protected persons nothing is said (IRPR 50(2), 178).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.dates import PartialDate, add_months
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import meeting, meeting_ahead, submission_ahead
from ircc_prep.core.review.passports import last_day, may_have_no_passport
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import in_one_month
from ircc_prep.core.said import Value, When
from ircc_prep.core.text import Text

MONTHS_TO_SPARE = 6  # IRCC's page on documents for Express Entry
NOT_FOR_RESIDENCE = ("diplomatic", "official")
SAID_BY_ITEMS = ("expired", "expires-too-soon")
SUBMISSION = Text("the planned submission", "la présentation prévue de la demande")


@dataclass(frozen=True, slots=True)
class _Latest:
    """The passport that may be valid longest, and the last day on which it may be."""

    path: str
    expires: PartialDate
    last: date


@check("passport-expires")
def passport_expires(file: File) -> Iterator[Raised]:
    """At most one finding for each person who comes along: the first that applies."""
    for person in file.family:
        if person.person.accompanying is not False and not may_have_no_passport(file, person):
            passports = _usable(file, person)
            if passports:
                yield from _of(file, person, passports)


def _usable(file: File, person: PersonFile) -> list[_Latest]:
    """The passports that can be used for this program; none while the expiry of one of them is unanswered."""
    found = []
    for path, passport in person.passports or ():
        if file.leads_to != "temporary-residence" and passport.kind in NOT_FOR_RESIDENCE:
            continue
        last = last_day(passport)
        if passport.expires is None or last is None:
            return []
        found.append(_Latest(path, passport.expires, last))
    return found


def _of(file: File, person: PersonFile, passports: Sequence[_Latest]) -> Iterator[Raised]:
    latest = max(passports, key=lambda each: (each.last, each.path))
    said = _said_by_an_item(file, person)
    day = meeting_ahead(file)
    if latest.last < file.today:
        if not said:
            yield _raised("expired", person, latest)
    elif day is not None and latest.last < day.first:
        yield _raised("before-interview", person, latest, meeting(file), day)
    elif confirmed := _confirmed_until(file, latest):
        yield _raised("before-confirmation", person, latest, None, confirmed)
    elif asks := _open(passports, day or file.now):
        yield _raised("perhaps", person, latest, None, day or file.now, asks)
    elif not said:
        yield from _six_months(file, person, latest)


def _said_by_an_item(file: File, person: PersonFile) -> bool:
    """Whether an item that looks at the passports says already that none of them is valid long enough."""
    return any(
        item.person == person.id
        and item.holding in SAID_BY_ITEMS
        and any(read.fact.startswith(f"{person.path}.passports") for read in item.holding_reads)
        for item in file.items
    )


def _confirmed_until(file: File, latest: _Latest) -> PartialDate | None:
    """The last day of the confirmation of permanent residence, where the passport certainly ends before it."""
    until = file.answers.get("landing.copr_expires")
    ahead = isinstance(until, PartialDate) and until.first > max(file.today, latest.last)
    return until if ahead else None


def _open(passports: Sequence[_Latest], day: PartialDate) -> tuple[str, ...]:
    """The paths of expiries known only by year, where they decide whether a passport is valid on the day."""
    if any(each.expires.first >= day.last for each in passports):
        return ()
    return tuple(
        f"{each.path}.expires" for each in passports if each.last >= day.first and not in_one_month(each.expires)
    )


def _six_months(file: File, person: PersonFile, latest: _Latest) -> Iterator[Raised]:
    """A passport that certainly ends within six months after the interview, or else after the planned submission."""
    steps = ((meeting(file), meeting_ahead(file)), (SUBMISSION, submission_ahead(file)))
    step, day = next(((step, day) for step, day in steps if day is not None), (None, None))
    if step is not None and day is not None and latest.last < add_months(day.first, MONTHS_TO_SPARE):
        yield _raised("six-months", person, latest, step, day)


def _raised(
    says: str,
    person: PersonFile,
    latest: _Latest,
    step: Text | None = None,
    day: PartialDate | None = None,
    asks: tuple[str, ...] = (),
) -> Raised:
    words: dict[str, Value] = {"expires": When(latest.expires)}
    if step is not None:
        words["step"] = step
    if day is not None:
        words |= {"day": day, "on": When(day)}
    return Raised(says, person.id, (f"{latest.path}.expires",), latest.expires, day, asks, words)
