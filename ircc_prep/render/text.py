"""Plain text: what `check` prints, and the whole packet as a .txt file. No meaning by colour, marks in ASCII."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.render.parts import Entry, Figure, Glance, Group, Line, Section, SourceGroup, View
from ircc_prep.render.wrapping import cells, wrap

URGENT_LINES = 2  # how much of an urgent text is said at once; the packet has the rest
MARKS = {"ready": "[x]", "missing": "[ ]", "open": "[?]", "extra": "[+]", "urgent": "[!]", "plain": "   "}
MOST_QUESTIONS = 10
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Row:
    """One line, and the role that a terminal may colour."""

    role: str  # title, head, ready, missing, open, extra, urgent, quiet, body, command
    text: str


def check_rows(view: View, width: int, case_name: str) -> list[Row]:
    """What `check` prints, in the order in which a person acts on it."""
    rows = [*_head(view, width), Row("body", "")]
    if view.glance:
        rows += _rows("title", wrap(view.glance.sentence, width))
        rows += [*_urgent(view, width), *_titled(view.glance.first_title.upper()), *_steps(view, width)]
    documents = view.section("documents")
    made = [
        ("check.missing", _items(documents, "missing", width, usual=view.phrases["holding.missing"])),
        ("check.undecided", _undecided(view, width)),
        ("check.noticed", _noticed(view, width)),
        ("check.ready", _items(documents, "ready", width, short=True)),
        ("check.recommended", _items(documents, "extra", width, short=True)),
        ("check.not-needed", _not_needed(view, width)),
    ]
    for key, found in made:
        if found:
            rows += [*_titled(view.phrases[key]), *found]
    return [*rows, *_closing(view, width), *_next(view, case_name, width)]


def packet_text(views: Sequence[View], width: int = 80) -> str:
    """The whole packet as plain text, one language after the other."""
    rule = "\n" + "=" * width + "\n\n"
    return rule.join("\n".join(row.text for row in _packet(view, width)) + "\n" for view in views)


def _head(view: View, width: int) -> Iterator[Row]:
    heading = view.heading
    names = [heading.program, heading.stream] if heading.stream else [heading.program]
    yield from _rows("title", wrap(" · ".join(name for name in names if name), width))
    if heading.warning:
        yield from _rows("urgent", wrap(heading.warning, width, "[!] "))
    broad = max(cells(label) for label, _ in heading.facts) + 2
    for label, value in heading.facts:
        yield from _rows("body", wrap(value, width, label + " " * (broad - cells(label))))


def _titled(title: str) -> list[Row]:
    return [Row("body", ""), Row("head", title)]


def _rows(role: str, lines: Iterable[str]) -> list[Row]:
    return [Row(role, line) for line in lines]


def _urgent(view: View, width: int) -> Iterator[Row]:
    """What can't wait for the packet: safety, and when to see a representative."""
    for section in view.sections:
        for entry in section.entries:
            if entry.tone == "urgent":
                yield Row("body", "")
                yield from _rows("urgent", wrap(entry.title, width, f"{MARKS['urgent']} ", "    "))
                for line in entry.lines[:URGENT_LINES]:
                    yield from _rows("body", wrap(line.text, width, "    ") if line.text else [])
                    for point in line.points:
                        yield from _rows("body", wrap(point, width, "    - ", "      "))


def _steps(view: View, width: int) -> Iterator[Row]:
    glance = view.glance
    if glance is None:
        return
    for number, step in enumerate(glance.first, 1):
        yield from _rows("body", wrap(step.text, width, f"{number:>2}. "))
        if step.detail:
            yield from _rows("quiet", wrap(step.detail, width, _INDENT))
    if glance.more:
        yield Row("quiet", f"{_INDENT}{glance.more}")


def _items(section: Section | None, tone: str, width: int, *, usual: str = "", short: bool = False) -> list[Row]:
    """A person's items under their name. The reason is given where something is to be done, and once.

    The `usual` state is what the heading already says.
    """
    rows: list[Row] = []
    said: set[str] = set()
    for group in section.groups if section else ():
        chosen = [entry for entry in group.entries if entry.tone == tone]
        if chosen and group.title:
            rows += _rows("body", wrap(group.title, width, "  "))
        for entry in chosen:
            state = f" - {entry.state}" if entry.state and entry.state != usual and not short else ""
            rows += _rows(tone, wrap(entry.title + state, width, f"  {MARKS[tone]} ", "      "))
            reason = next((line.text for line in entry.lines if line.kind == "why"), "")
            if reason and not short and reason not in said:
                said.add(reason)
                rows += _rows("quiet", wrap(reason, width, "      "))
    return rows


def _undecided(view: View, width: int) -> list[Row]:
    """The most decisive open questions; `ask` and the packet have the rest."""
    section = view.section("undecided")
    entries = section.entries if section else ()
    rows: list[Row] = []
    for entry in entries[:MOST_QUESTIONS]:
        mark = MARKS["open"] if entry.tone == "open" else " - "
        rows += _rows("open", wrap(entry.title, width, f"  {mark} ", "      "))
        for line in entry.lines:
            if line.text:
                rows += _rows("quiet", wrap(_labelled(line, line.text), width, "      "))
            if line.points:
                label = line.label or (view.phrases["label.settles"] if entry.tone == "open" else "")
                rows += _rows("quiet", wrap(f"{label} {_few(line.points)}".strip(), width, "      "))
    if len(entries) > MOST_QUESTIONS:
        rows.append(Row("quiet", f"      ... +{len(entries) - MOST_QUESTIONS}"))
    return rows


def _few(points: Sequence[str], most: int = 2) -> str:
    more = f"; ... +{len(points) - most}" if len(points) > most else ""
    return "; ".join(points[:most]) + more


def _noticed(view: View, width: int) -> list[Row]:
    section = view.section("findings")
    rows: list[Row] = []
    for entry in section.entries if section else ():
        role = "urgent" if entry.tone == "urgent" else "body"
        mark = MARKS["urgent"] if entry.tone == "urgent" else "-  "
        rows += _rows(role, wrap(f"{entry.title} ({entry.state})", width, f"  {mark} ", "      "))
        for line in entry.lines:
            if line.kind == "prepare" and line.label:
                rows += _rows("quiet", wrap(line.text, width, "      "))
    return rows


def _not_needed(view: View, width: int) -> list[Row]:
    """The titles in a run under each name: the packet and the JSON have the reasons."""
    section = view.section("not-needed")
    people: dict[str, list[str]] = {}
    for entry in section.entries if section else ():
        people.setdefault(entry.state or "", []).append(entry.title)
    if not people:
        return []
    rows = _rows("quiet", wrap(view.phrases["check.not-needed-where"], width, "  "))
    for name, titles in people.items():
        rows += _rows("quiet", wrap(f"{name}: {'; '.join(titles)}" if name else "; ".join(titles), width, "  -   "))
    return rows


def _closing(view: View, width: int) -> Iterator[Row]:
    interview = view.section("interview")
    if interview and interview.lead:
        yield Row("body", "")
        yield from _rows("body", wrap(interview.lead, width))
    if view.glance:
        yield Row("body", "")
        counts = " · ".join(f"{count.number} {count.words}" for count in view.glance.counts)
        yield from _rows("title", wrap(counts, width))


def _next(view: View, case_name: str, width: int) -> Iterator[Row]:
    """The commands worth typing now, what each does beside it or, where that is too wide, under it."""
    names = ["ask", "packet"] if view.section("undecided") else ["packet"]
    case = shlex.quote(case_name)
    commands = [(f"  ircc-prep {name} {case}", view.phrases[f"check.next-{name}"]) for name in names]
    broad = max(cells(command) for command, _ in commands) + 2
    beside = all(broad + cells(told) <= width for _, told in commands)
    yield from _titled(view.phrases["check.next"])
    for command, told in commands:
        if beside:
            yield Row("command", command + " " * (broad - cells(command)) + told)
            continue
        # A file's name is never broken; where it doesn't fit, the command goes on after a backslash.
        parts = [command] if cells(command) <= width else [f"{command.removesuffix(case)}\\", f"    {case}"]
        yield from _rows("command", parts)
        yield from _rows("quiet", wrap(told, width, "      "))


def _interview(glance: Glance) -> str:
    said, name = glance.interview
    return f"{name}: {said}"


def _packet(view: View, width: int) -> Iterator[Row]:
    yield from _head(view, width)
    if view.glance:
        yield from _titled(view.glance.title.upper())
        yield from _rows("body", wrap(view.glance.sentence, width))
        yield from _rows("body", wrap(_interview(view.glance), width))
        yield from _titled(view.glance.first_title)
        yield from _steps(view, width)
    for section in view.sections:
        yield from _section(section, view, width)
    yield from _titled(view.about_title.upper())
    for paragraph in view.about:
        yield from _rows("body", wrap(paragraph, width))


def _section(section: Section, view: View, width: int) -> Iterator[Row]:
    yield from (Row("body", ""), *_titled(section.title.upper()), Row("body", "-" * cells(section.title)))
    if section.lead:
        yield from _rows("body", wrap(section.lead, width))
    for group in section.groups:
        yield from _group(group, section, view, width)
    for figure in section.figures:
        yield from _figure(figure, width)
    for sources in section.sources:
        yield from _sources(sources, width)


def _group(group: Group, section: Section, view: View, width: int) -> Iterator[Row]:
    if group.title:
        yield from _titled(group.title)
    tight = (group.layout or section.layout) == "tight"
    ready_before = False
    for entry in group.entries:
        if entry.compact or tight:
            if not ready_before:
                yield Row("body", "")
            yield from _running(entry, width)
        else:
            yield from _entry(entry, view, width)
        ready_before = entry.compact or tight


def _running(entry: Entry, width: int) -> Iterator[Row]:
    """An entry as one running paragraph."""
    paper = "".join(f", {line.text}" for line in entry.lines if line.kind == "paper")
    state = f" - {entry.state}" if entry.compact else f" ({entry.state})"
    told = [line_text(line) for line in entry.lines if line.kind != "paper"]
    mark = "[ ] " if entry.compact else "- "
    text = " ".join((f"{entry.title}{state if entry.state else ''}{paper}{'.' if told else ''}", *told))
    yield from _rows("body", wrap(text + _cites(entry.cites), width, mark, "    "))


def line_text(line: Line) -> str:
    """A line with its label and points as running text."""
    said = "; ".join(part for part in (line.text, *line.points) if part)
    return f"{line.label} {said}".strip() if line.label else said


def _cites(numbers: Sequence[int]) -> str:
    return f" [{', '.join(str(number) for number in numbers)}]" if numbers else ""


def _sources(group: SourceGroup, width: int) -> Iterator[Row]:
    yield Row("body", "")
    yield from _rows("body", wrap(". ".join((group.title, *group.told)) + ".", width))
    if group.address:
        yield Row("body", _INDENT + group.address)
    for source in group.sources:
        told = ". ".join((source.title, *source.told))
        address = "" if group.address else f". {source.url}"
        yield from _rows("body", wrap(f"{told}{address}", width, f"[{source.number}] ", _INDENT + " "))


def _entry(entry: Entry, view: View, width: int) -> Iterator[Row]:
    state = f" - {entry.state}" if entry.state else ""
    mark = MARKS[entry.tone].strip()
    yield Row("body", "")
    yield from _rows("body", wrap(entry.title + state + _cites(entry.cites), width, f"{mark} " if mark else ""))
    if entry.boxes:
        yield Row("body", _INDENT + "   ".join(f"[ ] {box}" for box in entry.boxes))
    for line in entry.lines:
        if line.text or line.label:
            yield from _rows("body", wrap(_labelled(line, line.text), width, _INDENT))
        elif line.kind == "settles" and entry.tone == "open":
            yield Row("body", _INDENT + view.phrases["label.settles"])
        for point in line.points:
            yield from _rows("body", wrap(point, width, f"{_INDENT}- "))
    for _ in range(entry.room):
        yield from (Row("body", ""), Row("body", _INDENT + "_" * (width - len(_INDENT))))


def _figure(figure: Figure, width: int) -> Iterator[Row]:
    said = [figure.value, *(part for part in (figure.threshold, figure.verdict) if part)]
    yield from _titled(f"{figure.title} - {'; '.join(said)}")
    for part in figure.parts:
        most = f" / {part.most}" if part.most else ""
        yield from _rows("body", wrap(f"{part.title} - {part.value}{most}", width, f"{_INDENT}- "))
    for line in figure.lines:
        yield from _rows(
            "body", wrap(_labelled(line, "; ".join((line.text, *line.points)).strip("; ")), width, _INDENT)
        )


def _labelled(line: Line, text: str) -> str:
    return f"{line.label} {text}".rstrip() if line.label else text
