"""The commands and their names. A command's module is imported only when the command is called: help stays fast."""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.main import get_command

from ircc_prep import __version__
from ircc_prep.cli.help_words import Group, speaking
from ircc_prep.cli.language import HELP_LANGUAGE, say
from ircc_prep.cli.options import Settings, opens_cases, with_settings
from ircc_prep.cli.settable import CONFIG, PREFIX, look_in_environment
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

if TYPE_CHECKING:  # most people have no file of settings
    from ircc_prep.files.config import Config

COMMANDS = {
    "before-you-start": Text(
        "What to have at hand before the questions of a program.",
        "Ce qu’il faut avoir sous la main avant les questions d’un programme.",
    ),
    "ask": Text(
        "Answer the questions: creates or continues the case file.",
        "Répondre aux questions : crée ou continue le dossier.",
    ),
    "check": Text(
        "Check cases: what is ready, missing or undecided, and why.",
        "Vérifier des dossiers : ce qui est prêt, à obtenir ou à déterminer, et pourquoi.",
    ),
    "packet": Text(
        "Make the preparation packet (PDF, HTML, Markdown or text).",
        "Produire le document de préparation (PDF, HTML, Markdown ou texte).",
    ),
    "batch": Text(
        "Make packets for many clients: a folder of cases, JSONL, CSV or XLSX.",
        "Produire les documents de nombreux clients : répertoire de dossiers, JSONL, CSV ou XLSX.",
    ),
    "letter": Text(
        "Write a cover letter, a request for documents or a handover note.",
        "Écrire une lettre d’accompagnement, une demande de documents ou une note de transfert.",
    ),
    "why": Text(
        "Why an item is or isn’t needed, and what that hangs on.",
        "Pourquoi un élément est exigé ou non, et de quoi cela dépend.",
    ),
    "diff": Text(
        "What changed between two versions of a case, and what follows from it.",
        "Ce qui a changé entre deux versions d’un dossier, et ce qui en découle.",
    ),
    "calendar": Text(
        "Write the deadlines of a case as a calendar file (.ics).",
        "Écrire les échéances d’un dossier dans un fichier d’agenda (.ics).",
    ),
    "lock": Text(
        "Lock a case: only your passphrase, or the keys you name, opens it.",
        "Verrouiller un dossier : seules votre phrase de passe ou les clés indiquées l’ouvrent.",
    ),
    "unlock": Text("Unlock a case again.", "Déverrouiller un dossier."),
    "forget": Text(
        "Remove a case and its backups from this computer.",
        "Supprimer un dossier et ses copies de sauvegarde de cet ordinateur.",
    ),
    "programs": Text(
        "The programs covered, their sources and when each was last checked.",
        "Les programmes visés, leurs sources et la date de leur dernière vérification.",
    ),
    "schema": Text(
        "The JSON Schema of the case file, the result or the checklists.",
        "Le schéma JSON du dossier, du résultat ou des listes de contrôle.",
    ),
    "pack": Text("Check and test checklists.", "Vérifier et tester des listes de contrôle."),
    "demo": Text(
        "Write an example case in this folder, check it and make its packet.",
        "Créer un dossier d’exemple dans ce répertoire, le vérifier et produire le document de préparation.",
    ),
    "config": Text(
        "The options of a command: their values, and where these come from.",
        "Les options d’une commande : leurs valeurs et d’où elles viennent.",
    ),
    "doctor": Text(
        "What is installed, what is missing, and how to get it.",
        "Ce qui est installé, ce qui manque et comment l’obtenir.",
    ),
}


class Commands(Group):
    """The group of commands, each loaded when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is typer's
        """The names, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is typer's
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"ircc_prep.cli.{name}")
        if hasattr(module, "app"):
            return speaking(get_command(module.app))
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_OPTIONS)
        alone.command(cmd_name, help=COMMANDS[cmd_name].of(HELP_LANGUAGE))(with_settings(getattr(module, name)))
        return speaking(get_command(alone))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called, with the settings that the environment and a file give it."""
        name, command, rest = super().resolve_command(ctx, args)
        self._configure(ctx, {args[0]: command}, later=name == "config")  # which looks at all commands' settings itself
        return name, command, rest

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The options before the command's name, the file of settings having been read; help goes without it."""
        if not _ASKING & set(args):
            ctx.meta[CONFIG] = _config_here()
        self._configure(ctx, {}, later=any(each in COMMANDS for each in args))
        return super().parse_args(ctx, args)

    def _configure(self, ctx: Any, commands: dict[str, Any], *, later: bool = False) -> None:
        """Lets typer find what the environment and the file set; what is wrong there is told of now or later."""
        problems = [each for group in (self, *commands.values()) for each in look_in_environment(group, os.environ)]
        if CONFIG not in ctx.meta:
            return
        config: Config | None = ctx.meta[CONFIG]
        if config is not None:
            from ircc_prep.cli.configured import defaults

            ctx.default_map, wrong = defaults(config, self, commands)
            problems += wrong
        if problems and not later:
            raise UsageError(*dict.fromkeys(problems))

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """The list in the help, written without loading the commands."""
        with formatter.section(say("Commands", "Commandes")):
            formatter.write_dl([(name, text.of(HELP_LANGUAGE)) for name, text in COMMANDS.items()])


def _config_here() -> "Config | None":
    from ircc_prep.files.config import config_for

    try:
        return config_for(Path.cwd(), Path.home())
    except (FileNotFoundError, RuntimeError):  # the folder was removed meanwhile; nobody knows whose home this is
        return None


_ASKING = {"--help", "-h", "--version"}
HELP_OPTIONS: dict[str, Any] = {"help_option_names": ["--help", "-h"]}
app = typer.Typer(
    name="ircc-prep",
    cls=Commands,
    help=say(
        "Prepares your file for an interview with Canadian immigration (IRCC). "
        "It prepares; it doesn’t advise. Nothing leaves this computer.",
        "Prépare votre dossier en vue d’une entrevue d’immigration au Canada (IRCC).  "
        "L’outil prépare, il ne conseille pas. Rien ne sort de cet ordinateur.",
    ),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=HELP_OPTIONS | {"auto_envvar_prefix": PREFIX},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ircc-prep {__version__}")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option("--version", callback=_version, is_eager=True, help=say("Show the version.", "Afficher la version.")),
]


@app.callback(invoke_without_command=True)
@with_settings
@opens_cases
def start(context: typer.Context, version: VersionOption = False, *, settings: Settings) -> int:  # noqa: ARG001
    """On a terminal and without a command: the menu. `version` acts by its callback."""
    if context.invoked_subcommand is not None:
        return 0
    from ircc_prep.cli.menu import menu

    return menu(context, settings)
