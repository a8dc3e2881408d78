"""Deadlines as events of a calendar, in one language and without a word that tells whose they are.

An event's id is a digest of the deadline's name: program, kind, item, role and the person's number in that role. It
stays when the day moves, so that importing the file again moves the event. Nothing of a person goes into it: a digest
of a name or a date of birth could be guessed back. So a second case of the same program has the same ids, and wants a
calendar of its own. In a case of protection the program, too, is left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from ircc_prep.core.case import Case, Person
from ircc_prep.core.deadlines.deadline import Deadline, Kind
from ircc_prep.core.result import Evaluation
from ircc_prep.render.ics import Event, calendar
from ircc_prep.render.words import Words

ID_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Said:
    """What an event of a kind is called, what it says to do, and how many days before it the alarms ring."""

    title: str
    do: str
    alarms: Sequence[int]


_RENEWAL, _LIMIT = (60, 30, 7, 1), (30, 14, 7, 1)
KINDS: Mapping[Kind, Said] = {
    "interview": Said("calendar.interview", "calendar.interview-do", (7, 1)),
    "arrival": Said("calendar.arrival", "calendar.arrival-do", (7, 1)),
    "submission": Said("calendar.submission", "calendar.submission-do", (14, 3)),
    "last-day": Said("calendar.last-day", "calendar.last-day-do", _LIMIT),
    "age": Said("calendar.last-day", "calendar.age-do", _LIMIT),
    "passport": Said("calendar.passport", "calendar.passport-do", _RENEWAL),
    "permit": Said("calendar.permit", "calendar.permit-do", _RENEWAL),
    "paper": Said("calendar.paper", "calendar.paper-do", _RENEWAL),
}
_ROLES = {
    "principal-applicant": "calendar.applicant",
    "spouse-or-partner": "calendar.partner",
    "dependent-child": "calendar.child",
    "sponsor": "calendar.relative",
    "other-family": "calendar.relative",
}
_BEFORE = {
    "interview": "calendar.before-interview",
    "arrival": "calendar.before-arrival",
    "submission": "calendar.before-submission",
}


def calendar_text(found: Evaluation, deadlines: Sequence[Deadline], words: Words, written: datetime) -> str:
    """The calendar of an evaluation's deadlines that are known to the day or the month; "" where there are none.

    `written` is the time of writing: a later one makes a later revision of the same events. A calendar without an event
    is none (RFC 5545, 3.6).
    """
    made = events(found, deadlines, words)
    return calendar(made, words.say("calendar.name"), found.checked_on, written) if made else ""


def events(found: Evaluation, deadlines: Sequence[Deadline], words: Words) -> list[Event]:
    """The events of the deadlines that are known to the day or the month."""
    return [_event(each, found, words) for each in deadlines if each.placed]


def title(deadline: Deadline, case: Case, words: Words) -> str:
    """What a lock screen may show: the kind of deadline and, in a family, the role of the one whom it is about."""
    people = case.people or ()
    what = words.of(deadline.headline) if deadline.headline else words.say(KINDS[deadline.kind].title)
    person = case.person(deadline.person) if deadline.person else None
    if person is None or len(people) < 2:  # noqa: PLR2004 - alone, nobody has to be told from anybody
        return what
    return words.say("calendar.of", what=what, who=_role(person, people, words))


def _role(person: Person, people: Sequence[Person], words: Words) -> str:
    phrase = _ROLES[person.role]
    alike = [each.id for each in people if _ROLES[each.role] == phrase]
    name = words.say(phrase)
    return name if len(alike) == 1 else f"{name} {alike.index(person.id) + 1}"


def _event(deadline: Deadline, found: Evaluation, words: Words) -> Event:
    day = deadline.first_possible(found.checked_on)
    description = "\n\n".join(_paragraphs(deadline, found.checked_on, words))
    return Event(
        _uid(deadline, found), day, title(deadline, found.case, words), description, KINDS[deadline.kind].alarms
    )


def _paragraphs(deadline: Deadline, today: date, words: Words) -> Iterator[str]:
    if deadline.title:
        yield _about(deadline, words)
    if deadline.before:
        yield words.say(_BEFORE[deadline.before])
    yield words.say(KINDS[deadline.kind].do)
    if deadline.fault:
        yield words.label("calendar.from-the-next-day") + " " + words.of(deadline.fault)
    if deadline.advice and "{" not in deadline.advice.en + deadline.advice.fr:
        yield words.of(deadline.advice)
    yield from _certainty(deadline, words)
    if deadline.bare and deadline.kind not in _BEFORE:
        yield words.say("calendar.bare")
    if deadline.sources:
        pages = dict.fromkeys(f"{words.of(each.title)}, {words.of(each.url)}" for each in deadline.sources)
        yield "\n".join([words.label("calendar.sources"), *(f"- {page}" for page in pages)])
    yield words.say("calendar.made", date=words.date(today))


def _about(deadline: Deadline, words: Words) -> str:
    name = words.of(deadline.title) if deadline.title else ""
    return f"{name} ({words.country(deadline.country)})" if deadline.country else name


def _certainty(deadline: Deadline, words: Words) -> Iterator[str]:
    if not deadline.day.exact:
        yield words.say("calendar.by-month")
    if deadline.disputed:
        yield words.say("calendar.disputed")
    if deadline.confidence != "high":
        yield words.say("calendar.low" if deadline.confidence == "low" else "calendar.medium")


def _uid(deadline: Deadline, found: Evaluation) -> str:
    people = found.case.people or ()
    person = found.case.person(deadline.person) if deadline.person else None
    seen = Counter(each.role for each in people[: people.index(person)]) if person else Counter[str]()
    role = (person.role, str(seen[person.role])) if person else ("", "")
    audience = found.redaction.audience if found.redaction else ""
    program = "" if deadline.bare else found.case.program
    parts = (program, deadline.kind, deadline.subject, str(deadline.nth), *role, audience)
    return f"{sha256('|'.join(parts).encode()).hexdigest()[:ID_LENGTH]}@ircc-prep"
