"""What is printed between the prompts: wrapped to the terminal, with colour or without, and nothing that steers it."""

import shutil
import sys
import textwrap
from typing import TextIO

WIDEST, NARROWEST = 78, 30
_STYLES = {"bold": "1", "dim": "2", "good": "32", "wrong": "31", "strong": "1;36"}


class Screen:
    """Lines of text on a terminal. `colour` also covers bold: without it not one escape code is written."""

    def __init__(self, *, colour: bool, plain: bool = False, out: TextIO | None = None) -> None:
        self.colour = colour
        self.plain = plain  # no ruled lines: a screen reader would spell them out
        self.out = out or sys.stdout

    @property
    def width(self) -> int:
        """How many columns text may take: fewer than the terminal has, and not so many that reading is hard."""
        return max(NARROWEST, min(shutil.get_terminal_size().columns - 2, WIDEST))

    def blank(self) -> None:
        self._write("")

    def text(self, words: str) -> None:
        """A paragraph; line breaks in it are kept."""
        self._wrapped(words, "")

    def title(self, words: str) -> None:
        self._wrapped(words, "strong")

    def question(self, words: str) -> None:
        self._wrapped(words, "bold")

    def help(self, words: str) -> None:
        """What helps to answer: in the terminal's own colour, since faint letters are hard to read on many screens."""
        self._wrapped(words, "")

    def reason(self, words: str) -> None:
        """Why something is asked."""
        self._wrapped(words, "", first="  ? ", rest="    ")

    def item(self, mark: str, words: str) -> None:
        """A line of a list, continued under its own words."""
        self._wrapped(words, "", first=f"  {mark} ", rest=" " * (len(mark) + 3))

    def echo(self, words: str) -> None:
        """How an answer was understood."""
        self._wrapped(words, "good", first="  → ", rest="    ")

    def wrong(self, words: str) -> None:
        """What to do about an answer that can't be kept."""
        self._wrapped(words, "wrong", first="  ! ", rest="    ")

    def rule(self, words: str) -> None:
        """A line that says where one is."""
        if self.plain:
            self._wrapped(words, "dim")
            return
        start = f"── {printable(words)} "
        self._write(self._styled(start + "─" * max(2, self.width - len(start)), "dim"))

    def _wrapped(self, words: str, style: str, first: str = "", rest: str = "") -> None:
        for line in wrapped(words, self.width, first, rest):
            self._write(self._styled(line, style))

    def _styled(self, line: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{line}\x1b[0m" if self.colour and style and line else line

    def _write(self, line: str) -> None:
        self.out.write(f"{line}\n")
        self.out.flush()


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines that a text takes; its own line breaks stay, and no-break spaces end no line.

    They have done their work then: as plain spaces they are neither underlined nor in the way of copying.
    """
    lines: list[str] = []
    for paragraph in words.split("\n"):
        indent = first if not lines else rest
        found = textwrap.wrap(
            printable(paragraph), width, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False
        )
        lines += [line.replace("\N{NO-BREAK SPACE}", " ") for line in found] or [indent.rstrip()]
    return lines


def printable(words: str) -> str:
    """The words without anything that a terminal would obey; a checklist may come from anybody."""
    return "".join(letter if letter.isprintable() or letter == "\N{NO-BREAK SPACE}" else " " for letter in words)
