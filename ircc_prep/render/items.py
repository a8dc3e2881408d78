"""What to have with you, by person; and what isn't needed."""

from collections.abc import Iterable

from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Entry, Group, Line, Section, Tone

_IN_EITHER_LANGUAGE = frozenset({"en", "fr"})
_ORDER = {"missing": 0, "ready": 1, "extra": 2, "plain": 3}


def documents_section(context: Context) -> Section:
    """Everything needed or worth having, by person: what is to get, then what is in hand, then what is worth having."""
    words = context.words
    groups = [_requested(context)]
    shown = [item for item in context.evaluation.items if item.status in {"needed", "recommended"}]
    people = [None, *(person.id for person in context.evaluation.case.people or ())]
    for person in people:
        entries = sorted(
            (entry(item, context) for item in shown if item.person == person), key=lambda made: _ORDER[made.tone]
        )
        groups.append(Group(person or "case", _owner(person, context), tuple(entries)))
    filled = tuple(group for group in groups if group.entries)
    return Section("documents", words.say("section.documents"), "checklist", words.say("lead.documents"), filled)


def not_needed_section(context: Context) -> Section:
    """What isn't needed, in one line each."""
    words = context.words
    entries = [
        Entry(
            item.name,
            context.item_title_of(item),
            lines=(Line("why", None, words.of(item.reason)),),
            cites=context.cite(item.sources),
        )
        for item in context.evaluation.items
        if item.status == "not-needed"
    ]
    title, lead = words.say("section.not-needed"), words.say("lead.not-needed")
    heads = (words.say("column.what"), words.say("column.reason"))
    groups = (Group("all", None, tuple(entries), heads=heads),) if entries else ()
    return Section("not-needed", title, "short", lead, groups)


def entry(item: Item, context: Context) -> Entry:
    """One requirement: how it stands, the boxes to tick, why, and how to prepare it."""
    words = context.words
    why = Line(
        "why", None, words.of(item.reason), context.points(context.facts.told(item.why, item.country, item.person))
    )
    lines = [why, *context.cautions(item.confidence, item.disputed), *_in_hand(item, context)]
    if item.holding != "ready":
        lines += context.prepare(item.prepare)
    tone, state = standing(item, context)
    return Entry(
        item.name,
        context.item_title(item),
        tone,
        state,
        _boxes(item, context),
        tuple(lines),
        context.cite(item.sources),
    )


def standing(item: Item, context: Context) -> tuple[Tone, str]:
    """How an item stands, as a tone and in words."""
    words = context.words
    if item.holding == "ready":
        return "ready", words.say("holding.ready")
    if item.status == "recommended" and item.holding in {"missing", None}:
        return "extra", words.say("status.recommended")
    tone: Tone = "missing" if item.status == "needed" else "extra"
    if item.holding in {"missing", None} and item.kind in {"step", "fee"}:
        return tone, words.say("holding.to-do")
    return tone, words.say(f"holding.{item.holding or 'to-do'}")


def _owner(person: str | None, context: Context) -> str:
    held = context.evaluation.case.person(person) if person else None
    if held is None:
        return context.words.say("packet.for-the-case")
    role = context.words.say(f"choice.role.{held.role}")
    return context.words.say("packet.person-and-role", person=held.display_name, role=role)


def _in_hand(item: Item, context: Context) -> Iterable[Line]:
    """What the holding rests on, unless nothing is in hand."""
    if item.holding in {"missing", None}:
        return ()
    told = context.facts.told(item.holding_reads, item.country, item.person)
    return (Line("facts", context.words.label("line.in-hand"), "", context.points(told)),) if told else ()


def _boxes(item: Item, context: Context) -> tuple[str, ...]:
    keys = {
        "document": ["original", "copy", *(["translation"] if _may_need_translation(item, context) else [])],
        "form": ["filled", "signed"],
        "fee": ["receipt"],
        "step": ["done"],
    }[item.kind]
    return tuple(context.words.say(f"box.{key}") for key in keys)


def _may_need_translation(item: Item, context: Context) -> bool:
    """When the paper in hand, or the country that gives it, speaks neither English nor French."""
    if item.holding == "untranslated":
        return True
    held = [
        document.language
        for document in context.evaluation.case.documents or ()
        if document.item == item.id
        and document.person in {item.person, None}
        and document.country in {item.country, None}
    ]
    known = [language.split("-")[0].lower() for language in held if language]
    if known:
        return not any(language in _IN_EITHER_LANGUAGE for language in known)
    return item.country is not None and not context.words.speaks(item.country, _IN_EITHER_LANGUAGE)


def _requested(context: Context) -> Group:
    """What the interview letter itself asks for, as the person copied it."""
    case, words = context.evaluation.case, context.words
    asked = (case.interview.requested or ()) if case.interview else ()
    titles = {item.id: item.title for item in context.evaluation.items}
    entries = [
        Entry(
            f"requested/{index}",
            words.of(titles[name]) if name in titles else name,
            boxes=(words.say("box.here"),),
        )
        for index, name in enumerate(asked)
    ]
    return Group("requested", words.say("group.requested"), tuple(entries))
