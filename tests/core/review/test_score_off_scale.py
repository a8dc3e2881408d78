"""Language scores that their test doesn't give."""

from typing import Any

import pytest

from tests.core.review.reading import raised

CODE = "score-off-scale"


def sat(test: str | None, **scores: float) -> dict[str, Any]:
    maria = {
        "id": "maria",
        "role": "principal-applicant",
        "language_tests": [{"test": test, "taken": "2026-03-07", **scores}],
    }
    return {"stream": "fsw", "people": [maria]}


@pytest.mark.parametrize(
    ("test", "ability", "top"),
    [
        ("ielts-general", "listening", 9),
        ("celpip-general", "reading", 12),
        ("pte-core", "writing", 90),
        ("tcf-canada", "listening", 699),
        ("tcf-canada", "speaking", 20),
        ("tef-canada", "reading", 300),  # the column that Express Entry uses, not the newer one
        ("tef-canada", "listening", 360),
        ("tef-canada", "speaking", 450),
    ],
)
def test_a_score_is_named_from_just_above_the_top_of_its_scale(test: str, ability: str, top: float) -> None:
    assert raised(CODE, sat(test, **{ability: top})) == []
    assert raised(CODE, sat(test, **{ability: top + 0.5})) == ["above/maria"]


def test_several_scores_of_one_test_are_one_finding() -> None:
    assert raised(CODE, sat("ielts-general", listening=80, reading=75, writing=70, speaking=75)) == ["above/maria"]


def test_a_test_without_a_name_has_no_scale() -> None:
    assert raised(CODE, sat(None, listening=80)) == []


def test_scores_that_are_not_known_are_not_above_anything() -> None:
    assert raised(CODE, sat("ielts-general")) == []
