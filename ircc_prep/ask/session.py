"""One sitting of the questionnaire: from the first question to the last, or to wherever the person stops."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ircc_prep.ask import opening
from ircc_prep.ask.closing import summary
from ircc_prep.ask.documents import Documents
from ircc_prep.ask.keeper import Data, Keeper, Save
from ircc_prep.ask.loop import Loop
from ircc_prep.ask.menu import talk_on_terminal
from ircc_prep.ask.people import People
from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.replies import Command, StoppedError
from ircc_prep.ask.talk import Talk
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError

Programs = Sequence[tuple[str, Text]]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a sitting ended, how many questions are still worth asking, and the language that was spoken."""

    how: Literal["finished", "stopped", "interrupted"]
    open: int
    language: Language
    saved: bool  # whether there is a case file to speak of

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C ended it."""
        return self.how == "interrupted"


def run(
    book_of: Callable[[str], Rulebook],
    programs: Programs,
    data: Data | None,
    save: Save,
    today: date,
    language: Language | None,
    wording: Mapping[str, Text],
    *,
    accessible: bool,
    colour: bool,
) -> Ending:
    """Asks until nothing is left to ask or the person stops; `save` is called after every answer.

    `data` is the case file so far, or None for a new one. Raises UsageError without a terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _no_terminal()
    talk = talk_on_terminal(wording, language or "en", today, accessible=accessible, colour=colour)
    return Session(talk, book_of, programs, data, save, language).run()


class Session:
    """The parts of a sitting in their order. It ends well however it ends: what is answered is saved."""

    def __init__(
        self,
        talk: Talk,
        book_of: Callable[[str], Rulebook],
        programs: Programs,
        data: Data | None,
        save: Save,
        language: Language | None,
    ) -> None:
        self.talk = talk
        self.programs = programs
        self.is_new = data is None
        self.language = language
        self.keeper = Keeper(dict(data or {}), save, book_of, talk.today)

    def run(self) -> Ending:
        """The sitting, and how it ended."""
        try:
            self._ask_everything()
            how: Literal["finished", "stopped", "interrupted"] = "finished"
        except (StoppedError, EOFError):
            how = "stopped"
        except KeyboardInterrupt:
            how = "interrupted"
        saved = "program" in self.keeper.data
        if how != "finished":
            self.talk.screen.blank()
            self.talk.screen.text(self.talk.say("ask.ending.saved" if saved else "ask.ending.nothing"))
        return Ending(how, len(self.keeper.asks()) if saved else 0, self.talk.phrases.language, saved)

    def _ask_everything(self) -> None:
        self._choose_language()
        if self.is_new:
            opening.welcome(self.talk)
            self._begin()
        else:
            self._continue()
        loop = Loop(self.talk, self.keeper)
        loop.run()
        Documents(self.talk, self.keeper).ask()
        loop.run()  # a paper in hand may raise a question of its own
        summary(self.talk, loop)

    def _choose_language(self) -> None:
        chosen = self.language or self.keeper.data.get("language")
        if chosen is None:
            chosen = opening.language(self.talk)
        self.talk.phrases = Phrases(self.talk.phrases.wording, chosen)
        self.language = chosen

    def _begin(self) -> None:
        """Program, stream and people; *back* goes from each to the one before."""
        people = People(self.talk, self.keeper)
        steps: list[Callable[[], Command | None]] = [self._program, self._stream, people.name_all]
        at = 0
        while at < len(steps):
            back = steps[at]() is Command.BACK
            at = max(0, at - 1) if back else at + 1
            if back and at == 1 and not self.keeper.book.streams:
                at = 0

    def _continue(self) -> None:
        opening.welcome_back(self.talk, self.keeper.book.checklist.program.title)
        data = self.keeper.data
        if self.keeper.book.streams and data.get("stream") is None and "stream" not in (data.get("unsure") or []):
            self._stream()
        people = People(self.talk, self.keeper)
        if people.people:
            people.confirm()
        else:
            people.name_all()

    def _program(self) -> Command | None:
        program = opening.program(self.talk, self.programs)
        data: dict[str, Any] = {"schema": 1, "program": program, "language": self.language}
        people = self.keeper.data.get("people")
        self.keeper.keep(data | ({"people": people} if people else {}))
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
