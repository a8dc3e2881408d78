"""Marital statuses of a couple beside each other and beside the answers."""

import pytest

from tests.core.review.couples import family, raised, single

CODE = "marital-status-clash"


@pytest.mark.parametrize(
    ("ana", "tomas", "expected"),
    [
        ("married", "married", []),
        ("common-law", "common-law", []),
        ("separated", "separated", []),
        ("married", None, []),
        (None, None, []),
        ("separated", None, []),
        ("married", "separated", ["one-separated"]),
        ("separated", "common-law", ["one-separated"]),
        ("married", "common-law", ["differ"]),
        ("married", "single", ["differ"]),
        ("widowed", "common-law", ["differ"]),
        ("separated", "divorced", ["differ"]),
        ("single", "divorced", ["differ"]),
        ("single", "single", ["alone/ana"]),
        ("divorced", None, ["alone/ana"]),
        (None, "annulled", ["alone/tomas"]),
    ],
)
def test_statuses_that_exclude_each_other_are_raised_once(
    ana: str | None, tomas: str | None, expected: list[str]
) -> None:
    case = family(ana={"marital_status": ana}, tomas={"marital_status": tomas})
    assert raised(CODE, case) == expected


def test_each_partner_is_held_against_the_applicant() -> None:
    case = family()
    case["people"].append({"id": "rui", "role": "spouse-or-partner", "marital_status": "common-law"})
    assert raised(CODE, case) == ["differ"]


@pytest.mark.parametrize("status", ["single", "married", "divorced"])
def test_somebody_who_is_not_the_partner_may_have_any_status(status: str) -> None:
    case = single(ana={"marital_status": "widowed"}, children=({"marital_status": "single"},))
    case["people"].append({"id": "rui", "role": "other-family", "marital_status": status})
    assert raised(CODE, case) == []
