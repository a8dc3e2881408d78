"""Facts of the case file in words: “Maria’s places lived in, 2nd entry (Dubai, March 2018 – present)”."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from ircc_prep.core.called import by_role
from ircc_prep.core.case import Case, Noun, Person
from ircc_prep.core.checklist import Question
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.nouns import NOUN_MODELS, field_name
from ircc_prep.core.redaction.key import MASKED, MASKED_WORD
from ircc_prep.core.redaction.people import opened
from ircc_prep.core.result import Read, Redaction
from ircc_prep.render.entries import entry_words
from ircc_prep.render.words import Words

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_KINDS = {model: kind for kind, model in NOUN_MODELS.items()}
_CHOICE_FIELDS = frozenset({"kind", "role", "marital_status", "purpose", "level", "test"})

# What the title block says once; a line that rests on the day of submission needn't say so again.
_IN_THE_TITLE = frozenset({"people", "program", "stream", "submitted", "planned_submission", "interview.date"})

_LETTER = "interview.requested"


@dataclass(slots=True)
class Told:
    """What the file says in one place: the entries of a list that were read, or a fact by itself (without a list)."""

    path: str | None  # of the list
    name: str  # what the list is called
    lines: dict[str, None] = field(default_factory=dict)  # in order, each once


class Facts:
    """One case's facts, in the words of one language."""

    def __init__(self, case: Case, words: Words, redaction: Redaction | None = None) -> None:
        self.case = case
        self.words = words
        self.redaction = redaction
        roles = redaction.names if redaction else by_role(case)
        self._roles = {id: words.of(role) for id, role in roles.items()}

    def person(self, id: str) -> str:
        """The name that people call the person by: the given names; without a name, or redacted, the role."""
        person = self.case.person(id)
        return self._roles.get(id) or ((person.given_names or person.display_name) if person else id)

    def full_name(self, id: str) -> str:
        """The name as people say it in full."""
        person = self.case.person(id)
        return self._roles.get(id) or (person.display_name if person else id)

    def opened(self, sentences: str) -> str:
        """Sentences that may begin with a role, which then takes a capital."""
        return opened(sentences, self._roles.values()) if self._roles else sentences

    def answered(self, path: str) -> Any:
        """What the file says at a path, an answer or a fact. What was said and isn't shown isn't unanswered."""
        answers = self.case.answers
        hidden = self.redaction is not None and path in self.redaction.masked
        return MASKED if hidden else answers[path] if path in answers else self.at(path)

    def path(self, path: str, within: str | None = None) -> str:
        """A path of the case file in words. Under the heading of a person (`within`) their name isn't said again."""
        words = self.words
        if path in words.questions or not self._is_noun_path(path):
            return self._answer_name(path)
        owner, steps = self._owner(path)
        if not steps:
            return words.say("fact.people")
        return self._told(owner, steps, within)

    def value(self, path: str, value: Any) -> str:
        """What the file says at a path, in words."""
        words = self.words
        if value is None:
            return words.say("fact.unsure" if path in self.case.unsure else "fact.unknown")
        if value == MASKED and self.redaction:
            return words.of(MASKED_WORD)
        if isinstance(value, bool):
            return words.say("fact.affirmative" if value else "fact.negative")
        if isinstance(value, PartialDate):
            return words.date(value)
        if isinstance(value, int | float):
            return self._number(path, value)
        return self._word(path, str(value))

    def pair(self, read: Read, within: str | None = None) -> str:
        """A fact with its value: “Maria’s marital status: married”."""
        label, value = self.path(read.fact, within), self.value(read.fact, read.value)
        if read.fact in self.words.questions:
            return f"{label} {_capital(value)}"
        return self.words.say("fact.value", label=label, value=value)

    def told(self, reads: Iterable[Read], country: str | None = None, within: str | None = None) -> tuple[str, ...]:
        """Reads as lines, each with the name of what it is: “Places lived in: Dubai, March 2018 – present”."""
        lines = []
        for told in self.gathered(reads, country, within):
            named = (self.words.say("fact.value", label=told.name, value=line) for line in told.lines)
            lines += [_capital(line) for line in (named if told.path else told.lines)]
        return tuple(lines)

    def gathered(
        self, reads: Iterable[Read], country: str | None = None, within: str | None = None
    ) -> tuple[Told, ...]:
        """Reads as a reader wants them: entries once, not field by field, under the name of their list.

        With a country, entries that belong to other countries are left out: a line about one country rests on them too,
        but says nothing with them.
        """
        reads = [read for read in reads if read.fact not in _IN_THE_TITLE]
        lists_told = {entry.rsplit("[", 1)[0] for read in reads if (entry := entry_of(read.fact))}
        gathered: dict[str, Told] = {}
        for read in reads:
            entry = entry_of(read.fact)
            if entry:
                self._gather(gathered, [entry], country, within)
            elif read.fact not in lists_told:
                held = self.at(read.fact)
                if isinstance(held, tuple) and held and isinstance(held[0], Noun) and not isinstance(held[0], Person):
                    self._gather(gathered, [f"{read.fact}[{index}]" for index in range(len(held))], country, within)
                else:
                    lines = dict.fromkeys(_capital(line) for line in self._list_or_pair(read, within))
                    gathered[read.fact] = Told(None, "", lines)
        return tuple(told for told in gathered.values() if told.lines)

    def _gather(
        self, gathered: dict[str, Told], entries: Iterable[str], country: str | None, within: str | None
    ) -> None:
        for entry in entries:
            path = entry.rsplit("[", 1)[0]
            told = gathered.setdefault(path, Told(path, self.path(path, within)))
            if self._belongs(entry, country):
                told.lines[self.entry(entry) or self.path(entry, within)] = None

    def entry(self, path: str) -> str:
        """An entry of a list by what the file says of it: “Dubai, United Arab Emirates, March 2018 – present”."""
        held = self.at(path)
        if isinstance(held, str):
            return self.value(path.rsplit("[", 1)[0], held)
        return entry_words(held, self.words) if isinstance(held, Noun) else ""

    def fields(self, path: str) -> dict[str, str]:
        """The words and names that an entry of a list holds, by field: its country, what it is called, its kind."""
        held = self.at(path)
        words = [(name, value) for name, value in held if isinstance(value, str)] if isinstance(held, Noun) else []
        return {name: self.value(f"{path}.{name}", value) for name, value in words}

    def missing(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Open facts by name."""
        return tuple(dict.fromkeys(_capital(self.path(path)) for path in paths))

    def at(self, path: str) -> Any:
        """What the case holds at a path; None when there is nothing."""
        here: Any = self.case
        for name, index in _STEP.findall(path):
            if index:
                here = here[int(index)] if isinstance(here, tuple) and int(index) < len(here) else None
            elif here is self.case.people:
                here = self.case.person(name)
            else:
                here = getattr(here, field_name(name), None) if isinstance(here, BaseModel) else None
            if here is None:
                return None
        return here

    def _is_noun_path(self, path: str) -> bool:
        first = re.split(r"[.\[]", path, maxsplit=1)[0]
        return first in {"people", "interview", "documents"} or self.words.has(f"field.case.{first}")

    def _answer_name(self, path: str) -> str:
        question = self.words.questions.get(path)
        if question:
            return self.words.of(question.ask)
        if path == "today":
            return self.words.say("fact.today")
        return self.words.say("fact.answer", id=path)

    def _owner(self, path: str) -> tuple[str | None, list[str]]:
        """Whose fact it is, and the rest of the path."""
        steps = [name or f"[{index}]" for name, index in _STEP.findall(path)]
        if steps[0] == "people":
            return (steps[1] if len(steps) > 1 else None), steps[2:] if len(steps) > 2 else steps[1:]  # noqa: PLR2004
        return None, steps

    def _told(self, owner: str | None, steps: Sequence[str], within: str | None) -> str:
        words, first = self.words, steps[0]
        if owner == first:  # the path ends at the person
            return self.person(owner)
        named = None if owner == within else owner
        if words.has(f"list.{first}"):
            name = words.say(f"list.{first}")
        else:
            kind = "person" if owner else "interview" if first == "interview" else "case"
            field = steps[-1]
            key = next((key for key in (f"field.{kind}.{field}", f"list.{field}") if words.has(key)), None)
            name = words.say(key) if key else field
            return self._whose(named, name)
        label = self._whose(named, name)
        if len(steps) == 1:
            return label
        return self._in_list(owner, label, steps)

    def _in_list(self, owner: str | None, label: str, steps: Sequence[str]) -> str:
        words = self.words
        index = int(steps[1].strip("[]"))
        base = f"people.{owner}." if owner else ""
        entry = self.at(f"{base}{steps[0]}[{index}]")
        ordinal = words.ordinal(index + 1)
        known = self.entry(f"{base}{steps[0]}[{index}]")
        key = "fact.entry-known" if known else "fact.entry"
        told = words.say(key, list=label, ordinal=ordinal, entry=known)
        if len(steps) < 3:  # noqa: PLR2004  # list and index: no field
            return told
        kind = _KINDS.get(type(entry), "")
        name = f"field.{kind}.{steps[2]}"
        return words.say("fact.field", entry=told, field=words.say(name) if words.has(name) else steps[2])

    def _whose(self, owner: str | None, name: str) -> str:
        return self.words.say("fact.of-person", person=self.person(owner), list=name) if owner else name

    def _list_or_pair(self, read: Read, within: str | None) -> Iterable[str]:
        """A list of people or words in one line; any other fact with its value."""
        held = self.at(read.fact)
        if not isinstance(held, tuple) or not held:
            return (self.pair(read, within),)
        if isinstance(held[0], Person):
            return (self.full_name(person.id) for person in held)
        if isinstance(held[0], str):
            values = self.words.join([self.value(read.fact, word) for word in held])
            return (self.words.say("fact.value", label=self.path(read.fact, within), value=values),)
        return (self.pair(read, within),)

    def _belongs(self, entry: str, country: str | None) -> bool:
        held = self.at(entry)
        of = getattr(held, "country", None)
        return country is None or of is None or of == country

    def _number(self, path: str, value: float) -> str:
        if isinstance(self.at(path), tuple):
            return self.words.quantity("fact.entries", int(value)) if value else self.words.say("fact.none")
        question = self.words.questions.get(path)
        money = question.type == "money" if question else path == "funds.amount"
        return self.words.money(value) if money else self.words.number(value)

    def _word(self, path: str, value: str) -> str:
        words, question = self.words, self.words.questions.get(path)
        if question and question.type:  # a question about one of the case's own facts has no choices of its own
            return self._chosen(question, value)
        if value == "present":
            return words.say("fact.present")
        steps = [name for name, _ in _STEP.findall(path) if name]
        field = steps[-1]
        if path == _LETTER and value in words.titles:
            return words.of(words.titles[value])
        if field in {"country", "country_of_birth", "citizenships"}:
            return words.country(value)
        if field == "language":
            return words.language_name(value)
        if field in _CHOICE_FIELDS:
            for group in (field, *(kind for kind in self._kinds(path))):
                if words.has(f"choice.{group}.{value}"):
                    return words.say(f"choice.{group}.{value}")
        return value

    def _kinds(self, path: str) -> Iterable[str]:
        held = self.at(path.rsplit(".", 1)[0])
        return (_KINDS.get(type(held), "person"),)

    def _chosen(self, question: Question, value: str) -> str:
        options = question.options or {}
        if value in options:
            return self.words.of(options[value])
        if question.type == "country":
            return self.words.country(value)
        if question.type == "date":
            try:
                return self.words.date(PartialDate.parse(value))
            except ValueError:
                return value
        return value


def entry_of(path: str) -> str | None:
    """The entry of a list that a path lies in: `people.maria.stays[1]`."""
    match = re.match(r"(.*\[\d+\])", path)
    return match[1] if match else None


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
