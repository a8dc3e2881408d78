"""Several cases as one page of Markdown."""

from itertools import pairwise

from markdown_it import MarkdownIt

from ircc_prep.core.problems import Place
from ircc_prep.render.formats.page import markdown
from ircc_prep.render.formats.summary import summary
from tests.render.formats.made import checked, concern, found, unread


def headings(text: str) -> list[tuple[str, str]]:
    """The headings as a reader of Markdown finds them: their levels and words."""
    tokens = MarkdownIt().parse(text)
    return [(token.tag, following.content) for token, following in pairwise(tokens) if token.type == "heading_open"]


def test_one_case_is_as_it_is_alone() -> None:
    assert summary([found()]) == markdown([found()])


def test_several_stand_each_under_its_name_one_level_lower() -> None:
    alone = headings(markdown([found()]))
    made = headings(summary([found(), found("b_c.yaml", "fr")]))
    assert made[: len(alone) + 1] == [
        ("h1", "cases/maricel.yaml"),
        *((f"h{int(level[1]) + 1}", words) for level, words in alone),
    ]
    assert [words for level, words in made if level == "h1"] == ["cases/maricel.yaml", r"b\_c.yaml"]


def test_a_table_counts_them_all() -> None:
    text = summary([checked([concern(), concern(level="note"), concern(standing="waived")], "a|b.yaml"), found()])
    first, line, row, *_ = text.splitlines()
    assert first == "| Case | Settle first | To get | Not decided yet | Be ready to explain |"
    assert line == "| --- | ---: | ---: | ---: | ---: |"
    assert row == r"| a\|b.yaml | 0 | 1 | 0 | 0 |"


def test_the_table_leaves_no_case_out() -> None:
    rows = summary([unread(), found(), unread("other.yaml")]).splitlines()[2:5]
    assert [row.split(" | ")[:2] for row in rows] == [
        ["| bad.yaml", "can’t be read"],
        ["| cases/maricel.yaml", "2"],
        ["| other.yaml", "can’t be read"],
    ]


def test_a_case_that_cannot_be_read_is_there_with_its_problems() -> None:
    text = summary([unread(place=Place("bad.yaml", 3, 5)), found()])
    assert "# bad.yaml\n\n- bad.yaml:3:5: The key “role” is missing.  \n  Add it.\n" in text
