"""The end of the latest status of somebody who lives in Canada: before it, within 90 days after it, and later."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.review.reading import TODAY, alone, findings, raised, seen

Data = dict[str, Any]
CODE = "status-ends"
HERE = {"from": "2021-08-25", "country": "CA"}


def status(start: Any, end: Any = None, kind: str | None = "worker") -> Data:
    return {"from": start, "to": end, "kind": kind}


def living(*statuses: Data, **more: Any) -> Data:
    return alone(**{"citizenships": ["PH"], "stays": [HERE], "status_in_canada": list(statuses), **more})


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ("2026-11-21", "restoration"), ("2026-08-24", "restoration"), ("2026-08-23", "ended"), ("2020-01-01", "ended"),
        ("2026-10", "restoration"), ("2026-08", "which-day"), ("2026-07", "ended"), (2025, "ended"),
        ("2026-11-22", "ends-soon"), ("2027-02-20", "ends-soon"), ("2027-02-21", None), ("2026-11", "ends-soon"),
        ("2027-02", None), (2026, "ends-soon"), (2027, None), (None, None),
    ],
)  # fmt: skip
def test_ninety_days_after_the_end_and_before_it(ends: Any, says: str | None) -> None:
    assert raised(CODE, living(status("2019-08-25", ends), stays=[{"from": "2019-08-25", "country": "CA"}])) == (
        [f"{says}/maria"] if says else []
    )


@given(st.integers(1, 200))
def test_the_last_day_for_restoration_is_the_ninetieth_after_the_loss(days: int) -> None:
    end = TODAY - timedelta(days=days)
    (found,) = seen(CODE, living(status("2021-08-25", str(end))))
    counted = [end + timedelta(days=after) for after in range(1, 91)]
    assert found.says == ("restoration" if TODAY in counted else "ended")
    if found.says == "restoration":
        assert getattr(found.words["last_day"], "date").first == counted[-1]  # noqa: B009


def test_where_only_the_month_of_the_end_is_known_the_earliest_last_day_is_named() -> None:
    (found,) = seen(CODE, living(status("2021-08-25", "2026-10")))
    assert getattr(found.words["last_day"], "date").first == date(2026, 12, 30)  # noqa: B009


def test_the_day_of_the_end_is_asked_for_where_it_decides() -> None:
    (finding,) = [each for each in findings(living(status("2021-08-25", "2026-08"))) if each.code == CODE]
    assert finding.asks == ("people.maria.status_in_canada[0].to",)


@pytest.mark.parametrize(
    ("statuses", "says"),
    [
        # another status, one that goes on, or one of which the kind isn't told may last longer
        ([status("2021-08-25", "2026-10-10"), status("2026-10-11", None, "permanent-resident")], []),
        ([status("2021-08-25", "2026-10-10"), status("2026-01-01", "2027-12-01", None)], []),
        ([status("2021-08-25", "2026-10-10"), status("2026-10-11", None, "refugee-claimant")], []),
        ([status("2021-08-25", "2026-10-10", "permanent-resident")], []),
        ([status("2021-08-25", "2026-10"), status("2022-08-25", "2026-10-10", "protected-person")], []),
        (
            [status("2021-08-25", "2026-10-11"), status("2022-08-25", "2026-10-10", "protected-person")],
            ["restoration/maria"],
        ),
        ([status("2021-08-25", "2026-10-10", "protected-person")], []),
        ([status("2021-08-25", "2026-12-01", "student"), status("2023-08-25", "2028-12-01")], []),
        ([status("2021-08-25", "2026-10-10", kind) for kind in ("student", "visitor")], ["restoration/maria"]),
        ([status("2021-08-25", "2026-10-10", "temporary-resident-permit")], ["permit-ended/maria"]),
        ([status("2021-08-25", "2024-10-10", "temporary-resident-permit")], ["permit-ended/maria"]),
        ([status("2021-08-25", "2026-12-10", "temporary-resident-permit")], ["ends-soon/maria"]),
        # time declared as without status: restoration may still be asked for, and the rest is said already
        ([status("2021-08-25", "2026-10-10"), status("2026-10-11", None, "none")], ["restoration/maria"]),
        ([status("2021-08-25", "2025-10-10"), status("2025-10-11", None, "none")], []),
        ([status("2021-08-25", None, "none")], []), ([], []),
    ],
)  # fmt: skip
def test_only_the_latest_temporary_status_counts(statuses: list[Data], says: list[str]) -> None:
    assert raised(CODE, living(*statuses)) == says


@pytest.mark.parametrize(
    "more",
    [
        {"stays": None}, {"stays": []}, {"citizenships": ["PH", "CA"]}, {"citizenships": None},
        {"stays": [{"from": "2021-08-25", "to": "2026-10-10", "country": "CA"}]},
        {"stays": [HERE, {"from": "2026-10", "country": "PH"}]}, {"stays": [{"from": "2021-08-25"}]},
        {"stays": [{"from": "2026-11-01", "country": "CA"}]},  # moved here after it had ended: that is another hole
        {"trips": [{"from": "2026-10-09", "country": "PH"}]}, {"role": "sponsor"},
    ],
)  # fmt: skip
def test_nothing_is_raised_of_whoever_may_live_elsewhere_or_be_a_citizen(more: Data) -> None:
    assert raised(CODE, living(status("2021-08-25", "2026-10-10"), **more)) == []


@pytest.mark.parametrize(
    ("meeting", "ends", "says"),
    [
        ("2027-05-11", "2027-05-10", ["ends-before-interview/maria"]), ("2027-05-11", "2027-05-11", []),
        ("2027-05", "2027-04", ["ends-before-interview/maria"]), ("2027-05", "2027-05-10", []),
        ("2027-05-11", "2027-01-10", ["ends-soon/maria"]),
    ],
)  # fmt: skip
def test_a_status_that_ends_before_the_interview_is_a_note(meeting: str, ends: str, says: list[str]) -> None:
    subject = {**living(status("2021-08-25", ends)), "interview": {"date": meeting}}
    assert raised(CODE, subject) == says
