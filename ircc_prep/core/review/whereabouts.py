"""Where two people may have been on the same day, by the places and trips that both of them list.

Silence leaves every possibility open: a day that a list doesn't cover, an entry without a country, and the years for
which no form asks about trips may have been spent with the other person. So what `together` leaves out was certainly
spent apart.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ircc_prep.core.case import Stay, Trip
from ircc_prep.core.dates import add_days, add_years
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.timeline import Days, Span, common, covered, merged, uncovered

Spans = tuple[Span, ...]

TRIPS_YEARS = 10  # how far back the list of trips goes that IMM 5562 asks for


def whereabouts(person: PersonFile) -> Spans | None:
    """Where the person lived and travelled; None while one of the two lists is unanswered."""
    return None if person.lived is None or person.travelled is None else (*person.lived, *person.travelled)


def trips_told_since(file: File) -> date:
    """The day from which a list of trips that was answered can be taken to be whole."""
    return add_years(min(file.submitted.first, file.today), -TRIPS_YEARS)


def living_now(person: PersonFile) -> Spans:
    """The places where the person lives, as far as the list says so."""
    return tuple(span for span in person.lived or () if span.ongoing)


def country_of(span: Span) -> str | None:
    """The country of a stay or a trip; None while it is unanswered."""
    return span.entry.country if isinstance(span.entry, Stay | Trip) else None


def city_of(span: Span) -> str | None:
    """The city of a stay, in letters that can be compared; None where none is given."""
    return (folded(span.entry.city or "") or None) if isinstance(span.entry, Stay) else None


def folded(words: str) -> str:
    """Words without accents, capitals, spaces and signs: `St. John's` and `St Johns` are one place."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def within(spans: Iterable[Span], days: Days) -> Spans:
    """The spans that may touch the days."""
    return tuple(span for span in spans if span.longest[0] <= days[1] and span.longest[1] >= days[0])


def together(one: Spans, other: Spans, days: Days, told_since: date, *, in_one_city: bool = False) -> list[Days]:
    """The days on which some reading of the lists puts both in one country, or in one city of it.

    Before `told_since` the lists say too little to keep anybody apart.
    """
    possible = [
        (days[0], add_days(told_since, -1)),
        *uncovered(covered(one), days),
        *uncovered(covered(other), days),
        *covered(span for span in (*one, *other) if country_of(span) is None),
    ]
    there = _by_country(other)
    for country, here in _by_country(one).items():
        shared = _in_a_city(here, there[country]) if in_one_city else common(covered(here), covered(there[country]))
        possible.extend(shared)
    return list(common(merged(possible), [days]))


def _by_country(spans: Spans) -> dict[str | None, list[Span]]:
    found: dict[str | None, list[Span]] = defaultdict(list)
    for span in spans:
        found[country_of(span)].append(span)
    return found


def _in_a_city(one: list[Span], other: list[Span]) -> Iterator[Days]:
    """Days in one city; an entry without a city may have been in any city of the country."""
    here, there = _by_city(one), _by_city(other)
    yield from common(covered(here[None]), covered(other))
    yield from common(covered(one), covered(there[None]))
    for city in here.keys() & there.keys() - {None}:
        yield from common(covered(here[city]), covered(there[city]))


def _by_city(spans: list[Span]) -> dict[str | None, list[Span]]:
    found: dict[str | None, list[Span]] = defaultdict(list)
    for span in spans:
        found[city_of(span)].append(span)
    return found
