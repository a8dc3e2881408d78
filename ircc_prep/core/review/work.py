"""Work and studies among a person's activities, as an officer lays them beside the rest of the file."""

from collections.abc import Iterable

from ircc_prep.core.case import Activity
from ircc_prep.core.derive.experience import FULL_TIME_WEEK, PAID
from ircc_prep.core.review.timeline import Span

LONG_WEEK = 80  # hours: two full-time jobs of 40 can be worked, if hardly; more is asked about
SUMMER_MONTHS = 4  # May to August, the longest holiday of a school year: students work, and go home to work, in it


def activity(span: Span) -> Activity:
    """What the file says of an entry of the activities."""
    if not isinstance(span.entry, Activity):
        raise TypeError(span.path)
    return span.entry


def weekly_hours(span: Span) -> float:
    """The hours of paid work in a week; 0 while they aren't known, and for what isn't paid work."""
    entry = activity(span)
    return float(entry.hours_per_week or 0) if entry.kind in PAID else 0.0


def full_time(span: Span) -> bool:
    """Whether it certainly is full-time paid work: 30 hours a week or more (IRPR 73(1))."""
    return weekly_hours(span) >= FULL_TIME_WEEK


def place(span: Span) -> str | None:
    """The country in which an entry of any list took place, as far as that is known."""
    country: str | None = getattr(span.entry, "country", None)
    return country


def remote_unsaid(spans: Iterable[Span]) -> tuple[str, ...]:
    """The paths of the answers, among these entries, that would say whether an activity was done at a distance."""
    unsaid = (span for span in spans if isinstance(span.entry, Activity) and span.entry.remote is None)
    return tuple(f"{span.path}.remote" for span in unsaid)
