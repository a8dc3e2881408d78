"""A day of the interview that is over, and a letter that is newer than it."""

import pytest

from tests.core.review.reading import raised

CODE = "interview-past"


@pytest.mark.parametrize(
    ("day", "letters", "says"),
    [
        ("2026-11-21", (), ["over"]),
        ("2026-11-22", (), []),
        ("2026-11", (), []),  # it may still come
        ("2026-10", (), ["over"]),
        ("2026", (), []),
        (None, (), []),
        (None, ("2026-11-16",), []),
        ("2026-12-15", ("2026-11-16",), []),
        ("2026-11-12", ("2026-11-16",), ["letter-after"]),  # one finding, not two
        ("2026-11-12", ("2026-11",), ["over"]),
        ("2026-11-12", ("2026-10-16",), ["over"]),
        ("2026-12-15", ("2026-12-16",), ["letter-after"]),
        ("2026-11-12", ("2026-10-16", None), ["over"]),
    ],
)
def test_the_day_is_held_against_today_and_the_letter(
    day: str | None, letters: tuple[str | None, ...], says: list[str]
) -> None:
    case = {
        "stream": "fsw",
        "submitted": "2026-03-14",
        "interview": {"date": day},
        "people": [{"id": "maria", "role": "principal-applicant"}],
        "documents": [{"item": "interview-letter", "issued": issued} for issued in letters],
    }
    assert raised(CODE, case) == says


def test_without_an_interview_there_is_nothing_to_be_over() -> None:
    assert raised(CODE, {"stream": "fsw", "people": [{"id": "maria", "role": "principal-applicant"}]}) == []
