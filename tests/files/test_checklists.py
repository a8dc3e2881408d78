"""A folder of checklists that anybody may have written: what is read from it, and what is refused."""

import os
from pathlib import Path

import pytest

from ircc_prep.errors import ChecklistError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.yaml_text import LARGEST

PROGRAM = """\
program: our-own
title: {en: Visit, fr: Visite}
summary: {en: For visitors., fr: Pour les visiteurs.}
uses: []
interview:
  rules: []
  otherwise:
    {id: usually-not, likelihood: rare, reason: {en: It is rare., fr: C’est rare.}, sources: [our-law]}
examples: []
"""
SOURCES = """\
sources:
  our-law:
    title: {en: Our law, fr: Notre loi}
    publisher: {en: Us, fr: Nous}
    url: {en: "https://example.org/en", fr: "https://example.org/fr"}
    kind: law
    dated: undated
    checked: 2026-11-22
    confidence: high
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "our-own").mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "our-own" / "program.yaml").write_text(PROGRAM)
    (tmp_path / "sources" / "ours.yaml").write_text(SOURCES)
    return tmp_path


def ids(own: Path) -> list[str]:
    with pytest.raises(ChecklistError) as raised:
        Pack(own).load("our-own")
    return [problem.id for problem in raised.value.problems]


def test_a_folder_in_order_is_read(own: Path) -> None:
    assert Pack(own).load("our-own").checklist.program.program == "our-own"


def test_a_program_is_compiled_once_however_many_cases_are_held_against_it(own: Path) -> None:
    pack = Pack(own)
    assert pack.load("our-own") is pack.load("our-own")


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_called_a_checklist_and_is_no_file_is_refused(own: Path, make: object) -> None:
    assert callable(make)
    make(own / "our-own" / "papers.yaml")
    assert ids(own) == ["not-a-file"]


def test_no_more_of_a_huge_file_is_read_than_is_allowed(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the whole file was read"))
    with (own / "our-own" / "papers.yaml").open("wb") as file:
        file.truncate(LARGEST * 100)
    assert ids(own) == ["too-large"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", "x"])
def test_a_source_leads_to_a_page_of_the_web_and_nowhere_else(own: Path, url: str) -> None:
    (own / "sources" / "ours.yaml").write_text(SOURCES.replace("https://example.org/fr", url))
    assert "not-a-page" in ids(own)


@pytest.mark.parametrize("program", Pack().programs())
def test_without_examples_the_rulebook_is_the_same(program: str) -> None:
    whole, bare = Pack().load(program).checklist, Pack(examples=False).load(program).checklist
    assert all(not topic.examples for topic in bare.topics.values())
    without = {name: topic.model_copy(update={"examples": ()}) for name, topic in whole.topics.items()}
    assert bare.topics == without
    assert set(bare.findings) == set(whole.findings)
    assert bare.program == whole.program.model_copy(update={"examples": ()})


def test_what_stands_after_the_examples_is_never_cut_off(tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    topic = "topic: translation\nexamples: []\ntitle: {en: Whom to ask, fr: À qui s’adresser}\n"
    (tmp_path / "common" / "translation.yaml").write_text(topic.replace("examples: []", "examples:\n  []"))
    book = Pack(tmp_path, examples=False).load("express-entry")
    assert book.checklist.topics["common/translation.yaml"].title.en == "Whom to ask"
