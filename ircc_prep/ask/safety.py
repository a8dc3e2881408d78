"""Questions of violence and trafficking: others mustn't see them, and nothing is kept unless the person says so.

They stand on a screen of their own that vanishes with the answer, one key leaves at once and clears everything, and an
answer goes into the file only after a yes. Without it, it counts for this sitting and is never written.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.prompts.base import Option
from ircc_prep.ask.replies import Command, Reply
from ircc_prep.ask.talk import Talk

_COMMANDS = (Command.WHY, Command.SKIP, Command.BACK, Command.STOP)


class Safety:
    """What is decided about such answers in this sitting."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper
        self._kept: set[str] = set()  # paths whose answers may go into the file
        self._told: set[str] = set()  # ids of the guidance that was shown in private

    def for_now(self, path: str) -> bool:
        """Whether the answer is not to be written."""
        compiled = self.keeper.book.question_about(path)
        return compiled is not None and compiled.question.safety and path not in self._kept

    @contextmanager
    def covered(self) -> Iterator[None]:
        """While such a question is asked, it has a screen of its own, of which nothing stays."""
        talk = self.talk
        before, talk.hidden = talk.screen.remembered(), True
        talk.screen.cover()
        try:
            yield
        finally:
            talk.hidden = False
            talk.screen.uncover()
            talk.screen.recall(before)

    def ask_first(self, path: str) -> Reply | None:
        """Whether the answer may be kept; None to go on, or the command that was given instead."""
        talk = self.talk
        talk.screen.blank()
        talk.screen.title(talk.say("ask.safety.title"))
        talk.screen.text(talk.say("ask.safety.first"))
        talk.screen.question(talk.say("ask.safety.keep"))
        options = [Option(key, talk.say(f"ask.safety.{key}")) for key in ("for-now", "in-file")]
        reply = talk.pick(options, _COMMANDS, lambda: talk.screen.reason(talk.say("ask.safety.why")))
        if reply is Command.SKIP or reply is Command.BACK:
            return reply
        self._kept.discard(path)
        if reply == "in-file":
            self._kept.add(path)
        elif self.keeper.is_kept(path):  # at once: whoever leaves now relies on it
            self.keeper.hold(path, self.keeper.fact(path))
        talk.screen.turn()
        return None

    def tell(self) -> None:
        """Where there is help, at once and page by page, each once a sitting; the packet says it to everybody."""
        talk = self.talk
        helps = {each.guidance.id for each in self.keeper.book.guidance if each.guidance.safety} - self._told
        for piece in self.keeper.evaluation().guidance:
            if piece.id not in helps:
                continue
            self._told.add(piece.id)
            talk.screen.turn()
            talk.screen.blank()
            talk.screen.title(talk.phrases.of(piece.title))
            talk.screen.text(talk.phrases.of(piece.text))
            talk.screen.blank()
            talk.pick([Option("on", talk.say("ask.safety.read"))], (Command.STOP,))
            if talk.screen.plain:  # it has one screen, and the line chosen says that it is cleared
                talk.screen.wipe()
