"""What is wrong with a file, as data: where, what, and what to do. Raising and printing belong to the outer layers."""

from dataclasses import dataclass
from difflib import get_close_matches

from ircc_prep.core.text import Text

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its id, where (a path of keys, and the place once a reader has found it), what, and what to do.

    Neither text may hold a person's value: a misspelt key or choice may be shown, an answer may not.
    """

    id: str
    path: Path
    what: Text
    hint: Text
    place: Place | None = None


def did_you_mean(word: str, known: list[str]) -> Text | None:
    """A hint that names the nearest known word, if one is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if not near:
        return None
    return Text(f"Did you mean “{near[0]}”?", f"Vouliez-vous dire «\u00a0{near[0]}\u00a0»?")


def one_of(known: list[str]) -> Text:
    """A hint that lists what is allowed."""
    words = ", ".join(known)
    return Text(f"Use one of: {words}.", f"Utilisez l’un de ces mots\u00a0: {words}.")
