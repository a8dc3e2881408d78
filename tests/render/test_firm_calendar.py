"""A firm's calendar holds the dates of all its clients: none takes another's place, and no id tells whose it is."""

import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.api.opening import open_case
from ircc_prep.api.views import words_for
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.calendar import events
from ircc_prep.render.firm_calendar import firm_calendar, keyed, named
from ircc_prep.render.ics import Event
from ircc_prep.render.words import Words

PERSONAS = Path(__file__).parents[2] / "checklists" / "personas"
DAY, WRITTEN = date(2026, 11, 22), datetime(2026, 11, 22, 12, tzinfo=UTC)


@cache
def own(name: str, language: Language = "en") -> tuple[tuple[Event, ...], Words]:
    """A family's events, as its own calendar has them."""
    opened = open_case(PERSONAS / f"{name}.yaml", Pack(examples=False))
    found, words = evaluate(opened.book, opened.case, DAY), words_for(opened.book, language)
    return tuple(events(found, deadlines(opened.book, found), words)), words


def of_clients(clients: dict[str, str], name: str = "express-entry.fr", language: Language = "en") -> list[Event]:
    """The events of clients, by key and name, who all have one family's case."""
    made, words = own(name, language)
    return [event for key, client in clients.items() for event in named(keyed(made, key), client, words)]


def read(text: str) -> list[icalendar.cal.Component]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_two_clients_with_one_program_and_one_name_both_have_all_their_events() -> None:
    made, words = own("express-entry.fr")
    text = firm_calendar(of_clients({"7f3a": "Mbarga", "91c0": "Mbarga"}), words, DAY, WRITTEN)
    seen = read(text)
    assert len(made) > 0
    assert len({str(event["UID"]) for event in seen}) == len(seen) == 2 * len(made)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Mbarga, A.: Passport expires (partner)"),
        ("fr", "Mbarga, A.\N{NO-BREAK SPACE}: Expiration du passeport (conjoint)"),
    ],
)
def test_each_event_says_which_client_it_is_about(language: Language, title: str) -> None:
    _, words = own("express-entry.fr", language)
    text = firm_calendar(of_clients({"7f3a": "Mbarga,\n A."}, language=language), words, DAY, WRITTEN)
    titles = [str(event["SUMMARY"]) for event in read(text)]
    assert title in titles
    assert all(each.startswith("Mbarga, A.") for each in titles)


def test_a_clients_own_calendar_has_the_same_ids_and_not_the_firms_name_for_the_client() -> None:
    made, _ = own("express-entry.fr")
    mine, firms = keyed(made, "7f3a"), of_clients({"7f3a": "Mbarga"})
    assert [event.uid for event in mine] == [event.uid for event in firms]
    assert [event.summary for event in mine] == [event.summary for event in made]


def test_the_file_is_the_same_in_whatever_order_the_clients_were_done() -> None:
    _, words = own("express-entry.fr")
    gathered = of_clients({"a": "Mbarga", "b": "Diallo", "c": "Santos"})
    assert firm_calendar(gathered, words, DAY, WRITTEN) == firm_calendar(gathered[::-1], words, DAY, WRITTEN)
    days = [event.decoded("DTSTART") for event in read(firm_calendar(gathered, words, DAY, WRITTEN))]
    assert days == sorted(days)


def test_an_event_moves_when_its_day_does_and_keeps_its_id() -> None:
    made, _ = own("express-entry.fr")
    assert [event.uid for event in keyed(made, "a")] == [event.uid for event in keyed(made, "a")]
    assert not {event.uid for event in keyed(made, "a")} & {event.uid for event in keyed(made, "b")}


@given(key=st.text(max_size=30), client=st.text(max_size=60))
def test_no_key_and_no_name_stands_in_an_id_or_breaks_the_file(key: str, client: str) -> None:
    _, words = own("express-entry.fr")
    gathered = of_clients({key: client})
    assert all(re.fullmatch(r"[0-9a-f]{24}@ircc-prep", event.uid) for event in gathered)
    assert len(read(firm_calendar(gathered, words, DAY, WRITTEN))) == len(gathered)


def test_two_clients_with_one_key_are_refused_and_without_events_there_is_no_calendar() -> None:
    _, words = own("express-entry.fr")
    with pytest.raises(ValueError, match="same key"):
        firm_calendar(of_clients({"a": "Mbarga"}) + of_clients({"a": "Diallo"}), words, DAY, WRITTEN)
    assert firm_calendar([], words, DAY, WRITTEN) == ""


def test_cases_of_protection_dont_say_there_what_an_event_is_about_either() -> None:
    made, words = own("protected-person.en")
    titles = {event.summary for event in named(keyed(made, "a"), "Client 12", words)}
    kinds = ("Interview", "A paper runs out", "A permit or stay ends", "Last day to act")
    assert titles <= {f"Client 12: {kind}" for kind in kinds}


def test_the_words_fit_the_firm_as_well_as_the_person_whose_file_it_is() -> None:
    said = [text for key, text in wording().items() if key.startswith("calendar.")]
    assert [text for text in said if re.search(r"\b(your|votre|vos)\b", f"{text.en} {text.fr}", re.IGNORECASE)] == []
