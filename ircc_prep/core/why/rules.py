"""Which version of a requirement is in force, why that one, and when the next begins."""

from collections.abc import Iterable

from ircc_prep.core.case import Case
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.facts import Facts
from ircc_prep.core.items import possible_rules
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.why.parts import RuleTold
from ircc_prep.core.why.subjects import ItemSubject


def rule_told(subject: ItemSubject, case: Case, facts: Facts) -> RuleTold:
    """The version that the day chose: the latest, where a day known only by its month may choose several."""
    entry, rules = subject.requirement.requirement, subject.requirement.rules
    chosen = next((rule for rule in reversed(possible_rules(subject.requirement, facts)) if rule), None)
    later = [rule.rule.start for rule in rules if chosen is None or rule.rule.start > chosen.rule.start]
    by_today = entry.rules_on == "today"
    given = next((name for name in ("submitted", "planned_submission") if getattr(case, name)), "no-day")
    return RuleTold(
        chosen,
        facts.today if by_today else facts.submitted,
        "today" if by_today else given,  # type: ignore[arg-type]
        chosen.rule.start if chosen else None,
        min(later, default=None),
        len(rules),
        told=chosen is None or not asks_about_safety(subject.book, (chosen.needed, chosen.recommended)),
    )


def asks_about_safety(book: Rulebook, conditions: Iterable[Compiled | None]) -> bool:
    """Whether one of the conditions reads an answer on safety: then none of them is put into words."""
    facts = [each.question.fact for each in book.questions if each.question.safety]
    return any(fact in each.source for each in conditions if each for fact in facts)
