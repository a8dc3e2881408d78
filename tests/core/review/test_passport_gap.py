"""Travel that no listed passport covers, and months abroad between two passports."""

from typing import Any

import pytest

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.review.nationality import may_cross_without_passport, same_citizenship
from tests.core.review.reading import alone, findings, raised

CODE = "passport-gap"
OLD = {"country": "PH", "issued": "2013-02-11", "expires": "2018-02-10"}
NEW = {"country": "PH", "issued": "2018-05-15", "expires": "2028-05-14"}


def trip(start: str, end: str | None, country: str | None = "JP") -> dict[str, Any]:
    return {"from": start, **({"to": end} if end else {}), **({"country": country} if country else {})}


def traveller(*trips: dict[str, Any], **more: Any) -> dict[str, Any]:
    return alone(**{"citizenships": ["PH"], "passports": [OLD, NEW], "trips": list(trips), **more})


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (trip("2012-05-02", "2012-05-20"), ["trip/maria"]),
        (trip("2018-03-01", "2018-03-20"), ["trip/maria"]),
        (trip("2018-02-01", "2018-03-20"), ["trip/maria"]),  # it ended on the way, and the way back was without one
        (trip("2018-05-01", "2018-06-20"), ["trip/maria"]),
        (trip("2018-02-01", "2018-06-20"), []),  # renewed on the way
        (trip("2018-02-01", "2018-02-10"), []),
        (trip("2018-02", "2018-02"), []),
        (trip("2018-03", "2018-04"), ["trip/maria"]),
        (trip("2018", "2018"), []),
        (trip("2011", "2012"), ["trip/maria"]),
        (trip("2018-02-01", None), []),
        (trip("2028-06-01", "2028-06-10"), []),  # still planned
        ({"to": "2012-05-20", "country": "JP"}, []),
        (trip("2012-05-02", "2012-05-20", None), []),
        (trip("2012-05-02", "2012-05-20", "PH"), ["nearby/maria"]),  # perhaps with a paper from the consulate
    ],
)
def test_a_border_is_crossed_with_a_passport(listed: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, traveller(listed)) == says


@pytest.mark.parametrize(
    ("citizenships", "country", "says"),
    [
        (["FR"], "IT", "nearby/maria"),
        (["FR"], "TR", "nearby/maria"),
        (["TR"], "FR", "trip/maria"),
        (["PH", "DE"], "AT", "nearby/maria"),
        (["IN"], "NP", "nearby/maria"),
        (["MX"], "US", "nearby/maria"),  # with a border crossing card
        (["IN"], "AE", "trip/maria"),
        (["UA"], "IT", "trip/maria"),
        ([], "JP", "trip/maria"),
        (None, "JP", "nearby/maria"),
    ],
)
def test_an_identity_card_may_have_served(citizenships: list[str] | None, country: str, says: str) -> None:
    case = traveller(trip("2012-05-02", "2012-05-20", country), citizenships=citizenships)
    assert raised(CODE, case) == [says]


@pytest.mark.parametrize(
    ("listed", "lived", "says"),
    [
        (trip("2018-02-01", "2018-03-20"), "PH", "nearby/maria"),  # home with a paper from the consulate
        (trip("2018-02-01", "2018-03-20"), "AE", "trip/maria"),
        (trip("2018-02-01", "2018-03-20"), None, "trip/maria"),
        (trip("2018-03-01", "2018-03-20"), "PH", "trip/maria"),  # no passport on the way out either
    ],
)
def test_the_way_home_may_have_been_made_with_a_paper_from_the_consulate(
    listed: dict[str, Any], lived: str | None, says: str
) -> None:
    home = {"from": "1990-05-04", **({"country": lived} if lived else {})}
    assert says in raised(CODE, traveller(listed, stays=[home]))


def test_trips_of_one_hole_are_told_together() -> None:
    trips = [trip("2011-05-02", "2011-05-20"), trip("2012-05-02", "2012-05-20", "TH"), trip("2018-03-01", "2018-03-20")]
    before, between = [each for each in findings(traveller(*trips)) if each.code == CODE]
    assert before.facts == ("people.maria.trips[0]", "people.maria.trips[1]", "people.maria.passports[0]")
    assert between.facts == ("people.maria.trips[2]", "people.maria.passports[0]", "people.maria.passports[1]")
    assert (str(before.start), str(before.end)) == ("2011-05-02", "2012-05-20")


@pytest.mark.parametrize(
    "more",
    [
        {"passports": []},
        {"passports": None},
        {"passports": [NEW, {"country": "PH", "issued": "2008-02-11"}]},
        {"passports": [NEW, {"country": "PH", "expires": "2013-02-10"}]},
        {"passports": [NEW, {"country": "PH", "issued": "2008", "expires": "2013"}]},
        {"passports": [{"country": "VE", "issued": "2002-05-01", "expires": "2007-05-30"}]},  # extended for five years
        {"date_of_birth": "1997"},
        {"date_of_birth": None, "role": "dependent-child"},
        {"status_in_canada": [{"from": "2020-01", "kind": "refugee-claimant"}]},
        {"stays": [{"from": "2012-01", "to": "2012-12", "country": "JP"}]},
    ],
    ids=str,
)
def test_ordinary_reasons_for_a_missing_passport_raise_nothing(more: dict[str, Any]) -> None:
    assert raised(CODE, traveller(trip("2012-05-02", "2012-05-02"), **more)) == []


def test_refugees_and_protected_persons_may_have_had_no_passport() -> None:
    case = traveller(trip("2012-05-02", "2012-05-20"))
    landing = {**case, "program": "pr-landing"}
    assert raised(CODE, landing) == ["trip/maria"]
    assert raised(CODE, {**landing, "answers": {"landing.protected_person": True}}) == []


@pytest.mark.parametrize(
    ("stays", "says"),
    [
        ([{"from": "2015-03", "country": "AE"}], ["between/maria"]),
        ([{"from": "2015", "to": "2018", "country": "AE"}, {"from": "2018", "country": "PH"}], []),
        ([{"from": "2015-03", "country": "PH"}], []),
        ([{"from": "2015-03"}], []),
        ([{"from": "2018-03-20", "to": "2018-04-18", "country": "AE"}], []),
        ([{"from": "2018-03-20", "to": "2018-04-19", "country": "AE"}], ["between/maria"]),
        ([{"from": "2015-03", "country": "AE"}, {"from": "2018-01", "to": "2018-12", "country": "PH"}], []),
        ([], []),
        (None, []),
    ],
)
def test_a_month_abroad_between_two_passports_is_a_note(stays: list[dict[str, Any]] | None, says: list[str]) -> None:
    assert raised(CODE, traveller(stays=stays)) == says


@pytest.mark.parametrize("citizenships", [None, [], ["PH", "AE"], ["SA"]])
def test_at_home_nobody_needs_a_passport(citizenships: list[str] | None) -> None:
    assert raised(CODE, traveller(stays=[{"from": "2015-03", "country": "AE"}], citizenships=citizenships)) == []


def test_a_hole_with_a_trip_is_told_once() -> None:
    case = traveller(trip("2018-03-01", "2018-03-20"), stays=[{"from": "2015-03", "country": "AE"}])
    assert raised(CODE, case) == ["trip/maria"]


def test_the_tables_hold_real_countries_and_each_is_its_own_neighbour() -> None:
    for country in COUNTRY_CODES:
        assert same_citizenship(country, [country])
        assert may_cross_without_passport([country], country)
    reachable = {country for country in COUNTRY_CODES if may_cross_without_passport(["FR"], country)}
    assert {"IT", "CH", "XK", "RE", "GB"} <= reachable
    assert reachable.isdisjoint({"US", "MA", "JP"})
