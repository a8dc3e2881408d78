"""Work and studies among a person's activities, as an officer lays them beside the rest of the file."""

from collections.abc import Iterable

from ircc_prep.core.case import Activity
from ircc_prep.core.derive.experience import FULL_TIME_WEEK, PAID
from ircc_prep.core.review.timeline import Span

LONG_WEEK = 80  # hours: two full-time jobs of 40 can be worked, if hardly; more is asked about
SUMMER_MONTHS = 4  # May to August, the longest holiday of a school year: students work, and go home to work, in it

# Unit groups of the National Occupational Classification 2021 whose work moves between countries.
_CREWS = frozenset(
    (
        "64311",  # pursers and flight attendants
        "72600",  # air pilots, flight engineers and flying instructors
        "72602",  # deck officers, water transport
        "72603",  # engineer officers, water transport
        "73300",  # transport truck drivers
        "74201",  # water transport deck and engine room crew
        "75210",  # boat and cable ferry operators and related occupations
        "83120",  # fishing masters and officers
        "83121",  # fishermen and fisherwomen
    )
)


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


def in_a_crew(span: Span) -> bool:
    """Whether the occupation's code is that of a ship's or an aircraft's crew, or of a driver over long distances."""
    return activity(span).noc in _CREWS


def place(span: Span) -> str | None:
    """The country in which an entry of any list took place, as far as that is known."""
    country: str | None = getattr(span.entry, "country", None)
    return country


def once(spans: Iterable[Span]) -> list[Span]:
    """The entries without exact copies of one another: whoever pastes an entry twice did the work once."""
    return list({(activity(span), span.ongoing): span for span in reversed(list(spans))}.values())[::-1]


def remote_unsaid(spans: Iterable[Span]) -> tuple[str, ...]:
    """The paths of the answers, among these entries, that would say whether an activity was done at a distance."""
    unsaid = (span for span in spans if isinstance(span.entry, Activity) and span.entry.remote is None)
    return tuple(f"{span.path}.remote" for span in unsaid)
