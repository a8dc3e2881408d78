"""Whether a couple lives together, beside the places that both list.

- Living together with homes in different countries now is a contradiction; in different cities of one country it may
  be two names of one place, so it is a note, as is living apart at one address.
- A common-law partner has lived with the other for at least a year (IRPR 1(1)). A year is 365 days, summed over
  countries and interruptions, with trips counted in, from the first meeting to the later of today and the planned
  submission, and with every day that a list leaves open or no form asks about: the most that any reading allows.
  Fewer than that in one country is raised as certain; enough in one country but not in one city is a note, since one
  place may bear two names. Without the first meeting nothing is: they may have lived together before the lists begin.
"""

from collections.abc import Iterator

from ircc_prep.core.case import Stay
from ircc_prep.core.review.family import (
    FIRST_MET,
    LIVES_TOGETHER,
    Couple,
    couple,
    day_of,
    joined_by,
    names_of,
)
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, length
from ircc_prep.core.review.whereabouts import (
    city_of,
    country_of,
    folded,
    living_now,
    together,
    trips_told_since,
    whereabouts,
)
from ircc_prep.core.said import entries

A_YEAR = 365  # days


@check("cohabitation-clash")
def cohabitation_clash(file: File) -> Iterator[Raised]:
    """The answer beside the present homes, and a common-law union beside the whole lists."""
    pair = couple(file)
    if pair is None:
        return
    answer = file.answers.get(LIVES_TOGETHER)
    if answer is True:
        yield from _apart(pair)
    elif answer is False:
        yield from _at_one_address(pair)
    if joined_by("common-law", pair):
        yield from _less_than_a_year(file, pair)


def _apart(pair: Couple) -> Iterator[Raised]:
    one, other = (living_now(person) for person in pair)
    if not one or not other:
        return
    here, there = ({country_of(span) for span in homes} for homes in (one, other))
    if None in here | there:
        return
    if here.isdisjoint(there):
        yield _between("apart-abroad", pair, one, other)
    elif _in_other_cities(one, other):
        yield _between("apart-cities", pair, one, other)


def _in_other_cities(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    here, there = ({(country_of(span), city_of(span)) for span in homes} for homes in (one, other))
    return all(city for _, city in here | there) and here.isdisjoint(there)


def _between(says: str, pair: Couple, one: tuple[Span, ...], other: tuple[Span, ...]) -> Raised:
    homes = {
        "home": entries([span.path for span in one]),
        "other_home": entries([span.path for span in other]),
    }
    facts = (LIVES_TOGETHER, *(span.path for span in (*one, *other)))
    return Raised(says, facts=facts, words={**names_of(pair), **homes})


def _at_one_address(pair: Couple) -> Iterator[Raised]:
    one, other = (_by_address(person) for person in pair)
    for address in one.keys() & other.keys():
        facts = (LIVES_TOGETHER, one[address].path, other[address].path)
        yield Raised("same-address", facts=facts, words=names_of(pair))
        return


def _by_address(person: PersonFile) -> dict[tuple[str | None, str | None, str], Span]:
    """The present homes with an address, by country, city and address."""
    homes = ((span, folded(span.entry.address or "")) for span in living_now(person) if isinstance(span.entry, Stay))
    return {(country_of(span), city_of(span), address): span for span, address in homes if address}


def _less_than_a_year(file: File, pair: Couple) -> Iterator[Raised]:
    one, other = (whereabouts(person) for person in pair)
    met = day_of(file, FIRST_MET)
    if met is None or one is None or other is None:
        return
    days, told = (met.first, max(file.today, file.submitted.last)), trips_told_since(file)
    says = None
    if _days_in(together(one, other, days, told)) < A_YEAR:
        says = "year-not-shown"
    elif _days_in(together(one, other, days, told, in_one_city=True)) < A_YEAR:
        says = "year-in-one-city"
    if says:
        lists = (f"{person.path}.{name}" for person in pair for name in ("stays", "trips"))
        statuses = (f"{person.path}.marital_status" for person in pair if person.person.marital_status)
        yield Raised(says, facts=(*statuses, FIRST_MET, *lists), words=names_of(pair))


def _days_in(runs: list[Days]) -> int:
    return sum(length(days) for days in runs)
