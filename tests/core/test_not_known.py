"""An end that was asked for and isn't known is neither today nor any other certain day."""

from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Evaluation
from ircc_prep.files.checklists import Pack
from tests.core.making import TODAY

CITIZENSHIP = Pack().load("citizenship")
PLAIN = {"forces_service": False, "sentence_in_the_years": False, "public_service_abroad": False}
ANSWERS = {"application.sent": True, **{f"citizenship.{name}": value for name, value in PLAIN.items()}}
TRIP = {"from": "2024-03-02", "country": "PH", "purpose": "family"}


def found(trip: dict[str, Any], *unsure: str) -> Evaluation:
    maria = {
        "id": "maria", "role": "principal-applicant", "date_of_birth": "1980-01-01", "citizenships": ["PH"],
        "stays": [{"from": "2019-01-01", "country": "CA"}], "trips": [trip],
        "status_in_canada": [{"kind": "permanent-resident", "from": "2019-01-01"}],
    }  # fmt: skip
    data = {"schema": 1, "program": "citizenship", "stream": "adult", "submitted": "2026-11-01", "people": [maria]}
    data |= {"answers": ANSWERS}
    return evaluate(CITIZENSHIP, Case.model_validate({**data, "unsure": list(unsure)}), TODAY)


def days(evaluation: Evaluation) -> tuple[float | None, float | None]:
    (figure,) = [each for each in evaluation.figures if each.name == "citizenship-days"]
    return figure.low, figure.high


END = "people.maria.trips[0].to"


def test_the_days_range_from_what_a_day_away_leaves_to_what_a_trip_until_today_leaves() -> None:
    shortest = days(found({**TRIP, "to": "2024-03-02"}))
    longest = days(found({**TRIP, "to": "2026-11-22"}))
    assert days(found(TRIP, END)) == (longest[0], shortest[1])
    assert longest[0] != shortest[1]


def test_an_entry_without_an_end_that_nobody_doubted_goes_on() -> None:
    assert days(found(TRIP)) == days(found({**TRIP, "to": "present"}))


def test_nothing_is_held_against_a_person_that_only_a_trip_until_today_would_raise() -> None:
    until_today = {finding.code: finding.severity for finding in found(TRIP).findings}
    assert until_today == {"figure-below-threshold": "blocker", "lived-only-as-visits": "warning"}
    unknown = {finding.code: finding.severity for finding in found(TRIP, END).findings}
    assert unknown == {"figure-below-threshold": "note"}


def test_nobody_has_lived_nowhere_so_an_empty_list_of_homes_is_not_an_answer() -> None:
    rules = Pack().load("parents-grandparents")
    maria = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1960-01-01", "stays": []}
    data = {"schema": 1, "program": "parents-grandparents", "submitted": "2025-11-01", "people": [maria]}
    found = evaluate(rules, Case.model_validate(data), TODAY)
    (certificate,) = [item for item in found.items if item.id == "police-certificate"]
    assert (certificate.status, certificate.missing_facts) == ("undetermined", ("people.maria.stays",))


def test_who_does_not_know_whether_they_are_called_is_told_that_it_is_open() -> None:
    rules = Pack().load("parents-grandparents")
    data = {"schema": 1, "program": "parents-grandparents", "submitted": "2025-11-01"}
    data |= {"people": [{"id": "maria", "role": "principal-applicant"}], "unsure": ["interview.invited"]}
    letter = [
        item
        for item in evaluate(rules, Case.model_validate(data), TODAY).items
        if "interview.invited" in item.missing_facts
    ]
    assert {item.status for item in letter} == {"undetermined"}
    assert letter
