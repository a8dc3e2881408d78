"""The packet as Markdown: for wikis, e-mail and screen readers. Two languages follow one another section by section."""

import re
from collections.abc import Iterator, Sequence

from ircc_prep.core.bidi import isolated
from ircc_prep.render.parts import Entry, Figure, Group, Line, Section, SourceGroup, View
from ircc_prep.render.prose import ended
from ircc_prep.render.rows import running
from ircc_prep.render.timeline_parts import Timeline

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_BLOCK_START = re.compile(r"^([#>+-]|\d+[.)])(?=\s)")


def markdown(views: Sequence[View]) -> str:
    """One or two views as one Markdown document."""
    lines: list[str] = []
    for view in views:
        lines += brand_lines(view)
    for view in views:
        lines += _heading(view)
    for view in views:
        lines += _glance(view)
    names = dict.fromkeys(section.name for view in views for section in view.sections)
    for name in names:
        for view in views:
            section = view.section(name)
            if section:
                lines += section_lines(section, view)
    for view in views:
        lines += ["", f"## {literal(view.about_title)}"]
        for paragraph in view.about:
            lines += ["", literal(paragraph)]
        if view.brand and view.brand.footer:
            lines += ["", literal(view.brand.footer)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def brand_lines(view: View) -> Iterator[str]:
    """A firm's strip and its letter."""
    brand = view.brand
    if brand is None:
        return
    if brand.alt:
        yield from ("", f"*{literal(brand.alt)}*")
    yield from ("", f"**{literal(brand.firm)}**")
    for detail in brand.details:
        yield from ("", literal(detail))
    if brand.letter:
        yield from ("", "---", "", literal(brand.letter.day), "")
        for line in brand.letter.lines:
            yield from line_lines(line, "")
        for signed in brand.letter.signed:
            yield from ("", literal(signed))
    yield from ("", "---")


def _heading(view: View) -> Iterator[str]:
    heading = view.heading
    stream = f" – {heading.stream}" if heading.stream else ""
    yield from ("", f"# {literal(heading.kind)} — {literal(heading.program + stream)}", "")
    if heading.warning:
        yield from (f"> **{literal(heading.warning)}**", "")
    for label, value in heading.facts:
        yield f"- **{literal(label)}** — {literal(value)}"


def _glance(view: View) -> Iterator[str]:
    glance = view.glance
    if glance is None:
        return
    yield from ("", f"## {literal(glance.title)}", "", literal(glance.sentence), "")
    yield from (f"- **{count.number}** {literal(count.words)}" for count in glance.counts)
    said, name = glance.interview
    yield f"- **{literal(said)}** {literal(name)}"
    if glance.urgent:
        yield from ("", f"> **{literal(glance.urgent)}**")
    yield from ("", f"### {literal(glance.first_title)}", "")
    for number, step in enumerate(glance.first, 1):
        yield f"{number}. **{literal(step.text)}**{'  ' if step.detail else ''}"
        if step.detail:
            yield f"   {literal(step.detail)}"
    if glance.more:
        yield from ("", literal(glance.more))


def section_lines(section: Section, view: View) -> Iterator[str]:
    """A section under its heading."""
    yield from ("", f"## {literal(section.title)}")
    if section.lead:
        yield from ("", literal(section.lead))
    for group in section.groups:
        yield from _group(group, section, view)
    for figure in section.figures:
        yield from _figure(figure, view)
    for timeline in section.timelines:
        yield from _timeline(timeline)
    for sources in section.sources:
        yield from _sources(sources)


def _sources(group: SourceGroup) -> Iterator[str]:
    yield from ("", f"### {literal(group.title)}", "")
    if group.told:
        yield from (f"{literal('. '.join(group.told))}.", "")
    for source in group.sources:
        told = f". {literal('. '.join(source.told))}." if source.told else ""
        yield f"{source.number}. [{literal(source.title)}]({source.url}){told}"


def _group(group: Group, section: Section, view: View) -> Iterator[str]:
    if group.title:
        yield from ("", f"### {literal(group.title)}")
    layout = group.layout or section.layout
    if layout == "short":
        yield ""
        yield from (_short(entry, view) for entry in group.entries)
        return
    level, running = "####" if group.title else "###", False
    for entry in group.entries:
        if entry.compact or layout == "tight":
            yield from ([] if running else [""])
            yield _running(entry)
            running = True
        else:
            yield from _entry(entry, level)
            running = False


def _short(entry: Entry, view: View) -> str:
    """An entry on one line."""
    told = [entry.state] if entry.state else []
    for line in entry.lines:
        label = line.label or (view.phrases["label.settles"] if line.kind == "settles" else "")
        told.append(f"{label} {'; '.join(part for part in (line.text, *line.points) if part)}".strip())
    said = " · ".join(part for part in told if part)
    return f"- **{literal(entry.title)}**{f' — {literal(said)}' if said else ''}{_cites(entry.cites)}"


def _running(entry: Entry) -> str:
    """An entry to tick, or one that needs nothing, as one paragraph."""
    paper = "".join(f", {line.text}" for line in entry.lines if line.kind == "paper")
    people = f" ({entry.state})" if entry.state and not entry.compact else ""
    told = running(entry)
    mark = f"{entry.number}. " if entry.number else "- [ ] " if entry.compact else "- "
    lead = entry.title + people + paper
    stop = ended(lead)[len(lead) :]
    said = f"{stop} {literal(told)}" if told else ""
    ready = f" — {literal(entry.state)}" if entry.compact and entry.state else ""
    # A sentence that stands alone is no heading.
    title = f"**{literal(entry.title)}**" if entry.lines or entry.compact or entry.state else literal(entry.title)
    return f"{mark}{title}{literal(people)}{ready}{literal(paper)}{said}{_cites(entry.cites)}"


def _entry(entry: Entry, level: str) -> Iterator[str]:
    state = f" — {literal(entry.state)}" if entry.state else ""
    number = f"{entry.number}. " if entry.number else ""
    yield from ("", f"{level} {number}{literal(entry.title)}{state}", "")
    if entry.boxes:
        yield from (*(f"- [ ] {literal(box)}" for box in entry.boxes), "")
    for index, line in enumerate(entry.lines):
        yield from line_lines(line, _cites(entry.cites) if index == 0 else "")
    if not entry.lines and entry.cites:
        yield _cites(entry.cites).strip()


def line_lines(line: Line, cites: str = "") -> Iterator[str]:
    """A line with its points."""
    label = f"**{literal(line.label)}** " if line.label else ""
    text = f"{label}{literal(line.text)}".strip()
    if text or cites:
        yield from (f"{text}{cites}".strip(), "")
    if line.points:
        yield from (*(f"- {literal(point)}" for point in line.points), "")


def _figure(figure: Figure, view: View) -> Iterator[str]:
    said = [figure.value, *(part for part in (figure.threshold, figure.verdict) if part)]
    yield from ("", f"### {literal(figure.title)}", "", f"**{literal(' · '.join(said))}**{_cites(figure.cites)}", "")
    if figure.parts:
        heads = [view.phrases[key] for key in ("column.part", "column.yours", "column.most")]
        yield f"| {' | '.join(literal(head) for head in heads)} |"
        yield "| --- | --- | --- |"
        yield from (
            f"| {literal(part.title)} | {literal(part.value)} | {literal(part.most or '')} |" for part in figure.parts
        )
        yield ""
    for line in figure.lines:
        yield from line_lines(line, "")


def _timeline(timeline: Timeline) -> Iterator[str]:
    yield from ("", f"### {literal(timeline.title)}")
    for lane in timeline.lanes:
        yield from ("", f"**{literal(lane.label)}**", "", *(f"- {literal(told)}" for told in lane.told))


def _cites(numbers: Sequence[int]) -> str:
    return f" \\[{', '.join(str(number) for number in numbers)}\\]" if numbers else ""


def literal(text: str) -> str:
    """A text that Markdown takes literally, with right-to-left words kept to themselves."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    return isolated(_BLOCK_START.sub(_literal_start, escaped))


def _literal_start(match: re.Match[str]) -> str:
    """Puts a backslash where a line would begin a list or a heading."""
    return f"{match[1][:-1]}\\{match[1][-1]}"
