"""Police certificates from countries of which the list of homes says nothing."""

from typing import Any

import pytest

from tests.core.review.reading import raised

CODE = "certificate-without-stay"
KNOWN: dict[str, Any] = {
    "id": "maria",
    "role": "principal-applicant",
    "date_of_birth": "1990-05-04",
    "country_of_birth": "PH",
    "citizenships": ["PH"],
    "stays": [{"from": "1990-05-04", "country": "AE"}],
    "trips": [],
}


def certified(country: str, **person: Any) -> dict[str, Any]:
    paper = {"item": "police-certificate", "person": "maria", "country": country, "issued": "2026-08-12"}
    return {"stream": "fsw", "submitted": "2026-10-01", "people": [{**KNOWN, **person}], "documents": [paper]}


@pytest.mark.parametrize(
    ("country", "person", "says"),
    [
        ("FI", {}, ["no-trace/maria"]),
        ("AE", {}, []),  # a home
        ("PH", {}, []),  # the country of birth
        ("FI", {"country_of_birth": "FI"}, []),
        ("FI", {"citizenships": ["PH", "FI"]}, []),
        ("FI", {"passports": [{"country": "FI"}]}, ["no-home/maria"]),
        ("FI", {"trips": [{"from": "2024-01", "to": "2024-05", "country": "FI"}]}, ["no-home/maria"]),
        ("FI", {"trips": [{"from": "2024-01", "to": "2024-05"}]}, ["no-home/maria"]),  # it may have been there
        ("FI", {"trips": None}, ["no-home/maria"]),
        ("FI", {"charges": [{"date": "2015", "country": "FI"}]}, ["no-home/maria"]),
        (
            "FI",
            {"activities": [{"from": "2015", "to": "2016", "kind": "employment", "country": "FI"}]},
            ["no-home/maria"],
        ),
        ("FI", {"stays": None}, []),
        ("FI", {"stays": [{"from": "1990-05-04"}]}, []),  # a home whose country isn't answered
        ("FI", {"citizenships": None}, []),
        ("FI", {"country_of_birth": None}, []),
        ("HK", {"stays": [{"from": "1990-05-04", "country": "CN"}]}, []),  # one place under two codes
        ("GB", {"stays": [{"from": "1990-05-04", "country": "JE"}]}, []),
    ],
)
def test_nothing_but_a_missing_trace_is_a_warning(country: str, person: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, certified(country, **person)) == says


@pytest.mark.parametrize(
    ("person", "says"),
    [
        ({"status_in_canada": []}, ["never-in-canada/maria"]),
        ({"status_in_canada": None}, []),
        ({"status_in_canada": [{"from": "2020", "to": "2021", "kind": "student"}]}, []),
        ({"status_in_canada": [], "trips": [{"from": "2020-01", "to": "2020-02", "country": "CA"}]}, []),
        ({"status_in_canada": [], "stays": [{"from": "2020", "country": "CA"}]}, []),
    ],
)
def test_a_canadian_certificate_asks_only_for_some_time_in_canada(person: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, certified("CA", **person)) == says


def test_two_certificates_of_one_country_are_one_finding_and_one_without_a_person_is_the_applicants() -> None:
    case = certified("FI")
    case["documents"] = [
        {"item": "police-certificate", "country": "FI", "issued": "2024-08-12"},
        *case["documents"],
        {"item": "police-certificate", "issued": "2024-08-12"},
    ]
    assert raised(CODE, case) == ["no-trace/maria"]
