"""Opening a case that somebody named, with a warning where others can get at it."""

from pathlib import Path

from ircc_prep.api.opening import Opened, with_book
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.core.case import Case
from ircc_prep.core.text import Text
from ircc_prep.files import case_file
from ircc_prep.files.checklists import Pack
from ircc_prep.files.surroundings import concerns


def open_case(path: Path, settings: Settings, pack: Pack | None = None) -> Opened:
    """The case and its rulebook; raises CaseError with every problem of the file, placed, or ChecklistError.

    Who opens several gives the `pack`, so that a program's checklist is compiled once for all of them.
    """
    file = case_file.load(path, settings.keys)
    tell_concerns(path, settings, file.case, locked=file.opened.lock is not None)
    return with_book(file, pack or Pack(settings.checklists, examples=False))


def tell_concerns(path: Path, settings: Settings, case: Case | None = None, *, locked: bool) -> None:
    """Warns, once in a run, where others may get at a case that lies there; in its language, where it is read."""
    for concern in concerns(path, locked=locked):
        lines = Text(problem_lines(concern, "en"), problem_lines(concern, "fr"))
        settings.tell_once(concern.id, Text(f"Warning: {lines.en}", f"Attention : {lines.fr}"), case)


def tell_unlocked(opened: Opened, output: Path | None, settings: Settings) -> None:
    """Says that what was made from a locked case isn't locked itself."""
    if opened.locked and output is not None and str(output) != "-":
        text = Text(
            f"{output} isn’t locked, unlike the case: keep it where only you can read it.",
            f"{output} n’est pas verrouillé, contrairement au dossier : gardez-le là où vous seul pouvez le lire.",
        )
        settings.tell_once("output-unlocked", text, opened.case)
