"""Whole outputs kept as files, so that a change in one is seen and read before it is accepted."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN"  # set to 1 to write the files anew


def holds(name: str, text: str) -> None:
    """Compares a text with the kept file of that name; with UPDATE_GOLDEN=1 it becomes the kept file."""
    file = GOLDEN / name
    if os.environ.get(UPDATE) == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"no kept file {name}: run the tests once with {UPDATE}=1, and read what they wrote"
    assert text == file.read_text(encoding="utf-8")
