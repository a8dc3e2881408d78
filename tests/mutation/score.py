"""How many seeded faults the examples and the linter catch.

Run `.venv/bin/python -P -m tests.mutation.score 50 [PROGRAM…]` for so many faults of each program: a table by kind, and
the faults that nothing caught, for whoever adds the example.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.lint import lint
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.files.checklists import Pack
from tests.mutation.mutants import Mutant, mutants


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


def score(program: str, most: int, seed: int = 1) -> Score:
    """Seeds a sample of the faults that a program's checklist can have, one at a time."""
    checklist, problems = Pack().read(program)
    assert checklist is not None, problems
    every = list(mutants(checklist))
    chosen = Random(seed).sample(every, min(most, len(every)))
    total = Score()
    for mutant in chosen:
        total.seeded[mutant.kind] += 1
        if is_caught(mutant):
            total.caught[mutant.kind] += 1
        else:
            total.missed.append(mutant)
    return total


def is_caught(mutant: Mutant) -> bool:
    """Whether compiling, an example or the linter has something to say."""
    book, problems = compile_checklist(mutant.checklist)
    if problems:
        return True
    ran: list[Ran] = []
    for each in run_examples(book):
        if each.problems:
            return True
        ran.append(each)
    return any(str(problem.path[0]).startswith(mutant.checklist.program.program) for problem in lint(book, ran))


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
            place = ".".join(map(str, mutant.place))
            yield f"missed: {mutant.file} {place}: {mutant.kind}: {' '.join(mutant.reads.split())}"


if __name__ == "__main__":
    most, programs = int(sys.argv[1]), sys.argv[2:] or Pack().programs()
    print("\n".join(lines([(program, score(program, most)) for program in programs])))  # noqa: T201  # a script
