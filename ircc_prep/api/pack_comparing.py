"""Two packs of checklists laid side by side, and the cases whose outcome changes between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import as_file
from pathlib import Path

from ircc_prep.api.opening import problems_against
from ircc_prep.core.differences.pack_cases import CaseOutcome, outcome_of
from ircc_prep.core.differences.pack_differences import PackChange, pack_differences
from ircc_prep.core.result import Audience
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files import case_file
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.checklists import Pack
from ircc_prep.files.locks import Keys
from ircc_prep.files.pack_folders import is_pack, is_whole, pack_in, personas
from ircc_prep.files.wording import wording
from ircc_prep.render.differences.pack_report import PackDiff
from ircc_prep.render.words import Words


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two packs, with its programs compiled."""

    name: str
    pack: Pack
    books: Mapping[str, Rulebook]


@dataclass(slots=True)
class Comparison:
    """The packs, what differs between them, and what became of the cases that were held against both.

    A case that can't be held is told of among the `unread`, and stops nothing.
    """

    sides: tuple[Side, Side]
    today: date
    audience: Audience
    keys: Keys | None
    changes: tuple[PackChange, ...] = ()
    unread: list[tuple[str, tuple[Text, ...]]] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.changes = pack_differences(*([book.checklist for book in side.books.values()] for side in self.sides))

    def found(self, cases: Sequence[Path] | None) -> PackDiff:
        """What differs, and the cases whose outcome changes; None for the shipped example cases."""
        outcomes = self._of_personas() if cases is None else self._of_files(cases)
        names = (self.sides[0].name, self.sides[1].name)
        return PackDiff(names, self.changes, tuple(outcomes), tuple(self.unread), self.count)

    def _of_files(self, paths: Sequence[Path]) -> list[CaseOutcome]:
        found = []
        for place, path in enumerate(paths, 1):
            # A file is often called after somebody.
            name = f"CASE {place}" if self.audience != "self" else str(path)
            try:
                file = case_file.load(path, self.keys)
            except IrccPrepError as error:
                self._refused(name, error)
            else:
                found += self._outcome(name, file)
        return found

    def _of_personas(self) -> list[CaseOutcome]:
        found = []
        for persona in personas():
            with as_file(persona) as path:
                file = case_file.load(path)
            if file.case.program in {id for side in self.sides for id in side.books}:
                found += self._outcome(f"personas/{persona.name}", file)
        return found

    def _outcome(self, name: str, file: CaseFile) -> list[CaseOutcome]:
        program = file.case.program
        absent = [side for side in self.sides if program not in side.pack.programs()]
        if absent:
            self._no_program(name, program, absent[0])
        if any(program not in side.books for side in self.sides):
            return []  # it isn't there, or isn't among the programs that are wanted
        books = self.sides[0].books[program], self.sides[1].books[program]
        problems = [
            problem
            for side, book in zip(self.sides, books, strict=True)
            for problem in problems_against(file.case, book, side.pack)
        ]
        if problems:
            self._refused(name, IrccPrepError(*case_file.problems_placed(problems, file.source)))
            return []
        self.count += 1
        made = outcome_of(name, file.case, books, self.changes, self.today, self.audience)
        return [made] if made else []

    def _refused(self, name: str, error: IrccPrepError) -> None:
        told = tuple(dict.fromkeys(problem.what for problem in error.problems))
        self.unread.append((name, told if self.audience == "self" else ()))

    def _no_program(self, name: str, program: str, side: Side) -> None:
        said = wording()["diff.pack.no-program"].format(program=program, pack=side.name)
        self.unread.append((name, (said,)))


def sides_of(
    folders: Sequence[Path | None], only: Sequence[str] | None, checklists: Path | None, language: Language
) -> tuple[Side, Side]:
    """The two packs (None: the shipped one, under the folder `checklists`), with the programs that are wanted.

    Raises UsageError for a folder or program that there isn't, ChecklistError for a pack that isn't valid.
    """
    packs = [pack_in(each) if each else Pack(checklists, examples=False) for each in folders]
    known = dict.fromkeys(program for pack in packs for program in pack.programs())
    for each in only or ():
        if each not in known:
            packs[1].load(each)  # says that there is no such program, and which there are
    made = [
        Side(
            _name(folder, language),
            pack,
            {each: pack.load(each) for each in pack.programs() if each in (only or known)},
        )
        for folder, pack in zip(folders, packs, strict=True)
    ]
    return made[0], made[1]


def refuse_no_pack(path: Path) -> None:
    """Raises UsageError for what isn't a folder of checklists."""
    if not is_pack(path):
        raise UsageError.saying(
            Text(f"{path} isn’t a folder of checklists.", f"{path} n’est pas un répertoire de listes."),
            Text(
                "Name a folder laid out as docs/format.md says: PROGRAM/program.yaml, common/, sources/ …",
                "Indiquez un répertoire organisé comme le décrit docs/format.md : PROGRAMME/program.yaml, common/, "
                "sources/ …",
            ),
            id="not-a-pack",
        )


def case_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The cases that are named, and those in folders that are."""
    for path in paths:
        if path.is_dir():
            found = (each for each in sorted(path.rglob("*")) if each.suffix.lower() in case_file.CASE_SUFFIXES)
            yield from (each for each in found if case_file.looks_like_one(each))
        else:
            yield path


def _name(folder: Path | None, language: Language) -> str:
    words = Words(wording(), language)
    if folder is None:
        return words.say("diff.pack.shipped")
    return words.say(f"diff.pack.{'whole' if is_whole(folder) else 'over'}", folder=str(folder))
