"""`ircc-prep diff`: what changed between two versions of a case, and what follows from it, in plain words."""

import json
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep import __version__
from ircc_prep.api.diffs import words_of
from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing, put
from ircc_prep.core.differences.compared import Compared, Version, compared
from ircc_prep.core.differences.telling import telling
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack

WIDTH = 80


class DiffFormat(StrEnum):
    """How the differences are written."""

    text = "text"
    json = "json"
    markdown = "markdown"


DiffFormatOption = Annotated[
    DiffFormat, typer.Option("--format", help=say("How the result is written.", "Format du résultat."))
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help=say("Write to a file.", "Écrire dans un fichier.")),
]


@opens_cases
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=say("The older version.", "La version la plus ancienne."))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=say("The newer version.", "La version la plus récente."))],
    format: DiffFormatOption = DiffFormat.text,
    output: OutputOption = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """What was answered, changed or removed, then what follows from it; both versions are checked on one day."""
    today = day(on)
    never_replacing((old, new), output)
    pack = Pack(settings.checklists, examples=False)
    opened = open_case(old, settings, pack), open_case(new, settings, pack)
    before, after = (Version(each.case, each.book) for each in opened)
    found = telling(compared(before, after, today), redact.value)
    language = settings.language(after.case)
    # A file is often called after somebody.
    names = ("OLD", "NEW") if found.redaction else (str(old), str(new))
    put(written(found, names, format, language, color=settings.color), output)
    for each in opened:
        tell_unlocked(each, output, settings)
    return 0


def written(
    found: Compared, names: tuple[str, str], format: DiffFormat, language: Language, *, color: bool = False
) -> str:
    """The differences in one of the formats."""
    words = words_of(found, language)
    if format is DiffFormat.json:
        from ircc_prep.render.differences.case_json import case_json

        return json.dumps(case_json(found, words, __version__), ensure_ascii=False, indent=2)
    from ircc_prep.render.differences.case_report import case_report
    from ircc_prep.render.differences.layout import report_markdown, report_text

    report = case_report(found, words, names)
    if format is DiffFormat.markdown:
        return report_markdown(report)
    return report_text(report, shutil.get_terminal_size((WIDTH, 24)).columns, color=color)
