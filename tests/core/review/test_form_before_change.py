"""Forms on the past that are older than what they have to show."""

from typing import Any

import pytest

from tests.core.review.reading import findings, raised

CODE = "form-before-change"
JOBS = [{"from": "2008-06", "to": "2026-09", "kind": "employment"}, {"from": "2026-10", "kind": "employment"}]


def filled(*issued: str | None, item: str = "personal-history", **more: Any) -> dict[str, Any]:
    papers = [{"item": item, "person": "maria", "issued": day} for day in issued]
    person = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", "activities": JOBS}
    return {"stream": "fsw", "people": [person], "documents": papers, **more}


@pytest.mark.parametrize(
    ("issued", "day", "says"),
    [
        (("2026-09-30",), {"planned_submission": "2026-12-18"}, ["changed-since/maria"]),
        (("2026-09-30",), {}, ["changed-since/maria"]),
        (("2026-10-01",), {}, []),  # one month
        (("2026-09",), {}, ["changed-since/maria"]),
        (("2026",), {}, []),
        (("2026-08-01", "2026-10-20"), {}, []),  # filled in again
        (("2026-08-01", None), {}, []),
        (("2026-08-01",), {"submitted": "2026-09-10"}, []),  # what changed since is told to IRCC
        (("2026-08-01",), {"planned_submission": "2026-09-10"}, []),  # the planned day came first
    ],
)
def test_only_what_began_certainly_after_the_form_is_noted(
    issued: tuple[str | None, ...], day: dict[str, str], says: list[str]
) -> None:
    assert raised(CODE, filled(*issued, **day)) == says


@pytest.mark.parametrize("field", ["stays", "activities", "status_in_canada"])
def test_homes_activities_and_statuses_belong_in_the_form_and_trips_are_left_out(field: str) -> None:
    entry = {"from": "2026-10-05", **({"kind": "worker"} if field == "status_in_canada" else {})}
    person = {"id": "maria", "role": "principal-applicant", "trips": [{"from": "2026-10-05", "country": "TH"}]}
    assert raised(CODE, filled("2026-08-01", people=[{**person, field: [entry]}])) == ["changed-since/maria"]
    assert raised(CODE, filled("2026-08-01", people=[{**person, field: [{"to": "2026-10-05"}]}])) == []
    assert raised(CODE, filled("2026-08-01", people=[person])) == []


def test_many_changes_are_one_finding_in_order_of_time() -> None:
    stays = [{"from": "2026-11-02", "country": "PH"}, {"from": "2026-09-02", "to": "2026-11-01", "country": "PH"}]
    case = filled("2026-08-01")
    case["people"][0]["stays"] = stays
    (found,) = [each for each in findings(case) if each.code == CODE]
    maria = "people.maria"
    assert found.facts == ("documents[0].issued", f"{maria}.stays[1]", f"{maria}.activities[1]", f"{maria}.stays[0]")


@pytest.mark.parametrize(("item", "says"), [("imm-5257", ["changed-since/maria"]), ("imm-5557", [])])
def test_for_a_permit_the_application_form_asks_for_the_past_and_the_checklist_does_not(
    item: str, says: list[str]
) -> None:
    case = filled("2026-08-01", item=item, program="temporary-resident-permit", stream=None)
    assert raised(CODE, case) == says
