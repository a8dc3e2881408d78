"""Canada on a person's calendar: the days that were certainly spent there, and the statuses listed for them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import CanadaStatus, StatusInCanada
from ircc_prep.core.dates import PartialDate, add_days
from ircc_prep.core.review.file import PersonFile
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    by_month,
    common,
    covered,
    merged,
    uncovered,
    whole_months,
)
from ircc_prep.core.review.work import place

CANADA = "CA"
NONE: CanadaStatus = "none"
# Those who may stay for a time only (IRPA 24(1), 29): their authorization ends on a day.
TEMPORARY: frozenset[CanadaStatus] = frozenset({"visitor", "student", "worker", "temporary-resident-permit"})
_ALWAYS = (date.min, date.max)


@dataclass(frozen=True, slots=True)
class Hole:
    """Days that no listed status can cover, with the status that ended before them and the one that follows."""

    days: Days
    before: Span | None
    after: Span | None

    def follows_the_end_of(self, kinds: Collection[CanadaStatus]) -> bool:
        """Whether it begins on the day after a status of one of these kinds can have ended at the latest."""
        status = self.before
        return status is not None and kind_of(status) in kinds and status.end.last == add_days(self.days[0], -1)


def kind_of(status: Span) -> CanadaStatus | None:
    """What the file says that a status was."""
    return status.entry.kind if isinstance(status.entry, StatusInCanada) else None


def may_be_citizen(person: PersonFile) -> bool:
    """Whether the person may be a Canadian citizen, who needs no status: by what is said, by birth, or as nobody said.

    Almost everyone born in Canada is one (Citizenship Act 3(1)(a)), whatever passport the parents list.
    """
    citizenships = person.person.citizenships
    return citizenships is None or CANADA in citizenships or person.person.country_of_birth == CANADA


def certainly_there(person: PersonFile) -> list[Days]:
    """The days up to the check on which the person lived in Canada in every reading, and can't have been elsewhere.

    A trip or another home takes its longest reading away: where both may be true, nothing is certain.
    """
    lived = person.lived or ()
    homes = covered((span for span in lived if place(span) == CANADA), surely=True)
    elsewhere = [span for span in (*lived, *(person.travelled or ())) if place(span) != CANADA]
    return list(common(homes, list(uncovered(covered(elsewhere), (date.min, person.today)))))


def certainly_elsewhere(person: PersonFile) -> list[Days]:
    """The days that were spent outside Canada in every reading: at a home abroad, or on a trip from whatever home."""
    lived, travelled = person.lived or (), person.travelled or ()
    at_home = _certainly_abroad(lived, (*lived, *travelled))
    return merged((*at_home, *_certainly_abroad(travelled, travelled)))


def _certainly_abroad(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Days]:
    abroad = covered((span for span in spans if place(span) not in (CANADA, None)), surely=True)
    perhaps_here = covered(span for span in others if place(span) in (CANADA, None))
    return common(abroad, list(uncovered(perhaps_here, _ALWAYS)))


def holes(person: PersonFile, statuses: Sequence[Span]) -> Iterator[Hole]:
    """The days certainly spent in Canada that none of these statuses can cover, in order."""
    lane = Lane(statuses)
    for days in common(certainly_there(person), list(uncovered(covered(statuses), _ALWAYS))):
        beside = lane.beside(days)
        before = next((span for span in beside if span.longest[1] < days[0]), None)
        after = next((span for span in beside if span.longest[0] > days[1]), None)
        yield Hole(days, before, after)


def only(statuses: Sequence[Span], kinds: Collection[CanadaStatus]) -> list[Days]:
    """The days on which one of these kinds is certainly listed, and no other can be."""
    certain = covered((span for span in statuses if kind_of(span) in kinds), surely=True)
    others = covered(span for span in statuses if kind_of(span) not in kinds)
    return list(common(certain, list(uncovered(others, _ALWAYS))))


def parts(runs: Sequence[Days], days: Days) -> Iterator[Days]:
    """What the runs and the days share; runs in order and without overlaps, found without reading them all."""
    index = bisect_left(runs, days[0], key=lambda run: run[1])
    while index < len(runs) and runs[index][0] <= days[1]:
        yield max(runs[index][0], days[0]), min(runs[index][1], days[1])
        index += 1


class Edges:
    """The edges of dates that aren't known to the day.

    The forms ask for months, so beside such an edge only a whole calendar month is more than the wording of a date.
    """

    def __init__(self, *lanes: Sequence[Span] | None) -> None:
        self._soft: dict[date, set[str]] = {}
        for span in (span for lane in lanes for span in lane or ()):
            for name, day in (("from", span.start), ("to", span.end)):
                if day is not None and not day.exact:
                    for edge in (day.first, day.last):
                        self._soft.setdefault(edge, set()).add(f"{span.path}.{name}")

    def firm(self, days: Days) -> bool:
        """Whether the days hold a whole month, or every date beside them is known to the day."""
        return whole_months(days) is not None or not self._soft_beside(days)

    def said(self, days: Days) -> tuple[PartialDate, PartialDate]:
        """When the days begin and end: by month where a date beside them is known no better."""
        return by_month(days) if self._soft_beside(days) else (PartialDate.on(days[0]), PartialDate.on(days[1]))

    def deciding(self, days: Days) -> tuple[str, ...]:
        """The paths of the dates beside the days that aren't known to the day."""
        return tuple(sorted(self._soft_beside(days)))

    def _soft_beside(self, days: Days) -> set[str]:
        first, last = days
        beside = (add_days(first, -1), first, last, add_days(last, 1))
        return set().union(*(self._soft.get(day, set()) for day in beside))
