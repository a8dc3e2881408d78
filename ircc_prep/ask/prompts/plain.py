"""Prompts as plain numbered lines: nothing is drawn over, so screen readers and simple terminals can follow.

After an answer that can't be kept, what can be chosen is said once more: nobody has to scroll back for it.
"""

from collections.abc import Callable, Collection, Sequence

from ircc_prep.ask.prompts.base import Finder, Line, Menu, Option, Ticks
from ircc_prep.ask.prompts.listing import command_lines, holding
from ircc_prep.ask.replies import Command
from ircc_prep.ask.screen import Screen

_MARK = "> "
PAGE = 10


class PlainPrompts:
    """Prints what there is to choose from and reads one line."""

    def __init__(self, screen: Screen, read: Callable[[str], str] = input) -> None:
        self.screen = screen
        self.read = read

    def choose(self, menu: Menu) -> str | Command:
        """One line, by its number, its letter or its words."""
        while True:
            self._options(menu.options)
            self._commands(menu.commands, menu.hint)
            typed = self.read(_MARK).strip()
            if (command := _command(typed, menu.commands)) is not None:
                return command
            chosen = _chosen(typed, menu.options)
            if chosen is not None:
                return chosen.value
            self._again(menu.remind)

    def tick(self, ticks: Ticks) -> frozenset[str] | Command:
        """Numbers tick, `-4` takes a tick away and `0` all of them; Enter alone leaves the ticks as they are shown."""
        ticked = set(ticks.ticked)
        while True:
            self._options(ticks.options, ticked)
            self._commands(ticks.commands, ticks.hint)
            typed = self.read(_MARK).strip()
            if (command := _command(typed, ticks.commands)) is not None:
                return command
            if not typed:
                return frozenset(ticked)
            if typed == "0":
                return frozenset()
            changed = _ticked(typed.replace(",", " ").split(), ticks.options, ticked)
            if changed is not None:
                return changed
            self._again(ticks.hint)

    def line(self, line: Line) -> str | Command:
        """One line of words."""
        if line.wrong:
            self._again(line.wrong)
        self._commands(line.commands, line.hint)
        typed = self.read(_MARK)
        command = _command(typed.strip(), line.commands)
        return typed if command is None else command

    def find(self, finder: Finder) -> str | Command:
        """Pages of numbered lines. Enter goes on to the next page; words leave the lines that hold them."""
        shown, first = list(finder.options), 0
        while True:
            self._page(finder, shown, first)
            typed = self.read(_MARK).strip()
            if (command := _command(typed, finder.commands)) is not None:
                return command
            if not typed:
                first = first + PAGE if first + PAGE < len(shown) else 0
            elif typed.isascii() and typed.isdigit():
                if (chosen := _chosen(typed, shown)) is not None:
                    return chosen.value
                self.screen.wrong(finder.hint)
            else:
                shown, first = holding(finder.options, typed), 0
                if not shown:
                    self.screen.wrong(finder.nothing)
                    shown = list(finder.options)

    def _page(self, finder: Finder, shown: Sequence[Option], first: int) -> None:
        page = shown[first : first + PAGE]
        names = {"from": str(first + 1), "to": str(first + len(page)), "count": str(len(shown))}
        self.screen.aside(finder.page.format(**names))
        above = ""
        for number, option in enumerate(page, first + 1):
            if option.heading != above:
                self.screen.aside(option.heading)
            above = option.heading
            self.screen.choice(f"{number}.", option.label)
        hint = f"{finder.hint} {finder.more}" if finder.more and len(shown) > PAGE else finder.hint
        self._commands(finder.commands, hint)

    def _again(self, wrong: str) -> None:
        """What is wrong, and then the question once more."""
        self.screen.wrong(wrong)
        self.screen.again()

    def _options(self, options: Sequence[Option], ticked: set[str] | None = None) -> None:
        for number, option in enumerate(options, 1):
            if option.heading:
                self.screen.aside(option.heading)
            box = "" if ticked is None else "[x] " if option.value in ticked else "[ ] "
            self.screen.choice(f"{number}.", f"{box}{option.label}")

    def _commands(self, commands: Sequence[tuple[Command, str]], hint: str) -> None:
        if hint:
            self.screen.aside(hint)
        for words in command_lines(commands, self.screen.width):
            self.screen.aside(words)


def _ticked(words: Sequence[str], options: Sequence[Option], ticked: Collection[str]) -> frozenset[str] | None:
    """What is ticked after numbers such as `4`, `5-7` and `-4`; None where one of them is no line."""
    now = set(ticked)
    for word in words:
        first, dash, last = word.partition("-")
        if not first:
            found = [_chosen(last, options)]
        elif not dash:
            found = [_chosen(word, options)]
        elif first.isdecimal() and last.isdecimal():
            found = [
                _chosen(str(number), options) for number in range(int(first), min(int(last), len(options) + 1) + 1)
            ]
        else:
            return None
        if not found or None in found:
            return None
        values = {option.value for option in found if option}
        now = now | values if first else now - values
    return frozenset(now)


def _command(typed: str, commands: Sequence[tuple[Command, str]]) -> Command | None:
    """A command by its sign or its words."""
    words = typed.casefold()
    return next((command for command, said in commands if words in (command.value, said.casefold())), None)


def _chosen(typed: str, options: Sequence[Option]) -> Option | None:
    """The option that a number, a letter or the words themselves mean."""
    if typed.isascii() and typed.isdigit():
        number = int(typed)
        return options[number - 1] if 1 <= number <= len(options) else None
    words = typed.casefold()
    return next((option for option in options if words and words in (option.letter, option.label.casefold())), None)
