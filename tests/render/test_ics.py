"""iCalendar as RFC 5545 has it, read back by a library that calendars are made with."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.render.ics import Event, calendar, escaped, folded

MADE = date(2026, 11, 22)
WRITTEN = datetime(2026, 11, 22, 14, 5, 9, tzinfo=UTC)
# What a file in UTF-8 can hold; other controls are left out on the way.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")).map(
    lambda text: text.replace("\x85", "").replace("\u2028", "").replace("\u2029", "")
)
EVENTS = st.builds(
    Event,
    uid=st.from_regex(r"[0-9a-f]{8}@x", fullmatch=True),
    day=st.dates(MADE, date(2199, 12, 31)),
    summary=TEXTS,
    description=TEXTS,
    alarms=st.lists(st.integers(1, 90), max_size=4, unique=True),
)


@settings(deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=4, unique_by=lambda event: event.uid))
def test_a_calendar_library_reads_the_same_events(events: list[Event]) -> None:
    read = icalendar.Calendar.from_ical(calendar(events, "Dates à retenir", MADE, WRITTEN))
    found = read.walk("VEVENT")
    assert [(str(each["UID"]), each.decoded("DTSTART")) for each in found] == [(each.uid, each.day) for each in events]
    for each, event in zip(found, events, strict=True):
        assert (str(each["SUMMARY"]), str(each["DESCRIPTION"])) == (event.summary, event.description)
        assert not each.errors
        rung = [alarm.decoded("TRIGGER") for alarm in each.walk("VALARM")]
        ahead = [days for days in event.alarms if event.day - timedelta(days) > MADE]
        last = [0] if event.alarms and event.day > MADE else []
        assert rung == [timedelta(hours=9, days=-days) for days in ahead or last]
    assert str(read["X-WR-CALNAME"]) == "Dates à retenir"
    assert not read.errors


@given(TEXTS)
def test_no_line_is_longer_than_75_octets_and_joined_again_they_are_the_line(text: str) -> None:
    parts = list(folded(text.replace("\n", "")))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text.replace("\n", "")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_holds_no_line_break_and_no_control(text: str) -> None:
    assert not set(escaped(text)) & {chr(code) for code in (*range(9), *range(10, 32), 127)}


def test_what_separates_values_is_escaped() -> None:
    assert escaped("a\\b; c, d\r\ne\rf\x00") == r"a\\b\; c\, d\ne\nf"


def test_every_line_ends_as_the_format_says_and_nobody_is_invited() -> None:
    text = calendar([Event("1@x", date(2027, 1, 3), "é" * 80, "b", (1,))], "n", MADE, WRITTEN)
    lines = text.split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "\n" not in "".join(lines)
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN", "CLASS:PRIVATE", "TRANSP:TRANSPARENT"} <= set(lines)
    assert not any(line.startswith(("METHOD", "LOCATION", "ORGANIZER", "ATTENDEE")) for line in lines)


def test_an_alarm_rings_at_nine_in_the_morning_and_never_on_the_day_of_the_check_or_before() -> None:
    event = Event("1@x", date(2026, 12, 2), "a", "b", (60, 30, 10, 7, 1))
    assert triggers(event) == ["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]


def triggers(event: Event) -> list[str]:
    lines = calendar([event], "n", MADE, WRITTEN).split("\r\n")
    return [line for line in lines if line.startswith("TRIGGER")]


@pytest.mark.parametrize(
    ("days", "rung"),
    [(0, []), (1, ["TRIGGER:PT9H"]), (2, ["TRIGGER:-PT15H"])],
    ids=["today", "tomorrow", "in two days"],
)
def test_where_every_alarm_is_past_one_rings_at_nine_of_the_day_itself(days: int, rung: list[str]) -> None:
    assert triggers(Event("1@x", MADE + timedelta(days), "a", "b", (30, 7, 1))) == rung


def test_written_later_even_on_the_same_day_it_is_a_later_revision() -> None:
    def written(at: datetime) -> str:
        return calendar([Event("1@x", date(2027, 1, 3), "a", "b", ())], "n", MADE, at)

    def revision(at: datetime) -> tuple[int, datetime]:
        (event,) = icalendar.Calendar.from_ical(written(at)).walk("VEVENT")
        return event.decoded("SEQUENCE"), event.decoded("DTSTAMP")

    assert written(WRITTEN) == written(WRITTEN)
    assert revision(WRITTEN)[1] == WRITTEN
    now, later = revision(WRITTEN), revision(WRITTEN + timedelta(seconds=1))
    assert now[0] < later[0]
    assert now[1] < later[1]
    assert revision(datetime(2019, 1, 1, tzinfo=UTC))[0] == 0
    assert revision(datetime(2087, 12, 31, tzinfo=UTC))[0] < 2**31


def test_the_time_of_writing_is_said_in_utc() -> None:
    elsewhere = WRITTEN.astimezone(timezone(timedelta(hours=-5)))
    events = [Event("1@x", date(2027, 1, 3), "a", "b", ())]
    assert calendar(events, "n", MADE, elsewhere) == calendar(events, "n", MADE, WRITTEN)
