"""One field of one entry of a list, put until the file can hold the answer."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ircc_prep.ask.cities import cities_in, known_cities, settle_city, suggestions
from ircc_prep.ask.entries import Entry, entry_names, field_title, offered
from ircc_prep.ask.fields import noun_field
from ircc_prep.ask.list_view import ListView
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.neighbours import beside, first_month_asked
from ircc_prep.ask.put import EVERY, Prompt, put, words_of
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.settling import settled, settling
from ircc_prep.ask.talk import Explain, Talk
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text

NOTHING: Mapping[str, Any] = {}
MOST_SAID = 2  # there is little room under a line
_BEGIN_AND_END = (("from", "to"), ("issued", "expires"))


class EntryFields:
    """The fields of the entries of one list, being asked."""

    def __init__(self, talk: Talk, listed: Listed, noun: str, names: Mapping[str, str]) -> None:
        self.talk = talk
        self.listed = listed
        self.noun = noun
        self.names = dict(names)

    def ask(self, index: int, key: str, offers: Mapping[str, Any] = NOTHING) -> Reply:
        """The answer or the command. An answer is kept; so is that the person doesn't know.

        `offers` are dates that a key takes: an entry for a gap may begin and end where the gap does.
        """
        talk, entry = self.talk, self.listed.entries[index]
        talk.screen.blank()
        self._ask_words(key, entry)
        prompt = self._prompt(index, key, offers)
        helped = self._helped(key, entry, prompt)
        while True:
            reply = put(helped, prompt)
            if isinstance(reply, Given) and not self.listed.set(index, key, reply.value):
                talk.screen.wrong(talk.say("ask.wrong.text"))
                continue
            if reply is Command.UNSURE:
                self.listed.mark(index, key)
                talk.screen.echo(talk.say("ask.noted.unsure"))
            elif reply is Command.SKIP:
                talk.screen.echo(talk.say("ask.noted.skipped"))
            return reply

    def title_and_value(self, index: int, key: str) -> str:
        """A field with what is said of it so far."""
        talk, value = self.talk, self.listed.entries[index].get(key)
        title = field_title(talk, self.noun, key)
        if value is not None:
            words = words_of(talk, noun_field(self.noun, key, talk.phrases.wording), value)
        else:
            words = talk.say("lists.not-known" if (index, key) in self.listed.marks else "ask.not-given")
        return talk.say("ask.group.field", field=title, value=words)

    def _helped(self, key: str, entry: Entry, prompt: Prompt) -> Talk:
        """The talk that asks back about what is typed here, where it may mean several things."""
        if key != "city":
            return settled(self.talk, prompt.field)
        data, country = self.listed.keeper.data, entry.get("country")
        return settling(self.talk, settle_city(self.talk, data, country), suggestions(known_cities(data, country)))

    def _prompt(self, index: int, key: str, offers: Mapping[str, Any]) -> Prompt:
        talk, entry = self.talk, self.listed.entries[index]
        field = noun_field(self.noun, key, talk.phrases.wording)
        said = partial(self._beside, index, key) if key in ("from", "to") else None
        prompt = Prompt(field, self._why(key, entry), EVERY, fault=partial(self._backwards, key, entry), beside=said)
        take, words = entry.get(key), ""
        if take is not None:
            words = talk.say("ask.take.keep", value=words_of(talk, field, take))
        elif key == "city":
            take, words = self._city_before(entry)
        else:
            others = self.listed.entries[:index] + self.listed.entries[index + 1 :]
            take = offers.get(key)
            if take is None or self._backwards(key, entry, take):
                take = offered(self.noun, key, entry, others)
            if take is not None:
                oldest = key == "from" and take == first_month_asked(self.listed, self.noun)
                words = talk.say(f"lists.take.{'since' if oldest else key}", value=talk.phrases.date_value(take))
        if take is None:
            return prompt
        return replace(prompt, commands=(*EVERY, Command.TAKE), take=take, take_words=words)

    def _city_before(self, entry: Entry) -> tuple[str | None, str]:
        """The city typed last for the same country, with the words that offer it."""
        city = next(iter(cities_in(self.listed.keeper.data, entry.get("country"))), None)
        return city, self.talk.say("lists.take.city", city=city) if city else ""

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

    def _beside(self, index: int, key: str, value: str) -> str:
        """What stands out beside the entry if its beginning or end is this: the same words as under the list."""
        if self._backwards(key, self.listed.entries[index], value):
            return ""
        view = ListView(self.talk, self.listed, self.noun, self.names)
        seen = beside(self.listed, self.noun, index, key, value)
        said = [*map(view.gap_words, seen.gaps), *map(view.overlap_words, seen.overlaps)]
        return "\n".join(said[:MOST_SAID])

    def _ask_words(self, key: str, entry: Entry) -> None:
        asked, screen = self._question(key), self.talk.screen
        if asked is None:
            screen.question(field_title(self.talk, self.noun, key))
            return
        screen.question(self._text(asked.ask, entry))
        if asked.help:
            screen.help(self._text(asked.help, entry))

    def _why(self, key: str, entry: Entry) -> Explain | None:
        asked = self._question(key)
        if asked is None:
            return None
        return lambda: self.talk.screen.reason(self._text(asked.why, entry))

    def _question(self, key: str) -> Any:
        """The checklist's question about a field of an entry; None where it has none."""
        compiled = self.listed.keeper.book.question_about(f"{self.noun}.{key}")
        return compiled.question if compiled else None

    def _text(self, text: Text, entry: Entry) -> str:
        return self.talk.phrases.filled(text, self.names | entry_names(self.talk, self.noun, entry))
