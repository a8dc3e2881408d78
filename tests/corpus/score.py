"""How much of what was put in is found, and how much of what is raised was put in.

Run `.venv/bin/python -P -m tests.corpus.score 40` for a table over that many families for each kind of contradiction,
and one over ten times as many families with three contradictions each.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from tests.core.review.reading import findings
from tests.corpus import more_errors as _more_errors  # noqa: F401  # registers them
from tests.corpus.errors import ERRORS, SKIP, Error, remembered_well
from tests.corpus.families import a_family

ENOUGH = 40
TRIES = 60  # families looked at for each one in which the contradiction has a place


@dataclass
class Score:
    """Counts for each code: put in, found, raised above a note without being put in (or following from it)."""

    put_in: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)  # where to look, for whoever mends it
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of what was put in that was found."""
        return sum(self.found.values()) / max(sum(self.put_in.values()), 1)

    @property
    def precision(self) -> float:
        """The share of what was raised above a note that was put in, or follows from it."""
        found = sum(self.found.values())
        return found / max(found + sum(self.alarms.values()), 1)


def score(families: int, errors: Iterable[Error] = ERRORS, first: int = 1000) -> Score:
    """Puts each kind of contradiction into so many families, one at a time, and reads the files."""
    total = Score()
    for kind, error in enumerate(errors):
        done = 0
        for seed in range(first + 10_000 * kind, first + 10_000 * kind + families * TRIES):
            if done == families:
                break
            done += _one(error, seed, total)
    return total


def _one(error: Error, seed: int, total: Score) -> int:
    family = remembered_well(a_family(seed))
    person = error.inject(family)
    if person == SKIP:
        return 0
    raised = findings(family.case())
    where = f"{error.code}: family {seed} ({family.program}), {person}"
    total.put_in[error.code] += 1
    if any(each.code == error.code and each.person in (person, None) for each in raised if each.severity != "note"):
        total.found[error.code] += 1
    else:
        total.missed.append(where)
    for each in raised:
        if each.severity != "note" and each.code != error.code and each.code not in error.brings:
            total.alarms[each.code] += 1
            total.false.append(f"{where}: {each.code} {each.says} {each.person}")
    return 1


def mixed(families: int, several: int, first: int = 500_000) -> Score:
    """Puts several contradictions at once into each of so many families."""
    total = Score()
    for seed in range(first, first + families):
        family = remembered_well(a_family(seed))
        errors = Random(seed).sample(ERRORS, several)
        people = {error.code: person for error in errors if (person := error.inject(family)) != SKIP}
        expected = {error.code for error in errors} | {code for error in errors for code in error.brings}
        raised = [each for each in findings(family.case()) if each.severity != "note"]
        for code, person in people.items():
            total.put_in[code] += 1
            seen = any(each.code == code and each.person in (person, None) for each in raised)
            total.found[code] += seen
            total.missed += [] if seen else [f"{code}: family {seed}, {person}, beside {sorted({*people} - {code})}"]
        for each in raised:
            if each.code not in expected:
                total.alarms[each.code] += 1
                total.false.append(f"family {seed}, {sorted(people)}: {each.code} {each.says} {each.person}")
    return total


def table(total: Score) -> str:
    """The score as a table."""
    lines = [f"{'finding':<28} {'put in':>7} {'found':>7} {'recall':>7} {'alarms':>7}"]
    for code in sorted({*total.put_in, *total.alarms}):
        put_in, found = total.put_in[code], total.found[code]
        share = f"{found / put_in:7.3f}" if put_in else f"{'-':>7}"
        lines.append(f"{code:<28} {put_in:>7} {found:>7} {share} {total.alarms[code]:>7}")
    lines.append(f"{'all':<28} {sum(total.put_in.values()):>7} {sum(total.found.values()):>7} {total.recall:7.3f}")
    return "\n".join([*lines, f"precision {total.precision:.3f}"])


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENOUGH
    for title, made in (("one at a time", score(count)), ("three at once", mixed(count * 10, 3))):
        sys.stdout.write("\n".join([title, table(made), *made.missed, *made.false, "", ""]))
