"""A person's timeline in words and days, ready to be drawn, printed as text or read aloud."""

from dataclasses import dataclass
from datetime import date

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """One entry: where it lies, what may be written on it, and what is said of it in words."""

    key: str  # the letter that leads from the figure to the words; empty where there are too many to say
    labels: tuple[str, ...]  # the fullest first
    told: str
    first: date
    last: date
    shortest: Days | None  # sure to the day
    sure: Days | None  # sure to the month
    ongoing: bool


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """What stands out there: a gap between the entries, or a clash with one."""

    number: int  # of the point among those that stand out
    grave: bool  # more than a note
    told: str
    first: date
    last: date
    clash: bool


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One kind of thing, in order of time."""

    name: str
    title: str
    label: str  # the title as it leads on to the words
    bars: tuple[TimelineBar, ...]
    marks: tuple[TimelineMark, ...]
    earlier: str | None = None  # how many entries are drawn and not said

    @property
    def told(self) -> tuple[str, ...]:
        """The lane in words: how many were left out, the entries in order of time, and what stands out."""
        left_out = (self.earlier,) if self.earlier else ()
        return (*left_out, *(bar.told for bar in self.bars if bar.key), *(mark.told for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Timeline:
    """One person's lanes on one calendar."""

    person: str
    applicant: bool  # the principal one
    title: str
    alternative: str  # what the figure is, for those who don't see it; the words under it say what it holds
    first: date
    last: date
    today: tuple[date, str]  # with its word
    interview: tuple[date, str] | None
    lanes: tuple[TimelineLane, ...]
