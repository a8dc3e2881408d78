"""The officer's side: how likely an interview is, and what stands out in the file."""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Read
from ircc_prep.render.context import Context
from ircc_prep.render.guidance import guidance_entries
from ircc_prep.render.noticed import SEVERITIES, Point
from ircc_prep.render.parts import Entry, Group, Line, Section, Tone

_TONES: dict[str, Tone] = {"blocker": "urgent", "warning": "plain", "note": "plain"}
# The lists of the case file that the checks lay side by side.
_COMPARED = ("stays", "activities", "education", "trips", "passports", "status_in_canada", "service", "refusals")


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
    """What a careful reader of the file would stop at, by what to do first; that nothing stood out is said too."""
    words = context.words
    groups = [
        Group(
            severity,
            words.say(f"severity.{severity}"),
            tuple(_point(point, context) for point in context.noticed if point.first.severity == severity),
            layout="tight" if severity == "note" else None,
        )
        for severity in SEVERITIES
    ]
    filled = tuple(group for group in groups if group.entries)
    lead = words.say("lead.findings") if filled else _nothing_found(context)
    return Section("findings", words.say("section.findings"), "plain", lead, filled)


def _nothing_found(context: Context) -> str:
    """What was laid side by side. It isn't said that all is well: an officer knows more than the file."""
    words, people = context.words, context.evaluation.case.people or ()
    answered = [name for name in _COMPARED if any(getattr(person, name) is not None for person in people)]
    if not answered:
        return words.say("lead.nothing-compared")
    return words.say("lead.nothing-found", lists=words.join([words.say(f"list.{name}") for name in answered]))


def _point(point: Point, context: Context) -> Entry:
    finding = point.first
    tone, weighty = _TONES[finding.severity], finding.severity != "note"
    return Entry(
        _name(point, context),
        context.message(point),
        tone,
        lines=tuple(_lines(point, context)),
        cites=context.cite(source for each in point.findings for source in each.sources),
        room=1 if weighty else 0,
        number=point.number,
    )


def _name(point: Point, context: Context) -> str:
    """What the point is about: notes stay with it when it gets another number, and when one like it is mended.

    Its end isn't told: of what goes on, that is today.
    """
    name = _begun(point)
    alike = [other for other in context.noticed if _begun(other) == name]
    if point.first.start and len(alike) == 1:
        return name
    held = _held(point, context)
    same = [other for other in alike if _held(other, context) == held]
    return f"{name}/{held}/{same.index(point)}"


def _begun(point: Point) -> str:
    """The check, the person, the sentence and since when."""
    finding = point.first
    return f"{finding.name}/{finding.says}/{finding.start or ''}"


def _held(point: Point, context: Context) -> str:
    """What the file says where the point looks; a place in a list goes to another entry when one is added."""
    return repr([context.facts.at(path) for path in point.first.facts])


def _lines(point: Point, context: Context) -> Iterator[Line]:
    """Why it matters, the facts, the question and what would help; what stood above is pointed at, in one line."""
    words, finding = context.words, point.first
    matters = words.of(finding.matters)
    help = context.said(finding.prepare, finding) if finding.prepare else None
    new, helps_anew = context.first_time(matters), help is not None and context.first_time(help)
    if new:
        yield Line("why", words.label("line.matters"), matters)
    # The message says the dates; the facts say where in the file to look.
    paths = dict.fromkeys(path for each in point.findings for path in each.facts)
    told = context.facts.told(_as_read(path, context) for path in paths if not _sensitive(path, context))
    if told:
        yield Line("facts", words.label("line.facts"), "", context.points(told))
    if finding.officer_may_ask:
        yield Line("ask", words.label("line.may-ask"), context.said(finding.officer_may_ask, finding))
    if help and helps_anew:
        yield Line("prepare", words.label("line.would-help"), help)
    if not new and help and not helps_anew:
        yield Line("prepare", None, words.say("line.both-above"))
    elif not new:
        yield Line("why", None, words.say("line.matters-above"))
    elif help and not helps_anew:
        yield Line("prepare", None, words.say("line.would-help-above"))
    yield from context.cautions(finding.confidence, None)


def _as_read(path: str, context: Context) -> Read:
    """A fact as a read has it; an entry or a list stands for itself and needs no value."""
    value = context.facts.answered(path)
    if value == ():  # a list that was answered, and has nothing in it
        return Read(path, 0)
    return Read(path, value if isinstance(value, bool | int | float | str | PartialDate) else None)


def _sensitive(path: str, context: Context) -> bool:
    """Whether it is an answer that no packet repeats: it may be read by someone who must not know it."""
    question = context.words.questions.get(path)
    return question is not None and question.sensitive
