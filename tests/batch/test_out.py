"""The folder that a batch writes into."""

import os
import stat
import sys
from pathlib import Path

import pytest

from ircc_prep.batch.out import Out, Written
from ircc_prep.errors import CaseError, UsageError

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and folder locks are POSIX’s")


@posix
def test_nobody_but_the_owner_may_look_into_it(tmp_path: Path) -> None:
    out = Out(tmp_path / "new" / "out")
    with out.held():
        out.write("packet.pdf", b"x", "ana--abcdef")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (out.path, *out.path.rglob("*"))]
    assert modes == [0o700, 0o700, 0o600]


@posix
def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with Out(tmp_path).held():
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@posix
def test_a_second_run_is_kept_out(tmp_path: Path) -> None:
    with Out(tmp_path).held(), pytest.raises(UsageError, match="Another run"), Out(tmp_path).held():
        pass
    with Out(tmp_path).held():
        pass


def test_a_file_is_never_written_through_a_link(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    out = Out(tmp_path / "out")
    with out.held():
        out.write("report.csv", b"1")
        (out.path / "report.csv").unlink()
        (out.path / "report.csv").symlink_to(victim)
        (out.path / ".report.csv.part").symlink_to(victim)
        with pytest.raises(CaseError):
            out.write("report.csv", b"2")
        out.write("report.csv", b"2")
    assert victim.read_bytes() == b"mine"
    assert (out.path / "report.csv").read_bytes() == b"2"


def test_a_clients_folder_that_is_a_link_is_not_written_into(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = Out(tmp_path / "out")
    with out.held():
        (out.path / "ana--abcdef").symlink_to(elsewhere)
        with pytest.raises(CaseError):
            out.write("packet.pdf", b"x", "ana--abcdef")
    assert not list(elsewhere.iterdir())


def test_a_link_doesn_t_count_as_a_file_that_was_written(tmp_path: Path) -> None:
    out = Out(tmp_path)
    written = out.write("packet.txt", b"x", "ana--abcdef")
    assert out.holds([written], "ana--abcdef")
    file = out.path / "ana--abcdef" / "packet.txt"
    file.rename(tmp_path / "moved")
    file.symlink_to(tmp_path / "moved")
    assert not out.holds([written], "ana--abcdef")


def test_what_was_cut_or_changed_isn_t_held(tmp_path: Path) -> None:
    out = Out(tmp_path)
    written = out.write("packet.txt", b"words", "ana--abcdef")
    for content in (b"", b"word", b"Words"):
        (out.path / "ana--abcdef" / "packet.txt").write_bytes(content)
        assert not out.holds([written], "ana--abcdef")
    assert not out.holds([Written("other", 0, "")], "ana--abcdef")


def test_tidying_leaves_what_a_person_put_there(tmp_path: Path) -> None:
    out = Out(tmp_path)
    out.write("packet.txt", b"x", "ana--abcdef")
    out.write("packet.txt", b"x", "bea--abcdef")
    (out.path / "ana--abcdef" / "notes.txt").write_bytes(b"mine")
    (out.path / "letters").mkdir()
    (out.path / "letters" / "packet.txt").write_bytes(b"mine")
    out.tidy(lambda _, name: name == "packet.txt")
    assert sorted(out.files()) == ["ana--abcdef/notes.txt", "letters/packet.txt"]
    assert not (out.path / "bea--abcdef").exists()


def test_a_folder_in_the_place_of_a_file_of_ours_is_said_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.csv").mkdir()
    with pytest.raises(CaseError):
        Out(tmp_path).remove("report.json", "report.csv")
    assert (tmp_path / "report.csv").is_dir()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_what_the_system_refuses_is_said_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CaseError) as refusal:
        Out(tmp_path).write("report.csv", b"x")
    assert refusal.value.problems[0].id == "no-permission"
