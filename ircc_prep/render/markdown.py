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
        lines += _brand(view)
    for view in views:
        lines += _heading(view)
    for view in views:
        lines += _glance(view)
    names = dict.fromkeys(section.name for view in views for section in view.sections)
    for name in names:
        for view in views:
            section = view.section(name)
            if section:
                lines += _section(section, view)
    for view in views:
        lines += ["", f"## {_say(view.about_title)}"]
        for paragraph in view.about:
            lines += ["", _say(paragraph)]
        if view.brand and view.brand.footer:
            lines += ["", _say(view.brand.footer)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _brand(view: View) -> Iterator[str]:
    brand = view.brand
    if brand is None:
        return
    if brand.alt:
        yield from ("", f"*{_say(brand.alt)}*")
    yield from ("", f"**{_say(brand.firm)}**")
    for detail in brand.details:
        yield from ("", _say(detail))
    if brand.letter:
        yield from ("", "---", "", _say(brand.letter.day), "")
        for line in brand.letter.lines:
            yield from _line(line, "")
        for signed in brand.letter.signed:
            yield from ("", _say(signed))
    yield from ("", "---")


def _heading(view: View) -> Iterator[str]:
    heading = view.heading
    stream = f" – {heading.stream}" if heading.stream else ""
    yield from ("", f"# {_say(heading.kind)} — {_say(heading.program + stream)}", "")
    if heading.warning:
        yield from (f"> **{_say(heading.warning)}**", "")
    for label, value in heading.facts:
        yield f"- **{_say(label)}** — {_say(value)}"


def _glance(view: View) -> Iterator[str]:
    glance = view.glance
    if glance is None:
        return
    yield from ("", f"## {_say(glance.title)}", "", _say(glance.sentence), "")
    yield from (f"- **{count.number}** {_say(count.words)}" for count in glance.counts)
    said, name = glance.interview
    yield f"- **{_say(said)}** {_say(name)}"
    if glance.urgent:
        yield from ("", f"> **{_say(glance.urgent)}**")
    yield from ("", f"### {_say(glance.first_title)}", "")
    for number, step in enumerate(glance.first, 1):
        yield f"{number}. **{_say(step.text)}**{'  ' if step.detail else ''}"
        if step.detail:
            yield f"   {_say(step.detail)}"
    if glance.more:
        yield from ("", _say(glance.more))


def _section(section: Section, view: View) -> Iterator[str]:
    yield from ("", f"## {_say(section.title)}")
    if section.lead:
        yield from ("", _say(section.lead))
    for group in section.groups:
        yield from _group(group, section, view)
    for figure in section.figures:
        yield from _figure(figure, view)
    for timeline in section.timelines:
        yield from _timeline(timeline)
    for sources in section.sources:
        yield from _sources(sources)


def _sources(group: SourceGroup) -> Iterator[str]:
    yield from ("", f"### {_say(group.title)}", "")
    if group.told:
        yield from (f"{_say('. '.join(group.told))}.", "")
    for source in group.sources:
        told = f". {_say('. '.join(source.told))}." if source.told else ""
        yield f"{source.number}. [{_say(source.title)}]({source.url}){told}"


def _group(group: Group, section: Section, view: View) -> Iterator[str]:
    if group.title:
        yield from ("", f"### {_say(group.title)}")
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
    return f"- **{_say(entry.title)}**{f' — {_say(said)}' if said else ''}{_cites(entry.cites)}"


def _running(entry: Entry) -> str:
    """An entry to tick, or one that needs nothing, as one paragraph."""
    paper = "".join(f", {line.text}" for line in entry.lines if line.kind == "paper")
    people = f" ({entry.state})" if entry.state and not entry.compact else ""
    told = running(entry)
    mark = f"{entry.number}. " if entry.number else "- [ ] " if entry.compact else "- "
    lead = entry.title + people + paper
    stop = ended(lead)[len(lead) :]
    said = f"{stop} {_say(told)}" if told else ""
    ready = f" — {_say(entry.state)}" if entry.compact and entry.state else ""
    # A sentence that stands alone is no heading.
    title = f"**{_say(entry.title)}**" if entry.lines or entry.compact or entry.state else _say(entry.title)
    return f"{mark}{title}{_say(people)}{ready}{_say(paper)}{said}{_cites(entry.cites)}"


def _entry(entry: Entry, level: str) -> Iterator[str]:
    state = f" — {_say(entry.state)}" if entry.state else ""
    number = f"{entry.number}. " if entry.number else ""
    yield from ("", f"{level} {number}{_say(entry.title)}{state}", "")
    if entry.boxes:
        yield from (*(f"- [ ] {_say(box)}" for box in entry.boxes), "")
    for index, line in enumerate(entry.lines):
        yield from _line(line, _cites(entry.cites) if index == 0 else "")
    if not entry.lines and entry.cites:
        yield _cites(entry.cites).strip()


def _line(line: Line, cites: str) -> Iterator[str]:
    label = f"**{_say(line.label)}** " if line.label else ""
    text = f"{label}{_say(line.text)}".strip()
    if text or cites:
        yield from (f"{text}{cites}".strip(), "")
    if line.points:
        yield from (*(f"- {_say(point)}" for point in line.points), "")


def _figure(figure: Figure, view: View) -> Iterator[str]:
    said = [figure.value, *(part for part in (figure.threshold, figure.verdict) if part)]
    yield from ("", f"### {_say(figure.title)}", "", f"**{_say(' · '.join(said))}**{_cites(figure.cites)}", "")
    if figure.parts:
        heads = [view.phrases[key] for key in ("column.part", "column.yours", "column.most")]
        yield f"| {' | '.join(_say(head) for head in heads)} |"
        yield "| --- | --- | --- |"
        yield from (f"| {_say(part.title)} | {_say(part.value)} | {_say(part.most or '')} |" for part in figure.parts)
        yield ""
    for line in figure.lines:
        yield from _line(line, "")


def _timeline(timeline: Timeline) -> Iterator[str]:
    yield from ("", f"### {_say(timeline.title)}")
    for lane in timeline.lanes:
        yield from ("", f"**{_say(lane.label)}**", "", *(f"- {_say(told)}" for told in lane.told))


def _cites(numbers: Sequence[int]) -> str:
    return f" \\[{', '.join(str(number) for number in numbers)}\\]" if numbers else ""


def _say(text: str) -> str:
    """A text that Markdown takes literally, with right-to-left words kept to themselves."""
    literal = _SPECIAL.sub(r"\\\1", text)
    return isolated(_BLOCK_START.sub(_literal_start, literal))


def _literal_start(match: re.Match[str]) -> str:
    """Puts a backslash where a line would begin a list or a heading."""
    return f"{match[1][:-1]}\\{match[1][-1]}"
