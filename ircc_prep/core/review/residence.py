"""Where a person certainly lived: the days on which the stays leave room for one country only."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from ircc_prep.core.dates import add_days
from ircc_prep.core.review.journeys import by_country
from ircc_prep.core.review.timeline import Days, Span, common, covered, merged


def only_homes(stays: Iterable[Span]) -> dict[str, list[Days]]:
    """For each country the days on which the person lived there, and nowhere else, in every reading of the dates."""
    countries = by_country(stays)
    alone = _alone({country: covered(spans) for country, spans in countries.items()})
    return {
        country: list(common(merged(alone.get(country, [])), covered(spans, surely=True)))
        for country, spans in countries.items()
        if country is not None
    }


def inside(days: Days, runs: Sequence[Days]) -> bool:
    """Whether one of the runs, which are in order and don't touch, holds all of the days."""
    index = bisect_right(runs, days[0], key=lambda run: run[0]) - 1
    return index >= 0 and runs[index][1] >= days[1]


def meets(days: Days, runs: Sequence[Days]) -> bool:
    """Whether one of the runs, which are in order and don't touch, shares a day with the days."""
    index = bisect_right(runs, days[1], key=lambda run: run[0]) - 1
    return index >= 0 and runs[index][1] >= days[0]


def _alone(possible: dict[str | None, list[Days]]) -> dict[str | None, list[Days]]:
    """The days on which only one of the countries is possible. A stay without a country is a country of its own."""
    turns: list[tuple[date, int, str | None]] = []
    for country, runs in possible.items():
        for first, last in runs:
            turns += [(first, 1, country), (add_days(last, 1), -1, country)]
    found: dict[str | None, list[Days]] = {}
    here: set[str | None] = set()
    since = date.min
    for day, step, country in sorted(turns, key=lambda turn: turn[:2]):
        if len(here) == 1 and day > since:
            found.setdefault(next(iter(here)), []).append((since, add_days(day, -1)))
        since = day
        here = here | {country} if step > 0 else here - {country}
    return found
