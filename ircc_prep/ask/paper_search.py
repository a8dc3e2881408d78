"""Finding a paper or a form by any part of its name in either language, or by the form's number."""

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from ircc_prep.ask.countries import folded, names
from ircc_prep.ask.prompts.base import Line
from ircc_prep.ask.replies import Command
from ircc_prep.ask.settling import choose
from ircc_prep.ask.talk import Talk
from ircc_prep.core.result import Item
from ircc_prep.core.text import LANGUAGES

MOST_SHOWN = 9
_FORM_LANGUAGE = re.compile(r"\b(\d{4}) ?[ef]\b")  # IMM 5669E and IMM 5669F are one form
_IMM = re.compile(r"\bimm ?(?=\d)")
_IDLE = frozenset({
    "the", "a", "an", "of", "for", "my", "form", "imm", "formulaire", "le", "la", "les", "l", "un", "une", "de", "du",
    "des", "d", "mon", "ma",
})  # fmt: skip
_NEAR = 0.8


def matching(items: Mapping[str, Item], typed: str) -> list[str]:
    """The names of the items in which every word typed stands; else those with words that look like them."""
    wanted = _words(typed)
    if not wanted:
        return []
    said = {name: _words(_said(item)) for name, item in items.items()}
    found = [name for name, words in said.items() if all(any(word in each for each in words) for word in wanted)]
    return found or [name for name, words in said.items() if all(_is_near(word, words) for word in wanted)]


def search(talk: Talk, items: Mapping[str, Item], called: Callable[[Item], str]) -> str | Command:
    """The name of the one item that the person means; or *back*, where that's all."""
    talk.screen.blank()
    talk.screen.question(talk.say("lists.papers.which"))
    typed = wrong = ""
    while True:
        line = Line(
            talk.labels((Command.BACK, Command.STOP)), talk.say("lists.papers.hint"), typed,
            lambda part: [called(items[name]) for name in matching(items, part)[:MOST_SHOWN]], wrong,
        )  # fmt: skip
        reply = talk.write(line)
        if isinstance(reply, Command):
            return reply
        typed = reply
        exact = [name for name, item in items.items() if folded(called(item)) == folded(typed)]
        found = exact or matching(items, typed)
        if len(found) == 1:
            return found[0]
        wrong = talk.say("lists.papers.none", typed=typed.strip())
        if found:
            wrong = ""
            options = [(name, called(items[name])) for name in found]
            chosen = choose(
                talk, talk.say("ask.which-one", typed=typed.strip()), options, talk.say("lists.typing.again")
            )
            if chosen is not None:
                return chosen


def _said(item: Item) -> str:
    """Everything that an item may be called."""
    places = [names(language)[item.country] for language in LANGUAGES] if item.country else []
    return " ".join([item.title.en, item.title.fr, item.form or "", item.id, *places])


def _words(words: str) -> set[str]:
    plain = _IMM.sub("", _FORM_LANGUAGE.sub(r"\1", folded(words)))
    return set(plain.split()) - _IDLE


def _is_near(word: str, words: set[str]) -> bool:
    return any(SequenceMatcher(None, word, each).ratio() >= _NEAR for each in words)
