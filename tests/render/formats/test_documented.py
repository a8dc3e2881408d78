"""Rule ids lead to the documentation, and each is the id of one rule."""

import re
from functools import cache
from pathlib import Path

import pytest

from ircc_prep.core.gate.concern import Concern, Kind
from ircc_prep.core.gate.strict import IDS
from ircc_prep.core.text import same
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.formats.documented import PROBLEMS, anchor, documented, page_of
from tests.render.formats.made import ROOT

PROGRAMS = Pack().programs()
OF_THE_GATE = (*IDS, "waiver-expired", "waiver-idle")


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors that readers of Markdown make of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(anchor(heading) for heading in headings)


def leads_somewhere(target: str) -> bool:
    page, _, name = target.partition("#")
    return name in anchors(ROOT / page)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_rule_of_a_program_leads_to_its_heading(program: str) -> None:
    book = Pack(examples=False).load(program)
    pages = documented(book)
    assert [id for id, target in pages.items() if not leads_somewhere(target)] == []
    of_others = [Concern("finding", code, code, "note", same("")) for code in book.findings]
    of_others += [Concern("interview", "interview", "interview", "undecided", same(""))]
    assert [each.id for each in of_others if not leads_somewhere(page_of(each, program, pages))] == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_two_rules_share_an_id(program: str) -> None:
    book = Pack(examples=False).load(program)
    items = {each.requirement.id for each in book.requirements}
    assert items.isdisjoint(book.findings)
    assert (items | set(book.findings)).isdisjoint({*OF_THE_GATE, "interview"})


@pytest.mark.parametrize("id", OF_THE_GATE)
def test_every_rule_of_the_gate_has_a_name_and_a_page(id: str) -> None:
    assert f"formats.rule.{id}" in wording()
    kind: Kind = "waiver" if id.startswith("waiver") else "strict"
    assert leads_somewhere(page_of(Concern(kind, id, id, "blocker", same("")), "visitor", {}))


def test_the_page_of_the_problems_is_there() -> None:
    assert (ROOT / PROBLEMS).is_file()


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Birth certificate: the child’s (`birth-certificate`)", "birth-certificate-the-childs-birth-certificate"),
        ("Two  spaces, and an under_score", "two--spaces-and-an-under_score"),
    ],
)
def test_an_anchor_is_what_readers_of_markdown_make_of_a_heading(heading: str, expected: str) -> None:
    assert anchor(heading) == expected
