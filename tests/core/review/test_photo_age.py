"""Photos that are too old on the day on which they are used."""

from typing import Any

import pytest

from tests.core.review.reading import raised

CODE = "photo-age"
MARIA = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04"}


def photographed(*taken: str | None, item: str = "photo", **more: Any) -> dict[str, Any]:
    papers = [{"item": item, "person": "maria", "issued": day} for day in taken]
    answers = {"checklist.asks_for_photo": True}
    return {"stream": "fsw", "people": [MARIA], "answers": answers, "documents": papers, **more}


@pytest.mark.parametrize(
    ("taken", "day", "says"),
    [
        (("2025-12-18",), {"planned_submission": "2026-12-18"}, ["older-than-six-months/maria"]),  # twelve months
        (("2025-12-17",), {"planned_submission": "2026-12-18"}, ["too-old/maria"]),
        (("2026-06-18",), {"planned_submission": "2026-12-18"}, []),
        (("2026-06-17",), {"planned_submission": "2026-12-18"}, ["older-than-six-months/maria"]),
        (("2026-05-21",), {}, ["older-than-six-months/maria"]),  # before today
        (("2025-10-01", "2026-10-01"), {"planned_submission": "2026-12-18"}, []),  # a newer one is in hand
        (("2025-10-01", None), {"planned_submission": "2026-12-18"}, []),
        (("2025",), {"planned_submission": "2026-12-18"}, ["older-than-six-months/maria"]),  # in every reading
        (("2024",), {"planned_submission": "2026-12-18"}, ["too-old/maria"]),
        (("2025-09-30",), {"submitted": "2026-10-01"}, ["too-old/maria"]),
        (("2026-03-30",), {"submitted": "2026-10-01"}, []),  # it is in, and twelve months are the rule
    ],
)
def test_a_photo_is_held_against_the_day_of_submission(
    taken: tuple[str | None, ...], day: dict[str, str], says: list[str]
) -> None:
    assert raised(CODE, photographed(*taken, **day)) == says


def test_a_photo_that_is_not_asked_for_raises_nothing() -> None:
    for asked in (False, None):
        case = photographed("2020-01-01", answers={"checklist.asks_for_photo": asked}, planned_submission="2026-12-18")
        assert raised(CODE, case) == []


@pytest.mark.parametrize(("taken", "says"), [("2020-01-01", ["older-than-six-months/maria"]), ("2026-11-01", [])])
def test_for_a_permit_no_age_is_more_than_a_note(taken: str, says: list[str]) -> None:
    case = photographed(taken, item="photos", program="temporary-resident-permit", stream=None, answers={})
    assert raised(CODE, case) == says


@pytest.mark.parametrize(
    ("taken", "day", "says"),
    [
        ("2026-01-02", "2027-01-15", ["too-old/maria"]),
        ("2026-01-15", "2027-01-15", []),
        ("2026-01-02", None, []),  # held against today by the item
        ("2025-11-01", "2026-12-15", []),  # too old today: the item says so
    ],
)
def test_for_landing_a_photo_is_held_against_the_day_of_the_interview(
    taken: str, day: str | None, says: list[str]
) -> None:
    case = photographed(taken, program="pr-landing", stream="portal", answers={}, interview={"date": day})
    assert raised(CODE, case) == says
