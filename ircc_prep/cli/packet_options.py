"""The options of everything that is printed: packets and letters, of one client or of many."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.core.text import LANGUAGES, Language


class Paper(StrEnum):
    """Paper sizes."""

    letter = "letter"
    a4 = "a4"


class PacketLanguage(StrEnum):
    """One language, or both."""

    en = "en"
    fr = "fr"
    both = "both"


PrintedOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=say("The file to write: .pdf, .html, .md or .txt.", "Le fichier à écrire : .pdf, .html, .md ou .txt."),
    ),
]
SideBySideOption = Annotated[
    PacketLanguage | None,
    typer.Option("--lang", help=say("Language, or both side by side.", "Langue, ou les deux côte à côte.")),
]
PaperOption = Annotated[Paper, typer.Option("--paper", help=say("Paper size.", "Format du papier."))]
LargePrintOption = Annotated[bool, typer.Option("--large-print", help=say("Larger letters.", "Gros caractères."))]
FillableOption = Annotated[
    bool,
    typer.Option(
        "--fillable",
        help=say(
            "In the PDF, boxes to tick and room to write on a screen.",
            "Dans le PDF, cases à cocher et espace pour écrire à l’écran.",
        ),
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="SECTION",
        help=say("Only this section (may be repeated).", "Seulement cette section (peut être répété)."),
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="SECTION",
        help=say("Without this section (may be repeated).", "Sans cette section (peut être répété)."),
    ),
]
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


def languages_of(lang: PacketLanguage | None, otherwise: Language) -> Sequence[Language]:
    """The languages that were asked for, or the one that is spoken."""
    if lang is PacketLanguage.both:
        return LANGUAGES
    return (otherwise,) if lang is None else ("fr" if lang is PacketLanguage.fr else "en",)
