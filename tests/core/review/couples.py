"""Cases of couples and families, and what one check says of them, for tests of the checks on the family."""

from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.review.register import CHECKS
from ircc_prep.core.review.run import file_of
from ircc_prep.core.rulebook import facts_of
from tests.core.review.reading import TODAY, book

Given = dict[str, Any]


def family(*, children: tuple[Given, ...] = (), **case: Any) -> Given:
    """A married couple, Ana and Tomas, who submitted in October 2026; `ana` and `tomas` change what is said of them."""
    ana = {"id": "ana", "role": "principal-applicant", "marital_status": "married", **case.pop("ana", {})}
    tomas = {"id": "tomas", "role": "spouse-or-partner", "marital_status": "married", **case.pop("tomas", {})}
    named = [{"id": f"kid{index}", "role": "dependent-child", **child} for index, child in enumerate(children)]
    return {"submitted": "2026-10-01", "people": [ana, tomas, *named], **case}


def single(*, children: tuple[Given, ...] = (), **case: Any) -> Given:
    """Ana, who applies without a partner and of whose marital status nothing is said."""
    whole = family(children=children, **case)
    ana = {key: value for key, value in whole["people"][0].items() if key != "marital_status" or "ana" in case}
    return {**whole, "people": [ana, *whole["people"][2:]]}


def raised(code: str, case: Given) -> list[str]:
    """What one check says of a case, `over/kid0`, without the rest of the evaluation: no items, and much faster."""
    whole = {"schema": 1, "program": "express-entry", **case}
    rules = book(whole["program"])
    if code not in rules.findings:
        return []
    found = CHECKS[code](file_of(rules, facts_of(rules, Case.model_validate(whole), TODAY)))
    return sorted(f"{each.says}/{each.person}" if each.person else each.says for each in found)
