"""Days of physical presence in Canada: for citizenship, and for the residency obligation of permanent residents.

A person was in Canada on the days that `stays` and `trips` to Canada say, and away on the days that lie wholly in a
trip abroad or a stay elsewhere. So the day of leaving and the day of coming back count as days in Canada. Neither the
Acts nor the Regulations say so; IRCC's physical presence calculator does in its questions and answers on absences, and
its old manual on residency (OP 10, section 6.4) counts any part of a day. Both were read in copies only. Where stays
and trips contradict each other, the day isn't counted (contract §4, Days). Activities aren't looked at.

What the case file doesn't hold is neither added nor taken off, and whoever shows a figure says so: days on probation,
on parole or in prison (Citizenship Act, section 21), days abroad that count as days in Canada (Citizenship Act 5(1.01)
to (1.03), IRPA 28(2)(a)(ii) to (v)), and reports or decisions after which days no longer count (IRPR 62).

The bounds are exact. More days in Canada or with a status, and fewer away, never make a figure smaller, so the longest
reading of the ones with the shortest of the others gives both ends; only the day of submission and that of becoming a
permanent resident are tried day by day. An entry whose first day would come after its last gives no days.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from ircc_prep.core.dates import ONE_DAY, PartialDate
from ircc_prep.core.derive.day_counts import Tally, days_possible, five_years_before, half_credit, present, without
from ircc_prep.core.derive.periods import Stretch, stretch_of
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing
from ircc_prep.core.review.timeline import Days, common, merged
from ircc_prep.core.values import NUMBER, Members, Number, span

PERMANENT = frozenset({"permanent-resident"})
# Temporary residents are visitors, students, workers and permit holders (IRPA 22, 24(1), 29(1)). A claim for protection
# gives no such status; once it is accepted, the person is a protected person (IRPA 95).
HALF_DAY = frozenset({"visitor", "student", "worker", "temporary-resident-permit", "protected-person"})

Belongs = Callable[[str], bool]


@derived("person", gives=NUMBER)
def citizenship_days(person: Thing) -> Number | None:
    """Days in Canada that count for an adult's citizenship, in the five years immediately before submission.

    One for each day as a permanent resident and a half for each day before as a temporary resident or protected person,
    up to 365 (Citizenship Act 5(1)(c)(i), 5(1.001)). Days on probation, on parole or in prison don't count; the case
    file doesn't hold them. Unknown until stays, trips and statuses are answered.
    """
    history = _history(person)
    if history is None:
        return None
    low, high = (
        [full.within(window) + half_credit(half.within(window)) for window in _windows(person)]
        for full, half in (
            (Tally(history.permanent(most=most)), Tally(history.earlier(most=most, permanent_most=most)))
            for most in (False, True)
        )
    )
    return span(min(low), max(high))


@derived("person", gives=NUMBER)
def half_days(person: Thing) -> Number | None:
    """The part of `citizenship_days` that comes from half days, before permanent residence: 365 at most."""
    history = _history(person)
    if history is None:
        return None
    low, high = (Tally(history.earlier(most=most, permanent_most=not most)) for most in (False, True))
    windows = _windows(person)
    return span(half_credit(min(map(low.within, windows))), half_credit(max(map(high.within, windows))))


@derived("person", gives=NUMBER)
def residency_days(person: Thing) -> Number | None:
    """Days in Canada as a permanent resident, in the five years immediately before submission.

    For the residency obligation (IRPA 28(2)): an application is what leads to the examination (IRPA 15(1), IRPR 28(a)).
    Also the part of `citizenship_days` with full days. The days abroad that IRPA 28(2)(a) counts too aren't in the case
    file.
    """
    history = _history(person)
    if history is None:
        return None
    low, high = (Tally(history.permanent(most=most)) for most in (False, True))
    windows = _windows(person)
    return span(min(map(low.within, windows)), max(map(high.within, windows)))


@derived("person", gives=NUMBER)
def residency_days_possible(person: Thing) -> Number | None:
    """`residency_days` and the days left until five years after becoming a permanent resident.

    It is enough to show that the obligation can still be met in the first five years (IRPA 28(2)(b)(i)). After them it
    is `residency_days`. Unknown where permanent residence isn't listed exactly once, with a first day.
    """
    history = _history(person)
    became = _permanent_residence(person)
    if history is None or became is None:
        return None
    days = list(product(_days_of(became.start), _days_of(person.facts.submitted)))
    low, high = (
        [days_possible(tally, (first, ended), day) for first, day in days]
        for tally, ended in (
            (Tally(history.present(most=False)), became.end.first),
            (Tally(history.present(most=True)), became.end.last),
        )
    )
    return span(min(low), max(high))


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list: when it was, and its country or kind; None where that isn't answered."""

    stretch: Stretch
    word: str | None


@dataclass(frozen=True, slots=True)
class History:
    """What a file says of somebody's days in Canada, in the reading that gives the most days or the least."""

    stays: tuple[Listed, ...]
    trips: tuple[Listed, ...]
    statuses: tuple[Listed, ...]

    def present(self, *, most: bool) -> list[Days]:
        """The days in Canada."""
        return present(
            _reading(self.stays, _in_canada, most=most),
            _reading(self.stays, _abroad, most=not most),
            _reading(self.trips, _in_canada, most=most),
            _reading(self.trips, _abroad, most=not most),
        )

    def permanent(self, *, most: bool) -> list[Days]:
        """The days in Canada as a permanent resident."""
        return list(common(self.present(most=most), self._with(PERMANENT, most=most)))

    def earlier(self, *, most: bool, permanent_most: bool) -> list[Days]:
        """The days in Canada with another status that counts by half."""
        half = without(self._with(HALF_DAY, most=most), self._with(PERMANENT, most=permanent_most))
        return list(common(self.present(most=most), half))

    def _with(self, kinds: frozenset[str], *, most: bool) -> list[Days]:
        return merged(_reading(self.statuses, kinds.__contains__, most=most))


def _in_canada(country: str) -> bool:
    return country == "CA"


def _abroad(country: str) -> bool:
    return country != "CA"


def _reading(entries: tuple[Listed, ...], belongs: Belongs, *, most: bool) -> Iterator[Days]:
    """The days of the entries that belong; one that doesn't say what it is may belong."""
    for entry in entries:
        days = entry.stretch.longest if most else entry.stretch.shortest
        if days and (most if entry.word is None else belongs(entry.word)):
            yield days


def _history(person: Thing) -> History | None:
    """The three lists; None until all of them are answered."""
    lists = [_listed(person.get(name), word) for name, word in _LISTS]
    return None if None in lists else History(*(each for each in lists if each is not None))


_LISTS = (("stays", "country"), ("trips", "country"), ("status_in_canada", "kind"))


def _listed(members: Members | None, word: str) -> tuple[Listed, ...] | None:
    if members is None:
        return None
    return tuple(Listed(stretch_of(member.value), member.value.get(word)) for member in members)


def _permanent_residence(person: Thing) -> Stretch | None:
    statuses: Members = person.get("status_in_canada") or ()
    may_be = [member.value for member in statuses if member.value.get("kind") in {*PERMANENT, None}]
    if len(may_be) != 1 or None in (may_be[0].get("kind"), may_be[0].get("start")):
        return None
    return stretch_of(may_be[0])


def _windows(person: Thing) -> list[Days]:
    """The five years before submission, for each day that submission may be."""
    return [five_years_before(day) for day in _days_of(person.facts.submitted)]


def _days_of(partial: PartialDate) -> list[date]:
    return [partial.first + ONE_DAY * index for index in range((partial.last - partial.first).days + 1)]
