"""Repeating lists (places, jobs, trips, passports …): what is there, then add, change, remove, or that's all."""

from functools import partial
from typing import Any

from ircc_prep.ask.entries import Entry, described, entry_names, field_title, fields_of, offered
from ircc_prep.ask.fields import noun_field
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Option
from ircc_prep.ask.put import EVERY, Prompt, put, words_of
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.talk import Explain, Talk
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text

_BEGIN_AND_END = (("from", "to"), ("issued", "expires"))
_LATER = (Command.WHY, Command.BACK, Command.STOP)


class Group:
    """One list of one person, being asked."""

    def __init__(self, talk: Talk, listed: Listed, noun: str, explain: Explain | None, names: dict[str, str]) -> None:
        self.talk = talk
        self.listed = listed
        self.noun = noun
        self.explain = explain
        self.names = names
        self.entry: Entry = {}  # the one being filled in

    def ask(self) -> Reply:
        """The whole list, until the person says that it is complete; or a command."""
        while True:
            if not self.listed.entries:
                if (reply := self._begin()) is not None:
                    return reply
                continue
            self._table()
            match self._menu():
                case "add":
                    self._add()
                case "change":
                    self._change()
                case "remove":
                    self._remove()
                case Command.BACK:
                    return Command.BACK
                case _:
                    self.listed.write(finished=True)
                    return Given(len(self.listed.entries))

    def _begin(self) -> Reply | None:
        """The first entry, or that there is none; None once one was begun."""
        options = [Option("add", self._say("first")), Option("none", self._say("nothing"))]
        reply = self.talk.pick(options, EVERY, self.explain)
        if isinstance(reply, Command):
            self.listed.forget()
            return reply  # type: ignore[return-value]  # pick deals with the other commands itself
        if reply == "none":
            self.listed.write(finished=True)
            self.talk.screen.echo(self._say("nothing"))
            return Given([])
        self._add()
        return None

    def _table(self) -> None:
        screen = self.talk.screen
        screen.blank()
        title = capital(self.talk.phrases.say_or(f"list.{self.listed.path.rpartition('.')[2]}", self.noun))
        person = self.names.get("person")
        screen.title(f"{title} – {person}" if person else title)
        for number, entry in enumerate(self.listed.entries, 1):
            screen.item(f"{number}.", described(self.talk, self.noun, entry))
        screen.blank()

    def _menu(self) -> str | Command:
        options = [Option(key, self._say(key)) for key in ("add", "change", "remove", "done")]
        return self.talk.pick(options, _LATER, self.explain)

    def _add(self) -> None:
        """A new entry, field by field. *Back* goes to the field before; at the first it leaves the entry."""
        listed = self.listed
        listed.entries.append({})
        index, at = len(listed.entries) - 1, 0
        while at < len(fields := fields_of(self.noun, listed.entries[index])):
            if self._field(index, fields[at]) is not Command.BACK:
                at += 1
            elif at == 0:
                break
            else:
                at -= 1
        if not listed.entries[index] and not any(marked == index for marked, _ in listed.marks):
            listed.remove(index)

    def _field(self, index: int, key: str) -> Reply:
        """One field, put until the file can hold the answer."""
        talk, entry = self.talk, self.listed.entries[index]
        self.entry = entry
        others = self.listed.entries[:index] + self.listed.entries[index + 1 :]
        talk.screen.blank()
        self._ask_words(key)
        prompt = self._prompt(key, entry, others)
        while True:
            reply = put(talk, prompt)
            if isinstance(reply, Given) and not self.listed.set(index, key, reply.value):
                talk.screen.wrong(talk.say("ask.wrong.text"))
                continue
            if reply is Command.UNSURE:
                self.listed.mark(index, key)
                talk.screen.echo(talk.say("ask.noted.unsure"))
            elif reply is Command.SKIP:
                talk.screen.echo(talk.say("ask.noted.skipped"))
            return reply

    def _prompt(self, key: str, entry: Entry, others: list[Entry]) -> Prompt:
        talk = self.talk
        take, words = entry.get(key), ""
        field = noun_field(self.noun, key, talk.phrases.wording)
        if take is not None:
            words = talk.say("ask.take.keep", value=words_of(talk, field, take))
        elif (take := offered(self.noun, key, entry, others)) is not None:
            words = talk.say(f"ask.take.{key}", value=talk.phrases.date_value(take))
        commands = (*EVERY, Command.TAKE) if take is not None else EVERY
        fault = partial(self._backwards, key, entry)
        return Prompt(field, self._why(key), commands, take, words, fault=fault)

    def _backwards(self, key: str, entry: Entry, value: Any) -> str | None:
        """An end before its beginning, whichever of the two is being answered."""
        pair = next((pair for pair in _BEGIN_AND_END if key in pair), None)
        if pair is None:
            return None
        start, end = ({**entry, key: value}.get(name) for name in pair)
        if not start or not end or end == "present":
            return None
        if PartialDate.parse(str(end)).before(PartialDate.parse(str(start))) is not True:
            return None
        names = {"start": self.talk.phrases.date_value(start), "end": self.talk.phrases.date_value(end)}
        return self.talk.say("ask.wrong.backwards", **names)

    def _change(self) -> None:
        """One entry's fields, any of them, until that's all."""
        index = self._which("ask.group.change-which")
        while index is not None:
            entry = self.listed.entries[index]
            titles = [(key, field_title(self.talk, self.noun, key)) for key in fields_of(self.noun, entry)]
            options = [Option(key, self._with_value(key, title, entry)) for key, title in titles]
            self.talk.screen.blank()
            self.talk.screen.question(self.talk.say("ask.group.change-what"))
            reply = self.talk.pick([*options, Option("done", self._say("enough"))], (Command.STOP,))
            if reply == "done" or isinstance(reply, Command):
                return
            self._field(index, reply)

    def _remove(self) -> None:
        index = self._which("ask.group.remove-which")
        if index is None:
            return
        self.talk.screen.question(self.talk.say("ask.group.remove-sure"))
        self.talk.screen.item("–", described(self.talk, self.noun, self.listed.entries[index]))
        if self.talk.yes_no(Command.STOP) is True:
            self.listed.remove(index)
            self.talk.screen.echo(self.talk.say("ask.noted.removed"))

    def _which(self, question: str) -> int | None:
        """Which entry is meant; the only one without asking."""
        entries = self.listed.entries
        if len(entries) == 1:
            return 0
        self.talk.screen.question(self.talk.say(question))
        options = [Option(str(index), described(self.talk, self.noun, entry)) for index, entry in enumerate(entries)]
        reply = self.talk.pick([*options, Option("none", self._say("none-of-them"))], (Command.STOP,))
        return int(reply) if isinstance(reply, str) and reply.isdigit() else None

    def _with_value(self, key: str, title: str, entry: Entry) -> str:
        value = entry.get(key)
        field = noun_field(self.noun, key, self.talk.phrases.wording)
        words = self.talk.say("ask.not-given") if value is None else words_of(self.talk, field, value)
        return self.talk.say("ask.group.field", field=title, value=words)

    def _ask_words(self, key: str) -> None:
        asked = self._question(key)
        screen = self.talk.screen
        if asked is None:
            screen.question(field_title(self.talk, self.noun, key))
            return
        screen.question(self._text(asked.ask))
        if asked.help:
            screen.help(self._text(asked.help))

    def _why(self, key: str) -> Explain | None:
        asked = self._question(key)
        if asked is None:
            return None
        return lambda: self.talk.screen.reason(self._text(asked.why))

    def _question(self, key: str) -> Any:
        """The checklist's question about a field of an entry; None where it has none."""
        compiled = self.listed.keeper.book.question_about(f"{self.noun}.{key}")
        return compiled.question if compiled else None

    def _text(self, text: Text) -> str:
        names = self.names | entry_names(self.talk, self.noun, self.entry)
        return self.talk.phrases.filled(text, names)

    def _say(self, key: str) -> str:
        return self.talk.say(f"ask.group.{key}")
