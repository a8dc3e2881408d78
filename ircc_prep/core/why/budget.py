"""How much may be tried. It is counted in evaluations of a condition, so that every machine gives the same answer."""

from dataclasses import dataclass

RUNS = 20_000  # of one condition each: a second or two
SEVERAL = 20  # what a figure, or the rules on the interview, count as
WHOLE = 150  # what evaluating a whole case counts as


class SpentError(Exception):
    """The budget is spent: what was found so far stands, and is said to be perhaps not the smallest."""


@dataclass
class Budget:
    """What is left of it."""

    left: int = RUNS

    def spend(self, runs: int = 1) -> None:
        """Counts so many evaluations; raises SpentError once there were too many."""
        self.left -= runs
        if self.left < 0:
            raise SpentError
