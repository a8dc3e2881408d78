"""Reading a case as an officer does, for tests of the checks."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.dates import add_months
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Finding
from ircc_prep.core.review.register import CHECKS, Raised
from ircc_prep.core.review.run import file_of
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.files.checklists import Pack

TODAY = date(2026, 11, 22)


@cache
def book(program: str) -> Rulebook:
    """The shipped checklist of a program, read once."""
    return Pack().load(program)


def findings(case: dict[str, Any], *, on: date = TODAY) -> tuple[Finding, ...]:
    """What stands out in a case, which is of Express Entry unless it says otherwise."""
    whole = {"schema": 1, "program": "express-entry", **case}
    return evaluate(book(whole["program"]), Case.model_validate(whole), on).findings


def raised(code: str, case: dict[str, Any], *, on: date = TODAY) -> list[str]:
    """What one check says of a case: `gap/maria`, in order."""
    found = (each for each in findings(case, on=on) if each.code == code)
    return sorted(f"{each.says}/{each.person}" if each.person else each.says for each in found)


def seen(code: str, case: dict[str, Any], *, on: date = TODAY) -> list[Raised]:
    """What one check alone raises, without the rest of the evaluation: quick enough for hundreds of cases."""
    whole = {"schema": 1, "program": "express-entry", **case}
    rules = book(whole["program"])
    return list(CHECKS[code](file_of(rules, facts_of(rules, Case.model_validate(whole), on))))


def checked(code: str, case: dict[str, Any], *, on: date = TODAY) -> tuple[Raised, ...]:
    """What one check alone raises, without the rest of the evaluation: for oracles, which try many cases."""
    whole = Case.model_validate({"schema": 1, "program": "express-entry", **case})
    rules = book(whole.program)
    return tuple(CHECKS[code](file_of(rules, facts_of(rules, whole, on))))


def alone(**person: Any) -> dict[str, Any]:
    """A case of one applicant, born in May 1990, who submitted in October 2026."""
    applicant = {"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", **person}
    return {"submitted": "2026-10-01", "people": [applicant]}


def over_a_month(holds: Callable[[date], bool]) -> bool:
    """Whether something holds for more than a month in a row, from 2016 to 2020, counted day by day."""
    begun, day = None, date(2016, 12, 1)
    while day < date(2020, 2, 1):
        begun = (begun or day) if holds(day) else None
        if begun and day >= add_months(begun, 1):
            return True
        day += timedelta(days=1)
    return False
