"""What a part of a pack says, in words: conditions as sentences, texts in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ircc_prep.core.compiled import CompiledDue
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.differences.pack_parts import Part, PartKind
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.words import Words

Expressions = Mapping[str, Compiled | None]


class PackWords:
    """The fields of one pack's parts. `books` and `words` are by program; any program that has a part can say it."""

    def __init__(self, books: Mapping[str, Rulebook], words: Mapping[str, Words]) -> None:
        self._books, self._words = books, words
        self._titles = {id: book.checklist.program.title for id, book in books.items()}

    def field(self, part: Part, field: str) -> str | None:
        """What a part says under one of its keys; None where it says nothing."""
        value = part.says.get(field)
        if value in (None, ()):
            return None
        program = next((id for id, book in self._books.items() if _has(book, part)), next(iter(self._books)))
        book, words = self._books[program], self._words[program]
        compiled = _expressions(book, part).get(field)
        if compiled is not None:
            held = part.says.get("holding.of")
            of = _expressions(book, part).get("holding.of") if held else None
            noun = of.type.of.noun if of and of.type.of else "document"
            return condition_words(compiled, book.vocabulary, words, {**self._titles, **book.streams}, noun)
        return _plain(value, words)

    def title(self, part: Part) -> str:
        """What a part is called."""
        words = next(iter(self._words.values()))
        return " ".join(words.of(part.title).split()) if part.title else part.id


def _has(book: Rulebook, part: Part) -> bool:
    checklist = book.checklist
    return part.file in (checklist.file, *checklist.topics, *checklist.findings)


def _plain(value: Any, words: Words) -> str:
    if isinstance(value, Text):
        return " ".join(words.of(value).split())
    if isinstance(value, bool):
        return words.say("fact.affirmative" if value else "fact.negative")
    if isinstance(value, date | PartialDate):
        return words.date(value)
    if isinstance(value, tuple):
        return ", ".join(_plain(each, words) for each in value)
    return words.number(value) if isinstance(value, int | float) else str(value)


def _expressions(book: Rulebook, part: Part) -> Expressions:
    """The conditions of a part by its keys, as this program's book has compiled them."""
    made = _MAKERS.get(part.kind)
    return made(book, part) if made else {}


def _of_requirement(book: Rulebook, part: Part) -> Expressions:
    for each in book.requirements:
        if each.requirement.id == part.id and each.file == part.file:
            return {"for_each.person": each.person, "for_each.country": each.country, **_of_due(each.due)}
    return {}


def _of_due(due: CompiledDue | None) -> Expressions:
    return {"due.day": due.day, "due.when": due.when} if due else {}


def _of_rule(book: Rulebook, part: Part) -> Expressions:
    rules = (each for one in book.requirements if one.requirement.id == part.id for each in one.rules)
    rule = next((each for each in rules if each.rule.start == part.version), None)
    if rule is None:
        return {}
    holding = rule.holding
    return {
        "needed": rule.needed,
        "recommended": rule.recommended,
        "disputed_when": rule.disputed_when,
        "holding.of": holding.of,
        "holding.in_hand": holding.in_hand,
        **{f"holding.{key}": condition for key, condition in holding.faults.items()},
    }


def _of_figure(book: Rulebook, part: Part) -> Expressions:
    for each in book.figures:
        if each.figure.name == part.id:
            named = zip(each.figure.parts, each.parts, strict=True)
            values = {f"parts.{one.name}.value": compiled for one, compiled in named}
            return {"when": each.when, "value": each.value, "threshold": each.threshold, **values}
    return {}


def _of_officer_question(book: Rulebook, part: Part) -> Expressions:
    found = (each for each in book.officer_questions if each.question.id == part.id)
    return next(({"when": each.when, "for_each.person": each.person} for each in found), {})


def _of_guidance(book: Rulebook, part: Part) -> Expressions:
    found = (each for each in book.guidance if each.guidance.id == part.id)
    return next(({"when": each.when, **_of_due(each.due)} for each in found), {})


def _of_question(book: Rulebook, part: Part) -> Expressions:
    return {"when": next((each.when for each in book.questions if each.question.fact == part.id), None)}


def _of_interview_rule(book: Rulebook, part: Part) -> Expressions:
    return {"when": next((each.when for each in book.interview if each.rule.id == part.id), None)}


def _of_signal(book: Rulebook, part: Part) -> Expressions:
    return {"when": next((each.when for each in book.signals if each.rule.id == part.id), None)}


_MAKERS: Mapping[PartKind, Callable[[Rulebook, Part], Expressions]] = {
    "requirement": _of_requirement,
    "rule": _of_rule,
    "figure": _of_figure,
    "officer-question": _of_officer_question,
    "guidance": _of_guidance,
    "question": _of_question,
    "interview-rule": _of_interview_rule,
    "signal": _of_signal,
}
