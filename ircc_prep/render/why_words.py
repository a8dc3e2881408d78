"""The parts of an explanation in words: outcomes, deciding answers, changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.core.nouns import NOUN_MODELS
from ircc_prep.core.redaction.key import MASKED, MASKED_WORD
from ircc_prep.core.result import FactValue, Read
from ircc_prep.core.text import Text
from ircc_prep.core.why.answers import INTERVIEW
from ircc_prep.core.why.parts import OPEN, Change, Deciding, Flip
from ircc_prep.core.why.reached import NOT_SHOWN
from ircc_prep.core.why.subjects import NOT_RAISED
from ircc_prep.render.facts import Facts, entry_of

_GROUPS = ("status", "likelihood", "severity", "figure")
_SAID_SO = {NOT_RAISED: "why.not-raised", NOT_SHOWN: "why.not-shown"}
_KINDS = {model: kind for kind, model in NOUN_MODELS.items()}


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is said of one case in one language."""

    facts: Facts
    streams: Mapping[str, Text]  # the titles of the program’s
    person: str | None = None  # whose result it is: their name needn't be said with every answer
    unit: str | None = None  # of the figure that is explained

    def outcome(self, outcome: str) -> str:
        """A status, likelihood, severity or figure; what is needed with the state of what is in hand."""
        words = self.facts.words
        if outcome == MASKED:
            return words.of(MASKED_WORD)
        if outcome in _SAID_SO:
            return words.say(_SAID_SO[outcome])
        status, _, holding = outcome.partition("/")
        if holding:
            return f"{self.outcome(status)} ({_small(words.say(f'holding.{holding}'))})"
        key = next((f"{group}.{outcome}" for group in _GROUPS if words.has(f"{group}.{outcome}")), None)
        return words.say(key).rstrip(".") if key else words.amount(float(outcome), self.unit)

    def flips(self, flips: Iterable[Flip]) -> Iterator[str]:
        """Changes with the outcome that they would give; the choices of one answer that give the same in one."""
        alike: dict[object, list[Flip]] = {}
        for flip in flips:
            change = flip.changes[0]
            choice = len(flip.changes) == 1 and change.how == "exactly" and isinstance(change.value, str)
            alike.setdefault((change.fact, flip.outcome) if choice else flip, []).append(flip)
        for first, *others in alike.values():
            said = [self.facts.words.say("why.also").join(map(self.change, first.changes))]
            said += [self.value(flip.changes[0]) for flip in others]
            together = "; ".join(said[:-1]) + self.facts.words.say("condition.or-of-words") if others else ""
            yield self._then(_capital(together + said[-1]), first.changes[-1], first.outcome)

    def would_settle(self, change: Change, outcome: str) -> str:
        """An answer to a question that stands above, with the outcome that it would give."""
        return self._then(_capital(self.value(change)), change, outcome)

    def _then(self, said: str, change: Change, outcome: str) -> str:
        words = self.facts.words
        depends = "why.depends-on-entry" if change.how == "added" and change.value is None else "why.depends"
        told = words.say(depends) if outcome == OPEN else _small(self.outcome(outcome))
        return words.say("why.would-be", changes=said, outcome=told)

    def deciding(self, answers: Iterable[Deciding], *, fields: bool = True) -> Iterator[str]:
        """The deciding answers; an entry of a list once, with those of its fields that count, or as a whole."""
        by_entry: dict[str, list[Deciding]] = {}
        for each in answers:
            by_entry.setdefault(entry_of(each.fact) or each.fact, []).append(each)
        for path, found in by_entry.items():
            yield self._alone(found[0]) if path == found[0].fact else self._entry(path, found if fields else ())

    def _alone(self, answer: Deciding) -> str:
        facts = self.facts
        if answer.fact == INTERVIEW:
            return facts.words.say("why.interview" if answer.value else "why.no-interview")
        if answer.fact == "stream":
            value = self._value(answer.fact, answer.value)
            return facts.words.say("fact.value", label=_capital(self._path(answer.fact)), value=value)
        held = facts.at(answer.fact)
        if answer.whole and not (held and isinstance(held[0], str)):
            name = _capital(self._path(answer.fact))
            return facts.words.say("why.whole" if answer.value else "why.empty", list=name)
        return _capital(
            " ".join(facts.told([_read(answer)], within=self.person)) or facts.pair(_read(answer), self.person)
        )

    def _entry(self, entry: str, answers: Sequence[Deciding]) -> str:
        facts, words = self.facts, self.facts.words
        label = self._path(entry.rsplit("[", 1)[0])
        told = words.say("fact.value", label=_capital(label), value=facts.entry(entry) or "…")
        kind = _KINDS.get(type(facts.at(entry)), "")
        if not answers:
            return told
        keys = [f"field.{kind}.{each.fact.rpartition('.')[2]}" for each in answers]
        return words.say("why.counts", entry=told, fields=words.join([words.say(key) for key in keys]))

    def _path(self, path: str) -> str:
        return self.facts.path(path, self.person)

    def change(self, change: Change) -> str:
        """An answer as it might have been."""
        if change.fact == INTERVIEW:
            return _small(self.facts.words.say("why.interview" if change.value else "why.no-interview"))
        words, label = self.facts.words, self._path(change.fact)
        if change.how == "added" and change.value is None:
            return words.say("why.one-more", list=label)
        if change.how == "added":
            return words.say("why.one-more-of", list=label, value=words.country(str(change.value)))
        value = self.value(change)
        asked = change.fact in words.questions
        return f"{label} {_capital(value)}" if asked else words.say("fact.value", label=label, value=value)

    def _value(self, fact: str, value: FactValue) -> str:
        title = self.streams.get(str(value)) if fact == "stream" else None
        return self.facts.words.of(title) if title else self.facts.value(fact, value)

    def value(self, change: Change) -> str:
        """The same without the name of the fact."""
        words = self.facts.words
        if change.how == "added":
            return self.change(change)
        if change.how == "another":
            return words.say("why.another-country")
        value = self._value(change.fact, change.value)
        number = isinstance(change.value, int | float)
        if change.how == "or-earlier":
            return words.say("why.or-less" if number else "why.or-earlier", value=value)
        if change.how == "or-later":
            return words.say("why.or-more" if number else "why.or-later", value=value)
        return value


def _read(answer: Deciding) -> Read:
    return Read(answer.fact, answer.value)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]
