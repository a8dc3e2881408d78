"""The day on one page: what to fill in from the letter, what to bring, what to be ready to explain, what to remember.

It stands alone: people fold it into a pocket and leave the rest of the packet in the bag. So it cites nothing, and says
again, in short, what the packet says with its sources.
"""

from collections.abc import Iterable, Iterator, Sequence

from ircc_prep.core.result import Guidance, Item
from ircc_prep.render.context import Context
from ircc_prep.render.glance import place_of, prepared_for
from ircc_prep.render.items import requested_title
from ircc_prep.render.parts import Entry, Group, Line, Section
from ircc_prep.render.words import Words

_IN_THE_ROOM = ("on-the-day", "rights", "the-interview")
_MOST_POINTS = 5
_LINES_FOR_NOTES = 3
_MOST_UNDECIDED = 5


def day_sheet_section(context: Context) -> Section:
    """Nothing where the program's own rules say that there is no interview."""
    words = context.words
    if context.evaluation.interview.likelihood == "none":
        return Section("day-sheet", words.say("section.day-sheet"), "sheet", None)
    groups = (
        Group("letter", None, _from_the_letter(context), layout="short"),
        *_to_bring(context),
        Group("explain", words.say("sheet.explain"), _to_explain(context), layout="tight"),
        Group("remember", words.say("sheet.remember"), _in_short(_IN_THE_ROOM, context), layout="tight"),
        Group("ask", words.say("section.who-to-ask"), _in_short(("who-to-ask",), context), layout="tight"),
        Group("notes", None, (Entry("notes", words.say("sheet.notes"), room=_LINES_FOR_NOTES),)),
    )
    filled = tuple(group for group in groups if group.entries)
    return Section("day-sheet", words.say("section.day-sheet"), "sheet", words.say("lead.day-sheet"), filled)


def _from_the_letter(context: Context) -> tuple[Entry, ...]:
    """When, where and who: what the file knows, and room for what only the letter says."""
    words, interview = context.words, context.evaluation.case.interview
    day = words.weekday(interview.date) if interview and interview.date else None
    place = ", ".join(place_of(interview, words)) if interview else None
    told = {"who": prepared_for(context), "day": day, "hour": None, "place": place}
    return tuple(_blank(name, told.get(name), words) for name in (*told, "room", "file-number", "who-comes"))


def _blank(name: str, value: str | None, words: Words) -> Entry:
    lines = (Line("paper", None, value),) if value else ()
    return Entry(name, words.say(f"sheet.{name}"), lines=lines, room=0 if value else 1)


def _to_bring(context: Context) -> Iterator[Group]:
    """Every paper once, however many people bring theirs: what the letter asks for comes first, whatever it is.

    Forms were handed in with the application, so they are here only where the letter asks for them; a copy of all that
    was filed is a paper of its own. A page that stands alone also says what isn't known to be needed yet.
    """
    words, asked = context.words, _asked(context)
    papers = {name: _papers(name, context) for name in ("not-yet", "bring", "perhaps")}
    listed = {items[0].id for name in ("not-yet", "bring") for items in papers[name]}
    others = [name for name in asked if name not in listed]
    titles = [(name, requested_title(name, context)) for name in others]
    boxes = tuple(Entry(f"asked/{name}", title, boxes=(title,), compact=True) for name, title in titles)
    yield Group("asked", words.say("sheet.asked"), boxes)
    for name, found in papers.items():
        ordered = sorted(found, key=lambda items: items[0].id not in asked)
        shown = [_paper(items, context) for items in ordered if name != "perhaps" or items[0].id not in others]
        if name == "perhaps" and len(shown) > _MOST_UNDECIDED + 1:
            more = words.quantity("line.more", len(shown) - _MOST_UNDECIDED)
            shown = [*shown[:_MOST_UNDECIDED], Entry("more-papers", more, compact=True)]
        yield Group(name, words.say(f"sheet.{name}"), tuple(shown))


def _asked(context: Context) -> Sequence[str]:
    interview = context.evaluation.case.interview
    return tuple(dict.fromkeys(interview.requested or ())) if interview else ()


def _papers(name: str, context: Context) -> list[list[Item]]:
    """The papers of one group, those of one requirement together."""
    together: dict[str, list[Item]] = {}
    for item in context.evaluation.items:
        if item.kind == "document" and _group_of(item) == name:
            together.setdefault(item.id, []).append(item)
    return list(together.values())


def _group_of(item: Item) -> str | None:
    if item.status == "undetermined":
        return "perhaps"
    if item.status in {"needed", "recommended"} and item.holding == "ready":
        return "bring"
    return "not-yet" if item.status == "needed" else None


def _paper(items: list[Item], context: Context) -> Entry:
    """One box, and whose it is where that isn't plain."""
    title, whose = context.words.of(items[0].title), _whose(items, context)
    lines = (Line("paper", None, whose),) if whose else ()
    return Entry(items[0].id, title, lines=lines, boxes=(title,), compact=True)


def _whose(items: list[Item], context: Context) -> str:
    """Whose these papers are; nothing where they are the applicant's alone."""
    applicant = {person.id for person in context.evaluation.case.with_roles(("principal-applicant",))}
    if {item.person for item in items} <= {None, *applicant} and not any(item.country for item in items):
        return ""
    return context.facts.opened(context.words.join([whose for item in items if (whose := context.whose(item))]))


def _to_explain(context: Context) -> tuple[Entry, ...]:
    """What an officer is likely to ask about, in a sentence, with the number that it has in the packet."""
    grave = [point for point in context.noticed if point.first.severity != "note"]
    shown = [
        Entry(f"point/{point.number}", context.opening(point), number=point.number) for point in grave[:_MOST_POINTS]
    ]
    if len(grave) > _MOST_POINTS:
        shown.append(Entry("more", context.words.quantity("line.more", len(grave) - _MOST_POINTS)))
    return tuple(shown)


def _in_short(sections: Iterable[str], context: Context) -> tuple[Entry, ...]:
    return tuple(
        Entry(guidance.id, context.words.of(guidance.in_short))
        for section in sections
        for guidance in _of(section, context)
        if guidance.in_short
    )


def _of(section: str, context: Context) -> list[Guidance]:
    return [guidance for guidance in context.evaluation.guidance if guidance.section == section]
