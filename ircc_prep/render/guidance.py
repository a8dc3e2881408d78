"""What to know: papers, rights, the day itself, settlement, who to ask."""

from ircc_prep.core.result import Guidance
from ircc_prep.core.result import Section as GuidanceSection
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Entry, Group, Section, Tone


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
