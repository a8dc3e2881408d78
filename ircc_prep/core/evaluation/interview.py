"""How likely an interview is, by the program's own rules and by what the file itself shows."""

from collections.abc import Collection

from ircc_prep.core.checklist import LIKELIHOOD_SCALE, InterviewRule, LikelihoodName, SignalRule
from ircc_prep.core.compiled import CompiledInterviewRule, CompiledSignal
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Interview, Reason
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import settle
from ircc_prep.core.truth import Truth

Told = InterviewRule | SignalRule


def interview(book: Rulebook, facts: Facts, settles: Settles, raised: Collection[str]) -> Interview:
    """The likelihood, with what says so and then every other signal; `undetermined` while something may say otherwise.

    `raised` are the findings that are more than a note.
    """
    verdict = settle(lambda view: _likelihood(book, view, raised), facts)
    settles.note("interview", verdict.missing)
    present = [compiled.rule for compiled in book.signals if holds(compiled, facts, raised)]
    if verdict.outcome is None:
        return Interview("undetermined", _reasons(present), verdict.missing)
    deciding = _deciding(book, facts, raised, verdict.outcome)
    return Interview(verdict.outcome, _reasons(dict.fromkeys([*deciding, *present])), ())


def _reasons(rules: Collection[Told]) -> tuple[Reason, ...]:
    return tuple(Reason(rule.id, rule.reason, rule.sources) for rule in rules)


def _deciding(book: Rulebook, facts: Facts, raised: Collection[str], outcome: LikelihoodName) -> list[Told]:
    """The rules that apply and say so; where none does, `otherwise` or the signals that raise it."""
    told: list[tuple[Told, Truth]] = [(each.rule, holds(each, facts, raised)) for each in book.interview]
    agreeing = [rule for rule, truth in told if truth and rule.likelihood == outcome]
    if agreeing:
        return agreeing
    if book.interview_otherwise.likelihood == outcome:
        return [book.interview_otherwise]
    told += [(each.rule, holds(each, facts, raised)) for each in book.signals]
    saying_so = [(rule, truth) for rule, truth in told if truth is not False and rule.likelihood == outcome]
    # Where all of them are open, one applies whatever the answer is.
    return [rule for rule, truth in saying_so if truth] or [rule for rule, _ in saying_so]


def holds(compiled: CompiledInterviewRule | CompiledSignal, facts: Facts, raised: Collection[str]) -> Truth:
    """Whether the condition holds and, where findings are named, one of them was raised."""
    findings = compiled.rule.findings
    if findings and not any(code in raised for code in findings):
        return False
    truth: Truth = compiled.when.run(facts, {})
    return truth


def _likelihood(book: Rulebook, facts: Facts, raised: Collection[str]) -> LikelihoodName | None:
    """The first rule that applies decides; an open rule before it leaves it open unless it would say the same."""
    possible: set[LikelihoodName] = set()
    for compiled in book.interview:
        truth = holds(compiled, facts, raised)
        if truth is not False:
            possible.add(compiled.rule.likelihood)
        if truth:
            return possible.pop() if len(possible) == 1 else None
    possible |= _where_no_rule_applies(book, facts, raised)
    return possible.pop() if len(possible) == 1 else None


def _where_no_rule_applies(book: Rulebook, facts: Facts, raised: Collection[str]) -> set[LikelihoodName]:
    """What `otherwise` says, raised by the signals that are present; all that it may come to while some are open."""
    certain = book.interview_otherwise.likelihood
    open_signals: set[LikelihoodName] = set()
    for compiled in book.signals:
        likelihood = compiled.rule.likelihood
        truth = holds(compiled, facts, raised) if likelihood else False
        if likelihood and truth:
            certain = _higher(certain, likelihood)
        elif likelihood and truth is None:
            open_signals.add(likelihood)
    return {certain, *(_higher(certain, each) for each in open_signals)}


def _higher(one: LikelihoodName, other: LikelihoodName) -> LikelihoodName:
    """The higher of two on the scale; what isn't on it is never raised."""
    if one not in LIKELIHOOD_SCALE:
        return one
    return max(one, other, key=LIKELIHOOD_SCALE.index)
