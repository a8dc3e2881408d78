"""The items of a case as letters list them: by person, a line each."""

from collections.abc import Callable, Iterable, Iterator

from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.items import owner, paper
from ircc_prep.render.parts import Entry, Group, Line


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


def is_paper(item: Item) -> bool:
    """Whether it is something that can be put in an envelope: a step that is done isn't."""
    return item.kind != "step" and item.status in {"needed", "recommended"}


def listed(item: Item, context: Context, number: int | None = None) -> Entry:
    """One paper by its title, country or form, and dates; of a fee, its receipt."""
    title, receipt = context.item_title(item), context.words.say("box.receipt")
    state = receipt if item.kind == "fee" and receipt.lower() not in title.lower() else None
    return Entry(item.name, title, state=state, lines=tuple(_dates(item, context)), number=number)


def _dates(item: Item, context: Context) -> Iterator[Line]:
    in_hand = paper(item, context)
    if in_hand:
        yield Line("paper", None, in_hand)
