"""The short menu of `ircc-prep` alone: one list, or one line."""

import os
from collections.abc import Mapping, Sequence
from datetime import date

from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Line, Option, Prompts
from ircc_prep.ask.prompts.drawn import DrawnPrompts
from ircc_prep.ask.prompts.plain import PlainPrompts
from ircc_prep.ask.replies import Command, StoppedError
from ircc_prep.ask.screen import Screen
from ircc_prep.ask.talk import Talk
from ircc_prep.core.text import Language, Text

Wording = Mapping[str, Text]
SIMPLE_TERMINALS = ("dumb", "unknown")


def talk_on_terminal(wording: Wording, language: Language, today: date, *, accessible: bool, colour: bool) -> Talk:
    """A talk on this terminal: drawn, or plain for a screen reader and for a terminal that can't be drawn on."""
    simple = os.environ.get("TERM", "dumb") in SIMPLE_TERMINALS
    plain = accessible or simple
    screen = Screen(colour=colour and not plain, plain=plain, steers=not simple)
    prompts: Prompts = PlainPrompts(screen) if plain else DrawnPrompts(screen)
    return Talk(Phrases(wording, language), screen, prompts, today)


def choose(
    title: str, options: Sequence[tuple[str, str]], wording: Wording, language: Language, *, accessible: bool
) -> str | None:
    """The value chosen from (value, key of its words); None where the person stops."""
    phrases = Phrases(wording, language)
    return choose_text(
        title, [(value, phrases.say(key)) for value, key in options], wording, language, accessible=accessible
    )


def choose_text(
    title: str, options: Sequence[tuple[str, str]], wording: Wording, language: Language, *, accessible: bool
) -> str | None:
    """The same, from words that are in no wording file: names of files."""
    talk = _talk(wording, language, accessible=accessible)
    talk.screen.question(talk.say(title))
    try:
        reply = talk.pick([Option(value, words) for value, words in options], (Command.STOP,))
    except (StoppedError, EOFError, KeyboardInterrupt):
        return None
    return reply if isinstance(reply, str) else None


def confirm(question: str, wording: Wording, language: Language, *, accessible: bool) -> bool:
    """Whether the person says yes; stopping is no."""
    talk = _talk(wording, language, accessible=accessible)
    talk.screen.question(talk.say(question))
    try:
        return talk.yes_no(Command.STOP) is True
    except (StoppedError, EOFError, KeyboardInterrupt):
        return False


def file_name(question: str, wording: Wording, language: Language, *, accessible: bool = False) -> str | None:
    """A name for a file; None where the person stops."""
    talk = _talk(wording, language, accessible=accessible)
    talk.screen.question(talk.say(question))
    try:
        while True:
            reply = talk.write(Line(talk.labels((Command.STOP,)), talk.say("ask.hint.text")))
            if isinstance(reply, str) and reply.strip():
                return reply.strip()
            talk.screen.wrong(talk.say("ask.remind.line"))
    except (StoppedError, EOFError, KeyboardInterrupt):
        return None


def _talk(wording: Wording, language: Language, *, accessible: bool) -> Talk:
    colour = "NO_COLOR" not in os.environ
    return talk_on_terminal(wording, language, date.min, accessible=accessible, colour=colour)
