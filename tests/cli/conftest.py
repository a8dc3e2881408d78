"""Running the tool as a person or a script does."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ircc_prep.cli import main

ROOT = Path(__file__).parents[2]
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `ircc-prep` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for variable in ("IRCC_PREP_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_CA.UTF-8")

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["ircc-prep", *map(str, arguments)])
        code = main.run()
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def case(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a case file and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "case.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
