"""What was typed and may mean several things is asked about at once, and never guessed.

A `Settling` talk asks back before what was typed goes on: a date with two readings, a country that became several, a
city that was spelt otherwise before. What goes on has one meaning.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ircc_prep.ask import countries, dates_in
from ircc_prep.ask.fields import Field
from ircc_prep.ask.prompts.base import Line, Option
from ircc_prep.ask.replies import Command
from ircc_prep.ask.talk import Explain, Talk
from ircc_prep.core.dates import PartialDate

Settle = Callable[[str], str | None]  # the words that have one meaning; None to let the person mend what was typed
Suggest = Callable[[str], Sequence[str]]


@dataclass
class Settling(Talk):
    """A talk whose typed answers are settled first."""

    settle: Settle = lambda typed: typed
    suggest: Suggest | None = None

    def write(self, line: Line, explain: Explain | None = None) -> str | Command:
        """The words typed, once they are settled; or a command."""
        line = replace(line, suggest=line.suggest or self.suggest)
        while True:
            reply = super().write(line, explain)
            if isinstance(reply, Command):
                return reply
            settled = self.settle(reply)
            if settled is not None:
                return settled
            self.screen.again()
            line = replace(line, typed=reply)


def settling(talk: Talk, settle: Settle, suggest: Suggest | None = None) -> Talk:
    """The same talk, settling what is typed."""
    return Settling(**vars(talk), settle=settle, suggest=suggest)


def settled(talk: Talk, field: Field, within: PartialDate | None = None) -> Talk:
    """The talk in which a field is best asked: one that settles dates and countries."""
    if field.kind in ("date", "end"):
        return settling(talk, lambda typed: _date(talk, typed, within, present=field.kind == "end"))
    if field.kind == "country":
        return settling(talk, lambda typed: _country(talk, typed))
    if field.kind == "countries":
        return settling(talk, lambda typed: _countries(talk, typed))
    return talk


def choose(talk: Talk, asked: str, options: Sequence[tuple[str, str]], otherwise: str) -> str | None:
    """One of these values by its words; None for none of them."""
    before = talk.screen.remembered()
    talk.screen.text(asked)
    listed = [Option(value, words) for value, words in options]
    reply = talk.pick([*listed, Option("", otherwise)], (Command.BACK, Command.STOP))
    talk.screen.recall(before)
    return reply if isinstance(reply, str) and reply else None


def _date(talk: Talk, typed: str, within: PartialDate | None, *, present: bool) -> str | None:
    """A date with one reading; of one with several, the reading that the person chooses."""
    read = dates_in.read_date(typed, talk.today, present=present, within=within)
    if not isinstance(read, dates_in.Refused) or read.doubt is None:
        return typed
    options = [(str(reading), talk.phrases.date(reading)) for reading in read.readings]
    asked = talk.say(f"lists.typing.{read.doubt}", typed=typed.strip())
    if read.doubt == "part-of-year":
        options = [(value, talk.say("lists.typing.year-alone", year=words)) for value, words in options]
        return choose(talk, asked, options, talk.say("lists.typing.add-month"))
    return choose(talk, asked, options, talk.say("lists.typing.again"))


def _country(talk: Talk, typed: str) -> str | None:
    """A country's code where the name stands for several countries of today; any other name as it was typed."""
    found = countries.countries().successors(typed)
    if not found:
        return typed
    asked = talk.say("lists.typing.became-several", typed=typed.strip())
    return choose(talk, asked, [(code, talk.phrases.country(code)) for code in found], talk.say("lists.typing.again"))


def _countries(talk: Talk, typed: str) -> str | None:
    """Several of them, with commas between them."""
    codes = [_country(talk, part) for part in typed.split(",")]
    return None if None in codes else ",".join(code for code in codes if code is not None)
