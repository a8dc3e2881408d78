"""Events written as iCalendar (RFC 5545): all-day, private, taking up no time, with alarms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_LINE = 75  # octets, without the line break (RFC 5545, 3.1)
_ALARM_HOUR = 9  # in the morning, by the calendar's own clock: not at midnight
_DAY_HOURS = 24
# What a TEXT value may not hold; a line break is written as \n.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = re.compile(r"[\\;,\n]")
PRODUCT = "-//ircc-prep//ircc-prep//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """A day with what to do. `alarms` are how many days before it."""

    uid: str
    day: date
    summary: str
    description: str
    alarms: Sequence[int]


def calendar(events: Iterable[Event], name: str, made: date) -> str:
    """The file's text. Made on a later day it is a later revision, so that importing it again brings events up to date.

    METHOD is left out, since nobody is invited to anything.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(event: Event, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{max((made - date(2020, 1, 1)).days, 0)}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for days in event.alarms:
        if event.day - timedelta(days) > made:  # one that would ring at once is no warning
            yield from _alarm(event, days)
    yield "END:VEVENT"


def _alarm(event: Event, days: int) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(event.summary)}"
    yield f"TRIGGER:{_trigger(days)}"
    yield "END:VALARM"


def _trigger(days: int) -> str:
    """How long before the day begins: at nine in the morning, so many days before it."""
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
