"""The state of a drawn list: its rows, which one is pointed at, what is ticked, and how it looks as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ircc_prep.ask.columns import wrapped
from ircc_prep.ask.countries import folded
from ircc_prep.ask.prompts.base import Finder, Menu, Option, Ticks
from ircc_prep.ask.replies import Command
from ircc_prep.core.bidi import isolated

Fragments = list[tuple[str, str]]
POINTER = "→"
SHORTEST_WORD = 4  # “no” is an answer of its own, and never the beginning of “Yes, now”


@dataclass(frozen=True, slots=True)
class Row:
    """One line to point at: an option with its number, or *I don't know* with its sign."""

    sign: str
    label: str
    reply: str | Command
    heading: str = ""


@dataclass
class Listing:
    """A list as it stands. Nothing is pointed at until a key does it."""

    rows: list[Row]
    commands: Sequence[tuple[Command, str]]
    hint: str
    width: int
    ticked: set[str] | None = None
    at: int | None = None
    typed: str = ""
    reminder: str = ""

    @classmethod
    def of_menu(cls, menu: Menu, width: int) -> "Listing":
        """The options numbered; *I don't know* is a line like the others."""
        rows = _numbered(menu.options)
        rows += [Row(command.value, words, command) for command, words in menu.commands if command is Command.UNSURE]
        return cls(rows, menu.commands, menu.hint, width)

    @classmethod
    def of_ticks(cls, ticks: Ticks, width: int) -> "Listing":
        """The options with a box each."""
        return cls(_numbered(ticks.options), ticks.commands, ticks.hint, width, ticked=set(ticks.ticked))

    @property
    def pointed(self) -> Row | None:
        """The row that Enter would choose."""
        return None if self.at is None else self.rows[self.at]

    def move(self, step: int) -> None:
        """Up or down; a first key down goes to the first row, a first key up to the last."""
        last = len(self.rows) - 1
        if last < 0:
            return
        if self.at is None:
            self.at = 0 if step > 0 else last
        elif abs(step) == 1:
            self.at = (self.at + step) % len(self.rows)
        else:
            self.at = max(0, min(last, self.at + step))
        self.typed = self.reminder = ""

    def type_digit(self, digit: str) -> None:
        """A number, digit by digit: 1 then 2 is row 12 where there is one, and otherwise row 2. No such row: none."""
        for number in (self.typed + digit, digit):
            found = next((index for index, row in enumerate(self.rows) if row.sign == number), None)
            if found is not None:
                self.at, self.typed, self.reminder = found, number, ""
                return
        self.at, self.typed = None, ""

    def press(self, sign: str, remind: str) -> None:
        """A digit of a row's number, or a letter of its words: 1 then 2 is row 12, and row 2 where there is no 12.

        What makes no row points at none, and what is typed after it neither: it was meant for elsewhere.
        """
        again = len(self.typed) == 1 and self.at is not None
        tried = [self.typed + sign, *([sign] if again else [])]
        found = next(((words, at) for words in tried if (at := self._meant(words)) is not None), None)
        self.typed, self.at = found or (tried[0], None)
        self.reminder = "" if found else remind

    def let_go(self) -> None:
        """Points at nothing again."""
        self.at, self.typed, self.reminder = None, "", ""

    def _meant(self, typed: str) -> int | None:
        """The row of a number; or the first that begins so, or else has a word that does, whatever the accents."""
        if typed.isdigit():
            return next((at for at, row in enumerate(self.rows) if row.sign == typed), None)
        begun, labels = folded(typed), [folded(row.label) for row in self.rows]
        first = (at for at, label in enumerate(labels) if label.startswith(begun))
        later = (at for at, label in enumerate(labels) if f" {begun}" in label and len(begun) >= SHORTEST_WORD)
        return next(chain(first, later), None) if begun else None

    def toggle(self) -> None:
        """Ticks the row that is pointed at, or takes the tick away. A number typed after it begins anew."""
        self.typed = ""
        row = self.pointed
        if row is not None and self.ticked is not None and isinstance(row.reply, str):
            self.ticked ^= {row.reply}

    def write(self, letters: str) -> None:
        """Letters typed where nothing is found by them."""

    def erase(self) -> None:
        """The last letter typed, taken away."""

    def fragments(self) -> Fragments:
        """The rows as styled text; long labels go on under their own first word."""
        shown: Fragments = []
        digits = max((len(row.sign) for row in self.rows), default=1)
        for index, row in enumerate(self.rows):
            if row.heading:
                lines = drawn(row.heading, self.width)
                shown.append(("class:help", "\n".join(lines) + "\n"))
            pointed = index == self.at
            if pointed:
                shown.append(("[SetCursorPosition]", ""))
            first = f" {POINTER if pointed else ' '} {row.sign:>{digits}}  {self._box(row)}"
            lines = drawn(row.label, self.width, first, " " * len(first))
            shown.append(("class:pointed" if pointed else "", "\n".join(lines) + "\n"))
        if shown:
            style, words = shown.pop()
            shown.append((style, words.removesuffix("\n")))
        return shown

    def footer(self) -> Fragments:
        """What stands under the rows: how to choose, or what an empty Enter is told, and what else can be done."""
        style = "class:wrong" if self.reminder else "class:help"
        told, others = ("".join(f"\n{line}" for line in lines) for lines in (self._told(), self._others()))
        return [(style, told), ("class:help", others)]

    def footer_height(self) -> int:
        """How many lines the footer takes, with the empty one above it."""
        return 1 + len(self._told()) + len(self._others())

    def _told(self) -> list[str]:
        return drawn(self.reminder or self.hint, self.width)

    def _others(self) -> list[str]:
        shown = [(command, words) for command, words in self.commands if command is not Command.UNSURE]
        return [isolated(line) for line in command_lines(shown, self.width)]

    def _box(self, row: Row) -> str:
        if self.ticked is None:
            return ""
        return "[x] " if row.reply in self.ticked else "[ ] "


@dataclass
class Found(Listing):
    """The lines of a finder: those that hold every word typed, the first that shows them pointed at."""

    finder: Finder | None = None
    words: str = ""

    @classmethod
    def of_finder(cls, finder: Finder, width: int) -> "Found":
        """All the lines, under their headings; none is pointed at until a key does it."""
        return cls(_headed(finder), finder.commands, finder.hint, width, finder=finder)

    def write(self, letters: str) -> None:
        """More words to find."""
        self._find(self.words + letters)

    def erase(self) -> None:
        """The last letter goes."""
        self._find(self.words[:-1])

    def _find(self, words: str) -> None:
        self.words, self.typed = words, ""
        self.rows = _headed(self.finder, words) if self.finder else []
        self.at = self._nearest(words) if words and self.rows else None
        self.reminder = "" if self.rows or not self.finder else self.finder.nothing

    def _nearest(self, words: str) -> int:
        """The first row that shows the words; where all are found by what isn't shown, the first."""
        wanted = folded(words).split()
        shown = (at for at, row in enumerate(self.rows) if all(word in folded(row.label) for word in wanted))
        return next(shown, 0)

    def _told(self) -> list[str]:
        return [*super()._told(), *([f"› {self.words}"] if self.words else [])]


def drawn(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines that a text takes, as they are drawn: names from right to left turn nothing round beside them."""
    return [isolated(line) for line in wrapped(words, width, first, rest)]


def holding(options: Sequence[Option], words: str) -> list[Option]:
    """The options in which, or in whose heading, every word stands, whatever its accents."""
    wanted = folded(words).split()
    said = [folded(f"{each.heading} {each.label} {each.also}") for each in options]
    return [each for each, words in zip(options, said, strict=True) if all(word in words for word in wanted)]


def command_lines(commands: Sequence[tuple[Command, str]], width: int) -> list[str]:
    """What the screen offers on a line of its own, then the commands side by side; each keeps its words together."""
    offered = [f"{command.value} {words}" for command, words in commands if command is Command.TAKE]
    usual = [f"{command.value} {words}" for command, words in commands if command is not Command.TAKE]
    together = "   ".join(words.replace(" ", "\N{NO-BREAK SPACE}") for words in usual)
    return [line for words in (*offered, together) if words for line in wrapped(words, width)]


def _headed(finder: Finder, words: str = "") -> list[Row]:
    """The rows that hold the words, each with the number that it has among all; a heading once, above its first row."""
    options = holding(finder.options, words)
    signs = {option.value: str(number) if finder.numbered else "" for number, option in enumerate(finder.options, 1)}
    headings = ["", *(option.heading for option in options)]
    return [
        Row(signs[option.value], option.label, option.value, option.heading if option.heading != above else "")
        for above, option in zip(headings, options, strict=False)
    ]


def _numbered(options: Sequence[Option]) -> list[Row]:
    return [Row(str(number), option.label, option.value, option.heading) for number, option in enumerate(options, 1)]
