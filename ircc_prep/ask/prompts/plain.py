"""Prompts as plain numbered lines: nothing is drawn over, so screen readers and simple terminals can follow."""

from collections.abc import Callable, Sequence

from ircc_prep.ask.prompts.base import Line, Menu, Option, Ticks
from ircc_prep.ask.prompts.listing import command_lines
from ircc_prep.ask.replies import Command
from ircc_prep.ask.screen import Screen

_MARK = "> "


class PlainPrompts:
    """Prints what there is to choose from and reads one line."""

    def __init__(self, screen: Screen, read: Callable[[str], str] = input) -> None:
        self.screen = screen
        self.read = read

    def choose(self, menu: Menu) -> str | Command:
        self._options(menu.options)
        self._commands(menu.commands, menu.hint)
        while True:
            typed = self.read(_MARK).strip()
            if (command := _command(typed, menu.commands)) is not None:
                return command
            chosen = _chosen(typed, menu.options)
            if chosen is not None:
                return chosen.value
            self.screen.wrong(menu.remind)

    def tick(self, ticks: Ticks) -> frozenset[str] | Command:
        """Numbers with commas tick, `0` unticks all; Enter alone leaves the ticks as they are shown."""
        ticked = set(ticks.ticked)
        self._options(ticks.options, ticked)
        self._commands(ticks.commands, ticks.hint)
        while True:
            typed = self.read(_MARK).strip()
            if (command := _command(typed, ticks.commands)) is not None:
                return command
            if not typed:
                return frozenset(ticked)
            if typed == "0":
                return frozenset()
            numbers = typed.replace(",", " ").split()
            chosen = [_chosen(number, ticks.options) for number in numbers]
            if all(chosen):
                return frozenset(option.value for option in chosen if option)
            self.screen.wrong(ticks.hint)

    def line(self, line: Line) -> str | Command:
        self._commands(line.commands, line.hint)
        typed = self.read(_MARK)
        command = _command(typed.strip(), line.commands)
        return typed if command is None else command

    def _options(self, options: Sequence[Option], ticked: set[str] | None = None) -> None:
        for number, option in enumerate(options, 1):
            if option.heading:
                self.screen.text(option.heading)
            box = "" if ticked is None else "[x] " if option.value in ticked else "[ ] "
            self.screen.item(f"{number}.", f"{box}{option.label}")

    def _commands(self, commands: Sequence[tuple[Command, str]], hint: str) -> None:
        if hint:
            self.screen.help(hint)
        for words in command_lines(commands, self.screen.width):
            self.screen.help(words)


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
