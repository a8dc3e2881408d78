"""How long a key press of the questionnaire takes with a big family, beside one evaluation of the case.

Four people with as many entries each as said, spread over their lists. An answer is checked, saved, and followed by
what to ask next, the progress line and what is set aside; an entry of a list by what stands out in the list; a letter
of a date by what it leaves beside it. Ratios are of one run, so they can be held against another machine's.
Run: .venv/bin/python -P benchmarks/sitting.py [ENTRIES]
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.neighbours import beside, noticed
from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.files.checklists import Pack
from ircc_prep.files.saving import Saver

TODAY = date(2026, 11, 22)
ENTRIES, ROUNDS = 40, 5
COUNTRIES = ("PH", "AE", "CA", "FR")
ROLES = ("principal-applicant", "spouse-or-partner", "dependent-child", "dependent-child")
PROGRAMS = ("express-entry", "temporary-resident-permit", "pr-landing")


def family(program: str, entries: int) -> dict[str, Any]:
    """Four people with a third of the entries on each of three lists."""
    people = [_person(index, role, entries // 3) for index, role in enumerate(ROLES)]
    return {"schema": 1, "program": program, "submitted": "2026-10-01", "people": people, "answers": {}}


def _person(index: int, role: str, entries: int) -> dict[str, Any]:
    def month(number: int) -> str:
        return f"{2010 + number * 4 // 12}-{number * 4 % 12 + 1:02}"

    periods = [
        {"from": month(each), "to": month(each + 1), "country": COUNTRIES[each % 4], "city": "Cebu"}
        for each in range(entries)
    ]
    return {
        "id": f"p{index}", "role": role, "given_names": "Ana", "family_name": "Santos",
        "date_of_birth": f"{1988 + index}-02-01", "citizenships": ["PH"], "country_of_birth": "PH",
        "stays": periods, "activities": [{**each, "kind": "employment"} for each in periods],
        "trips": [{"from": each["from"], "to": each["from"], "country": "CA"} for each in periods],
    }  # fmt: skip


def fastest(run: Callable[[], object]) -> float:
    """The milliseconds of the fastest of a few rounds: the others waited for something else."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times) * 1000


def measured(program: str, entries: int, folder: Path) -> dict[str, float]:
    """What each key press takes."""
    book, data = Pack().load(program), family(program, entries)
    save = Saver(folder / f"{program}.yaml")
    save(data)
    keeper = Keeper(data, save, lambda _program: book, TODAY)
    listed = Listed(keeper, "people.p0.stays")
    last = len(listed.entries) - 1
    case = Case.model_validate(data)

    def answer() -> None:
        keeper.answer("people.p0.passports", [])
        keeper.asks()
        keeper.standings()
        keeper.aside()

    def field() -> None:
        listed.set(last, "city", "Cebu")
        noticed(listed, "stay")

    return {
        "evaluation": fastest(lambda: evaluate(book, case, TODAY)),
        "saving": fastest(lambda: save(keeper.data)),
        "answer": fastest(answer),
        "field": fastest(field),
        "letter": fastest(lambda: beside(listed, "stay", last, "to", "2024")),
    }


def main(entries: int) -> None:
    """Prints the table."""
    columns = ("evaluation", "saving", "answer", "field", "letter")
    print(f"{'milliseconds (times an evaluation)':<36}", *(f"{name:>16}" for name in columns))
    with tempfile.TemporaryDirectory() as folder:
        for program in PROGRAMS:
            found = measured(program, entries, Path(folder))
            cells = (f"{found[name]:.0f} ({found[name] / found['evaluation']:.1f})" for name in columns)
            print(f"{program:<36}", *(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES)
