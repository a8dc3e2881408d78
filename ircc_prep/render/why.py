"""What `why` prints: a result, the answers that decide it, the rule, and what else would give another result."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ircc_prep.core.bidi import isolated
from ircc_prep.core.compiled import CompiledFigure, CompiledRequirement
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.result import Evaluation, Finding, Interview, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.core.why.parts import OPEN, Effect, RuleTold, Why
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.context import Context
from ircc_prep.render.items import paper, standing
from ircc_prep.render.rows import Row, as_rows, titled
from ircc_prep.render.terminal import colored
from ircc_prep.render.why_words import Phrases
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import wrap

MOST = 8
_POINT = "  - "
_CHOSEN_BY = {
    "submitted": "why.by-submission",
    "planned_submission": "why.by-plan",
    "today": "why.by-today",
    "no-day": "why.by-no-day",
}


@dataclass(frozen=True)
class Page:
    """What is printed of one case: in which words, how wide."""

    book: Rulebook
    evaluation: Evaluation
    words: Words
    width: int
    programs: Mapping[str, Text]  # the titles of all of them, where a condition names some

    @cached_property
    def context(self) -> Context:
        """The case in words."""
        return Context(self.evaluation, self.words, citing=False)

    def phrases(self, person: str | None = None) -> Phrases:
        """The parts of an explanation in words, under a person's name."""
        return Phrases(self.context.facts, self.book.streams, person)


def why_text(rows: Sequence[Row], *, color: bool, marks: bool = True) -> str:
    """The rows as a terminal gets them; a screen reader gets no marks of direction."""
    rows = [replace(row, text=isolated(row.text)) for row in rows] if marks else list(rows)
    return colored(rows) if color else "\n".join(row.text for row in rows) + "\n"


def why_rows(why: Why, page: Page) -> Iterator[Row]:
    """One explanation."""
    yield from _headline(why, page)
    yield from _deciding(why, page)
    yield from _settling(why, page)
    yield from _rule(why, page)
    yield from _flips(why, page)
    yield from _sources(why, page)


def effect_rows(assumed: Sequence[str], effects: Sequence[Effect], page: Page) -> Iterator[Row]:
    """What was assumed, and every result that would be another."""
    words = page.words
    yield Row("head", words.say("why.assumed"))
    yield from _points(assumed, page)
    yield from as_rows("quiet", wrap(words.say("why.assumed-lead"), page.width, "  "))
    yield from titled(words.say("why.effects"))
    if not effects:
        yield from as_rows("body", wrap(words.say("why.no-effects"), page.width, "  "))
    for each in effects:
        told = [page.phrases().outcome(side) for side in (each.before, each.after)]
        title = _title(each.title, each.person, each.country, page)
        said = words.say("why.before-after", before=told[0], after=told[1])
        yield from as_rows("body", wrap(title, page.width, _POINT))
        yield from as_rows("quiet", wrap(said, page.width, "    "))


def _title(title: Text, person: str | None, country: str | None, page: Page) -> str:
    said = page.words.of(title)
    said = f"{said} ({page.words.country(country)})" if country else said
    return f"{said}, {page.context.facts.person(person)}" if person else said


def _headline(why: Why, page: Page) -> Iterator[Row]:
    words, context = page.words, page.context
    named = context.item_title_of(why.result) if isinstance(why.result, Item) else None
    title = words.colon(named or _title(why.title, why.person, why.country, page))
    yield from as_rows("title", wrap(f"{title} {page.phrases().outcome(why.outcome)}", page.width))
    yield Row("quiet", f"  {why.name}")
    result = why.result
    said: list[str] = []
    if result is None and why.kind == "item":
        said.append(words.say("why.no-question"))
    if isinstance(result, Item):
        said.append(words.of(result.reason))
        if result.holding and result.status in ("needed", "recommended"):
            state = "; ".join(filter(None, (standing(result, context)[1], paper(result, context))))
            said.append(f"{state}." if result.holding == "missing" else words.say("why.in-hand", state=state))
        said += [words.of(result.fault)] if result.fault else []
        said += [
            " ".join(filter(None, (line.label, line.text)))
            for line in context.cautions(result.confidence, result.disputed)
        ]
    if isinstance(result, Finding):
        same = [each for each in page.evaluation.findings if each.name == result.name]
        said += [context.said(each.message, each) for each in same] + [words.of(result.matters)]
    if isinstance(result, Interview):
        said += [words.of(reason.message) for reason in result.reasons]
    for each in said:
        yield from as_rows("body", wrap(each, page.width, "  "))


def _deciding(why: Why, page: Page) -> Iterator[Row]:
    if why.outcome == OPEN:
        return
    if not why.told:
        if why.sources:
            yield from titled(page.words.say("why.deciding"))
            yield from as_rows("body", wrap(page.words.say("why.by-sources"), page.width, "  "))
        return
    words, told = page.words, list(page.phrases(why.person).deciding(why.deciding, fields=why.kind != "finding"))
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
    words, phrases, facts = page.words, page.phrases(why.person), page.context.facts
    yield from titled(words.say("why.settling" if why.outcome == OPEN else "why.settling-holding"))
    for each in why.settling:
        yield from as_rows("open", wrap(_capital(facts.path(each.fact, why.person)), page.width, _POINT))
        for change, outcome in each.outcomes if why.outcome == OPEN else ():
            yield from as_rows("body", wrap(phrases.would_settle(change, outcome), page.width, "      "))


def _rule(why: Why, page: Page) -> Iterator[Row]:
    compiled = next((each for each in page.book.requirements if each.requirement.id == why.name.split("/")[0]), None)
    figure = next((each for each in page.book.figures if why.name == f"computed/{each.figure.name}"), None)
    if why.rule and compiled and why.kind == "item":
        said = [*_requirement(compiled, why.rule, page, told=why.told), *_dates(why.rule, page.words)]
    elif figure and why.told:
        said = list(_figure(figure, page))
    else:
        return
    yield from titled(page.words.say("why.rule"))
    yield from _points(said, page, most=len(said))


def _requirement(compiled: CompiledRequirement, rule: RuleTold, page: Page, *, told: bool) -> Iterator[str]:
    words = page.words
    if compiled.person:
        yield words.say("why.for-whom", people=_said(compiled.person, page))
    if compiled.country:
        yield words.say("why.each-country", countries=_said(compiled.country, page))
    if rule.chosen and told:
        yield words.say("why.needed-when", condition=_said(rule.chosen.needed, page))
    if rule.chosen and rule.chosen.recommended and told:
        yield words.say("why.recommended-when", condition=_said(rule.chosen.recommended, page))


def _dates(rule: RuleTold, words: Words) -> Iterator[str]:
    chosen = words.say(_CHOSEN_BY[rule.chosen_by], date=words.date(rule.day))
    since = words.say("why.in-force", date=words.date(rule.since)) if rule.since else words.say("why.none-yet")
    until = words.say("why.next-version", date=words.date(rule.until)) if rule.until else words.say("why.no-next")
    yield f"{since} {chosen} {until}"


def _figure(compiled: CompiledFigure, page: Page) -> Iterator[str]:
    words = page.words
    if compiled.value:
        yield words.say("why.value", value=_said(compiled.value, page))
    for part, value in zip(compiled.figure.parts, compiled.parts, strict=True):
        yield words.say("why.part", part=words.of(part.title), value=_said(value, page))
    if compiled.threshold:
        yield words.say("why.threshold", value=_said(compiled.threshold, page))


def _said(compiled: Compiled, page: Page) -> str:
    titles = {**page.programs, **page.book.streams}
    return condition_words(compiled, page.book.vocabulary, page.words, titles)


def _flips(why: Why, page: Page) -> Iterator[Row]:
    if why.outcome == OPEN or not why.told or (page.evaluation.redaction and not why.flips):
        return
    words = page.words
    told = [page.phrases(why.person).would_be(flip.changes, flip.outcome) for flip in why.flips]
    if why.untold and not told:  # another answer to what isn't shown may well change it
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
