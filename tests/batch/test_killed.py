"""A batch that is interrupted anywhere and goes on leaves what one without interruption leaves."""

import os
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ircc_prep.batch import journal
from tests.batch.clients import folder_of, tree
from tests.batch.conftest import Start, as_begun

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]

DAY = ("--on", "2026-11-22")
FIRM = ("--with", "firm-calendar")
KILLS = 3
SHORT_PDF = ("--only", "summary")
LATEST = 240.0  # seconds


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """How a batch ended, and what it said on standard error."""
    _, said = process.communicate(timeout=LATEST)
    return process.returncode, said


def undisturbed(start: Start, source: Path, out: Path, *options: str) -> dict[str, str]:
    """What a run without interruption leaves that began at the same moment."""
    other = out.with_name("undisturbed")
    as_begun(out, other)
    assert ended(start(source, "--out", other, *options, "--resume"))[0] in (0, 5)
    return tree(other)


def started_by(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that they have."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        # A thread other than the first starts the workers.
        for thread in Path(f"/proc/{pid}/task").iterdir():
            children += (thread / "children").read_text(encoding="ascii").split()
    except FileNotFoundError:
        return
    for child in map(int, dict.fromkeys(children)):
        yield child
        yield from started_by(child)


def doing(pid: int, word: str) -> bool:
    """Whether a process was started with this word in its command."""
    try:
        return word.encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return False


def written(out: Path) -> int:
    """How many lines the journal has."""
    try:
        return (out / journal.FILE).read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


def until_written(out: Path, clients: int) -> None:
    """Waits for so many clients in the journal."""
    deadline = time.monotonic() + LATEST
    while written(out) <= clients:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def until_still(out: Path) -> None:
    """Waits until no client has been written for two seconds."""
    count, since = written(out), time.monotonic()
    while time.monotonic() < since + 2:
        time.sleep(0.05)
        if written(out) != count:
            count, since = written(out), time.monotonic()


def test_killed_at_any_moment_and_resumed_it_leaves_the_same(start: Start, tmp_path: Path) -> None:
    chance = random.Random(0)
    source, out = folder_of(tmp_path / "cases", 8, wrong=2), tmp_path / "out"
    options = ("--format", "txt", "--jobs", "2", *DAY, *FIRM)
    for kill in range(KILLS):
        running = start(source, "--out", out, *options, "--resume")
        until_written(out, 2 * kill)
        time.sleep(chance.uniform(0, 0.3))
        running.kill()
        ended(running)
    assert ended(start(source, "--out", out, *options, "--resume"))[0] == 5
    assert tree(out) == undisturbed(start, source, out, *options)


def test_killed_while_pdfs_are_drawn_it_leaves_no_process(start: Start, tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "cases", 4), tmp_path / "out"
    running = start(source, "--out", out, "--jobs", "2", *SHORT_PDF, *DAY)
    until_written(out, 1)
    others = list(started_by(running.pid))
    assert any(doing(pid, "press_child") for pid in others)
    running.kill()
    ended(running)
    deadline = time.monotonic() + 30
    while any(doing(pid, "ircc_prep") for pid in others):
        assert time.monotonic() < deadline, "a worker or a press stayed behind"
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("who", "form", "id"),
    [("worker_child", ("--format", "txt"), "worker-died"), ("press_child", SHORT_PDF, "engine-broke-down")],
)
def test_a_process_that_dies_over_a_client_costs_that_client_alone(
    start: Start, tmp_path: Path, who: str, form: tuple[str, ...], id: str
) -> None:
    source, out = folder_of(tmp_path / "cases", 5), tmp_path / "out"
    options = ("--jobs", "1", *form, *DAY)
    running = start(source, "--out", out, *options, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    until_written(out, 1)
    victim = next(pid for pid in started_by(running.pid) if doing(pid, who))
    os.kill(victim, signal.SIGSTOP)
    until_still(out)  # it has been given the next piece of work, and holds it
    os.kill(victim, signal.SIGKILL)
    assert running.wait(LATEST) == 5
    report = (out / "report.json").read_text(encoding="utf-8")
    assert '"made": 4' in report
    assert id in report
    assert ended(start(source, "--out", out, *options, "--retry-failed"))[0] == 0
    assert tree(out) == undisturbed(start, source, out, *options)


def test_stopped_from_the_keyboard_it_exits_with_130_and_says_how_to_go_on(start: Start, tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "cases", 12), tmp_path / "out"
    options = ("--format", "txt", "--jobs", "2", *DAY)
    running = start(source, "--out", out, *options, start_new_session=True)
    until_written(out, 1)
    for _ in range(3):  # as a terminal does, to all of them, and as impatient people do
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGINT)
        time.sleep(0.2)
    code, said = ended(running)
    assert code == 130
    assert shlex.join(["ircc-prep", "batch", str(source), "--out", str(out), *options, "--resume"]) in said
    assert "Traceback" not in said
    assert ended(start(source, "--out", out, *options, "--resume"))[0] == 0
    assert tree(out) == undisturbed(start, source, out, *options)


def test_it_goes_on_to_its_end_when_nobody_reads_what_it_says_any_more(start: Start, tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "cases", 4, wrong=1), tmp_path / "out"
    running = start(source, "--out", out, "--format", "txt", "--jobs", "1", *DAY, stdout=subprocess.DEVNULL)
    assert running.stderr is not None
    running.stderr.readline()
    running.stderr.close()
    assert running.wait(timeout=LATEST) == 5
    assert '"made": 4' in (out / "report.json").read_text(encoding="utf-8")


def test_a_full_disk_stops_it_and_it_goes_on_when_there_is_room(start: Start, tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "cases", 3), tmp_path / "out"
    options = ("--format", "txt", "--jobs", "1", *DAY)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))

    code, said = ended(start(source, "--out", out, *options, preexec_fn=little_room))
    assert code == 2
    assert "[disk-full]" in said
    assert ended(start(source, "--out", out, *options, "--resume"))[0] == 0
    assert tree(out) == undisturbed(start, source, out, *options)


def test_a_batch_may_be_moved_before_it_goes_on(start: Start, tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "cases", 5), tmp_path / "out"
    options = ("--format", "txt", "--jobs", "1", *DAY)
    running = start(source, "--out", out, *options)
    until_written(out, 2)
    running.kill()
    ended(running)
    shutil.move(out, tmp_path / "moved")
    assert ended(start(source, "--out", tmp_path / "moved", *options, "--resume"))[0] == 0
    assert tree(tmp_path / "moved") == undisturbed(start, source, tmp_path / "moved", *options)
