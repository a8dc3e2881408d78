"""What to know: rights, the day itself, settlement, who to ask; and the sources that everything rests on."""

from ircc_prep.core.result import Guidance
from ircc_prep.core.result import Section as GuidanceSection
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Entry, Group, Section, SourceLine, Tone


def guidance_section(name: GuidanceSection, context: Context) -> Section:
    """One section of guidance, the urgent first."""
    entries = guidance_entries(name, context)
    groups = (Group("all", None, entries),) if entries else ()
    return Section(name, context.words.say(f"section.{name}"), "plain", None, groups)


def guidance_entries(name: GuidanceSection, context: Context) -> tuple[Entry, ...]:
    """The guidance of one section as entries, the urgent first and marked."""
    chosen = [guidance for guidance in context.evaluation.guidance if guidance.section == name]
    return tuple(_entry(guidance, context) for guidance in sorted(chosen, key=lambda guidance: not guidance.urgent))


def _entry(guidance: Guidance, context: Context) -> Entry:
    words = context.words
    lines = (*context.prose("note", None, guidance.text), *context.cautions(guidance.confidence, guidance.disputed))
    tone: Tone = "urgent" if guidance.urgent else "plain"
    state = words.say("mark.urgent") if guidance.urgent else None
    return Entry(guidance.id, words.of(guidance.title), tone, state, (), lines, context.cite(guidance.sources))


def sources_section(context: Context) -> Section:
    """The sources that the sections above rest on, under the numbers given there."""
    words = context.words
    lines = []
    for id, number in context.numbers.items():
        source = context.evaluation.sources[id]
        dated = (
            words.say("line.undated")
            if source.dated == "undated"
            else words.say("line.page-dated", date=words.date(source.dated))
        )
        lines.append(
            SourceLine(
                number,
                words.of(source.title),
                words.of(source.publisher),
                source.url.of(words.language),
                dated,
                words.say("line.checked", date=words.date(source.checked)),
                words.of(source.note) if source.note else None,
            )
        )
    return Section("sources", words.say("section.sources"), "sources", words.say("lead.sources"), sources=tuple(lines))
