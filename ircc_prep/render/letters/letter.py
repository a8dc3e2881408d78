"""What a letter is made of: the view that every layout prints, and what stands around it on a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.case import Person
from ircc_prep.core.dates import add_years
from ircc_prep.render.branding import branding
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Heading, Line, Section, View

LetterKind = Literal["cover", "request", "handover"]
# The fixed words that the layouts of sections need.
_PHRASES = ("column.tick", "column.what", "line.sources.one", "packet.page", "packet.page-of")
_ADULT_YEARS = 18


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. Without lines there is room for a name: nobody's is put there for them."""

    word: str
    name: str  # what the empty line for a name is called
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language.

    The title block of its view has the kind of letter in `kind`, the subject in `program`, and an empty value in
    `facts` where somebody fills in by hand what the case doesn't say.
    """

    view: View
    day: str
    to: str | None
    opening: tuple[Line, ...]
    closing: tuple[Line, ...]
    signed: Signature | None


def sheet(
    kind: LetterKind,
    context: Context,
    brand: BrandWithLogo | None,
    subject: str,
    facts: Sequence[tuple[str, str]],
    sections: Sequence[Section],
) -> View:
    """The view of a letter: a firm's strip, the title block, and the sections that have something in them."""
    words = context.words
    name = words.say(f"letter.{kind}.name")
    status = context.evaluation.program_status
    heading = Heading(name, subject, None, words.of(status) if status and kind == "handover" else None, (*facts,), name)
    phrases = {phrase: words.say(phrase) for phrase in _PHRASES} | {"label.settles": words.label("line.settles")}
    firm = branding(brand, context, letter=False) if brand else None
    filled = tuple(section for section in sections if not section.empty)
    return View(words.language, heading, None, filled, "", (), phrases, firm)


def said(context: Context, *keys: str, **names: str) -> tuple[Line, ...]:
    """Phrases, each as a paragraph."""
    return tuple(Line("note", None, context.words.say(key, **names)) for key in keys)


def dated(context: Context) -> str:
    """The day of the letter: “Le 22 novembre 2026”."""
    words = context.words
    return words.say("letter.dated", date=words.date(context.evaluation.checked_on))


def signature(view: View, context: Context, word: str, own: str | None) -> Signature:
    """The firm's consultant with the licence; without a firm the person whose `own` letter it is, if there is one.

    `word` is the phrase that the letter closes with.
    """
    words, firm = context.words, view.brand
    lines = (firm.consultant or firm.firm, firm.licence) if firm else (own,)
    return Signature(words.say(word), words.say("letter.name"), tuple(line for line in lines if line))


def applicant(context: Context) -> str | None:
    """The principal applicant's name in full; None where the file has none."""
    return _name_of(context.evaluation.case.with_roles(("principal-applicant",))[:1], context)


def grown_up(context: Context) -> str | None:
    """The same of somebody who isn't a child: a child signs nothing, and isn't written to. Their sponsor is."""
    case = context.evaluation.case
    first = case.with_roles(("principal-applicant",))
    born = first[0].date_of_birth if first else None
    if born and add_years(born.last, _ADULT_YEARS) > context.evaluation.checked_on:
        sponsors = case.with_roles(("sponsor",))
        return _name_of(sponsors, context) if len(sponsors) == 1 else None
    return applicant(context)


def _name_of(people: Sequence[Person], context: Context) -> str | None:
    named = [each for each in people if each.given_names or each.family_name]
    return context.facts.full_name(named[0].id) if named else None


def subject(context: Context) -> str:
    """What the application is called, and whose it is."""
    words, evaluation = context.words, context.evaluation
    parts = (evaluation.program_title, evaluation.stream_title)
    program = ", ".join(words.of(part) for part in parts if part)
    name = applicant(context)
    return f"{program} – {context.facts.opened(name)}" if name else program
