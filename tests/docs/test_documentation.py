"""The documentation is true of the program."""

import re
from pathlib import Path

import pytest

from ircc_prep.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
# Ids stand first in a problem, after `id=`, or first in a message of the two message modules.
IDS = re.compile(r'(?:Problem\(\s*|\bid=|return )"([a-z]+(?:-[a-z]+)*)"')
MESSAGES = re.compile(r'^\s*(?:[A-Z_]+(?:: [^=]+)? = \(\s*)?"([a-z]+(?:-[a-z]+)*)",', re.MULTILINE)


def ids_in_the_code() -> set[str]:
    """Every problem id that the program can show."""
    found: set[str] = set()
    for path in (ROOT / "ircc_prep").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "Problem" in text or "Error" in text:
            found |= set(re.findall(r'(?:Problem\(\s*|\bid=)"([a-z]+(?:-[a-z]+)*)"', text))
        if path.parent.name == "validation" or path.name == "yaml_messages.py":
            found |= {id for id in [*IDS.findall(text), *MESSAGES.findall(text)] if "-" in id or id == "syntax"}
    return found


def test_every_problem_that_can_be_shown_is_documented() -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z-]+)`", page))
    assert ids_in_the_code() - documented == set()


def test_the_scan_finds_the_ids() -> None:
    assert {"unknown-key", "bad-date", "no-such-file", "example-missing", "to-before-from"} <= ids_in_the_code()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"ircc-prep {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_page_names_a_file_that_is_not_there() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
