"""Everything that is wrong with the checklists of a pack, examples included, with the places."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.lint.checklist import lint
from ircc_prep.core.lint.glossary import glossary_problems
from ircc_prep.core.lint.plain_language import hard_to_read
from ircc_prep.core.problems import Problem
from ircc_prep.core.proofs.gaps import Gap, explained
from ircc_prep.core.proofs.impossible import contradictory, ready_in, unreachable
from ircc_prep.core.rulebook import Rulebook, compile_checklist
from ircc_prep.core.text import Text
from ircc_prep.files.checklists import Pack


def problems_in_pack(pack: Pack, only: Sequence[str] | None = None) -> Iterator[Problem]:
    """Every program's problems, or those of the programs named.

    What examples leave out in a shared topic counts only if no program's examples show it, so it takes all programs;
    and a question there need matter to one of them only.
    """
    linted = _Linted(pack, whole=not only)
    terms, unreadable = pack.glossary()
    yield from unreadable
    read: set[str] = set()
    for program in only or pack.programs():
        checklist, problems = pack.read(program)
        yield from problems
        if checklist is None:
            continue
        yield from (pack.placed(problem) for problem in hard_to_read(checklist, read))
        yield from (pack.placed(problem) for problem in glossary_problems(checklist, terms, read))
        read |= {*checklist.topics, *checklist.findings}
        linted.users.update(checklist.topics.keys())
        book, more = compile_checklist(checklist)
        yield from (pack.placed(problem) for problem in more)
        if problems or more:
            continue
        ran = list(run_examples(book))
        yield from (pack.placed(problem) for each in ran for problem in each.problems)
        linted.take(book, ran)
    yield from linted.problems()


class _Linted:
    """What the linter says of each program, and what it says of a shared topic in all programs that use it."""

    def __init__(self, pack: Pack, *, whole: bool) -> None:
        self.pack, self.whole = pack, whole
        self.users: Counter[str] = Counter()  # programs by the shared topics that they use
        self._books: list[Rulebook] = []
        self._ready: set[str] = set()
        self._found: list[Problem] = []

    def take(self, book: Rulebook, ran: Sequence[Ran]) -> None:
        """Looks at one program whose examples were run."""
        self._books.append(book)
        self._ready |= ready_in(ran)
        late = list(unreachable(book, ran))
        told = {problem.path for problem in late}  # no example can show such a rule
        shown = (each for each in lint(book, ran) if not (isinstance(each, Gap) and each.side and each.path in told))
        self._found += [*shown, *late]

    def problems(self) -> Iterator[Problem]:
        """Everything found, placed. What is shown in one program needn't be shown in another that shares the topic."""
        found = [*self._found, *(problem for book in self._books for problem in contradictory(book, self._ready))]
        shared: defaultdict[Problem, list[Problem]] = defaultdict(list)
        for problem in found:
            if str(problem.path[0]).startswith("common/"):
                shared[replace(problem, hint=Text("", ""))].append(problem)  # a hint may name one program's case
            else:
                yield self.pack.placed(_explained([problem]))
        for alike in shared.values():
            if self.whole and len(alike) == self.users[str(alike[0].path[0])]:
                yield self.pack.placed(_explained(alike))


def _explained(problems: Sequence[Problem]) -> Problem:
    """What is wrong in one program, or alike in all that share a file, with a case that shows it, if there is one."""
    gaps = [problem for problem in problems if isinstance(problem, Gap)]
    return explained(gaps) if gaps else problems[0]
