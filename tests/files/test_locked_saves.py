"""Answering a locked case: nothing lies in the clear, nothing is lost, and the second window is told."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.errors import CaseError
from ircc_prep.files import age_format, locking
from ircc_prep.files.case_file import load
from ircc_prep.files.companions import backup_of, before_of, key_of, leftovers_in
from ircc_prep.files.locks import PassphraseLock, RecipientsLock
from ircc_prep.files.saving import Saver, save
from tests.files.locked import DATA, PASSPHRASE, QUICK, Keys, key_file, lock_at, locked_for_a_key

OTHER = {**DATA, "program": "citizenship"}


def problem_of(raised: pytest.ExceptionInfo[CaseError]) -> str:
    return raised.value.problems[-1].id


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def nothing_in_the_clear(folder: Path) -> bool:
    return all(age_format.is_locked(path.read_bytes()) for path in folder.iterdir())


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_case_locked_for_keys_stays_locked_for_all_of_them_after_every_answer(tmp_path: Path, name: str) -> None:
    (one, first), (two, second) = key_file(tmp_path / "one"), key_file(tmp_path / "two")
    path = tmp_path / "cases" / name
    lock_at(path, RecipientsLock((first, second)))
    with Saver(path, Keys([one])) as saver:
        assert saver.load().data == DATA
        for data in (OTHER, DATA, OTHER):
            saver(data)
            assert nothing_in_the_clear(path.parent)
            assert load(path, Keys([two])).data == data
    assert load(path, Keys([two])).data == OTHER


def test_before_the_first_answer_the_file_is_kept_as_it_was_and_later_answers_leave_that_alone(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path)
    before = path.read_bytes()
    with Saver(path, keys) as saver:
        saver.load()
        assert not backup_of(path).exists()
        saver(OTHER)
        saver(DATA)
    assert backup_of(path).read_bytes() == before
    assert backup_of(path).stat().st_mode & 0o077 == 0


def test_each_sitting_keeps_one_backup_of_a_plain_case_and_it_brings_a_damaged_file_back(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    for data in (DATA, OTHER, DATA):
        with Saver(path) as saver:
            if path.exists():
                saver.load()
            saver(data)
    assert names_in(tmp_path) == ["case.yaml", "case.yaml.ircc-prep-backup"]
    path.write_bytes(bytes(200))
    with pytest.raises(CaseError) as raised:
        load(path)
    command = raised.value.problems[-1].hint.en.split(": ")[-1]
    subprocess.run(command, shell=True, check=True)
    assert load(path).data == OTHER
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "damage", [b"", b"schema: 1\nprogram: [", b"\xff\xfe", None], ids=["empty", "cut", "bytes", "gone"]
)
def test_whatever_happened_to_the_file_the_message_says_how_to_go_back(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "my case.yaml"
    save(path, DATA)
    with Saver(path) as saver:
        saver.load()
        saver(OTHER)
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    with pytest.raises(CaseError) as raised:
        load(path)
    *others, last = raised.value.problems
    assert last.hint.en.endswith(f"cp -p '{backup_of(path)}' '{path}'")
    assert not [each for each in others if "cp -p" in each.hint.en]


def test_a_damaged_locked_file_names_its_backup_too(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path)
    with Saver(path, keys) as saver:
        saver.load()
        saver(OTHER)
    path.write_bytes(path.read_bytes()[:120])
    with pytest.raises(CaseError) as raised:
        load(path, keys)
    assert problem_of(raised) == "damaged-lock"
    assert str(backup_of(path)) in raised.value.problems[0].hint.fr


def test_the_second_window_on_a_locked_case_is_told_and_overwrites_nothing(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path)
    with Saver(path, keys) as one, Saver(path, keys) as two:
        one.load()
        two.load()
        two(OTHER)
        with pytest.raises(CaseError) as raised:
            one(DATA)
    assert problem_of(raised) == "changed-meanwhile"
    assert load(path, keys).data == OTHER


def test_a_case_that_was_locked_meanwhile_is_not_written_over_in_the_clear(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(path, DATA)
    with Saver(path) as saver:
        saver.load()
        locking.lock(locking.hold(path, Keys()), RecipientsLock((key_file(tmp_path / "keys")[1],)))
        with pytest.raises(CaseError) as raised:
            saver(OTHER)
    assert problem_of(raised) == "changed-meanwhile"
    with pytest.raises(CaseError) as raised:
        save(path, OTHER)
    assert problem_of(raised) == "locked"
    assert age_format.is_locked(path.read_bytes())


def test_a_case_that_another_program_locked_can_be_read_but_is_not_answered_until_it_is_known_for_whom(
    tmp_path: Path,
) -> None:
    identity, recipient = key_file(tmp_path / "keys")
    path = tmp_path / "case.yaml"
    save(path, DATA)
    path.write_bytes(age_format.lock_for(path.read_bytes(), [recipient]))
    assert load(path, Keys([identity])).data == DATA
    with pytest.raises(CaseError) as raised:
        Saver(path, Keys([identity])).load()
    assert problem_of(raised) == "unknown-recipients"


def test_locking_locks_the_backups_and_removes_what_killed_saves_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("schema: 1\nprogram: visitor  # ask Paul\n", encoding="utf-8")
    with Saver(path) as saver:
        saver.load()
        saver(DATA)
    leftover = tmp_path / ".ircc-prep-0123456789abcdef.tmp"
    leftover.write_text("schema: 1", encoding="utf-8")
    os.utime(leftover, (0, 0))
    identity, recipient = key_file(tmp_path / "keys")
    backups = locking.lock(locking.hold(path, Keys()), RecipientsLock((recipient,)))
    assert set(backups.locked) == {before_of(path), backup_of(path)}
    assert names_in(tmp_path) == ["case.yaml", before_of(path).name, backup_of(path).name, "keys"]
    for file in (path, before_of(path), backup_of(path)):
        assert age_format.is_locked(file.read_bytes())
        assert load(file, Keys([identity])).case.program == "visitor"


def test_unlocking_gives_back_every_byte(tmp_path: Path) -> None:
    written = "# a comment\r\nschema: 1\nprogram: visitor\n\n\n"
    path = tmp_path / "case.yaml"
    path.write_bytes(written.encode())
    identity, recipient = key_file(tmp_path / "keys")
    locking.lock(locking.hold(path, Keys()), RecipientsLock((recipient,)))
    locking.unlock(locking.hold(path, Keys([identity])))
    assert path.read_bytes() == written.encode()
    assert path.stat().st_mode & 0o077 == 0


# Saves again and again, and says so after each: killed from outside at any moment.
CHILD = """
import sys
from pathlib import Path
from ircc_prep.files.saving import Saver
from tests.files.locked import DATA, Keys
path, keys = Path(sys.argv[1]), Keys([Path(each) for each in sys.argv[2:3] if each], sys.argv[3:])
saver = Saver(path, keys)
saver.load()
for number in range(1, 100_000):
    saver({**DATA, "answers": {"funds.amount": number}})
    print(number, flush=True)
"""


def killed_while_saving(path: Path, after: int, *keys: str) -> int:
    """The number that was the last to be reported as saved."""
    command = [sys.executable, "-c", CHILD, str(path), *keys]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as child:
        assert child.stdout
        for _ in range(after):
            child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read().split()
    return int(rest[-1]) if rest else after


def saved_number(data: dict[str, Any]) -> int:
    return int(data["answers"]["funds.amount"])


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 2, 3, 7, 20])
def test_killed_at_any_moment_the_file_is_the_last_saved_answer_whole(tmp_path: Path, after: int) -> None:
    plain = tmp_path / "plain" / "case.yaml"
    save(plain, DATA)
    locked, keys = locked_for_a_key(tmp_path)
    for path in (plain, locked):
        reported = killed_while_saving(path, after, str(keys.files[0]))
        assert saved_number(load(path, keys).data) in (reported, reported + 1)
        assert load(backup_of(path), keys).data == DATA
        assert len(leftovers_in(path.parent)) <= 1
    assert nothing_in_the_clear(locked.parent)


@pytest.mark.slow
def test_under_a_passphrase_a_killed_sitting_opens_again_and_the_next_one_leaves_the_case_alone(tmp_path: Path) -> None:
    path, keys = tmp_path / "case.yaml", Keys(words=[PASSPHRASE])
    path.write_text(QUICK, encoding="utf-8")
    reported = killed_while_saving(path, 3, "", PASSPHRASE)
    assert {backup_of(path).name, key_of(path).name} < set(names_in(tmp_path))
    assert backup_of(path).read_text(encoding="utf-8") == QUICK
    assert not age_format.takes_passphrase(path.read_bytes())
    assert nothing_in_the_clear(tmp_path)
    with Saver(path, keys) as saver:
        assert saved_number(saver.load().data) in (reported, reported + 1)
        saver(OTHER)
        assert age_format.takes_passphrase(backup_of(path).read_bytes())  # the key won't stay to open it
    assert not key_of(path).exists()
    assert age_format.takes_passphrase(path.read_bytes())
    assert load(path, keys).data == OTHER
    assert nothing_in_the_clear(tmp_path)


@pytest.mark.slow
def test_two_windows_under_a_passphrase_never_take_the_key_from_each_other(tmp_path: Path) -> None:
    path, keys = tmp_path / "case.yaml", Keys(words=[PASSPHRASE])
    path.write_text(QUICK, encoding="utf-8")
    with Saver(path, keys) as one:
        one.load()
        one(DATA)
        with Saver(path, keys) as idle:
            idle.load()
        assert key_of(path).exists()  # a window that changed nothing leaves the other its key
        with Saver(path, keys) as two:
            two.load()
            two(OTHER)
            with pytest.raises(CaseError) as raised:
                one(DATA)
            assert problem_of(raised) == "changed-meanwhile"
    assert names_in(tmp_path) == ["case.yaml", backup_of(path).name]
    assert load(path, keys).data == OTHER


@pytest.mark.slow
def test_locking_with_a_passphrase_is_tried_out_before_the_plain_file_goes(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    lock_at(path, PassphraseLock(PASSPHRASE))
    assert names_in(tmp_path) == ["case.yaml"]
    assert load(path, Keys(words=["not this one", PASSPHRASE])).data == DATA
