"""Dates as people write them, in English and French: read, or refused with the readings that they could have."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ircc_prep.ask.countries import folded
from ircc_prep.ask.phrases import MONTHS
from ircc_prep.core.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate

PRESENT: Literal["present"] = "present"
Fault = Literal["not-a-date", "two-readings", "no-such-day", "no-such-month", "short-year", "year-out-of-range"]
_PRESENT = frozenset({
    "present", "now", "ongoing", "still", "until now", "to date", "current", "currently",
    "maintenant", "a ce jour", "en cours", "jusqu a maintenant", "actuellement", "toujours",
})  # fmt: skip
_TODAY = frozenset(["today", "aujourd hui"])
_IGNORED = frozenset(["the", "of", "le", "la", "en", "de", "in", "on", "du", "au"])
_ABBREVIATED = {
    "jan": 1, "janv": 1, "feb": 2, "fevr": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "jun": 6, "jul": 7, "juil": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH_NAMES = {folded(name): index for names in MONTHS.values() for index, name in enumerate(names, 1)} | _ABBREVIATED
_YEAR_FIRST = re.compile(r"(\d{4})[-/.\s]+(\d{1,2})(?:[-/.\s]+(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.\s]+(?:(\d{1,2})[-/.\s]+)?(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/.\s]+\d{1,2}[-/.\s]+\d{2}|\d{2}")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e)?")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the words are no date that can be kept; with the readings where there are two, and the day's month."""

    fault: Fault
    readings: tuple[PartialDate, ...] = ()


Reading = PartialDate | Literal["present"] | Refused


def read_date(typed: str, today: date, *, present: bool = False, within: PartialDate | None = None) -> Reading:
    """The date that the words mean.

    `present` allows what is still going on; `within` lets *March* complete a known year.
    """
    words = folded(typed)
    if words in _PRESENT or words in _TODAY:
        if present:
            return PRESENT
        return PartialDate.on(today) if words in _TODAY else Refused("not-a-date")
    plain = typed.strip()
    if re.fullmatch(r"\d{4}", plain):
        return _made(int(plain), None, None)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _made(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _YEAR_LAST.fullmatch(plain):
        return _year_last(int(match[1]), int(match[2]) if match[2] else None, int(match[3]))
    if within is not None and (found := _completed(words, within)) is not None:
        return found
    if _SHORT_YEAR.fullmatch(plain):
        return Refused("short-year")
    return _in_words(words)


def _completed(words: str, within: PartialDate) -> Reading | None:
    """A month, or a day and month, of the year that is known; a day of the month that is known."""
    year, month_known = within.first.year, within.first.month if len(str(within)) > len("2019") else None
    parts = [part for part in words.split() if part not in _IGNORED]
    names = [_MONTH_NAMES[part] for part in parts if part in _MONTH_NAMES]
    numbers = [int(match[1]) for part in parts if part not in _MONTH_NAMES and (match := _DAY.fullmatch(part))]
    if len(names) + len(numbers) != len(parts) or len(names) > 1:
        return None
    if names and len(numbers) <= 1:
        return _made(year, names[0], numbers[0] if numbers else None)
    if len(numbers) == 1:
        return _made(year, month_known, numbers[0]) if month_known else _made(year, numbers[0], None)
    return None


def _in_words(words: str) -> Reading:
    parts = [part for part in words.split() if part not in _IGNORED]
    months = [_MONTH_NAMES[part] for part in parts if part in _MONTH_NAMES]
    years = [int(part) for part in parts if re.fullmatch(r"\d{4}", part)]
    rest = [part for part in parts if part not in _MONTH_NAMES and not re.fullmatch(r"\d{4}", part)]
    days = [int(match[1]) for part in rest if (match := _DAY.fullmatch(part))]
    if len(months) != 1 or len(days) != len(rest) or len(days) > 1:
        return Refused("short-year" if len(months) == 1 and len(days) == len(rest) else "not-a-date")
    if len(years) != 1:
        return Refused("short-year" if not years else "not-a-date")
    return _made(years[0], months[0], days[0] if days else None)


def _year_last(first: int, second: int | None, year: int) -> Reading:
    """3/2019 is a month. 14/03/2019 has one reading; 03/04/2019 has two, and only the person knows which is meant."""
    if second is None:
        return _made(year, first, None)
    readings = [_made(year, second, first), _made(year, first, second)]
    dates = tuple(dict.fromkeys(found for found in readings if isinstance(found, PartialDate)))
    if len(dates) > 1:
        return Refused("two-readings", dates)
    return dates[0] if dates else readings[0]


def _made(year: int, month: int | None, day: int | None) -> Reading:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return Refused("year-out-of-range")
    if month is None:
        return PartialDate.parse(f"{year}")
    if not 1 <= month <= 12:  # noqa: PLR2004  # the months of a year
        return Refused("no-such-month")
    whole = PartialDate.parse(f"{year}-{month:02}")
    if day is None:
        return whole
    if not 1 <= day <= monthrange(year, month)[1]:
        return Refused("no-such-day", (whole,))
    return PartialDate.on(date(year, month, day))
