"""How exactly people remember: real days become what a case file says, `2019-03-14`, `2019-03` or `2019`."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

Memory = Callable[[date], str]


def to_the_day(day: date) -> str:
    """Every day is known."""
    return day.isoformat()


def to_the_month(day: date) -> str:
    """The month is known, as the forms ask."""
    return f"{day:%Y-%m}"


def fading(random: Random) -> Memory:
    """Recent days are known, older ones by month, the oldest by year."""

    def remembered(day: date) -> str:
        if day.year > 2022:
            return to_the_day(day)
        return to_the_month(day) if day.year > 2012 or random.random() < 0.5 else f"{day:%Y}"

    return remembered


def by_year(day: date) -> str:
    """Only the year is known of what lies before this year: another calendar, or papers that were lost."""
    return f"{day:%Y}" if day.year < 2026 else to_the_month(day)


def a_memory(random: Random) -> Memory:
    """Somebody's memory."""
    return random.choice((to_the_day, to_the_day, to_the_month, to_the_month, fading(random), by_year))


def told(value: Any, memory: Memory) -> Any:
    """A list or entry with its days as that person remembers them; what goes on has no last day."""
    if isinstance(value, list):
        return [told(each, memory) for each in value]
    if isinstance(value, dict):
        return {key: told(each, memory) for key, each in value.items() if each is not None}
    return memory(value) if isinstance(value, date) else value
