"""Batches run as the command runs them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ircc_prep.batch import journal
from tests.cli.conftest import run  # noqa: F401  # a fixture

ROOT = Path(__file__).parents[2]
Start = Callable[..., "subprocess.Popen[str]"]


def command(*arguments: str | Path) -> list[str]:
    """The command as a process of its own."""
    return [sys.executable, "-P", "-m", "ircc_prep", "batch", *map(str, arguments)]


def environment() -> dict[str, str]:
    """An environment that chooses nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IRCC_PREP")}
    return kept | {"PYTHONPATH": str(ROOT), "LANG": "en_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts a batch in the test's folder."""

    def begin(*arguments: str | Path, **more: object) -> "subprocess.Popen[str]":
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command(*arguments), cwd=tmp_path, env=environment(), **(pipes | more))  # type: ignore[call-overload,no-any-return]

    return begin


def as_begun(out: Path, other: Path) -> None:
    """Lets a folder's batch have begun at the same moment as another's: `--resume` in it runs it undisturbed."""
    other.mkdir()
    (other / journal.FILE).write_bytes((out / journal.FILE).read_bytes().splitlines(keepends=True)[0])
