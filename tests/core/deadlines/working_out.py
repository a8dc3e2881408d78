"""Short ways to the deadlines of a case under a shipped checklist."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledDue
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.files.checklists import Pack
from tests.core.making import TODAY

Data = dict[str, Any]
PACK = Pack(examples=False)


@cache
def book(program: str) -> Rulebook:
    return PACK.load(program)


def dues(rules: Rulebook) -> Mapping[str, CompiledDue]:
    """The last days that lines of the checklist have, by the lines' ids."""
    lines = [(each.requirement.id, each.due) for each in rules.requirements]
    lines += [(each.guidance.id, each.due) for each in rules.guidance]
    return {id: due for id, due in lines if due}


def case_of(program: str, *people: Data, **keys: Any) -> Case:
    return Case.model_validate({"schema": 1, "program": program, "people": list(people), **keys})


def maria(**fields: Any) -> Data:
    return {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", **fields}


def ahead(case: Case, today: date = TODAY) -> tuple[Deadline, ...]:
    rules = book(case.program)
    return deadlines(rules, evaluate(rules, case, today))


def days(case: Case, today: date = TODAY) -> Mapping[tuple[str, str, str | None], str]:
    """Kind, subject and person of each deadline, with its day."""
    return {(each.kind, each.subject, each.person): str(each.day) for each in ahead(case, today)}
