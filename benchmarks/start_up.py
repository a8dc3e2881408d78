"""How long the tool takes to start, beside a Python that does nothing.

Run `.venv/bin/python -P benchmarks/start_up.py`. Whole processes in turn, so that a machine that slows down slows
all of them down; the figures are medians of processor time (user and system), and ratios pair by pair.
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASE = str(ROOT / "checklists" / "personas" / "express-entry.en.yaml")
ROUNDS = 15
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "ircc-prep --help": [sys.executable, "-P", "-m", "ircc_prep", "--help"],
    "ircc-prep check CASE": [sys.executable, "-P", "-m", "ircc_prep", "check", CASE],
    "ircc-prep check CASE --format json": [sys.executable, "-P", "-m", "ircc_prep", "check", CASE, "--format", "json"],
}


def cpu_seconds(command: list[str]) -> float:
    """The processor time of one whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main() -> None:
    """Prints the table."""
    for command in COMMANDS.values():
        cpu_seconds(command)
    rounds = [{name: cpu_seconds(command) for name, command in COMMANDS.items()} for _ in range(ROUNDS)]
    base = next(iter(COMMANDS))
    print("| command | CPU, ms | beside `python -c pass` |\n| --- | ---: | ---: |")
    for name in COMMANDS:
        median = statistics.median(each[name] for each in rounds)
        ratio = statistics.median(each[name] / each[base] for each in rounds)
        print(f"| `{name}` | {median * 1000:.0f} | {ratio:.1f} × |")


if __name__ == "__main__":
    main()
