"""The key by which one case is redacted for one audience: what becomes of each thing that the file says."""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ircc_prep.core.dates import MONTHS_A_YEAR, PartialDate, add_years
from ircc_prep.core.redaction.labels import Label
from ircc_prep.core.redaction.paths import label_of, renamed
from ircc_prep.core.result import Audience, FactValue, Read
from ircc_prep.core.said import CountryName, EntryAt, Period, Said, Someone, Value, When
from ircc_prep.core.text import Text

Treatment = Literal["keep", "hide", "role", "month", "year", "numbered", "items"]
# In the place of a value that isn't shown: for scripts, and for readers.
MASKED = "[redacted]"
MASKED_WORD = Text("[not shown]", "[non montré]")
NUMBERED = "country-"  # and the number of a country, in the place of its code
_IDENTITY: tuple[Label, ...] = ("name", "number", "place", "body", "words")

AUDIENCES: Mapping[Audience, Mapping[Label, Treatment]] = {
    "self": {},
    # Somebody who is asked for help, without being told whose file it is: what decides stays.
    "consultant": {
        **dict.fromkeys(_IDENTITY, "hide"),
        "structure": "keep", "person": "role", "asked": "items", "day": "month", "birth": "year",
        "country": "keep", "fact": "keep",
    },
    # A log that anybody may come to read: nothing that a person said.
    "log": {
        **dict.fromkeys(_IDENTITY, "hide"),
        "structure": "keep", "person": "role", "asked": "hide", "day": "hide", "birth": "hide",
        "country": "numbered", "fact": "hide",
    },
}  # fmt: skip
# Rules begin to count at these ages: the month in which somebody reaches one tells the month of birth.
_TELLING_AGES = (0, 18)


@dataclass(frozen=True, slots=True)
class Key:
    """What becomes of ids, countries, days and everything else. The same for everything in one evaluation."""

    audience: Audience
    ids: Mapping[str, str]
    names: Mapping[str, Text]  # by the new ids
    countries: Mapping[str, str]
    births: tuple[PartialDate, ...]
    answers: Mapping[str, Label]  # what each answer tells
    withheld: frozenset[str]  # answers that are left out wholly: sensitive ones, and those that no question explains
    items: Collection[str]  # the ids of the checklist's requirements

    def treatment(self, label: Label) -> Treatment:
        """What becomes of what bears a label."""
        return AUDIENCES[self.audience][label]

    def value(self, label: Label, value: Any) -> Any:
        """A value as the audience may see it; None for one that it may not, and for one that isn't there."""
        treatment = self.treatment(label)
        if value is None or treatment == "hide":
            return None
        if treatment == "items":
            return value if value in self.items else MASKED
        if treatment == "role":
            return self.ids.get(value, "nobody")
        if treatment == "numbered":
            return self.countries.get(value)
        if treatment in ("month", "year") and isinstance(value, PartialDate):
            return years(value) if treatment == "year" else self.day(value)
        return value

    def path(self, path: str) -> str:
        """A fact's path under the new ids."""
        return renamed(path, self.ids)

    def read(self, read: Read) -> Read:
        """A fact that a result rests on. One that isn't shown is said to be so: it isn't unanswered."""
        return Read(self.path(read.fact), self._read(read))

    def _read(self, read: Read) -> FactValue:
        label = label_of(read.fact, self.answers)
        if read.value is None:
            return None
        if self.audience == "log":
            return MASKED
        if not isinstance(label, str) or (isinstance(read.value, int) and label in ("country", "asked")):
            return read.value  # how many entries a list has
        shown: FactValue = self.value(label, read.value)
        return MASKED if shown is None else shown

    def day(self, day: PartialDate) -> PartialDate:
        """A day by its month; a birthday, and the month of a telling age, by the year."""
        return years(day) if any(_tells(day, born) for born in self.births) else months(day)

    def said(self, value: Value, kept: Collection[str]) -> Value:
        """What fills a sentence. Bare words stand in one only where the redacted case, too, holds them (`kept`)."""
        if isinstance(value, tuple):
            return tuple(self._said(each, kept) for each in value)
        return self._said(value, kept)

    def _said(self, value: Said, kept: Collection[str]) -> Said:
        if isinstance(value, str):
            return value if value in kept else MASKED_WORD
        if isinstance(value, PartialDate):
            return self.day(value)
        if isinstance(value, When):
            return When(self.day(value.date))
        if isinstance(value, Period):
            return Period(*(self.day(day) if day else None for day in (value.start, value.end)))
        if isinstance(value, Someone):
            return Someone(self.ids.get(value.id, "nobody"))
        if isinstance(value, EntryAt):
            return EntryAt(self.path(value.path))
        if isinstance(value, CountryName):
            return CountryName(self.countries.get(value.code, value.code))
        return value


def months(day: PartialDate) -> PartialDate:
    """The whole months that a date lies in."""
    last = monthrange(day.last.year, day.last.month)[1]
    return PartialDate(day.first.replace(day=1), day.last.replace(day=last))


def years(day: PartialDate) -> PartialDate:
    """The whole years that a date lies in."""
    return PartialDate(date(day.first.year, 1, 1), date(day.last.year, MONTHS_A_YEAR, 31))


def _tells(day: PartialDate, born: PartialDate) -> bool:
    """Whether a date is a birthday, or the month in which a telling age is reached."""
    age = day.first.year - born.first.year
    birthday = PartialDate(add_years(born.first, age), add_years(born.last, age))
    return day == birthday or (age in _TELLING_AGES and months(day) == months(birthday))
