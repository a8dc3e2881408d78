"""Dates as people know them: an interval of days, compared in three values, with calendar arithmetic."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from ircc_prep.core.truth import Truth

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
MONTHS_A_YEAR = 12
ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day number so many calendar months later (or earlier); the month's last day where there is none.

    31 August plus six months is 28 (or 29) February. Later days never give earlier results, so intervals keep their
    order. Nothing leaves the calendar: what would stays at its first or last day.
    """
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """The day so many days later (or earlier), within the calendar."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def add_years(day: date, years: int) -> date:
    """The same day `years` years later; 28 February for a 29 February that the year doesn't have."""
    return add_months(day, MONTHS_A_YEAR * years)


def covers_months(first: date, last: date, months: int) -> bool:
    """Whether the days from `first` to `last`, both counted, cover so many months: 15 January to 14 July covers six."""
    return last >= add_months(first, months) - ONE_DAY


def whole_years_between(start: date, end: date) -> int:
    """Completed years from `start` to `end`: someone's age.

    A 29 February birthday counts on 28 February of other years.
    The law doesn't say which day a 29 February birthday falls on; the earlier one is the stricter reading for a duty
    that begins with an age.
    """
    years = end.year - start.year
    return years if end >= add_years(start, years) else years - 1


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which only the year, or the year and month, may be known: all the days from `first` to `last`."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Reads `2019`, `2019-03` or `2019-03-14`; raises ValueError for anything else, or a day that doesn't exist."""
        match = _PATTERN.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise ValueError(text)
        if month is not None and day is not None:
            exact = date(year, month, day)
            return cls(exact, exact)
        if month is not None:
            if not 1 <= month <= MONTHS_A_YEAR:
                raise ValueError(text)
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def on(cls, day: date) -> "PartialDate":
        """A date known to the day."""
        return cls(day, day)

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def __str__(self) -> str:
        if self.exact:
            return self.first.isoformat()
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first:%Y-%m}"
        return f"{self.first:%Y}" if self.first.year == self.last.year else f"{self.first}..{self.last}"

    def before(self, other: "PartialDate") -> Truth:
        """Whether this day comes strictly before the other one."""
        if self.last < other.first:
            return True
        return False if self.first >= other.last else None

    def plus_months(self, months: int) -> "PartialDate":
        """Every day of the interval moved by calendar months."""
        return PartialDate(add_months(self.first, months), add_months(self.last, months))

    def plus_days(self, days: int) -> "PartialDate":
        """Every day of the interval moved by days."""
        return PartialDate(add_days(self.first, days), add_days(self.last, days))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"
        return {
            "anyOf": [
                {"type": "string", "pattern": pattern},
                {"type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR},
            ]
        }


def _validated(value: object) -> PartialDate:
    """What a case file may hold: the words of a date, or a bare year that YAML read as a number."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.on(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except ValueError:
            pass
    raise PydanticCustomError("partial_date", "not a date")
