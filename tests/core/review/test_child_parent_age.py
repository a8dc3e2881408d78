"""Children beside the ages of the adults who may be their parents."""

import pytest

from tests.core.review.couples import family, raised, single

CODE = "child-parent-age"


@pytest.mark.parametrize(
    ("ana", "tomas", "child", "expected"),
    [
        ("1990-05-04", "1988-02-01", "2019-05-11", []),
        ("1990-05-04", "1988-02-01", "2001-01-31", ["nobody-old-enough/kid0"]),
        ("1990-05-04", "1988-02-01", "2001-02-01", ["applicant-too-young/kid0"]),
        ("1990-05-04", "1988-02-01", "2003-05-03", ["applicant-too-young/kid0"]),
        ("1990-05-04", "1988-02-01", "2003-05-04", []),
        ("1988-02-01", "1999-02-01", "2008-05-04", []),  # the partner alone is too young
        ("1990", "1990", "2003", []),
        ("1990", "1990", "2002", ["nobody-old-enough/kid0"]),
        ("1990-05-04", "1991", "1985-05-11", ["nobody-old-enough/kid0"]),
        ("1990-05-04", None, "1999", ["applicant-too-young/kid0"]),
        (None, None, "1999", []),
        (None, "1990-05-04", "1999", []),
        ("1990-05-04", "1988-02-01", None, []),
    ],
)
def test_a_child_needs_one_adult_who_may_have_been_thirteen(
    ana: str | None, tomas: str | None, child: str | None, expected: list[str]
) -> None:
    people = {"ana": {"date_of_birth": ana}, "tomas": {"date_of_birth": tomas}}
    assert raised(CODE, family(**people, children=({"date_of_birth": child},))) == expected


@pytest.mark.parametrize(
    ("adopted", "expected"),
    [(None, ["nobody-old-enough/kid0"]), (False, ["nobody-old-enough/kid0"]), (True, ["applicant-too-young/kid0"])],
)
def test_an_adoption_makes_it_a_note(adopted: bool | None, expected: list[str]) -> None:
    case = single(
        ana={"date_of_birth": "1995-05-04"},
        children=({"date_of_birth": "2005-05-04"},),
        answers={"family.adopted_child": adopted},
    )
    assert raised(CODE, case) == expected


def test_brothers_and_grandchildren_outside_the_family_are_nobodys_question() -> None:
    case = family(ana={"date_of_birth": "1990-05-04"}, tomas={"date_of_birth": "1988-02-01"})
    case["people"].append({"id": "rui", "role": "other-family", "date_of_birth": "1992-01-01"})
    assert raised(CODE, case) == []
