"""`ircc-prep pack`: checks and tests checklists, for those who write them and for CI."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from ircc_prep.api.linting import problems_in_pack
from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Settings, day, with_settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.cli.pack_diff import diff
from ircc_prep.cli.pack_doc import Folder, OnlyProgram, doc
from ircc_prep.core.citations import cited
from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.core.stale import ended_tables, stale_sources
from ircc_prep.core.text import Text
from ircc_prep.files.checklists import Pack

INVALID = 4
app = typer.Typer(
    help=say("Check and test checklists.", "Vérifier et tester les listes de contrôle."),
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)
StaleAfter = Annotated[
    int | None,
    typer.Option(
        "--stale-after",
        metavar="DAYS",
        min=0,
        help=say(
            "Also list the sources that nobody compared for so many days, and the tables that have ended.",
            "Énumérer aussi les sources non comparées depuis ce nombre de jours, et les tableaux périmés.",
        ),
    ),
]


def lint(
    folder: Folder = None,
    program: OnlyProgram = None,
    stale_after: StaleAfter = None,
    on: OnOption = None,
    *,
    settings: Settings,
) -> int:
    """Lists everything that is wrong with the checklists, examples included."""
    pack = Pack(folder or settings.checklists)
    problems = list(problems_in_pack(pack, program))
    if stale_after is not None:
        problems += _stale(pack, program, day(on), stale_after)
    return _told(problems, settings)


def try_examples(folder: Folder = None, program: OnlyProgram = None, *, settings: Settings) -> int:
    """Runs the examples that stand in the checklists."""
    pack = Pack(folder or settings.checklists)
    problems: list[Problem] = []
    count = 0
    for each_program in program or pack.programs():
        ran, wrong = _ran(pack, each_program)
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


def _stale(pack: Pack, only: Sequence[str] | None, today: date, days: int) -> list[Problem]:
    """What the programs rest on and nobody has looked at for too long."""
    books = [pack.load(program) for program in only or pack.programs()]
    sources = {id: book.sources[id] for book in books for id in cited(book)}
    tables = {id: table for book in books for id, table in book.checklist.tables.items()}
    return [*stale_sources(sorted(sources.items()), today, days), *ended_tables(sorted(tables.items()), today)]


def _told(problems: list[Problem], settings: Settings) -> int:
    found = sorted(
        set(problems), key=lambda problem: (str(problem.place.file), problem.place.line) if problem.place else ("", 0)
    )
    for problem in found:
        typer.echo(problem_lines(problem, settings.language()), err=True)
    if found:
        many = "s" if len(found) > 1 else ""
        settings.tell(Text(f"{len(found)} problem{many}.", f"{len(found)} problème{many}."))
        return INVALID
    settings.tell(Text("The checklists are in order.", "Les listes de contrôle sont en ordre."))
    return 0


app.command(
    "diff",
    help=say(
        "What differs between two packs, and which cases change outcome.",
        "Ce qui diffère entre deux ensembles de listes, et quels dossiers changent de résultat.",
    ),
)(with_settings(diff))
app.command(
    "doc",
    help=say("Write pages about the checklists.", "Écrire des pages sur les listes de contrôle."),
)(with_settings(doc))
app.command(
    "lint",
    help=say("List everything that is wrong with the checklists.", "Énumérer tout ce qui ne va pas dans les listes."),
)(with_settings(lint))
app.command(
    "test",
    help=say("Run the examples that stand in the checklists.", "Exécuter les exemples qui figurent dans les listes."),
)(with_settings(try_examples))
