"""The timelines of a case in one language: what is written on each bar, and the same in words."""

from collections.abc import Sequence
from datetime import date
from string import ascii_lowercase
from typing import Any

from ircc_prep.core import case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.timeline import Bar, Lane, Mark, PersonTimeline
from ircc_prep.render.context import Context
from ircc_prep.render.entries import paper_words
from ircc_prep.render.parts import Section
from ircc_prep.render.timeline_parts import Timeline, TimelineBar, TimelineLane, TimelineMark

MOST_TOLD = 40  # entries of one lane said in words: a list of a hundred trips is read by nobody


def timeline_section(context: Context) -> Section:
    """A figure for everybody who has said anything of their life. It rests on no source but the person."""
    words = context.words
    made = tuple(_timeline(timeline, context) for timeline in context.evaluation.timelines)
    return Section("timeline", words.say("section.timeline"), "timelines", words.say("lead.timeline"), timelines=made)


def _timeline(timeline: PersonTimeline, context: Context) -> Timeline:
    words, evaluation = context.words, context.evaluation
    person, name = evaluation.case.person(timeline.person), context.facts.full_name(timeline.person)
    title = context.facts.opened(name)
    lanes = tuple(_lane(lane, context) for lane in timeline.lanes)
    period = words.spelled_period(_month(timeline.first), _month(timeline.last))
    titles = words.join([lane.title for lane in lanes])
    interview = evaluation.case.interview.date if evaluation.case.interview else None
    return Timeline(
        timeline.person,
        person is not None and person.role == "principal-applicant",
        title,
        words.say("timeline.alternative", person=name, period=period, lanes=titles),
        timeline.first,
        timeline.last,
        (evaluation.checked_on, words.say("timeline.today")),
        (interview.first, words.say("timeline.interview")) if interview and interview.exact else None,
        lanes,
    )


def _month(day: date) -> PartialDate:
    return PartialDate.parse(f"{day:%Y-%m}")


def _lane(lane: Lane, context: Context) -> TimelineLane:
    words = context.words
    left_out = max(0, len(lane.bars) - MOST_TOLD)
    bars = tuple(_bar(bar, index - left_out, context) for index, bar in enumerate(lane.bars))
    marks = tuple(_mark(mark, context) for mark in lane.marks)
    earlier = words.quantity("timeline.earlier", left_out) if left_out else None
    key = f"timeline.{lane.name}"
    return TimelineLane(lane.name, words.say(key), words.label(key), bars, marks, earlier)


def _bar(bar: Bar, place: int, context: Context) -> TimelineBar:
    entry = context.facts.at(bar.path)
    told = _told(entry, bar.path, context) if place >= 0 else ""
    labels = tuple(dict.fromkeys(label for label in _labels(entry, context) if label))
    return TimelineBar(_key(place), labels, told, bar.first, bar.last, bar.shortest, bar.sure, bar.ongoing)


def _key(place: int) -> str:
    """a, b, … z, aa, ab, …; nothing for what isn't told."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, len(ascii_lowercase))
        letters = ascii_lowercase[letter] + letters
        place -= 1
    return letters


def _told(entry: Any, path: str, context: Context) -> str:
    if isinstance(entry, case.Passport):
        return context.words.say("timeline.paper", paper=_passport(entry, context), dates=context.facts.entry(path))
    if isinstance(entry, case.Document):
        dates = paper_words(entry, "document", context.words)
        return context.words.say("timeline.paper", paper=_document(entry, context), dates=dates)
    return context.facts.entry(path)


def _labels(entry: Any, context: Context) -> Sequence[str | None]:
    """What may stand on a bar, the fullest first."""
    words = context.words
    country = words.country(entry.country) if getattr(entry, "country", None) else None
    if isinstance(entry, case.Stay):
        return _fuller(entry.city, country), entry.city, country
    if isinstance(entry, case.Activity):
        what = entry.title or _choice("activity", entry.kind, context)
        return _fuller(what, entry.organization), what
    if isinstance(entry, case.Education):
        level = _choice("education", entry.level, context)
        return _fuller(level, entry.institution), entry.institution, level
    if isinstance(entry, case.StatusInCanada):
        return (_choice("status", entry.kind, context),)
    if isinstance(entry, case.Passport):
        return _fuller(_passport(entry, context), country), _passport(entry, context)
    return (_document(entry, context) if isinstance(entry, case.Document) else country,)


def _choice(group: str, value: str | None, context: Context) -> str | None:
    return context.words.say(f"choice.{group}.{value}") if value else None


def _fuller(one: str | None, other: str | None) -> str | None:
    return f"{one}, {other}" if one and other else None


def _passport(passport: case.Passport, context: Context) -> str:
    kind = "travel-document" if passport.kind == "travel-document" else "passport"
    return context.words.say(f"timeline.{kind}")


def _document(document: case.Document, context: Context) -> str:
    items = [item for item in context.evaluation.items if item.id == document.item]
    own = next((item for item in items if (item.person, item.country) == (document.person, document.country)), None)
    if own:
        return context.item_title(own)
    return context.words.of(items[0].title) if items else document.item


def _mark(mark: Mark, context: Context) -> TimelineMark:
    words, finding = context.words, context.evaluation.findings[mark.finding]
    number = context.number_of(finding)
    days = sorted((day for day in (finding.start, finding.end) if day), key=lambda day: day.first)
    told = words.say(
        "timeline.mark",
        number=str(number),
        title=words.of(finding.title),
        period=words.spelled_period(days[0], days[-1]),
    )
    return TimelineMark(number, finding.severity != "note", told, mark.first, mark.last, mark.clash)
