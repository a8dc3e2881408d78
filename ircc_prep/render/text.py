"""Plain text: what `check` prints, and the whole packet as a .txt file. No meaning by colour, marks in ASCII."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.render.parts import Entry, Figure, Line, Section, View
from ircc_prep.render.wrapping import cells, wrap

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
        rows += [*_titled(view.phrases["check.first"]), *_steps(view, width)]
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
    return [*rows, *_closing(view, width), *_next(view, case_name)]


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
    """One line each, cut where the terminal ends: the packet and `why` have the rest."""
    section = view.section("not-needed")
    rows = []
    for entry in section.entries if section else ():
        reason = entry.lines[0].text if entry.lines else ""
        lines = wrap(f"{entry.title} - {reason}", width - 4, "  -   ")
        rows.append(Row("quiet", lines[0] + (" ..." if len(lines) > 1 else "")))
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


def _next(view: View, case_name: str) -> Iterator[Row]:
    """The commands worth typing now."""
    commands = []
    if view.section("undecided"):
        commands.append((f"ircc-prep ask {case_name}", "check.next-ask"))
    commands.append((f"ircc-prep packet {case_name}", "check.next-packet"))
    documents = view.section("documents")
    first = next((entry for entry in documents.entries if entry.tone == "missing"), None) if documents else None
    if first:
        commands.append((f"ircc-prep why {case_name} {first.name}", "check.next-why"))
    elif view.section("questions"):
        commands.append((f"ircc-prep practise {case_name}", "check.next-practise"))
    yield from _titled(view.phrases["check.next"])
    broad = max(cells(command) for command, _ in commands) + 2
    for command, key in commands:
        yield Row("command", "  " + command + " " * (broad - cells(command)) + view.phrases[key])


def _packet(view: View, width: int) -> Iterator[Row]:
    yield from _head(view, width)
    if view.glance:
        yield from _titled(view.glance.title.upper())
        yield from _rows("body", wrap(view.glance.sentence, width))
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
        if group.title:
            yield from _titled(group.title)
        for entry in group.entries:
            yield from _entry(entry, view, width)
    for figure in section.figures:
        yield from _figure(figure, width)
    for source in section.sources:
        told = f"{source.title}. {source.publisher}; {source.dated}; {source.checked}."
        yield from _rows("body", wrap(f"{told} {source.url}", width, f"[{source.number}] "))


def _entry(entry: Entry, view: View, width: int) -> Iterator[Row]:
    state = f" - {entry.state}" if entry.state else ""
    cites = f" [{', '.join(str(number) for number in entry.cites)}]" if entry.cites else ""
    mark = MARKS[entry.tone].strip()
    yield Row("body", "")
    yield from _rows("body", wrap(entry.title + state + cites, width, f"{mark} " if mark else ""))
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
