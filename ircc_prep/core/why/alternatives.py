"""What an answer might have been: each choice, the nearest day or amount that makes a difference, one more entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case, Period
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import ONE_DAY, PartialDate, add_years
from ircc_prep.core.derive.people import INVITED
from ircc_prep.core.nouns import NOUN_FIELDS, NOUN_MODELS, field_name
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.validation.case import problems_in
from ircc_prep.core.values import COUNTRY, Type, choice
from ircc_prep.core.why.answers import INTERVIEW, at, with_answer, with_entry
from ircc_prep.core.why.boundaries import nearest_day, nearest_number
from ircc_prep.core.why.budget import Budget
from ircc_prep.core.why.parts import OPEN, Change
from ircc_prep.core.why.subjects import Subject

_STEP = re.compile(r"[^.\[\]]+|\[\d+\]")
# How far from an answer, or from the day of the check, a day is looked for.
_YEARS_BACK, _YEARS_AHEAD = 80, 10
_AHEAD = frozenset({"planned_submission", "interview.date", "to", "expires"})
# The least and the most that a number can be, and its steps; answers are amounts.
_SCALES: Mapping[str, tuple[float, float, float]] = {"teer": (0, 5, 1), "hours_per_week": (0, 168, 1)}
_SCORE, _AMOUNT = (0, 999, 0.5), (0, 10_000_000, 1)


def type_of(book: Rulebook, path: str) -> Type | None:
    """The type of an answer; None for what isn't one."""
    if path in book.answer_types:
        return book.answer_types[path]
    if path == "stream":
        return choice(*book.streams)
    owner, *steps = _STEP.findall(path)
    if owner == "people":
        owner, steps = "person", steps[1:]
    elif owner in NOUN_FIELDS["case"] and not steps:
        owner, steps = "case", [owner]
    found: Type | None = None
    for step in steps:
        if step.startswith("["):
            owner = found.of.noun if found and found.of else ""
        else:
            found = NOUN_FIELDS.get(owner, {}).get(field_name(step))
    return found


@dataclass(frozen=True)
class Trial:
    """One case in which answers are changed, one at a time."""

    subject: Subject
    book: Rulebook
    case: Case
    today: date
    budget: Budget
    countries: tuple[str, ...]  # those worth trying: of the file, and of the conditions

    def outcome(self, path: str, value: Any) -> str:
        """The outcome with one answer changed."""
        return self.subject.outcome(with_answer(self.case, path, value), self.budget)

    def with_change(self, change: Change) -> Case:
        """The case as changed."""
        return self.with_changes((change,))

    def with_changes(self, changes: tuple[Change, ...]) -> Case:
        """The case with all of these changes."""
        case = self.case
        for change in changes:
            found = type_of(self.book, change.fact)
            if change.how != "added" or found is None or found.of is None:
                case = with_answer(case, change.fact, change.value)
            elif found.of.kind == "noun":
                case = with_entry(case, change.fact, NOUN_MODELS[found.of.noun])
            else:
                case = with_answer(case, change.fact, (*(at(case, change.fact) or ()), change.value))
        return case

    def different(self, path: str, now: str) -> Iterator[tuple[Change, str]]:
        """The changes of one answer that give another outcome, with it: every choice, the nearest day or amount."""
        found = type_of(self.book, path)
        if path == INTERVIEW:
            yield from self._announced(now)
        elif found is None:
            return
        elif found.kind == "date":
            yield from self._days(path, now)
        elif found.kind == "number":
            yield from self._numbers(path, now)
        elif found.kind == "list":
            yield from self._longer(path, found, now)
        elif found == COUNTRY:
            yield from self._countries(path, now)
        else:
            for value in self.finite(path, found):
                outcome = self.outcome(path, value)
                if outcome not in (now, OPEN):
                    yield Change(path, value), outcome

    def _announced(self, now: str) -> Iterator[tuple[Change, str]]:
        """No interview in the file; or a call to one where it announces none, or where nobody asks of a call, one."""
        if self.case.interview:
            changes = [Change(INTERVIEW, None, "left-out")]
        else:
            asked = INVITED in self.book.answer_types
            changes = [*([Change(INVITED, value=True)] if asked else ()), Change(INTERVIEW, value=True)]
        for change in changes:
            if (outcome := self.outcome(change.fact, change.value)) != now:
                yield change, outcome
                return

    def finite(self, path: str, type: Type) -> tuple[Any, ...]:
        """The other values of an answer that has a few."""
        held = at(self.case, path)
        values: tuple[Any, ...] = (True, False) if type.kind == "bool" else type.options
        return tuple(value for value in values if value != held)

    def _countries(self, path: str, now: str) -> Iterator[tuple[Change, str]]:
        """Another country, whichever; and those that the file names, where they give something else."""
        *named, other = self.countries
        usual = self.outcome(path, other)
        if usual not in (now, OPEN):
            yield Change(path, other, "another"), usual
        for country in named:
            if country != at(self.case, path) and (outcome := self.outcome(path, country)) not in (now, OPEN, usual):
                yield Change(path, country), outcome

    def _days(self, path: str, now: str) -> Iterator[tuple[Change, str]]:
        held = self._day(path)
        first, last = limits(self.case, path, self.today)
        for later in (False, True):
            near, far = (held.last + ONE_DAY, last) if later else (first, held.first - ONE_DAY)
            day = nearest_day(lambda each: self._on(path, each), near, far, now, later=later)
            if day is None or (outcome := self._on(path, PartialDate.on(day))) == OPEN:
                continue
            beyond = PartialDate(day, far) if later else PartialDate(near, day)
            side = self._on(path, beyond) == outcome
            how = "exactly" if not side else "or-later" if later else "or-earlier"
            yield Change(path, PartialDate.on(day), how), outcome  # type: ignore[arg-type]

    def _day(self, path: str) -> PartialDate:
        """The day that is answered; of what goes on, the day of the check."""
        held = at(self.case, path)
        if isinstance(held, PartialDate):
            return held
        return PartialDate.parse(str(held)) if held is not None else PartialDate.on(self.today)

    def _on(self, path: str, value: Any) -> str:
        """The outcome with a day, many days at once or an amount: what is found so is tried on the whole case then."""
        return self.subject.alone(with_answer(self.counted, path, value), self.budget)

    @cached_property
    def counted(self) -> Case:
        """The case without the answers that are set aside."""
        return what_counts(self.book, self.case, self.today)

    def _numbers(self, path: str, now: str) -> Iterator[tuple[Change, str]]:
        held = at(self.case, path)
        least, most, step = scale(path)
        for end, how in ((least, "or-earlier"), (most, "or-later")):
            number = nearest_number(lambda each: self._on(path, _tidy(each)), held, end, step, now)
            if number is not None and (outcome := self._on(path, _tidy(number))) != OPEN:
                yield Change(path, _tidy(number), how), outcome  # type: ignore[arg-type]

    def _longer(self, path: str, found: Type, now: str) -> Iterator[tuple[Change, str]]:
        """One more entry, which mostly leaves the outcome to what it says; of a list of countries, one more of them."""
        if found.of is None or found.of.noun == "document":
            return
        if found.of.kind == "noun":
            change = Change(path, None, "added")
            outcome = self.subject.outcome(self.with_change(change), self.budget)
            if outcome != now:
                yield change, outcome
            return
        held = at(self.case, path) or ()
        for country in self.countries if found.of == COUNTRY else ():
            if country not in held and (outcome := self.outcome(path, (*held, country))) not in (now, OPEN):
                yield Change(path, country, "added"), outcome

    def holds(self, change: Change, outcome: str) -> bool:
        """Whether a case file could say so, and would have that outcome."""
        return self.valid((change,)) and self.subject.outcome(self.with_change(change), self.budget) == outcome

    def valid(self, changes: tuple[Change, ...]) -> bool:
        """Whether a case file could say so."""
        return not problems_in(self.with_changes(changes))


def _tidy(number: float) -> float:
    return int(number) if number == int(number) else number


def scale(path: str) -> tuple[float, float, float]:
    """The least, the most and the steps of a number."""
    field = path.rpartition(".")[2]
    if path.startswith("people."):
        return _SCALES.get(field, _SCORE)
    return _AMOUNT


def limits(case: Case, path: str, today: date) -> tuple[date, date]:
    """The first and the last day that an answer is tried on: a period doesn't end before it begins."""
    field = path.rpartition(".")[2]
    ahead = path in _AHEAD or field in _AHEAD
    first, last = add_years(today, -_YEARS_BACK), add_years(today, _YEARS_AHEAD) if ahead else today
    entry = at(case, path.rpartition(".")[0]) if "[" in path else None
    if isinstance(entry, Period):
        if field == "from" and entry.end:
            last = min(last, entry.end.last)
        if field == "to" and entry.start:
            first = max(first, entry.start.first)
    return first, last


def countries_worth_trying(book: Rulebook, case: Case, subject: Subject) -> tuple[str, ...]:
    """Canada, the countries of the file and of the subject, and one that neither names: any other would do as well."""
    named: list[object] = ["CA", subject.country]
    for person in case.people or ():
        named += [*(person.citizenships or ()), *(stay.country for stay in person.stays or ())]
    named += [case.answers.get(id) for id, type in book.answer_types.items() if type == COUNTRY]
    codes = [str(code) for code in dict.fromkeys(named) if code in COUNTRY_CODES]
    return (*codes, next(code for code in sorted(COUNTRY_CODES) if code not in codes))
