"""Conditions without what the program decides by itself."""

import pytest

from ircc_prep.core.aside import what_counts
from ircc_prep.core.expressions import Compiled, compile_expression
from ircc_prep.core.rulebook import facts_of
from ircc_prep.core.slot import Slot
from ircc_prep.core.values import COUNTRY, noun
from ircc_prep.core.why.for_program import for_program
from tests.core.making import TODAY, book, requirement, rule
from tests.core.why.oracle import PERSONAS, asked
from tests.properties.families import PROGRAMS

IN = {"program": "citizenship"}


def condition(source: str) -> Compiled:
    rules = book(requirement(rule("True")))
    return compile_expression(source, rules.vocabulary.binding(person=noun("person"), country=COUNTRY))


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("program == 'citizenship' and a.yes", "a.yes"),
        ("program != 'citizenship' and a.yes", "False"),
        ("a.yes or program in ['citizenship', 'pr-card']", "True"),
        ("a.yes or program not in ['citizenship', 'pr-card']", "a.yes"),
        ("a.yes and (a.also or program == 'visitor')", "a.yes and a.also"),
        ("not (program == 'visitor') and not a.yes", "not a.yes"),
        ("1 if program == 'visitor' else 2 if a.yes else 3", "2 if a.yes else 3"),
        ("any(p.accompanying and program == 'visitor' for p in people)", "False"),
        ("all(p.accompanying for p in people if program == 'visitor')", "True"),
        ("any(p.accompanying for p in people if program == 'citizenship')", "any((p.accompanying for p in people))"),
        ("a.yes == a.also", "a.yes == a.also"),
    ],
)
def test_what_the_program_decides_is_left_out(source: str, left: str) -> None:
    assert for_program(condition(source), IN).source == left


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_is_left_says_the_same_of_every_rule_and_persona(program: str) -> None:
    cases = [asked(path) for path in PERSONAS if path.stem.startswith(f"{program}.")]
    for case in cases:
        facts = facts_of(case.book, what_counts(case.book, case.case, TODAY), TODAY)
        bound = case.book.vocabulary.binding(person=noun("person"), country=COUNTRY)
        for each in case.book.requirements:
            for when in [when for version in each.rules for when in (version.needed, version.recommended) if when]:
                left = compile_expression(for_program(when, {"program": program}).source, bound)
                for person in case.case.people or ():
                    scope = Slot(person.id, "PH").scope(facts)
                    assert left.run(facts, scope) == when.run(facts, scope), each.requirement.id
