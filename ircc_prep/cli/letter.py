"""`ircc-prep letter`: a cover letter, a request for documents or a handover note, made from a case."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing
from ircc_prep.cli.packet_options import (
    BrandOption,
    FillableOption,
    LargePrintOption,
    PacketLanguage,
    Paper,
    PaperOption,
    PrintedOption,
    languages_of,
)
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import one_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files import brands, owner_file
from ircc_prep.files.companions import PACKET_SUFFIXES, letter_of, nameless_letter
from ircc_prep.render.look import Look


class Kind(StrEnum):
    """The letters."""

    cover = "cover"
    request = "request"
    handover = "handover"


@opens_cases
def letter(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            help=say(
                "cover: what is enclosed, for IRCC. request: what is still missing, for a client. "
                "handover: the state of the file, for a colleague.",
                "cover : ce qui est joint, pour IRCC. request : ce qui manque encore, pour un client. "
                "handover : l’état du dossier, pour un collègue.",
            ),
        ),
    ],
    case: CaseArgument,
    output: PrintedOption = None,
    lang: Annotated[
        PacketLanguage | None,
        typer.Option("--lang", help=say("Language, or both in turn.", "Langue, ou les deux l’une après l’autre.")),
    ] = None,
    paper: PaperOption = Paper.letter,
    large_print: LargePrintOption = False,
    fillable: FillableOption = False,
    to_follow: Annotated[
        bool,
        typer.Option(
            "--to-follow",
            help=say(
                "In a cover letter, list what comes later too.",
                "Dans une lettre d’accompagnement, énumérer aussi les documents à venir.",
            ),
        ),
    ] = False,
    brand: BrandOption = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Writes the letter beside the case, or where -o says; nothing where there is nothing to write."""
    from ircc_prep.api.letters import letter_bytes, refuse_redacted
    from ircc_prep.api.printing import press_for

    today = day(on)
    refuse_redacted(kind.value, redact.value)
    target = output or _target(case, kind, redact)
    _refuse(target)
    never_replacing([case], target)
    with press_for(target.suffix.lower()) as press:
        firm = brands.load(brand) if brand else None
        opened = open_case(case, settings)
        languages = languages_of(lang, settings.language(opened.case))
        evaluation = redacted(evaluate(opened.book, opened.case, today), redact.value, opened.book)
        look, suffix = Look(paper.value, large_print, fillable), target.suffix.lower()
        made = letter_bytes(kind.value, opened, evaluation, languages, look, firm, suffix, press, to_follow=to_follow)
    if not made:
        settings.tell(_nothing(kind, target), opened.case)
        return 0
    owner_file.write(target, made)
    settings.tell(Text(f"The letter: {target}", f"La lettre : {target}"), opened.case)
    tell_unlocked(opened, target, settings)
    return 0


def _target(case: Path, kind: Kind, redact: Redact) -> Path:
    """Where the letter goes by itself: a case is often called after somebody, a redacted letter never is."""
    return letter_of(case, kind) if redact is Redact.everything else nameless_letter(case, kind, redact)


def _refuse(target: Path) -> None:
    if target.suffix.lower() not in PACKET_SUFFIXES:
        raise UsageError.saying(
            Text(
                f"A letter can’t be a “{target.suffix}” file.",
                f"Une lettre ne peut pas être un fichier « {target.suffix} ».",
            ),
            one_of(list(PACKET_SUFFIXES)),
        )


def _nothing(kind: Kind, target: Path) -> Text:
    """An empty letter is none, so no file is made; one of another day isn't touched."""
    older = target.is_file()
    there = Text(f" {target} is as it was.", f" {target} est resté tel quel.") if older else Text("", "")
    why = _NOTHING_IN_HAND if kind is Kind.cover else _NOTHING_TO_ASK
    return Text(why.en + there.en, why.fr + there.fr)


_NOTHING_IN_HAND = Text(
    "No paper in the file is ready to be enclosed yet, so nothing was written.",
    "Aucun document du dossier n’est encore prêt à être joint : rien n’a été écrit.",
)
_NOTHING_TO_ASK = Text(
    "There is nothing that a letter could ask for, so nothing was written. What is still needed, check says.",
    "Il n’y a rien à demander par lettre : rien n’a été écrit. La commande check dit ce qui manque encore.",
)
