"""The door: one result of a case explained."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Source
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Evaluation, FactValue, Figure, Finding, Interview
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.why.alternatives import Trial, countries_worth_trying
from ircc_prep.core.why.answers import answers_in, at, keeping
from ircc_prep.core.why.budget import RUNS, Budget
from ircc_prep.core.why.deciding import deciding
from ircc_prep.core.why.flips import flips, untold_answers
from ircc_prep.core.why.parts import OPEN, Deciding, Flip, Result, RuleTold, Settling, Why
from ircc_prep.core.why.private import is_private
from ircc_prep.core.why.rules import rule_told
from ircc_prep.core.why.settling import settling
from ircc_prep.core.why.subjects import ItemSubject, Subject


@dataclass(frozen=True, slots=True)
class Asked:
    """A case on a day under its rulebook, with its evaluation."""

    book: Rulebook
    case: Case
    today: date
    found: Evaluation

    @classmethod
    def of(cls, book: Rulebook, case: Case, today: date) -> "Asked":
        """The case evaluated."""
        return cls(book, case, today, evaluate(book, case, today))


def explain(asked: Asked, subject: Subject, runs: int = RUNS) -> Why:
    """Why the subject's outcome is what it is. `runs` bounds each of the two searches."""
    book, today = asked.book, asked.today
    counted = what_counts(book, asked.case, today)
    result = subject.result(asked.found)
    outcome = subject.outcome(counted, Budget())
    private = is_private(book, subject)
    kept, minimal = ((), True) if private else _deciding(asked, subject, counted, outcome, runs)
    untold = untold_answers(book)
    trial = Trial(subject, book, asked.case, today, Budget(runs), countries_worth_trying(book, counted, subject))
    changes, open_facts, searched = _changes(trial, kept, outcome, _missing(asked, subject, result), private=private)
    rule = _rule(asked, subject, counted)
    noticed = subject.kind == "interview" and not private and outcome != OPEN
    return Why(
        subject.kind, subject.name, subject.title, subject.person, subject.country, outcome, result,
        told=not private, deciding=tuple(_told(book, counted, kept, untold)), untold=bool(untold & set(kept)),
        noticed=noticed and subject.outcome(keeping(counted, kept), Budget()) != outcome,
        minimal=minimal, flips=changes, searched=searched, settling=open_facts, rule=rule,
        sources=_sources(book, _cited(result, rule)),
    )  # fmt: skip


def _changes(
    trial: Trial, kept: tuple[str, ...], outcome: str, missing: tuple[str, ...], *, private: bool
) -> tuple[tuple[Flip, ...], tuple[Settling, ...], bool]:
    """What would flip it and settle it, and whether all was looked for. Of what is private only what is open."""
    if private:
        return (), tuple(Settling(fact, ()) for fact in missing), True
    open_facts, searched = settling(trial, missing) if missing else ((), True)
    if outcome == OPEN:
        return (), open_facts, searched
    found, searched = flips(trial, kept, outcome)
    return found, open_facts, searched


def _deciding(asked: Asked, subject: Subject, case: Case, outcome: str, runs: int) -> tuple[tuple[str, ...], bool]:
    """The deciding answers. Of a finding, those that it names: without one of them it may only be raised otherwise."""
    if outcome == OPEN:
        return (), True
    if subject.kind != "finding":
        return deciding(subject, case, outcome, Budget(runs))
    told = answers_in(asked.case)
    named = {path for fact in subject.reads(asked.case) for path in _at_or_within(fact, told)}
    return tuple(path for path in told if path in named), True


def _at_or_within(fact: str, told: Iterable[str]) -> list[str]:
    """The answers of which a fact consists; of one thing on a list of words, the list: its things are no answers."""
    within = [path for path in told if path == fact or path.startswith((f"{fact}.", f"{fact}["))]
    return within or [fact.partition("[")[0]]


def _missing(asked: Asked, subject: Subject, result: Result | None) -> tuple[str, ...]:
    """The open facts that would settle it, but for what no output names."""
    found = subject.missing(asked.case) if isinstance(subject, ItemSubject) else ()
    if isinstance(result, Interview | Figure):
        found = result.missing_facts
    if isinstance(result, Finding):
        found = result.asks
    unnamed = asked.book.facts_on_safety
    return tuple(fact for fact in found if fact not in unnamed)


def _rule(asked: Asked, subject: Subject, case: Case) -> RuleTold | None:
    if not isinstance(subject, ItemSubject):
        return None
    return rule_told(subject, asked.case, facts_of(asked.book, case, asked.today))


def _told(book: Rulebook, case: Case, kept: tuple[str, ...], untold: frozenset[str]) -> Iterator[Deciding]:
    """The deciding answers with what they say. That a list holds no more counts by itself, apart from its entries."""
    told = answers_in(case)
    for path in kept:
        if path not in untold:
            yield Deciding(path, _as_meant(book, path, told[path]), whole=isinstance(at(case, path), tuple))


def _as_meant(book: Rulebook, path: str, value: FactValue) -> FactValue:
    """A day that a question asked for, which the case holds as it was written."""
    asked_for = book.answer_types.get(path)
    return PartialDate.parse(str(value)) if asked_for and asked_for.kind == "date" else value


def _cited(result: Result | None, rule: RuleTold | None) -> tuple[str, ...]:
    if isinstance(result, Interview):
        return tuple(source for reason in result.reasons for source in reason.sources)
    if result is not None:
        return result.sources
    return rule.chosen.rule.sources if rule and rule.chosen else ()


def _sources(book: Rulebook, ids: Iterable[str]) -> tuple[tuple[str, Source], ...]:
    """The sources with their ids, each once."""
    return tuple((id, book.sources[id]) for id in dict.fromkeys(ids) if id in book.sources)
