"""What `check` prints, in the order in which a person acts on it."""

import shlex
from collections.abc import Iterator, Sequence

from ircc_prep.render.parts import Entry, Group, Section, View
from ircc_prep.render.prose import COLONS
from ircc_prep.render.rows import INDENT, MARKS, Row, as_rows, head, labelled, steps, titled
from ircc_prep.render.timeline_text import Glyphs, text_figure
from ircc_prep.render.wrapping import cells, wrap

URGENT_LINES = 2  # how much of an urgent text is said at once; the packet has the rest
MOST_QUESTIONS = 10
# How many points of each kind are said here. What blocks is always said.
MOST_POINTS = {"warning": 8, "note": 5}
MOST_FIGURES = 3
_UNDER = "      "


def check_rows(view: View, width: int, case_name: str, glyphs: Glyphs | None) -> list[Row]:
    """The rows; without glyphs there is no figure, which a screen reader would read letter by letter."""
    rows = [*head(view, width), Row("body", "")]
    if view.glance:
        rows += as_rows("title", wrap(view.glance.sentence, width))
        rows += [*_urgent(view, width), *titled(view.glance.first_title.upper()), *steps(view, width)]
    documents = view.section("documents")
    made = [
        ("check.missing", _items(documents, "missing", width, usual=view.phrases["holding.missing"])),
        ("check.noticed", list(_noticed(view, width))),
        ("check.timeline", list(_figures(view, width, glyphs)) if glyphs else []),
        ("check.undecided", _undecided(view, width)),
        ("check.ready", _items(documents, "ready", width, short=True)),
        ("check.recommended", _items(documents, "extra", width, short=True)),
        ("check.not-needed", _not_needed(view, width)),
    ]
    for key, found in made:
        if found:
            rows += [*titled(view.phrases[key]), *found]
    return [*rows, *_closing(view, width), *_next(view, case_name, width)]


def _urgent(view: View, width: int) -> Iterator[Row]:
    """What can't wait for the packet: safety, and when to see a representative."""
    for section in view.sections:
        urgent = [entry for entry in section.entries if entry.tone == "urgent"]
        for entry in urgent if section.name != "findings" else ():  # those are the first steps
            yield Row("body", "")
            yield from as_rows("urgent", wrap(entry.title, width, f"{MARKS['urgent']} ", INDENT))
            for line in entry.lines[:URGENT_LINES]:
                yield from as_rows("body", wrap(line.text, width, INDENT) if line.text else [])
                for point in line.points:
                    yield from as_rows("body", wrap(point, width, f"{INDENT}- "))


def _items(section: Section | None, tone: str, width: int, *, usual: str = "", short: bool = False) -> list[Row]:
    """A person's items under their name. The reason is given where something is to be done, and once.

    The `usual` state is what the heading already says.
    """
    rows: list[Row] = []
    said: set[str] = set()
    for group in section.groups if section else ():
        chosen = [entry for entry in group.entries if entry.tone == tone]
        if chosen and group.title:
            rows += as_rows("body", wrap(group.title, width, "  "))
        for entry in chosen:
            state = f" - {entry.state}" if entry.state and entry.state != usual and not short else ""
            rows += as_rows(tone, wrap(entry.title + state, width, f"  {MARKS[tone]} ", _UNDER))
            lines = {line.kind: line.text for line in entry.lines}
            reason = lines.get("fault") or lines.get("why", "")  # what is the matter, else why it is asked for
            if reason and not short and reason not in said:
                said.add(reason)
                rows += as_rows("quiet", wrap(reason, width, _UNDER))
    return rows


def _undecided(view: View, width: int) -> list[Row]:
    """The most decisive open questions; `ask` and the packet have the rest."""
    section = view.section("undecided")
    entries = section.entries if section else ()
    rows: list[Row] = []
    for entry in entries[:MOST_QUESTIONS]:
        mark = MARKS["open"] if entry.tone == "open" else " - "
        rows += as_rows("open", wrap(entry.title, width, f"  {mark} ", _UNDER))
        for line in entry.lines:
            if line.text:
                rows += as_rows("quiet", wrap(labelled(line, line.text), width, _UNDER))
            if line.points:
                label = line.label or (view.phrases["label.settles"] if entry.tone == "open" else "")
                rows += as_rows("quiet", wrap(f"{label} {_few(line.points)}".strip(), width, _UNDER))
    if len(entries) > MOST_QUESTIONS:
        rows.append(Row("quiet", f"{_UNDER}... +{len(entries) - MOST_QUESTIONS}"))
    return rows


def _few(points: Sequence[str], most: int = 2) -> str:
    more = f"; ... +{len(points) - most}" if len(points) > most else ""
    return "; ".join(points[:most]) + more


def _noticed(view: View, width: int) -> Iterator[Row]:
    """What an officer may notice, by what to do first: with the question and what helps; notes in a sentence each."""
    section = view.section("findings")
    if section is None:
        return
    if not section.groups:
        yield from as_rows("body", wrap(section.lead or "", width, "  "))
    for group in section.groups:
        yield from _points(group, view, width)


def _points(group: Group, view: View, width: int) -> Iterator[Row]:
    most = MOST_POINTS.get(group.name, len(group.entries))
    yield from as_rows("body", wrap(group.title or "", width, "  "))
    for entry in group.entries[:most]:
        yield from _point(entry, width, short=group.name == "note")
    if len(group.entries) > most:
        more = f"... +{len(group.entries) - most} · {view.phrases['check.more-points']}"
        yield from as_rows("quiet", wrap(more, width, _UNDER))


def _point(entry: Entry, width: int, *, short: bool) -> Iterator[Row]:
    urgent = entry.tone == "urgent"
    mark = f"  {MARKS['urgent']} {entry.number}. " if urgent else f"  {entry.number:>2}. "
    yield from as_rows("urgent" if urgent else "body", wrap(entry.title, width, mark, _UNDER))
    for line in entry.lines if not short else ():
        if line.kind in {"ask", "prepare"} and line.label:  # without one it only points at what stands above
            yield from as_rows("quiet", wrap(labelled(line, line.text), width, _UNDER))


def _figures(view: View, width: int, glyphs: Glyphs) -> Iterator[Row]:
    """The timelines of those in whose years something stands out; where nothing does, the applicant's."""
    section = view.section("timeline")
    timelines = section.timelines if section else ()
    marked = [timeline for timeline in timelines if any(lane.marks for lane in timeline.lanes)]
    drawn = False
    for timeline in (marked or [each for each in timelines if each.applicant])[:MOST_FIGURES]:
        lines = text_figure(timeline, width, glyphs)
        if lines:
            yield from as_rows("body", wrap(timeline.title, width, "  "))
            yield from as_rows("body", lines)
            drawn = True
    if drawn:
        key = view.phrases["check.timeline-key"]
        signs = {"entry": glyphs.entries[0], "other": glyphs.entries[1], "unsure": glyphs.unsure, "mark": glyphs.mark}
        for name, sign in signs.items():
            key = key.replace(f"{{{name}}}", sign)
        yield from as_rows("quiet", wrap(key, width, "  "))


def _not_needed(view: View, width: int) -> list[Row]:
    """The titles in a run under each name: the packet and the JSON have the reasons."""
    section = view.section("not-needed")
    people: dict[str, list[str]] = {}
    for entry in section.entries if section else ():
        people.setdefault(entry.state or "", []).append(entry.title)
    if not people:
        return []
    rows = as_rows("quiet", wrap(view.phrases["check.not-needed-where"], width, "  "))
    for name, titles in people.items():
        before = f"{name}{COLONS[view.language]}" if name else ""
        rows += as_rows("quiet", wrap(before + "; ".join(titles), width, "  -   "))
    return rows


def _closing(view: View, width: int) -> Iterator[Row]:
    interview = view.section("interview")
    if interview and interview.lead:
        yield Row("body", "")
        yield from as_rows("body", wrap(interview.lead, width))
    if view.glance:
        yield Row("body", "")
        counts = " · ".join(f"{count.number} {count.words}" for count in view.glance.counts)
        yield from as_rows("title", wrap(counts, width))


def _next(view: View, case_name: str, width: int) -> Iterator[Row]:
    """The commands worth typing now, what each does beside it or, where that is too wide, under it."""
    names = ["ask", "why", "packet"] if view.section("undecided") else ["why", "packet"]
    case = shlex.quote(case_name)
    commands = [(f"  ircc-prep {name} {case}", view.phrases[f"check.next-{name}"]) for name in names]
    broad = max(cells(command) for command, _ in commands) + 2
    beside = all(broad + cells(told) <= width for _, told in commands)
    yield from titled(view.phrases["check.next"])
    for command, told in commands:
        if beside:
            yield Row("command", command + " " * (broad - cells(command)) + told)
            continue
        # A file's name is never broken; where it doesn't fit, the command goes on after a backslash.
        parts = [command] if cells(command) <= width else [f"{command.removesuffix(case)}\\", f"    {case}"]
        yield from as_rows("command", parts)
        yield from as_rows("quiet", wrap(told, width, _UNDER))
