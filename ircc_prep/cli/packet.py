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
from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files import brands, owner_file
from ircc_prep.files.companions import nameless_packet, packet_of
from ircc_prep.files.resources import folder
from ircc_prep.render.look import Look

if TYPE_CHECKING:  # rendering is loaded once there is something to render
    from ircc_prep.render.parts import View
    from ircc_prep.render.press import Press

SUFFIXES = (".pdf", ".html", ".md", ".txt")
LETTER = "letter"  # a section too, where a brand has one
_NEEDS_A_LETTER = Text("Give --brand a file with a letter.", "Donnez à --brand un fichier qui contient une lettre.")


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
    with _press(target) as press:
        firm = brands.load(brand) if brand else None
        chosen = _sections(only or (), without or (), firm)
        opened = open_case(case, settings)
        languages: Sequence[Language] = (
            LANGUAGES if lang is PacketLanguage.both else (_one(lang) or settings.language(opened.case),)
        )
        evaluation = redacted(evaluate(opened.book, opened.case, today), redact.value, opened.book)
        views = [view(evaluation, opened.book, language, chosen, firm) for language in languages]
        _something_to_print(views[0])
        look = Look(paper.value, large_print, fillable)
        owner_file.write(target, _made(views, target.suffix.lower(), look, press))
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


def _sections(only: Sequence[str], without: Sequence[str], firm: BrandWithLogo | None) -> frozenset[str] | None:
    """The sections that are wanted; None where nobody chose."""
    from ircc_prep.render.view import SECTIONS

    known = [LETTER, *SECTIONS] if firm and firm.brand.letter else [*SECTIONS]
    for name in (*only, *without):
        if name not in known:
            raise UsageError.saying(
                Text(
                    f"The packet has no section “{name}”.", f"Le document de préparation n’a pas de section « {name} »."
                ),
                _NEEDS_A_LETTER if name == LETTER else did_you_mean(name, known) or one_of(known),
            )
    return frozenset(only or known) - frozenset(without) if only or without else None


def _something_to_print(view: "View") -> None:
    if not (view.sections or view.glance or (view.brand and view.brand.letter)):
        raise UsageError.saying(
            Text("These sections have nothing in them for this case.", "Ces sections sont vides pour ce dossier."),
            Text(
                "Without --only and --without you get the whole packet. With no interview there is no day sheet.",
                "Sans --only ni --without, vous obtenez tout le document. Sans entrevue, il n’y a pas de page du jour.",
            ),
        )


def _made(views: "Sequence[View]", suffix: str, look: Look, press: "Press | None") -> bytes:
    if suffix == ".md":
        from ircc_prep.render.markdown import markdown

        return markdown(views).encode()
    if suffix == ".txt":
        from ircc_prep.render.text import packet_text

        return packet_text(views).encode()
    if suffix == ".html":
        from ircc_prep.render.html import html

        return html(views, folder("templates"), look).encode()
    from ircc_prep.render.packet import packet_pdf

    return packet_pdf(views, folder("templates"), look, press=press)
