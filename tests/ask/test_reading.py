"""Numbers, amounts, countries, languages and ids as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.ask.countries import countries, languages, names
from ircc_prep.ask.numbers_in import amount, number
from ircc_prep.ask.people import id_for
from ircc_prep.ask.phrases import Phrases
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.text import LANGUAGES, Language


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("15000", 15000),
        ("15,000", 15000),
        ("15 000 $", 15000),
        ("15\u00a0000\u00a0$", 15000),
        ("$15,000.50", 15000.5),
        ("15000.50", 15000.5),
        ("15 000,50 $", 15000.5),
        ("15.000,50", 15000.5),
        ("1,250,000", 1250000),
        ("15000 CAD", 15000),
        ("15000 dollars", 15000),
        ("١٥٬٠٠٠", 15000),
        ("１５０００", 15000),
        ("१५०००.५०", 15000.5),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, read: float) -> None:
    assert amount(typed) == read


@pytest.mark.parametrize("typed", ["", "a lot", "15.000", "15,00,0", "1,2,3", "15k", "1e5", "9" * 40])
def test_an_amount_that_could_be_misread_is_refused(typed: str) -> None:
    assert amount(typed) is None


@pytest.mark.parametrize(("typed", "read"), [("7", 7), ("7.5", 7.5), ("7,5", 7.5), (" 40 ", 40), ("8.0", 8)])
def test_a_number_may_have_a_point_or_a_comma(typed: str, read: float) -> None:
    assert number(typed) == read


@given(st.integers(0, 10_000_000), st.sampled_from(LANGUAGES))
def test_an_amount_is_read_back_as_it_is_shown(dollars: int, language: Language) -> None:
    assert amount(Phrases({}, language).money(dollars)) == dollars


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("PH", ["PH"]),
        ("ph", ["PH"]),
        ("Philippines", ["PH"]),
        ("phil", ["PH"]),
        ("émirats", ["AE"]),
        ("emirats arabes", ["AE"]),
        ("Niger", ["NE"]),
        ("uk", ["GB"]),
        ("Écosse", ["GB"]),
        ("cote d'ivoire", ["CI"]),
        ("Ivory Coast", ["CI"]),
        ("South Korea", ["KR"]),
        ("usa", ["US"]),
    ],
)
def test_a_country_is_found_by_any_part_of_its_name_in_either_language(typed: str, codes: list[str]) -> None:
    assert list(countries().find(typed)) == codes


def test_a_name_that_several_countries_share_gives_them_all() -> None:
    assert set(countries().find("guin")) >= {"GN", "GW", "GQ", "PG"}


def test_a_misspelt_country_is_near_to_the_right_one() -> None:
    assert countries().find("Phillipines") == []
    assert "PH" in countries().near("Phillipines")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_own_name_and_has_one(language: Language) -> None:
    for code in COUNTRY_CODES:
        name = names(language)[code]
        assert name != code
        assert list(countries().find(name)) == [code]


def test_a_language_is_found_in_either_official_language() -> None:
    assert list(languages().find("arabe")) == ["ar"]
    assert list(languages().find("Tagalog")) == ["tl"]


@pytest.mark.parametrize(
    ("names", "role", "taken", "id"),
    [
        ("Maria", "principal-applicant", set(), "maria"),
        ("Marie-Ève Chloé", "principal-applicant", set(), "marie"),
        ("Łukasz", "spouse-or-partner", set(), "lukasz"),
        ("Maria", "dependent-child", {"maria"}, "maria-2"),
        ("ماريا", "principal-applicant", set(), "applicant"),
        ("李娜", "spouse-or-partner", set(), "partner"),
        ("", "dependent-child", set(), "child-1"),
        ("", "dependent-child", {"child-1"}, "child-2"),
    ],
)
def test_an_id_comes_from_the_name_or_else_from_the_role(names: str, role: str, taken: set[str], id: str) -> None:
    assert id_for(names, role, taken) == id
