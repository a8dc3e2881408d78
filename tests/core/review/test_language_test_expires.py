"""Language tests that run out before the application is in, or come after it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import add_years
from tests.core.review.reading import TODAY, raised

CODE = "language-test-expires"


def sitting(*tests: tuple[str | None, str | None], planned: str | None = "2026-12-18", **more: Any) -> dict[str, Any]:
    taken = [{"test": test, "taken": day} for test, day in tests]
    person = {"id": "maria", "role": "principal-applicant", "language_tests": taken}
    return {"stream": "fsw", "planned_submission": planned, "people": [person], **more}


@settings(max_examples=25, deadline=None)
@given(
    st.dates(min_value=date(2024, 10, 1), max_value=date(2025, 3, 1)),
    st.dates(min_value=date(2026, 11, 23), max_value=date(2027, 2, 1)),
)
def test_a_test_that_counts_today_and_not_on_the_planned_day_is_a_warning(taken: date, planned: date) -> None:
    counts_today = taken > add_years(TODAY, -2)
    counts_then = taken > add_years(planned, -2)
    says = raised(CODE, sitting(("ielts-general", str(taken)), planned=str(planned)))
    assert ("too-old/maria" in says) == (counts_today and not counts_then)


@pytest.mark.parametrize(
    ("tests", "planned", "says"),
    [
        ([("ielts-general", "2024-12-18")], "2026-12-18", ["too-old/maria"]),  # two years to the day are too many
        ([("ielts-general", "2024-12-19")], "2026-12-18", ["runs-out/maria"]),
        ([("ielts-general", "2025-02-18")], "2026-12-18", ["runs-out/maria"]),
        ([("ielts-general", "2025-02-19")], "2026-12-18", []),  # two months are left
        ([("ielts-general", "2024-12")], "2026-12-18", []),  # the month may or may not do: the item asks
        ([("ielts-general", "2024")], "2027-01-18", []),
        ([("ielts-general", "2024-12-01"), ("celpip-general", "2026-06-01")], "2026-12-18", []),  # a newer one
        ([("ielts-general", "2024-12-01"), ("tef-canada", "2026-06-01")], "2026-12-18", ["too-old/maria"]),
        ([("ielts-general", "2024-12-01"), (None, "2026-06-01")], "2026-12-18", []),
        ([("ielts-general", "2024-12-01"), ("pte-core", None)], "2026-12-18", []),
        ([("ielts-general", "2019-12-01"), ("tef-canada", "2026-06-01")], "2026-12-18", []),  # of another time
        ([("ielts-general", "2025-01-20")], None, ["runs-out/maria"]),  # from today
        ([("ielts-general", "2025-01-20")], "2026-11-01", []),  # the planned day is over: nobody knows the new one
        ([("ielts-general", "2026-12-20")], "2026-12-18", ["after-submission/maria"]),
        ([("ielts-general", "2026-12-20"), ("tef-canada", "2026-06-01")], "2026-12-18", []),
        ([("ielts-general", "2026-12")], "2026-12-18", []),
        ([], "2026-12-18", []),
    ],
)
def test_the_newest_test_in_each_language_is_held_against_the_day(
    tests: list[tuple[str | None, str | None]], planned: str | None, says: list[str]
) -> None:
    assert raised(CODE, sitting(*tests, planned=planned)) == says


def test_once_the_application_is_in_only_a_test_after_it_is_noted() -> None:
    late = sitting(("ielts-general", "2026-10-20"), planned=None, submitted="2026-10-01")
    old = sitting(("ielts-general", "2024-11-20"), planned=None, submitted="2026-10-01")
    assert raised(CODE, late) == ["after-submission/maria"]
    assert raised(CODE, old) == []


@pytest.mark.parametrize(("claims", "says"), [(True, ["too-old/jose"]), (False, []), (None, [])])
def test_a_partners_test_matters_only_where_points_are_counted_for_it(claims: bool | None, says: list[str]) -> None:
    case = sitting(("ielts-general", "2026-01-10"))
    case["people"].append(
        {
            "id": "jose",
            "role": "spouse-or-partner",
            "accompanying": True,
            "language_tests": [{"test": "ielts-general", "taken": "2024-12-01"}],
        }
    )
    assert raised(CODE, {**case, "answers": {"spouse.claims_points": claims}}) == says
