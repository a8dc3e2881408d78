"""`ircc-prep check`: what is ready, missing or undecided, for one case or many."""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ircc_prep import __version__
from ircc_prep.api.opening import Opened
from ircc_prep.cli.language import HELP_LANGUAGE, say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing, problem_lines, put
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Evaluation
from ircc_prep.errors import IrccPrepError

READY, NOT_READY, UNDECIDED = 0, 1, 3
WIDTH = 80
WIDEST = 100


class Format(StrEnum):
    """How the result is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


class FailOn(StrEnum):
    """What makes `check` exit with 1."""

    blocker = "blocker"
    missing = "missing"
    warning = "warning"
    never = "never"


@dataclass(frozen=True, slots=True)
class Checked:
    """A case and its evaluation, and what of it the readers may see."""

    opened: Opened
    evaluation: Evaluation
    shown: Evaluation


@opens_cases
def check(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASE…", help=say("The case files.", "Les fichiers de dossier."))
    ],
    format: Annotated[
        Format, typer.Option("--format", help=say("How the result is written.", "Forme du résultat."))
    ] = Format.text,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help=say("Write to a file.", "Écrire dans un fichier.")),
    ] = None,
    on: OnOption = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help=say("What exits with 1.", "Ce qui donne le code 1."))
    ] = FailOn.missing,
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
    today = day(on)
    never_replacing(cases, output)
    checked, failed = _checked(cases, settings, today, redact)
    if checked:
        put(_written(checked, format, settings, whole=len(cases) == 1), output)
        for each in checked:
            tell_unlocked(each.opened, output, settings)
    code = max((_code(each.evaluation, fail_on) for each in checked), key=_severity, default=READY)
    return failed or (READY if exit_zero else code)


def _checked(cases: list[Path], settings: Settings, today: date, redact: Redact) -> tuple[list[Checked], int]:
    """The cases that could be checked; those that couldn't are told of on stderr, and give the exit code."""
    checked, failed = [], 0
    for path in cases:
        try:
            opened = open_case(path, settings)
        except IrccPrepError as error:
            if len(cases) == 1:
                raise
            for problem in error.problems:
                typer.echo(problem_lines(problem, settings.lang or HELP_LANGUAGE), err=True)
            failed = max(failed, error.exit_code)
        else:
            found = evaluate(opened.book, opened.case, today)
            checked.append(Checked(opened, found, redacted(found, redact.value, opened.book)))
    return checked, failed


def _code(evaluation: Evaluation, fail_on: FailOn) -> int:
    summary = evaluation.summary
    counted = {
        FailOn.never: 0,
        FailOn.blocker: summary.blockers,
        FailOn.missing: summary.blockers + summary.to_get,
        FailOn.warning: summary.blockers + summary.to_get + summary.warnings,
    }[fail_on]
    if counted:
        return NOT_READY
    return UNDECIDED if summary.undetermined or evaluation.interview.likelihood == "undetermined" else READY


def _severity(code: int) -> int:
    return (READY, UNDECIDED, NOT_READY).index(code)


def _written(checked: list[Checked], format: Format, settings: Settings, *, whole: bool) -> str:
    if format is Format.json or format is Format.jsonl:
        results = [_result(each, settings) for each in checked]
        if format is Format.jsonl:
            return "\n".join(json.dumps(result, ensure_ascii=False) for result in results)
        return json.dumps(results[0] if whole else results, ensure_ascii=False, indent=2)
    write = _text if format is Format.text else _markdown
    return "\n\n".join(write(each, settings) for each in checked)


def _result(checked: Checked, settings: Settings) -> dict[str, Any]:
    from ircc_prep.api.views import words_for
    from ircc_prep.render.result_json import result

    return result(checked.shown, __version__, words_for(checked.opened.book, settings.language(checked.opened.case)))


def _text(checked: Checked, settings: Settings) -> str:
    from ircc_prep.api.views import view
    from ircc_prep.cli.views import glyphs
    from ircc_prep.render.terminal import check_text

    width = min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
    built = view(checked.shown, checked.opened.book, settings.language(checked.opened.case))
    # A file is often called after somebody.
    name = "CASE" if checked.shown.redaction else str(checked.opened.file.path)
    return check_text(built, width=width, color=settings.color, case_name=name, glyphs=glyphs(settings))


def _markdown(checked: Checked, settings: Settings) -> str:
    from ircc_prep.api.views import view
    from ircc_prep.render.markdown import markdown

    return markdown([view(checked.shown, checked.opened.book, settings.language(checked.opened.case))])
