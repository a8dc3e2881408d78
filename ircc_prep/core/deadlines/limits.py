"""Days by which something has to be done, counted from an answer: the `due` of a line of the checklist.

Each is there only while its line is: its sources, its advice and its confidence are the line's.
"""

from collections.abc import Iterable, Iterator

from ircc_prep.core.compiled import CompiledDue
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.facts import Facts
from ircc_prep.core.result import Evaluation, Guidance, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.slot import Slot

Line = Item | Guidance


def limits(book: Rulebook, found: Evaluation, facts: Facts) -> Iterator[Deadline]:
    """The last days of everything that holds of this case and whose answers are known."""
    for required in book.requirements:
        if required.due:
            items = [item for item in found.items if item.id == required.requirement.id and _holds(item)]
            yield from _of(book, required.due, items, facts)
    for told in book.guidance:
        if told.due:
            shown = [piece for piece in found.guidance if piece.id == told.guidance.id]
            yield from _of(book, told.due, shown, facts)


def _holds(item: Item) -> bool:
    """A paper while it is needed, since its day counts in hand too; anything else until it is done."""
    return item.status == "needed" and (item.kind == "document" or item.to_get)


def _of(book: Rulebook, due: CompiledDue, lines: Iterable[Line], facts: Facts) -> Iterator[Deadline]:
    """One for each person; a single one for everybody where all have the same day."""
    by_person: dict[str | None, tuple[Line, PartialDate]]
    by_person = {_whose(line): (line, day) for line in lines if (day := _day(due, _whose(line), facts))}
    if len(by_person) > 1 and len({day for _, day in by_person.values()}) == 1:
        by_person = {None: next(iter(by_person.values()))}
    for person, (line, day) in by_person.items():
        yield Deadline(
            due.due.kind,
            "status" if due.due.kind == "permit" else line.id,  # lists of statuses tell of the same day
            day,
            person,
            headline=due.due.title,
            title=line.title,
            advice=line.prepare if isinstance(line, Item) else line.text,
            sources=tuple(book.sources[id] for id in line.sources),
            confidence=line.confidence,
            disputed=line.disputed is not None,
        )


def _whose(line: Line) -> str | None:
    return line.person if isinstance(line, Item) else None


def _day(due: CompiledDue, person: str | None, facts: Facts) -> PartialDate | None:
    scope = Slot(person, None).scope(facts)
    day: PartialDate | None = due.day.run(facts, scope)
    return None if due.when.run(facts, scope) is False else day
