"""`ircc-prep forget`: removes a case, its backups and, where that is wanted, its packets and calendar."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import CaseArgument, Settings
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files.companions import nameless_packets
from ircc_prep.files.forgetting import Remains, remains_of, remove


def forget(
    case: CaseArgument,
    yes: Annotated[
        bool, typer.Option("--yes", help=say("Don’t ask: for scripts.", "Ne rien demander : pour les scripts."))
    ] = False,
    packets: Annotated[
        bool,
        typer.Option(
            "--packets",
            help=say(
                "The packets, the letters and the calendar beside it too.",
                "Supprimer aussi ses documents de préparation, ses lettres et son agenda.",
            ),
        ),
    ] = False,
    *,
    settings: Settings,
) -> int:
    """Names what will be removed, asks whether it may, and removes it."""
    remains = remains_of(case)
    if not yes and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError.saying(
            Text("There is no terminal to ask whether you are sure.", "Il n’y a pas de terminal où confirmer."),
            Text("Add --yes: nothing is asked then.", "Ajoutez --yes pour supprimer sans confirmation."),
            id="no-terminal",
        )
    going = _given_up(remains, packets=packets) if yes else _agreed_to(remains, settings, packets=packets)
    if not going:
        settings.tell(Text("Nothing was removed.", "Rien n’a été supprimé."))
        return 0
    remove(going)
    if yes:
        settings.tell(_listed(Text("Removed:", "Supprimé :"), going))
    if nameless := nameless_packets(case):
        settings.tell(_listed(_NAMELESS, nameless))
    left = [path for path in remains.packets if path not in going]
    if left:
        settings.tell(_listed(Text("Still there:", "Toujours là :"), left))
    settings.tell(_BEYOND)
    return 0


def _given_up(remains: Remains, *, packets: bool) -> tuple[Path, ...]:
    return remains.own + (remains.packets if packets else ())


def _agreed_to(remains: Remains, settings: Settings, *, packets: bool) -> tuple[Path, ...]:
    """What the person says yes to: the case with all that is its own, then the packets and the calendar."""
    going = _given_up(remains, packets=packets)
    if not _asked(Text("This will be removed:", "Ceci sera supprimé :"), going, settings):
        return ()
    if remains.packets and not packets:
        title = Text("What was made from it lies beside it:", "Ce qui en a été tiré se trouve à côté :")
        if _asked(title, remains.packets, settings):
            return going + remains.packets
    return going


def _asked(title: Text, paths: Sequence[Path], settings: Settings) -> bool:
    from ircc_prep.ask.menu import confirm
    from ircc_prep.files.wording import wording

    language = settings.language()
    typer.echo(_listed(title, paths).of(language), err=True)
    return confirm("menu.remove", wording(), language, accessible=settings.accessible)


def _listed(title: Text, paths: Sequence[Path]) -> Text:
    lines = "".join(f"\n  {path}" for path in paths)
    return Text(title.en + lines, title.fr + lines)


_NAMELESS = Text(
    "These files beside it bear no name: they may be of this case or of another.\n"
    "Look at them, and remove them yourself:",
    "Ces fichiers à côté ne portent pas de nom : ils peuvent provenir de ce dossier\n"
    "ou d’un autre. Regardez-les et supprimez-les vous-même :",
)
_BEYOND = Text(
    "Copies made elsewhere (mail, USB keys, synced folders, backups of the computer),\n"
    "packets in other folders or under other names, and what you have imported into a\n"
    "calendar are not touched. Nor is what you have ticked and written in a browser: a\n"
    "button at the top of an HTML packet clears it. Parts of the files may stay on the\n"
    "disk for a while.",
    "Les copies faites ailleurs (courriels, clés USB, répertoires synchronisés,\n"
    "sauvegardes de l’ordinateur), les documents de préparation rangés ailleurs ou\n"
    "sous un autre nom et ce que vous avez importé dans un agenda ne sont pas touchés.\n"
    "Ce que vous avez coché et écrit dans un navigateur non plus : un bouton en haut\n"
    "d’un document de préparation HTML l’efface.\n"
    "Des parties des fichiers peuvent subsister un temps sur le disque.",
)
