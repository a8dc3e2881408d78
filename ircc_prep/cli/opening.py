"""Opening a case with the checklist that it is held against."""

from dataclasses import dataclass
from pathlib import Path

from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.core.case import Case
from ircc_prep.core.case_checks import answer_problems, item_problems, stream_problems
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files import case_file
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.checklists import Pack
from ircc_prep.files.surroundings import concerns


@dataclass(frozen=True, slots=True)
class Opened:
    """A valid case and its program's rulebook."""

    file: CaseFile
    book: Rulebook

    @property
    def case(self) -> Case:
        """The case as a person gave it."""
        return self.file.case

    @property
    def locked(self) -> bool:
        """Whether the file is locked; what is made from it isn't."""
        return self.file.opened.lock is not None


def open_case(path: Path, settings: Settings) -> Opened:
    """The case and its rulebook; raises CaseError with every problem of the file, placed, or ChecklistError."""
    file = case_file.load(path, settings.keys)
    tell_concerns(path, settings, file.case, locked=file.opened.lock is not None)
    pack = Pack(settings.checklists, examples=False)
    book = pack.load(file.case.program)
    problems = problems_against(file.case, book, pack)
    if problems:
        raise CaseError(*case_file.problems_placed(problems, file.source))
    return Opened(file, book)


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


def problems_against(case: Case, book: Rulebook, pack: Pack) -> list[Problem]:
    """What the case says that no checklist knows.

    The other programs are read only where the case's own doesn't know it.
    """
    answers, items = pack.declared(book)
    found = [*answer_problems(case, answers), *item_problems(case, items), *stream_problems(case, book.streams)]
    if any(problem.id.startswith("unknown") for problem in found):
        answers, items = pack.declared_anywhere()
        found = [*answer_problems(case, answers), *item_problems(case, items), *stream_problems(case, book.streams)]
    return found
