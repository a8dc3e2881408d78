"""The items of a case as letters list them: by person, a line each."""

from collections.abc import Callable, Iterable, Iterator

from ircc_prep.core.result import Evaluation, Item
from ircc_prep.render.context import Context
from ircc_prep.render.items import owner, paper
from ircc_prep.render.parts import Entry, Group, Line

_WANTED = frozenset({"needed", "recommended"})


def by_person(items: Iterable[Item], context: Context, entry: Callable[[Item], Entry]) -> tuple[Group, ...]:
    """The items in the order of the file's people, those of the whole application first."""
    listed = list(items)
    people = [None, *(person.id for person in context.evaluation.case.people or ())]
    heads = (context.words.say("column.tick"), context.words.say("column.ready"))
    groups = (
        Group(
            person or "case",
            owner(person, context),
            tuple(entry(item) for item in listed if item.person == person),
            heads=heads,
        )
        for person in people
    )
    return tuple(group for group in groups if group.entries)


def papers_to_send(found: Evaluation, uncalled: Evaluation) -> list[Item]:
    """What can be put in an envelope: no step that is done, and nothing that is asked for only because of an interview.

    That is shown there: nobody posts all passports in the original. `uncalled` is the same case without an interview.
    """
    wanted = {item.name for item in uncalled.items if item.status in _WANTED}
    return [item for item in found.items if item.kind != "step" and item.status in _WANTED and item.name in wanted]


def listed(item: Item, context: Context, number: int | None = None) -> Entry:
    """One paper by its title, country or form, and dates; of a fee, its receipt."""
    title, receipt = context.item_title(item), context.words.say("box.receipt")
    state = receipt if item.kind == "fee" and receipt.lower() not in title.lower() else None
    return Entry(item.name, title, state=state, lines=tuple(_dates(item, context)), number=number)


def _dates(item: Item, context: Context) -> Iterator[Line]:
    in_hand = paper(item, context)
    if in_hand:
        yield Line("paper", None, in_hand)
