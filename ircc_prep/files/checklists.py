"""Reading checklist packs: the shipped one, and a person's own folder that is looked up before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ircc_prep.core.checklist import Checklist, FindingRule, Program, SourcesFile, TablesFile, Topic
from ircc_prep.core.lint.glossary import Glossary, Term
from ircc_prep.core.problems import Problem, did_you_mean, one_of
from ircc_prep.core.rulebook import Rulebook, compile_checklist
from ircc_prep.core.text import Text
from ircc_prep.core.validation.case import DeclaredAnswer
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.errors import ChecklistError, UsageError
from ircc_prep.files import yaml_text
from ircc_prep.files.resources import folder

Model = TypeVar("Model", bound=BaseModel)
_EXAMPLES = re.compile(rb"^examples:[ \t]*$", re.MULTILINE)
_TOP_LEVEL = re.compile(rb"^[^\s#-]", re.MULTILINE)  # anything that begins in the first column
_TOPIC = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: its name inside the pack, its name to show, and what it holds."""

    name: str
    shown: str
    entry: Traversable


class Pack:
    """The folders that checklists are read from, the first that has a file winning."""

    def __init__(self, own: Path | None = None, *, examples: bool = True, alone: bool = False) -> None:
        """`examples=False` leaves out the examples, which only tests and documentation read: a third of the text.

        A folder that is read `alone` has everything that its programs use: the shipped checklists don't fill it up.
        """
        self.own = own
        self._alone = alone
        self._examples = examples
        self._sources: dict[str, yaml_text.Source] = {}
        self._models: dict[str, tuple[BaseModel | None, list[Problem]]] = {}
        self._books: dict[str, Rulebook] = {}
        if own is not None and not own.is_dir():
            raise UsageError.saying(
                Text(f"There is no folder “{own}”.", f"Il n’y a pas de répertoire « {own} »."),
                Text(
                    "Give --checklists a folder laid out as docs/format.md says.",
                    "Indiquez à --checklists un répertoire organisé comme le décrit docs/format.md.",
                ),
            )

    def programs(self) -> list[str]:
        """The ids of the programs that have a checklist."""
        found = {entry.name for root in self._roots() for entry in root.iterdir() if (entry / "program.yaml").is_file()}
        return sorted(found)

    def load(self, program: str) -> Rulebook:
        """The rulebook, compiled once; raises ChecklistError with every problem, UsageError for an unknown program."""
        if program in self._books:
            return self._books[program]
        checklist, problems = self.read(program)
        if checklist is None:
            raise ChecklistError(*problems)
        book, more = compile_checklist(checklist)
        problems += [self.placed(problem) for problem in more]
        if problems:
            raise ChecklistError(*problems)
        self._books[program] = book
        return book

    def header(self, program: str) -> Program:
        """A program's own file alone: enough to name it, and quick where there are many."""
        problems: list[Problem] = []
        found = self._model(self._file(f"{program}/program.yaml"), Program, problems)
        if found is None:
            raise ChecklistError(*problems)
        return found

    def read(self, program: str) -> tuple[Checklist | None, list[Problem]]:
        """The program's checklist as its files say it, not compiled yet, and what is wrong with the files."""
        if program not in self.programs():
            known = self.programs()
            raise UsageError.saying(
                Text(
                    f"There is no checklist for “{program}” yet.",
                    f"Il n’y a pas encore de liste de contrôle pour « {program} ».",
                ),
                did_you_mean(program, known) or one_of(known),
                id="no-checklist",
            )
        problems: list[Problem] = []
        header = self._model(self._file(f"{program}/program.yaml"), Program, problems)
        # Entry by entry: a folder's own register adds to the shipped one, which shipped findings rest on.
        sources = {
            id: entry for file in self._every("sources") for id, entry in self._entries(file, SourcesFile, problems)
        }
        tables = {
            id: entry for file in self._every("values") for id, entry in self._entries(file, TablesFile, problems)
        }
        topics = self._topics(program, header, problems) if header else {}
        findings = {
            file.name: rule for file in self._all("findings") if (rule := self._model(file, FindingRule, problems))
        }
        if header is None:
            return None, problems
        return Checklist(
            file=f"{program}/program.yaml",
            program=header,
            topics=topics,
            sources=sources,
            tables=tables,
            findings=findings,
        ), problems

    def glossary(self) -> tuple[tuple[Term, ...], list[Problem]]:
        """The terms that both languages are held against, and what is wrong with their file; none without one."""
        if self._find("glossary.yaml") is None:
            return (), []
        problems: list[Problem] = []
        found = self._model(self._file("glossary.yaml"), Glossary, problems)
        return (found.terms if found else ()), problems

    def declared(self, book: Rulebook) -> tuple[dict[str, DeclaredAnswer], set[str]]:
        """The answers and items that one program knows."""
        return _declared(book.checklist)

    def declared_anywhere(self) -> tuple[dict[str, DeclaredAnswer], set[str]]:
        """Every program's answers and items, with the programs that ask for each; what can't be read is left out."""
        answers: dict[str, DeclaredAnswer] = {}
        items: set[str] = set()
        for program in self.programs():
            checklist, _ = self.read(program)
            if checklist is None:
                continue
            found, more = _declared(checklist)
            items |= more
            for id, answer in found.items():
                known = answers.get(id)
                answers[id] = replace(answer, programs=(*(known.programs if known else ()), program))
        return answers, items

    def placed(self, problem: Problem) -> Problem:
        """A problem whose path begins with a file's name, with its place in that file."""
        file, *path = problem.path
        source = self._sources.get(str(file))
        if source is None:
            return problem
        place = source.key_place(tuple(path)) if problem.id == "unknown-key" else source.place(tuple(path))
        return Problem(problem.id, tuple(path), problem.what, problem.hint, place)

    def _topics(self, program: str, header: Program, problems: list[Problem]) -> dict[str, Topic]:
        names = [f"{name}.yaml" for name in header.uses if self._usable(name, program, header, problems)]
        names += [file.name for file in self._all(program) if not file.name.endswith("/program.yaml")]
        topics = {}
        for name in dict.fromkeys(names):
            topic = self._model(self._file(name), Topic, problems)
            if topic is not None:
                topics[name] = topic
        return topics

    def _usable(self, name: str, program: str, header: Program, problems: list[Problem]) -> bool:
        """Whether `uses` names a topic that is there; notes it otherwise.

        The pattern leaves no way out of the folder.
        """
        if _TOPIC.fullmatch(name) and self._find(f"{name}.yaml") is not None:
            return True
        known = [file.name.removesuffix(".yaml") for file in self._all("common")]
        file = f"{program}/program.yaml"
        what = Text(f"There is no topic “{name}”.", f"Il n’y a pas de thème « {name} ».")
        hint = did_you_mean(name, known) or one_of(known)
        problems.append(self.placed(Problem("unknown-topic", (file, "uses", header.uses.index(name)), what, hint)))
        return False

    def _entries(
        self, file: PackFile, model: type[SourcesFile] | type[TablesFile], problems: list[Problem]
    ) -> Iterator[tuple[str, Any]]:
        read = self._model(file, model, problems)
        if isinstance(read, SourcesFile):
            yield from read.sources.items()
        elif isinstance(read, TablesFile):
            yield from read.tables.items()

    def _model(self, file: PackFile, model: type[Model], problems: list[Problem]) -> Model | None:
        """A file read and validated, once for all programs that share it; its problems are added to the list."""
        if file.shown not in self._models:
            found: list[Problem] = []
            self._models[file.shown] = self._validated(file, model, found), found
        held, known = self._models[file.shown]
        problems.extend(known)
        return held if isinstance(held, model) else None

    def _validated(self, file: PackFile, model: type[Model], problems: list[Problem]) -> Model | None:
        try:
            with file.entry.open("rb") as opened:
                raw = opened.read(yaml_text.LARGEST + 1)  # one more than is allowed: the reader refuses it
            source = yaml_text.read(raw if self._examples else _without_examples(raw), file.shown, ChecklistError)
        except ChecklistError as error:
            problems.extend(error.problems)
            return None
        self._sources[file.name] = source
        try:
            return model.model_validate(source.data if source.data is not None else {})
        except ValidationError as error:
            problems.extend(
                self.placed(Problem(problem.id, (file.name, *problem.path), problem.what, problem.hint))
                for problem in problems_of(error, model)
            )
            return None

    def _roots(self) -> Sequence[Traversable]:
        if self.own and self._alone:
            return [self.own]
        shipped = folder("checklists")
        return [self.own, shipped] if self.own else [shipped]

    def _all(self, name: str) -> list[PackFile]:
        """Every YAML file of a folder of the pack, the person's own before a shipped one of the same name."""
        found = {file.name: file for file in self._every(name)}
        return [found[key] for key in sorted(found)]

    def _every(self, name: str) -> Iterator[PackFile]:
        """The YAML files of a folder in every root, the person's own last, so that it wins over a shipped one."""
        for root in reversed(self._roots()):
            place = root / name
            for entry in sorted(place.iterdir(), key=lambda each: each.name) if place.is_dir() else ():
                if entry.name.endswith(".yaml") and not entry.name.startswith("."):
                    yield self._pack_file(root, f"{name}/{entry.name}")

    def _find(self, name: str) -> PackFile | None:
        return next((self._pack_file(root, name) for root in self._roots() if (root / name).is_file()), None)

    def _file(self, name: str) -> PackFile:
        found = self._find(name)
        if found is None:
            raise FileNotFoundError(name)
        return found

    def _pack_file(self, root: Traversable, name: str) -> PackFile:
        entry = root / name
        if isinstance(root, Path) and isinstance(entry, Path) and not entry.resolve().is_relative_to(root.resolve()):
            raise ChecklistError.saying(
                Text(f"“{name}” leads out of its folder.", f"« {name} » mène hors de son répertoire."),
                Text("Put the file itself there, not a link.", "Placez-y le fichier lui-même, et non un lien."),
                id="outside-folder",
            )
        if not entry.is_file():
            raise ChecklistError.saying(
                Text(f"“{name}” isn’t a file.", f"« {name} » n’est pas un fichier."),
                Text("Move it out of the checklists, or give it another name.", "Déplacez-le ou renommez-le."),
                id="not-a-file",
            )
        shown = str(entry) if root is self.own else f"checklists/{name}"
        return PackFile(name, shown, entry)


def _without_examples(raw: bytes) -> bytes:
    """The file up to its examples, where they stand last, as they do in every shipped file."""
    found = _EXAMPLES.search(raw)
    return raw if found is None or _TOP_LEVEL.search(raw, found.end()) else raw[: found.start()]


def _declared(checklist: Checklist) -> tuple[dict[str, DeclaredAnswer], set[str]]:
    program = checklist.program.program
    answers = {
        question.fact: DeclaredAnswer(question.type, tuple(question.options or ()), (program,))
        for topic in checklist.topics.values()
        for question in topic.questions
        if question.type is not None
    }
    return answers, {requirement.id for topic in checklist.topics.values() for requirement in topic.requirements}
