"""The beginning: the language, a calm welcome, the program and its stream."""

from collections.abc import Sequence

from ircc_prep.ask.countries import folded
from ircc_prep.ask.fields import Field
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Finder, Menu, Option
from ircc_prep.ask.put import Prompt, put
from ircc_prep.ask.replies import Command, Given
from ircc_prep.ask.talk import Talk
from ircc_prep.core.text import Language, Text

Programs = Sequence[tuple[str, Text, Text]]  # id, title, summary
_WELCOME = ("what", "advice", "private", "unsure", "saved", "keys")


def language(talk: Talk) -> Language:
    """The language, asked in both."""
    talk.screen.blank()
    talk.screen.question(talk.phrases.wording["ask.which-language"].en)
    talk.screen.question(talk.phrases.wording["ask.which-language"].fr)
    both = talk.phrases.wording["ask.hint.language-of-both"]
    options = [Option("en", "English", "e"), Option("fr", "Français", "f")]
    menu = Menu(options, [], f"{both.en}\n{both.fr}", f"{both.en} / {both.fr}")
    return "fr" if talk.prompts.choose(menu) == "fr" else "en"


def welcome(talk: Talk) -> None:
    """What this is and what it isn't, before anything is asked."""
    talk.screen.blank()
    talk.screen.title(talk.say("ask.welcome.title"))
    for key in _WELCOME:
        talk.screen.item("–", talk.say(f"ask.welcome.{key}"))
    talk.wait()  # the list of programs fills a screen


def welcome_back(talk: Talk, program: Text) -> None:
    """A case that is continued."""
    talk.screen.blank()
    talk.screen.title(talk.say("ask.welcome.back", program=talk.phrases.of(program)))
    talk.screen.item("–", talk.say("ask.welcome.saved"))


def program(talk: Talk, programs: Programs, *, changing: bool = False) -> str | None:
    """Which program the case is for, of those with this id, title and summary; None to leave it, when `changing` it."""
    talk.screen.blank()
    talk.screen.question(talk.say("ask.program.ask"))
    talk.screen.help(talk.say("ask.program.help"))
    options = program_lines(talk, programs)
    commands = (Command.WHY, Command.BACK, Command.STOP) if changing else (Command.WHY, Command.STOP)
    with talk.without_overview():
        finder = finding(talk, options, talk.labels(commands))
        reply = talk.seek(finder, lambda: talk.screen.reason(talk.say("ask.program.why")))
    if isinstance(reply, Command):
        return None
    talk.screen.echo(next(option.label for option in options if option.value == reply))
    return reply


def program_lines(talk: Talk, programs: Programs) -> list[Option]:
    """The programs in the alphabetical order of their titles; each is found by what else it is called, too."""
    phrases = talk.phrases
    lines = [
        Option(
            id, phrases.of(title), also=" ".join((id, title.en, title.fr, about.en, about.fr, *_everyday(phrases, id)))
        )
        for id, title, about in programs
    ]
    return sorted(lines, key=lambda line: folded(line.label))


def _everyday(phrases: Phrases, program: str) -> tuple[str, ...]:
    """Words by which people look for a program, and that its title and summary don't have."""
    words = phrases.wording.get(f"menu.also.{program}")
    return (words.en, words.fr) if words else ()


def finding(talk: Talk, options: Sequence[Option], commands: Sequence[tuple[Command, str]]) -> Finder:
    """A list of programs: how to find one, that none was found, and which of them are shown."""
    how, more = ("find-plain", talk.say("menu.find-more")) if talk.screen.plain else ("find", "")
    said = talk.say(f"menu.{how}"), talk.say("menu.find-nothing"), talk.say("menu.page")
    return Finder(options, commands, *said, more, numbered=True)


def stream(talk: Talk, keeper: Keeper) -> Command | None:
    """Which of the program's streams; not knowing is fine. Gives back *back*."""
    book = keeper.book
    asked = book.question_about("stream")
    said = asked.question if asked else None
    screen = talk.screen
    screen.blank()
    screen.question(talk.phrases.of(said.ask) if said else talk.say("ask.stream.ask"))
    if said and said.help:
        screen.help(talk.phrases.of(said.help))
    why = talk.phrases.of(said.why) if said else talk.say("ask.stream.why")
    field = Field("stream", "choice", lambda _value: True, tuple(book.streams.items()))
    commands = (Command.WHY, Command.UNSURE, Command.BACK, Command.STOP)
    reply = put(talk, Prompt(field, lambda: screen.reason(why), commands))
    if isinstance(reply, Given):
        keeper.answer("stream", reply.value)
    elif reply is Command.UNSURE:
        keeper.unsure("stream")
        screen.echo(talk.say("ask.noted.unsure"))
    return Command.BACK if reply is Command.BACK else None
