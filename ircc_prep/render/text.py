"""The whole packet as plain text. Marks are ASCII."""

from collections.abc import Iterator, Sequence

from ircc_prep.core.bidi import isolated
from ircc_prep.core.text import Language
from ircc_prep.render.parts import Branding, Entry, Figure, Glance, Group, Section, SourceGroup, View
from ircc_prep.render.prose import COLONS, ended
from ircc_prep.render.rows import INDENT, MARKS, Row, as_rows, head, labelled, running, steps, titled
from ircc_prep.render.timeline_parts import Timeline
from ircc_prep.render.wrapping import cells, wrap


def packet_text(views: Sequence[View], width: int = 80) -> str:
    """The whole packet as plain text, one language after the other."""
    rule = "\n" + "=" * width + "\n\n"
    return rule.join("\n".join(isolated(row.text) for row in _packet(view, width)) + "\n" for view in views)


def _interview(glance: Glance, language: Language) -> str:
    said, name = glance.interview
    return f"{name}{COLONS[language]}{said}"


def _packet(view: View, width: int) -> Iterator[Row]:
    if view.brand:
        yield from brand_rows(view.brand, width)
    yield from head(view, width)
    if view.glance:
        yield from titled(view.glance.title.upper())
        yield from as_rows("body", wrap(view.glance.sentence, width))
        yield from as_rows("body", wrap(_interview(view.glance, view.language), width))
        if view.glance.urgent:
            yield Row("body", "")
            yield from as_rows("urgent", wrap(view.glance.urgent, width, f"{MARKS['urgent']} ", INDENT))
        yield from titled(view.glance.first_title)
        yield from steps(view, width)
    for section in view.sections:
        yield from section_rows(section, view, width)
    yield from titled(view.about_title.upper())
    for paragraph in view.about:
        yield from as_rows("body", wrap(paragraph, width))
    if view.brand and view.brand.footer:
        yield from (Row("body", ""), *as_rows("body", wrap(view.brand.footer, width)))


def brand_rows(brand: Branding, width: int) -> Iterator[Row]:
    """A firm's strip and its letter."""
    rule = (Row("body", ""), Row("body", "-" * width), Row("body", ""))
    for line in (f"[{brand.alt}]" if brand.alt else None, brand.firm, *brand.details):
        yield from as_rows("body", wrap(line, width) if line else ())
    yield from rule
    if brand.letter is None:
        return
    yield Row("body", brand.letter.day)
    for said in brand.letter.lines:
        yield Row("body", "")
        yield from as_rows("body", wrap(said.text, width) if said.text else ())
        for point in said.points:
            yield from as_rows("body", wrap(point, width, "- "))
    yield Row("body", "")
    for signed in brand.letter.signed:
        yield from as_rows("body", wrap(signed, width))
    yield from rule


def section_rows(section: Section, view: View, width: int) -> Iterator[Row]:
    """A section under its heading."""
    yield from (Row("body", ""), *titled(section.title.upper()), Row("body", "-" * cells(section.title)))
    if section.lead:
        yield from as_rows("body", wrap(section.lead, width))
    for group in section.groups:
        yield from _group(group, section, view, width)
    for figure in section.figures:
        yield from _figure(figure, width)
    for timeline in section.timelines:
        yield from _timeline(timeline, width)
    for sources in section.sources:
        yield from _sources(sources, width)


def _group(group: Group, section: Section, view: View, width: int) -> Iterator[Row]:
    if group.title:
        yield from titled(group.title)
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
    mark = f"{entry.number}. " if entry.number else "[ ] " if entry.compact else "- "
    title, told = f"{entry.title}{state if entry.state else ''}{paper}", running(entry)
    text = f"{ended(title)} {told}" if told else title
    yield from as_rows("body", wrap(text + _cites(entry.cites), width, mark, "    "))


def _cites(numbers: Sequence[int]) -> str:
    return f" [{', '.join(str(number) for number in numbers)}]" if numbers else ""


def _sources(group: SourceGroup, width: int) -> Iterator[Row]:
    yield Row("body", "")
    yield from as_rows("body", wrap(". ".join((group.title, *group.told)) + ".", width))
    if group.address:
        yield Row("body", INDENT + group.address)
    for source in group.sources:
        told = ". ".join((source.title, *source.told))
        address = "" if group.address else f". {source.url}"
        yield from as_rows("body", wrap(f"{told}{address}", width, f"[{source.number}] ", INDENT + " "))


def _timeline(timeline: Timeline, width: int) -> Iterator[Row]:
    yield from titled(timeline.title)
    for lane in timeline.lanes:
        yield Row("body", INDENT + lane.label)
        for told in lane.told:
            yield from as_rows("body", wrap(told, width, f"{INDENT}- "))


def _entry(entry: Entry, view: View, width: int) -> Iterator[Row]:
    state = f" - {entry.state}" if entry.state else ""
    mark = MARKS[entry.tone].strip()
    yield Row("body", "")
    start = "".join(f"{part} " for part in (mark, f"{entry.number}." if entry.number else "") if part)
    yield from as_rows("body", wrap(entry.title + state + _cites(entry.cites), width, start))
    if entry.boxes:
        yield Row("body", INDENT + "   ".join(f"[ ] {box}" for box in entry.boxes))
    for line in entry.lines:
        if line.text or line.label:
            yield from as_rows("body", wrap(labelled(line, line.text), width, INDENT))
        elif line.kind == "settles" and entry.tone == "open":
            yield Row("body", INDENT + view.phrases["label.settles"])
        for point in line.points:
            yield from as_rows("body", wrap(point, width, f"{INDENT}- "))
    for _ in range(entry.room):
        yield from (Row("body", ""), Row("body", INDENT + "_" * (width - len(INDENT))))


def _figure(figure: Figure, width: int) -> Iterator[Row]:
    said = [figure.value, *(part for part in (figure.threshold, figure.verdict) if part)]
    yield from titled(f"{figure.title} - {'; '.join(said)}")
    for part in figure.parts:
        most = f" / {part.most}" if part.most else ""
        yield from as_rows("body", wrap(f"{part.title} - {part.value}{most}", width, f"{INDENT}- "))
    for line in figure.lines:
        yield from as_rows(
            "body", wrap(labelled(line, "; ".join((line.text, *line.points)).strip("; ")), width, INDENT)
        )
