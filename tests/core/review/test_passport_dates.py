"""The two dates of one passport."""

from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

CODE = "passport-dates"


@pytest.mark.parametrize(
    ("issued", "expires", "says"),
    [
        ("2022-01-13", "2012-01-12", ["backwards/maria"]),
        ("2022-01-13", "2022-01-12", ["backwards/maria"]),
        ("2022-01-13", "2022-01-13", []),
        ("2022", "2022", []),
        ("2022-06-01", "2022", []),
        ("2022", "2021-12", ["backwards/maria"]),
        ("2016-04-10", "2027-01-10", []),
        ("2016-04-10", "2027-01-11", ["too-long/maria"]),
        ("2016", "2026", []),
        ("2016", "2027", []),
        ("2016", "2028", ["too-long/maria"]),
        (None, "2012-01-12", []),
        ("2022-01-13", None, []),
    ],
)
def test_a_passport_ends_after_it_was_issued_and_within_ten_years_and_nine_months(
    issued: str | None, expires: str | None, says: list[str]
) -> None:
    dates = {"issued": issued, "expires": expires}
    passport = {"country": "PH", "kind": "ordinary", **{key: day for key, day in dates.items() if day}}
    assert raised(CODE, alone(passports=[passport])) == says


@pytest.mark.parametrize(
    "other", [{"kind": "travel-document"}, {"kind": "diplomatic"}, {"country": "VE", "kind": "ordinary"}, {}]
)
def test_only_ordinary_passports_that_arent_extended_have_a_usual_length(other: dict[str, Any]) -> None:
    case = alone(passports=[{"country": "PH", "issued": "2010-01-01", "expires": "2025-01-01", **other}])
    assert raised(CODE, case) == []


def test_both_dates_are_named() -> None:
    case = alone(passports=[{"country": "PH", "issued": "2022-01-13", "expires": "2012-01-12"}])
    (found,) = [each for each in findings(case) if each.code == CODE]
    assert found.facts == ("people.maria.passports[0].issued", "people.maria.passports[0].expires")
    assert (found.severity, found.end) == ("warning", None)


def test_silence_is_no_contradiction() -> None:
    assert raised(CODE, alone()) == []
    assert raised(CODE, alone(passports=[])) == []
