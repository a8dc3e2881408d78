"""What a prompt shows and gives back, whichever way it is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ircc_prep.ask.replies import Command


@dataclass(frozen=True, slots=True)
class Option:
    """A line of a menu. `letter` picks it too: y for yes. `heading` stands above it, over those that follow.

    `also` isn't shown: words by which it is found as well.
    """

    value: str
    label: str
    letter: str = ""
    heading: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """Lines to choose from. `commands` are what else can be done, in words; `remind` is said to an empty Enter."""

    options: Sequence[Option]
    commands: Sequence[tuple[Command, str]]
    hint: str
    remind: str


@dataclass(frozen=True, slots=True)
class Line:
    """Words to type. `typed` is what was typed before and `wrong` why it couldn't be kept; `suggest` completes.

    `live` says how what is typed so far is understood, where the screen can show that under it.
    """

    commands: Sequence[tuple[Command, str]]
    hint: str = ""
    typed: str = ""
    suggest: Callable[[str], Sequence[str]] | None = None
    wrong: str = ""
    live: Callable[[str], str] | None = None

    def understood(self, typed: str) -> str:
        """How what is typed so far is understood; empty while it isn't."""
        return self.live(typed) if self.live and typed.strip() else ""

    def still_wrong(self, typed: str) -> str:
        """What was wrong, until something else stands there that is understood."""
        return "" if typed != self.typed and self.understood(typed) else self.wrong


@dataclass(frozen=True, slots=True)
class Ticks:
    """Lines of which any number can be ticked."""

    options: Sequence[Option]
    commands: Sequence[tuple[Command, str]]
    hint: str
    remind: str  # said to an Enter that would leave a line without its tick
    ticked: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Finder:
    """Many lines, of which typing leaves those that hold the words. Every heading is written with its lines."""

    options: Sequence[Option]
    commands: Sequence[tuple[Command, str]]
    hint: str
    nothing: str  # said where no line holds the words typed
    page: str  # `{from}`, `{to}` and `{count}`: which lines are shown
    more: str = ""  # said where there are more lines than a page shows
    numbered: bool = False  # whether the lines have numbers: then digits are no words to find


class Prompts(Protocol):
    """A way to show prompts. Ctrl-C raises KeyboardInterrupt, the end of input EOFError."""

    def choose(self, menu: Menu) -> str | Command:
        """The value of the one option chosen."""

    def tick(self, ticks: Ticks) -> frozenset[str] | Command:
        """The values of the ticked options."""

    def line(self, line: Line) -> str | Command:
        """The words typed; they may be empty."""

    def find(self, finder: Finder) -> str | Command:
        """The value of the one line chosen among many."""
