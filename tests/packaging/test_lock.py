"""The lock pins everything by hash and says nothing about where it came from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = [entry.replace("\\\n", " ") for entry in re.split(r"\n(?=\S)", LOCK.strip())]


def requirement(entry: str) -> Requirement:
    return Requirement(entry.split("--hash", maxsplit=1)[0].strip())


def test_every_locked_requirement_is_one_exact_version_with_hashes() -> None:
    for entry in ENTRIES:
        assert re.fullmatch(r"==[^*,]+", str(requirement(entry).specifier)), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


def test_the_lock_names_no_address_and_no_index() -> None:
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted| @ |^\s*#", LOCK, re.MULTILINE)


@pytest.mark.parametrize("group", ["dependencies", "crypt", "dask", "dev", "xlsx"])
def test_everything_the_project_asks_for_is_locked_at_a_version_it_accepts(group: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"] | project["project"]["optional-dependencies"]
    asked = project["project"]["dependencies"] if group == "dependencies" else groups[group]
    locked = {canonicalize_name(requirement(entry).name): requirement(entry).specifier for entry in ENTRIES}
    for wanted in map(Requirement, asked):
        (pin,) = locked[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(pin.version), f"{wanted} is locked at {pin}: run ./dev lock"
