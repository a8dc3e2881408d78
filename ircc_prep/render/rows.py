"""Lines of plain text with their roles, and the parts that `check` and the packet as text share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ircc_prep.render.parts import Entry, Line, View
from ircc_prep.render.prose import ended
from ircc_prep.render.wrapping import cells, wrap

# No meaning by colour, and nothing that a terminal may not have.
MARKS = {"ready": "[x]", "missing": "[ ]", "open": "[?]", "extra": "[+]", "urgent": "[!]", "plain": "   "}
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Row:
    """One line, and the role that a terminal may colour."""

    role: str  # title, head, ready, missing, open, extra, urgent, quiet, body, command
    text: str


def as_rows(role: str, lines: Iterable[str]) -> list[Row]:
    """Lines in one role."""
    return [Row(role, line) for line in lines]


def titled(title: str) -> list[Row]:
    """A heading with the empty line above it."""
    return [Row("body", ""), Row("head", title)]


def head(view: View, width: int) -> Iterator[Row]:
    """The title block."""
    heading = view.heading
    names = [heading.program, heading.stream] if heading.stream else [heading.program]
    yield from as_rows("title", wrap(" · ".join(name for name in names if name), width))
    if heading.warning:
        yield from as_rows("urgent", wrap(heading.warning, width, "[!] "))
    broad = max(cells(label) for label, _ in heading.facts) + 2
    for label, value in heading.facts:
        yield from as_rows("body", wrap(value, width, label + " " * (broad - cells(label))))


def steps(view: View, width: int) -> Iterator[Row]:
    """What to do first."""
    glance = view.glance
    if glance is None:
        return
    for number, step in enumerate(glance.first, 1):
        yield from as_rows("body", wrap(step.text, width, f"{number:>2}. "))
        if step.detail:
            yield from as_rows("quiet", wrap(step.detail, width, INDENT))
    if glance.more:
        yield Row("quiet", f"{INDENT}{glance.more}")


def line_text(line: Line) -> str:
    """A line with its label and points as running text."""
    said = "; ".join(part for part in (line.text, *line.points) if part)
    return f"{line.label} {said}".strip() if line.label else said


def running(entry: Entry) -> str:
    """What is said under an entry as one paragraph, every line a sentence."""
    told = [line_text(line) for line in entry.lines if line.kind != "paper"]
    return " ".join((*(ended(text) for text in told[:-1]), *told[-1:]))


def labelled(line: Line, text: str) -> str:
    """A text behind its line's label."""
    return f"{line.label} {text}".rstrip() if line.label else text
