"""Between how many and how many questions somebody will be asked, told before the first one."""

from datetime import date
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.edit import Data, with_fact, with_unsure
from ircc_prep.core.nouns import FIELD_ALIASES, NOUN_FIELDS, field_path
from ircc_prep.core.questionnaire import Ask, worth_asking
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.values import COUNTRY, Type

MOST_ROUNDS = 100
# Two entries of a list, by the month, as most people remember them.
_PERIODS = (("2012-09", "2017-06"), ("2017-06", "2025-03"))
_BORN = {"dependent-child": "2016-04-02"}
_GROWN_UP, _SOME_DAY, _TAKEN, _EXPIRES = "1991-04-02", "2026-05-04", "2026-02", "2029-05"
_NUMBERS = {"listening": 7, "reading": 7, "writing": 7, "speaking": 7}
# What is asked of an entry only afterwards, where it turns out to matter.
_ASKED_LATER = frozenset({
    ("activity", "hours_per_week"), ("activity", "noc"), ("activity", "teer"), ("activity", "remote"),
    ("language_test", "expires"), ("stay", "address"),
})  # fmt: skip


def span(book: Rulebook, case: Case, today: date) -> tuple[int, int]:
    """The fewest and the most questions that two made-up families in the place of this one are asked.

    One says no to everything and has nothing to list; the other says yes to everything, takes the last of each line of
    choices and has two entries on every list. A list counts as one question, and what makes its entries more exact
    where it is asked. No bound is proved: another family may lie outside, so it is said as *usually*.
    """
    counts = [len(facts) for facts in asked_of(book, case, today)]
    return min(counts), max(counts)


def asked_of(book: Rulebook, case: Case, today: date) -> list[list[str]]:
    """The facts that each of the two families is asked for, once for each time that they are."""
    return [_Family(yes=yes).asked(book, case, today) for yes in (False, True)]


class _Family:
    """A family that always answers in the same way."""

    def __init__(self, *, yes: bool) -> None:
        self.yes = yes

    def asked(self, book: Rulebook, case: Case, today: date) -> list[str]:
        """The facts that are asked, all of one topic and person at a time: that is fast, and few more than singly."""
        data: Data = case.model_dump(mode="json", by_alias=True, exclude_none=True)
        facts: list[str] = []
        for _ in range(MOST_ROUNDS):
            asks = worth_asking(book, Case.model_validate(data), today)
            together = [ask for ask in asks if ask.group == asks[0].group]
            facts += [ask.question.question.fact for ask in together]
            if not together:
                break
            for ask in together:
                person = case.person(ask.person) if ask.person else None
                data = _with(data, ask, self._answer(ask, person.role if person else ""))
        return facts

    def _answer(self, ask: Ask, role: str) -> Any:
        field = ask.path.rpartition(".")[2]
        if field == "date_of_birth":
            return _BORN.get(role, _GROWN_UP)
        if ask.type.kind != "list" or ask.type.of is None:
            return self._value(field, ask.type)
        if ask.type.of == COUNTRY:
            return ["PH"]
        if not self.yes or ask.type.of.kind != "noun":
            return []
        return [self._entry(ask.type.of.noun, *period) for period in _PERIODS]

    def _entry(self, noun: str, start: str, end: str) -> Data:
        dates = {"from": start, "to": end, "issued": start, "date": start, "taken": _TAKEN, "expires": _EXPIRES}
        return {
            field: dates.get(field) or self._value(field, type)
            for name, type in NOUN_FIELDS[noun].items()
            if (noun, field := field_path(name)) not in _ASKED_LATER and (noun, name) not in FIELD_ALIASES
        }

    def _value(self, field: str, type: Type) -> Any:
        if type.options:
            return type.options[-1 if self.yes else 0]
        if type == COUNTRY:
            return "PH"
        number = _NUMBERS.get(field, 1 if self.yes else 100_000)
        return {"bool": self.yes, "date": _SOME_DAY, "number": number, "word": "x"}.get(type.kind)


def _with(data: Data, ask: Ask, value: Any) -> Data:
    """The data with the answer; *I don't know* where a date is wanted again, or where the file couldn't hold it."""
    if ask.given is not None:
        return with_unsure(data, ask.path, known_in_part=True)
    changed = with_unsure(data, ask.path) if value is None else with_fact(data, ask.path, value)
    try:
        Case.model_validate(changed)
    except ValidationError:
        return with_unsure(data, ask.path)
    return changed
