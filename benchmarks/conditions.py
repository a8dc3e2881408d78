"""How long conditions and whole cases take. Run: .venv/bin/python -P benchmarks/conditions.py

The same six conditions are run as compiled closures, and as Python's own `eval` of the same text over plain values: what a
tool without types, unknowns or reasons would do. In turn, medians and ratios pair by pair. Then 10,000 different cases.
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


def compiled() -> Callable[[], object]:
    """The six conditions through the condition language."""
    types = {
        "trp.ground": choice("health", "non-compliance", "other"),
        "trp.credibility_in_issue": BOOL,
        "funds.amount": NUMBER,
    }
    person = {"id": "maria", "role": "principal-applicant", "stays": STAYS}
    case = Case.model_validate({"schema": 1, "program": "express-entry", "people": [person], "answers": ANSWERS})
    facts = Facts(case, DAY, {}, types)
    runs = [compile_expression(source, Vocabulary(types, {})).run for source in CONDITIONS]
    return lambda: [run(facts, {}) for run in runs]


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
    return lambda: [eval(code, names) for code in codes]  # noqa: S307 - the yardstick, on our own text


def whole_cases() -> float:
    """Seconds for each of 10,000 different families, every item, question and figure of Express Entry."""
    file = load(ROOT / "checklists" / "personas" / "express-entry.en.yaml")
    book = Pack().load(file.case.program)
    cases = [
        Case.model_validate({**file.data, "submitted": str(DAY - timedelta(days=index % 300))}) for index in range(300)
    ]
    start = time.perf_counter()
    for index in range(CASES):
        evaluate(book, cases[index % len(cases)], DAY)
    return (time.perf_counter() - start) / CASES


def main() -> None:
    """Prints the figures."""
    ours, theirs = compiled(), plain()
    pairs = [(timed(ours, REPEATS), timed(theirs, REPEATS)) for _ in range(ROUNDS)]
    each = statistics.median(pair[0] for pair in pairs) / len(CONDITIONS)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"one condition: {each * 1e6:.1f} µs, {ratio:.1f} × Python's own eval (no types, no unknowns, no reasons)")
    case = whole_cases()
    print(
        f"{CASES:,} cases: {case * CASES:.0f} s, {case * 1000:.1f} ms a case of three people, {1 / case:.0f} a second"
    )


if __name__ == "__main__":
    main()
