"""What an officer may ask: each question once, with the facts of everybody who may be asked it, and room to write."""

from collections.abc import Iterator, Sequence

from ircc_prep.core.result import OfficerQuestion, Read
from ircc_prep.render.context import Context
from ircc_prep.render.facts import Told
from ircc_prep.render.parts import Entry, Group, Line, Section

_ROOM_FOR_AN_ANSWER = 2
MOST_LINES = 6  # of facts, for each person
_LEAST_OF_A_LIST = 2
_Block = tuple[str, tuple[str, ...]]  # what a list is called, or nothing, and its lines


def questions_section(context: Context) -> Section:
    """The questions by whom they are for: the whole application, several people, one person."""
    words = context.words
    together: dict[tuple[str, ...], list[OfficerQuestion]] = {}
    for question in context.evaluation.officer_questions:
        key = (question.id, question.ask.en, *(text.en for text in (question.looks_for, question.prepare) if text))
        together.setdefault(key, []).append(question)
    groups: dict[tuple[str, ...], list[list[OfficerQuestion]]] = {(): []}
    for asked in together.values():
        people = tuple(dict.fromkeys(question.person for question in asked if question.person))
        groups.setdefault(people, []).append(asked)
    listed: set[tuple[str, ...]] = set()
    made = [
        Group(
            "+".join(people) or "case",
            words.say("group.asked-of", people=words.join([context.facts.person(id) for id in people]))
            if people
            else None,
            tuple(_entry(asked, listed, context) for asked in questions),
        )
        for people, questions in groups.items()
    ]
    filled = tuple(group for group in made if group.entries)
    return Section("questions", words.say("section.questions"), "questions", words.say("lead.questions"), filled)


def _entry(asked: Sequence[OfficerQuestion], listed: set[tuple[str, ...]], context: Context) -> Entry:
    words, question = context.words, asked[0]
    lines: list[Line] = []
    findings = context.evaluation.findings
    numbers = sorted({context.number_of(findings[place]) for each in asked for place in each.raised_by})
    if numbers:
        points = words.join([str(number) for number in numbers])
        key = "line.raised-by-point" if len(numbers) == 1 else "line.raised-by-points"
        lines.append(Line("why", None, words.say(key, points=points)))
    if question.looks_for:
        lines += context.prose("why", words.label("line.looks-for"), question.looks_for)
    lines += context.prepare(question.prepare)
    lines += _facts(asked, listed, context)
    people = [each.person for each in asked if each.person]
    cites = context.cite(source for each in asked for source in each.sources)
    name = "/".join([question.id, *people])
    return Entry(name, words.of(question.ask), lines=tuple(lines), cites=cites, room=_ROOM_FOR_AN_ANSWER)


def _facts(asked: Sequence[OfficerQuestion], listed: set[tuple[str, ...]], context: Context) -> Iterator[Line]:
    """What the file says: first what concerns everybody, then each person's own; those who share it share a line."""
    reads = [(each.person or "", each.verifies) for each in asked]
    shared = context.facts.told(dict.fromkeys(read for _, all in reads for read in all if not _own(read)))
    blocks: dict[_Block, list[str]] = {}
    for person, all in reads:
        gathered = context.facts.gathered([read for read in all if _own(read)], within=person)
        for block in _blocks(gathered, listed, context):
            blocks.setdefault(block, []).append(person)
    names = ["", *dict.fromkeys(name for name, _ in blocks)]
    label = context.words.label("line.facts")
    if shared or (blocks and len(asked) == 1):
        yield Line("facts", label, "", context.points(shared, MOST_LINES))
    for (name, points), people in sorted(blocks.items(), key=lambda pair: names.index(pair[0][0])):
        whose = context.words.join([context.facts.person(id) for id in people]) if len(asked) > 1 else ""
        title = _capital(", ".join(part for part in (whose, name) if part))
        yield Line("facts", context.words.colon(title) if title else None, "", points)


def _own(read: Read) -> bool:
    return read.fact.startswith("people.")


def _blocks(gathered: Sequence[Told], listed: set[tuple[str, ...]], context: Context) -> Iterator[_Block]:
    """Facts by themselves, then each list under its name; a list that stood above is only pointed at."""
    words = context.words
    alone: list[str] = []
    new: list[Told] = []
    for told in gathered:
        key = (told.path or "", *told.lines)
        if told.path is None:
            alone += told.lines
        elif len(told.lines) == 1:
            alone.append(words.say("fact.value", label=_capital(told.name), value=next(iter(told.lines))))
        elif key in listed:
            alone.append(words.say("fact.as-above", list=_capital(told.name)))
        else:
            listed.add(key)
            new.append(told)
    if alone:
        yield "", tuple(alone)
    fits = sum(len(told.lines) for told in new) <= MOST_LINES + 1
    share = max(_LEAST_OF_A_LIST, (MOST_LINES - len(alone)) // max(len(new), 1))
    for told in new:
        yield told.name, tuple(told.lines) if fits else context.points(tuple(told.lines), share, "line.more")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
