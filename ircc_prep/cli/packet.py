"""`ircc-prep packet`: the preparation packet, as a file to carry, print or read on a phone."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import one_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files import brands, owner_file
from ircc_prep.files.companions import nameless_packet, packet_of
from ircc_prep.files.resources import folder
from ircc_prep.render.look import Look

if TYPE_CHECKING:  # rendering is loaded once there is something to render
    from ircc_prep.render.press import Press


class Paper(StrEnum):
    """Paper sizes."""

    letter = "letter"
    a4 = "a4"


BrandOption = Annotated[
    Path | None,
    typer.Option(
        "--brand",
        metavar="FILE",
        help=say(
            "A firm’s name, logo, colours and letter (docs/brands.md).",
            "Le nom, le logo, les couleurs et la lettre d’un cabinet (docs/brands.md).",
        ),
    ),
]


class PacketLanguage(StrEnum):
    """One language, or both side by side."""

    en = "en"
    fr = "fr"
    both = "both"


@opens_cases
def packet(
    case: CaseArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=say("The file to write: .pdf, .html, .md or .txt.", "Le fichier à écrire : .pdf, .html, .md ou .txt."),
        ),
    ] = None,
    lang: Annotated[
        PacketLanguage | None,
        typer.Option("--lang", help=say("Language, or both side by side.", "Langue, ou les deux côte à côte.")),
    ] = None,
    paper: Annotated[Paper, typer.Option("--paper", help=say("Paper size.", "Format du papier."))] = Paper.letter,
    large_print: Annotated[
        bool, typer.Option("--large-print", help=say("Larger letters.", "Gros caractères."))
    ] = False,
    fillable: Annotated[
        bool,
        typer.Option(
            "--fillable",
            help=say(
                "In the PDF, boxes to tick and room to write on a screen.",
                "Dans le PDF, cases à cocher et espace pour écrire à l’écran.",
            ),
        ),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="SECTION",
            help=say("Only this section (may be repeated).", "Seulement cette section (peut être répété)."),
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="SECTION",
            help=say("Without this section (may be repeated).", "Sans cette section (peut être répété)."),
        ),
    ] = None,
    brand: BrandOption = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Writes the packet beside the case, or where -o says. The file is readable by its owner alone."""
    from ircc_prep.api.printing import SUFFIXES, packet_bytes, sections
    from ircc_prep.api.views import view

    today = day(on)
    target = output or _target(case, redact)
    if target.suffix.lower() not in SUFFIXES:
        raise UsageError.saying(
            Text(
                f"A packet can’t be a “{target.suffix}” file.",
                f"Un document de préparation ne peut pas être un fichier « {target.suffix} ».",
            ),
            one_of(list(SUFFIXES)),
        )
    never_replacing([case], target)
    with _press(target) as press:
        firm = brands.load(brand) if brand else None
        chosen = sections(only or (), without or (), firm)
        opened = open_case(case, settings)
        languages: Sequence[Language] = (
            LANGUAGES if lang is PacketLanguage.both else (_one(lang) or settings.language(opened.case),)
        )
        evaluation = redacted(evaluate(opened.book, opened.case, today), redact.value, opened.book)
        views = [view(evaluation, opened.book, language, chosen, firm) for language in languages]
        look = Look(paper.value, large_print, fillable)
        owner_file.write(target, packet_bytes(views, target.suffix.lower(), look, press))
    settings.tell(Text(f"The packet: {target}", f"Le document de préparation : {target}"), opened.case)
    tell_unlocked(opened, target, settings)
    return 0


def _target(case: Path, redact: Redact) -> Path:
    """Where the packet goes by itself: a case is often called after somebody, a redacted packet never is."""
    return packet_of(case) if redact is Redact.everything else nameless_packet(case, redact.value)


def _press(target: Path) -> "AbstractContextManager[Press | None]":
    """What prints a PDF, getting ready while the case is read; nothing for the other formats."""
    if target.suffix.lower() != ".pdf":
        return nullcontext()
    from ircc_prep.render.press import Press

    return Press(folder("templates"))


def _one(lang: PacketLanguage | None) -> Language | None:
    return "fr" if lang is PacketLanguage.fr else "en" if lang is PacketLanguage.en else None
