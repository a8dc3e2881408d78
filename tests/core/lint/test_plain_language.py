"""What the linter says of texts that are too hard: where they stand, in which language, and once for all programs."""

import pytest

from ircc_prep.core.lint.plain_language import hard_to_read
from ircc_prep.core.problems import Path
from ircc_prep.files.checklists import Pack
from tests.core.making import Data, checklist, guidance, question, requirement, rule

LONG = " ".join(["You show us the paper that you have,"] * 5) + " then go."  # plain words, and forty-two of them
FAIRLY_LONG = " ".join(["You show us the paper that you have,"] * 4) + " then."
HARD = (
    "Communicate immediately any contradictory documentation previously transmitted regarding matrimonial situations, "
    "so that everybody understands the situation."
)
HARD_FR = (
    "Communiquez immédiatement la documentation contradictoire antérieurement transmise relativement à votre situation "
    "matrimoniale, afin que chacun comprenne."
)


def hard(**topic: object) -> list[tuple[Path, str]]:
    """Where the texts of a topic are too hard, and what is said of it in English."""
    found = hard_to_read(checklist(**topic))  # type: ignore[arg-type]
    return [(problem.path[1:], problem.what.en) for problem in found]


def test_a_sentence_that_is_too_long_is_named_with_its_language() -> None:
    asked = question("x.y", type="bool", ask={"en": LONG, "fr": "mots"})
    ((path, what),) = hard(questions=[asked])
    assert path[-2:] == ("ask", "en")
    assert what == "A sentence of 42 words, at most 28 here: “You show us the paper that …”."


def test_hard_words_are_told_by_their_grade_in_each_language() -> None:
    found = hard(questions=[question("x.y", type="bool", help={"en": HARD, "fr": HARD_FR})])
    assert [path[-1] for path, _ in found] == ["en", "fr"]
    assert found[0][1].startswith("Hard to read: grade ")
    assert found[1][1].startswith("Hard to read: ease ")


def test_what_everyone_is_asked_has_stricter_bounds_than_what_is_read_where_it_applies() -> None:
    words = {"en": FAIRLY_LONG, "fr": "mots"}
    assert len(hard(questions=[question("x.y", type="bool", why=words)])) == 1
    assert hard(guidance=[guidance("g", text=words)]) == []


@pytest.mark.parametrize("key", ["because", "otherwise", "disputed"])
def test_every_text_of_a_rule_is_read(key: str) -> None:
    texts: Data = {key: {"en": LONG, "fr": "mots"}}
    found = list(hard_to_read(checklist(requirement(rule(**texts)))))
    assert [problem.path[-2] for problem in found] == [key]


def test_titles_and_examples_are_not_measured() -> None:
    paper = requirement(rule(), title={"en": HARD, "fr": HARD_FR})
    assert list(hard_to_read(checklist(paper))) == []


def test_a_file_that_programs_share_is_told_once() -> None:
    subject = checklist(guidance=[guidance("g", text={"en": LONG, "fr": "mots"})])
    assert list(hard_to_read(subject))
    assert list(hard_to_read(subject, read=set(subject.topics))) == []


def test_the_shipped_texts_are_within_the_bounds() -> None:
    pack, read = Pack(examples=False), set[str]()
    for program in ("express-entry", "pr-landing", "temporary-resident-permit"):
        book, _ = pack.read(program)
        assert book is not None
        assert [problem.path for problem in hard_to_read(book, read)] == []
        read |= {*book.topics, *book.findings}
