"""Running the examples that stand in the checklists: each is a case, a day, and what must follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Example
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.questionnaire import applicable
from ircc_prep.core.result import Evaluation, Figure, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.core.validation.case import DeclaredAnswer, answer_problems, problems_in, stream_problems
from ircc_prep.core.validation.complaints import problems_of


@dataclass(frozen=True, slots=True)
class Ran:
    """An example that was run: where it stands, what followed, and every expectation that wasn't met."""

    file: str
    path: Path
    example: Example
    evaluation: Evaluation | None
    asked: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What followed from an example's case, and the questions that may be put to it."""

    book: Rulebook
    evaluation: Evaluation
    asked: frozenset[str]


def run_examples(book: Rulebook) -> Iterator[Ran]:
    """Runs every example of the program's file and of its topics."""
    placed = [(book.checklist.file, book.checklist.program.examples)]
    placed += [(file, topic.examples) for file, topic in book.checklist.topics.items()]
    placed += [(file, rule.examples) for file, rule in book.checklist.findings.items() if rule.finding in book.findings]
    for file, examples in placed:
        for index, example in enumerate(examples):
            yield _run(book, file, (file, "examples", index), example)


def _run(book: Rulebook, file: str, path: Path, example: Example) -> Ran:
    program = example.given.get("program", book.checklist.program.program)
    if program != book.checklist.program.program:
        return Ran(
            file, path, example, None, frozenset(), ()
        )  # an example of a shared topic that speaks of another program
    data = {"schema": 1, "program": program, **example.given}
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        wrong = [
            Problem(each.id, (*path, "given", *each.path), each.what, each.hint) for each in problems_of(error, Case)
        ]
        return Ran(file, path, example, None, frozenset(), tuple(wrong))
    wrong = [Problem(each.id, (*path, "given", *each.path), each.what, each.hint) for each in _problems_in(book, case)]
    if wrong:
        return Ran(file, path, example, None, frozenset(), tuple(wrong))
    evaluation = evaluate(book, case, example.on)
    wants_questions = any(key.startswith("question/") for key in example.expect)
    asked = applicable(book, case, example.on) if wants_questions else set()
    problems = [
        problem
        for key, expected in example.expect.items()
        if (problem := _held_against(Followed(book, evaluation, frozenset(asked)), key, expected, path))
    ]
    return Ran(file, path, example, evaluation, frozenset(asked), tuple(problems))


def _problems_in(book: Rulebook, case: Case) -> list[Problem]:
    """What a reader of this case would refuse: answers and streams that the program doesn't have, and the like."""
    declared = {
        compiled.question.fact: DeclaredAnswer(compiled.question.type, tuple(compiled.question.options or ()))
        for compiled in book.questions
        if compiled.question.type is not None
    }
    whole = [each for each in problems_in(case) if each.id != "no-principal-applicant"]  # a child may be shown alone
    return [*whole, *answer_problems(case, declared), *stream_problems(case, book.streams)]


def _held_against(followed: Followed, key: str, expected: Any, path: Path) -> Problem | None:
    found = _found(followed, key)
    wanted = str(expected)
    if found == wanted or _matches(found, wanted):
        return None
    where = (*path, "expect", key)
    if found is None:
        what = Text(f"There is nothing called “{key}”.", f"Rien ne s’appelle « {key} ».")
        hint = Text(
            "Use an item, interview, computed/…, officer/…, guidance/…, signal/…, finding/… or question/….",
            "Utilisez un élément, interview, computed/…, officer/…, guidance/…, signal/…, finding/… ou question/….",
        )
        return Problem("unknown-expectation", where, what, hint)
    what = Text(f"“{key}” is {found}, not {wanted}.", f"« {key} » donne {found}, et non {wanted}.")
    hint = Text("Mend the rule or the example, whichever is wrong.", "Corrigez la règle ou l’exemple, selon le cas.")
    return Problem("example-failed", where, what, hint)


def _matches(found: str | None, wanted: str) -> bool:
    """An item's status alone is enough; with a comma, the holding is wanted too."""
    return found is not None and "," not in wanted and "/" not in found and found.split(",")[0] == wanted


def _found(followed: Followed, key: str) -> str | None:
    """What followed for one expectation's key, as an example writes it; None for a key that names nothing."""
    book, evaluation = followed.book, followed.evaluation
    kind, _, name = key.partition("/")
    if key == "interview":
        return evaluation.interview.likelihood
    if kind == "computed" and name:
        return _figure(book, evaluation, name)
    if kind == "officer":
        known = {compiled.question.id for compiled in book.officer_questions}
        return _shown(name, known, {question.id for question in evaluation.officer_questions})
    if kind == "guidance":
        known = {compiled.guidance.id for compiled in book.guidance}
        return _shown(name, known, {piece.id for piece in evaluation.guidance})
    if kind == "signal":
        return _present(book, evaluation, name)
    if kind == "finding":
        return _raised(book, evaluation, name)
    if kind == "question":
        if book.question_about(name) is None:
            return None
        return "asked" if name in followed.asked else "skipped"
    return _item(book, evaluation, key)


def _raised(book: Rulebook, evaluation: Evaluation, code: str) -> str | None:
    """What a check raised: `gap/maria, perhaps/jose`, or `nothing`."""
    if code not in book.findings:
        return None
    raised = {
        f"{each.says}/{each.person}" if each.person else each.says for each in evaluation.findings if each.code == code
    }
    return ", ".join(sorted(raised)) or "nothing"


def _present(book: Rulebook, evaluation: Evaluation, id: str) -> str | None:
    if id not in {compiled.rule.id for compiled in book.signals}:
        return None
    return "present" if id in {reason.id for reason in evaluation.interview.reasons} else "absent"


def _shown(name: str, known: set[str], shown: set[str]) -> str | None:
    return None if name not in known else "shown" if name in shown else "hidden"


def _item(book: Rulebook, evaluation: Evaluation, key: str) -> str | None:
    if key.split("/", 1)[0] not in {compiled.requirement.id for compiled in book.requirements}:
        return None
    found = {_state(item) for item in evaluation.items if item.name == key or item.name.startswith(f"{key}/")}
    if not found:
        return "not-needed"
    return found.pop() if len(found) == 1 else _common_status(found)


def _common_status(states: set[str]) -> str:
    statuses = {state.split(",")[0] for state in states}
    return statuses.pop() if len(statuses) == 1 else " and ".join(sorted(states))


def _state(item: Item) -> str:
    return f"{item.status}, {item.holding}" if item.holding else item.status


def _figure(book: Rulebook, evaluation: Evaluation, name: str) -> str | None:
    figure_name, _, part_name = name.partition("/")
    rule = next((compiled.figure for compiled in book.figures if compiled.figure.name == figure_name), None)
    if rule is None or (part_name and part_name not in {part.name for part in rule.parts}):
        return None
    figure: Figure | None = next((figure for figure in evaluation.figures if figure.name == figure_name), None)
    if figure is None:
        return "hidden"
    part = next((part for part in figure.parts if part.name == part_name), None)
    low, high = (part.low, part.high) if part else (figure.low, figure.high)
    if low is None or high is None:
        return "unknown"
    return f"{low:g}" if low == high else f"{low:g}..{high:g}"
