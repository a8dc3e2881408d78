"""A couple whose lists never put them in one country on a day on which they were together.

By law a marriage counts only if both were present at it, with one exception for the Canadian Forces (IRPR 5(c)). So
for a married couple the wedding day decides, or, while that isn't given, every day since they first met. The day of a
first meeting is only noted: people also meet online, whatever the question says. Whether common-law
partners lived together is for cohabitation-clash to ask.

A person counts as present on the first and last day of a trip and in the country where they live while they travel;
a day that a list leaves open, or an entry without a country, may have been spent together. So may every day more than
ten years before the submission: the form on travels asks no further back, and nobody is blamed for listing no more.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.family import FIRST_MET, MARRIED_ON, Couple, couple, day_of, joined_by, names_of
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.whereabouts import Spans, country_of, together, trips_told_since, whereabouts, within
from ircc_prep.core.said import CountryName, When


@check("couple-apart")
def couple_apart(file: File) -> Iterator[Raised]:
    """The places and trips of both on the wedding day, on the day of the first meeting, or ever."""
    pair = couple(file)
    one, other = (whereabouts(person) for person in pair) if pair else (None, None)
    if pair is None or one is None or other is None:
        return
    lists = (one, other)
    met, married = day_of(file, FIRST_MET), day_of(file, MARRIED_ON)
    if joined_by("married", pair):
        if married:
            yield from _on("wedding", MARRIED_ON, married, file, pair, lists)
        elif met and met.first <= file.today and not _ever(met, file, lists):
            yield _never(pair)
            return
    if met:
        yield from _on("meeting", FIRST_MET, met, file, pair, lists)


def _ever(met: PartialDate, file: File, lists: tuple[Spans, Spans]) -> bool:
    """Whether they may have been in one country on any day since they may have met."""
    return bool(together(*lists, (met.first, file.today), trips_told_since(file)))


def _on(
    says: str, answer: str, day: PartialDate, file: File, pair: Couple, lists: tuple[Spans, Spans]
) -> Iterator[Raised]:
    """A day that no reading lets them spend in one country; one that is still to come isn't in any list."""
    days = (day.first, day.last)
    if day.last > file.today or together(*lists, days, trips_told_since(file)):
        return
    here, there = (within(spans, days) for spans in lists)
    countries = {"country": _countries(here), "other_country": _countries(there)}
    facts = (answer, *(span.path for span in (*here, *there)))
    yield Raised(says, facts=facts, start=day, end=day, words={**names_of(pair), **countries, "day": When(day)})


def _never(pair: Couple) -> Raised:
    lists = (f"{person.path}.{name}" for person in pair for name in ("stays", "trips"))
    statuses = (f"{person.path}.marital_status" for person in pair if person.person.marital_status)
    return Raised("never", facts=(*statuses, FIRST_MET, *lists), words=names_of(pair))


def _countries(spans: Spans) -> tuple[CountryName, ...]:
    return tuple(CountryName(code) for code in dict.fromkeys(country_of(span) for span in spans) if code)
