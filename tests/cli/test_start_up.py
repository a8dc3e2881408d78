"""Starting fast: what isn't needed isn't imported."""

import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

HEAVY = ("weasyprint", "questionary", "prompt_toolkit", "jinja2", "fontTools", "pyrage")
MARIA = str(ROOT / "checklists" / "personas" / "express-entry.en.yaml")


@pytest.mark.parametrize(
    ("arguments", "also"),
    [(["--help"], ("pydantic", "yaml")), (["check", MARIA, "--format", "json"], ()), (["check", MARIA], ())],
    ids=["help", "check as data", "check as text"],
)
def test_neither_help_nor_check_imports_the_heavy_libraries(arguments: list[str], also: tuple[str, ...]) -> None:
    script = (
        "import sys; sys.argv = ['ircc-prep', *sys.argv[1:]]\n"
        "from ircc_prep.cli.main import run\n"
        "run()\n"
        "sys.stderr.write('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    imported = set(done.stderr.split())
    assert not imported & {*HEAVY, *also}
