"""What a person can reply to any prompt: an answer, or one of the commands that every prompt shows."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal


class Command(Enum):
    """A key that means the same everywhere. The value is what is typed, on an empty line."""

    WHY = "?"
    UNSURE = "*"
    SKIP = ">"
    BACK = "<"
    STOP = "."
    TAKE = "="  # takes the date or answer that the screen offers


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, as the case file keeps it."""

    value: Any


Reply = Given | Literal[Command.UNSURE, Command.SKIP, Command.BACK]


class StoppedError(Exception):
    """The person asked to stop; everything answered is saved."""
