"""Medical exams whose twelve months end before the day that counts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate, add_months
from tests.core.review.reading import TODAY, findings, raised

CODE = "medical-runs-out"


def landing(
    *issued: str | None, arrival: str | None = None, stream: str = "port-of-entry", **more: Any
) -> dict[str, Any]:
    """Somebody who is to land, with an exam for each day."""
    papers = [{"item": "upfront-medical", "person": "maria", "issued": day} for day in issued]
    person = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", **more}
    interview = {"date": arrival}
    return {"program": "pr-landing", "stream": stream, "interview": interview, "people": [person], "documents": papers}


@settings(max_examples=25, deadline=None)
@given(
    st.one_of(
        st.dates(min_value=TODAY.replace(year=2025), max_value=TODAY).map(str),
        st.integers(0, 11).map(lambda month: f"2026-{month + 1:02}" if month < 10 else f"2025-{month + 1:02}"),
        st.just("2025"),
    ),
    st.dates(min_value=TODAY, max_value=TODAY.replace(year=2028)),
)
def test_a_warning_holds_in_every_reading_of_the_day_of_the_exam(issued: str, arrival: Any) -> None:
    too_old = add_months(PartialDate.parse(issued).last, 12) < arrival
    assert ("before-that-day/maria" in raised(CODE, landing(issued, arrival=str(arrival)))) == too_old


@pytest.mark.parametrize(
    ("issued", "arrival", "says"),
    [
        (("2025-12-15",), "2026-12-15", []),  # twelve months to the day
        (("2025-12-15",), "2026-12-16", ["before-that-day/maria"]),
        (("2025",), "2026-12-16", ["perhaps/maria"]),
        (("2025-12",), "2026-12-16", []),  # known to the month
        (("2025-01-15", "2026-06-15"), "2026-12-16", []),  # the last exam counts
        (("2025-01-15", None), "2026-12-16", []),  # one of an unknown day may be the last
        (("2025-12-22",), None, []),  # eleven months to the day
        (("2025-12-21",), None, ["soon/maria"]),
        (("2025-11-22",), None, ["soon/maria"]),  # the twelve months end today
        (("2025-11-21",), None, ["over-at-landing/maria"]),
        (("2025-11-21",), "2026-11-01", ["over-at-landing/maria"]),  # the day of arrival is over
        (("2026",), None, []),
    ],
)
def test_twelve_months_are_counted_from_the_day_of_the_exam(
    issued: tuple[str | None, ...], arrival: str | None, says: list[str]
) -> None:
    assert raised(CODE, landing(*issued, arrival=arrival)) == says


@pytest.mark.parametrize(
    "person",
    [
        {"citizenships": ["PH", "CA"]},
        {"status_in_canada": [{"from": "2026-10-01", "kind": "permanent-resident"}]},
        {"role": "spouse-or-partner", "accompanying": False},
        {"role": "spouse-or-partner"},
        {"role": "sponsor"},
    ],
)
def test_only_those_who_are_to_become_permanent_residents_need_a_recent_exam(person: dict[str, Any]) -> None:
    assert raised(CODE, landing("2024-11-21", **person)) == []


@pytest.mark.parametrize("answer", ["landing.ecopr_received", "landing.protected_person"])
def test_with_the_confirmation_received_or_for_protected_persons_nothing_is_said(answer: str) -> None:
    case = landing("2024-11-21", stream="portal")
    assert raised(CODE, {**case, "answers": {answer: False}}) == ["over-at-landing/maria"]
    assert raised(CODE, {**case, "answers": {answer: True}}) == []


@pytest.mark.parametrize(("reuses", "says"), [(True, []), (None, [])])
def test_an_earlier_exam_used_under_the_public_policy_raises_nothing(reuses: bool | None, says: list[str]) -> None:
    person = {"id": "wei", "role": "principal-applicant", "stays": [{"from": "2020-01-01", "country": "CA"}]}
    case = {
        "stream": "cec",
        "submitted": "2026-10-01",
        "answers": {"invitation.date": "2026-08-20", "medical.reuses_earlier_exam": reuses},
        "people": [person],
        "documents": [{"item": "upfront-medical", "person": "wei", "issued": "2022-09-14"}],
    }
    assert raised(CODE, case) == says


def test_where_the_item_calls_the_exam_too_early_nothing_is_said_twice() -> None:
    case = {
        "stream": "fsw",
        "submitted": "2026-10-01",
        "answers": {"invitation.date": "2026-08-20"},
        "people": [{"id": "maria", "role": "principal-applicant", "stays": [{"from": "1990-05-04", "country": "PH"}]}],
        "documents": [{"item": "upfront-medical", "person": "maria", "issued": "2025-09-14"}],
    }
    assert raised(CODE, case) == []


def test_in_express_entry_the_decision_may_come_after_the_interview() -> None:
    case = {
        "stream": "fsw",
        "submitted": "2026-01-10",
        "interview": {"date": "2026-12-01"},
        "answers": {"invitation.date": "2025-11-20"},
        "people": [{"id": "maria", "role": "principal-applicant", "stays": [{"from": "1990-05-04", "country": "PH"}]}],
        "documents": [{"item": "upfront-medical", "person": "maria", "issued": "2025-12-08"}],
    }
    assert raised(CODE, case) == ["soon/maria"]


def test_a_year_alone_is_asked_for() -> None:
    (found,) = [each for each in findings(landing("2025", arrival="2026-12-16")) if each.code == CODE]
    assert found.asks == ("documents[0].issued",)
