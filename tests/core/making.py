"""Short ways to make cases, facts, conditions and rulebooks: what the tests of the core are written with."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Checklist, Program, Source, Table, Topic
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.expressions import Compiled, Vocabulary, compile_expression
from ircc_prep.core.facts import Facts
from ircc_prep.core.result import Evaluation, Item
from ircc_prep.core.rulebook import Rulebook, compile_checklist
from ircc_prep.core.values import BOOL, COUNTRY, DATE, NUMBER, WORD, Member, Span, Type, choice

Data = dict[str, Any]

TODAY = date(2026, 11, 22)
PAIR = {"en": "words", "fr": "mots"}
PAGES = {"en": "https://example.org/en", "fr": "https://example.org/fr"}
SOURCE = "law"
FILE = "test/topic.yaml"
PROGRAM_FILE = "test/program.yaml"

ANSWERS: Mapping[str, Type] = {
    "a.yes": BOOL,
    "a.also": BOOL,
    "funds.amount": NUMBER,
    "trp.ground": choice("health", "criminality", "other"),
    "invitation.date": DATE,
    "notes.free": WORD,
    "travel.last_country": COUNTRY,
}
ANSWER_QUESTIONS: Sequence[Data] = [
    {"fact": "a.yes", "type": "bool"},
    {"fact": "a.also", "type": "bool"},
    {"fact": "funds.amount", "type": "money"},
    {"fact": "trp.ground", "type": "choice", "options": {"health": PAIR, "criminality": PAIR, "other": PAIR}},
    {"fact": "invitation.date", "type": "date"},
    {"fact": "notes.free", "type": "text"},
    {"fact": "travel.last_country", "type": "country"},
]


def table(*versions: Data) -> Table:
    """A table; each version says at least its `rows`, and `from` where it matters."""
    return Table.model_validate(
        {"title": PAIR, "versions": [{"from": "2015-01-01", "sources": [SOURCE], **version} for version in versions]}
    )


TABLES: Mapping[str, Table] = {
    "funds": table({"rows": {1: 100, 2: 150, 3: 175}, "each_more": 20}),
    "degrees": table({"rows": {"bachelor": 21, "master": 23}}),
}
VOCABULARY = Vocabulary(ANSWERS, TABLES, ("fsw", "cec", "fst"))


def person(id: str = "maria", role: str = "principal-applicant", **fields: Any) -> Data:
    return {"id": id, "role": role, **fields}


def case(*people: Data, program: str = "express-entry", **keys: Any) -> Case:
    """A case with these people; with nobody in it, one in which nobody is named yet."""
    data: Data = {"schema": 1, "program": program, **keys}
    if people:
        data["people"] = list(people)
    return Case.model_validate(data)


def facts(subject: Case, today: date = TODAY, tables: Mapping[str, Table] = TABLES) -> Facts:
    return Facts(subject, today, tables, ANSWERS)


def compiled(source: str, wanted: Type | None = None) -> Compiled:
    return compile_expression(source, VOCABULARY, wanted)


def value(source: str, subject: Case, today: date = TODAY) -> Any:
    """What an expression gives for a case, in three values."""
    return plain(compiled(source).run(facts(subject, today), {}))


def plain(found: Any) -> Any:
    """A result as tests write it: a range as a pair, a date as its words, a list as its members that may belong."""
    if isinstance(found, Span):
        return (found.low, found.high)
    if isinstance(found, tuple):
        return [plain(member.value) for member in found if isinstance(member, Member)]
    if isinstance(found, PartialDate):
        return str(found.first) if found.exact else f"{found.first}..{found.last}"
    return found


def rule(needed: Any = "True", start: str = "2015-01-01", **more: Any) -> Data:
    return {"from": start, "needed": needed, "because": PAIR, "otherwise": PAIR, "sources": [SOURCE], **more}


def requirement(*rules: Data, id: str = "paper", **more: Any) -> Data:
    return {"id": id, "kind": "document", "title": PAIR, "rules": list(rules or [rule()]), **more}


def interview_rule(id: str, when: Any, likelihood: str) -> Data:
    return {"id": id, "when": when, "likelihood": likelihood, "reason": PAIR, "sources": [SOURCE]}


def figure(**more: Any) -> Data:
    parts = [{"title": PAIR, **part} for part in more.pop("parts", [])]
    return {"name": "points", "title": PAIR, "parts": parts, "sources": [SOURCE], **more}


def question(fact: str, **more: Any) -> Data:
    return {"fact": fact, "ask": PAIR, "why": PAIR, **more}


def guidance(id: str, when: Any = "True", **more: Any) -> Data:
    section = {"section": "rights", "title": PAIR, "text": PAIR, "sources": [SOURCE]}
    return {"id": id, "when": when, **section, **more}


def officer_question(id: str, when: Any = "True", **more: Any) -> Data:
    return {"id": id, "when": when, "ask": PAIR, "sources": [SOURCE], **more}


def checklist(
    *requirements: Data,
    interview: Sequence[Data] = (),
    tables: Mapping[str, Table] = TABLES,
    streams: Sequence[str] = ("fsw", "cec", "fst"),
    program_examples: Sequence[Data] = (),
    **topic: Any,
) -> Checklist:
    """A program of one topic; its interview is `rare` where no rule says otherwise."""
    asked = [*ANSWER_QUESTIONS, *topic.pop("questions", [])]
    questions = [{"ask": PAIR, "why": PAIR, **each} for each in asked]
    content = {"topic": "topic", "title": PAIR, "questions": questions, "requirements": list(requirements), **topic}
    program = {
        "program": "express-entry",
        "title": PAIR,
        "summary": PAIR,
        "streams": dict.fromkeys(streams, PAIR),
        "interview": {"rules": list(interview), "otherwise": interview_rule("otherwise", "True", "rare")},
        "examples": list(program_examples),
    }
    source = {"title": PAIR, "publisher": PAIR, "url": PAGES, "kind": "law", "dated": "undated"}
    return Checklist(
        file=PROGRAM_FILE,
        program=Program.model_validate(program),
        topics={FILE: Topic.model_validate(content)},
        sources={SOURCE: Source.model_validate({**source, "checked": "2026-11-22", "confidence": "high"})},
        tables=dict(tables),
    )


def book(*requirements: Data, **more: Any) -> Rulebook:
    """A rulebook in which nothing is wrong."""
    found, problems = compile_checklist(checklist(*requirements, **more))
    assert [(problem.path, problem.what.en) for problem in problems] == []
    return found


def evaluated(rules: Rulebook, subject: Case, today: date = TODAY) -> Evaluation:
    return evaluate(rules, subject, today)


def items(rules: Rulebook, subject: Case, today: date = TODAY) -> dict[str, Item]:
    """The items by their names."""
    return {item.name: item for item in evaluate(rules, subject, today).items}


def statuses(rules: Rulebook, subject: Case, today: date = TODAY) -> dict[str, str]:
    return {name: item.status for name, item in items(rules, subject, today).items()}
