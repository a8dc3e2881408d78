"""`ircc-prep pack diff`: what differs between two packs of checklists, and which cases change outcome, and why."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep import __version__
from ircc_prep.api.pack_comparing import Comparison, Side, case_files, refuse_no_pack, sides_of
from ircc_prep.api.views import words_for
from ircc_prep.cli.diff import WIDTH, DiffFormat, DiffFormatOption, OutputOption
from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing, put
from ircc_prep.cli.pack_doc import OnlyProgram
from ircc_prep.core.text import Language
from ircc_prep.files.pack_folders import is_pack
from ircc_prep.files.wording import wording
from ircc_prep.render.differences.pack_report import PackDiff, PackReport
from ircc_prep.render.differences.pack_words import PackWords
from ircc_prep.render.words import Words

CHANGED = 1


@opens_cases
def diff(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="[OLD_DIR] NEW_DIR [CASE…]",
            help=say(
                "Two folders of checklists, or one that is held against the shipped ones; then cases or folders of "
                "cases (the shipped examples otherwise).",
                "Deux répertoires de listes, ou un seul à comparer aux listes fournies; puis des dossiers ou des "
                "répertoires de dossiers (sinon, les exemples fournis).",
            ),
        ),
    ],
    program: OnlyProgram = None,
    format: DiffFormatOption = DiffFormat.text,
    output: OutputOption = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    fail_on_change: Annotated[
        bool,
        typer.Option(
            "--fail-on-change",
            help=say(
                "Exit with 1 where a case changes outcome or can’t be read.",
                "Terminer avec 1 si un dossier change de résultat ou ne peut pas être lu.",
            ),
        ),
    ] = False,
    *,
    settings: Settings,
) -> int:
    """What differs between two packs, then the cases whose outcome changes, each with what it rests on."""
    today = day(on)
    folders, rest = _folders(paths)
    cases = list(case_files(rest)) if rest else None
    never_replacing(cases or (), output)
    sides = sides_of(folders, program, settings.checklists, settings.language())
    found = Comparison(sides, today, redact.value, settings.keys).found(cases)
    put(_written(found, sides, format, settings), output)
    return CHANGED if fail_on_change and (found.outcomes or found.unread) else 0


def _folders(paths: Sequence[Path]) -> tuple[list[Path | None], list[Path]]:
    """The two packs (None: the shipped one) and the cases."""
    refuse_no_pack(paths[0])
    packs = [path for path in paths[:2] if is_pack(path)]
    return ([None, *packs] if len(packs) == 1 else [*packs]), list(paths[len(packs) :])


def _written(found: PackDiff, sides: tuple[Side, Side], format: DiffFormat, settings: Settings) -> str:
    language: Language = settings.language()
    words = Words(wording(), language)
    if format is DiffFormat.json:
        from ircc_prep.render.differences.pack_json import pack_json

        return json.dumps(pack_json(found, words, __version__), ensure_ascii=False, indent=2)
    from ircc_prep.render.differences.layout import report_markdown, report_text

    packs = [
        PackWords(side.books, {id: words_for(book, language) for id, book in side.books.items()}) for side in sides
    ]
    report = PackReport(found, words, (packs[0], packs[1])).report()
    if format is DiffFormat.markdown:
        return report_markdown(report)
    return report_text(report, shutil.get_terminal_size((WIDTH, 24)).columns, color=settings.color)
