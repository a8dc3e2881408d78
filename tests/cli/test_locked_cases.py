"""Locked cases from the command line: what opens them, what is said, and what is written."""

import json
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ircc_prep.files import age_format
from ircc_prep.files.companions import key_of
from tests.cli.conftest import Run
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT, key_file

SECRET = "Ana"


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A case that a passphrase locks."""
    path = tmp_path / "ana.yaml"
    path.write_text(QUICK, encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """The passphrase in a file that is its owner's alone."""
    path = tmp_path / "keys" / "passphrase.txt"
    path.parent.mkdir()
    path.touch(mode=0o600)
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


def test_check_and_packet_open_a_locked_case_and_leave_it_locked(run: Run, locked: Path, passphrase: Path) -> None:
    plain = locked.with_name("plain.yaml")
    plain.write_text(QUICK_TEXT, encoding="utf-8")
    from_locked = run("check", locked, "--passphrase-file", passphrase, "--format", "json")
    from_plain = run("check", plain, "--format", "json")
    assert from_locked.out.replace(locked.name, plain.name) == from_plain.out
    ran = run("packet", locked, "--passphrase-file", passphrase, "-o", "packet.md")
    assert ran.code == 0
    assert ran.err.count("isn’t locked") == 1
    assert SECRET in Path("packet.md").read_text(encoding="utf-8")
    assert locked.read_text(encoding="utf-8") == QUICK


def test_one_passphrase_is_enough_for_several_cases_and_may_come_before_the_command(
    run: Run, locked: Path, passphrase: Path
) -> None:
    other = locked.with_name("other.yaml")
    other.write_text(QUICK, encoding="utf-8")
    ran = run("--passphrase-file", passphrase, "check", locked, other, "--format", "jsonl")
    assert len(ran.out.splitlines()) == 2


def test_a_passphrase_is_read_from_a_descriptor(run: Run, locked: Path) -> None:
    if not Path("/dev/fd").exists():
        pytest.skip("this system has no /dev/fd")
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    ran = run("check", locked, locked, "--passphrase-file", f"/dev/fd/{reading}", "--format", "jsonl")
    os.close(reading)
    assert len(ran.out.splitlines()) == 2


@pytest.mark.parametrize("command", ["check", "packet", "ask", "unlock", "lock"])
def test_without_a_terminal_and_without_a_passphrase_it_is_said_what_to_give(
    run: Run, locked: Path, command: str
) -> None:
    ran = run(command, locked)
    assert ran.code == 2
    assert ran.out == ""
    first, second = ran.err.splitlines()
    assert first.startswith(str(locked))
    assert first.endswith("[no-terminal]")
    assert "--passphrase-file" in second


SECRET_FILES: dict[str, tuple[bytes, int, str]] = {
    "a wrong passphrase": (b"not this one\n", 0o600, "wrong-passphrase"),
    "nothing": (b"", 0o600, "bad-secret-file"),
    "two lines": (f"{PASSPHRASE}\n\nmore".encode(), 0o600, "bad-secret-file"),
    "no text": (b"\xff\xfe\x00", 0o600, "bad-secret-file"),
    "open to others": (PASSPHRASE.encode(), 0o640, "open-to-others"),
}


@pytest.mark.parametrize("kind", SECRET_FILES)
def test_a_passphrase_file_that_will_not_do_is_refused_and_never_shown(
    run: Run, locked: Path, tmp_path: Path, kind: str
) -> None:
    content, mode, problem = SECRET_FILES[kind]
    file = tmp_path / "passphrase.txt"
    file.write_bytes(content)
    file.chmod(mode)
    ran = run("check", locked, "--passphrase-file", file)
    assert ran.code == 2
    assert f"[{problem}]" in ran.err
    assert PASSPHRASE not in ran.err
    assert run("check", locked, "--passphrase-file", "nowhere.txt").code == 2


def test_a_team_locks_for_its_keys_and_each_of_them_opens(
    run: Run, case: Callable[[str], Path], tmp_path: Path
) -> None:
    path = case(QUICK_TEXT)
    (one, first), (two, second), (other, _) = (key_file(tmp_path / "keys", name) for name in ("1", "2", "3"))
    team = tmp_path / "team.txt"
    team.write_text(f"# the office\n{second}\n\n{first}\n", encoding="utf-8")
    ran = run("lock", path, "--recipient", first, "--recipients-file", team)
    assert ran.code == 0
    assert "2" in ran.err.splitlines()[0]
    assert SECRET not in path.read_text(encoding="utf-8")
    for identity in (one, two):
        assert run("check", path, "--identity", identity, "--format", "json").code == 1
    assert run("check", path, "--identity", other, "--identity", one, "--format", "json").code == 1
    ran = run("check", path, "--identity", other)
    assert (ran.code, "[no-key]" in ran.err) == (2, True)
    ran = run("check", path)
    assert (ran.code, "[no-key]" in ran.err, "--identity" in ran.err) == (2, True, True)
    assert run("unlock", path, "--identity", two).code == 0
    assert path.read_text(encoding="utf-8") == QUICK_TEXT


def test_a_secret_key_behind_a_passphrase_opens_too(run: Run, locked: Path, passphrase: Path, tmp_path: Path) -> None:
    # What the passphrase locks here is no key: so it opens, and is then refused as what it is.
    identity, recipient = key_file(tmp_path / "keys")
    assert run("lock", locked, "--recipient", recipient, "--passphrase-file", passphrase).code == 0
    protected = tmp_path / "keys" / "protected"
    protected.write_text(QUICK, encoding="utf-8")
    protected.chmod(0o600)
    ran = run("check", locked, "--identity", protected, "--passphrase-file", passphrase)
    assert "[bad-secret-file]" in ran.err
    assert run("check", locked, "--identity", identity, "--format", "json").code == 1


def test_a_case_is_locked_anew_for_others_without_ever_lying_in_the_clear(
    run: Run, locked: Path, passphrase: Path, tmp_path: Path
) -> None:
    identity, recipient = key_file(tmp_path / "keys")
    key_of(locked).write_text("of a session that was cut short", encoding="utf-8")
    assert run("lock", locked, "--recipient", recipient, "--passphrase-file", passphrase).code == 0
    assert not key_of(locked).exists()
    assert run("check", locked, "--passphrase-file", passphrase).code == 2
    assert run("check", locked, "--identity", identity).code == 1


BAD_RECIPIENTS = {
    "cut short": "age1qqqq",
    "an ssh key": "ssh-ed25519 AAAA",
    "a secret key": age_format.new_key(),
}


@pytest.mark.parametrize("kind", BAD_RECIPIENTS)
def test_what_is_no_recipient_is_refused_with_the_file_as_it_was(
    run: Run, case: Callable[[str], Path], tmp_path: Path, kind: str
) -> None:
    path, words = case(QUICK_TEXT), BAD_RECIPIENTS[kind]
    file = tmp_path / "team.txt"
    file.write_text(words, encoding="utf-8")
    for ran in (run("lock", path, "--recipient", words), run("lock", path, "--recipients-file", file)):
        assert (ran.code, "[bad-recipient]" in ran.err, words in ran.err) == (2, True, False)
    file.write_text("# nobody yet\n", encoding="utf-8")
    assert run("lock", path, "--recipients-file", file).code == 2
    assert path.read_text(encoding="utf-8") == QUICK_TEXT


def test_only_cases_are_locked_and_unlocking_a_plain_case_changes_nothing(
    run: Run, case: Callable[[str], Path], tmp_path: Path
) -> None:
    other = tmp_path / "thesis.txt"
    other.write_text("It was a dark and stormy night.", encoding="utf-8")
    ran = run("lock", other, "--recipient", key_file(tmp_path / "keys")[1])
    assert (ran.code, "[not-a-case]" in ran.err) == (2, True)
    path = case(QUICK_TEXT)
    assert run("unlock", path).code == 0
    assert path.read_text(encoding="utf-8") == QUICK_TEXT


def test_without_pyrage_a_locked_case_is_told_of_with_the_command_that_installs_it(
    run: Run, locked: Path, passphrase: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    ran = run("check", locked, "--passphrase-file", passphrase)
    assert (ran.code, "[pyrage-missing]" in ran.err) == (2, True)
    assert f"{shlex.quote(sys.executable)} -m pip install pyrage" in ran.err


def test_a_file_that_is_too_large_for_a_case_is_not_locked_for_its_end_would_be_lost(
    run: Run, case: Callable[[str], Path], tmp_path: Path
) -> None:
    text = QUICK_TEXT + "# and so on\n" * 300_000
    path = case(text)
    ran = run("lock", path, "--recipient", key_file(tmp_path / "keys")[1])
    assert (ran.code, "[too-large]" in ran.err) == (2, True)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.slow
def test_locking_and_unlocking_with_a_passphrase_file_gives_back_the_same_bytes(
    run: Run, case: Callable[[str], Path], passphrase: Path
) -> None:
    path = case(QUICK_TEXT)
    ran = run("lock", path, "--passphrase-file", passphrase, "--lang", "fr")
    assert ran.code == 0
    assert age_format.takes_passphrase(path.read_bytes())
    assert PASSPHRASE not in ran.err
    assert run("unlock", path, "--passphrase-file", passphrase).code == 0
    assert path.read_text(encoding="utf-8") == QUICK_TEXT


def test_the_options_that_open_are_those_of_commands_that_open_cases_alone(run: Run) -> None:
    for command in ("check", "packet", "ask", "lock", "unlock"):
        assert "--passphrase-file" in run(command, "--help").out
    assert "--passphrase-file" not in run("programs", "--help").out
    assert json.loads(run("schema", "case").out)
