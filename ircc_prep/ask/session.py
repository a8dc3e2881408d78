"""One sitting of the questionnaire: from the first question to the last, or to wherever the person stops."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ircc_prep.ask import opening
from ircc_prep.ask.closing import summary
from ircc_prep.ask.documents import Documents
from ircc_prep.ask.keeper import Data, Forget, Keeper, Save
from ircc_prep.ask.loop import Loop
from ircc_prep.ask.menu import talk_on_terminal
from ircc_prep.ask.overview import PAPERS, PEOPLE, PROGRAM, STREAM
from ircc_prep.ask.people import People
from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.replies import Command, LeftError, StoppedError
from ircc_prep.ask.review import Review
from ircc_prep.ask.talk import Talk
from ircc_prep.core import edit
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.span import span
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ending:
    """How a sitting ended, how many questions were still worth asking then, and the language that was spoken."""

    how: Literal["finished", "stopped", "interrupted", "left"]
    count_open: Callable[[], int]
    language: Language
    saved: bool  # whether there is a case file to speak of

    @property
    def open(self) -> int:
        """How many are still worth asking; counted when somebody wants to know, since nobody waits to stop."""
        return self.count_open()

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C ended it."""
        return self.how == "interrupted"


def run(
    book_of: Callable[[str], Rulebook],
    programs: opening.Programs,
    data: Data | None,
    save: Save,
    today: date,
    language: Language | None,
    wording: Mapping[str, Text],
    *,
    accessible: bool,
    colour: bool,
    forget: Forget,
) -> Ending:
    """Asks until nothing is left to ask or the person stops; `save` is called after every answer.

    `forget` takes private answers that aren't to be kept out of what `save` has written before.
    `data` is the case file so far, or None for a new one. Raises UsageError without a terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _no_terminal()
    talk = talk_on_terminal(wording, language or "en", today, accessible=accessible, colour=colour)
    return Session(talk, book_of, programs, data, save, language, forget).run()


class Session:
    """The parts of a sitting in their order. It ends well however it ends: what is answered is saved."""

    def __init__(
        self,
        talk: Talk,
        book_of: Callable[[str], Rulebook],
        programs: opening.Programs,
        data: Data | None,
        save: Save,
        language: Language | None,
        forget: Forget = lambda _ids: None,
    ) -> None:
        self.talk = talk
        self.programs = programs
        self.is_new = data is None
        self.language = language
        self.loop: Loop | None = None
        self.keeper = Keeper(dict(data or {}), save, book_of, talk.today, forget)

    def run(self) -> Ending:
        """The sitting, and how it ended."""
        try:
            self._ask_everything()
            how: Literal["finished", "stopped", "interrupted", "left"] = "finished"
        except LeftError:
            self.talk.screen.wipe()
            return Ending("left", int, self.talk.phrases.language, saved=False)
        except (StoppedError, EOFError):
            how = "stopped"
        except KeyboardInterrupt:
            how = "interrupted"
        saved = "program" in self.keeper.data
        if how != "finished":
            self.talk.screen.blank()
            self.talk.screen.text(self.talk.say("ask.ending.saved" if saved else "ask.ending.nothing"))
        count_open = (lambda: len(self.keeper.asks())) if saved else int
        return Ending(how, count_open, self.talk.phrases.language, saved)

    def _ask_everything(self) -> None:
        self._choose_language()
        loop = self.loop = Loop(self.talk, self.keeper, self._parts())
        if self.is_new:
            opening.welcome(self.talk)
            self._begin(loop)
        else:
            self._continue(loop)
        self.talk.overview = loop.jump
        loop.run()
        papers = Documents(self.talk, self.keeper)
        while not self._papers(loop, papers) or not self._reviewed(loop):
            pass
        self.talk.overview = None
        summary(self.talk, loop)

    def _parts(self) -> dict[str, Callable[[], object]]:
        """What the list of all questions leads to, besides the checklist's own questions."""
        return {
            PROGRAM: self._change_program,
            STREAM: self._stream,
            PEOPLE: self._people,
            PAPERS: lambda: Documents(self.talk, self.keeper).tick(),
        }

    def _people(self) -> None:
        """Who is in the case; whoever is being asked about can't be taken out meanwhile."""
        under_way = self.loop.under_way if self.loop else ()
        asked = {path.split(".")[1] for path in under_way if path.startswith("people.")}
        People(self.talk, self.keeper).confirm(asked)

    def _papers(self, loop: Loop, papers: Documents) -> bool:
        """The papers in hand; False where the person went back to the questions."""
        reply: Command | None = None
        with loop.asking(PAPERS):
            reply = papers.ask()
        if reply is Command.BACK:
            loop.back()
        loop.run()  # a paper in hand may raise a question of its own
        return reply is not Command.BACK

    def _reviewed(self, loop: Loop) -> bool:
        """The answers read over; False to see to the papers once more."""
        while True:
            choice = Review(self.talk, loop).ask()
            if choice != "change":
                return choice == "finish"
            with loop.moving():
                loop.jump()
            loop.run()

    def _choose_language(self) -> None:
        chosen = self.language or self.keeper.data.get("language")
        if chosen is None:
            chosen = opening.language(self.talk)
        self.talk.phrases = Phrases(self.talk.phrases.wording, chosen)
        self.language = chosen

    def _begin(self, loop: Loop) -> None:
        """Program, stream and people; *back* goes from each to the one before."""
        people = People(self.talk, self.keeper)
        steps: list[Callable[[], Command | None]] = [self._program, self._stream, people.name_all]
        at = 0
        while at < len(steps):
            self.talk.overview = loop.jump if at else None  # before the program is known there is nothing to list
            with loop.asking((PROGRAM, STREAM, PEOPLE)[at]):
                back = steps[at]() is Command.BACK
            at = max(0, at - 1) if back else at + 1
            if back and at == 1 and not self.keeper.book.streams:
                at = 0
        self._say_how_many()

    def _say_how_many(self) -> None:
        """Between how many and how many questions there will be, before the first of them. It takes a while."""
        self.talk.screen.blank()
        self.talk.screen.aside(self.talk.say("ask.one-moment"))
        least, most = span(self.keeper.book, self.keeper.case, self.talk.today)
        self.talk.screen.blank()
        most = max(most, len(self.keeper.asks()))  # the line above the first question says how many there are now
        self.talk.screen.text(self.talk.say("ask.span", least=str(least), most=str(most)))

    def _continue(self, loop: Loop) -> None:
        opening.welcome_back(self.talk, self.keeper.book.checklist.program.title)
        self.talk.overview = loop.jump
        data = self.keeper.data
        if self.keeper.book.streams and data.get("stream") is None and "stream" not in (data.get("unsure") or []):
            with loop.asking(STREAM):
                self._stream()
        people = People(self.talk, self.keeper)
        with loop.asking(PEOPLE):
            if people.people:
                people.confirm(first=True)
            else:
                people.name_all()

    def _change_program(self) -> None:
        """Another program for the same people. Every answer stays: what it doesn't ask comes back with the old one."""
        program = opening.program(self.talk, self.programs, changing=True)
        if program is None or program == self.keeper.data["program"]:
            return
        self.keeper.keep(edit.with_fact(edit.with_fact(self.keeper.data, STREAM, None), "program", program))
        self.talk.screen.echo(self.talk.say("ask.noted.program"))
        self._stream()
        self._people()

    def _program(self) -> Command | None:
        program = opening.program(self.talk, self.programs)
        if program is None:
            raise StoppedError
        data: dict[str, Any] = {"schema": 1, "program": program, "language": self.language}
        people = self.keeper.data.get("people")
        self.keeper.keep(data | ({"people": people} if people else {}))
        # Not in the menu itself: so many lines wouldn't fit on a screen.
        self.talk.screen.text(self.talk.phrases.of(self.keeper.book.checklist.program.summary))
        return None

    def _stream(self) -> Command | None:
        return opening.stream(self.talk, self.keeper) if self.keeper.book.streams else None


def _no_terminal() -> UsageError:
    what = Text(
        "The questionnaire needs a terminal, and there is none here.",
        "Le questionnaire a besoin d’un terminal, et il n’y en a pas ici.",
    )
    hint = Text(
        "Write the case file by hand instead: `ircc-prep schema case` shows what it may hold and `ircc-prep demo` "
        "writes an example. Then: ircc-prep check CASE",
        "Écrivez plutôt le dossier à la main\u00a0: `ircc-prep schema case` montre ce qu’il peut contenir et "
        "`ircc-prep demo` en écrit un exemple. Ensuite\u00a0: ircc-prep check DOSSIER",
    )
    error = UsageError.saying(what, hint, id="no-terminal")
    return UsageError(*error.problems)
