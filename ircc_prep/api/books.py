"""Checklists for programs that open many cases: what is shipped is read and compiled once in a process."""

from functools import cache
from pathlib import Path

from ircc_prep.files.checklists import Pack


def pack_of(folder: Path | None) -> Pack:
    """The checklists of a folder, looked up before the shipped ones; the shipped ones alone where it is None.

    A folder is read anew every time, since it may have changed. Raises UsageError where there is no such folder.
    """
    return Pack(folder, examples=False) if folder else _shipped()


@cache
def _shipped() -> Pack:
    return Pack(examples=False)
