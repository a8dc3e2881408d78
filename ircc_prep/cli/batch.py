"""`ircc-prep batch`: packets for many clients, with a report and a manifest."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Settings, opens_cases
from ircc_prep.cli.packet_options import (
    BrandOption,
    FillableOption,
    LargePrintOption,
    OnlyOption,
    Paper,
    PaperOption,
    SideBySideOption,
    WithoutOption,
)
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

VERIFY = "verify"


class Form(StrEnum):
    """The form of packets and letters."""

    pdf = "pdf"
    html = "html"
    md = "md"
    txt = "txt"


class Also(StrEnum):
    """What can be made beside the packet, the result and the calendar."""

    cover_letter = "cover-letter"
    request_letter = "request-letter"
    handover_note = "handover-note"
    firm_calendar = "firm-calendar"


class Dates(StrEnum):
    """How the tables of a source write days."""

    dmy = "dmy"
    mdy = "mdy"
    ymd = "ymd"


@opens_cases
def batch(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="SOURCE",
            help=say(
                "A folder of cases, or a JSONL, CSV or XLSX file. Or the word verify.",
                "Un répertoire de dossiers, ou un fichier JSONL, CSV ou XLSX. Ou le mot verify.",
            ),
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help=say(
                "After verify: the folder of a batch to check.", "Après verify : le répertoire d’un lot à vérifier."
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help=say("The folder to write into.", "Le répertoire où écrire.")),
    ] = None,
    also: Annotated[
        list[Also] | None,
        typer.Option(
            "--with",
            help=say("Make this too (may be repeated).", "Produire aussi ceci (peut être répété)."),
        ),
    ] = None,
    format: Annotated[
        Form, typer.Option("--format", help=say("Form of packets and letters.", "Format des documents et des lettres."))
    ] = Form.pdf,
    lang: SideBySideOption = None,
    only: OnlyOption = None,
    without: WithoutOption = None,
    paper: PaperOption = Paper.letter,
    large_print: LargePrintOption = False,
    fillable: FillableOption = False,
    brand: BrandOption = None,
    choices: Annotated[
        Path | None,
        typer.Option(
            "--choices",
            metavar="FILE",
            help=say(
                "For a folder: what is chosen for single clients (default: its batch.yaml).",
                "Pour un répertoire : ce qui est choisi client par client (par défaut : son batch.yaml).",
            ),
        ),
    ] = None,
    dates: Annotated[
        Dates | None,
        typer.Option(
            "--dates",
            help=say(
                "In tables, how days such as 03/04/2021 are written.",
                "Dans les tableaux, comment s’écrivent des dates comme 03/04/2021.",
            ),
        ),
    ] = None,
    on: OnOption = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help=say(
                "How many clients at a time (default: one a core).",
                "Combien de clients à la fois (par défaut : un par cœur du processeur).",
            ),
        ),
    ] = None,
    executor: Annotated[
        str,
        typer.Option(
            "--executor",
            metavar="WHERE",
            help=say(
                "Where the work is done: local, or dask:tls://HOST:PORT.",
                "Où le travail se fait : local, ou dask:tls://HÔTE:PORT.",
            ),
        ),
    ] = "local",
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help=say(
                "Go on: make what is missing, damaged, failed or changed.",
                "Poursuivre : produire ce qui manque, est endommagé ou a changé, ou ce qui a échoué.",
            ),
        ),
    ] = False,
    retry_failed: Annotated[
        bool,
        typer.Option(
            "--retry-failed",
            help=say(
                "Go on: make what failed, and leave the files of all who are the same as they are.",
                "Poursuivre : refaire ce qui a échoué, sans toucher aux fichiers des clients inchangés.",
            ),
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say("Read and check every client, write nothing.", "Lire et vérifier chaque client, ne rien écrire."),
        ),
    ] = False,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="PROGRAM",
            help=say(
                "Write an empty table for clients of a program, into -o.",
                "Écrire dans -o un tableau vide pour les clients d’un programme.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=say(
                "The template: .xlsx, .csv, .jsonl or a folder.", "Le modèle : .xlsx, .csv, .jsonl ou un répertoire."
            ),
        ),
    ] = None,
    *,
    settings: Settings,
) -> int:
    """Makes a folder for every client; a client that can't be made costs no other."""
    from ircc_prep.batch.wanted import Wanted
    from ircc_prep.cli import batch_run, batch_template
    from ircc_prep.cli.batch_verify import verify

    if template is not None:
        return batch_template.write(template, output, settings)
    if source == VERIFY and folder is not None:
        return verify(folder, settings)
    if source is None or folder is not None or (out is None and not dry_run):
        raise _unclear()
    if resume and retry_failed:
        raise _two_ways()
    wanted = Wanted(
        source=Path(source),
        out=None if dry_run else out,
        mode="retry-failed" if retry_failed else "resume" if resume else "fresh",
        also=tuple(each.value for each in also or ()),
        suffix=f".{format.value}",
        lang=lang.value if lang else settings.lang,
        only=tuple(only) if only else None,
        without=tuple(without) if without else None,
        paper=paper.value,
        large_print=large_print,
        fillable=fillable,
        brand=brand,
        choices=choices,
        dates=dates.value if dates else None,
        checklists=settings.checklists,
        language=settings.language(),
    )
    return batch_run.run(wanted, batch_run.Way(on, jobs, executor), settings)


def _unclear() -> Exception:
    return UsageError.saying(
        Text("A batch needs a source and a folder.", "Un lot a besoin d’une source et d’un répertoire."),
        Text(
            "ircc-prep batch SOURCE --out DIR; or, to check one: ircc-prep batch verify DIR",
            "ircc-prep batch SOURCE --out RÉPERTOIRE; pour vérifier un lot : ircc-prep batch verify RÉPERTOIRE",
        ),
    )


def _two_ways() -> Exception:
    return UsageError.saying(
        Text("--resume and --retry-failed are two ways to go on.", "--resume et --retry-failed s’excluent."),
        Text(
            "--resume mends damaged files too; --retry-failed doesn’t touch those of clients who are the same.",
            "--resume répare aussi les fichiers endommagés; --retry-failed ne touche pas à ceux des clients inchangés.",
        ),
    )
