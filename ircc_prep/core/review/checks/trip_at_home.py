"""A trip to the very country where the person lived then.

Forms ask for journeys outside the country of residence. People also list a weekend in the next town, so up to a month
it is a note: the trip belongs off the list. Nobody tours their own country for longer than that without a break; then
the address or the trip is wrong, and with it perhaps the police certificates: a warning, except for work, since an
assignment in another city does take months. A trip to Canada that begins
while the person is listed as living in Canada says that they were away or didn't live there yet, even where it ends
after the stay. Both limits of a month are ours: the first keeps the domestic holiday out, the second the newcomer who
lists the arrival as a trip and as the first day of a home.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ircc_prep.core.dates import add_days
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.journeys import by_country, for_work
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.residence import inside, only_homes
from ircc_prep.core.review.timeline import Days, Lane, Span, length
from ircc_prep.core.review.work import place
from ircc_prep.core.said import CountryName, EntryAt, entries

CANADA = "CA"
DOMESTIC = 31  # days that a holiday inside one's own country may take
SETTLED = 31  # days after which somebody has arrived


@dataclass(frozen=True)
class _Found:
    """A stay, and the trips to its country while the person lived there."""

    says: str
    stay: Span
    trips: list[Span] = field(default_factory=list)


@check("trip-at-home")
def trip_at_home(file: File) -> Iterator[Raised]:
    """Trips that certainly fall into a time when the person lived in that country and nowhere else; once for a stay."""
    for person in file.people:
        if person.lived and person.travelled:
            for found in _found(person.lived, person.travelled):
                yield _raised(person, found)


def _found(stays: Sequence[Span], trips: Sequence[Span]) -> Iterator[_Found]:
    homes = only_homes(stays)
    lanes = {country: Lane(spans) for country, spans in by_country(stays).items()}
    found: dict[tuple[str, str], _Found] = {}
    for trip in trips:
        country = place(trip)
        if country is None or (days := _days_at_home(trip, country, homes)) is None:
            continue
        stay, *_ = lanes[country].beside(days)
        says = _says(trip, country)
        found.setdefault((stay.path, says), _Found(says, stay)).trips.append(trip)
    yield from found.values()


def _days_at_home(trip: Span, country: str, homes: Mapping[str, Sequence[Days]]) -> Days | None:
    """The days of the trip that must be, and are, days at home; None where they aren't."""
    if trip.start is None:
        return None
    last = trip.start.last if country == CANADA else trip.longest[1]
    runs = homes.get(country, ())
    settled = (add_days(trip.start.first, -SETTLED), last)
    return (trip.start.first, last) if inside(settled, runs) else None


def _says(trip: Span, country: str) -> str:
    if trip.shortest is None or length(trip.shortest) <= DOMESTIC or for_work(trip):
        return "same-country"
    return "into-canada" if country == CANADA else "too-long"


def _raised(person: PersonFile, found: _Found) -> Raised:
    trips = [trip.path for trip in found.trips]
    return Raised(
        found.says,
        person.id,
        facts=(found.stay.path, *trips),
        start=found.trips[0].start,
        end=found.trips[-1].end,
        words={
            "stay": EntryAt(found.stay.path),
            "trips": entries(trips),
            "country": CountryName(place(found.stay) or CANADA),
        },
    )
