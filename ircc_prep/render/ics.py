"""Events written as iCalendar (RFC 5545): all-day, private, taking up no time, with alarms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE = 75  # octets, without the line break (RFC 5545, 3.1)
_ALARM_HOUR = 9  # in the morning, by the calendar's own clock: not at midnight
_DAY_HOURS = 24
_FIRST_REVISION = datetime(2020, 1, 1, tzinfo=UTC)
# What a TEXT value may not hold; a line break is written as \n.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = re.compile(r"[\\;,\n]")
PRODUCT = "-//ircc-prep//ircc-prep//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """A day with what to do. `alarms` are how many days before it they ring."""

    uid: str
    day: date
    summary: str
    description: str
    alarms: Sequence[int]


def calendar(events: Iterable[Event], name: str, made: date, written: datetime) -> str:
    """The file's text, made for a day and written at a time. No alarm rings on that day or before it.

    Written a second later it is a later revision, so that importing it again brings events up to date. METHOD is left
    out, since nobody is invited to anything.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines += _event(event, made, written)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(event: Event, made: date, written: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{written.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{_revision(written)}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for days in _ahead(event, made):
        yield from _alarm(event, days)
    yield "END:VEVENT"


def _revision(written: datetime) -> int:
    """Seconds, which grow with every change; as a whole number of the format they last until 2088."""
    return max(int((written - _FIRST_REVISION).total_seconds()), 0)


def _ahead(event: Event, made: date) -> Sequence[int]:
    """The alarms that are still to ring; where all are past, one on the morning of the day itself, unless it is today.

    One that would ring at once is no warning.
    """
    ahead = [days for days in event.alarms if event.day - timedelta(days) > made]
    last = [0] if event.alarms and event.day > made else []
    return ahead or last


def _alarm(event: Event, days: int) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(event.summary)}"
    yield f"TRIGGER:{_trigger(days)}"
    yield "END:VALARM"


def _trigger(days: int) -> str:
    """How long before the day begins, or after: at nine in the morning, so many days before it."""
    if days == 0:
        return f"PT{_ALARM_HOUR}H"
    whole = f"{days - 1}D" if days > 1 else ""
    return f"-P{whole}T{_DAY_HOURS - _ALARM_HOUR}H"


def escaped(text: str) -> str:
    """A text as the value of a property."""
    plain = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPED.sub(lambda found: r"\n" if found[0] == "\n" else f"\\{found[0]}", plain)


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, each but the first after a space; no character is cut in two."""
    part, room = "", _LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            part, room = " ", _LINE - 1
        part += character
        room -= size
    yield part
