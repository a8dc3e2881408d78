"""One number where there should be two."""

from typing import Any

import pytest

from tests.core.review.reading import findings, raised

CODE = "same-number"


def passport(number: str | None = "X1234567", **more: Any) -> dict[str, Any]:
    whole = {"country": "PH", "number": number, "issued": "2020-01-13", "expires": "2030-01-12", **more}
    return {key: value for key, value in whole.items() if value is not None}


def two(one: list[dict[str, Any]], other: list[dict[str, Any]], **second: Any) -> dict[str, Any]:
    first = {"id": "ana", "role": "principal-applicant", "date_of_birth": "1985-02-01", "passports": one}
    partner = {"id": "ben", "role": "spouse-or-partner", "date_of_birth": "1986-02-01", "passports": other, **second}
    return {"submitted": "2026-10-01", "people": [first, partner]}


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (passport(), ["two-people"]),
        (passport("x-123 4567"), ["two-people"]),
        (passport(issued="2021-03-04"), ["two-people"]),
        (passport("X1234568"), []),
        (passport(country="US"), []),
        (passport(country=None), []),
        (passport(None), []),
    ],
)
def test_two_people_have_two_numbers(other: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, two([passport()], [other])) == says


@pytest.mark.parametrize("number", ["00000000", "X0000000", "XXXXXXX", "123", "n/a", "unknown"])
def test_a_placeholder_is_no_number(number: str) -> None:
    assert raised(CODE, two([passport(number)], [passport(number)])) == []


@pytest.mark.parametrize(
    ("child", "says"),
    [
        ({"date_of_birth": "2004-01-14"}, ["in-a-parents-passport"]),
        ({"date_of_birth": "2004-01-13"}, ["two-people"]),  # sixteen on the day of issue
        ({"date_of_birth": None, "role": "dependent-child"}, ["in-a-parents-passport"]),
    ],
)
def test_a_child_may_stand_in_a_parents_passport(child: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, two([passport()], [passport()], **child)) == says


UNISSUED = passport(issued=None)


@pytest.mark.parametrize(
    ("one", "other", "child", "says"),
    [
        ([passport()], [UNISSUED], {"date_of_birth": "2016-09-09", "role": "dependent-child"}, "in-a-parents-passport"),
        ([UNISSUED], [UNISSUED], {"date_of_birth": "2007-09-09", "role": "dependent-child"}, "in-a-parents-passport"),
        ([UNISSUED], [UNISSUED], {"date_of_birth": "2012-09-09", "role": "other-family"}, "in-a-parents-passport"),
        ([passport()], [UNISSUED], {"date_of_birth": "2003-09-09", "role": "dependent-child"}, "two-people"),
        ([passport()], [UNISSUED], {}, "two-people"),
        ([UNISSUED], [UNISSUED], {}, "two-people"),
        # the parent's entry stands twice
        ([passport(), passport()], [passport()], {"date_of_birth": "2016-09-09"}, "in-a-parents-passport"),
    ],
)
def test_without_a_day_of_issue_a_child_may_still_stand_in_a_parents_passport(
    one: list[dict[str, Any]], other: list[dict[str, Any]], child: dict[str, Any], says: str
) -> None:
    assert raised(CODE, two(one, other, **child)) == [says]


def test_a_childs_own_passport_has_its_own_number() -> None:
    own = passport(issued="2023-05-01", expires="2028-04-30")
    assert raised(CODE, two([passport()], [own], date_of_birth="2015-01-14", role="dependent-child")) == ["two-people"]


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"issued": "2024-05-01", "expires": "2034-04-30"}, ["twice/ana"]),
        ({"expires": "2032-01-12"}, ["extended/ana"]),
        ({"issued": "2020", "expires": "2030"}, []),  # the same one, listed twice
        ({"issued": None, "expires": None}, []),
        ({"issued": "2024-05-01", "expires": "2034-04-30", "country": "US"}, []),
    ],
)
def test_two_passports_of_one_person_have_two_numbers(other: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, two([passport(), passport(**other)], [])) == says


def test_the_number_itself_isnt_told() -> None:
    (found,) = [each for each in findings(two([passport()], [passport()])) if each.code == CODE]
    assert found.person is None
    assert found.facts == ("people.ana.passports[0]", "people.ben.passports[0]")
    assert "1234567" not in str(found)


def paper(item: str, person: str | None, number: str | None = "PC-118", country: str = "PH") -> dict[str, Any]:
    whole = {"item": item, "person": person, "number": number, "country": country}
    return {key: value for key, value in whole.items() if value is not None}


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (paper("police-certificate", "ana"), paper("police-certificate", "ben"), ["documents"]),
        (paper("police-certificate", None), paper("police-certificate", "ben", "pc 118"), ["documents"]),
        (paper("police-certificate", "ana"), paper("police-certificate", "ana"), []),
        (paper("police-certificate", "ana"), paper("police-certificate", "ben", country="AE"), []),
        (paper("police-certificate", "ana"), paper("eca", "ben"), []),
        (paper("police-certificate", "ana", None), paper("police-certificate", "ben", None), []),
        (paper("marriage-certificate", "ana"), paper("marriage-certificate", "ben"), []),
        (paper("eca", "ana", "0000000"), paper("eca", "ben", "0000000"), []),
    ],
)
def test_papers_that_everyone_has_alone_have_their_own_numbers(
    one: dict[str, Any], other: dict[str, Any], says: list[str]
) -> None:
    assert raised(CODE, {**two([], []), "documents": [one, other]}) == says
