"""Speaking with one person: their language, their screen, the prompts, and the few questions that every part asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Line, Menu, Option, Prompts
from ircc_prep.ask.replies import Command, StoppedError
from ircc_prep.ask.screen import Screen

Explain = Callable[[], None]


@dataclass
class Talk:
    """Everything needed to ask something. `phrases` changes once the language is known."""

    phrases: Phrases
    screen: Screen
    prompts: Prompts
    today: date

    def say(self, key: str, **names: str) -> str:
        return self.phrases.say(key, **names)

    def labels(self, commands: Sequence[Command], take: str = "") -> list[tuple[Command, str]]:
        """The commands with their words; `take` says what the screen offers."""
        taking = [(Command.TAKE, take)] if take else []
        usual = [command for command in commands if command is not Command.TAKE]
        return [*taking, *((command, self.say(f"ask.command.{command.name.lower()}")) for command in usual)]

    def pick(
        self, options: Sequence[Option], commands: Sequence[Command], explain: Explain | None = None, take: str = ""
    ) -> str | Command:
        """One of these lines, or a command other than *why* and *stop*, which are dealt with here."""
        offered = [command for command in commands if command is not Command.WHY or explain is not None]
        how = "choose-plain" if self.screen.plain else "choose"
        menu = Menu(options, self.labels(offered, take), self.say(f"ask.hint.{how}"), self.say(f"ask.remind.{how}"))
        while True:
            reply = self.prompts.choose(menu)
            if reply is Command.WHY and explain is not None:
                explain()
            elif reply is Command.STOP:
                raise StoppedError
            else:
                return reply

    def write(self, line: Line, explain: Explain | None = None) -> str | Command:
        """The words typed, or a command other than *why* and *stop*."""
        while True:
            reply = self.prompts.line(line)
            if reply is Command.WHY and explain is not None:
                explain()
            elif reply is Command.STOP:
                raise StoppedError
            else:
                return reply

    def yes_no(self, *commands: Command, explain: Explain | None = None, take: str = "") -> bool | Command:
        """Yes or no."""
        yes, no = self.say("ask.yes"), self.say("ask.no")
        options = [Option("yes", yes, yes[0].lower()), Option("no", no, no[0].lower())]
        reply = self.pick(options, commands, explain, take)
        return reply if isinstance(reply, Command) else reply == "yes"
