"""What a person did and when, as bars on one calendar, with the days that stand out."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

LaneName = Literal["lived", "did", "studied", "travelled", "status", "documents"]


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry on the calendar: the days that some reading of its dates gives it, and those that every reading does.

    `sure` takes a month as known, as the forms ask for months: what lies outside it is known by year alone.
    """

    path: str
    first: date
    last: date
    shortest: tuple[date, date] | None
    sure: tuple[date, date] | None
    ongoing: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """The days that a finding is about, in one lane. A clash lies over an entry of the lane, a gap over none."""

    finding: int  # its place among the findings of the evaluation
    first: date
    last: date
    clash: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """What a person did of one kind, in order of time."""

    name: LaneName
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PersonTimeline:
    """A person's lanes on one calendar. The window is whole months; an entry may reach beyond it."""

    person: str
    first: date
    last: date
    lanes: tuple[Lane, ...]
