"""The examples of a pack run, and what it rests on and nobody has looked at for too long."""

from collections.abc import Sequence
from datetime import date

from ircc_prep.core.citations import cited
from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.lint.stale import ended_tables, stale_sources
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.files.checklists import Pack


def tried(pack: Pack, only: Sequence[str] | None = None) -> tuple[int, list[Problem]]:
    """How many examples of the programs were run, and every problem of them and of what keeps them from running."""
    problems: list[Problem] = []
    count = 0
    for program in only or pack.programs():
        ran, wrong = _ran(pack, program)
        problems += wrong
        problems += [pack.placed(problem) for each in ran for problem in each.problems]
        count += len([each for each in ran if each.evaluation])
    return count, problems


def stale(pack: Pack, only: Sequence[str] | None, today: date, days: int) -> list[Problem]:
    """The sources of the programs that nobody compared for so many days, and the tables that have ended."""
    books = [pack.load(program) for program in only or pack.programs()]
    sources = {id: book.sources[id] for book in books for id in cited(book)}
    tables = {id: table for book in books for id, table in book.checklist.tables.items()}
    return [*stale_sources(sorted(sources.items()), today, days), *ended_tables(sorted(tables.items()), today)]


def told(problems: Sequence[Problem]) -> list[Problem]:
    """Each problem once, in the order of the files."""
    return sorted(
        set(problems), key=lambda problem: (str(problem.place.file), problem.place.line) if problem.place else ("", 0)
    )


def _ran(pack: Pack, program: str) -> tuple[list[Ran], list[Problem]]:
    checklist, problems = pack.read(program)
    if checklist is None:
        return [], problems
    book, more = compile_checklist(checklist)
    problems += [pack.placed(problem) for problem in more]
    return ([] if problems else list(run_examples(book))), problems
