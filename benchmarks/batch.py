"""How many packets a minute a batch makes, beside one process a packet, and how its memory grows with the clients.

Run: .venv/bin/python -P benchmarks/batch.py [--clients N] [--growth N N …] [--format pdf] [--dry]

1. Speed: the same N clients (the shipped example cases in turn) by `batch` with one job and with two, and one after the
   other by `packet`, turn by turn, so that a busy computer slows all of them. Ratios are medians of the turns' own.
2. Memory: the most that the process which reads and writes has had, the most that any worker or engine has had, and the
   most that all of them have had together (what they share counted once, looked at every quarter of a second), for each
   number of clients of --growth, with --format txt unless another is given; with --dry every client is checked only.

The computer's load stands at the end: other work makes rates small, and ratios and memory hardly.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
TURNS = 3
DAY = ("--on", "2026-11-22", "--quiet")


def source(place: Path, count: int) -> Path:
    """A folder of so many cases."""
    place.mkdir()
    for number, case in zip(range(count), itertools.cycle(CASES), strict=False):
        (place / f"client-{number:05}.yaml").write_bytes(case.read_bytes())
    return place


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-P", "-m", "ircc_prep", *map(str, arguments), *DAY]


def batch(cases: Path, jobs: int, form: str) -> float:
    """The seconds that a batch takes."""
    with tempfile.TemporaryDirectory() as place:
        begun = time.monotonic()
        run(command("batch", cases, "--out", Path(place) / "out", "--jobs", str(jobs), "--format", form))
        return time.monotonic() - begun


def one_by_one(cases: Path, form: str) -> float:
    """The seconds that a process for each packet takes, one after the other."""
    with tempfile.TemporaryDirectory() as place:
        begun = time.monotonic()
        for case in sorted(cases.iterdir()):
            run(command("packet", case, "-o", Path(place) / f"{case.stem}.{form}"))
        return time.monotonic() - begun


def run(words: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def speed(count: int, form: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        cases = source(Path(place) / "cases", count)
        ways: dict[str, Callable[[], float]] = {
            "one process a packet": lambda: one_by_one(cases, form),
            "batch, 1 job": lambda: batch(cases, 1, form),
            "batch, 2 jobs": lambda: batch(cases, 2, form),
        }
        turns = [{name: way() for name, way in ways.items()} for _ in range(TURNS)]
    first = next(iter(ways))
    print(f"{count} clients, {form}, {TURNS} turns\n")
    print(f"{'':24}{'a minute':>10}{'ratio':>8}")
    for name in ways:
        rate = statistics.median(60 * count / turn[name] for turn in turns)
        ratio = statistics.median(turn[first] / turn[name] for turn in turns)
        print(f"{name:24}{rate:10.1f}{ratio:8.2f}")


def memory(counts: list[int], form: str, more: list[str]) -> None:
    print(f"\n{'clients':>8}{'parent, MiB':>14}{'largest child, MiB':>20}{'all, MiB':>10}{'seconds':>10}   ({form})")
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            cases = source(Path(place) / "cases", count)
            words = command("batch", cases, "--out", Path(place) / "out", "--format", form, *more)
            begun = time.monotonic()
            own, child, all = most_memory(words)
            print(f"{count:8}{own:14.0f}{child:20.0f}{all:10.0f}{time.monotonic() - begun:10.1f}", flush=True)


def most_memory(words: list[str]) -> tuple[float, float, float]:
    """The most memory that the command has had, any process that it started, and all together, in MiB.

    The first two are as the system counted them.
    """
    told = (
        "import resource, sys\n"
        "from ircc_prep.cli import main\n"
        f"sys.argv = {words[4:]!r}\n"
        "sys.argv.insert(0, 'ircc-prep')\n"
        "code = main.run()\n"
        "most = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "sys.__stderr__.write('\\n' + ' '.join(map(str, most)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        [sys.executable, "-P", "-c", told],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    all = 0.0
    while running.poll() is None:
        all = max(all, sum(map(_memory_now, [running.pid, *_started_by(running.pid)])))
        time.sleep(0.25)
    _, said = running.communicate()
    own, child = map(int, said.splitlines()[-1].split())
    return own / 1024, child / 1024, all


def _memory_now(pid: int) -> float:
    """What a process holds in memory, in MiB, and its share of what it has in common with others."""
    with suppress(OSError):  # it has ended
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _started_by(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that they have."""
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, thread.read_text(encoding="ascii").split()):
                yield child
                yield from _started_by(child)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--clients", type=int, default=20)
    options.add_argument("--growth", type=int, nargs="*", default=[])
    options.add_argument("--format", default=None)
    options.add_argument("--dry", action="store_true")
    given = options.parse_args()
    if given.clients:
        speed(given.clients, given.format or "pdf")
    if given.growth:
        memory(given.growth, given.format or "txt", ["--dry-run"] if given.dry else [])
    print(f"\nload: {', '.join(f'{load:.1f}' for load in os.getloadavg())}, on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
