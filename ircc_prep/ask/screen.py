"""What is printed between the prompts: wrapped to the terminal, with colour or without, and nothing that steers it."""

import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TextIO

from ircc_prep.ask.columns import columns, wrapped
from ircc_prep.core.bidi import isolated

WIDEST, NARROWEST = 78, 30
_STYLES = {"bold": "1", "dim": "2", "good": "32", "wrong": "31", "strong": "1;36"}
_DASH = "- "
_LINES_OF_A_PROMPT = 4
_EMPTY_LINES = 100  # where a terminal can't be cleared, what stood there is at least out of sight
_WIPED = "\x1b[H\x1b[2J\x1b[3J"  # the screen, and what can be scrolled back to where the terminal can
_TURNED = "\x1b[H\x1b[2J"
_COVERED, _UNCOVERED = f"\x1b[?1049h{_TURNED}", "\x1b[?1049l"  # the terminal's second screen, which keeps nothing


class Screen:
    """Lines of text on a terminal. `colour` also covers bold: without it no line of text holds an escape code."""

    def __init__(self, *, colour: bool, plain: bool = False, steers: bool = False, out: TextIO | None = None) -> None:
        self.colour = colour
        self.plain = plain  # no ruled lines and no marks of direction: a screen reader would spell them out
        self.steers = steers  # whether the terminal understands how to clear it
        self.out = out or sys.stdout
        self._block: list[Callable[[], None]] = []  # what was asked last: printed again where it has scrolled off
        self._fresh = True
        self.unread = 0  # lines written since somebody last had the time to read them

    @property
    def width(self) -> int:
        """How many columns text may take: fewer than the terminal has, and not so many that reading is hard."""
        return max(NARROWEST, min(shutil.get_terminal_size().columns - 2, WIDEST))

    def has_room_for(self, paragraphs: Sequence[str]) -> bool:
        """Whether these still fit under what isn't read yet, with a prompt under them."""
        lines = sum(len(wrapped(words, self.width)) for words in paragraphs)
        return not self.unread or self.unread + lines + _LINES_OF_A_PROMPT <= shutil.get_terminal_size().lines

    def read(self) -> None:
        """What stands on the screen has been read."""
        self.unread = 0

    def blank(self) -> None:
        """An empty line; what comes after it is a new thing to read."""
        self._write("")
        self._fresh = True

    def text(self, words: str) -> None:
        """A paragraph; line breaks in it are kept, and a line of a list goes on under its own words."""
        for line in words.split("\n"):
            self._asked(partial(self._line, line))

    def title(self, words: str) -> None:
        self._asked(lambda: self._wrapped(words, "strong"))

    def question(self, words: str) -> None:
        self._asked(lambda: self._wrapped(words, "bold"))

    def help(self, words: str) -> None:
        """What helps to answer: in the terminal's own colour, since faint letters are hard to read on many screens."""
        self._asked(lambda: self._wrapped(words, ""))

    def item(self, mark: str, words: str) -> None:
        """A line of a list, continued under its own words."""
        self._asked(lambda: self.choice(mark, words))

    def rule(self, words: str) -> None:
        """A line that says where one is."""
        self.unread = 0
        self._asked(lambda: self._rule(words))

    def again(self) -> None:
        """What was asked last, once more: it may have scrolled off."""
        self._write("")
        for line in self._block:
            line()

    def remembered(self) -> list[Callable[[], None]]:
        """What was asked last, to be given back to `recall`."""
        return [*self._block]

    def recall(self, block: list[Callable[[], None]]) -> None:
        """Takes up what was asked before something else came in between."""
        self._block, self._fresh = [*block], False

    # --- said in passing: not part of what is asked

    def aside(self, words: str) -> None:
        """A line that belongs to a prompt, or that needn't be said again."""
        self._wrapped(words, "")

    def choice(self, mark: str, words: str) -> None:
        """A line to choose."""
        self._wrapped(words, "", first=f"  {mark} ", rest=" " * (len(mark) + 3))

    def reason(self, words: str) -> None:
        """Why something is asked."""
        self._wrapped(words, "", first="  ? ", rest="    ")

    def echo(self, words: str) -> None:
        """How an answer was understood."""
        self._wrapped(words, "good", first="  → ", rest="    ")

    def wrong(self, words: str) -> None:
        """What to do about an answer that can't be kept."""
        self._wrapped(words, "wrong", first="  ! ", rest="    ")

    # --- what others mustn't see

    def cover(self) -> None:
        """Goes on on the terminal's second screen, of which nothing is kept; a plain terminal stays as it is."""
        if self.steers and not self.plain:
            self._raw(_COVERED)

    def turn(self) -> None:
        """A new page, where the terminal is on its second screen."""
        if self.steers and not self.plain:
            self._raw(_TURNED)

    def uncover(self) -> None:
        """Back to the first screen as it was. A plain terminal has one screen: it is emptied."""
        if self.steers and not self.plain:
            self._raw(_UNCOVERED)
        else:
            self.wipe()

    def wipe(self) -> None:
        """Empties the screen, and what can be scrolled back to where the terminal can."""
        self._raw(_WIPED if self.steers else "\n" * _EMPTY_LINES)

    # ---

    def _asked(self, line: Callable[[], None]) -> None:
        if self._fresh:
            self._block, self._fresh = [], False
        self._block.append(line)
        line()

    def _rule(self, words: str) -> None:
        if self.plain:
            self._wrapped(words, "dim")
            return
        start = f"── {''.join(wrapped(words, WIDEST)[:1])} "
        self._write(self._styled(start + "─" * max(2, self.width - columns(start)), "dim"))

    def _line(self, words: str) -> None:
        dash = _DASH if words.startswith(_DASH) else ""
        self._wrapped(words.removeprefix(dash), "", dash, " " * len(dash))

    def _wrapped(self, words: str, style: str, first: str = "", rest: str = "") -> None:
        for line in wrapped(words, self.width, first, rest):
            self._write(self._styled(line if self.plain else isolated(line), style))

    def _styled(self, line: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{line}\x1b[0m" if self.colour and style and line else line

    def _write(self, line: str) -> None:
        self.unread += 1
        self._raw(f"{line}\n")

    def _raw(self, words: str) -> None:
        self.out.write(words)
        self.out.flush()
