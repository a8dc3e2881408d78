"""What the sentences of a finding are filled with: values that each language says in its own way.

A checklist's text holds `{names}`; a check gives each name a value of one of these kinds, and only the layer that
knows languages turns it into words. Names of people are ids here, so that no text of the core holds personal data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Text


@dataclass(frozen=True, slots=True)
class Period:
    """Days from one to another: “from March 2019 to May 2019”, “in April 2019”. Without an end it still goes on."""

    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class When:
    """A day inside a sentence: “on July 3, 1992”, “in July 1992”. A bare PartialDate is the date alone."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the case, by id: their given names."""

    id: str


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class EntryAt:
    """An entry of the case file in a few words, by its path: “Dubai, United Arab Emirates, March 2018 – present”."""

    path: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a closed list of the case file: `Choice("status", "visitor")`."""

    group: str
    word: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of things with their name: “3 months”."""

    number: int
    of: Literal["day", "month", "year", "hour", "person"]


@dataclass(frozen=True, slots=True)
class Money:
    """Canadian dollars."""

    amount: float


Said = (
    str | int | float | PartialDate | Text | Period | When | Someone | CountryName | EntryAt | Choice | Counted | Money
)
# Several values are said as a list: “a, b and c”.
Value = Said | tuple[Said, ...]

_MOST_NAMED = 3  # a sentence with more of them is not read to its end; the finding's facts list them all


def entries(paths: Sequence[str]) -> tuple[Said, ...]:
    """Entries of the case file for a sentence: the first few in words, the rest by their number."""
    more = len(paths) - _MOST_NAMED
    rest = (Text(f"and {more} more", f"et {more} de plus"),) if more > 0 else ()
    return (*map(EntryAt, paths[:_MOST_NAMED]), *rest)
