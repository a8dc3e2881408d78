"""Deadlines as lines of a letter: the day, what it is about, whose it is."""

from collections.abc import Iterable

from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.render.calendar import KINDS
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Entry, Group, Line, Section

_OF_THE_APPLICATION = frozenset({"interview", "arrival", "submission", "last-day", "age"})


def dates_section(deadlines: Iterable[Deadline], context: Context, title: str, lead: str | None) -> Section:
    """The days in their order."""
    words = context.words
    entries = tuple(_entry(each, context) for each in deadlines)
    group = Group("dates", None, entries, heads=(words.say("letter.day"), words.say("letter.what")))
    return Section("dates", title, "short", lead, (group,) if entries else ())


def pressing(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """The days by which something has to be done, without what runs out only after the next step."""
    return [each for each in deadlines if each.kind in _OF_THE_APPLICATION or each.before]


def _entry(each: Deadline, context: Context) -> Entry:
    words = context.words
    lines = [Line("note", None, _about(each, context))]
    if each.disputed:
        lines.append(Line("caution", None, words.say("calendar.disputed")))
    if each.confidence != "high":
        lines.append(Line("caution", None, words.say(f"line.{each.confidence}")))
    return Entry("/".join(each.name), words.date(each.day), lines=tuple(lines))


def _about(each: Deadline, context: Context) -> str:
    words = context.words
    said = words.of(each.headline) if each.headline else words.say(KINDS[each.kind].title)
    if each.title and words.of(each.title) != said:
        country = f" ({words.country(each.country)})" if each.country else ""
        said = words.say("fact.value", label=said, value=words.of(each.title) + country)
    return f"{said}, {context.facts.person(each.person)}" if each.person else said
