"""Where a person lived for six months or more in a row.

Both end days count. Entries that touch, or that some reading of their dates joins, are one stay: people write `to:
2019-03` and `from: 2019-03` for a life without gaps. A stay across the start of a window counts when any part of it
falls inside. Both are the stricter readings (contract §4, Days), so that nobody is told that a certificate isn't
needed on the strength of an open question.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from ircc_prep.core.dates import ONE_DAY, PartialDate, add_years, covers_months
from ircc_prep.core.derive.periods import LONG_AGO, Stretch, last_day, stretch_of
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing, Worked
from ircc_prep.core.truth import Truth, all_of, any_of
from ircc_prep.core.values import BOOL, COUNTRY, DATE, Member, Members, least, less_or_equal, list_of

LONG_STAY_MONTHS = 6
WINDOW_YEARS = 10
ADULT = 18
_OF_A_STAY = ("from", "to", "country")


@derived("person", gives=list_of(COUNTRY))
def long_stay_countries(person: Thing) -> Members | None:
    """Countries other than Canada with six months or more in a row, in the last ten years and since the age of 18."""
    return _countries(person, WINDOW_YEARS)


@derived("person", gives=list_of(COUNTRY))
def long_stay_countries_since_18(person: Thing) -> Members | None:
    """Countries other than Canada with six months or more in a row since the age of 18."""
    return _countries(person, None)


@derived("person", gives=DATE, takes=(COUNTRY,))
def last_long_stay_end(person: Thing, country: str | None) -> PartialDate | None:
    """The last day of the last stay of six months or more in a country; the day of submission if it went on then."""
    if country is None or person.get("stays") is None:
        return None
    found: PartialDate | None = None
    for stretch in _stretches(person, country):
        truth = _covers(stretch)
        if truth is True:
            found = stretch.end
        elif truth is None:
            found = PartialDate(found.first if found else stretch.end.first, stretch.end.last)
    return found and least(_perhaps_later(person, found), person.facts.submitted)


def _perhaps_later(person: Thing, end: PartialDate) -> PartialDate:
    """The same day, or any until the end of a stay of which the country isn't answered: it may have been there."""
    stays = [member.value for member in person.get("stays") or ()]
    ends = [last_day(stay) for stay in stays if stay.get("country") is None]
    return PartialDate(end.first, max([end.last, *(each.last for each in ends)]))


@derived("person", gives=BOOL, takes=(COUNTRY,))
def long_stay_disputed(person: Thing, country: str | None) -> Truth:
    """Whether the country counts as a long stay in the ten years only by one of the stricter readings."""
    return _disputed(person, country, WINDOW_YEARS)


@derived("person", gives=BOOL, takes=(COUNTRY,))
def long_stay_since_18_disputed(person: Thing, country: str | None) -> Truth:
    """Whether the country counts as a long stay since the age of 18 only by one of the stricter readings."""
    return _disputed(person, country, None)


@derived("person", gives=BOOL, takes=(COUNTRY,))
def lives_in(person: Thing, country: str | None) -> Truth:
    """Whether a stay in the country is still going on on the day of the check."""
    stays: Members | None = person.get("stays")
    if stays is None or country is None:
        return None
    today = person.facts.today

    def here_now(stay: Thing) -> Truth:
        if stay.value.country not in (country, None):  # type: ignore[attr-defined]
            return False
        place = stay.get("country")
        here = None if place is None else place == country
        if here is False:
            return False
        return all_of((here, _begun(stay, today), less_or_equal(today, stay.get("end"))))

    facts = person.facts
    return facts.certain(
        lambda: any_of(facts.certain(lambda stay=member.value: here_now(stay)) for member in stays)  # type: ignore[misc]
    )


def _begun(stay: Thing, today: PartialDate) -> Truth:
    """Whether a stay has begun; one that goes on has, unless its first day certainly lies ahead."""
    start: PartialDate | None = stay.get("start")
    begun = None if start is None else less_or_equal(start, today)
    return True if begun is None and (start is None or stay.value.end is None) else begun  # type: ignore[attr-defined]


def _countries(person: Thing, window: int | None) -> Members | None:
    facts, stays = person.facts, person.value.stays  # type: ignore[attr-defined]
    if stays is None:
        person.get("stays")  # open
        return None
    named = [f"{person.path}.stays[{at}].country" for at in range(len(stays))]
    seen = facts.worked_out(("countries of stays", person.path), named, lambda: _seen(person))
    facts.remember(seen.reads, seen.open)
    found = []
    for country in seen.value:
        worked = _worked_out(person, country, window)
        facts.remember(worked.reads, worked.open)
        if worked.value is not False:
            found.append(Member(country, worked.value, worked.because))
    return tuple(found)


def _seen(person: Thing) -> tuple[str | None, ...]:
    """The countries of the stays but Canada, each once; None where one isn't given."""
    stays: Members = person.get("stays")
    return tuple(each for each in dict.fromkeys(member.value.get("country") for member in stays) if each != "CA")


def _worked_out(person: Thing, country: str | None, window: int | None) -> Worked:
    """Whether a country belongs: it hangs on its own stays, those without a country, the birth and the submission.

    What is tried with the dates of one country leaves the others as they were, and many are tried while dates are open.
    """
    facts = person.facts

    def paths() -> tuple[str, ...]:
        own = [f"{person.path}.stays[{at}].{key}" for at in _places(person, country) for key in _OF_A_STAY]
        return (*own, f"{person.path}.date_of_birth", "submitted", "planned_submission")

    def belongs() -> Truth:
        return None if country is None else _long_in(person, country, window)

    hangs_on = facts.worked_out(("paths of stays", person.path, country), (), paths).value
    return facts.worked_out(("long stay", person.path, country, window), hangs_on, belongs)


def _places(person: Thing, country: str | None) -> list[int]:
    """Where in the list the stays in a country are, and those of which the file gives no country."""

    def places() -> dict[str | None, list[int]]:
        by_country: dict[str | None, list[int]] = {}
        for at, stay in enumerate(person.value.stays or ()):  # type: ignore[attr-defined]
            by_country.setdefault(stay.country, []).append(at)
        unknown = by_country.get(None, [])
        return {each: sorted({*own, *unknown}) for each, own in {None: unknown, **by_country}.items()}

    found = person.facts.worked_out(("places of stays", person.path), (), places).value
    places_of: list[int] = found.get(country, found[None])
    return places_of


def _long_in(person: Thing, country: str, window: int | None) -> Truth:
    return any_of(_counts(person, stretch, window) for stretch in _stretches(person, country))


def _covers(stretch: Stretch) -> Truth:
    if not covers_months(stretch.start.first, stretch.end.last, LONG_STAY_MONTHS):
        return False
    return True if covers_months(stretch.start.last, stretch.end.first, LONG_STAY_MONTHS) else None


def _counts(person: Thing, stretch: Stretch, window: int | None) -> Truth:
    """Whether a stretch is long enough and touches the window; yes or no only when every reading of the dates agrees.

    An earlier start and a later end both speak for it, so the longest and the shortest reading decide.
    """
    if _covers(stretch) is False:
        return False
    submitted = person.facts.submitted
    born: PartialDate | None = person.get("date_of_birth")
    readings = ((stretch.start.first, stretch.end.last), (stretch.start.last, stretch.end.first))
    births = (LONG_AGO, date.max) if born is None else (born.first, born.last)
    verdicts = {
        _counts_for_certain(start, end, birth, day, window)
        for (start, end), birth, day in product(readings, births, (submitted.first, submitted.last))
    }
    return verdicts.pop() if len(verdicts) == 1 else None


def _disputed(person: Thing, country: str | None, window: int | None) -> Truth:
    """Judged on the longest reading of the dates: a certificate that is asked for on a doubt should say so."""
    if country is None or person.get("stays") is None:
        return None
    stretches = list(_stretches(person, country))
    return not any(
        _counts_plainly(person, spell, window) for stretch in stretches for spell in _between_trips(person, stretch)
    )


def _counts_plainly(person: Thing, spell: tuple[date, date], window: int | None) -> bool:
    """Whether six months fall inside the window itself."""
    submitted = person.facts.submitted.last
    born: PartialDate | None = person.get("date_of_birth")
    adult = add_years(born.first, ADULT) if born else LONG_AGO
    opens = max(adult, add_years(submitted, -window)) if window else adult
    return covers_months(max(spell[0], opens), min(spell[1], submitted), LONG_STAY_MONTHS)


def _between_trips(person: Thing, stretch: Stretch) -> Iterator[tuple[date, date]]:
    """The parts of a stretch that no journey interrupts."""
    start = stretch.start.first
    trips = [member.value for member in person.get("trips") or ()]
    away = sorted((trip.get("start").first, trip.get("end").last) for trip in trips if trip.get("start"))
    for left, returned in away:
        if start <= left <= stretch.end.last:
            yield start, left
            start = max(start, returned)
    yield start, stretch.end.last


def _counts_for_certain(start: date, end: date, born: date, submitted: date, window: int | None) -> bool:
    end = min(end, submitted)
    adult = date.max if born == date.max else add_years(born, ADULT)
    opens = max(adult, add_years(submitted, -window)) if window else adult
    return covers_months(start, end, LONG_STAY_MONTHS) and end >= opens


def _stretches(person: Thing, country: str) -> Iterator[Stretch]:
    """The stays in a country, those that join made one. A stay that goes on is taken to go on until submission."""
    if person.value.stays is None:  # type: ignore[attr-defined]
        person.get("stays")
        return
    own = person.entries(
        "stays", _places(person, country)
    )  # what was said of other countries is no reason for this one
    spells = [stretch_of(stay) for stay in own if stay.get("country") == country]
    spells.sort(key=lambda spell: (spell.start.first, spell.end.first))
    current: Stretch | None = None
    for spell in spells:
        if current is None:
            current = spell
        elif spell.start.first <= _day_after(current.end.last):
            current = _joined(current, spell)
        else:
            yield current
            current = spell
    if current is not None:
        yield current


def _joined(one: Stretch, other: Stretch) -> Stretch:
    end = PartialDate(max(one.end.first, other.end.first), max(one.end.last, other.end.last))
    return Stretch(PartialDate(one.start.first, min(one.start.last, other.start.last)), end)


def _day_after(day: date) -> date:
    return day + (ONE_DAY if day < date.max else timedelta(0))
