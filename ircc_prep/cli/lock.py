"""`ircc-prep lock`: nobody opens the case any more but who has the passphrase, or one of the keys."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import CaseArgument, Settings, opens_cases
from ircc_prep.core.text import Text
from ircc_prep.files import locking
from ircc_prep.files.key_files import recipients
from ircc_prep.files.locks import Lock, PassphraseLock, RecipientsLock


@opens_cases
def lock(
    case: CaseArgument,
    recipient: Annotated[
        list[str] | None,
        typer.Option(
            "--recipient",
            metavar="AGE1…",
            help=say(
                "Lock for this public key instead of a passphrase (may be repeated).",
                "Verrouiller pour cette clé publique plutôt que par une phrase de passe (peut être répété).",
            ),
        ),
    ] = None,
    recipients_file: Annotated[
        Path | None,
        typer.Option(
            "--recipients-file",
            metavar="FILE",
            help=say(
                "Lock for the public keys in a file, one on a line.",
                "Verrouiller pour les clés publiques d’un fichier, une par ligne.",
            ),
        ),
    ] = None,
    *,
    settings: Settings,
) -> int:
    """Locks the case in its place, with its backups; a locked one is locked anew."""
    public = recipients(recipient or (), recipients_file)
    held = locking.hold(case, settings.keys)
    chosen: Lock = RecipientsLock(public) if public else PassphraseLock(settings.keys.new_passphrase(case))
    if not public:
        settings.tell(Text("Locking takes a few seconds.", "Le verrouillage prend quelques secondes."))
    backups = locking.lock(held, chosen)
    settings.tell(_done(case, public))
    _tell_of(backups, settings)
    settings.tell(_BEYOND)
    return 0


def _tell_of(backups: locking.Backups, settings: Settings) -> None:
    for backup in backups.locked:
        settings.tell(Text(f"Locked too: {backup}", f"Verrouillé aussi : {backup}"))
    for backup in backups.as_before:
        command = f"rm {shlex.quote(str(backup))}"
        settings.tell(
            Text(
                f"{backup} opens as it did before. If it shouldn’t: {command}",
                f"{backup} s’ouvre comme avant. S’il ne le faut pas : {command}",
            )
        )


def _done(case: Path, public: tuple[str, ...]) -> Text:
    if public:
        return Text(
            f"{case} is locked. Keys that open it, with --identity FILE: {len(public)}",
            f"{case} est verrouillé. Clés qui l’ouvrent, avec --identity FICHIER : {len(public)}",
        )
    return Text(
        f"{case} is locked.\nWithout the passphrase nobody can open it, and nobody can recover it.",
        f"{case} est verrouillé.\nSans la phrase de passe, personne ne peut l’ouvrir ni la retrouver.",
    )


_BEYOND = Text(
    "Copies made before (mail, USB keys, synced folders, backups of the computer)\n"
    "are as they were, and parts of the old file may stay on the disk for a while.",
    "Les copies faites auparavant (courriels, clés USB, répertoires synchronisés,\n"
    "sauvegardes de l’ordinateur) restent telles quelles, et des parties de l’ancien\n"
    "fichier peuvent subsister un temps sur le disque.",
)
