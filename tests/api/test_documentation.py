"""The page about the Python API is true: its examples run, and it leaves no public name out."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ircc_prep
from tests.files.locked import QUICK

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "python.md"
PERSONAS = ROOT / "checklists" / "personas"
BROKEN = "schema: 1\nprogramm: visitor\nprogram: visitor\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the page's examples run."""
    lan = (PERSONAS / "spouse-partner.en.yaml").read_text(encoding="utf-8")
    (tmp_path / "lan.yaml").write_text(lan, encoding="utf-8")
    (tmp_path / "locked.yaml").write_text(QUICK, encoding="utf-8")
    clients = tmp_path / "clients"
    clients.mkdir()
    (clients / "lan.yaml").write_text(lan, encoding="utf-8")
    (clients / "visitor.yaml").write_bytes((PERSONAS / "visitor.fr.yaml").read_bytes())
    (clients / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.slow
@pytest.mark.usefixtures("office")
def test_the_examples_do_what_the_page_says() -> None:
    session = "\n".join(blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(session, {}, PAGE.name, str(PAGE), 0)
    told: list[str] = []
    doctest.DocTestRunner().run(test, out=told.append)
    assert test.examples
    assert not told, "".join(told)


def test_the_whole_program_runs_and_ends_with_the_worst_code(office: Path) -> None:
    (script,) = blocks("python")
    (office / "ready.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "ready.py", "clients"], cwd=office, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2, done.stderr
    assert "clients/broken.yaml:2:1: The key “programm” isn’t known here." in done.stdout
    assert "Police certificate" in done.stdout


def test_every_public_name_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    reached = {"Place", "Problem", "Text", "Program", "Tried", "Item", "Finding", "Concern", "Check"}
    left_out = {name for name in ircc_prep.__all__ if not re.search(rf"\b{name}\b", page)}
    assert left_out <= {
        *reached,
        "BatchClient",
        "BatchCounts",
        "Difference",
        "__version__",
    }  # met as what a function returns
