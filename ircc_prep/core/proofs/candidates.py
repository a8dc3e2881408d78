"""The values worth trying for a fact that is open: those at which what a checklist says may turn.

They come from what is written in the conditions themselves: a number and its neighbours, a day and its neighbours, an
age as the birthday that gives it.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ircc_prep.core.dates import ONE_DAY, PartialDate, add_months
from ircc_prep.core.values import Type

# Ages and periods that derived facts know of and no condition writes out.
_USUAL_YEARS = (0, 1, 5, 10, 18, 22, 30)
_USUAL_COUNTRIES = ("CA", "PH")
_MOST_PEOPLE = 8  # a greater number in a condition counts no children
_LONGEST = 120  # years: a greater number in a condition is no age


class Candidates:
    """What the given conditions make worth trying."""

    def __init__(self, sources: Iterable[str], day: date) -> None:
        """`day` is the day of submission, from which ages and periods are counted."""
        literals = [value for source in sources for value in _literals(source)]
        words = [value for value in literals if isinstance(value, str)]
        numbers = sorted({value for value in literals if isinstance(value, int | float)})
        self.words: Sequence[str] = [word for word in dict.fromkeys(words) if _day_in(word) is None]
        self.numbers: Sequence[float] = numbers
        self.written = _near(found for word in words if (found := _day_in(word)))
        spans = (timedelta(days=int(number)) for number in numbers if 0 < number <= _LONGEST * 366)
        self.ahead = _near((*_counted((-number for number in numbers), day), *(day + span for span in spans)))
        self.days = list(dict.fromkeys((*self.written, *_near(_counted(numbers, day)))))

    def of(self, type: Type) -> Sequence[object]:
        """The values to try for a fact of this type; none for a list or a thing, which a shape settles."""
        if type.kind == "bool":
            return (True, False)
        if type.options:
            return type.options
        if type.kind == "date":
            return [PartialDate.on(day) for day in self.days]
        if type.kind == "number":
            around = (number + step for number in self.numbers for step in (0, -1, 1))
            return list(dict.fromkeys((*around, 0, 10**6)))
        if type.noun == "country":
            named = [word for word in self.words if len(word) == len("CA") and word.isupper()]
            return list(dict.fromkeys((*named, *_USUAL_COUNTRIES)))
        return (*self.words, self._another) if type.kind == "word" else ()

    @property
    def crowds(self) -> Sequence[int]:
        """How many people of a kind are worth trying, beyond one: a number of people and the next."""
        around = (int(number) + step for number in self.numbers if number <= _MOST_PEOPLE for step in (0, 1))
        return sorted({2, *(each for each in around if each > 1)})

    @property
    def _another(self) -> str:
        """A word that no condition writes out."""
        return "x" * (max(map(len, self.words), default=0) + 1)


def _literals(source: str) -> list[object]:
    tree = ast.parse(source.strip(), mode="eval")
    found = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [value for value in found if not isinstance(value, bool)]


def _counted(numbers: Iterable[float], day: date) -> Iterator[date]:
    """The days from which the ages and periods run."""
    lengths = [int(number) for number in numbers if abs(number) <= _LONGEST and number == int(number)]
    yield from (add_months(day, -12 * years) for years in dict.fromkeys((*lengths, *_USUAL_YEARS)))
    yield from (add_months(day, -length) for length in lengths)


def _near(days: Iterable[date]) -> list[date]:
    """Each day with its neighbours."""
    return list(dict.fromkeys(near for each in days for near in (each, each - ONE_DAY, each + ONE_DAY)))


def _day_in(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
