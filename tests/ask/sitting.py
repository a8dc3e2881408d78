"""Sitting somebody down in front of the questionnaire: a screen that is kept, and saves that are counted."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ircc_prep.ask.countries import folded
from ircc_prep.ask.phrases import Phrases
from ircc_prep.ask.prompts.base import Finder, Line
from ircc_prep.ask.prompts.drawn import DrawnPrompts
from ircc_prep.ask.prompts.plain import PlainPrompts
from ircc_prep.ask.replies import Command
from ircc_prep.ask.screen import Screen
from ircc_prep.ask.session import Ending, Session
from ircc_prep.ask.talk import Talk
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording

TODAY = date(2026, 11, 22)
_FIRST = ("express-entry", "pr-landing", "temporary-resident-permit")  # 1, 2 and 3, whatever others there are
PROGRAMS = (*_FIRST, *(program for program in Pack().programs() if program not in _FIRST))
MARIA: dict[str, Any] = {
    "schema": 1,
    "program": "express-entry",
    "stream": "fsw",
    "language": "en",
    "people": [{"id": "maria", "role": "principal-applicant", "given_names": "Maria", "family_name": "Santos"}],
}


@cache
def number_of(program: str, language: Language = "en") -> str:
    """The number of a program in the menu of the shipped ones, which is in the order of their titles."""
    titles = {each: folded(Pack().header(each).title.of(language)) for each in PROGRAMS}
    return str(1 + sorted(PROGRAMS, key=lambda each: titles[each]).index(program))


EXPRESS_ENTRY = number_of("express-entry")


@cache
def book(program: str) -> Rulebook:
    return Pack().load(program)


@dataclass
class Sitting:
    """One sitting: what was on the screen, what was saved, how it ended."""

    ending: Ending
    screen: str
    saved: list[dict[str, Any]] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        return self.saved[-1]


Sit = Callable[..., Sitting]


class WatchedPrompts(DrawnPrompts):
    """Drawn prompts that leave what they show beside the question on the screen: drawn, it would vanish."""

    def line(self, line: Line) -> str | Command:
        if line.wrong:
            self.screen.wrong(line.wrong)
        reply = super().line(line)
        if line.live and isinstance(reply, str) and (said := line.live(reply)):
            self.screen.aside(f"while it is typed: {said}")
        return reply

    def find(self, finder: Finder) -> str | Command:
        for option in finder.options:
            self.screen.aside(f"{option.heading} / {option.label}")
        return super().find(finder)


def drawn_talk(language: Language) -> Talk:
    screen = Screen(colour=False, out=io.StringIO())
    return Talk(Phrases(wording(), language), screen, WatchedPrompts(screen), TODAY)


def shown_lines(talk: Talk) -> list[str]:
    """What was printed so far, line by line, with plain spaces."""
    assert isinstance(talk.screen.out, io.StringIO)
    return talk.screen.out.getvalue().replace("\u00a0", " ").splitlines()


def shown(talk: Talk) -> str:
    """Everything printed so far, on one line, so that it doesn't matter where lines break."""
    assert isinstance(talk.screen.out, io.StringIO)
    return " ".join(talk.screen.out.getvalue().split())


def plain_talk(lines: list[str], language: Language = "en") -> Talk:
    """The accessible twin, with these lines typed; the end of them is the end of the input."""
    screen = Screen(colour=False, plain=True, out=io.StringIO())
    typed = iter(lines)

    def read(_mark: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    return Talk(Phrases(wording(), language), screen, PlainPrompts(screen, read), TODAY)


def sit_plainly(lines: list[str], data: dict[str, Any] | None = None, language: Language = "en") -> Sitting:
    """The accessible twin, with these lines typed; the end of them ends the sitting."""
    return sitting(plain_talk(lines, language), data, language)


def sitting(talk: Talk, data: dict[str, Any] | None, language: Language | None) -> Sitting:
    saved: list[dict[str, Any]] = []
    headers = [(program, Pack().header(program)) for program in PROGRAMS]
    programs = [(program, header.title, header.summary) for program, header in headers]
    ending = Session(talk, book, programs, data, saved.append, language).run()
    return Sitting(ending, shown(talk), saved)
