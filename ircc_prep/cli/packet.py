"""`ircc-prep packet`: the preparation packet, as a file to carry, print or read on a phone."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files import owner_file
from ircc_prep.files.companions import nameless_packet, packet_of
from ircc_prep.files.resources import folder

if TYPE_CHECKING:  # rendering is loaded once there is something to render
    from ircc_prep.render.parts import View

SUFFIXES = (".pdf", ".html", ".md", ".txt")


class Paper(StrEnum):
    """Paper sizes."""

    letter = "letter"
    a4 = "a4"


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
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="SECTION",
            help=say("Only this section (may be repeated).", "Seulement cette section (peut être répété)."),
        ),
    ] = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Writes the packet beside the case, or where -o says. The file is readable by its owner alone."""
    from ircc_prep.cli.views import view

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
    chosen = _sections(only)
    opened = open_case(case, settings)
    languages: Sequence[Language] = (
        LANGUAGES if lang is PacketLanguage.both else (_one(lang) or settings.language(opened.case),)
    )
    evaluation = redacted(evaluate(opened.book, opened.case, today), redact.value, opened.book)
    views = [view(evaluation, opened.book, language, chosen) for language in languages]
    owner_file.write(target, _made(views, target.suffix.lower(), paper, large_print))
    settings.tell(Text(f"The packet: {target}", f"Le document de préparation : {target}"), opened.case)
    tell_unlocked(opened, target, settings)
    return 0


def _target(case: Path, redact: Redact) -> Path:
    """Where the packet goes by itself: a case is often called after somebody, a redacted packet never is."""
    return packet_of(case) if redact is Redact.everything else nameless_packet(case, redact.value)


def _one(lang: PacketLanguage | None) -> Language | None:
    return "fr" if lang is PacketLanguage.fr else "en" if lang is PacketLanguage.en else None


def _sections(only: list[str] | None) -> frozenset[str] | None:
    from ircc_prep.render.view import SECTIONS

    for name in only or ():
        if name not in SECTIONS:
            raise UsageError.saying(
                Text(
                    f"The packet has no section “{name}”.", f"Le document de préparation n’a pas de section « {name} »."
                ),
                did_you_mean(name, list(SECTIONS)) or one_of(list(SECTIONS)),
            )
    return frozenset(only) if only else None


def _made(views: "Sequence[View]", suffix: str, paper: Paper, large_print: bool) -> bytes:
    if suffix == ".md":
        from ircc_prep.render.markdown import markdown

        return markdown(views).encode()
    if suffix == ".txt":
        from ircc_prep.render.text import packet_text

        return packet_text(views).encode()
    if suffix == ".html":
        from ircc_prep.render.html import html

        return html(views, folder("templates"), paper=paper.value, large_print=large_print).encode()
    from ircc_prep.render.packet import packet_pdf

    return packet_pdf(views, folder("templates"), paper=paper.value, large_print=large_print)
