"""What the officer's eye costs as a history grows.

Run `.venv/bin/python -P benchmarks/review.py`. One person with 10, 100 and 1,000 entries (addresses, activities,
trips, studies, statuses, passports), some dates to the day, some to the month, some to the year, and something wrong
now and then. All checks are run, in turn over the sizes; medians, and the cost of an entry beside that of the smallest.
"""

import statistics
import time
from datetime import date, timedelta
from random import Random
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.review.run import findings
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.files.checklists import Pack

DAY = date(2026, 11, 22)
SIZES = (10, 30, 100, 300, 1000)
ROUNDS = 9
KINDS = 6  # lists of a person
BORN = date(1970, 5, 4)
FIRST = date(1988, 5, 4)
COUNTRIES = ("PH", "AE", "CA", "SG", "IN")
MONTH_IN, YEAR_IN, WRONG_IN = 3, 12, 25  # one date in so many is known by month, by year, moved


def dated(day: date, random: Random) -> str:
    """A day as exactly as somebody remembers it."""
    if not random.randrange(YEAR_IN):
        return f"{day:%Y}"
    return f"{day:%Y-%m}" if not random.randrange(MONTH_IN) else day.isoformat()


def periods(count: int, random: Random) -> list[dict[str, Any]]:
    """So many periods one after another up to today; now and then one begins late."""
    step = (DAY - FIRST) / count
    made = []
    for index in range(count):
        late = step / 2 if not random.randrange(WRONG_IN) else timedelta()
        start, end = FIRST + step * index + late, FIRST + step * (index + 1) - timedelta(days=1)
        made.append({"from": dated(start, random), "to": dated(end, random), "country": random.choice(COUNTRIES)})
    return made


def person(entries: int, random: Random) -> dict[str, Any]:
    """One person with about so many entries in all."""
    count = max(entries // KINDS, 1)

    def list_of(**more: Any) -> list[dict[str, Any]]:
        return [{**period, **more} for period in periods(count, random)]

    statuses = [{**entry, "kind": "worker"} for entry in periods(count, random)]
    passports = periods(count, random)
    return {
        "id": "maria",
        "role": "principal-applicant",
        "date_of_birth": BORN.isoformat(),
        "citizenships": ["PH"],
        "marital_status": "single",
        "stays": list_of(),
        "activities": list_of(kind="employment", hours_per_week=40),
        "trips": list_of(purpose="visit"),
        "education": list_of(level="bachelor"),
        "status_in_canada": [{key: value for key, value in entry.items() if key != "country"} for entry in statuses],
        "passports": [{"country": "PH", "issued": entry["from"], "expires": entry["to"]} for entry in passports],
    }


def seconds(book: Rulebook, case: Case) -> float:
    """Processor time of all the checks on a view of the case that hasn't been looked at before."""
    facts = facts_of(book, case, DAY)
    start = time.process_time()
    findings(book, facts, Settles(), (), ())
    return time.process_time() - start


def main() -> None:
    """Prints the table."""
    book = Pack().load("express-entry")
    cases = {}
    for size in SIZES:
        people = [person(size, Random(size))]
        cases[size] = Case.model_validate(
            {"schema": 1, "program": "express-entry", "submitted": "2026-10-01", "people": people}
        )
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(ROUNDS):
        for size, case in cases.items():
            times[size].append(seconds(book, case))
    print(f"{'entries':>8} {'ms':>9} {'us an entry':>12} {'beside 10':>10}")
    first = statistics.median(times[SIZES[0]]) / SIZES[0]
    for size in SIZES:
        median = statistics.median(times[size])
        print(f"{size:>8} {median * 1e3:>9.2f} {median / size * 1e6:>12.1f} {median / size / first:>9.2f}x")


if __name__ == "__main__":
    main()
