"""The title block, and what a reader needs in ten seconds."""

from datetime import date

from ircc_prep.core.case import Interview, Person
from ircc_prep.core.facts import FAMILY_ROLES
from ircc_prep.core.result import Item, OpenQuestion
from ircc_prep.render.context import Context
from ircc_prep.render.facts import entry_of
from ircc_prep.render.items import paper, standing
from ircc_prep.render.noticed import SEVERITIES
from ircc_prep.render.parts import Count, Glance, Heading, Step, Tone
from ircc_prep.render.undecided import asked, decisive_questions, settled, undecided_results, weight
from ircc_prep.render.words import Words

MOST_STEPS = 5
# In hand and not good enough: what people least expect, and what takes the longest to mend.
_FAULTS = frozenset({"expired", "expires-too-soon", "issued-too-early", "untranslated"})


def heading(context: Context) -> Heading:
    """Whose packet it is, for what, by the rules of which day."""
    evaluation, words = context.evaluation, context.words
    program = words.of(evaluation.program_title)
    stream = words.of(evaluation.stream_title) if evaluation.stream_title else None
    case = evaluation.case
    facts = [(words.say("packet.prepared-for"), prepared_for(context) or words.say("packet.no-names"))]
    if evaluation.redaction:
        facts.insert(0, (words.of(evaluation.redaction.label), words.of(evaluation.redaction.note)))
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


def prepared_for(context: Context) -> str:
    """The names of everybody whose packet it is, or nothing where nobody is named yet."""
    chosen = context.evaluation.case.with_roles((*FAMILY_ROLES, "sponsor"))
    people = [_full_name(person, context) for person in chosen if person.accompanying is not False]
    return context.facts.opened(context.words.join(people))


def glance(context: Context) -> Glance:
    """What is ready, what isn't, when the interview is, and what to do first."""
    words, summary = context.words, context.evaluation.summary
    noticed = len(context.noticed)
    ready = [item for item in context.evaluation.items if item.holding == "ready"]  # those worth having too
    counts = [_count("to-get", summary.to_get, "missing", words)]
    if undecided := len(undecided_results(context)):
        counts.append(_count("undecided", undecided, "open", words))
    if noticed:
        counts.append(_count("noticed", noticed, "plain", words))
    counts.append(_count("ready", len(ready), "ready", words))
    steps = _steps(context)
    more = words.say("summary.more", count=str(len(steps) - MOST_STEPS)) if len(steps) > MOST_STEPS else None
    first = tuple(steps[:MOST_STEPS]) or (Step(words.say("summary.nothing-first"), None),)
    title = words.say("section.summary")
    return Glance(
        title, _sentence(context), tuple(counts), _when(context), _first_title(context), first, more, _urgent(context)
    )


def _urgent(context: Context) -> str | None:
    """What can't wait, by its titles: a date in a letter, danger, when to see a representative."""
    titles = [context.words.of(guidance.title) for guidance in context.evaluation.guidance if guidance.urgent]
    return context.words.say("summary.urgent", what="; ".join(titles)) if titles else None


def _when(context: Context) -> tuple[str, str]:
    """The interview's date with the place, or how likely an interview is."""
    words, interview = context.words, context.evaluation.case.interview
    name = words.say("packet.interview")
    if interview is None or interview.date is None:
        return name, words.say(f"likelihood.{context.evaluation.interview.likelihood}")
    return words.date(interview.date), ", ".join((name, *place_of(interview, words)))


def _first_title(context: Context) -> str:
    """“Do this first”, and by when, if there is a day that is still to come."""
    words, case = context.words, context.evaluation.case
    days: list[date] = [
        day.first
        for day in (case.interview.date if case.interview else None, case.planned_submission)
        if day and day.exact and day.first >= context.evaluation.checked_on
    ]
    if not days:
        return words.say("summary.first")
    return words.say("summary.first-before", date=words.date(min(days)))


def _count(name: str, number: int, tone: Tone, words: Words) -> Count:
    return Count(name, number, words.quantity(f"count.{name}", number), tone)


def _sentence(context: Context) -> str:
    words, summary = context.words, context.evaluation.summary
    grave = {each: sum(point.first.severity == each for point in context.noticed) for each in SEVERITIES}
    waiting = summary.to_get + grave["blocker"] + grave["warning"]
    others = len(undecided_results(context))
    counted = [
        ("blockers", grave["blocker"]),
        ("warnings", grave["warning"]),
        ("to-get", summary.to_get),
        ("undecided", others),
        ("notes", 0 if waiting or summary.undetermined else grave["note"]),
    ]
    open = words.join([words.quantity(f"summary.{key}", number) for key, number in counted if number])
    if waiting or summary.undetermined:
        return words.say("summary.is-not-ready", what=open)
    return words.say("summary.is-ready-but", what=open) if open else words.say("summary.is-ready")


def _steps(context: Context) -> list[Step]:
    """What blocks, what to be ready to explain, then what is to get, then the questions that settle the most.

    A question that decides a paper is always among the steps shown: without it the rest of the list may be wrong.
    """
    decisive = decisive_questions(context)
    questions = [_answer(question, context) for question in decisive]
    others = [*_blockers(context), *_to_explain(context), *_to_get(context)]
    if decisive and len(others) >= MOST_STEPS and weight(decisive[0], context)[0]:
        others.insert(MOST_STEPS - 1, questions.pop(0))
    return others + questions


def _blockers(context: Context) -> list[Step]:
    """What has to be mended first, each with what would mend it."""
    steps = []
    for point in context.noticed:
        finding = point.first
        if finding.severity == "blocker":
            mend = context.said(finding.prepare, finding) if finding.prepare else None
            steps.append(Step(context.message(point), mend))
    return steps


def _to_explain(context: Context) -> list[Step]:
    """One step for everything that an officer would ask about, with the first of it."""
    found = [point for point in context.noticed if point.first.severity == "warning"]
    if not found:
        return []
    more = f" ({context.words.quantity('line.more', len(found) - 1)})" if len(found) > 1 else ""
    text = context.words.quantity("summary.explain", len(found))
    return [Step(text, context.message(found[0]) + more)]


def _answer(question: OpenQuestion, context: Context) -> Step:
    words, titles = context.words, settled(question, context)
    detail = words.say("fact.value", label=words.say("line.settles"), value="; ".join(titles[:2]))
    more = f"; {words.quantity('line.more', len(titles) - 2)}" if len(titles) > 2 else ""  # noqa: PLR2004  # two are named
    return Step(words.say("summary.answer-step", question=asked(question, context)), detail + more)


def _to_get(context: Context) -> list[Step]:
    """What is to get, one step for a requirement however many people and countries it concerns.

    A paper that a blocking finding is about is among the steps already.
    """
    blocking = [point.first for point in context.noticed if point.first.severity == "blocker"]
    said = {entry_of(fact) for finding in blocking for fact in finding.facts} - {None}
    together: dict[str, list[Item]] = {}
    for item in context.evaluation.items:
        if item.to_get and not (item.fault and said.intersection(entry_of(read.fact) for read in item.holding_reads)):
            together.setdefault(item.id, []).append(item)
    ordered = sorted(together.values(), key=lambda items: not any(item.holding in _FAULTS for item in items))
    return [Step(context.words.of(items[0].title), _detail(items, context)) for items in ordered]


def _detail(items: list[Item], context: Context) -> str | None:
    """Whose it is and where from; and what is the matter with a paper that is there, with its dates."""
    words = context.words
    told = []
    for item in items:
        matter = None if item.holding in {"missing", None} else standing(item, context)[1]
        in_hand = paper(item, context) if matter else None
        state = f"{matter} ({in_hand})" if matter and in_hand else matter
        whose = context.whose(item)
        told.append(words.say("fact.value", label=whose, value=state) if whose and state else whose or state or "")
    told = [each for each in told if each]
    said = "; ".join(told) if any(item.holding in _FAULTS for item in items) else words.join(told)
    return context.facts.opened(said) or None


def _full_name(person: Person, context: Context) -> str:
    """The name, and beside it the one in another script, if the file holds one."""
    others = [" ".join(part for part in (other.given_names, other.family_name) if part) for other in person.names or ()]
    name = context.facts.full_name(person.id)
    foreign = _other_script(name)
    native = next((other for other in others if other and _other_script(other) != foreign), None)
    return f"{name} ({native})" if native else name


def _other_script(name: str) -> bool:
    """Whether a name is written in anything but Latin letters."""
    latin_end = 0x24F
    return any(ord(letter) > latin_end and letter.isalpha() for letter in name)


def _interview(interview: Interview, context: Context) -> str:
    words = context.words
    return ", ".join((*([words.date(interview.date)] if interview.date else []), *place_of(interview, words)))


def place_of(interview: Interview, words: Words) -> list[str]:
    """Where it is and how it is held, as far as the file says."""
    kind = words.say(f"choice.interview.{interview.kind}") if interview.kind else None
    return [part for part in (interview.city, kind) if part]
