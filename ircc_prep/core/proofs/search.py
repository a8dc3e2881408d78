"""Whether something can happen: a case in which it does, the proof that it never does, or neither within the budget."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.edit import with_fact
from ircc_prep.core.facts import Facts
from ircc_prep.core.proofs.candidates import Candidates
from ircc_prep.core.proofs.shapes import Around, Data, Papers, every_shape, shapes
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.settle import outcome_of
from ircc_prep.core.truth import Truth, all_of, any_of
from ircc_prep.core.validation.case import problems_in

BUDGET = 1000  # evaluations of one way in one shape: a tenth of a second
ALL = 40_000  # evaluations for one aim
Happens = Callable[[Facts], Truth]


@dataclass(frozen=True, slots=True)
class Aim:
    """Something that may happen, in one of several ways: to this person of the family or to that one.

    `sources` are the conditions that decide it, `days` those of submission to try, `papers` what is in whose hand. From
    `start` to `end` it may happen at all.
    """

    ways: Callable[[Facts], Sequence[Happens]]
    sources: tuple[str, ...]
    days: tuple[date, ...]
    papers: Papers = ()
    start: date = date.min
    end: date = date.max

    def happens(self, facts: Facts) -> Truth:
        """Whether it happens in this view of a case."""
        return any_of(way(facts) for way in self.ways(facts))


@dataclass(frozen=True, slots=True)
class Witness:
    """The smallest case found in which an aim happens, and the day of the check."""

    given: Data
    day: date


Shown = Witness | Literal["never", "not-found", "given-up"]


def shown(book: Rulebook, aim: Aim) -> Shown:
    """A case in which the aim happens, if one is found.

    `never`: every completion of every shape says no. `not-found`: none of the values worth trying leads there.
    `given-up`: the budget was spent.
    """
    hunt, around = _Hunt(book, aim), _around(book, aim)
    found = hunt.among(shapes(book, around))
    if not hunt.possible:
        found = hunt.among(every_shape(book, around))
    if found is None and not hunt.possible:
        return "never"
    return found or ("given-up" if hunt.given_up else "not-found")


def _around(book: Rulebook, aim: Aim) -> Around:
    """What the shapes turn about: what the conditions write out, and when the tables change that they read."""
    values, tables = Candidates(aim.sources, aim.days[0]), book.checklist.tables
    starts = [version.start for word in values.words if word in tables for version in tables[word].versions]
    days = [day for day in (*aim.days, *values.written, *starts) if aim.start <= day <= aim.end]
    on_the_day = any("today" in source for source in aim.sources)
    return Around(aim.days, days, (*values.written, *values.ahead) if on_the_day else (), values.crowds, aim.papers)


class _Hunt:
    """Looks for a case among shapes, and remembers whether any of them left room for one."""

    def __init__(self, book: Rulebook, aim: Aim) -> None:
        self.book, self.aim = book, aim
        self.possible, self.given_up, self._left = False, False, ALL

    def among(self, shapes: Iterable[tuple[Data, date]]) -> Witness | None:
        """The first case found in these shapes, made as small as it may be."""
        for shape, day in shapes:
            facts = _facts(self.book, shape, day) if self._left > 0 else None
            # Once some shape leaves it open there is no proof any more, and a look at the shape is enough.
            if facts is None or not (self.possible or outcome_of(self.aim.happens, facts) is not False):
                continue
            self.possible = True
            for values in self._values(facts, day):
                if case := _as_case(self.book, self.aim, shape, values, day):
                    return Witness(_smallest(self.book, self.aim, case, day), day)
        return None

    def _values(self, facts: Facts, day: date) -> Iterator[Mapping[str, Any]]:
        """The values of open facts with which it happens, in one way after the other."""
        for way in self.aim.ways(facts):
            search = _Search(self.book, way, Candidates(self.aim.sources, day), min(BUDGET, self._left))
            yield from search.values(facts)
            self._left -= search.spent
            self.given_up = self.given_up or search.left <= 0


class _Search:
    """Tries values for one open fact after the other, in the order in which they are read."""

    def __init__(self, book: Rulebook, happens: Happens, candidates: Candidates, budget: int) -> None:
        self.happens, self.candidates, self.left, self.spent = happens, candidates, budget, 0
        self.conditions = {each.question.fact: each.when for each in book.questions if each.question.type is not None}

    def values(self, facts: Facts) -> Iterator[Mapping[str, Any]]:
        """The values of open facts with which it happens, and the questions that they answer may be put."""
        if self.left <= 0:
            return
        self.left, self.spent = self.left - 1, self.spent + 1
        with facts.recording() as (_, open_facts):
            truth = all_of((self.happens(facts), *self._may_be_put(facts)))
        if truth is not None:
            if truth:
                yield facts.replaced
            return
        for path, type in open_facts.items():
            values = () if path in facts.replaced else self.candidates.of(type)
            for value in values:
                yield from self.values(facts.with_values({path: value}))
            if values:
                return

    def _may_be_put(self, facts: Facts) -> Iterator[Truth]:
        """An answer counts for nothing while its question's own condition is false."""
        for path in facts.replaced:
            when = self.conditions.get(path)
            if when is not None:
                yield when.run(facts, {"person": None})


def _facts(book: Rulebook, data: Data, day: date) -> Facts | None:
    """The view of a case, as its evaluation has it; None where the data are no valid case."""
    try:
        case = Case.model_validate(data)
    except ValidationError:
        return None
    return None if problems_in(case) else facts_of(book, what_counts(book, case, day), day)


def _as_case(book: Rulebook, aim: Aim, shape: Data, values: Mapping[str, Any], day: date) -> Data | None:
    """The shape with the values written into it, if it is a valid case in which the aim happens."""
    data = shape
    for path, value in values.items():
        data = with_fact(data, path, str(value) if isinstance(value, PartialDate) else value)
    return data if _happens_in(book, aim, data, day) else None


def _happens_in(book: Rulebook, aim: Aim, data: Data, day: date) -> bool:
    facts = _facts(book, data, day)
    return facts is not None and aim.happens(facts) is True


def _smallest(book: Rulebook, aim: Aim, data: Data, day: date) -> Data:
    """The case without everything that it does without: people, lists, answers, one after the other."""
    for path in list(_removable(data)):
        without = _without(data, path)
        if _happens_in(book, aim, without, day):
            data = without
    return data


def _removable(data: Data) -> Iterable[tuple[Any, ...]]:
    yield ("documents",)
    yield from ((key,) for key in ("stream", "submitted", "planned_submission", "interview"))
    for index in range(len(data["people"]) - 1, 0, -1):
        yield ("people", index)
    for index, person in enumerate(data["people"]):
        yield from (("people", index, key) for key in person if key not in ("id", "role"))
        for key, value in person.items():
            if isinstance(value, list):
                yield from (("people", index, key, at, field) for at, entry in enumerate(value) for field in entry)
    yield from (("answers", fact) for fact in data.get("answers") or {})


def _without(data: Any, path: tuple[Any, ...]) -> Any:
    """A copy without what stands at the path; the same where nothing does."""
    step, *rest = path
    try:
        if isinstance(data, list):
            return data[:step] + ([_without(data[step], tuple(rest))] if rest else []) + data[step + 1 :]
        if rest:
            return {**data, step: _without(data[step], tuple(rest))}
        return {key: value for key, value in data.items() if key != step}
    except (KeyError, IndexError):
        return data
