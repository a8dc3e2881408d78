"""The title block, and what a reader needs in ten seconds."""

from ircc_prep.core.case import Interview, Person
from ircc_prep.core.result import Item, OpenQuestion
from ircc_prep.render.context import Context
from ircc_prep.render.items import standing
from ircc_prep.render.parts import Count, Glance, Heading, Step, Tone
from ircc_prep.render.undecided import asked, decisive_questions, settled
from ircc_prep.render.words import Words

MOST_STEPS = 5


def heading(context: Context) -> Heading:
    """Whose packet it is, for what, by the rules of which day."""
    evaluation, words = context.evaluation, context.words
    program = words.of(evaluation.program_title)
    stream = words.of(evaluation.stream_title) if evaluation.stream_title else None
    case = evaluation.case
    people = [_full_name(person) for person in case.people or ()]
    facts = [(words.say("packet.prepared-for"), words.join(people) or words.say("packet.no-names"))]
    if case.interview and (case.interview.date or case.interview.city):
        facts.append((words.say("packet.interview"), _interview(case.interview, context)))
    if case.submitted or case.planned_submission:
        key, day = ("submitted", case.submitted) if case.submitted else ("planned", case.planned_submission)
        facts.append((words.say(f"packet.{key}"), words.date(day) if day else ""))
    facts.append((words.say("packet.rules-on"), words.date(evaluation.rules_on)))
    facts.append((words.say("packet.checked-on"), words.date(evaluation.checked_on)))
    warning = words.of(evaluation.program_status) if evaluation.program_status else None
    footer = words.say("packet.footer", program=program, date=words.date(evaluation.checked_on))
    return Heading(words.say("packet.title"), program, stream, warning, tuple(facts), footer)


def glance(context: Context) -> Glance:
    """What is ready, what isn't, and what to do first."""
    words, summary = context.words, context.evaluation.summary
    noticed = summary.blockers + summary.warnings + summary.notes
    counts = (
        _count("to-get", summary.to_get, "missing", words),
        _count("undecided", summary.undetermined, "open", words),
        _count("noticed", noticed, "plain", words),
        _count("ready", summary.ready, "ready", words),
    )
    steps = _steps(context)
    more = words.say("summary.more", count=str(len(steps) - MOST_STEPS)) if len(steps) > MOST_STEPS else None
    first = tuple(steps[:MOST_STEPS]) or (Step(words.say("summary.nothing-first"), None),)
    return Glance(words.say("section.summary"), _sentence(context), counts, words.say("summary.first"), first, more)


def _count(name: str, number: int, tone: Tone, words: Words) -> Count:
    return Count(name, number, words.quantity(f"count.{name}", number), tone)


def _sentence(context: Context) -> str:
    words, summary = context.words, context.evaluation.summary
    counted = [("blockers", summary.blockers), ("to-get", summary.to_get), ("undecided", summary.undetermined)]
    open = [words.quantity(f"summary.{key}", number) for key, number in counted if number]
    return words.say("summary.is-not-ready", what=words.join(open)) if open else words.say("summary.is-ready")


def _steps(context: Context) -> list[Step]:
    """Findings that block, then what is to get, then the questions that settle the most.

    The most decisive question is always among the steps shown: without it the rest of the list may be wrong.
    """
    evaluation, words = context.evaluation, context.words
    blockers = [
        Step(words.of(finding.message), words.of(finding.prepare) if finding.prepare else None)
        for finding in evaluation.findings
        if finding.severity == "blocker"
    ]
    questions = [_answer(question, context) for question in decisive_questions(context)]
    others = blockers + _to_get(context)
    if questions and len(others) >= MOST_STEPS:
        others.insert(MOST_STEPS - 1, questions.pop(0))
    return others + questions


def _answer(question: OpenQuestion, context: Context) -> Step:
    words, titles = context.words, settled(question, context)
    detail = words.say("fact.value", label=words.say("line.settles"), value="; ".join(titles[:2]))
    more = f"; {words.quantity('line.more', len(titles) - 2)}" if len(titles) > 2 else ""  # noqa: PLR2004  # two are named
    return Step(words.say("summary.answer-step", question=asked(question, context)), detail + more)


def _to_get(context: Context) -> list[Step]:
    """What is to get, one step for a requirement however many people and countries it concerns."""
    together: dict[str, list[Item]] = {}
    for item in context.evaluation.items:
        if item.to_get:
            together.setdefault(item.id, []).append(item)
    steps = []
    for items in together.values():
        state = _state(items, context)
        whose = [_whose(item, context) for item in items]
        places = context.words.join([place for place in whose if place])
        detail = " · ".join(part for part in (state, places) if part) or None
        steps.append(Step(context.words.of(items[0].title), detail))
    return steps


def _state(items: list[Item], context: Context) -> str | None:
    """What is the matter with them, when it is the same for all and more than that they are missing."""
    holdings = {item.holding for item in items}
    if len(holdings) > 1 or holdings <= {"missing", None}:
        return None
    return standing(items[0], context)[1]


def _whose(item: Item, context: Context) -> str:
    person = context.facts.person(item.person) if item.person else ""
    country = context.words.country(item.country) if item.country else ""
    return f"{person} ({country})" if person and country else person or country


def _full_name(person: Person) -> str:
    """The name, and beside it the one in another script, if the file holds one."""
    others = [" ".join(part for part in (other.given_names, other.family_name) if part) for other in person.names or ()]
    foreign = _other_script(person.display_name)
    native = next((other for other in others if other and _other_script(other) != foreign), None)
    return f"{person.display_name} ({native})" if native else person.display_name


def _other_script(name: str) -> bool:
    """Whether a name is written in anything but Latin letters."""
    latin_end = 0x24F
    return any(ord(letter) > latin_end and letter.isalpha() for letter in name)


def _interview(interview: Interview, context: Context) -> str:
    words = context.words
    parts = [
        words.date(interview.date) if interview.date else None,
        interview.city,
        words.say(f"choice.interview.{interview.kind}") if interview.kind else None,
    ]
    return ", ".join(part for part in parts if part)
