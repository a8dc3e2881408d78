"""A dask scheduler and workers as processes of their own on this computer, and their logs."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.batch.conftest import environment

LATEST = 60.0  # seconds


def until(true: Callable[[], object], what: str) -> None:
    """Waits for it, and not for ever."""
    deadline = time.monotonic() + LATEST
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


@dataclass
class Cluster:
    """Processes that listen on loopback alone, unless `hosted` is False, and write below one folder."""

    place: Path
    protocol: str = "tcp"
    hosted: bool = True
    more: dict[str, str] = field(default_factory=dict)  # of the environment
    address: str = ""
    processes: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    def scheduler(self) -> None:
        """Starts the scheduler."""
        told = self.place / "scheduler.json"
        self._start("scheduler", "--port", "0", "--protocol", self.protocol, "--scheduler-file", told)
        until(lambda: told.is_file() and told.read_text().endswith("}"), "the scheduler began")
        self.address = json.loads(told.read_text(encoding="utf-8"))["address"]

    def worker(self, name: str, *options: str, **more: str) -> None:
        """Starts a worker; its log says when it is there."""
        usual = ("--no-nanny", "--nthreads", "1", "--memory-limit", "0")
        named = ("--name", name, "--local-directory", self.place / name)
        self._start(name, self.address, *named, *usual, *options, **more)
        until(lambda: "Registered to" in self.log(name), f"{name} began")

    def log(self, name: str) -> str:
        """What a process has written."""
        return (self.place / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """Ends all of them, the scheduler last: a worker takes its leave of it."""
        for process in reversed(self.processes.values()):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, name: str, *arguments: str | Path, **more: str) -> None:
        role = "scheduler" if name == "scheduler" else "worker"
        host = ("--host", "127.0.0.1") if self.hosted else ()
        quiet = (*host, "--no-dashboard", "--dashboard-address", "127.0.0.1:0")
        command = [sys.executable, "-P", "-m", f"distributed.cli.dask_{role}", *quiet]
        with (self.place / f"{name}.log").open("wb") as log:
            self.processes[name] = subprocess.Popen(
                [*command, *map(str, arguments)],
                cwd=self.place,
                env=environment() | dask_environment(self.place) | self.more | more,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )


def dask_environment(place: Path) -> dict[str, str]:
    """An environment in which dask finds no settings."""
    return {"DASK_CONFIG": str(place / "dask")}
