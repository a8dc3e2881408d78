"""The officer's side: how likely an interview is, and what stands out in the file."""

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Finding, Read
from ircc_prep.render.context import Context
from ircc_prep.render.guidance import guidance_entries
from ircc_prep.render.parts import Entry, Group, Line, Section, Tone

_TONES: dict[str, Tone] = {"blocker": "urgent", "warning": "missing", "note": "plain"}
_SEVERITIES = ("blocker", "warning", "note")


def interview_section(context: Context) -> Section:
    """Whether an interview is likely, by the program's own rules, and what is worth knowing about it."""
    words, interview = context.words, context.evaluation.interview
    lines = tuple(line for reason in interview.reasons for line in context.prose("note", None, reason.message))
    missing = context.facts.missing(interview.missing_facts)
    if missing:
        lines += (Line("settles", words.label("line.missing"), "", context.points(missing)),)
    cites = context.cite(source for reason in interview.reasons for source in reason.sources)
    reasons = (Entry("reasons", words.say("group.reasons"), lines=lines, cites=cites),) if lines else ()
    groups = [
        Group("reasons", None, reasons),
        Group("about", None, guidance_entries("the-interview", context)),
        Group("officers", words.say("group.officers"), guidance_entries("who-interviews", context)),
    ]
    filled = tuple(group for group in groups if group.entries)
    return Section(
        "interview", words.say("section.interview"), "plain", words.say(f"likelihood.{interview.likelihood}"), filled
    )


def findings_section(context: Context) -> Section:
    """What a careful reader of the file would stop at, the gravest first."""
    words = context.words
    findings = sorted(context.evaluation.findings, key=lambda finding: _SEVERITIES.index(finding.severity))
    entries = tuple(_finding(finding, index, context) for index, finding in enumerate(findings))
    groups = (Group("all", None, entries),) if entries else ()
    return Section("findings", words.say("section.findings"), "plain", words.say("lead.findings"), groups)


def _finding(finding: Finding, index: int, context: Context) -> Entry:
    words = context.words
    lines = []
    # The message says the dates; the facts say where in the file to look.
    told = context.facts.told(tuple(_as_read(path, context) for path in finding.facts))
    if told:
        lines.append(Line("facts", words.label("line.facts"), "", context.points(told)))
    if finding.officer_may_ask:
        lines.append(Line("ask", words.label("line.may-ask"), context.said(finding.officer_may_ask, finding)))
    if finding.prepare:
        lines.append(Line("prepare", words.label("line.would-help"), context.said(finding.prepare, finding)))
    title, state = context.said(finding.message, finding), words.say(f"severity.{finding.severity}")
    name = f"{finding.code}/{index}"
    return Entry(name, title, _TONES[finding.severity], state, (), tuple(lines), context.cite(finding.sources), room=1)


def _as_read(path: str, context: Context) -> Read:
    """A fact as a read has it; an entry or a list stands for itself and needs no value."""
    value = context.facts.at(path)
    return Read(path, value if isinstance(value, bool | int | float | str | PartialDate) else None)
