"""Police certificates that time will overtake before they are used."""

from typing import Any

import pytest

from tests.core.review.reading import raised

CODE = "police-window"
AT_HOME = [{"from": "1990-05-04", "country": "PH"}]
ABROAD = [{"from": "1990-05-04", "to": "2020-03-31", "country": "PH"}, {"from": "2020-04-01", "country": "AE"}]


def certified(*issued: str | None, stays: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, Any]:
    """Somebody with police certificates of the Philippines."""
    papers = [{"item": "police-certificate", "person": "maria", "country": "PH", "issued": day} for day in issued]
    person = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", "stays": stays}
    return {"stream": "fsw", "people": [person], "documents": papers, **more}


@pytest.mark.parametrize(
    ("issued", "stays", "says"),
    [
        (("2026-07-22",), AT_HOME, []),  # two months and a day are left
        (("2026-07-21",), AT_HOME, ["runs-out/maria"]),
        (("2026-07-21", "2026-09-01"), AT_HOME, []),  # a newer one is in hand
        (("2026-07-21", None), AT_HOME, []),
        (("2026-05-21",), AT_HOME, []),  # too old already: the item says so
        (("2026",), AT_HOME, []),
        (("2026-07-21",), ABROAD, []),  # another country: it must only be newer than the last stay
        (("2026-07-21",), None, []),  # homes that nobody has answered
    ],
)
def test_six_months_that_are_about_to_end_are_noted(
    issued: tuple[str | None, ...], stays: list[dict[str, Any]] | None, says: list[str]
) -> None:
    assert raised(CODE, certified(*issued, stays=stays)) == says


@pytest.mark.parametrize("day", [{"planned_submission": "2026-12-18"}, {"submitted": "2026-10-01"}])
def test_with_a_day_of_submission_the_item_has_the_word(day: dict[str, str]) -> None:
    assert raised(CODE, certified("2026-07-21", stays=AT_HOME, **day)) == []


@pytest.mark.parametrize(
    ("issued", "day", "stays", "says"),
    [
        ("2026-06-02", {"planned_submission": "2026-12-03"}, AT_HOME, ["lived-on/maria"]),
        ("2026-06-03", {"planned_submission": "2026-12-03"}, AT_HOME, []),  # six months to the day
        ("2026-05-21", {}, AT_HOME, ["lived-on/maria"]),
        ("2026-06-02", {"planned_submission": "2026-12-03"}, ABROAD, []),
        ("2025-06-02", {"submitted": "2026-10-01"}, AT_HOME, []),
    ],
)
def test_for_a_permit_an_old_certificate_of_the_country_of_residence_is_noted(
    issued: str, day: dict[str, str], stays: list[dict[str, Any]], says: list[str]
) -> None:
    case = certified(issued, stays=stays, **day)
    permit = {**case, "program": "temporary-resident-permit", "stream": None, "answers": {"trp.ground": "criminality"}}
    assert raised(CODE, permit) == says
