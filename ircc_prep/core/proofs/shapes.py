"""The families that a proof or a search begins with: who is there, what their lists hold, when they apply.

Nothing else in them is answered, so what holds of a shape holds of every family of that shape.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.rulebook import Rulebook

Data = dict[str, Any]
Papers = Sequence[tuple[str, Sequence[str]]]

# The least that the roles allow first: a small witness is easier to read.
_FAMILIES: Sequence[Sequence[str]] = (
    ("principal-applicant",),
    ("principal-applicant", "spouse-or-partner"),
    ("principal-applicant", "dependent-child"),
    ("principal-applicant", "sponsor"),
    ("principal-applicant", "other-family"),
    ("principal-applicant", "spouse-or-partner", "dependent-child", "sponsor", "other-family"),
)
EVERYBODY = _FAMILIES[-1]
_SEVERAL = ("dependent-child", "sponsor", "other-family")  # there is one applicant and at most one partner
# Of each list: unanswered, which stands for all it may hold; empty; entries of which nothing is said.
_ENTRIES = (None, 0, 1, 2)
_LISTS = tuple(field for field, type in NOUN_FIELDS["person"].items() if type.of and type.of.kind == "noun")
_NAMES = dict(zip(EVERYBODY, ("maria", "paul", "ana", "sam", "lee"), strict=True))
_SOME_TIME = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Around:
    """What the shapes turn about.

    `first` are the days of submission to begin with, `days` all of them, `checks` further days of the check; `crowds`
    how many people of one role there may be, beyond one; `papers` requirements with the roles of those who hold one.
    """

    first: Sequence[date]
    days: Sequence[date]
    checks: Sequence[date]
    crowds: Sequence[int]
    papers: Papers


def shapes(book: Rulebook, around: Around) -> Iterator[tuple[Data, date]]:
    """Shapes to look for a case in, each with the day that it is checked on, from the simplest on.

    Every family comes with one stream, day and standing; somebody alone and everybody together come with all of them.
    """
    settings = list(_settings(book, around.first, ()))
    for entries, family in product(_ENTRIES, _FAMILIES):
        setting, checked_on = settings[0]
        yield {**setting, **_family(family, entries, around.papers)}, checked_on
    for entries, family, (setting, checked_on) in product(_ENTRIES, (_FAMILIES[0], EVERYBODY), settings[1:]):
        yield {**setting, **_family(family, entries, around.papers)}, checked_on


def every_shape(book: Rulebook, around: Around) -> Iterator[tuple[Data, date]]:
    """Each family with each stream, day and standing, nothing else answered: what holds of all holds of every case.

    But for days that aren't tried, and for more people of one role than the crowds have.
    """
    counts = (0, 1, *around.crowds)
    families = [
        (
            "principal-applicant",
            *partner,
            *(role for role, many in zip(_SEVERAL, of_each, strict=True) for _ in range(many)),
        )
        for partner in ((), ("spouse-or-partner",))
        for of_each in product(counts, repeat=len(_SEVERAL))
    ]
    for family, (setting, checked_on) in product(families, _settings(book, around.days, around.checks)):
        yield {**setting, **_family(family, None, around.papers)}, checked_on


def _settings(book: Rulebook, days: Iterable[date], checks: Iterable[date]) -> Iterator[tuple[Data, date]]:
    """Sent today, sent some time ago, or to be sent; without an interview, and with one of which nothing is known."""
    program: Data = {"schema": 1, "program": book.checklist.program.program}
    streams: Sequence[Data] = [{"stream": each} for each in book.streams] or [{}]
    interviews: Sequence[Data] = ({}, {"interview": {}})
    for stream, day, interview in product(streams, dict.fromkeys(days), interviews):
        setting = {**program, **stream, **interview}
        for checked_on in (day, day + _SOME_TIME, *(each for each in checks if each > day)):
            yield {**setting, "submitted": day.isoformat()}, checked_on
        yield {**setting, "planned_submission": day.isoformat()}, day


def _family(family: Sequence[str], entries: int | None, papers: Papers) -> Data:
    seen: Counter[str] = Counter()
    lists: Data = {} if entries is None else {name: [{} for _ in range(entries)] for name in _LISTS}
    people = []
    for role in family:
        seen[role] += 1
        id = _NAMES[role] if seen[role] == 1 else f"{_NAMES[role]}-{seen[role]}"
        people.append({"id": id, "role": role, **lists})
    held = [
        {"item": paper, "person": each["id"]} for paper, roles in papers for each in people if each["role"] in roles
    ]
    return {"people": people, **({"documents": held} if held else {})}
