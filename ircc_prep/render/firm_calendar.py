"""The dates of all clients of a firm in one calendar, each event with what the firm calls the client.

The events of one case have ids that name nobody, so those of two cases of one program are the same (docs/adr/0012). A
firm tells its clients apart by a key. With it in the id, the events of all clients fit into one calendar; a client's
own calendar, made with the same key, neither doubles them there nor takes the place of another client's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from ircc_prep.render.calendar import ID_LENGTH
from ircc_prep.render.ics import Event, calendar
from ircc_prep.render.words import Words


def keyed(events: Iterable[Event], key: str) -> list[Event]:
    """A client's events with ids of their own.

    `key` is what tells the client from every other of the firm, and stays from run to run. It shouldn't be made of a
    name or another fact of the person: who has the calendar could guess it back from the ids.
    """
    return [replace(event, uid=_uid(event.uid, key)) for event in events]


def named(events: Iterable[Event], client: str, words: Words) -> list[Event]:
    """A client's events with what the firm calls the client before their titles."""
    name = " ".join(client.split())
    return [
        replace(event, summary=words.say("calendar.of-client", client=name, what=event.summary)) for event in events
    ]


def firm_calendar(events: Sequence[Event], words: Words, made: date, written: datetime) -> str:
    """The calendar of all clients' events, by their days, however they were gathered; "" where there are none.

    `made` is the day of the checks, `written` the time of writing. Raises ValueError where two events have one id: two
    clients were given the same key.
    """
    ordered = sorted(events, key=lambda event: (event.day, event.summary, event.uid))
    if len({event.uid for event in ordered}) < len(ordered):
        raise ValueError("two clients have the same key")
    return calendar(ordered, words.say("calendar.firm"), made, written) if ordered else ""


def _uid(own: str, key: str) -> str:
    """The id that an event of one case has within a firm."""
    digest_of_own, _, place = own.partition("@")
    digest = sha256(f"{digest_of_own}|{key}".encode()).hexdigest()[:ID_LENGTH]
    return f"{digest}@{place}"
