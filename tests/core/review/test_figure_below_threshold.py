"""Figures beside their thresholds, exact and as ranges."""

from dataclasses import replace
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.result import Figure
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import CHECKS, Raised
from ircc_prep.core.review.run import file_of
from ircc_prep.core.rulebook import facts_of
from ircc_prep.core.said import Money
from ircc_prep.core.text import same
from tests.core.review.reading import TODAY, alone, book, findings

BORN = "people.maria.date_of_birth"


def figure(low: float | None, high: float | None, threshold: float | None = 67, **more: Any) -> Figure:
    return Figure("days", same("Days"), low, high, threshold, None, (), None, (), ("irpr-76",), **more)


def file(subject: dict[str, Any], *figures: Figure) -> File:
    whole = Case.model_validate({"schema": 1, "program": "express-entry", **subject})
    rules = book("express-entry")
    return file_of(rules, facts_of(rules, whole, TODAY), (), figures)


def raised(*figures: Figure, subject: dict[str, Any] | None = None) -> list[Raised]:
    return list(CHECKS["figure-below-threshold"](file(subject or alone(), *figures)))


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (figure(66, 66), "below"), (figure(67, 67), None), (figure(66.5, 66.5), "below"), (figure(60, 66), "at-most"),
        (figure(60, 67), None), (figure(None, 66), None), (figure(60, None), None), (figure(1, 1, None), None),
        (figure(50, 50, least_threshold=60), "either-minimum"), (figure(50, 60, least_threshold=60), None),
        (figure(70, 70, least_threshold=60), None),
    ],
)  # fmt: skip
def test_a_figure_is_below_only_when_its_highest_reading_is_below_the_lowest_threshold(
    one: Figure, says: str | None
) -> None:
    assert [each.says for each in raised(one)] == ([says] if says else [])


@pytest.mark.parametrize(
    ("missing", "low", "says"),
    [
        ((BORN,), 60, "perhaps"), ((BORN, "funds.amount"), 60, None), (("people.maria.education",), 60, None),
        ((BORN,), 67, None),
    ],
)  # fmt: skip
def test_a_figure_that_may_be_below_asks_only_for_dates_known_in_part(
    missing: tuple[str, ...], low: float, says: str | None
) -> None:
    one = replace(figure(low, 70), missing_facts=missing)
    found = raised(one, subject=alone(date_of_birth="1990"))
    assert [(each.says, each.asks) for each in found] == ([(says, missing)] if says else [])


def test_a_threshold_that_may_move_is_said_as_such() -> None:
    one = replace(figure(65, 65, least_threshold=60), missing_facts=("submitted",))
    assert [each.says for each in raised(one)] == ["perhaps-minimum"]


def test_the_shortfall_is_said_in_the_figures_own_unit() -> None:
    (days,), (money,) = raised(figure(1000.5, 1000.5, 1095)), raised(replace(figure(90, 90, 100), unit="CAD"))
    assert days.words["shortfall"] == 94.5
    assert (money.words["high"], money.words["shortfall"]) == (Money(90), Money(10))


def test_a_finding_rests_on_the_figures_own_sources() -> None:
    (found,) = raised(replace(figure(1, 1), sources=("irpa-28",)))
    assert found.sources == ("irpa-28",)


def family(*roles: str, amount: float = 100) -> dict[str, Any]:
    people = [{"id": f"p{index}", "role": role, "accompanying": False} for index, role in enumerate(roles)]
    answers = {"funds.amount": amount, "job_offer.has_offer": False}
    return {"stream": "fst", "submitted": "2026-06-01", "answers": answers, "people": people}


@pytest.mark.parametrize(
    ("roles", "says"),
    [
        (("principal-applicant",), "below"), (("principal-applicant", "sponsor", "other-family"), "below"),
        (("principal-applicant", "spouse-or-partner", "dependent-child", "other-family"), "funds"),
    ],
)  # fmt: skip
def test_the_money_to_settle_names_the_family_that_it_is_for(roles: tuple[str, ...], says: str) -> None:
    (found,) = [each for each in findings(family(*roles)) if each.code == "figure-below-threshold"]
    assert found.says == says
    assert found.severity != "note"
    if says == "funds":
        assert [getattr(each, "id", None) for each in found.words["people"]] == ["p0", "p1", "p2"]  # type: ignore[union-attr]
