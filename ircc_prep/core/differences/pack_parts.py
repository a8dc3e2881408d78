"""What a pack of checklists says, taken apart: one part for each thing that has an id and may change by itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ircc_prep.core.checklist import Checklist, FindingRule, Program, Topic
from ircc_prep.core.entry import Entry
from ircc_prep.core.text import Text

PartKind = Literal[
    "program", "status", "interview-rule", "requirement", "rule", "question", "figure", "officer-question", "guidance",
    "signal", "finding", "saying", "table", "table-version", "source",
]  # fmt: skip
Key = tuple[PartKind, str, str, date | None]
# Parts of their own, or what only tests read.
_APART = frozenset({"examples", "rules", "versions", "says", "status", "interview"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a pack says: a rule of a requirement from a day on, a question, a source.

    `file` is its name inside the pack; registers of sources and tables are one however many files they have. `says` are
    its fields by the file's own keys, those of what lies in it with a dot: `holding.expired`.
    """

    kind: PartKind
    file: str
    id: str
    version: date | None
    title: Text | None
    says: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """What makes it the same part in another pack."""
        return self.kind, self.file, self.id, self.version


def parts_of(checklists: Iterable[Checklist]) -> dict[Key, Part]:
    """Every part of a pack's programs, shared topics once."""
    found: dict[Key, Part] = {}
    for checklist in checklists:
        for part in _parts(checklist):
            found.setdefault(part.key, part)
    return found


def _parts(checklist: Checklist) -> Iterator[Part]:
    yield from _of_program(checklist.file, checklist.program)
    for file, topic in checklist.topics.items():
        yield from _of_topic(file, topic)
    for file, rule in checklist.findings.items():
        yield from _of_finding(file, rule)
    for id, source in checklist.sources.items():
        yield _part("source", "sources", id, source, source.title)
    for id, table in checklist.tables.items():
        yield _part("table", "values", id, table, table.title)
        for version in table.versions:
            yield _part("table-version", "values", id, version, table.title, version.start)


def _of_program(file: str, program: Program) -> Iterator[Part]:
    order = tuple(rule.id for rule in program.interview.rules)
    whole = _part("program", file, program.program, program, program.title)
    yield Part(whole.kind, file, whole.id, None, whole.title, {**whole.says, "interview.rules": order})
    for status in program.status:
        yield _part("status", file, program.program, status, program.title, status.start)
    for rule in (*program.interview.rules, program.interview.otherwise):
        yield _part("interview-rule", file, rule.id, rule, rule.reason)


def _of_topic(file: str, topic: Topic) -> Iterator[Part]:
    for requirement in topic.requirements:
        yield _part("requirement", file, requirement.id, requirement, requirement.title)
        for rule in requirement.rules:
            yield _part("rule", file, requirement.id, rule, requirement.title, rule.start)
    for question in topic.questions:
        yield _part("question", file, question.fact, question, question.ask)
    for figure in topic.computed:
        yield _part("figure", file, figure.name, figure, figure.title)
    for asked in topic.officer_questions:
        yield _part("officer-question", file, asked.id, asked, asked.ask)
    for piece in topic.guidance:
        yield _part("guidance", file, piece.id, piece, piece.title)
    for signal in topic.signals:
        yield _part("signal", file, signal.id, signal, signal.reason)


def _of_finding(file: str, rule: FindingRule) -> Iterator[Part]:
    yield _part("finding", file, rule.finding, rule, rule.title)
    for id, words in rule.says.items():
        yield _part("saying", file, f"{rule.finding}/{id}", words, rule.title)


def _part(kind: PartKind, file: str, id: str, entry: Entry, title: Text, version: date | None = None) -> Part:
    return Part(kind, file, id, version, title, dict(_fields(entry, "", _APART)))


def _fields(value: Any, path: str, passed: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """The fields of an entry, and of what lies in it, by path; a list of words is one field."""
    named: Iterable[tuple[str, Any]]
    if isinstance(value, Entry):
        named = [(field.alias or name, getattr(value, name)) for name, field in type(value).model_fields.items()]
    elif isinstance(value, Mapping):
        named = [(str(name), each) for name, each in value.items()]
    elif isinstance(value, tuple) and value and isinstance(value[0], Entry):
        named = [(str(getattr(each, "name", index)), each) for index, each in enumerate(value)]
    else:
        yield path, value
        return
    for name, each in named:
        if name not in passed:
            yield from _fields(each, f"{path}.{name}" if path else name)
