"""How likely an interview is, by the program's own rules."""

from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Interview, Reason
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import settle


def interview(book: Rulebook, facts: Facts, settles: Settles) -> Interview:
    """The likelihood, with the rules that say so; `undetermined` while an earlier rule may say otherwise."""
    verdict = settle(lambda view: _likelihood(book, view), facts)
    settles.note("interview", verdict.missing)
    if verdict.outcome is None:
        return Interview("undetermined", (), verdict.missing)
    truths = [(compiled.rule, compiled.when.run(facts, {})) for compiled in book.interview]
    saying_so = [(rule, truth) for rule, truth in truths if rule.likelihood == verdict.outcome and truth is not False]
    agreeing = [rule for rule, truth in saying_so if truth]
    if not agreeing and book.interview_otherwise.likelihood == verdict.outcome:
        agreeing = [book.interview_otherwise]
    if not agreeing:  # whatever the answer is, one of those that are open applies
        agreeing = [rule for rule, _ in saying_so]
    return Interview(verdict.outcome, tuple(Reason(rule.id, rule.reason, rule.sources) for rule in agreeing), ())


def _likelihood(book: Rulebook, facts: Facts) -> str | None:
    """The first rule that applies decides; an open rule before it leaves it open unless it would say the same."""
    possible = set()
    for compiled in book.interview:
        truth = compiled.when.run(facts, {})
        if truth is not False:
            possible.add(compiled.rule.likelihood)
        if truth:
            return possible.pop() if len(possible) == 1 else None
    possible.add(book.interview_otherwise.likelihood)
    return possible.pop() if len(possible) == 1 else None
