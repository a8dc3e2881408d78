"""Dates, numbers, money and names as Canadians write them."""

from collections.abc import Mapping
from datetime import date

import pytest

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text
from ircc_prep.render.words import Words

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def en(wording: Mapping[str, Text]) -> Words:
    return Words(wording, "en")


@pytest.fixture
def fr(wording: Mapping[str, Text]) -> Words:
    return Words(wording, "fr")


@pytest.mark.parametrize(
    ("given", "english", "french"),
    [
        ("2019", "2019", "2019"),
        ("2019-03", "March 2019", "mars 2019"),
        ("2019-03-14", f"March{NB}14, 2019", f"14{NB}mars 2019"),
        ("2019-03-01", f"March{NB}1, 2019", f"1er{NB}mars 2019"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(en: Words, fr: Words, given: str, english: str, french: str) -> None:
    assert (en.date(PartialDate.parse(given)), fr.date(PartialDate.parse(given))) == (english, french)


def test_a_date_inside_a_sentence_says_on_or_in(en: Words, fr: Words) -> None:
    assert en.when(PartialDate.parse("2019")) == "in 2019"
    assert fr.when(PartialDate.parse("2019-03")) == "en mars 2019"
    assert fr.when(date(2019, 3, 14)) == f"le 14{NB}mars 2019"


def test_days_that_make_no_month_or_year_are_told_by_both_ends(en: Words) -> None:
    told = en.date(PartialDate(date(2018, 12, 20), date(2019, 1, 5)))
    assert told == f"between December{NB}20, 2018 and January{NB}5, 2019"


def test_a_period_without_an_end_is_going_on_or_only_begun(en: Words) -> None:
    march = PartialDate.parse("2018-03")
    assert en.period(march, None, ongoing=True) == "March 2018 – present"
    assert en.period(march, None, ongoing=False) == "since March 2018"
    assert en.period(None, march, ongoing=True) == "until March 2018"
    assert en.period(None, None, ongoing=True) == "dates not given"


def test_money_has_the_sign_and_spaces_of_its_language(en: Words, fr: Words) -> None:
    assert (en.money(15263), fr.money(15263)) == ("$15,263", f"15{NB}263{NB}$")
    assert (en.money(99.5), fr.money(99.5)) == ("$99.50", f"99,50{NB}$")


def test_numbers_have_no_decimals_that_they_do_not_have(en: Words, fr: Words) -> None:
    assert (en.number(67.0), en.number(7.5), fr.number(7.5)) == ("67", "7.5", "7,5")


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (1, "1st", "1er"),
        (2, "2nd", "2e"),
        (3, "3rd", "3e"),
        (11, "11th", "11e"),
        (21, "21st", "21e"),
        (113, "113th", "113e"),
    ],
)
def test_ordinals(en: Words, fr: Words, number: int, english: str, french: str) -> None:
    assert (en.ordinal(number), fr.ordinal(number)) == (english, french)


def test_in_french_nothing_is_singular(en: Words, fr: Words) -> None:
    assert en.quantity("fact.entries", 0) == "0 entries"
    assert fr.quantity("fact.entries", 0) == "0 élément"


def test_countries_and_languages_have_names(en: Words, fr: Words) -> None:
    assert (en.country("AE"), fr.country("AE"), en.country("XK")) == (
        "United Arab Emirates",
        "Émirats arabes unis",
        "Kosovo",
    )
    assert (en.language_name("pa-Guru"), fr.language_name("ar")) == ("Punjabi", "arabe")


def test_a_country_speaks_its_official_languages(en: Words) -> None:
    assert en.speaks("PH", {"en", "fr"})
    assert not en.speaks("AE", {"en", "fr"})


def test_lists_end_in_and(en: Words, fr: Words) -> None:
    assert (en.join(["a", "b", "c"]), fr.join(["a", "b"]), en.join(["a"]), en.join([])) == (
        "a, b and c",
        "a et b",
        "a",
        "",
    )
