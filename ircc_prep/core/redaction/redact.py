"""The door: an evaluation for one audience."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate, add_days
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.key import AUDIENCES, NUMBERED, Key, years
from ircc_prep.core.redaction.labels import ANSWER_LABELS, Label
from ircc_prep.core.redaction.masking import kept_words, leaves, masked
from ircc_prep.core.redaction.people import roles_of
from ircc_prep.core.redaction.results import Results
from ircc_prep.core.result import Audience, Evaluation, Redaction
from ircc_prep.core.review.lanes import timelines
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.text import Text

_LABEL = Text("Redacted", "Caviardé")
_NOTES: Mapping[Audience, Text] = {
    "consultant": Text(
        "for somebody who helps. Left out: names, document numbers, cities and addresses, employers and schools, what "
        "was written in words, sensitive answers. People are called by their role. Days are given by their month, "
        "births by their year.",
        "pour une personne qui aide. Retirés : les noms, les numéros de documents, les villes et les adresses, les "
        "employeurs et les établissements, ce qui a été écrit en mots, les réponses délicates. Les personnes sont "
        "désignées par leur rôle. Les jours sont donnés au mois, les naissances à l’année.",
    ),
    "log": Text(
        "for a log. Left out: everything that a person said, with its days and figures, and the advice that follows "
        "from it. People are called by their role, countries by a number.",
        "pour un journal. Retirés : tout ce qu’une personne a dit, avec les jours et les chiffres, et les conseils qui "
        "en découlent. Les personnes sont désignées par leur rôle, les pays par un numéro.",
    ),
}


def redacted(evaluation: Evaluation, audience: Audience, book: Rulebook, key: Key | None = None) -> Evaluation:
    """The evaluation as that audience may see it, under the book that it was made with. Its outcome stays.

    With a `key`, people and countries are called as it says: by the same names in several evaluations.
    """
    if audience == "self":
        return evaluation
    key = key or key_of(evaluation, audience, book)
    case, hidden = masked(evaluation.case, key)
    results = Results(key, evaluation, _without_the_withheld(evaluation, key, book), kept_words(case))
    findings = results.findings()
    rules_on = _rules_on(evaluation, key, book)
    history, today = book.checklist.program.review.history_years, evaluation.checked_on
    made = replace(
        evaluation,
        case=case,
        rules_on=rules_on,
        items=results.items(),
        interview=results.interview(),
        findings=findings,
        timelines=() if audience == "log" else timelines(case, today, rules_on, history, findings),
        figures=results.figures(),
        officer_questions=results.officer_questions(),
        guidance=results.guidance(),
        open_questions=results.open_questions(book, facts_of(book, case, today)),
        unspoken=(),
        redaction=Redaction(audience, _LABEL, _NOTES[audience], key.names, hidden),
    )
    return replace(made, sources={id: made.sources[id] for id in sorted(results.cited(made))})


def key_of(evaluation: Evaluation, audience: Audience, book: Rulebook) -> Key:
    """What becomes of everything in this evaluation."""
    case = evaluation.case
    ids, names = roles_of(case)
    labels: dict[str, Label] = {}
    withheld = set()
    for compiled in book.questions:
        question = compiled.question
        if question.type is not None:
            labels[question.fact] = ANSWER_LABELS[question.type]
        if question.sensitive or question.safety:
            withheld.add(question.fact)
    # Another program's answer: this book doesn't know what it tells.
    withheld |= {id for id in case.answers if id not in labels}
    countries = _numbered(evaluation, labels) if AUDIENCES[audience]["country"] == "numbered" else {}
    births = tuple(person.date_of_birth for person in case.people or () if person.date_of_birth)
    requirements = {compiled.requirement.id for compiled in book.requirements}
    return Key(audience, ids, names, countries, births, labels, frozenset(withheld), requirements)


def _rules_on(evaluation: Evaluation, key: Key, book: Rulebook) -> PartialDate:
    """The day of the rules. The person's own by its month; in a log, all the days on which the same rules hold."""
    case, day, today = evaluation.case, evaluation.rules_on, evaluation.checked_on
    if case.submitted is None and case.planned_submission is None:
        return day
    if key.audience != "log":
        return key.day(day)
    changes = {rule.rule.start for each in book.requirements for rule in each.rules}
    changes |= {version.start for table in book.tables.values() for version in table.versions}
    began = max((change for change in changes if change <= day.first), default=date(EARLIEST_YEAR, 1, 1))
    ends = min((add_days(change, -1) for change in changes if change > day.last), default=date(LATEST_YEAR, 12, 31))
    return PartialDate(began, min(ends, max(today, years(day).last)))


def _numbered(evaluation: Evaluation, labels: Mapping[str, Label]) -> Mapping[str, str]:
    """A number for each country, in the order in which a reader meets them."""
    said = [
        code
        for _, label, value in leaves(evaluation.case)
        if label == "country"
        for code in (value if isinstance(value, tuple) else (value,))
    ]
    answered = [value for id, value in evaluation.case.answers.items() if labels.get(id) == "country" and value]
    codes = dict.fromkeys((*(item.country for item in evaluation.items if item.country), *said, *answered))
    return {code: f"{NUMBERED}{number}" for number, code in enumerate(codes, 1)}


def _without_the_withheld(evaluation: Evaluation, key: Key, book: Rulebook) -> Evaluation:
    """What would follow had nothing been answered of what is left out wholly: only that may be told in words."""
    case: Case = evaluation.case
    kept = {id: value for id, value in case.answers.items() if id not in key.withheld}
    unsure = tuple(path for path in case.unsure if path not in key.withheld)
    if len(kept) == len(case.answers) and len(unsure) == len(case.unsure):
        return evaluation
    return evaluate(book, case.model_copy(update={"answers": kept, "unsure": unsure}), evaluation.checked_on)
