"""What can't be told yet, and the one answer or month that would settle each."""

import re

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Item, OpenQuestion
from ircc_prep.core.text import Text
from ircc_prep.render.context import Context
from ircc_prep.render.facts import entry_of
from ircc_prep.render.parts import Entry, Group, Line, Section

_NAME = re.compile(r"\{\w+\}")
_IN_BRACKETS = re.compile(rf"\s\({_NAME.pattern}\)")


def undecided_section(context: Context) -> Section:
    """The open questions with what each settles, the most decisive first; then undecided items that no question names.

    Questions that only change what may be asked or advised come last, in a plain list: there can be dozens of them.
    """
    words = context.words
    questions = decisive_questions(context)
    named = {name for question in context.evaluation.open_questions for name in question.settles}
    heads = (words.say("column.question"), words.say("line.settles"))
    entries = tuple(_question(question, context) for question in questions)
    rest = tuple(_item(item, context) for item in undecided(context) if item.name not in named)
    groups = [
        Group("questions", None, entries, heads=heads),
        Group("other", None, rest, heads=(words.say("column.what"), words.say("line.why-undecided"))),
        Group("advice", None, _advice(context), layout="plain"),
    ]
    filled = tuple(group for group in groups if group.entries)
    return Section("undecided", words.say("section.undecided"), "short", words.say("lead.undecided"), filled)


def decisive_questions(context: Context) -> list[OpenQuestion]:
    """The open questions that decide an item, a figure, a finding or the interview, the most decisive first."""
    counted = [(weight(question, context), question) for question in context.evaluation.open_questions]
    return [question for count, question in sorted(counted, key=lambda pair: pair[0], reverse=True) if any(count)]


def weight(question: OpenQuestion, context: Context) -> tuple[int, int]:
    """How many items and figures a question decides, and how many findings: a paper to get weighs more than a doubt."""
    findings = sum(name.startswith("finding/") for name in question.settles)
    return len(settled(question, context)) - findings, findings


def settled(question: OpenQuestion, context: Context) -> tuple[str, ...]:
    """What a question settles, in words: items, figures, findings; not the mere asking or advising."""
    return tuple(context.result_titles[name] for name in question.settles if name in context.result_titles)


def asked(question: OpenQuestion, context: Context) -> str:
    """The question, with the entry that it is about; where the checklist has no words for it, the name of the fact."""
    words, facts = context.words, context.facts
    entry = entry_of(question.fact)
    if entry is None or entry == question.fact:
        told = words.of(question.ask)
        return facts.path(question.fact) if told == question.fact else told
    known = facts.entry(entry)
    # The entry stands behind the question, and needn't stand in it in brackets too.
    ask = Text(*(_IN_BRACKETS.sub("", text) for text in (question.ask.en, question.ask.fr))) if known else question.ask
    told = _NAME.sub(known or "…", words.of(ask.format(**facts.fields(entry))))
    if told == question.fact:
        return facts.path(question.fact)
    return words.say("summary.about-entry", question=told, entry=known) if known else told


def undecided(context: Context) -> list[Item]:
    """The items that can't be told yet, and those for whose day no rule is known."""
    return [item for item in context.evaluation.items if item.status in {"undetermined", "no-rule-in-force"}]


def undecided_results(context: Context) -> list[str]:
    """Everything that can't be told yet, by name: items, the interview, figures, and what an open question decides."""
    evaluation = context.evaluation
    names = [item.name for item in undecided(context)]
    names += ["interview"] if evaluation.interview.likelihood == "undetermined" else []
    names += [figure.name for figure in evaluation.figures if figure.missing_facts]
    waiting = [name for question in evaluation.open_questions for name in question.settles]
    return list(dict.fromkeys([*names, *(name for name in waiting if name in context.result_titles)]))


def _question(question: OpenQuestion, context: Context) -> Entry:
    words = context.words
    known = context.facts.value(question.fact, _date_or_words(question.given)) if question.given else None
    lines = [Line("note", words.label("line.known"), known)] if known else []
    titles = context.points(settled(question, context), more="line.more")
    lines.append(Line("settles", None, "", titles))
    state = words.say("open.unsure") if question.unsure else None
    return Entry(question.fact, asked(question, context), "open", state, (), tuple(lines))


def _advice(context: Context) -> tuple[Entry, ...]:
    """The questions that decide nothing but what may be asked or advised, as one list."""
    words = context.words
    questions = tuple(
        asked(question, context) for question in context.evaluation.open_questions if not settled(question, context)
    )
    if not questions:
        return ()
    line = Line("settles", None, "", questions)
    return (Entry("advice", words.say("group.advice"), "plain", None, (), (line,)),)


def _date_or_words(given: str) -> PartialDate | str:
    try:
        return PartialDate.parse(given)
    except ValueError:
        return given


def _item(item: Item, context: Context) -> Entry:
    words = context.words
    lines = [Line("why", None, words.of(item.reason)), *context.cautions(item.confidence, item.disputed)]
    missing = context.facts.missing(item.missing_facts)
    if missing:
        lines.append(Line("settles", words.label("line.missing"), "", context.points(missing)))
    state = words.say(f"status.{item.status}")
    return Entry(item.name, context.item_title_of(item), "open", state, (), tuple(lines), context.cite(item.sources))
