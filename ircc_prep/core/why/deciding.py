"""The answers that decide an outcome: with them alone it is the same, and without any one of them it isn't.

Answers are left out as long as the outcome stands: whole people and lists first, then entries, then one by one until
none can go. From two sides, and then every smaller set is tried that the budget allows. What was found so at a
glance is tried as a case file is evaluated: with answers set aside that no question could be put for any more.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from ircc_prep.core.case import Case
from ircc_prep.core.derive.people import INVITED
from ircc_prep.core.why.answers import INTERVIEW, answers_in, keeping, of_interview
from ircc_prep.core.why.budget import Budget, SpentError
from ircc_prep.core.why.subjects import Subject

MOST_SETS = 400
Answers = frozenset[str]
Decides = Callable[[Answers], bool]


def deciding(subject: Subject, case: Case, outcome: str, budget: Budget) -> tuple[tuple[str, ...], bool]:
    """The deciding answers in the file's order, and whether none of them can be left out: not where it was spent."""
    told = tuple(answers_in(case))
    search = _Search(subject, case, outcome, budget, frozenset(told))
    done = True
    try:
        search.run(told)
    except SpentError:
        done = False
    return tuple(path for path in told if path in search.best), done


@dataclass
class _Search:
    """The search for one case; `best` is the smallest deciding set so far."""

    subject: Subject
    case: Case
    outcome: str
    budget: Budget
    best: Answers

    def run(self, told: Sequence[str]) -> None:
        """From both sides, and then through every smaller set while they are few."""
        read = self.best.intersection({*with_lists(self.subject.reads(self.case)), INTERVIEW, INVITED})
        known = read if self.glances(read) else self.best
        order = [path for path in told if path in known]
        for each in (order, order[::-1]):
            _leave_out(known, each, self.glances)
        _smaller(len(self.best), order, self.glances)
        best = self.best
        self.best = best if self.decides(best) else frozenset(told)
        _leave_out(
            self.best,
            [path for path in told if path not in best] + [path for path in order if path in best],
            self.decides,
        )

    def glances(self, kept: Answers) -> bool:
        """Whether the outcome is the same with these answers alone, as far as that is seen at once."""
        return self._is(self.subject.glance, kept)

    def decides(self, kept: Answers) -> bool:
        """Whether it is the same, exactly."""
        noticed = self.subject.kind == "interview"  # what is noticed in the file is told apart from what is answered
        return self._is(self.subject.alone if noticed else self.subject.outcome, kept)

    def _is(self, outcome: Callable[[Case, Budget], str], kept: Answers) -> bool:
        same = outcome(keeping(self.case, kept), self.budget) == self.outcome
        if same and len(kept) < len(self.best):
            self.best = kept
        return same


def with_lists(paths: Collection[str]) -> Iterator[str]:
    """The paths, and the lists in which they lie."""
    for path in paths:
        yield path
        if "[" in path:
            yield path.partition("[")[0]


def _leave_out(known: Answers, order: Sequence[str], decides: Decides) -> None:
    """Leaves out what the outcome doesn't need, until nothing can go."""
    kept = known
    for group in _groups(order):
        if group & kept and decides(kept - group):
            kept -= group
    left = -1
    while left != len(kept):
        left = len(kept)
        for path in order:
            if path in kept and decides(kept - {path}):
                kept -= {path}


def _groups(order: Sequence[str]) -> Iterator[Answers]:
    """What is left out at once: all that is said of the interview, a person, a list, an entry."""
    for key in (_interview, _person, _list, _entry):
        for name in dict.fromkeys(filter(None, map(key, order))):
            yield frozenset(path for path in order if key(path) == name)


def _interview(path: str) -> str | None:
    """Its day and place: that there is one stays."""
    return INTERVIEW if path != INTERVIEW and of_interview(path) else None


def _person(path: str) -> str | None:
    return ".".join(path.split(".")[:2]) if path.startswith("people.") else None


def _list(path: str) -> str | None:
    return path.partition("[")[0] if path.startswith("people.") else None


def _entry(path: str) -> str | None:
    return path.partition("]")[0] if "[" in path else None


def _smaller(than: int, known: Sequence[str], decides: Decides) -> None:
    """Tries the sets of fewer answers, the smallest first, where there are few enough of them."""
    left = MOST_SETS
    for size in range(than):
        left -= comb(len(known), size)
        if left < 0 or any(decides(frozenset(chosen)) for chosen in combinations(known, size)):
            return
