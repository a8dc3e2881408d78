"""Dates as people write them, in English and French: read, or refused with the readings that they could have."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal

from ircc_prep.ask.countries import folded
from ircc_prep.ask.date_words import (
    FIRST_OF_THE_MONTH,
    MONTH_NAMES,
    NEARBY,
    PARTS,
    PRESENT_WORDS,
    SEASONS,
    TODAY_WORDS,
    WITHOUT_MEANING,
    from_today,
)
from ircc_prep.core.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate

PRESENT: Literal["present"] = "present"
Fault = Literal["not-a-date", "two-readings", "no-such-day", "no-such-month", "short-year", "year-out-of-range"]
Doubt = Literal["two-readings", "part-of-year", "misspelt-month"]
_YEAR_FIRST = re.compile(r"(\d{4})[-/.,\s]+(\d{1,2})(?:[-/.,\s]+(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.,\s]+(?:(\d{1,2})[-/.,\s]+)?(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/.\s]+\d{1,2}[-/.\s]+\d{2}|['’]?\d{2}")
_TOGETHER = re.compile(r"\d{8}")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e)?")
_YEAR = re.compile(r"\d{4}")
_UNSPACED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z]{3})")  # 14mar2019
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−／⁄"), "-")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the words are no date that can be kept; with the readings where there are any, and the day's month.

    Where there is a `doubt`, the person can choose among the readings. `year` is one that no date here can have.
    """

    fault: Fault
    readings: tuple[PartialDate, ...] = ()
    doubt: Doubt | None = None
    year: int = 0


Reading = PartialDate | Literal["present"] | Refused


def read_date(typed: str, today: date, *, present: bool = False, within: PartialDate | None = None) -> Reading:
    """The date that the words mean.

    `present` allows what is still going on; `within` lets *March* complete a known year.
    """
    plain = _plain(typed)
    words = _UNSPACED.sub(" ", folded(plain))
    if words in PRESENT_WORDS or words in TODAY_WORDS:
        if present:
            return PRESENT
        return PartialDate.on(today) if words in TODAY_WORDS else Refused("not-a-date")
    if (found := from_today(words, today)) is not None:
        return found
    if (reading := _in_figures(_without_about(plain))) is not None:
        return reading
    if within is not None and (completed := _completed(words, within)) is not None:
        return completed
    if _SHORT_YEAR.fullmatch(plain):
        return Refused("short-year")
    return _in_words(words)


def _plain(typed: str) -> str:
    """The words with the digits of every script as 0 to 9, and without signs that can't be seen."""
    letters = []
    for letter in typed[:_LONGEST].translate(_DASHES):
        figure = unicodedata.decimal(letter, None)
        if figure is not None:
            letters.append(str(figure))
        elif unicodedata.east_asian_width(letter) == "F":
            letters.append(unicodedata.normalize("NFKC", letter))
        elif unicodedata.category(letter) != "Cf":
            letters.append("#" if unicodedata.digit(letter, None) is not None else letter)  # ² is no figure of a year
    return "".join(letters).strip("~≈?.,;() \t\n")


def _without_about(plain: str) -> str:
    """The words without *about*, *since* or *le* in front."""
    words = plain.split()
    while len(words) > 1 and (idle := folded(words[0]).split()) and WITHOUT_MEANING.issuperset(idle):
        del words[0]
    return " ".join(words)


def _in_figures(plain: str) -> Reading | None:
    """A date without a word in it; None for anything else."""
    if _YEAR.fullmatch(plain):
        return _made(int(plain), None, None)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _made(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _YEAR_LAST.fullmatch(plain):
        return _year_last(int(match[1]), int(match[2]) if match[2] else None, int(match[3]))
    if _TOGETHER.fullmatch(plain):
        return _together(plain)
    return None


def _together(plain: str) -> Reading:
    """20190314 and 14032019: whichever readings there are."""
    year_first = _made(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    day_first = _made(int(plain[4:]), int(plain[2:4]), int(plain[:2]))
    month_first = _made(int(plain[4:]), int(plain[:2]), int(plain[2:4]))
    return _one_of((year_first, day_first, month_first))


def _completed(words: str, within: PartialDate) -> Reading | None:
    """A month, or a day and month, of the year that is known; a day of the month that is known."""
    year, month_known = within.first.year, within.first.month if len(str(within)) > len("2019") else None
    parts = [part for part in words.split() if part not in WITHOUT_MEANING]
    names = [MONTH_NAMES[part] for part in parts if part in MONTH_NAMES]
    numbers = [int(match[1]) for part in parts if part not in MONTH_NAMES and (match := _DAY.fullmatch(part))]
    if len(names) + len(numbers) != len(parts) or len(names) > 1:
        return None
    if names and len(numbers) <= 1:
        return _made(year, names[0], numbers[0] if numbers else None)
    if len(numbers) == 1:
        return _made(year, month_known, numbers[0]) if month_known else _made(year, numbers[0], None)
    return None


def _in_words(words: str) -> Reading:
    parts = words.split()
    months = list(dict.fromkeys(MONTH_NAMES[part] for part in parts if part in MONTH_NAMES))
    years = [int(part) for part in parts if _YEAR.fullmatch(part)]
    rest = [part for part in parts if part not in MONTH_NAMES and not _YEAR.fullmatch(part)]
    days = [day for part in rest if (day := _day(part)) is not None]
    left = [part for part in rest if _day(part) is None and part not in WITHOUT_MEANING]
    if len(years) > 1 or len(months) > 1 or len(days) > 1:
        return Refused("not-a-date")
    if not months:
        return _without_month(years, days, left)
    if not set(left) <= PARTS or (left and days):
        return Refused("short-year" if not years and set(left) <= NEARBY else "not-a-date")
    return _made(years[0], months[0], days[0] if days else None) if years else Refused("short-year")


def _day(part: str) -> int | None:
    match = _DAY.fullmatch(part)
    return 1 if part in FIRST_OF_THE_MONTH else int(match[1]) if match else None


def _without_month(years: list[int], days: list[int], left: list[str]) -> Reading:
    """A year with words beside it: *about 2019* is a year, *spring 2019* may be known better, *Febuary* is a slip."""
    if not years:
        return Refused("not-a-date")
    year = _made(years[0], None, None)
    if isinstance(year, Refused):
        return year
    if not left:
        return Refused("not-a-date") if days else year
    if not days and set(left) <= PARTS | SEASONS:
        return _doubtful("part-of-year", year)
    if len(left) == 1 and (near := get_close_matches(left[0], list(MONTH_NAMES), n=1, cutoff=0.75)):
        return _doubtful("misspelt-month", _made(years[0], MONTH_NAMES[near[0]], days[0] if days else None))
    return Refused("not-a-date")


def _doubtful(doubt: Doubt, reading: Reading) -> Reading:
    return Refused("not-a-date", (reading,), doubt) if isinstance(reading, PartialDate) else reading


def _year_last(first: int, second: int | None, year: int) -> Reading:
    """3/2019 is a month. 14/03/2019 has one reading; 03/04/2019 has two, and only the person knows which is meant."""
    if second is None:
        return _made(year, first, None)
    return _one_of((_made(year, second, first), _made(year, first, second)))


def _one_of(readings: tuple[Reading, ...]) -> Reading:
    """The only reading that is a day; where there are several, all of them; where there is none, what is wrong."""
    dates = tuple(dict.fromkeys(found for found in readings if isinstance(found, PartialDate)))
    if len(dates) > 1:
        return Refused("two-readings", dates, "two-readings")
    return dates[0] if dates else readings[0]


def _made(year: int, month: int | None, day: int | None) -> Reading:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return Refused("year-out-of-range", year=year)
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
