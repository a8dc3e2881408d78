"""When what is ready stops being good enough, as the checklist's own rules say on later days.

No validity is written down here. The items are worked out again as if all that still lies ahead (sending, the
interview) were done on a later day; the last day on which one of them is ready is its deadline. Where a date is known
only by its month, the last day on which it is certainly ready is the first that it can be.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate, add_days
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.evaluation.items import items
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Item
from ircc_prep.core.rulebook import Rulebook, facts_of

STEP_DAYS = 61  # a fault that comes and goes again within two months isn't seen
States = Mapping[str, Item]


def running_out(book: Rulebook, case: Case, today: date, last: date) -> Iterator[Deadline]:
    """The last good day of everything that is needed and would do today, where it lies before `last`."""
    later = _Later(book, case, today)
    good, nth = [], Counter[tuple[str, str | None]]()
    for item in later.on(today).values():
        if _good(item):
            good.append((item, nth[item.id, item.person]))
        nth[item.id, item.person] += 1
    later.look_only_at({item.id for item, _ in good})
    for item, number in good:
        bad = _first(_fails(later, item.name), today, last)
        then = later.of(item.name, bad) if bad else None
        if bad and then and then.status == "needed":  # it may also not be asked for any more
            yield _deadline(later, then, number, bad, last)


def _deadline(later: "_Later", then: Item, nth: int, bad: date, last: date) -> Deadline:
    """From the first bad day: certainly bad, or only perhaps, where a date isn't known to the day."""
    certain = bad if not _unsure(then) else _first(_fails_surely(later, then.name), bad, last)
    surely = later.of(then.name, certain) if certain else None
    return Deadline(
        "paper" if _is_paper(then) else "last-day",
        _subject(then),
        PartialDate(add_days(bad, -1), add_days(certain or last, -1)),
        then.person,
        nth,
        title=then.title,
        country=then.country,
        fault=surely.fault if surely else None,
        sources=tuple(later.book.sources[id] for id in then.sources),
        confidence=then.confidence,
        disputed=then.disputed is not None,
    )


def _is_paper(item: Item) -> bool:
    """Whether something is held, and not only done; a medical exam is a step that leaves a paper."""
    return item.kind != "step" or any(read.fact.startswith("documents") for read in item.holding_reads)


def _subject(item: Item) -> str:
    """Items look at passports under several ids."""
    of_passports = any(".passports" in read.fact for read in item.holding_reads)
    return "passport" if of_passports else item.id


def _good(item: Item | None) -> bool:
    return item is not None and item.status == "needed" and item.holding == "ready"


def _unsure(item: Item | None) -> bool:
    """Whether a date that isn't known to the day decides."""
    return item is not None and bool(item.missing_facts) and not _good(item)


def _fails(later: "_Later", name: str) -> Callable[[date], bool]:
    return lambda day: not _good(later.of(name, day))


def _fails_surely(later: "_Later", name: str) -> Callable[[date], bool]:
    return lambda day: not _good(later.of(name, day)) and not _unsure(later.of(name, day))


def _first(holds: Callable[[date], bool], after: date, last: date) -> date | None:
    """The first day after one, up to the last, on which something holds that goes on holding."""
    before = after
    while before < last:
        day = min(add_days(before, STEP_DAYS), last)
        if holds(day):
            while (day - before).days > 1:
                middle = add_days(before, (day - before).days // 2)
                before, day = (before, middle) if holds(middle) else (middle, day)
            return day
        before = day
    return None


class _Later:
    """The items of a case on later days, each day worked out once."""

    def __init__(self, book: Rulebook, case: Case, today: date) -> None:
        self.book, self._case, self._today = book, case, today
        self._known: dict[date, States] = {}

    def look_only_at(self, ids: set[str]) -> None:
        """Leaves the other requirements out from now on."""
        kept = tuple(each for each in self.book.requirements if each.requirement.id in ids)
        self.book = replace(self.book, requirements=kept)

    def of(self, name: str, day: date) -> Item | None:
        return self.on(day).get(name)

    def on(self, day: date) -> States:
        if day not in self._known:
            facts = facts_of(self.book, _as_if_on(self._case, day, self._today), day)
            self._known[day] = {item.name: item for item in items(self.book, facts, Settles())}
        return self._known[day]


def _as_if_on(case: Case, day: date, today: date) -> Case:
    """The case with what is still to come done on that day."""
    on, changed = PartialDate.on(day), dict[str, object]()
    if case.submitted is None and case.planned_submission is not None:
        changed["planned_submission"] = on
    if case.interview and case.interview.date and case.interview.date.last >= today:
        changed["interview"] = case.interview.model_copy(update={"date": on})
    return case.model_copy(update=changed)
