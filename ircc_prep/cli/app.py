"""The commands and their names."""

from typing import Annotated

import typer

from ircc_prep import __version__
from ircc_prep.cli import ask, check, demo, doctor, menu, pack, packet, programs, schema
from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings, with_settings

app = typer.Typer(
    name="ircc-prep",
    help=say(
        "Prepares your file for an interview with Canadian immigration (IRCC). "
        "It prepares; it doesn’t advise. Nothing leaves this computer.",
        "Prépare votre dossier pour une entrevue avec l’immigration canadienne (IRCC). "
        "L’outil prépare, il ne conseille pas. Rien ne quitte cet ordinateur.",
    ),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ircc-prep {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
@with_settings
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=say("Show the version.", "Afficher la version.")
        ),
    ] = False,
    *,
    settings: Settings,
) -> int:
    """On a terminal and without a command: the menu."""
    return menu.menu(context, settings) if context.invoked_subcommand is None else 0


for name, module, en, fr in (
    (
        "ask",
        ask.ask,
        "Answer the questions: creates or continues the case file.",
        "Répondre aux questions : crée ou continue le dossier.",
    ),
    (
        "check",
        check.check,
        "Check cases: what is ready, missing or undecided, and why.",
        "Vérifier des dossiers : ce qui est prêt, manquant ou à préciser, et pourquoi.",
    ),
    (
        "packet",
        packet.packet,
        "Make the preparation packet (PDF, HTML, Markdown or text).",
        "Produire le dossier de préparation (PDF, HTML, Markdown ou texte).",
    ),
    (
        "programs",
        programs.programs,
        "The programs covered, their sources and when each was last checked.",
        "Les programmes couverts, leurs sources et la date de leur dernière vérification.",
    ),
    (
        "schema",
        schema.schema,
        "The JSON Schema of the case file, the result or the checklists.",
        "Le schéma JSON du dossier, du résultat ou des listes de contrôle.",
    ),
    (
        "demo",
        demo.demo,
        "Write an example case, check it and make its packet, in this folder.",
        "Créer un dossier d’exemple, le vérifier et produire le document, dans ce dossier.",
    ),
    (
        "doctor",
        doctor.doctor,
        "What is installed, what is missing, and how to get it.",
        "Ce qui est installé, ce qui manque et comment l’obtenir.",
    ),
):
    app.command(name, help=say(en, fr))(with_settings(module))
app.add_typer(pack.app, name="pack")
