"""Every kind of malformed case file gives its problems, each at its place, in both languages, without the answers."""

from pathlib import Path

import pytest

from ircc_prep.errors import CaseError
from ircc_prep.files.case_file import load

FOLDER = Path(__file__).parents[1] / "malformed_cases"

# What the files hold that is a person's own: names, a city, a passport number, dates.
ANSWERS = ["quill", "zenobia", "obia", "12e45", "1992", "2018-03", "2010-06", "99e999", "tomorrow"]

EXPECTED: dict[str, list[tuple[str, int, int]]] = {
    "a-list.yaml": [("wrong-type", 1, 1)],
    "a-sentence.yaml": [("wrong-type", 1, 1)],
    "anchors-and-tags.yaml": [("anchor", 4, 5), ("tag", 7, 18), ("alias", 8, 5), ("merge-key", 9, 5)],
    "at-sign.yaml": [("syntax", 7, 18)],
    "backwards.yaml": [("to-before-from", 8, 29), ("to-before-from", 11, 32)],
    "bad-countries.yaml": [
        ("bad-country", 7, 23),
        ("bad-country", 8, 20),
        ("bad-country", 8, 24),
        ("wrong-type", 8, 28),
    ],
    "bad-dates.yaml": [
        ("bad-date", 7, 20),
        ("bad-date", 9, 16),
        ("bad-date", 9, 32),
        ("bad-date", 10, 16),
        ("bad-date", 10, 24),
    ],
    "bad-indentation.yaml": [("syntax", 7, 4)],
    "bad-text.yaml": [
        ("bad-id", 4, 9),
        ("control-character", 6, 18),
        ("control-character", 7, 18),
        ("bad-form", 9, 33),
        ("out-of-range", 9, 45),
        ("out-of-range", 9, 64),
        ("wrong-type", 10, 26),
        ("bad-language", 12, 42),
    ],
    "clashing-people.yaml": [("duplicate-id", 7, 9), ("second-principal-applicant", 8, 11), ("unknown-person", 11, 30)],
    "colon-in-text.yaml": [("syntax", 7, 25)],
    "control-characters.yaml": [("control-character", 7, 21), ("control-character", 8, 11)],
    "cut-short.json": [("syntax", 2, 58)],
    "duplicate-keys.yaml": [("duplicate-key", 7, 5), ("duplicate-key", 8, 1)],
    "empty.yaml": [("empty-file", 1, 1)],
    "infinite.yaml": [("bad-number", 4, 17), ("bad-number", 5, 15)],
    "missing-comma.json": [("syntax", 3, 2)],
    "missing-keys.yaml": [("missing-key", 1, 1), ("missing-key", 1, 1), ("missing-key", 3, 5), ("missing-key", 3, 5)],
    "misspelt-choices.yaml": [
        ("not-allowed", 2, 10),
        ("not-allowed", 3, 11),
        ("not-allowed", 6, 11),
        ("not-allowed", 7, 21),
    ],
    "misspelt-keys.yaml": [("unknown-key", 2, 1), ("unknown-key", 7, 5), ("unknown-key", 8, 14)],
    "nested-too-deep.yaml": [("too-deep", 3, 59)],
    "newer-version.yaml": [("not-allowed", 1, 9)],
    "no-principal-applicant.yaml": [("no-principal-applicant", 4, 3)],
    "no-space-after-colon.yaml": [("syntax", 2, 1)],
    "not-utf-8.yaml": [("bad-encoding", 7, 19)],
    "number-keys.yaml": [("odd-key", 4, 1)],
    "only-a-comment.yaml": [("empty-file", 1, 1)],
    "tab.yaml": [("tab", 4, 1)],
    "text-after-quotes.yaml": [("syntax", 7, 28)],
    "two-documents.yaml": [("several-documents", 3, 1)],
    "unclosed-bracket.yaml": [("syntax", 7, 19)],
    "unclosed-quote.yaml": [("syntax", 7, 18)],
    "unsure.yaml": [
        ("unsure-answered", 12, 5),
        ("unsure-answered", 13, 5),
        ("unknown-unsure", 15, 5),
        ("unknown-unsure", 16, 5),
        ("unknown-unsure", 17, 5),
        ("unknown-unsure", 18, 5),
        ("unknown-unsure", 20, 5),
    ],
    "utf-16.yaml": [("bad-encoding", 1, 1)],
    "wrong-keys.json": [("unknown-key", 2, 60)],
    "wrong-kinds.yaml": [
        ("wrong-type", 7, 19),
        ("wrong-type", 8, 19),
        ("wrong-type", 10, 7),
        ("wrong-type", 12, 42),
        ("wrong-type", 12, 58),
        ("wrong-type", 14, 17),
        ("wrong-type", 15, 12),
    ],
}


def problems_of(name: str) -> CaseError:
    with pytest.raises(CaseError) as raised:
        load(FOLDER / name)
    return raised.value


@pytest.mark.parametrize("name", EXPECTED)
def test_each_problem_has_its_id_and_its_place(name: str) -> None:
    found = [
        (each.id, each.place.line, each.place.column) if each.place else each.id for each in problems_of(name).problems
    ]
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_problem_says_what_and_what_to_do_in_both_languages(name: str) -> None:
    for problem in problems_of(name).problems:
        for text in (problem.what, problem.hint):
            assert text.en.strip()
            assert text.fr.strip()
            assert text.en != text.fr


@pytest.mark.parametrize("name", EXPECTED)
def test_no_message_holds_what_the_person_answered(name: str) -> None:
    error = problems_of(name)
    messages = [str(error)]
    for problem in error.problems:
        messages += [problem.what.en, problem.what.fr]
        # The examples of how to write a date are ours.
        messages += [hint for hint in (problem.hint.en, problem.hint.fr) if problem.id != "bad-date"]
    for message in messages:
        assert not [answer for answer in ANSWERS if answer in message.lower()]


@pytest.mark.parametrize("name", EXPECTED)
def test_french_follows_canadian_typography(name: str) -> None:
    for problem in problems_of(name).problems:
        for text in (problem.what.fr, problem.hint.fr):
            assert "«" not in text.replace("«\u00a0", "")
            assert "»" not in text.replace("\u00a0»", "")
            assert " :" not in text
            assert "\u00a0?" not in text
            assert "\u00a0;" not in text


def test_the_places_name_the_file_as_it_was_given() -> None:
    (problem,) = problems_of("tab.yaml").problems
    assert str(problem.place) == f"{FOLDER / 'tab.yaml'}:4:1"


def test_every_malformed_file_is_in_the_table() -> None:
    assert sorted(each.name for each in FOLDER.iterdir()) == sorted(EXPECTED)
