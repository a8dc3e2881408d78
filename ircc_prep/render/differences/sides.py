"""The two versions of a case, each with its own names for people and entries, in the words of one language."""

from collections.abc import Sequence
from typing import Any

from ircc_prep.core.case import Document, Noun, Person
from ircc_prep.core.differences.case_differences import Change
from ircc_prep.core.differences.compared import Compared
from ircc_prep.core.nouns import NOUN_MODELS, field_path
from ircc_prep.core.redaction.key import MASKED
from ircc_prep.render.context import Context
from ircc_prep.render.differences.arranging import arranged
from ircc_prep.render.entries import entry_words, paper_words
from ircc_prep.render.facts import Facts
from ircc_prep.render.words import Words

_KINDS = {model: kind for kind, model in NOUN_MODELS.items()}


class Sides:
    """Facts and results of the old and the new version, and the numbers of the changes between them."""

    def __init__(self, compared: Compared, words: Words) -> None:
        self.compared, self.words = compared, words
        outcomes, redactions = compared.outcomes, compared.redaction or (None, None)
        self.was = Facts(compared.old.case, words, redactions[0])
        self.now = Facts(compared.new.case, words, redactions[1])
        self.old, self.new = (Context(each, words, citing=False) for each in (outcomes.old, outcomes.new))
        self.arranged = arranged(compared.answers.changes)
        self.numbers = self.arranged.numbers

    def say(self, key: str, **names: str) -> str:
        """A phrase of these reports."""
        return self.words.say(f"diff.{key}", **names)

    def arrow(self, old: str, new: str) -> str:
        """What something was, and what it is."""
        return self.say("arrow", old=old, new=new)

    def pair(self, label: str, value: str) -> str:
        """A name and what is said of it."""
        return self.words.typeset(capital(self.say("value.fact", label=label, value=value)))

    def follows_from(self, changes: Sequence[Change]) -> tuple[str, ...]:
        """Which of the changes told above a result rests on."""
        numbers = sorted({self.numbers[change] for change in changes})
        key = "one" if len(numbers) == 1 else "other"
        said = self.words.join([str(number) for number in numbers])
        return (self.say(f"follows-from.{key}", numbers=said),) if numbers else ()

    def facts(self, change: Change) -> Facts:
        """The version that knows what a change is about."""
        return self.now if change.new_path else self.was

    def noun(self, change: Change) -> str:
        """The kind of noun that a changed field belongs to: `stay`."""
        return _KINDS.get(type(self.facts(change).at(change.path.rsplit(".", 1)[0])), "")

    def value(self, change: Change, *, old: bool) -> str:
        """One side of a changed fact."""
        path, value, unsure = (
            (change.old_path, change.old, change.was_unsure) if old else (change.new_path, change.new, change.is_unsure)
        )
        if value is None:
            absent = "fact.present" if change.path.endswith("].to") else "fact.unknown"
            return self.say("value.unsure") if unsure else self.words.say(absent)
        said = self._said(self.was if old else self.now, path or "", value)
        return self.say("value.no-more", value=said) if unsure else said

    def entry(self, entry: Noun, facts: Facts) -> str:
        """An entry by what it says; a paper with whose it is."""
        if not isinstance(entry, Document):
            return entry_words(entry, self.words) or self.say("entry.without-words")
        title = self.words.titles.get(entry.item)
        name = self.words.of(title) if title else entry.item
        named = f"{name} ({self.words.country(entry.country)})" if entry.country else name
        whose = facts.person(entry.person) if entry.person else None
        return ", ".join(part for part in (named, whose, paper_words(entry, "document", self.words)) if part)

    def whole(self, person: Person, place: str) -> tuple[str, ...]:
        """Everything that the new file says of a person: their own facts, and how long each list is."""
        told = []
        for field in type(person).model_fields:
            value, path = getattr(person, field), f"{place}.{field_path(field)}"
            if value is not None and field not in ("id", "role"):
                told.append(self.pair(self.now.path(path, person.id), self._said(self.now, path, value)))
        return tuple(told)

    def _said(self, facts: Facts, path: str, value: Any) -> str:
        """What the file says at a path; programs, people and requirements by their names."""
        book = (self.compared.old if facts is self.was else self.compared.new).book
        if isinstance(value, tuple):
            return self._listed(facts, path, value)
        if path == "program":
            return self.words.of(book.checklist.program.title)
        if path == "stream" and value in book.streams:
            return self.words.of(book.streams[value])
        if path.startswith("documents") and path.endswith(".person") and value != MASKED:
            return facts.person(value)
        return facts.value(path, value)

    def _listed(self, facts: Facts, path: str, values: tuple[Any, ...]) -> str:
        if not values:
            return self.words.say("fact.none")
        if isinstance(values[0], Noun):
            return self.words.quantity("fact.entries", len(values))
        return self.words.join([facts.value(path, each) for each in values])


def capital(sentence: str) -> str:
    """A sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
