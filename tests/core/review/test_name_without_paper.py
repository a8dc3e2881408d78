"""Other names, and the papers that link them."""

from typing import Any

import pytest

from tests.core.review.couples import family
from tests.core.review.reading import raised

CODE = "name-without-paper"
MAIDEN = {"family_name": "Rivas", "given_names": "Ana"}


def permit(**case: Any) -> list[str]:
    return raised(CODE, family(program="temporary-resident-permit", **case))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([MAIDEN], ["no-paper/ana"]),
        ([MAIDEN, {"given_names": "Anita"}], ["no-paper/ana"]),
        ([{"family_name": "Núñez-O’Hara"}], ["no-paper/ana"]),
        ([], []),
        (None, []),
        ([{"family_name": "حداد", "given_names": "سمير"}], []),
        ([{"family_name": "Иванова"}, MAIDEN], ["no-paper/ana"]),
        ([{"reason": "name before marriage"}], []),
    ],
)
def test_another_name_in_latin_letters_is_noted_once(names: list[dict[str, str]] | None, expected: list[str]) -> None:
    assert permit(ana={"names": names}) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"item": "name-change-document", "person": "ana"}, []),
        ({"item": "name-change-document"}, []),
        ({"item": "name-change-document", "person": "tomas"}, ["no-paper/ana"]),
        ({"item": "marriage-certificate", "person": "tomas"}, []),
        ({"item": "birth-certificate", "person": "ana"}, ["no-paper/ana"]),
    ],
)
def test_a_paper_that_may_show_both_names_is_enough(document: dict[str, str], expected: list[str]) -> None:
    assert permit(ana={"names": [MAIDEN]}, documents=[document]) == expected


@pytest.mark.parametrize("program", ["express-entry", "pr-landing"])
def test_where_the_checklist_asks_or_everything_is_approved_nothing_is_noted(program: str) -> None:
    assert raised(CODE, family(program=program, ana={"names": [MAIDEN]})) == []
