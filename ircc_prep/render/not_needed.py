"""What isn't needed, one line for a requirement and a reason however many people it concerns."""

from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Entry, Group, Line, Section


def not_needed_section(context: Context) -> Section:
    """What isn't needed, and why not; people with the same reason share a line."""
    words = context.words
    together: dict[tuple[str, str, str | None], list[Item]] = {}
    for item in context.evaluation.items:
        if item.status == "not-needed":
            together.setdefault((item.id, item.reason.en, item.country), []).append(item)
    entries = tuple(_entry(items, context) for items in together.values())
    groups = (Group("all", None, entries),) if entries else ()
    lead = words.say("lead.not-needed")
    return Section("not-needed", words.say("section.not-needed"), "tight", lead, groups)


def _entry(items: list[Item], context: Context) -> Entry:
    people = ", ".join(context.facts.person(item.person) for item in items if item.person)
    cites = context.cite(source for item in items for source in item.sources)
    reason = Line("why", None, context.words.of(items[0].reason))
    return Entry(items[0].name, context.item_title(items[0]), state=people or None, lines=(reason,), cites=cites)
