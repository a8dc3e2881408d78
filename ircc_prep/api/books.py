"""Checklists for programs that open many cases: what is shipped is read and compiled once in a process."""

from functools import cache
from pathlib import Path

from ircc_prep.core.rulebook import Rulebook
from ircc_prep.files.checklists import Pack


def pack_of(folder: Path | None) -> Pack:
    """The checklists of a folder, looked up before the shipped ones; the shipped ones alone where it is None.

    A folder is read anew every time, since it may have changed. Raises UsageError where there is no such folder.
    """
    return Pack(folder, examples=False) if folder else _shipped()


@cache
def _shipped() -> Pack:
    return _Books()


class _Books(Pack):
    """The shipped pack, which compiles each program once."""

    def __init__(self) -> None:
        super().__init__(examples=False)
        self._books: dict[str, Rulebook] = {}

    def load(self, program: str) -> Rulebook:
        """The rulebook; raises as a pack does."""
        if program not in self._books:
            self._books[program] = super().load(program)
        return self._books[program]
