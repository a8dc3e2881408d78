"""One evaluation in one language, ready for every layout: `build` is the door to this package."""

from collections.abc import Callable

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.result import Evaluation
from ircc_prep.render.branding import branding, said_of_the_firm
from ircc_prep.render.context import Context
from ircc_prep.render.day_sheet import day_sheet_section
from ircc_prep.render.figures import figures_section
from ircc_prep.render.glance import glance, heading
from ircc_prep.render.guidance import guidance_section
from ircc_prep.render.items import documents_section
from ircc_prep.render.kept import packet_key
from ircc_prep.render.not_needed import not_needed_section
from ircc_prep.render.officer import findings_section, interview_section
from ircc_prep.render.parts import Section, View
from ircc_prep.render.questions import questions_section
from ircc_prep.render.sources import numbered, sources_section
from ircc_prep.render.timeline import timeline_section
from ircc_prep.render.undecided import undecided_section
from ircc_prep.render.words import Words

_MAKERS: dict[str, Callable[[Context], Section]] = {
    "day-sheet": day_sheet_section,
    "documents": documents_section,
    "about-documents": lambda context: guidance_section("about-documents", context),
    "findings": findings_section,
    "timeline": timeline_section,
    "undecided": undecided_section,
    "figures": figures_section,
    "interview": interview_section,
    "questions": questions_section,
    "rights": lambda context: guidance_section("rights", context),
    "on-the-day": lambda context: guidance_section("on-the-day", context),
    "settlement": lambda context: guidance_section("settlement", context),
    "after": lambda context: guidance_section("after", context),
    "who-to-ask": lambda context: guidance_section("who-to-ask", context),
    "not-needed": not_needed_section,
    "sources": sources_section,
}
# The names that `--only` takes, in the packet's order.
SECTIONS: tuple[str, ...] = ("summary", *_MAKERS)
_ABOUT = ("preparation", "rules-change", "no-affiliation", "your-answers")
_ABOUT_A_PAGE = ("one-page",)
_CITE_NOTHING = frozenset({"day-sheet", "timeline"})
_PHRASES = (
    "column.tick", "column.what", "column.part", "column.yours", "column.most", "line.sources.one", "packet.contents",
    "packet.page", "packet.page-of", "packet.skip", "packet.kept", "packet.kept-no-more", "packet.clear",
    "packet.clear-ask",
    "check.missing", "check.undecided", "check.noticed",
    "check.ready", "check.recommended", "check.not-needed", "check.not-needed-where", "check.next", "check.next-ask",
    "check.next-why", "check.next-packet", "check.timeline", "check.timeline-key", "check.more-points",
    "holding.missing", "timeline.key",
)  # fmt: skip


def build(
    evaluation: Evaluation, words: Words, *, only: frozenset[str] | None = None, brand: BrandWithLogo | None = None
) -> View:
    """The view of an evaluation in the language of `words`.

    `only` keeps the sections with those names (see SECTIONS); the title block and the closing words always stay.
    Sections with nothing in them are left out. Sources are those that the sections shown rest on; where they aren't
    among the sections, nothing cites them. A brand adds its
    strip, its letter (`letter` in `only`) and a paragraph to the closing words.
    """
    chosen = [name for name in _MAKERS if only is None or name in only]
    citing = "sources" in chosen
    # Made twice: what is cited is known only at the end, and the numbers follow the order of the list of sources.
    first = Context(evaluation, words, citing=citing)
    for name in chosen:
        if name not in _CITE_NOTHING:
            _MAKERS[name](first)
    context = Context(evaluation, words, numbered(first), citing=citing)
    sections = [_MAKERS[name](context) for name in chosen]
    filled = tuple(section for section in sections if not section.empty)
    rules = words.when(evaluation.rules_on)
    closing = _ABOUT_A_PAGE if only == frozenset({"day-sheet"}) else _ABOUT
    about = {name: words.say(f"about.{name}", rules=rules) for name in closing}
    firm = branding(brand, context, letter=only is None or "letter" in only) if brand else None
    if firm:
        about |= said_of_the_firm(firm, about, words)
    return View(
        words.language,
        heading(context),
        glance(context) if only is None or "summary" in only else None,
        filled,
        words.say("section.about"),
        tuple(about.values()),
        {name: words.say(name) for name in _PHRASES} | {"label.settles": words.label("line.settles")},
        firm,
        packet_key(evaluation),
    )
