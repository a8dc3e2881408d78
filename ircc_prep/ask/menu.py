"""The short menu of `ircc-prep` alone: one list, one line, or a text to read through."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ircc_prep.ask.opening import Programs, finding, program_lines
from ircc_prep.ask.opening import language as ask_language
from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Line, Menu, Option, Prompts
from ircc_prep.ask.prompts.drawn import DrawnPrompts
from ircc_prep.ask.prompts.plain import PlainPrompts
from ircc_prep.ask.replies import Command, StoppedError
from ircc_prep.ask.screen import Screen
from ircc_prep.ask.talk import Talk
from ircc_prep.core.text import Language, Text

Wording = Mapping[str, Text]
SIMPLE_TERMINALS = ("dumb", "unknown")
_LINES_OF_A_PROMPT = 5


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
    talk = _asking(title, wording, language, accessible=accessible)
    how = "choose-plain" if talk.screen.plain else "choose"
    hint, remind = talk.say(f"ask.hint.{how}"), talk.say(f"ask.remind.{how}")
    menu = Menu([Option(value, words) for value, words in options], _leaving(talk), hint, remind)
    return _chosen(lambda: talk.prompts.choose(menu))


def find_program(programs: Programs, wording: Wording, language: Language, *, accessible: bool) -> str | None:
    """One of the programs, found as the questionnaire finds it; None where the person goes back or stops."""
    talk = _asking("menu.which-program", wording, language, accessible=accessible)
    commands = [*talk.labels((Command.BACK,)), *_leaving(talk)]
    finder = finding(talk, program_lines(talk, programs), commands)
    return _chosen(lambda: talk.prompts.find(finder))


def which_language(wording: Wording, *, accessible: bool) -> Language | None:
    """The language, asked in both; None where the person stops."""
    try:
        return ask_language(_talk(wording, "en", accessible=accessible))
    except (EOFError, KeyboardInterrupt):
        return None


def tell(keys: Sequence[str], wording: Wording, language: Language, *, accessible: bool) -> None:
    """What is said before a menu: a title and a few lines."""
    talk = _talk(wording, language, accessible=accessible)
    talk.screen.blank()
    talk.screen.title(talk.say(keys[0]))
    for key in keys[1:]:
        talk.screen.text(talk.say(key))


def read_on(text: str, wording: Wording, language: Language, *, accessible: bool) -> None:
    """A long text, a screenful at a time; a screen reader gets it whole, since it can be read again at will."""
    talk = _talk(wording, language, accessible=accessible)
    if talk.screen.plain:
        print(text)  # noqa: T201 - lines as they are, not wrapped again
        return
    pages = screenfuls(text.splitlines(), shutil.get_terminal_size().lines - _LINES_OF_A_PROMPT)
    try:
        for number, page in enumerate(pages, 1):
            print("\n".join(page))  # noqa: T201
            hint = talk.say("menu.read-on", page=str(number), pages=str(len(pages)))
            enough = [(Command.STOP, talk.say("menu.enough"))]
            if number < len(pages) and talk.prompts.line(Line(enough, hint)) is Command.STOP:
                return
    except (EOFError, KeyboardInterrupt):
        return


def screenfuls(lines: Sequence[str], height: int) -> list[list[str]]:
    """Lines in pages of at most that height, which end between paragraphs where they can."""
    pages, rest = [], [*lines]
    while rest:
        cut = min(max(height, 1), len(rest))
        gap = next((at for at in range(cut, cut // 2 - 1, -1) if at == len(rest) or _between(rest, at)), cut)
        pages.append(rest[:gap])
        rest = rest[gap:]
    return pages


def _between(lines: Sequence[str], at: int) -> bool:
    """Whether a paragraph ends there; after a lone line, which may be a heading, nobody wants to turn the page."""
    return not lines[at].strip() and at > 1 and bool(lines[at - 2].strip())


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
            reply = talk.write(Line(_leaving(talk), talk.say("ask.hint.text")))
            if isinstance(reply, str) and reply.strip():
                return reply.strip()
            talk.screen.wrong(talk.say("ask.remind.line"))
    except (StoppedError, EOFError, KeyboardInterrupt):
        return None


def _leaving(talk: Talk) -> list[tuple[Command, str]]:
    """The sign that leaves. Nothing is saved in a menu, so it doesn't say so."""
    return [(Command.STOP, talk.say("menu.leave"))]


def _asking(title: str, wording: Wording, language: Language, *, accessible: bool) -> Talk:
    """A talk in which a question stands on the screen, waiting for a choice."""
    talk = _talk(wording, language, accessible=accessible)
    talk.screen.blank()
    talk.screen.question(talk.say(title))
    return talk


def _chosen(ask: Callable[[], object]) -> str | None:
    """The value chosen; None for a sign such as *back*, and where the person stops."""
    try:
        reply = ask()
    except (EOFError, KeyboardInterrupt):
        return None
    return reply if isinstance(reply, str) else None


def _talk(wording: Wording, language: Language, *, accessible: bool) -> Talk:
    colour = "NO_COLOR" not in os.environ
    return talk_on_terminal(wording, language, date.min, accessible=accessible, colour=colour)
