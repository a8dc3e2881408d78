"""Plain text as paragraphs and points; right-to-left runs."""

import pytest

from ircc_prep.core.bidi import isolated, runs
from ircc_prep.render.prose import paragraphs


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("one\nline", [("one line", [])]),
        ("one\n\ntwo", [("one", []), ("two", [])]),
        ("these:\n- a\n- b\n  more\n\nthen", [("these:", ["a", "b more"]), ("then", [])]),
        ("these:\n\n- a\n\n- b", [("these:", ["a", "b"])]),
        ("- a", [("", ["a"])]),
        ("", []),
    ],
)
def test_texts_are_paragraphs_and_points(text: str, made: list[tuple[str, list[str]]]) -> None:
    assert [(part.text, part.points) for part in paragraphs(text)] == made


def test_a_right_to_left_name_is_one_run_and_leaves_the_date_alone() -> None:
    assert runs("Maria (محمد الأحمدي), 2027-03-01") == [
        (False, "Maria ("),
        (True, "محمد الأحمدي"),
        (False, "), 2027-03-01"),
    ]


def test_text_without_such_letters_is_left_as_it_is() -> None:
    assert isolated("Santos, 2027-03-01") == "Santos, 2027-03-01"
    assert runs("अर्जुन") == [(False, "अर्जुन")]
