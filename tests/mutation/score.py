"""How many seeded faults the examples and the linter catch.

Run `.venv/bin/python -P -m tests.mutation.score 60 [PROGRAM…]` for so many faults of each program: a table by kind, and
the faults that nothing caught, for whoever adds the example. With 9999 it seeds every fault: a minute or two for all
programs. `common` stands for the topics that they share.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from ircc_prep.files.checklists import Pack
from tests.mutation.alone import problems_alone
from tests.mutation.mutants import Mutant, mutants

COMMON = "common"


@dataclass
class Score:
    """Counts by kind of fault, and what got through."""

    seeded: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    missed: list[Mutant] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """The share that was caught."""
        return sum(self.caught.values()) / max(sum(self.seeded.values()), 1)


def score(program: str, most: int) -> Score:
    """Seeds a sample of the faults that a program's checklist can have, one at a time."""
    total = Score()
    for alike in sample(program, most):
        total.seeded[alike[0].kind] += 1
        if any(map(is_caught, alike)):
            total.caught[alike[0].kind] += 1
        else:
            total.missed.append(alike[0])
    return total


def sample(program: str, most: int) -> list[list[Mutant]]:
    """So many faults, picked by what they say: an edit elsewhere leaves the pick as it is.

    Each is a list: a fault in a shared topic is one in every program that uses it, and any of them may catch it.
    """
    found: dict[str, list[Mutant]] = defaultdict(list)
    for each in Pack().programs() if program == COMMON else [program]:
        checklist, problems = Pack().read(each)
        assert checklist is not None, problems
        for mutant in mutants(checklist, shared=program == COMMON):
            found[mutant.fault].append(mutant)
    picked = sorted(found, key=lambda fault: sha256(fault.encode()).hexdigest())[:most]
    return [found[fault] for fault in picked]


def is_caught(mutant: Mutant) -> bool:
    """Whether compiling, an example that speaks of the entry, or the linter has something to say."""
    return any(True for _ in problems_alone(mutant.checklist, mutant.file, mutant.place))


def lines(scores: Sequence[tuple[str, Score]]) -> Iterator[str]:
    """The table, and then what got through."""
    kinds = sorted({kind for _, each in scores for kind in each.seeded})
    for kind in kinds:
        seeded, caught = (sum(getattr(each, name)[kind] for _, each in scores) for name in ("seeded", "caught"))
        yield f"{kind:<20} {caught:>5} of {seeded:>5}  {caught / seeded:.3f}"
    for program, each in scores:
        yield f"{program:<28} {sum(each.caught.values()):>5} of {sum(each.seeded.values()):>5}  {each.rate:.3f}"
    for _, each in scores:
        for mutant in each.missed:
            yield f"missed: {mutant.fault}"


if __name__ == "__main__":
    most, programs = int(sys.argv[1]), sys.argv[2:] or [*Pack().programs(), COMMON]
    print("\n".join(lines([(program, score(program, most)) for program in programs])))  # noqa: T201  # a script
