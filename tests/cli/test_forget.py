"""Forgetting a case: all that is its own goes, nothing else does, and it is asked first."""

import os
from pathlib import Path

import pytest

from ircc_prep.files.companions import backup_of, before_of, key_of
from tests.cli.conftest import Run
from tests.files.locked import QUICK, QUICK_TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with everything that can lie beside it, and another."""
    case = tmp_path / "ana.yaml"
    for path in (case, before_of(case), backup_of(case), tmp_path / "anais.yaml"):
        path.write_text(QUICK_TEXT, encoding="utf-8")
    key_of(case).write_text(QUICK, encoding="utf-8")
    for name in ("ana-packet.pdf", "ana-packet.md", "anais-packet.pdf", ".ircc-prep-00.tmp", ".ircc-prep-01.tmp"):
        (tmp_path / name).touch()
    os.utime(tmp_path / ".ircc-prep-00.tmp", (0, 0))
    return tmp_path


OTHERS = {"anais.yaml", "anais-packet.pdf", ".ircc-prep-01.tmp"}
PACKETS = {"ana-packet.pdf", "ana-packet.md"}


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_case_its_backups_and_what_killed_saves_left_go_and_its_packets_are_named(run: Run, folder: Path) -> None:
    ran = run("forget", "ana.yaml", "--yes")
    assert ran.code == 0
    assert left(folder) == OTHERS | PACKETS  # a save that is under way in another window is left alone
    removed, still_there = ran.err.split("Still there:")
    assert "ana.yaml.ircc-prep-backup" in removed
    assert all(name in still_there for name in PACKETS)
    assert "backups of the computer" in still_there
    assert "browser" in still_there  # where the ticks and notes of an HTML packet are


def test_the_packets_go_where_that_is_asked_for(run: Run, folder: Path) -> None:
    assert run("forget", "ana.yaml", "--yes", "--packets").code == 0
    assert left(folder) == OTHERS


def test_backups_go_too_where_the_case_itself_is_gone_or_damaged(run: Run, folder: Path) -> None:
    (folder / "ana.yaml").write_bytes(bytes(100))
    assert run("forget", "ana.yaml", "--yes").code == 0
    assert left(folder) == OTHERS | PACKETS
    backup_of(folder / "ana.yaml").touch()
    assert run("forget", "ana.yaml", "--yes").code == 0
    assert run("forget", "ana.yaml", "--yes").code == 2


def test_a_link_goes_with_the_case_that_it_points_at(run: Run, folder: Path, tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    link = links / "ana.yaml"
    link.symlink_to(folder / "ana.yaml")
    backup_of(link).write_text(QUICK_TEXT, encoding="utf-8")
    assert run("forget", link, "--yes").code == 0
    assert left(links) == set()
    assert left(folder) == OTHERS | PACKETS | {"links"}


@pytest.mark.parametrize("name", ["folder.yaml", "notes.txt", "package.json", "/dev/null"])
def test_what_is_no_case_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "notes.txt").write_text("schemas", encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    ran = run("forget", name, "--yes")
    assert (ran.code, "[not-a-case]" in ran.err) == (2, True)
    assert left(tmp_path) == {"folder.yaml", "notes.txt", "package.json"}


def test_without_a_terminal_and_without_yes_nothing_is_removed(run: Run, folder: Path) -> None:
    before = left(folder)
    ran = run("forget", "ana.yaml")
    assert (ran.code, "[no-terminal]" in ran.err, "--yes" in ran.err) == (2, True, True)
    assert left(folder) == before


def test_packets_without_a_name_stay_and_are_named_since_nobody_can_tell_whose_they_are(run: Run, folder: Path) -> None:
    (folder / "packet-for-consultant.pdf").touch()
    ran = run("forget", "ana.yaml", "--yes", "--packets")
    assert left(folder) == OTHERS | {"packet-for-consultant.pdf"}
    assert "packet-for-consultant.pdf" in ran.err.split("bear no name")[1]
    (folder / "packet-for-consultant.pdf").unlink()
    assert "bear no name" not in run("forget", "anais.yaml", "--yes", "--packets").err
