"""Every way of writing a date, a country or a language that people were seen to use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.ask.countries import countries, languages, names
from ircc_prep.ask.country_words import COUNTRIES_ALSO, DIVIDED, LANGUAGES_ALSO
from ircc_prep.ask.date_words import MONTH_NAMES, PRESENT_WORDS, WITHOUT_MEANING
from ircc_prep.ask.dates_in import Refused, read_date
from ircc_prep.ask.phrases import MONTHS
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import LANGUAGES

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
BEFORE = [
    "",
    "about ",
    "around ",
    "circa ",
    "~",
    "vers ",
    "environ ",
    "since ",
    "depuis ",
    "en ",
    "le ",
    "on ",
    "jeudi ",
]
ZEROS = {
    "ascii": "0",
    "full-width": "０",
    "arabic": "٠",
    "persian": "۰",
    "devanagari": "०",
    "gurmukhi": "੦",
    "bengali": "০",
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mar 2019", "2019-03"),
        ("mar. 2019", "2019-03"),
        ("juill. 2019", "2019-07"),
        ("DECEMBRE 2019", "2019-12"),
        ("2019/03", "2019-03"),
        ("03/2019", "2019-03"),
        ("03–2019", "2019-03"),
        ("14-Mar-2019", "2019-03-14"),
        ("14mar2019", "2019-03-14"),
        ("14 MAR/MARS 2019", "2019-03-14"),
        ("01 AUG/AOÛ 2019", "2019-08-01"),
        ("Thursday, March 14, 2019", "2019-03-14"),
        ("mar. 14 mars 2019", "2019-03-14"),
        ("premier mars 2019", "2019-03-01"),
        ("first of March 2019", "2019-03-01"),
        ("20190314", "2019-03-14"),
        ("14032019", "2019-03-14"),
        ("about 2019", "2019"),
        ("about 03/2019", "2019-03"),
        ("~2019", "2019"),
        ("2019?", "2019"),
        ("vers 2019", "2019"),
        ("à peu près 2019", "2019"),
        ("peut-être en mars 2019", "2019-03"),
        ("early March 2019", "2019-03"),
        ("mi-mars 2019", "2019-03"),
        ("fin mars 2019", "2019-03"),
        ("since March 2019", "2019-03"),
        ("jusqu’en 2019", "2019"),
        ("this year", "2026"),
        ("last year", "2025"),
        ("l’an dernier", "2025"),
        ("l'année passée", "2025"),
        ("next year", "2027"),
        ("last month", "2026-10"),
        ("le mois dernier", "2026-10"),
        ("3 years ago", "2023"),
        ("about three years ago", "2023"),
        ("il y a 3 ans", "2023"),
        ("il y a environ trois ans", "2023"),
        ("il y a un an", "2025"),
        ("a year ago", "2025"),
        ("two months ago", "2026-09"),
        ("il y a sept mois", "2026-04"),
        ("3 days ago", "2026-11-19"),
        ("yesterday", "2026-11-21"),
        ("hier", "2026-11-21"),
        ("in 2 years", "2028"),
        ("dans 2 ans", "2028"),
    ],
)
def test_a_date_is_read_as_it_was_said(typed: str, read: str) -> None:
    assert str(read_date(typed, TODAY)) == read


@pytest.mark.parametrize(
    ("typed", "doubt", "readings"),
    [
        ("03/04/2019", "two-readings", ["2019-04-03", "2019-03-04"]),
        ("01021990", "two-readings", ["1990-02-01", "1990-01-02"]),
        ("spring 2019", "part-of-year", ["2019"]),
        ("au printemps 2019", "part-of-year", ["2019"]),
        ("été 2019", "part-of-year", ["2019"]),
        ("early 2019", "part-of-year", ["2019"]),
        ("fin 2019", "part-of-year", ["2019"]),
        ("Febuary 2019", "misspelt-month", ["2019-02"]),
        ("14 Setember 2019", "misspelt-month", ["2019-09-14"]),
    ],
)
def test_what_may_mean_more_than_one_thing_is_left_to_the_person(typed: str, doubt: str, readings: list[str]) -> None:
    read = read_date(typed, TODAY)
    assert isinstance(read, Refused)
    assert (read.doubt, [str(reading) for reading in read.readings]) == (doubt, readings)


@pytest.mark.parametrize(
    "typed",
    ["before 2019", "avant 2019", "2015 to 2019", "2015-2019", "last March", "mars dernier", "Mars 2O19", "week ago"],
)
def test_what_would_have_to_be_guessed_is_refused(typed: str) -> None:
    assert isinstance(read_date(typed, TODAY), Refused)


@pytest.mark.parametrize("typed", sorted(PRESENT_WORDS))
def test_what_still_goes_on_can_be_said_in_many_ways(typed: str) -> None:
    assert read_date(typed.upper(), TODAY, present=True) == "present"
    assert isinstance(read_date(typed, TODAY), Refused)


def _spellings(day: date) -> list[str]:
    """A day in every order and language that has one reading."""
    months = [name for name, month in MONTH_NAMES.items() if month == day.month]
    months += [MONTHS[language][day.month - 1] for language in LANGUAGES]
    worded = [
        written
        for month in months
        for written in (
            f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.year} {month} {day.day}",
            f"{day.day}-{month}-{day.year}", f"{day.day}{month}{day.year}".upper(), f"{day.day}er {month} {day.year}",
        )
    ]  # fmt: skip
    return [*worded, f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day.year}.{day.month}.{day.day}"]


@given(DAYS, st.data())
def test_a_day_in_any_spelling_of_either_language_is_that_day(day: date, data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(BEFORE)) + data.draw(st.sampled_from(_spellings(day)))
    assert read_date(typed, TODAY) == PartialDate.on(day)


@given(DAYS, st.sampled_from(BEFORE), st.data())
def test_a_month_in_any_spelling_of_either_language_is_that_month(day: date, before: str, data: st.DataObject) -> None:
    months = [name for name, month in MONTH_NAMES.items() if month == day.month]
    written = [f"{month} {day.year}" for month in months] + [f"{day.month}/{day.year}", f"{day:%Y-%m}"]
    assert str(read_date(before + data.draw(st.sampled_from(written)), TODAY)) == f"{day:%Y-%m}"


@given(DAYS, st.sampled_from(sorted(ZEROS)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_figures_of_other_scripts_are_figures(day: date, script: str, form: str) -> None:
    typed = day.strftime(form)
    foreign = "".join(chr(ord(ZEROS[script]) + int(sign)) if sign.isdigit() else sign for sign in typed)
    assert str(read_date(foreign, TODAY)) == typed


def test_no_word_without_meaning_is_the_name_of_a_month() -> None:
    assert not WITHOUT_MEANING & set(MONTH_NAMES)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Burma", "MM"), ("Birmanie", "MM"), ("Zaïre", "CD"), ("zaire", "CD"), ("Holland", "NL"), ("Hollande", "NL"),
        ("Côte d'Ivoire", "CI"), ("cote d ivoire", "CI"), ("Ivory Coast", "CI"), ("Emirates", "AE"), ("UK", "GB"),
        ("the Netherlands", "NL"), ("les Philippines", "PH"), ("U.S.A.", "US"), ("Turkey", "TR"), ("Turquie", "TR"),
        ("Türkiye", "TR"), ("Swaziland", "SZ"), ("Ceylan", "LK"), ("République tchèque", "CZ"), ("RDC", "CD"),
        ("Viet Nam", "VN"), ("East Germany", "DE"), ("RDA", "DE"), ("Persia", "IR"), ("XK", "XK"), ("pays-bas", "NL"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_former_short_and_everyday_names(typed: str, code: str) -> None:
    assert list(countries().find(typed)) == [code]


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("USSR", "UA"), ("l’URSS", "KZ"), ("ex-URSS", "RU"), ("Soviet Union", "EE"), ("former Yugoslavia", "RS"),
        ("Yougoslavie", "XK"), ("Tchécoslovaquie", "SK"), ("Korea", "KP"), ("Serbie-et-Monténégro", "ME"),
    ],
)  # fmt: skip
def test_a_country_that_became_several_gives_all_of_them(typed: str, among: str) -> None:
    assert among in countries().successors(typed)
    assert countries().find(typed) == countries().successors(typed)


def test_a_part_of_a_former_name_does_not_bring_all_its_successors() -> None:
    assert set(countries().find("uni")) & {"RU", "UA"} == set()


def test_other_names_belong_to_countries_and_languages_that_exist() -> None:
    assert set(COUNTRIES_ALSO) | {code for _, codes in DIVIDED for code in codes} <= COUNTRY_CODES
    assert set(LANGUAGES_ALSO) <= set(languages().by_code)


def test_no_other_name_hides_the_name_of_a_country_of_today() -> None:
    for language in LANGUAGES:
        for code, name in names(language).items():
            assert list(countries().find(name)) == [code]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("Farsi", "fa"), ("Persian", "fa"), ("persan", "fa"), ("Dari", "fa"), ("Mandarin", "zh"), ("chinois", "zh"),
        ("cantonais", "yue"), ("Tagalog", "tl"), ("Filipino", "fil"), ("Punjabi", "pa"), ("pendjabi", "pa"),
        ("Panjabi", "pa"), ("ourdou", "ur"), ("Urdu", "ur"), ("Bangla", "bn"), ("flamand", "nl"), ("Castilian", "es"),
        ("anglais", "en"), ("French", "fr"), ("Pashto", "ps"), ("pachto", "ps"), ("Haitian", "ht"), ("Oriya", "or"),
    ],
)  # fmt: skip
def test_a_language_is_found_by_its_everyday_names_in_either_language(typed: str, tag: str) -> None:
    assert list(languages().find(typed)) == [tag]


def test_creole_is_the_name_of_several_languages() -> None:
    assert len(languages().find("creole")) > 1
    assert list(languages().find("créole")) == list(languages().find("creole"))
