"""Mutated inputs: a batch names what it can't use, and never breaks, hangs, tells of a person, or writes elsewhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.conftest import ROOT, environment
from tests.batch.fuzzed_child import SECONDS
from tests.files.clients.test_hostile import PERSONAL

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="an alarm ends what hangs")]

INPUTS, AT_ONCE = 210, 30
ENDINGS = {0, 2, 3, 4, 5}  # 70 is a bug, and there is nobody who could stop it
OURS = {"bug", "worker-died"}


@pytest.mark.parametrize("first", range(0, INPUTS, AT_ONCE))
def test_a_mutated_input_costs_itself_alone(tmp_path: Path, first: int) -> None:
    command = [sys.executable, "-P", "-m", "tests.batch.fuzzed_child", tmp_path, str(first), str(first + AT_ONCE)]
    done = subprocess.run(
        [*map(str, command)], env=environment() | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=SECONDS * AT_ONCE, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 2 * AT_ONCE, f"it hung, or broke down: {lines[-1:]} {done.stderr[-1000:]}"
    for input, ran in zip(lines[::2], lines[1::2], strict=True):
        said = "".join((ran["stdout"], ran["stderr"], ran["report"], ran["journal"]))
        assert ran["code"] in ENDINGS, input
        assert "Traceback" not in said, input
        assert not [word for word in PERSONAL if word in said], input
        assert not OURS & {client["problem"]["id"] for client in _failed(ran["report"])}, input
        assert ran["same"], f"{input}: the source was changed"
        assert not ran["elsewhere"], input
        assert not ran["links"], input


def _failed(report: str) -> list[dict[str, dict[str, str]]]:
    return [client for client in json.loads(report or '{"clients": []}')["clients"] if client["problem"]]
