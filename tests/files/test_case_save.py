"""Saving a case: whole or not at all, for its owner alone, and never less than was there."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.errors import CaseError
from ircc_prep.files import owner_file
from ircc_prep.files.case_file import load
from ircc_prep.files.companions import before_of
from ircc_prep.files.saving import Saver, save

DATA: dict[str, Any] = {
    "schema": 1,
    "program": "visitor",
    "people": [{"id": "maria", "role": "principal-applicant", "given_names": "Марія", "citizenships": ["NO"]}],
}
OTHER = {**DATA, "program": "citizenship"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def refused(path: Path, data: dict[str, Any]) -> str:
    with pytest.raises(CaseError) as raised:
        save(path, data)
    return raised.value.problems[0].id


@pytest.mark.parametrize("name", ["case.yaml", "case.json", "case"])
def test_what_is_saved_is_what_is_loaded(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    save(path, DATA)
    assert load(path).data == DATA
    assert path.read_text().startswith("{") == (name == "case.json")
    assert "Марія" in path.read_text()
    assert names_in(tmp_path) == [name]


def test_only_the_owner_can_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        save(tmp_path / "clients" / "santos" / "case.yaml", DATA)
    finally:
        os.umask(before)
    assert mode(tmp_path / "clients" / "santos" / "case.yaml") == 0o600
    assert mode(tmp_path / "clients" / "santos") == 0o700
    assert mode(tmp_path / "clients") == 0o700


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("schema: 1\nprogram: visitor\n")
    path.chmod(0o644)
    save(path, DATA)
    assert mode(path) == 0o600


def test_a_link_keeps_pointing_where_it_pointed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    save(real, DATA)
    link.symlink_to(real)
    save(link, OTHER)
    assert link.is_symlink()
    assert load(real).data == OTHER


def test_data_that_are_no_valid_case_are_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, DATA)
    before = path.read_bytes()
    assert refused(path, {**DATA, "program": "nonsense"}) == "not-allowed"
    assert refused(path, {**DATA, "unsure": ["people.nobody.stays"]}) == "unknown-unsure"
    assert refused(path, {**DATA, "answers": {"funds.amount": float("nan")}}) == "wrong-type"
    assert refused(path, {**DATA, "answers": {f"a.{number}": "x" * 1999 for number in range(600)}}) == "too-large"
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["case.yaml"]


def test_a_file_with_comments_is_kept_once_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    written = "schema: 1\nprogram: visitor  # ask Paul\n"
    path.write_text(written)
    path.chmod(0o644)
    save(path, DATA)
    backup = tmp_path / "case.yaml.before-ircc-prep"
    assert backup == before_of(path)
    assert backup.read_text() == written
    assert mode(backup) == 0o600
    path.write_text("# again\n" + written)
    save(path, OTHER)
    assert backup.read_text() == written


def test_a_file_without_comments_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, DATA)
    save(path, OTHER)
    assert names_in(tmp_path) == ["case.yaml"]


# A limit on the size of files is met like a full disk. It can't be lifted again, hence a process of its own.
CHILD = """
import resource, signal, sys
from pathlib import Path
from ircc_prep.errors import CaseError
from ircc_prep.files.saving import save
path, limit = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    save(path, {"schema": 1, "program": "visitor", "answers": {"funds.amount": 10000}})
except CaseError as error:
    print(error.problems[0].id)
"""


def saved_under(limit: int, path: Path) -> str:
    run = [sys.executable, "-B", "-c", CHILD, str(path), str(limit)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("schema: 1\nprogram: citizenship\n")
    assert saved_under(16, path) == "disk-full"
    assert path.read_text() == "schema: 1\nprogram: citizenship\n"
    assert names_in(tmp_path) == ["case.yaml"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_folder_that_takes_no_files_is_told_apart() -> None:
    assert refused(Path("/proc/case.yaml"), DATA) in {"no-permission", "cannot-save"}


def test_a_file_where_a_folder_is_needed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refused(tmp_path / "file" / "case.yaml", DATA) == "cannot-save"
    assert refused(tmp_path / ("x" * 300 + ".yaml"), DATA) == "cannot-save"


def test_a_read_only_folder_is_said_to_be_one(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write in any folder")
    folder = tmp_path / "clients"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        assert refused(folder / "case.yaml", DATA) == "no-permission"
    finally:
        folder.chmod(0o700)


def test_a_pipe_or_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        owner_file.write(pipe, b"the result")
        assert reader.communicate()[0] == b"the result"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names_in(tmp_path) == ["pipe"]


def test_saving_again_and_again_in_one_sitting_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    keep = Saver(path)
    for data in (DATA, OTHER, DATA):
        keep(data)
        assert load(path).data == data


@pytest.mark.parametrize("before", [None, OTHER])
def test_what_another_window_saved_meanwhile_is_never_overwritten(
    tmp_path: Path, before: dict[str, Any] | None
) -> None:
    path = tmp_path / "case.yaml"
    if before:
        save(path, before)
    one, other = Saver(path), Saver(path)
    other(DATA)
    with pytest.raises(CaseError) as raised:
        one(OTHER)
    assert raised.value.problems[0].id == "changed-meanwhile"
    assert load(path).data == DATA


def test_a_case_that_was_removed_meanwhile_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, DATA)
    keep = Saver(path)
    path.unlink()
    keep(OTHER)
    assert load(path).data == OTHER
