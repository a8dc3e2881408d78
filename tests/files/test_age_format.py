"""The age format: what we lock others open, what others lock we open, and no damage goes unseen."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from ircc_prep.files import age_format
from ircc_prep.files.age_format import DamagedError, WrongKeyError
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT, key_file

PLAIN = "schema: 1\nprogram: visitor  # Марія\n".encode()
AGE = shutil.which("age")
needs_age = pytest.mark.skipif(AGE is None, reason="the age tool isn't installed")


@pytest.fixture
def key() -> str:
    return age_format.new_key()


def test_what_is_locked_for_several_opens_for_each_and_for_nobody_else(key: str) -> None:
    other = age_format.new_key()
    locked = age_format.lock_for(PLAIN, [age_format.recipient_of(each) for each in (key, other)])
    assert age_format.is_locked(locked)
    assert not age_format.takes_passphrase(locked)
    assert age_format.open_with_keys(locked, [key]) == PLAIN
    assert age_format.open_with_keys(locked, [age_format.new_key(), other]) == PLAIN
    with pytest.raises(WrongKeyError):
        age_format.open_with_keys(locked, [age_format.new_key()])


def test_a_passphrase_opens_what_it_locked_and_another_does_not() -> None:
    locked = QUICK.encode()
    assert age_format.takes_passphrase(locked)
    assert age_format.open_with_passphrase(locked, PASSPHRASE) == QUICK_TEXT.encode()
    with pytest.raises(WrongKeyError):
        age_format.open_with_passphrase(locked, PASSPHRASE.upper())


def _without_its_end(locked: bytes) -> bytes:
    lines = locked.splitlines(keepends=True)
    return b"".join(lines[:-2] + lines[-1:])


def _with_another_letter(locked: bytes) -> bytes:
    lines = locked.splitlines(keepends=True)
    last = lines[-2]
    lines[-2] = (b"A" if last[:1] != b"A" else b"B") + last[1:]
    return b"".join(lines)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": lambda locked: locked[: len(locked) // 2],
    "without its last letters": _without_its_end,
    "one letter changed": _with_another_letter,
    "the first line alone": lambda locked: locked.splitlines(keepends=True)[0],
    "zeros after a power failure": lambda locked: locked[:40] + bytes(len(locked) - 40),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_told_apart_from_a_wrong_key(key: str, damage: str) -> None:
    locked = DAMAGE[damage](age_format.lock_for(PLAIN, [age_format.recipient_of(key)]))
    with pytest.raises(DamagedError):
        _opened(locked, key)


def _opened(locked: bytes, key: str) -> bytes:
    return b"" if age_format.takes_passphrase(locked) else age_format.open_with_keys(locked, [key])


@needs_age
def test_the_age_tool_opens_what_we_lock_for_a_key_and_we_open_what_it_locks(tmp_path: Path) -> None:
    file, recipient = key_file(tmp_path)
    ours = subprocess.run(
        ["age", "-d", "-i", file], input=age_format.lock_for(PLAIN, [recipient]), capture_output=True, check=True
    )
    assert ours.stdout == PLAIN
    for arguments in (["-r", recipient], ["-a", "-r", recipient]):
        theirs = subprocess.run(["age", *arguments], input=PLAIN, capture_output=True, check=True)
        assert not age_format.takes_passphrase(theirs.stdout)
        secret = file.read_text(encoding="utf-8").splitlines()[1]
        assert age_format.open_with_keys(theirs.stdout, [secret]) == PLAIN


@needs_age
@pytest.mark.slow
def test_the_age_tool_opens_what_we_lock_with_a_passphrase_and_we_open_what_it_locks(tmp_path: Path) -> None:
    (tmp_path / "ours").write_bytes(age_format.lock_with_passphrase(PLAIN, PASSPHRASE))
    _age(tmp_path, ["-d", "-o", "opened", "ours"])
    assert (tmp_path / "opened").read_bytes() == PLAIN
    _age(tmp_path, ["-p", "-o", "theirs", "opened"], times=2)
    theirs = (tmp_path / "theirs").read_bytes()
    assert age_format.takes_passphrase(theirs)
    assert age_format.open_with_passphrase(theirs, PASSPHRASE) == PLAIN


def _age(folder: Path, arguments: list[str], times: int = 1) -> None:
    terminal = pexpect.spawn("age", arguments, cwd=str(folder), encoding="utf-8", timeout=60)
    for _ in range(times):
        terminal.expect("passphrase")
        terminal.sendline(PASSPHRASE)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
