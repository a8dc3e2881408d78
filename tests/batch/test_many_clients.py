"""A batch of many varied clients, some of which can't be made: killed again and again, it leaves what it would have."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.batch import journal
from tests.batch import generated
from tests.batch.clients import tree
from tests.batch.conftest import Start, as_begun
from tests.batch.planted import CANARY, LINES, Planted, mend, plant
from tests.cli.conftest import Run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and groups of processes"),
]

DAY = ("--on", "2026-11-22")
CLIENTS = 28  # with the twelve that fail: forty, of all programs
LATEST = 300.0  # seconds
FORMS = ("folder", "clients.jsonl", "csv", "clients.xlsx")


def made(start: Start, *arguments: str | Path) -> int:
    """Runs a batch to its end."""
    running = start(*arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, said = running.communicate(timeout=LATEST)
    assert "Traceback" not in said
    assert CANARY not in said
    return running.returncode


def killed_again_and_again(
    start: Start, chance: random.Random, source: Path, out: Path, options: tuple[str | Path, ...], kills: int
) -> int:
    """Kills all of a batch's processes at so many points, then lets it go to its end, whose exit code is given."""
    for number in range(kills):
        running = start(
            source, "--out", out, *options, "--resume", start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _wait_for(running, out, lines=chance.randint(1, 12) if number else 0)
        time.sleep(chance.uniform(0, 0.2))
        os.killpg(running.pid, signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL, "it had ended already"
    return made(start, source, "--out", out, *options, "--resume")


def _wait_for(running: "subprocess.Popen[str]", out: Path, lines: int) -> None:
    """Until the journal has so many more lines than this run begins with, or the run has ended."""
    deadline = time.monotonic() + LATEST
    file, before, first = out / journal.FILE, -1, _mark(out / journal.FILE)
    while running.poll() is None:
        assert time.monotonic() < deadline
        if _mark(file) not in (None, first):  # written anew, with what was made before
            count = file.read_bytes().count(b"\n")
            before = count if before < 0 else before
            if count >= before + lines:
                return
        time.sleep(0.005)


def _mark(file: Path) -> int | None:
    try:
        return file.stat().st_ino
    except FileNotFoundError:
        return None


def undisturbed(start: Start, source: Path, out: Path, options: tuple[str | Path, ...]) -> dict[str, str]:
    """What a run leaves that nobody disturbs, and that began at the same moment: calendars bear it."""
    other = out.with_name("undisturbed")
    as_begun(out, other)
    assert made(start, source, "--out", other, *options, "--resume") == 5
    return tree(other)


def rows(out: Path) -> dict[str, Mapping[str, Any]]:
    """The report's clients by their place in the source."""
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return {row["origin"]: row for row in report["clients"]}


def named(out: Path, source: Path) -> list[tuple[str, str, str]]:
    """The clients that failed: their file, the first problem's id, and its line and column."""
    return sorted(
        (
            origin.removeprefix(str(source)).removeprefix("/"),
            row["problem"]["id"],
            (row["problem"]["where"] or "").removeprefix(f"{origin}:"),
        )
        for origin, row in rows(out).items()
        if row["status"] == "failed"
    )


def expected(planted: list[Planted]) -> list[tuple[str, str, str]]:
    return sorted((each.file, each.id, each.place) for each in planted)


def verified(start: Start, out: Path) -> tuple[int, str]:
    running = start("verify", out)
    told, said = running.communicate(timeout=LATEST)
    assert "Traceback" not in said
    return running.returncode, told


def folder(
    tmp_path: Path, count: int, seed: int, *, pdf: bool = False
) -> tuple[Path, list[Planted], tuple[str | Path, ...]]:
    """A folder of clients, what is planted among them, and the keys of the locked ones."""
    source = generated.folder_of(tmp_path / "cases", list(generated.clients(count, seed)), tmp_path / "keys")
    return source, plant(source, pdf=pdf), ("--identity", tmp_path / "keys" / "key.txt")


def test_a_folder_killed_at_random_points_is_what_an_undisturbed_run_leaves(start: Start, tmp_path: Path) -> None:
    source, planted, keys = folder(tmp_path, CLIENTS, 0)
    out, options = tmp_path / "out", ("--format", "md", "--jobs", "2", *DAY, *keys)
    assert killed_again_and_again(start, random.Random(0), source, out, options, kills=3) == 5
    assert tree(out) == undisturbed(start, source, out, options)
    assert named(out, source) == expected(planted)
    assert len([row for row in rows(out).values() if row["status"] == "made"]) == CLIENTS
    assert verified(start, out) == (0, "")
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=out, check=True)


def test_lines_of_clients_with_one_name_killed_at_random_points_leave_the_same(start: Start, tmp_path: Path) -> None:
    source = generated.lines_of(tmp_path / "clients.jsonl", list(generated.clients(CLIENTS, 1)))
    with source.open("ab") as file:
        file.writelines(each.raw + b"\n" for each in LINES)
    out, options = tmp_path / "out", ("--format", "txt", "--jobs", "2", *DAY, "--with", "firm-calendar")
    assert killed_again_and_again(start, random.Random(1), source, out, options, kills=2) == 5
    assert tree(out) == undisturbed(start, source, out, options)
    lines = [(f":{number}", each.id, each.place) for number, each in enumerate(LINES, start=CLIENTS + 1)]
    assert named(out, source) == sorted(lines)
    assert len(list(out.glob("*--*"))) == CLIENTS


def test_killed_while_pdfs_are_drawn_it_leaves_what_an_undisturbed_run_leaves(start: Start, tmp_path: Path) -> None:
    source, planted, keys = folder(tmp_path, 3, 7, pdf=True)
    short = ("--only", "summary", "--only", "who-to-ask")  # a client may have chosen to be without one of them
    out, options = tmp_path / "out", (*short, "--jobs", "2", *DAY, *keys)
    assert killed_again_and_again(start, random.Random(7), source, out, options, kills=2) == 5
    assert tree(out) == undisturbed(start, source, out, options)
    assert named(out, source) == expected(planted)


def test_those_that_failed_are_made_once_they_are_mended_and_the_others_not_again(start: Start, tmp_path: Path) -> None:
    source, planted, keys = folder(tmp_path, 4, 3)
    out, options = tmp_path / "out", ("--format", "txt", "--jobs", "1", *DAY, *keys)
    assert made(start, source, "--out", out, *options) == 5
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.glob("*--*/*")}
    mend(source, planted[0], planted[-1])
    assert made(start, source, "--out", out, *options, "--retry-failed") == 5
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in out.glob("*--*/*")}
    assert {path: after[path] for path in before} == before
    assert len({path.parent for path in after} - {path.parent for path in before}) == 2
    assert named(out, source) == expected(planted[1:-1])
    assert verified(start, out)[0] == 0


def test_a_flipped_byte_a_missing_file_and_one_more_are_found(run: Run, start: Start, tmp_path: Path) -> None:
    source, _, keys = folder(tmp_path, 3, 5)
    out = tmp_path / "out"
    assert made(start, source, "--out", out, "--format", "txt", "--jobs", "1", *DAY, *keys) == 5

    def verified() -> tuple[int, str]:
        ran = run("batch", "verify", out)
        return ran.code, ran.out

    for number, path in enumerate(
        sorted(path for path in out.rglob("*") if path.is_file() and path.name != "manifest.json")
    ):
        raw, name = path.read_bytes(), path.relative_to(out).as_posix()
        at = random.Random(number).randrange(len(raw))
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert verified() == (1, f"changed: {name}\n")
        path.unlink()
        assert verified() == (1, f"missing: {name}\n")
        path.write_bytes(raw)
    (out / "more").mkdir()
    assert verified() == (1, "extra: more/\n")


def test_whatever_the_form_of_the_source_the_same_is_made_of_a_case(start: Start, tmp_path: Path) -> None:
    those = list(generated.clients(4, 11))
    generated.folder_of(tmp_path / "folder", those)
    generated.lines_of(tmp_path / "clients.jsonl", those)
    generated.csv_of(tmp_path / "csv", those)
    generated.workbook_of(tmp_path / "clients.xlsx", those)
    found = []
    for form in FORMS:
        out = tmp_path / f"out-{form}"
        assert made(start, tmp_path / form, "--out", out, "--format", "txt", "--jobs", "1", *DAY) == 0
        found.append(
            sorted(
                path.read_bytes() for path in out.rglob("*") if path.suffix in (".txt", ".json") and path.parent != out
            )
        )
    assert found[0]
    assert all(each == found[0] for each in found)
