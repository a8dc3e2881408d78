"""What happens when there is nobody to read what is written, or nothing to read from."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

MARIA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
TOOL = f"{shlex.quote(sys.executable)} -P -m ircc_prep"
# Quiet: a checkout may well lie where others can read it, which is warned of.
CHECK = f"{TOOL} check {shlex.quote(str(MARIA))} --on 2026-11-22 --quiet"


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_CA.UTF-8"}
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"{CHECK} >&-", 1),
        (f"{CHECK} 2>&-", 1),
        (f"{CHECK} <&- >&- 2>&-", 1),
        (f"{TOOL} programs >&-", 0),
        (f"{TOOL} >&-", 0),
        (f"{TOOL} ask case.yaml <&-", 2),
        (f"{TOOL} check no-such-file.yaml 2>&-", 2),
    ],
)
def test_a_closed_stream_changes_no_exit_code(tmp_path: Path, command: str, code: int) -> None:
    ran = shell(command, tmp_path)
    assert ran.returncode == code
    assert "bug" not in ran.stderr


@pytest.mark.parametrize(
    ("command", "code"), [(CHECK, 1), (f"{CHECK} --exit-zero", 0), (f"{TOOL} programs", 0), (f"{TOOL} schema case", 0)]
)
def test_a_reader_that_goes_away_changes_no_exit_code(tmp_path: Path, command: str, code: int) -> None:
    ran = shell(f"({command}; echo $? >code) | true", tmp_path)
    assert (tmp_path / "code").read_text().strip() == str(code)
    assert ran.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", [CHECK, f"{TOOL} programs", f"{TOOL} schema case"])
def test_a_result_that_finds_no_room_is_no_bug(tmp_path: Path, command: str) -> None:
    ran = shell(f"{command} >/dev/full", tmp_path)
    assert ran.returncode == 2
    assert "[disk-full]" in ran.stderr
    assert ran.stderr.count("\n") == 2


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system has no /dev/fd")
@pytest.mark.parametrize("stream", ["/dev/stdout >>log", "/dev/fd/3 3>>log"])
def test_a_log_that_a_stream_leads_to_keeps_what_others_wrote_in_it(tmp_path: Path, stream: str) -> None:
    (tmp_path / "log").write_text("before\n")
    assert shell(f"{CHECK} --format jsonl -o {stream}", tmp_path).returncode == 1
    assert [line[:6] for line in (tmp_path / "log").read_text().splitlines()] == ["before", '{"sche']
