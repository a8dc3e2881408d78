"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.ask.dates_in import Refused, read_date
from ircc_prep.ask.phrases import MONTHS, Phrases
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import LANGUAGES, Language

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2019", "2019"),
        (" 2019 ", "2019"),
        ("2019-03", "2019-03"),
        ("2019-3", "2019-03"),
        ("2019-03-14", "2019-03-14"),
        ("2019/3/14", "2019-03-14"),
        ("2019.03.14", "2019-03-14"),
        ("March 2019", "2019-03"),
        ("march, 2019", "2019-03"),
        ("mars 2019", "2019-03"),
        ("2019 March", "2019-03"),
        ("14 March 2019", "2019-03-14"),
        ("March 14, 2019", "2019-03-14"),
        ("14th of March 2019", "2019-03-14"),
        ("le 1er août 2019", "2019-08-01"),
        ("1 aout 2019", "2019-08-01"),
        ("Décembre 2019", "2019-12"),
        ("fevrier 2019", "2019-02"),
        ("févr. 2019", "2019-02"),
        ("sept. 2019", "2019-09"),
        ("14/03/2019", "2019-03-14"),
        ("03/14/2019", "2019-03-14"),
        ("04/04/2019", "2019-04-04"),
        ("3/2019", "2019-03"),
        ("29 février 2020", "2020-02-29"),
        ("today", "2026-11-22"),
        ("aujourd’hui", "2026-11-22"),
    ],
)
def test_what_people_write_is_read(typed: str, read: str) -> None:
    assert str(read_date(typed, TODAY)) == read


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "not-a-date"),
        ("soon", "not-a-date"),
        ("03/04/2019", "two-readings"),
        ("3.4.2019", "two-readings"),
        ("2019-02-30", "no-such-day"),
        ("30 February 2019", "no-such-day"),
        ("31/04/2019", "no-such-day"),
        ("2019-13", "no-such-month"),
        ("14/03/19", "short-year"),
        ("19", "short-year"),
        ("March", "short-year"),
        ("14 March", "short-year"),
        ("March 19", "short-year"),
        ("1492", "year-out-of-range"),
        ("March 3019", "year-out-of-range"),
        ("March 2019 2020", "not-a-date"),
        ("March April 2019", "not-a-date"),
        ("present", "not-a-date"),
        ("²019", "not-a-date"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_fault(typed: str, fault: str) -> None:
    read = read_date(typed, TODAY)
    assert isinstance(read, Refused)
    assert read.fault == fault


def test_a_date_with_two_readings_names_both() -> None:
    read = read_date("03/04/2019", TODAY)
    assert isinstance(read, Refused)
    assert sorted(map(str, read.readings)) == ["2019-03-04", "2019-04-03"]


@pytest.mark.parametrize("typed", ["present", "Now", "today", "maintenant", "aujourd’hui", "à ce jour", "en cours"])
def test_an_end_may_still_be_going_on(typed: str) -> None:
    assert read_date(typed, TODAY, present=True) == "present"


@pytest.mark.parametrize(
    ("known", "typed", "read"),
    [
        ("2019", "March", "2019-03"),
        ("2019", "mars", "2019-03"),
        ("2019", "3", "2019-03"),
        ("2019", "14 mars", "2019-03-14"),
        ("2019-03", "14", "2019-03-14"),
        ("2019-03", "14th", "2019-03-14"),
        ("2019-03", "14 April", "2019-04-14"),
        ("2019", "2018-05", "2018-05"),
    ],
)
def test_a_year_or_month_that_is_known_is_completed(known: str, typed: str, read: str) -> None:
    assert str(read_date(typed, TODAY, within=PartialDate.parse(known))) == read


@given(DAYS, st.sampled_from(LANGUAGES))
def test_the_words_that_a_date_is_echoed_in_are_read_as_that_date(day: date, language: Language) -> None:
    phrases = Phrases({}, language)
    for known in (PartialDate.on(day), PartialDate.parse(f"{day:%Y-%m}"), PartialDate.parse(f"{day:%Y}")):
        assert read_date(phrases.date(known), TODAY) == known


@given(DAYS, st.sampled_from(["-", "/", ".", " "]))
def test_day_and_month_in_figures_are_never_guessed(day: date, mark: str) -> None:
    read = read_date(f"{day.day}{mark}{day.month}{mark}{day.year}", TODAY)
    if day.day <= 12 and day.day != day.month:
        assert isinstance(read, Refused)
    else:
        assert read == PartialDate.on(day)


@given(st.text(max_size=40), st.booleans())
def test_whatever_is_typed_is_read_or_refused(typed: str, present: bool) -> None:
    assert read_date(typed, TODAY, present=present)


def test_no_month_has_the_same_name_in_both_languages_for_different_months() -> None:
    for index, name in enumerate(MONTHS["en"]):
        assert name.lower() not in MONTHS["fr"] or MONTHS["fr"].index(name.lower()) == index
