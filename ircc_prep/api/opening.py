"""Opening a case with the checklist that it is held against."""

from dataclasses import dataclass
from pathlib import Path

from ircc_prep.core.case import Case
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.validation.case import answer_problems, item_problems, stream_problems
from ircc_prep.errors import CaseError
from ircc_prep.files import case_file
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.checklists import Pack
from ircc_prep.files.locks import Keys


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


def open_case(path: Path, pack: Pack, keys: Keys | None = None) -> Opened:
    """The case and its rulebook; raises CaseError with every problem of the file, placed, or ChecklistError."""
    return with_book(case_file.load(path, keys), pack)


def with_book(file: CaseFile, pack: Pack) -> Opened:
    """A case that was read, with its rulebook; raises as `open_case` does."""
    book = pack.load(file.case.program)
    problems = problems_against(file.case, book, pack)
    if problems:
        raise CaseError(*case_file.problems_placed(problems, file.source))
    return Opened(file, book)


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
