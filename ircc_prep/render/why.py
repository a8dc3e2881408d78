"""What `why` prints: a result, the answers that decide it, the rule, and what else would give another result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ircc_prep.core.bidi import isolated
from ircc_prep.core.result import Evaluation, Figure, Finding, Interview, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.core.why.parts import OPEN, Effect, Why
from ircc_prep.core.why.private import on_safety
from ircc_prep.core.why.subjects import FIGURES
from ircc_prep.render.context import Context
from ircc_prep.render.figures import figures_section
from ircc_prep.render.items import paper, standing
from ircc_prep.render.rows import Row, as_rows, titled
from ircc_prep.render.terminal import colored
from ircc_prep.render.why_rules import Rules, rule_points
from ircc_prep.render.why_words import Phrases
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import wrap

MOST = 8
_POINT = "  - "


@dataclass(frozen=True)
class Page:
    """What is printed of one case: in which words, how wide."""

    book: Rulebook
    evaluation: Evaluation
    words: Words
    width: int

    @cached_property
    def context(self) -> Context:
        """The case in words."""
        return Context(self.evaluation, self.words, citing=False)

    def phrases(self, of: Why | Effect | None = None) -> Phrases:
        """The parts of an explanation in words, under a person's name and in a figure's unit."""
        if of is None:
            return Phrases(self.context.facts, self.book.streams)
        figures = (each.figure for each in self.book.figures)
        unit = next((each.unit for each in figures if of.name == f"{FIGURES}/{each.name}"), None)
        return Phrases(self.context.facts, self.book.streams, of.person, unit)


def why_text(rows: Sequence[Row], *, color: bool, marks: bool = True) -> str:
    """The rows as a terminal gets them; a screen reader gets no marks of direction."""
    rows = [replace(row, text=isolated(row.text)) for row in rows] if marks else list(rows)
    return colored(rows) if color else "\n".join(row.text for row in rows) + "\n"


def why_rows(whys: Sequence[Why], page: Page) -> Iterator[Row]:
    """The explanations: the answer first, then the facts, then the rule and its sources.

    A rule is said once, below all those that it was the same for.
    """
    behind = [[*_rule(why, page), *_sources(why, page)] for why in whys]
    for place, why in enumerate(whys):
        if place:
            yield from [Row("body", "")] * 2
        yield from _headline(why, page)
        yield from _deciding(why, page)
        yield from _settling(why, page)
        yield from _flips(why, page)
        if behind[place] not in behind[place + 1 : place + 2]:
            yield from behind[place]


def effect_rows(assumed: Sequence[str], effects: Sequence[Effect], page: Page) -> Iterator[Row]:
    """What was assumed, and every result that would be another."""
    words = page.words
    yield Row("head", words.say("why.assumed"))
    yield from _points(assumed, page)
    yield from as_rows("quiet", wrap(words.say("why.assumed-lead"), page.width, "  "))
    if on_safety(page.book):  # whatever was answered, or nothing
        yield from as_rows("quiet", wrap(words.say("why.assumed-open"), page.width, "  "))
    yield from titled(words.say("why.effects"))
    if not effects:
        yield from as_rows("body", wrap(words.say("why.no-effects"), page.width, "  "))
    for each in effects:
        told = [page.phrases(each).outcome(side) for side in (each.before, each.after)]
        title = _title(each.title, each.person, each.country, page)
        said = words.say("why.before-after", before=told[0], after=told[1])
        yield from as_rows("body", wrap(title, page.width, _POINT))
        yield from as_rows("quiet", wrap(said, page.width, "    "))


def _title(title: Text, person: str | None, country: str | None, page: Page) -> str:
    said = page.words.of(title)
    said = f"{said} ({page.words.country(country)})" if country else said
    return f"{said}, {page.context.facts.person(person)}" if person else said


def _figure(figure: Figure, page: Page) -> Iterator[Row]:
    """Its value and what it has to reach, with its parts."""
    told = next(each for each in figures_section(page.context).figures if each.name == figure.name)
    if told.threshold or figure.low != figure.high:  # else the outcome is the value
        yield from as_rows("body", wrap(", ".join(filter(None, (told.value, told.threshold))), page.width, "  "))
    for part in told.parts:
        most = page.words.say("why.at-most", most=part.most) if part.most else ""
        yield from as_rows("body", wrap(f"{page.words.colon(part.title)} {part.value}{most}", page.width, _POINT))


def _headline(why: Why, page: Page) -> Iterator[Row]:
    words, context = page.words, page.context
    named = context.item_title_of(why.result) if isinstance(why.result, Item) else None
    title = words.colon(named or _title(why.title, why.person, why.country, page))
    yield from as_rows("title", wrap(f"{title} {page.phrases(why).outcome(why.outcome)}", page.width))
    yield Row("quiet", f"  {why.name}")
    if isinstance(why.result, Figure):
        yield from _figure(why.result, page)
    for each in _said(why, page):
        yield from as_rows("body", wrap(each, page.width, "  "))


def _said(why: Why, page: Page) -> Iterator[str]:
    """What the check says of it."""
    words, context = page.words, page.context
    match why.result:
        case None if why.kind == "item":
            yield words.say("why.no-question")
        case Item() as item:
            yield from _said_of_item(item, page)
        case Finding() as finding:
            same = [each for each in page.evaluation.findings if each.name == finding.name]
            yield from (context.said(each.message, each) for each in same)
            yield words.of(finding.matters)
        case Figure() as figure if figure.note:
            yield words.of(figure.note)
        case Interview() as interview:
            yield from (words.of(reason.message) for reason in interview.reasons)


def _said_of_item(item: Item, page: Page) -> Iterator[str]:
    words, context = page.words, page.context
    yield words.of(item.reason)
    if item.holding and item.status in ("needed", "recommended"):
        state = "; ".join(filter(None, (standing(item, context)[1], paper(item, context))))
        yield f"{state}." if item.holding == "missing" else words.say("why.in-hand", state=state)
    if item.fault:
        yield words.of(item.fault)
    for line in context.cautions(item.confidence, item.disputed):
        yield " ".join(filter(None, (line.label, line.text)))


def _deciding(why: Why, page: Page) -> Iterator[Row]:
    if why.outcome == OPEN:
        return
    if not why.told:
        if why.sources:
            yield from titled(page.words.say("why.deciding"))
            yield from as_rows("body", wrap(page.words.say("why.by-sources"), page.width, "  "))
        return
    words, told = page.words, list(page.phrases(why).deciding(why.deciding, fields=why.kind != "finding"))
    if why.kind == "finding" and not told:  # what it says is all that it names
        return
    yield from titled(words.say("why.deciding"))
    lead = "why.deciding-lead" if why.minimal else "why.deciding-perhaps"
    lead = "why.deciding-finding" if why.kind == "finding" else lead
    if told or not why.untold:
        yield from as_rows("body", wrap(words.say(lead if told else "why.nothing"), page.width, "  "))
    yield from _points(told, page, most=len(told))  # all of them: fewer wouldn't decide it
    if why.untold:
        yield from as_rows("body", wrap(words.say("why.untold"), page.width, "  "))
    if why.noticed:
        yield from as_rows("body", wrap(words.say("why.deciding-interview"), page.width, "  "))


def _settling(why: Why, page: Page) -> Iterator[Row]:
    if not why.settling:
        return
    words, phrases, facts = page.words, page.phrases(why), page.context.facts
    yield from titled(words.say("why.settling" if why.outcome == OPEN else "why.settling-holding"))
    for each in why.settling:
        yield from as_rows("open", wrap(_capital(facts.path(each.fact, why.person)), page.width, _POINT))
        for change, outcome in each.outcomes if why.outcome == OPEN else ():
            yield from as_rows("body", wrap(phrases.would_settle(change, outcome), page.width, "      "))


def _rule(why: Why, page: Page) -> Iterator[Row]:
    points = list(rule_points(why, Rules(page.book, page.words)))
    if points:
        yield from titled(page.words.say("why.rule"))
    for depth, said in points:
        yield from as_rows("body", wrap(_capital(said), page.width, "  " * depth + _POINT))


def _flips(why: Why, page: Page) -> Iterator[Row]:
    if why.outcome == OPEN or not why.told or (page.evaluation.redaction and not why.flips):
        return
    words = page.words
    told = list(page.phrases(why).flips(why.flips))
    # Another answer to what isn't shown may well change it; of a finding, one that it doesn't name. Where no answer
    # decides it, none would, and that is said above.
    if not told and (why.untold or why.kind == "finding" or not why.deciding):
        return
    yield from titled(words.say("why.flips"))
    pairs = any(len(flip.changes) > 1 for flip in why.flips)
    lead = "why.pairs-lead" if pairs else "why.flips-lead" if told else "why.no-flips"
    if told or why.searched:
        yield from as_rows("body", wrap(words.say(lead), page.width, "  "))
    yield from _points(told, page)
    if not why.searched:
        yield from as_rows("quiet", wrap(words.say("why.cut-short"), page.width, "  "))


def _points(told: Sequence[str], page: Page, most: int = MOST) -> Iterator[Row]:
    for each in told[:most] if len(told) > most + 1 else told:
        yield from as_rows("body", wrap(each, page.width, _POINT))
    if len(told) > most + 1:
        yield from as_rows("quiet", wrap(page.words.say("why.more", count=str(len(told) - most)), page.width, "    "))


def _sources(why: Why, page: Page) -> Iterator[Row]:
    if not why.sources:
        return
    words = page.words
    yield from titled(words.say("why.sources"))
    for _, source in why.sources:
        checked = words.say("line.checked", date=words.date(source.checked))
        yield from as_rows("body", wrap(f"{words.of(source.title)} ({checked})", page.width, _POINT))
        yield Row("quiet", f"    {words.of(source.url)}")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
