"""Which version of a requirement is in force, why that one, and when the next begins."""

from ircc_prep.core.case import Case
from ircc_prep.core.evaluation.items import possible_rules
from ircc_prep.core.facts import Facts
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
    )
