"""Which files the menu offers to go on with."""

import shutil
from pathlib import Path

import pytest

from ircc_prep.cli import menu
from tests.cli.conftest import PERSONAS


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.name)
def test_the_case_that_the_demo_leaves_is_offered_for_all_its_comments(here: Path, persona: Path) -> None:
    shutil.copy(persona, here)
    assert [path.name for path in menu._cases_here()] == [persona.name]


def test_a_case_in_json_is_offered_and_another_file_that_speaks_of_a_schema_is_not(here: Path) -> None:
    (here / "ana.json").write_text('{"schema": 1, "program": "visitor"}')
    (here / "other.yaml").write_text("# no schema: here\nname: schema\n")
    assert [path.name for path in menu._cases_here()] == ["ana.json"]


def test_a_file_that_cannot_be_read_is_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "locked.yaml").write_text("schema: 1\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert menu._cases_here() == []
