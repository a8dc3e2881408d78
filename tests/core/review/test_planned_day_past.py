"""A planned day of submission that is over."""

from typing import Any

import pytest

from tests.core.review.reading import raised

CODE = "planned-day-past"


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ({"planned_submission": "2026-11-21"}, ["not-sent"]),
        ({"planned_submission": "1988-04-01"}, ["not-sent"]),
        ({"planned_submission": "2026-11-22"}, []),  # today
        ({"planned_submission": "2026-11"}, []),  # some days of the month are still to come
        ({"planned_submission": "2026-10"}, ["not-sent"]),
        ({"planned_submission": "2026-10", "submitted": "2026-10-30"}, []),
        ({"planned_submission": "2026-10", "answers": {"application.sent": True}}, ["sent"]),
        ({"planned_submission": "2026-10", "answers": {"application.sent": False}}, ["not-sent"]),
        ({"planned_submission": "2027-01", "answers": {"application.sent": True}}, []),
        ({}, []),
    ],
)
def test_a_planned_day_is_told_of_once_every_reading_of_it_is_over(case: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, {"stream": "fsw", **case}) == says
