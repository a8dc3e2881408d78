"""How long conditions and whole cases take.

Run `.venv/bin/python -P benchmarks/conditions.py`. The same six conditions are run as compiled closures, and as
Python's own `eval` of the same text over plain values: what a tool without types, unknowns or reasons would do. In
turn, medians and ratios pair by pair. Then the six on 10,000 different cases, and whole evaluations of a family.
"""

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.expressions import Vocabulary, compile_expression
from ircc_prep.core.facts import Facts
from ircc_prep.core.values import BOOL, NUMBER, choice
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 22)
ROUNDS, REPEATS = 15, 2000
CASES = 10_000
FAMILIES = 200
CONDITIONS = (
    "trp.ground == 'health'",
    "trp.ground in ['health', 'non-compliance'] and not trp.credibility_in_issue",
    "funds.amount >= 23360",
    "funds.amount >= 15000 and trp.ground != 'other' or trp.credibility_in_issue",
    "any(stay.country == 'AE' for stay in applicant.stays)",
    "count(stay for stay in applicant.stays if stay.country != 'CA') >= 2",
)
ANSWERS = {"trp.ground": "health", "trp.credibility_in_issue": False, "funds.amount": 20000}
STAYS = [{"from": "2001", "to": "2018-03", "country": "PH"}, {"from": "2018-03", "country": "AE"}]


def timed(run: Callable[[], object], repeats: int) -> float:
    """Seconds for each repeat."""
    start = time.perf_counter()
    for _ in range(repeats):
        run()
    return (time.perf_counter() - start) / repeats


TYPES = {
    "trp.ground": choice("health", "non-compliance", "other"),
    "trp.credibility_in_issue": BOOL,
    "funds.amount": NUMBER,
}
RUNS = [compile_expression(source, Vocabulary(TYPES, {})).run for source in CONDITIONS]


def family(amount: int = 20000) -> Case:
    """A case of one person that the six conditions read."""
    person = {"id": "maria", "role": "principal-applicant", "stays": STAYS}
    answers = {**ANSWERS, "funds.amount": amount}
    return Case.model_validate({"schema": 1, "program": "express-entry", "people": [person], "answers": answers})


def six(case: Case) -> list[object]:
    """The six conditions on a case that hasn't been looked at before."""
    facts = Facts(case, DAY, {}, TYPES)
    return [run(facts, {}) for run in RUNS]


def compiled() -> Callable[[], object]:
    """The six conditions through the condition language, on one view of a case."""
    facts = Facts(family(), DAY, {}, TYPES)
    return lambda: [run(facts, {}) for run in RUNS]


def plain() -> Callable[[], object]:
    """The six conditions through `eval`, compiled beforehand too."""
    stays = [SimpleNamespace(country=str(stay["country"])) for stay in STAYS]
    names = {
        "trp": SimpleNamespace(ground="health", credibility_in_issue=False),
        "funds": SimpleNamespace(amount=20000),
        "applicant": SimpleNamespace(stays=stays),
        "count": lambda found: sum(1 for _ in found),
    }
    codes = [compile(source, "condition", "eval") for source in CONDITIONS]
    return lambda: [eval(code, names) for code in codes]


def ten_thousand_cases() -> float:
    """Seconds for the six conditions on each of 10,000 different cases, the view of each made anew."""
    cases = [family(amount) for amount in range(CASES)]
    start = time.perf_counter()
    for case in cases:
        six(case)
    return time.perf_counter() - start


def whole_evaluation() -> float:
    """Seconds for everything that follows from a family of three under Express Entry."""
    file = load(ROOT / "checklists" / "personas" / "express-entry.en.yaml")
    book = Pack().load(file.case.program)
    days = [str(DAY - timedelta(days=index)) for index in range(FAMILIES)]
    cases = [Case.model_validate({**file.data, "submitted": day}) for day in days]
    start = time.perf_counter()
    for case in cases:
        evaluate(book, case, DAY)
    return (time.perf_counter() - start) / FAMILIES


def main() -> None:
    """Prints the figures."""
    ours, theirs = compiled(), plain()
    pairs = [(timed(ours, REPEATS), timed(theirs, REPEATS)) for _ in range(ROUNDS)]
    each = statistics.median(pair[0] for pair in pairs) / len(CONDITIONS)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"one condition: {each * 1e6:.1f} µs, {ratio:.1f} × Python's own eval (no types, no unknowns, no reasons)")
    print(f"the six conditions on {CASES:,} cases: {ten_thousand_cases():.2f} s")
    family_of_three = whole_evaluation()
    print(f"a whole evaluation, three people: {family_of_three * 1000:.1f} ms, {1 / family_of_three:.0f} a second")


if __name__ == "__main__":
    main()
