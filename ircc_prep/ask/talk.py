"""Speaking with one person: their language, their screen, the prompts, and the few questions that every part asks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Finder, Line, Menu, Option, Prompts, Ticks
from ircc_prep.ask.replies import Command, LeftError, StoppedError
from ircc_prep.ask.screen import Screen

Explain = Callable[[], None]


@dataclass
class Talk:
    """Everything needed to ask something. `phrases` changes once the language is known.

    `overview` shows the list of all questions: a key of every prompt once there are questions. `hidden` is set while
    something is asked that others mustn't see: then every prompt has the key that leaves at once.
    """

    phrases: Phrases
    screen: Screen
    prompts: Prompts
    today: date
    overview: Callable[[], None] | None = None
    hidden: bool = False

    def say(self, key: str, **names: str) -> str:
        return self.phrases.say(key, **names)

    def labels(self, commands: Sequence[Command], take: str = "") -> list[tuple[Command, str]]:
        """The commands with their words; `take` says what the screen offers."""
        taking = [(Command.TAKE, take)] if take else []
        usual = [command for command in self._everywhere(commands) if command is not Command.TAKE]
        return [*taking, *((command, self.say(f"ask.command.{command.name.lower()}")) for command in usual)]

    def _everywhere(self, commands: Sequence[Command]) -> list[Command]:
        """The commands with those that every prompt has, where the person can also stop."""
        if Command.STOP not in commands:
            return [*commands]
        more = [Command.LIST] if self.overview and Command.LIST not in commands else []
        more += [Command.LEAVE] if self.hidden else []
        others = [command for command in commands if command is not Command.STOP]
        return [*others, *more, Command.STOP]

    def pick(
        self, options: Sequence[Option], commands: Sequence[Command], explain: Explain | None = None, take: str = ""
    ) -> str | Command:
        """One of these lines, or a command other than those that are dealt with here: *why*, *list* and *stop*."""
        offered = [command for command in commands if command is not Command.WHY or explain is not None]
        how = "choose-plain" if self.screen.plain else "choose"
        hint, remind = self.say(f"ask.hint.{how}"), self.say(f"ask.remind.{how}")
        while True:
            reply = self.prompts.choose(Menu(options, self.labels(offered, take), hint, remind))
            if not self._dealt_with(reply, explain):
                return reply

    def write(self, line: Line, explain: Explain | None = None) -> str | Command:
        """The words typed, or a command other than those that are dealt with here."""
        while True:
            reply = self.prompts.line(line)
            if not self._dealt_with(reply, explain):
                return reply
            line = replace(line, typed="", wrong="")  # a command is given on an empty line

    def tick(self, ticks: Ticks) -> frozenset[str] | Command:
        """The lines ticked, or a command other than those that are dealt with here."""
        while True:
            reply = self.prompts.tick(ticks)
            if not self._dealt_with(reply, None):
                return reply

    def find(self, options: Sequence[Option], page: str) -> str | Command:
        """One of many lines; *back* leaves them."""
        how = "find-plain" if self.screen.plain else "find"
        with self.without_overview():
            labels = self.labels((Command.BACK, Command.STOP))
        more = self.say("ask.hint.find-more") if self.screen.plain else ""
        finder = Finder(options, labels, self.say(f"ask.hint.{how}"), self.say("ask.remind.find"), page, more)
        reply = self.prompts.find(finder)
        self._dealt_with(reply, None)
        return reply

    def seek(self, finder: Finder, explain: Explain | None = None) -> str | Command:
        """One line of a finder of its own, or a command other than those that are dealt with here."""
        while True:
            reply = self.prompts.find(finder)
            if not self._dealt_with(reply, explain and partial(self._told_first, explain)):
                return reply

    def _told_first(self, explain: Explain) -> None:
        """Says something before a list that fills the screen."""
        explain()
        self.wait()

    def wait(self) -> None:
        """Lets what stands there be read before it scrolls off; a screen reader can go back to it at will."""
        if not self.screen.plain:
            self.write(Line(self.labels((Command.STOP,)), self.say("ask.hint.go-on")))
            self.screen.read()

    def _dealt_with(self, reply: object, explain: Explain | None) -> bool:
        """Whether the reply was one of the commands that mean the same everywhere; then the prompt is put again."""
        if reply is Command.STOP:
            raise StoppedError
        if reply is Command.LEAVE:
            raise LeftError
        if reply is Command.WHY and explain is not None:
            explain()
        elif reply is Command.LIST and self.overview is not None:
            self.overview()
        else:
            return False
        self.screen.again()
        return True

    def turn_page_for(self, *paragraphs: str) -> None:
        """Waits where these paragraphs would push off the screen what nobody has had the time to read."""
        if not self.screen.has_room_for(paragraphs):
            self.wait()

    @contextmanager
    def without_overview(self) -> Iterator[None]:
        """While the list of all questions is shown, it isn't offered."""
        overview, self.overview = self.overview, None
        try:
            yield
        finally:
            self.overview = overview

    def yes_no(self, *commands: Command, explain: Explain | None = None, take: str = "") -> bool | Command:
        """Yes or no."""
        yes, no = self.say("ask.yes"), self.say("ask.no")
        options = [Option("yes", yes, yes[0].lower()), Option("no", no, no[0].lower())]
        reply = self.pick(options, commands, explain, take)
        return reply if isinstance(reply, Command) else reply == "yes"
