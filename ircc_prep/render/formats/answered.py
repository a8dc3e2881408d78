"""What text and Markdown say of waivers, of a baseline and of `--strict`: always how many, and who answers for what."""

from collections import Counter
from collections.abc import Iterator

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.wording import unsteering
from ircc_prep.render.formats import told
from ircc_prep.render.formats.checked import Checked
from ircc_prep.render.parts import Entry, Group, Line, Section, Tone
from ircc_prep.render.rows import MARKS, as_rows, titled
from ircc_prep.render.wrapping import wrap

_UNDER = "      "


def answered(checked: Checked) -> Section | None:
    """The section; None where there are no waivers, no baseline and nothing is strict."""
    counts = list(_counts(checked))
    gone = sum(known.count for known in checked.verdict.gone)
    words = checked.words
    if not counts:
        return None
    entries = tuple(_entry(concern, checked) for concern in checked.concerns if _is_told(concern))
    if gone:
        entries = (*entries, Entry("gone", words.quantity("gate.gone", gone)))
    groups = (Group("gate", None, entries),) if entries else ()
    return Section("gate", words.say("gate.title"), "short", " · ".join(counts), groups)


def as_lines(section: Section, width: int) -> list[str]:
    """The section as lines of text."""
    rows = [*titled(section.title.upper()), *as_rows("body", wrap(section.lead or "", width, "  "))]
    for entry in section.entries:
        mark = f"  {MARKS['urgent' if entry.tone == 'urgent' else 'plain']} "
        rows += as_rows("body", wrap(entry.title, width, mark, _UNDER))
        for said in (entry.state, *(line.text for line in entry.lines)):
            rows += as_rows("quiet", wrap(said, width, _UNDER)) if said else []
    return [row.text for row in rows]


def _counts(checked: Checked) -> Iterator[str]:
    words, verdict = checked.words, checked.verdict
    standings = Counter(concern.standing for concern in checked.concerns)
    if verdict.has_waivers:
        yield words.quantity("gate.waived", standings["waived"])
    if standings["expired"]:
        yield words.quantity("gate.expired", standings["expired"])
    if verdict.has_baseline:
        yield words.quantity("gate.accepted", standings["accepted"])
    if verdict.strict:
        strict = sum(concern.kind == "strict" and concern.counts for concern in checked.concerns)
        yield words.quantity("gate.strict", strict)


def _is_told(concern: Concern) -> bool:
    """Whether nothing else in the text tells of it: what is accepted or simply counts stands where it always does."""
    return concern.standing == "waived" or (concern.kind in ("strict", "waiver") and concern.counts)


def _entry(concern: Concern, checked: Checked) -> Entry:
    words = checked.words
    if concern.standing != "waived":
        place = checked.place(concern) if concern.facts or concern.place else None
        where = unsteering(str(place or ""))
        lines = (Line("note", None, told.advice(checked, concern) or ""), Line("note", None, where))
        tone: Tone = "urgent" if concern.level == "blocker" else "plain"
        return Entry(concern.name, told.message(checked, concern), tone, concern.name, (), lines)
    until = words.say("gate.until", date=words.date(concern.expires)) if concern.expires else None
    # Who answers for it is a name, and a reason may hold one: neither is there for other people's eyes.
    by = (
        words.say("gate.by", owner=concern.owner, reason=words.of(concern.reason))
        if concern.owner and concern.reason
        else ""
    )
    return Entry(concern.name, concern.name, "plain", until, (), (Line("note", None, by),))
