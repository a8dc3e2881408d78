"""The programs that are covered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ircc_prep.api.books import pack_of
from ircc_prep.api.choices import StrPath, path_of
from ircc_prep.core.citations import cited
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text


@dataclass(frozen=True, slots=True)
class Program:
    """A program with a checklist. `streams` are titles by id.

    `checked` are the days on which its sources were last compared with the checklist: the oldest such day, and the
    newest; None where it cites no source.
    """

    id: str
    title: Text
    streams: Mapping[str, Text]
    requirements: int
    officer_questions: int
    sources: int
    checked: tuple[date, date] | None


def programs(*, checklists: StrPath | None = None) -> tuple[Program, ...]:
    """Every program, by id, as `ircc-prep programs` lists them. Reading them all takes seconds the first time.

    `checklists` is a folder that is looked up before the shipped ones. Raises UsageError where there is no such folder,
    ChecklistError where a checklist is invalid.
    """
    pack = pack_of(path_of(checklists))
    return tuple(_program(pack.load(program)) for program in pack.programs())


def _program(book: Rulebook) -> Program:
    header = book.checklist.program
    days = [book.sources[id].checked for id in cited(book)]
    return Program(
        id=header.program,
        title=header.title,
        streams=dict(header.streams),
        requirements=len(book.requirements),
        officer_questions=len(book.officer_questions),
        sources=len(days),
        checked=(min(days), max(days)) if days else None,
    )
