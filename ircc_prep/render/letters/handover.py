"""The handover note: the state of a file on a day, for a colleague who takes it over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.glance import glance, heading
from ircc_prep.render.items import owner, standing
from ircc_prep.render.letters.dates import dates_section
from ircc_prep.render.letters.letter import Letter, dated, said, sheet, subject
from ircc_prep.render.letters.papers import by_person, listed
from ircc_prep.render.officer import findings_section
from ircc_prep.render.parts import Entry, Line, Section
from ircc_prep.render.sources import numbered, sources_section
from ircc_prep.render.undecided import undecided_section

_SHOWN = frozenset({"needed", "recommended"})


def handover(fresh: Callable[..., Context], brand: BrandWithLogo | None, deadlines: Sequence[Deadline]) -> Letter:
    """The note. `fresh` makes a context, given the numbers of the sources: they are known once all was cited."""
    first = fresh()
    _sections(first, deadlines)
    context = fresh(numbered(first))
    words, evaluation = context.words, context.evaluation
    sections = _sections(context, deadlines)
    view = sheet("handover", context, brand, subject(context), tuple(_facts(context, brand)), sections)
    names = {"day": words.date(evaluation.checked_on), "rules": words.when(evaluation.rules_on)}
    opening = (Line("note", None, glance(context).sentence), *said(context, "letter.handover.voice"))
    limits = said(
        context, "letter.handover.from-answers", "letter.handover.not-covered", "about.no-affiliation", **names
    )
    return Letter(view, dated(context), None, opening, limits, None)


def _sections(context: Context, deadlines: Sequence[Deadline]) -> list[Section]:
    words = context.words
    shown = [item for item in context.evaluation.items if item.status in _SHOWN]
    to_get = by_person((item for item in shown if item.holding != "ready"), context, lambda item: _open(item, context))
    ready = by_person(
        (item for item in shown if item.holding == "ready"),
        context,
        lambda item: replace(listed(item, context), cites=context.cite(item.sources)),
    )
    return [
        _noticed(context),
        Section("to-get", words.say("letter.handover.to-get"), "tight", None, to_get),
        Section("ready", words.say("letter.handover.ready"), "tight", None, ready),
        dates_section(deadlines, context, words.say("letter.handover.dates"), None),
        _undecided(context),
        sources_section(context),
    ]


def _noticed(context: Context) -> Section:
    """What stands out, each with its reason in a running line."""
    found = findings_section(context)
    groups = tuple(
        replace(group, layout="tight", entries=tuple(_reasoned(entry) for entry in group.entries))
        for group in found.groups
    )
    title = context.words.say("letter.handover.noticed")
    return replace(found, title=title, lead=None if groups else found.lead, groups=groups)


def _reasoned(entry: Entry) -> Entry:
    """A point with why it matters; what it would be asked, and what would help, is the packet's."""
    lines = tuple(line for line in entry.lines if line.kind in {"why", "caution"})
    return replace(entry, lines=lines, room=0)


def _undecided(context: Context) -> Section:
    """What can't be told yet; that somebody isn't sure is said of the client, who doesn't read this."""
    found, unsure = undecided_section(context), context.words.say("letter.handover.unsure")
    groups = tuple(
        replace(
            group,
            entries=tuple(_of_the_client(entry, context.words.say("open.unsure"), unsure) for entry in group.entries),
        )
        for group in found.groups
    )
    return replace(found, groups=groups)


def _of_the_client(entry: Entry, own: str, others: str) -> Entry:
    return replace(entry, state=others) if entry.state == own else entry


def _open(item: Item, context: Context) -> Entry:
    """What is to get: how it stands, what is in hand and what is the matter with it, and how sure all that is."""
    words = context.words
    made = listed(item, context)
    fault = (Line("fault", None, words.of(item.fault)),) if item.fault else ()
    lines = (*made.lines, *fault, *context.cautions(item.confidence, item.disputed))
    return replace(made, state=standing(item, context)[1], lines=lines, cites=context.cite(item.sources))


def _facts(context: Context, brand: BrandWithLogo | None) -> Iterator[tuple[str, str]]:
    words, case = context.words, context.evaluation.case
    yield words.say("letter.handover.to"), ""
    yield words.say("letter.handover.from"), (brand.brand.consultant if brand else None) or ""
    people = "; ".join(owner(person.id, context) for person in case.people or ())
    yield words.say("letter.people"), people or words.say("packet.no-names")
    for label, value in heading(context).facts:
        if label != words.say("packet.prepared-for"):
            yield label, value
