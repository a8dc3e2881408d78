"""The request for documents: what a client still has to get or to answer, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.items import entry
from ircc_prep.render.letters.dates import dates_section, pressing
from ircc_prep.render.letters.letter import Letter, dated, grown_up, said, sheet, signature, subject
from ircc_prep.render.letters.papers import by_person
from ircc_prep.render.parts import Entry, Group, Line, Section
from ircc_prep.render.undecided import asked, decisive_questions

_SAID = frozenset({"why", "paper", "fault", "prepare"})


def request(context: Context, brand: BrandWithLogo | None, deadlines: Sequence[Deadline]) -> Letter | None:
    """The letter, or None where there is nothing to ask for."""
    words = context.words
    to_get = by_person(
        (item for item in context.evaluation.items if item.to_get), context, lambda item: _wanted(item, context)
    )
    questions = tuple(Entry(each.fact, asked(each, context)) for each in decisive_questions(context))
    if not to_get and not questions:
        return None
    open = (Group("questions", None, questions),) if questions else ()
    sections = [
        Section("to-get", words.say("letter.request.to-get"), "checklist", words.say("lead.documents"), to_get),
        Section("questions", words.say("letter.request.questions"), "tight", words.say("letter.request.answers"), open),
        dates_section(pressing(deadlines), context, words.say("letter.request.dates"), None),
    ]
    facts = ((words.say("letter.request.about"), subject(context)), (words.say("letter.request.send-by"), ""))
    view = sheet("request", context, brand, words.say("letter.request.subject"), facts, sections)
    checked = context.evaluation.checked_on
    name = grown_up(context)
    return Letter(
        view,
        dated(context),
        name,
        (*_greeting(name, context), *said(context, "letter.request.opening", when=words.when(checked))),
        said(
            context,
            "letter.request.more",
            "letter.request.sending",
            "letter.request.changes",
            "letter.request.made",
        ),
        signature(view, context, "letter.request.signed", None),
    )


def _greeting(name: str | None, context: Context) -> Iterator[Line]:
    key = "letter.request.hello-name" if name else "letter.request.hello"
    yield from said(context, key, **({"name": name} if name else {}))


def _wanted(item: Item, context: Context) -> Entry:
    """One thing to get: why in a sentence, what is the matter with the one in hand, how to get another."""
    made = entry(item, context)
    lines = [replace(line, points=()) if line.kind == "why" else line for line in made.lines if line.kind in _SAID]
    return replace(made, lines=tuple(lines))
