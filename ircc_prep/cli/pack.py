"""`ircc-prep pack`: checks and tests checklists, for those who write them and for CI."""

from typing import Annotated

import typer

from ircc_prep.api.linting import problems_in_pack
from ircc_prep.api.pack_trying import stale, told, tried
from ircc_prep.cli.help_words import Group
from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Settings, day, with_settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.cli.pack_diff import diff
from ircc_prep.cli.pack_doc import Folder, OnlyProgram, doc
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.files.checklists import Pack

INVALID = 4
app = typer.Typer(
    cls=Group,
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
        problems += stale(pack, program, day(on), stale_after)
    return _told(problems, settings)


def try_examples(folder: Folder = None, program: OnlyProgram = None, *, settings: Settings) -> int:
    """Runs the examples that stand in the checklists."""
    pack = Pack(folder or settings.checklists)
    count, problems = tried(pack, program)
    settings.tell(Text(f"{count} examples run.", f"Exemples exécutés : {count}."))
    return _told(problems, settings)


def _told(problems: list[Problem], settings: Settings) -> int:
    found = told(problems)
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
