"""`ircc-prep pack`: checks and tests checklists, for those who write them and for CI."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings, with_settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.lint import lint as lint_problems
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.core.text import Text
from ircc_prep.files.checklists import Pack

INVALID = 4
app = typer.Typer(
    help=say("Check and test checklists.", "Vérifier et tester les listes de contrôle."),
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)
Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[DIR]",
        help=say(
            "A folder of checklists; the shipped ones otherwise.",
            "Un répertoire de listes; sinon, celles qui sont fournies.",
        ),
    ),
]


def lint(folder: Folder = None, *, settings: Settings) -> int:
    """Lists everything that is wrong with the checklists, examples included."""
    problems = list(_all_problems(Pack(folder or settings.checklists)))
    return _told(problems, settings)


def try_examples(folder: Folder = None, *, settings: Settings) -> int:
    """Runs the examples that stand in the checklists."""
    pack = Pack(folder or settings.checklists)
    problems: list[Problem] = []
    count = 0
    for program in pack.programs():
        ran, wrong = _ran(pack, program)
        problems += wrong
        problems += [pack.placed(problem) for each in ran for problem in each.problems]
        count += len([each for each in ran if each.evaluation])
    settings.tell(Text(f"{count} examples run.", f"{count} exemples exécutés."))
    return _told(problems, settings)


def _ran(pack: Pack, program: str) -> tuple[list[Ran], list[Problem]]:
    checklist, problems = pack.read(program)
    if checklist is None:
        return [], problems
    book, more = compile_checklist(checklist)
    problems += [pack.placed(problem) for problem in more]
    return ([] if problems else list(run_examples(book))), problems


def _all_problems(pack: Pack) -> Iterable[Problem]:
    """Every program's problems.

    What examples leave out in a shared topic counts only if no program's examples show it.
    """
    shared: Counter[Problem] = Counter()
    users: Counter[str] = Counter()
    for program in pack.programs():
        checklist, problems = pack.read(program)
        yield from problems
        if checklist is None:
            continue
        users.update(checklist.topics.keys())
        book, more = compile_checklist(checklist)
        yield from (pack.placed(problem) for problem in more)
        if problems or more:
            continue
        ran = list(run_examples(book))
        yield from (pack.placed(problem) for each in ran for problem in each.problems)
        for problem in lint_problems(book, ran):
            if str(problem.path[0]).startswith("common/"):
                shared[problem] += 1
            else:
                yield pack.placed(problem)
    yield from (pack.placed(problem) for problem, count in shared.items() if count == users[str(problem.path[0])])


def _told(problems: list[Problem], settings: Settings) -> int:
    found = sorted(
        set(problems), key=lambda problem: (str(problem.place.file), problem.place.line) if problem.place else ("", 0)
    )
    for problem in found:
        typer.echo(problem_lines(problem, settings.language()), err=True)
    if found:
        settings.tell(Text(f"{len(found)} problems.", f"{len(found)} problèmes."))
        return INVALID
    settings.tell(Text("The checklists are in order.", "Les listes de contrôle sont en ordre."))
    return 0


app.command(
    "lint",
    help=say("List everything that is wrong with the checklists.", "Énumérer tout ce qui ne va pas dans les listes."),
)(with_settings(lint))
app.command(
    "test",
    help=say("Run the examples that stand in the checklists.", "Exécuter les exemples qui figurent dans les listes."),
)(with_settings(try_examples))
