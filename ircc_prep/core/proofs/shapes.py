"""The families that a proof or a search begins with: who is there, what their lists hold, when they apply.

Nothing else in them is answered, so what holds of a shape holds of every family of that shape.
"""

from collections.abc import Iterator, Sequence
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
# Of each list: unanswered, which stands for all it may hold; empty; one entry of which nothing is said.
_ENTRIES = (None, 0, 1)
_LISTS = tuple(field for field, type in NOUN_FIELDS["person"].items() if type.of and type.of.kind == "noun")
EVERYBODY = _FAMILIES[-1]
_IDS = dict(zip(EVERYBODY, ("maria", "paul", "ana", "sam", "lee"), strict=True))
_SOME_TIME = timedelta(days=400)


def shapes(book: Rulebook, days: Sequence[date], papers: Papers = ()) -> Iterator[tuple[Data, date]]:
    """Every shape and the day it is checked on, from the simplest on.

    `days` are those on which rules are chosen; `papers` are requirements and the roles of those who hold one. Every
    family comes with one stream, day and standing; somebody alone and everybody together come with all of them.
    """
    streams: Sequence[str | None] = [*book.streams] or [None]
    program: Data = {"schema": 1, "program": book.checklist.program.program}
    settings = [
        ({**({"stream": stream} if stream else {}), **standing}, checked_on)
        for stream, day in product(streams, days)
        for standing, checked_on in _standings(day)
    ]
    for entries, family in product(_ENTRIES, _FAMILIES):
        setting, checked_on = settings[0]
        yield {**program, **setting, **_family(family, entries, papers)}, checked_on
    for entries, family, (setting, checked_on) in product(_ENTRIES, (_FAMILIES[0], _FAMILIES[-1]), settings[1:]):
        yield {**program, **setting, **_family(family, entries, papers)}, checked_on


def _standings(day: date) -> Iterator[tuple[Data, date]]:
    """Sent today, sent some time ago, or to be sent; without an interview, and with one of which nothing is known."""
    interviews: Sequence[Data] = ({}, {"interview": {}})
    for interview in interviews:
        yield {"submitted": day.isoformat(), **interview}, day
        yield {"submitted": day.isoformat(), **interview}, day + _SOME_TIME
        yield {"planned_submission": day.isoformat(), **interview}, day


def _family(family: Sequence[str], entries: int | None, papers: Papers) -> Data:
    held = [{"item": paper, "person": _IDS[role]} for paper, roles in papers for role in family if role in roles]
    lists: Data = {} if entries is None else {name: [{} for _ in range(entries)] for name in _LISTS}
    people = [{"id": _IDS[role], "role": role, **lists} for role in family]
    return {"people": people, **({"documents": held} if held else {})}
