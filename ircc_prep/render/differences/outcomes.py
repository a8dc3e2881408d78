"""What follows differently, in words: old → new, with the reason and the changes that it rests on."""

from collections.abc import Iterator, Sequence
from typing import Any

from ircc_prep.core.differences.outcome_differences import Difference
from ircc_prep.core.result import Figure, Finding, Guidance, Interview, Item, OfficerQuestion, OpenQuestion
from ircc_prep.render.context import Context
from ircc_prep.render.differences.report import Section, Told, section
from ircc_prep.render.differences.sides import Sides, capital
from ircc_prep.render.figures import range_words
from ircc_prep.render.items import standing
from ircc_prep.render.undecided import asked, settled

# What the line itself says; any other aspect that differs is named.
_SAID = frozenset(
    {"status", "holding", "reason", "fault", "severity", "says", "message", "words", "start", "end", "facts"}
)
_ALIKE = {"prepare": "words", "title": "words", "officer_may_ask": "words", "matters": "words", "form": "words"}


def outcome_sections(sides: Sides) -> Iterator[Section]:
    """A section for each kind of result in which something differs."""
    outcomes = sides.compared.outcomes
    yield from section(sides.say("section.items"), _items(outcomes.items, sides))
    interview = [_interview(outcomes.interview, sides)] if outcomes.interview else []
    yield from section(sides.say("section.interview"), interview)
    yield from section(sides.say("section.findings"), [_finding(each, sides) for each in outcomes.findings])
    yield from section(sides.say("section.figures"), [_figure(each, sides) for each in outcomes.figures])
    yield from section(sides.say("section.open"), [_open(each, sides) for each in outcomes.open_questions])
    yield from section(sides.say("section.officer"), [_officer(each, sides) for each in outcomes.officer_questions])
    yield from section(sides.say("section.guidance"), [_guidance(each, sides) for each in outcomes.guidance])


def verdict_line(difference: Difference[Any], sides: Sides) -> Told:
    """One verdict: an item, a finding, a figure or how likely an interview is."""
    result = difference.any
    if isinstance(result, Item):
        return _item(difference, sides)
    if isinstance(result, Finding):
        return _finding(difference, sides)
    return _figure(difference, sides) if isinstance(result, Figure) else _interview(difference, sides)


def item_state(item: Item | None, context: Context, absent: str) -> str:
    """How an item stands, in words: what is needed by whether it is ready."""
    if item is None:
        return absent
    if item.status in ("needed", "recommended"):
        return standing(item, context)[1]
    return context.words.say(f"status.{item.status}")


def _items(differences: Sequence[Difference[Item]], sides: Sides) -> list[Told]:
    """What isn't needed of somebody who came or left is counted and not told one by one."""
    told = [_item(each, sides) for each in differences if not each.idle]
    idle = len(differences) - len(told)
    return [*told, Told(sides.words.quantity("diff.not-needed", idle))] if idle else told


def _item(difference: Difference[Item], sides: Sides) -> Told:
    item, words = difference.any, sides.words
    context = sides.new if difference.new else sides.old
    absent = sides.say("absent")
    states = [
        item_state(each, side, absent) for each, side in ((difference.old, sides.old), (difference.new, sides.new))
    ]
    title = words.colon(context.item_title_of(item))
    state = sides.arrow(*states) if states[0] != states[1] else _same_state(difference, states[1], sides)
    details = []
    if difference.new:
        # Why it is needed is no news where only what is in hand is another.
        waits = context.points(context.facts.missing(item.missing_facts)) if item.status == "undetermined" else ()
        if waits:
            details.append(sides.pair(sides.say("waits-for"), "; ".join(waits)))
        elif not difference.old or not {"status", "reason"}.isdisjoint(difference.changed):
            details.append(sides.pair(sides.say("why"), words.of(item.reason)))
        if item.fault:
            details.append(sides.pair(sides.say("fault"), words.of(item.fault)))
    if difference.old and not difference.decisive and "reason" in difference.changed:
        details.append(sides.pair(sides.say("was-because"), words.of(difference.old.reason)))
    details += [*_others(difference, sides), *_versions(difference, sides)]
    return Told(f"{title} {state}", (*details, *sides.follows_from(difference.rests_on)))


def _same_state(difference: Difference[Item], state: str, sides: Sides) -> str:
    """How an item stands that stood so before: what is ready may be worth having where it was needed."""
    if "status" not in difference.changed or not difference.old or not difference.new:
        return state
    statuses = (sides.words.say(f"status.{each.status}") for each in (difference.old, difference.new))
    return f"{state} ({sides.arrow(*statuses)})"


def _versions(difference: Difference[Item], sides: Sides) -> Iterator[str]:
    """By which version of the rule it was and is judged, where that is another one."""
    if difference.old and difference.new and "rule_from" in difference.changed:
        days = (each.rule_from for each in (difference.old, difference.new))
        said = [sides.say("rule", date=sides.words.date(day)) if day else sides.say("rule-none") for day in days]
        yield capital(sides.arrow(*said))


def _others(difference: Difference[Any], sides: Sides) -> Iterator[str]:
    """What else differs, by name."""
    told = {"rule_from", "missing_facts"} if getattr(difference.new, "status", "") == "undetermined" else {"rule_from"}
    names = [_ALIKE.get(name, name) for name in difference.changed if name not in _SAID | told]
    named = [f"aspect.{name}" for name in dict.fromkeys(names) if sides.words.has(f"diff.aspect.{name}")]
    if named:
        key = "same-outcome" if not difference.decisive else "also"
        yield sides.say(key, what=sides.words.join([sides.say(name) for name in named]))


def _interview(difference: Difference[Interview], sides: Sides) -> Told:
    words, old, new = sides.words, difference.old, difference.any
    said = words.say(f"likelihood.{new.likelihood}")
    if old and old.likelihood != new.likelihood:
        said = sides.arrow(words.say(f"likelihood.{old.likelihood}"), said)
    before = {reason.id for reason in old.reasons} if old else set()
    after = {reason.id for reason in new.reasons}
    told = [sides.say("told.added", text=words.of(each.message)) for each in new.reasons if each.id not in before]
    gone = [each for each in (old.reasons if old else ()) if each.id not in after]
    told += [sides.say("told.removed", text=words.of(each.message)) for each in gone]
    return Told(said, (*told, *sides.follows_from(difference.rests_on)))


def _finding(difference: Difference[Finding], sides: Sides) -> Told:
    old, new, words = difference.old, difference.new, sides.words
    context = sides.new if new else sides.old
    severities = [words.say(f"severity.{each.severity}") for each in (old, new) if each]
    same = len(set(severities)) == 1
    severity = severities[0] if same else sides.arrow(*severities)
    title = context.finding_title(difference.any)
    text = sides.say(f"finding.{_kind(difference)}", severity=severity, title=title)
    said = [side.said(each.message, each) for side, each in ((sides.old, old), (sides.new, new)) if each]
    if len(said) > 1 and said[0] != said[1]:
        details = [sides.say("finding.before", message=said[0]), sides.say("finding.now", message=said[1])]
    else:
        details = [said[-1]]
    return Told(text, (*details, *_others(difference, sides), *sides.follows_from(difference.rests_on)))


def _figure(difference: Difference[Figure], sides: Sides) -> Told:
    old, new, words = difference.old, difference.new, sides.words
    figure = difference.any
    values = [
        range_words(each.low, each.high, each.unit, side) if each else sides.say("figure.absent")
        for each, side in ((old, sides.old), (new, sides.new))
    ]
    details = []
    if old and new and old.threshold != new.threshold:
        bounds = [
            words.amount(each.threshold, each.unit) if each.threshold is not None else sides.say("figure.absent")
            for each in (old, new)
        ]
        details.append(sides.say("figure.threshold", old=bounds[0], new=bounds[1]))
    elif figure.threshold is not None:
        details.append(words.say("figure.threshold", threshold=words.amount(figure.threshold, figure.unit)))
    details += _parts(difference, sides)
    value = sides.arrow(*values) if values[0] != values[1] else values[1]
    title = words.colon(words.of(figure.title))
    return Told(f"{title} {value}", (*details, *sides.follows_from(difference.rests_on)))


def _parts(difference: Difference[Figure], sides: Sides) -> Iterator[str]:
    """The parts whose value is another one."""
    if difference.old is None or difference.new is None:
        return
    before = {part.name: part for part in difference.old.parts}
    for part in difference.new.parts:
        was, unit = before.get(part.name), difference.new.unit
        if was and (was.low, was.high) != (part.low, part.high):
            values = [range_words(each.low, each.high, unit, sides.new) for each in (was, part)]
            yield sides.pair(sides.words.of(part.title), sides.arrow(*values))


def _open(difference: Difference[OpenQuestion], sides: Sides) -> Told:
    question, context = difference.any, sides.new if difference.new else sides.old
    text = sides.say(f"open.{_kind(difference)}", ask=asked(question, context))
    titles = context.points(settled(question, context), more="line.more") if difference.new else ()
    settles = (sides.pair(sides.say("open.settles"), "; ".join(titles)),) if titles else ()
    return Told(text, (*settles, *sides.follows_from(difference.rests_on)))


def _officer(difference: Difference[OfficerQuestion], sides: Sides) -> Told:
    context = sides.new if difference.new else sides.old
    text, person = sides.words.of(difference.any.ask), difference.any.person
    if person:  # the same is asked of several
        text = sides.say("asked-of", name=context.facts.person(person), text=text)
    return Told(sides.say(f"told.{_kind(difference)}", text=text), sides.follows_from(difference.rests_on))


def _guidance(difference: Difference[Guidance], sides: Sides) -> Told:
    text = sides.say(f"told.{_kind(difference)}", text=sides.words.of(difference.any.title))
    return Told(text, sides.follows_from(difference.rests_on))


def _kind(difference: Difference[Any]) -> str:
    return "added" if difference.old is None else "removed" if difference.new is None else "changed"
