"""Passports of countries whose citizenship isn't listed."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

CODE = "passport-country"


def passport(country: str | None = "IT", **more: Any) -> dict[str, Any]:
    whole = {"country": country, "kind": "ordinary", "issued": "2023-03-01", "expires": "2033-02-28", **more}
    return {key: value for key, value in whole.items() if value is not None}


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (passport(), ["undeclared/maria"]),
        (passport(expires="2026-11-22"), ["undeclared/maria"]),
        (passport(expires="2026-11-21"), ["perhaps-former/maria"]),
        (passport(expires="2026"), ["perhaps-former/maria"]),
        (passport(expires=None), ["perhaps-former/maria"]),
        (passport(kind="diplomatic"), ["perhaps-former/maria"]),
        (passport(kind="official"), ["perhaps-former/maria"]),
        (passport(kind=None), ["which-kind/maria"]),
        (passport(kind=None, expires="2020-01-01"), ["perhaps-former/maria"]),
        (passport(kind="travel-document"), []),
        (passport(None), []),
        (passport("PH"), []),
    ],
)
def test_an_ordinary_passport_goes_with_a_citizenship(listed: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, alone(citizenships=["PH"], passports=[listed])) == says


@pytest.mark.parametrize(
    ("citizenships", "issuer", "says"),
    [
        (["CN"], "HK", []),
        (["GB"], "GI", []),
        (["DK"], "GL", []),
        (["HK"], "GB", ["perhaps-former/maria"]),  # a British National (Overseas)
        (["MY"], "GB", ["perhaps-former/maria"]),
        (["EH"], "DZ", ["perhaps-former/maria"]),
        (["XK"], "RS", ["perhaps-former/maria"]),
        (["RS"], "XK", ["undeclared/maria"]),
        (["FR"], "GB", ["undeclared/maria"]),
        (["FR", "GB"], "FR", []),
        ([], "IT", ["perhaps-former/maria"]),
        (None, "IT", []),
    ],
)
def test_a_territory_goes_with_its_state(citizenships: list[str] | None, issuer: str, says: list[str]) -> None:
    assert raised(CODE, alone(citizenships=citizenships, passports=[passport(issuer)])) == says


def test_only_the_kind_that_isnt_told_is_asked_for() -> None:
    (found,) = [
        each
        for each in findings(alone(citizenships=["PH"], passports=[passport("PH"), passport(kind=None)]))
        if each.code == CODE
    ]
    assert found.asks == ("people.maria.passports[1].kind",)
    assert found.facts == ("people.maria.passports[1]", "people.maria.citizenships")


def test_a_sponsor_may_have_been_a_citizen_of_another_country() -> None:
    case = alone()
    case["people"].append({"id": "sam", "role": "sponsor", "citizenships": ["CA"], "passports": [passport("IN")]})
    assert raised(CODE, case) == []
