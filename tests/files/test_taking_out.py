"""A private answer that isn't to be kept is gone from the case, its backups and what killed saves left: every byte."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.files import locking
from ircc_prep.files.case_file import load
from ircc_prep.files.companions import backup_of, before_of
from ircc_prep.files.locks import PassphraseLock
from ircc_prep.files.saving import Saver, save
from ircc_prep.files.taking_out import without_answers
from tests.files.locked import PASSPHRASE, Keys, locked_for_a_key

PRIVATE = "trp.trafficking_victim"
DATA: dict[str, Any] = {
    "schema": 1,
    "program": "temporary-resident-permit",
    "answers": {"trp.in_canada": True, PRIVATE: True},
}
WITHOUT = {**DATA, "answers": {"trp.in_canada": True}}
WRITTEN = f"""\
schema: 1  # by hand
program: temporary-resident-permit
answers:
  # asked by the shelter
  {PRIVATE}: true  # since March
  trp.in_canada: true
unsure: [trp.family_violence]
"""


def found_in(folder: Path) -> list[str]:
    """The files of a folder in which anything is said of it."""
    return [path.name for path in folder.rglob("*") if path.is_file() and PRIVATE.encode() in path.read_bytes()]


def taken_out(path: Path) -> None:
    """A sitting in which the answer is taken out."""
    with Saver(path) as saver:
        saver.load()
        saver(WITHOUT)
        saver.forget({PRIVATE})


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_it_is_in_no_byte_of_the_folder(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    save(path, DATA)
    killed = tmp_path / ".ircc-prep-0123456789abcdef.tmp"
    killed.write_bytes(path.read_bytes())
    os.utime(killed, (0, 0))
    taken_out(path)
    assert found_in(tmp_path) == []
    assert load(backup_of(path)).data == WITHOUT
    assert backup_of(path).stat().st_mode & 0o077 == 0


def test_the_file_with_comments_keeps_them_and_loses_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    taken_out(path)
    assert found_in(tmp_path) == []
    kept = before_of(path).read_text(encoding="utf-8")
    assert kept == WRITTEN.replace(f"  {PRIVATE}: true  # since March\n", "")


@pytest.mark.parametrize(
    "written",
    [
        f"schema: 1\nprogram: visitor\nanswers: {{{PRIVATE}: true, trp.in_canada: true}}\n",
        f"schema: 1\nprogram: visitor\nanswers:\n  {PRIVATE}: true\n",
        f"schema: 1\nprogram: visitor\nunsure: [{PRIVATE}]\n",
        f"schema: 1\nprogram: visitor\nunsure:\n  - {PRIVATE}\n  - trp.in_canada\n",
        json.dumps({"schema": 1, "program": "visitor", "answers": {PRIVATE: False}}),
    ],
)
def test_however_it_was_written_it_goes_and_the_rest_stays(written: str) -> None:
    left = without_answers(written.encode(), {PRIVATE}, Path("case.yaml"))
    assert PRIVATE.encode() not in left
    assert b"visitor" in left
    assert (b"trp.in_canada" in left) == ("trp.in_canada" in written)


def test_a_backup_that_says_nothing_of_it_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, WITHOUT)
    backup_of(path).write_bytes(b"schema: 1\n# mine\nprogram:   visitor\n")
    before = backup_of(path).read_bytes()
    Saver(path).forget({PRIVATE})
    assert backup_of(path).read_bytes() == before


def test_a_backup_that_cannot_be_looked_into_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, WITHOUT)
    backup_of(path).write_bytes(b"schema: [" + PRIVATE.encode())
    Saver(path).forget({PRIVATE})
    assert not backup_of(path).exists()


def test_the_backup_of_a_case_locked_for_keys_is_locked_for_them_again(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path)
    with Saver(path, keys) as saver:
        saver.load()
        saver(DATA)
    with Saver(path, keys) as saver:
        saver.load()
        saver(WITHOUT)
        assert PRIVATE in load(backup_of(path), keys).data["answers"]
        saver.forget({PRIVATE})
    assert load(backup_of(path), keys).data == WITHOUT


@pytest.mark.slow
def test_the_backup_of_a_case_locked_with_a_passphrase_is_locked_with_it_again(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, DATA)
    locking.lock(locking.hold(path, Keys()), PassphraseLock(PASSPHRASE))
    with Saver(path, Keys(words=[PASSPHRASE])) as saver:
        saver.load()
        saver(WITHOUT)
        saver.forget({PRIVATE})
    assert load(backup_of(path), Keys(words=[PASSPHRASE])).data == WITHOUT
