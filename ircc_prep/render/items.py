"""What to have with you, by person: in full what is still to do, in a row what is ready."""

import re
from collections.abc import Iterable
from datetime import date

from ircc_prep.core.case import Document, LanguageTest, Noun, Passport
from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.entries import paper_words
from ircc_prep.render.facts import entry_of
from ircc_prep.render.parts import Entry, Group, Line, Section, Tone

_IN_EITHER_LANGUAGE = frozenset({"en", "fr"})
_ORDER = {"missing": 0, "extra": 1, "plain": 2, "ready": 3}
_LIST = re.compile(r"documents\[|people\.[^.]+\.\w+(?:\[|$)")


def documents_section(context: Context) -> Section:
    """Everything needed or worth having, by person: what is to get, what is worth having, then what is in hand."""
    words = context.words
    groups = [_requested(context)]
    shown = [item for item in context.evaluation.items if item.status in {"needed", "recommended"}]
    people = [None, *(person.id for person in context.evaluation.case.people or ())]
    heads = (words.say("column.tick"), words.say("column.ready"))
    for person in people:
        mine = sorted(
            (item for item in shown if item.person == person), key=lambda item: _ORDER[standing(item, context)[0]]
        )
        entries = tuple(entry(item, context) for item in mine)
        groups.append(Group(person or "case", owner(person, context), entries, heads=heads))
    filled = tuple(group for group in groups if group.entries)
    return Section("documents", words.say("section.documents"), "checklist", words.say("lead.documents"), filled)


def entry(item: Item, context: Context) -> Entry:
    """One requirement: in full while something is to be done, in one row when it is ready."""
    title, cites = context.item_title(item), context.cite(item.sources)
    tone, state = standing(item, context)
    make = _ready_lines if tone == "ready" else _open_lines
    return Entry(
        item.name,
        title,
        tone,
        state,
        _boxes(item, context),
        tuple(make(item, context)),
        cites,
        compact=tone == "ready",
    )


def standing(item: Item, context: Context) -> tuple[Tone, str]:
    """How an item stands, as a tone and in words."""
    words = context.words
    if item.holding == "ready":
        return "ready", words.say("holding.ready")
    if item.unsure:
        return "missing" if item.status == "needed" else "extra", words.say("holding.unsure")
    if item.status == "recommended" and item.holding in {"missing", None}:
        return "extra", words.say("status.recommended")
    tone: Tone = "missing" if item.status == "needed" else "extra"
    if item.holding in {"missing", None} and item.kind in {"step", "fee"}:
        return tone, words.say("holding.to-do")
    return tone, words.say(f"holding.{item.holding or 'to-do'}")


def paper(item: Item, context: Context) -> str | None:
    """The paper in hand, by its dates: the one of several that holds the longest."""
    held = []
    for path in dict.fromkeys(entry_of(read.fact) for read in item.holding_reads):
        found = context.facts.at(path) if path else None
        if isinstance(found, Document | Passport | LanguageTest):
            held.append(found)
    return paper_words(max(held, key=_holds_until), item.kind, context.words) or None if held else None


def _holds_until(held: Noun) -> tuple[date, date]:
    expires, issued = getattr(held, "expires", None), getattr(held, "issued", None) or getattr(held, "taken", None)
    return (expires.last if expires else date.min), (issued.last if issued else date.min)


def owner(person: str | None, context: Context) -> str:
    """Whose the items of a group are, with the role."""
    held = context.evaluation.case.person(person) if person else None
    if held is None:
        return context.words.say("packet.for-the-case")
    name = context.facts.full_name(held.id)
    named = held.given_names or held.family_name
    if context.evaluation.redaction or not named:  # what stands for the name is the role
        return context.facts.opened(name)
    role = context.words.say(f"choice.role.{held.role}")
    return context.words.say("packet.person-and-role", person=name, role=role)


def _ready_lines(item: Item, context: Context) -> Iterable[Line]:
    """The person's own paper and the reason in a sentence: there is nothing to prepare."""
    in_hand = paper(item, context)
    if in_hand:
        yield Line("paper", None, in_hand)
    yield Line("why", None, context.words.of(item.reason))
    yield from context.cautions(item.confidence, item.disputed)


def _open_lines(item: Item, context: Context) -> Iterable[Line]:
    words, facts = context.words, context.facts
    # A fact without an answer that nothing waits for decided nothing here, and may not even be asked for.
    reads = [read for read in item.why if read.value is not None or read.fact in item.missing_facts]
    yield Line("why", None, words.of(item.reason), context.points(facts.told(reads, item.country, item.person)))
    yield from context.cautions(item.confidence, item.disputed)
    yield from _in_hand(item, context)
    yield from context.prepare(item.prepare)


def _in_hand(item: Item, context: Context) -> Iterable[Line]:
    """The paper that isn't good enough yet, or the answers that the holding rests on, and what is the matter."""
    if item.holding in {"missing", None}:
        return
    yield from _what_is_there(item, context)
    if item.fault or item.unsure:
        said = context.words.of(item.fault) if item.fault else context.words.say("holding.unsure-why")
        yield Line("fault", None, said)


def _what_is_there(item: Item, context: Context) -> Iterable[Line]:
    """The paper, or where there is none the answers, which aren't in anybody's hand."""
    in_hand = paper(item, context)
    if in_hand:
        yield Line("paper", context.words.label("line.in-hand"), in_hand)
        return
    label = context.words.label("line.facts")
    told = context.facts.told([read for read in item.holding_reads if not _LIST.match(read.fact)], within=item.person)
    if told:
        alone = len(told) == 1
        yield Line("paper", label, told[0] if alone else "", () if alone else context.points(told))


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
    """What the interview letter itself asks for, as the person copied it, and whether it is there."""
    case, words = context.evaluation.case, context.words
    asked = (case.interview.requested or ()) if case.interview else ()
    entries = []
    for index, name in enumerate(asked):
        items = [item for item in context.evaluation.items if item.id == name]
        title = requested_title(name, context)
        told = _there(items, context)
        lines = (Line("paper", None, told),) if told else ()
        # By its words: a place in the list, and its tick with it, goes to another paper when one is added in front.
        key = f"requested/{asked[:index].count(name)}/{name}"
        entries.append(Entry(key, title, boxes=(words.say("box.here"),), lines=lines, compact=True))
    heads = (words.say("column.tick"), words.say("column.asked"))
    return Group("requested", words.say("group.requested"), tuple(entries), heads=heads)


def requested_title(name: str, context: Context) -> str:
    """What the letter asks for: a requirement's title, or the person's own words."""
    items = [item for item in context.evaluation.items if item.id == name]
    return context.words.of(items[0].title) if items else context.facts.value("interview.requested", name)


def _there(items: Iterable[Item], context: Context) -> str | None:
    """Whether the papers of one kind are ready, and whose aren't."""
    words = context.words
    needed = [item for item in items if item.status in {"needed", "recommended"}]
    if not needed:
        return None
    waiting = [context.whose(item) for item in needed if item.holding != "ready"]
    if not waiting:
        return words.say("holding.ready-in-sentence")
    return words.say("holding.to-get-of", whose=words.join(waiting))
