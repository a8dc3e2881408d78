"""A finding's sentences in one language: its {names} filled with dates, countries and people as it says them."""

from collections.abc import Callable, Mapping
from typing import Any

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.said import Choice, Counted, CountryName, EntryAt, Money, Period, Said, Someone, Value, When
from ircc_prep.core.text import Text
from ircc_prep.render.facts import Facts


def filled(text: Text, values: Mapping[str, Value], facts: Facts) -> str:
    """The text in the language of `facts`, with every {name} that has a value filled."""
    names = {name: _said(value, facts) for name, value in values.items()}
    return facts.opened(facts.words.of(text.format(**names)))


def _said(value: Value, facts: Facts) -> str:
    if isinstance(value, tuple):
        said = [_one(each, facts) for each in value]
        # What holds commas itself is set apart by semicolons.
        return "; ".join(said) if any(", " in each for each in said) else facts.words.join(said)
    return _one(value, facts)


def _one(value: Said, facts: Facts) -> str:
    say = _SAID.get(type(value))
    return say(value, facts) if say else str(value)


_SAID: dict[type, Callable[[Any, Facts], str]] = {
    Period: lambda value, facts: facts.words.spelled_period(value.start, value.end),
    When: lambda value, facts: facts.words.when(value.date),
    PartialDate: lambda value, facts: facts.words.date(value),
    Someone: lambda value, facts: facts.person(value.id),
    CountryName: lambda value, facts: facts.words.country(value.code),
    EntryAt: lambda value, facts: facts.entry(value.path) or facts.path(value.path),
    Choice: lambda value, facts: facts.words.say(f"choice.{value.group}.{value.word}"),
    Counted: lambda value, facts: facts.words.quantity(f"count.{value.of}", value.number),
    Money: lambda value, facts: facts.words.money(value.amount),
    Text: lambda value, facts: facts.words.of(value),
    int: lambda value, facts: facts.words.number(value),
    float: lambda value, facts: facts.words.number(value),
}
