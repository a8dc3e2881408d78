"""A program of somebody else: type-checked against the installed package, and run from outside the checkout."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "python.md"
WRONG = """\
import ircc_prep

case = ircc_prep.open_case("lan.yaml")
ircc_prep.chekc(case)
ircc_prep.check(case, fail_on="mising")
ircc_prep.check(case, "2026-11-22")
ircc_prep.packet("lan.yaml")
ready: str = ircc_prep.check(case).ready
code: int = ircc_prep.check(case).findings_by_code["history-gap"][0].code
"""
EVERY = """\
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import ircc_prep
from ircc_prep import BatchClient, Check, Difference, Item, OpenCase, Problem, Program, Text, Tried


def everything(day: date, folder: Path) -> None:
    case: OpenCase = ircc_prep.open_case({"schema": 1, "program": "visitor"}, checklists=None)
    found: Check = ircc_prep.check(case, on=day, strict=True, waivers="waivers.yaml", redact="log")
    items: dict[str, list[Item]] = {}
    for item in found.items:
        items.setdefault(item.id, []).append(item)
    pages: bytes = ircc_prep.packet(case, form="html", lang="both", only=["summary"], brand=folder / "brand.yaml")
    pages += ircc_prep.letter("cover", case, to_follow=True) + ircc_prep.calendar(
        case, written=datetime.now(timezone.utc)
    )
    answer: dict[str, Any] = ircc_prep.why(case, "passport", assume={"submitted": day, "funds.amount": 1.5})
    answer |= ircc_prep.diff(case, case) | ircc_prep.diff_packs(None, folder)
    problems: tuple[Problem, ...] = ircc_prep.lint_pack(stale_after=365)
    tried: Tried = ircc_prep.try_pack(folder, programs=["visitor"])
    titles: list[Text] = [each.title for each in ircc_prep.programs()]
    first: Program = ircc_prep.programs()[0]
    clients: tuple[BatchClient, ...] = ircc_prep.run_batch("clients", None, watch=print).clients
    differences: tuple[Difference, ...] = ircc_prep.verify_batch(folder)
    print(pages, answer, problems, tried, titles, first, clients, differences, ircc_prep.__version__)


try:
    everything(date(2026, 11, 22), Path())
except ircc_prep.CaseError as error:
    print(error.exit_code, error.problems[0].place, error.problems[0].what.of("fr"))
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the built wheel and nothing else in it."""
    folder = tmp_path_factory.mktemp("installed")
    wheels = folder / "wheels"
    called([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels], ROOT)
    called([sys.executable, "-m", "venv", "--without-pip", folder / "environment"], folder)
    python = folder / "environment" / "bin" / "python"
    pip: tuple[str | Path, ...] = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    )
    called([*pip, *wheels.iterdir()], folder)
    return python


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The whole program of the page, beside a folder with a case."""
    (script,) = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    file = tmp_path / "ready.py"
    file.write_text(script, encoding="utf-8")
    cases = tmp_path / "cases"
    cases.mkdir()
    shutil.copy(ROOT / "checklists" / "personas" / "spouse-partner.en.yaml", cases / "lan.yaml")
    return file


def called(command: list[str | Path], cwd: Path, *, code: int = 0, path: str = "") -> str:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONPATH": path}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def checked(file: Path, python: Path, *, code: int = 0) -> str:
    """What mypy says of a file, as its author would run it: strict, in a folder without our settings."""
    mypy: list[str | Path] = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        python,
        "--no-incremental",
    ]
    return called([*mypy, file.name], file.parent, code=code)


def test_the_pages_program_and_one_that_calls_everything_are_well_typed(program: Path, python: Path) -> None:
    every = program.with_name("every.py")
    every.write_text(EVERY, encoding="utf-8")
    for file in (program, every):
        assert "Success" in checked(file, python)


def test_mistakes_in_a_program_are_found_before_it_runs(program: Path, python: Path) -> None:
    wrong = program.with_name("wrong.py")
    wrong.write_text(WRONG, encoding="utf-8")
    lines = re.findall(r"^wrong.py:(\d+): error", checked(wrong, python, code=1), re.MULTILINE)
    assert sorted({int(line) for line in lines}) == [4, 5, 6, 7, 8, 9]


def test_the_program_runs_from_outside_the_checkout(program: Path, python: Path) -> None:
    dependencies = str(Path(pytest.__file__).parents[1])  # read without its .pth files: the checkout isn't in it
    said = called([python, "-P", program.name, "cases"], program.parent, code=1, path=dependencies)
    assert "lan.yaml" in said
    assert "Police certificate (lan)" in said
    where = called([python, "-P", "-c", "import ircc_prep; print(ircc_prep.__file__)"], program.parent,
                   path=dependencies)  # fmt: skip
    assert where.startswith(str(python.parents[1]))
