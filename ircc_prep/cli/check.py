"""`ircc-prep check`: what is ready, missing or undecided, for one case or many."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.check_outputs import Output, keep_baseline, outputs_of, refuse_clashes, write
from ircc_prep.cli.checking import A_YEAR, Found, Gate, found
from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.core.gate.verdict import READY
from ircc_prep.render.formats.registry import Format


class FailOn(StrEnum):
    """What makes `check` exit with 1."""

    blocker = "blocker"
    missing = "missing"
    warning = "warning"
    never = "never"


FormatOption = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        help=say(
            "How the result is written; repeated, one for each -o, in the same order.",
            "Format du résultat; à répéter pour chaque -o, dans le même ordre.",
        ),
    ),
]
OutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=say(
            "Write to a file; may be repeated. Without --format its name tells the format.",
            "Écrire dans un fichier; peut être répété. Sans --format, son nom indique le format.",
        ),
    ),
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help=say(
            "Exit with 1 too for stale sources, unverified rules, and what in the case counts for nothing.",
            "Donner aussi le code 1 pour les sources anciennes, les règles non confirmées et ce qui ne compte pas.",
        ),
    ),
]
StaleAfterOption = Annotated[
    int,
    typer.Option(
        "--stale-after",
        min=1,
        metavar="DAYS",
        help=say(
            "With --strict: after how many days a source is stale.",
            "Avec --strict : après combien de jours une source est ancienne.",
        ),
    ),
]
WaiversOption = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help=say(
            "What somebody answers for, with a reason and a last day (YAML).",
            "Les dérogations : ce dont quelqu’un répond, avec un motif et une date de fin (YAML).",
        ),
    ),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=say(
            "Fail only for what isn’t in this baseline.",
            "N’échouer que pour ce qui n’est pas dans cette base de comparaison.",
        ),
    ),
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help=say(
            "Write what is the matter today as a baseline.",
            "Écrire une base de comparaison avec ce qui ne va pas aujourd’hui.",
        ),
    ),
]


@opens_cases
def check(
    context: typer.Context,
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASE…", help=say("The case files.", "Les fichiers de dossier."))
    ],
    format: FormatOption = None,
    output: OutputOption = None,
    on: OnOption = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help=say("What exits with 1.", "Ce qui donne le code 1."))
    ] = FailOn.missing,
    strict: StrictOption = False,
    stale_after: StaleAfterOption = A_YEAR,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    exit_zero: Annotated[
        bool,
        typer.Option(
            "--exit-zero", help=say("Exit with 0 where it would be 1 or 3.", "Terminer avec 0 au lieu de 1 ou 3.")
        ),
    ] = False,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Holds each case against its program's checklist; the exit code tells the worst of them."""
    source = context.get_parameter_source("format")
    typed = source is not None and source.name == "COMMANDLINE"
    outputs = outputs_of(format or [], output or [], typed=typed)
    gate = Gate(fail_on.value, strict, stale_after, waivers, baseline, write_baseline)
    result = held(cases, outputs, gate, settings, day(on), redact)
    return result.failed or (READY if exit_zero else result.code)


def held(
    cases: Sequence[Path],
    outputs: Sequence[Output],
    gate: Gate,
    settings: Settings,
    today: date,
    redact: Redact = Redact.everything,
) -> Found:
    """The cases held against their checklists, and everything written that was asked for."""
    refuse_clashes(cases, gate, outputs)
    result = found(cases, gate, settings, today, redact.value, reported=any(each.reports for each in outputs))
    write(result, outputs, settings, today)
    keep_baseline(result, gate, settings, today)
    return result
