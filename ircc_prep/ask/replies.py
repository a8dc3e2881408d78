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
    LIST = "/"  # every question with its answer, to go to any of them
    STOP = "."
    TAKE = "="  # takes the date or answer that the screen offers
    LEAVE = "!"  # leaves at once and clears the screen; with the questions that others mustn't see


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, as the case file keeps it."""

    value: Any


Reply = Given | Literal[Command.UNSURE, Command.SKIP, Command.BACK]


class StoppedError(Exception):
    """The person asked to stop; everything answered is saved."""


class LeftError(Exception):
    """The person left at once: nothing is to stay on the screen."""


class MovedError(Exception):
    """Something else was answered from the list of questions: what was being asked is to be looked at afresh."""
