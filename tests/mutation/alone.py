"""One entry of a checklist by itself, with the examples that speak of it: all that a fault in it can be caught by."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ircc_prep.core.checklist import Checklist, Example, Topic
from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.lint.checklist import lint
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist

Place = tuple[str | int, ...]
# The lists of a topic whose entries stand alone, and how an expectation of one begins. Signals and the interview's
# rules hang on one another, and on what the findings raise. Every entry hangs on all the questions.
KINDS = {
    "questions": "question/", "requirements": "", "computed": "computed/", "officer_questions": "officer/",
    "guidance": "guidance/",
}  # fmt: skip
NAMES = {"questions": "fact", "computed": "name"}  # the field that names an entry, where it isn't `id`


def problems_alone(checklist: Checklist, file: str, place: Place) -> Iterator[Problem]:
    """What compiling, the examples that speak of an entry, and the linter have to say of it; the quickest first."""
    kept = _kept(place)
    book, problems = compile_checklist(_alone(checklist, file, place))
    yield from problems
    if "signals" not in kept:
        findings = {name: rule for name, rule in book.checklist.findings.items() if rule.finding == _finding(place)}
        book = replace(book, checklist=book.checklist.model_copy(update={"findings": findings}), interview=())
    ran: list[Ran] = []
    for each in run_examples(book):
        yield from each.problems
        ran.append(each)
    if place[0] != "questions":
        book = replace(book, questions=())
    where = (file, *place[:3]) if "signals" in kept else (file, *place[:2]) if place[0] in kept else (file, place[0], 0)
    yield from (each for each in lint(book, ran) if each.path[: len(where)] == where)


def _finding(place: Place) -> str | None:
    """The finding in which the entry's value shows, if no expectation can speak of it."""
    return "figure-below-threshold" if place[-1] == "threshold" else None


def _kept(place: Place) -> tuple[str, ...]:
    """The lists whose other entries the outcome hangs on."""
    if place[0] not in KINDS:
        return ("questions", "requirements", "computed", "signals")
    return ("questions", "computed") if _finding(place) else ("questions",)


def _alone(checklist: Checklist, file: str, place: Place) -> Checklist:
    """The checklist with this entry and every question, and of the examples only what they expect of the entry."""
    names = _names(checklist, file, place)
    findings = {
        name: rule.model_copy(update={"examples": _speaking(rule.examples, names)})
        for name, rule in checklist.findings.items()
    }
    topics = {name: _slim(topic, place, names, own=name == file) for name, topic in checklist.topics.items()}
    if file in topics:
        topics = {file: topics[file], **topics}  # its own examples are the likeliest to catch a fault
    program = checklist.program.model_copy(update={"examples": _speaking(checklist.program.examples, names)})
    return checklist.model_copy(update={"topics": topics, "program": program, "findings": findings})


def _slim(topic: Topic, place: Place, names: Sequence[str], *, own: bool) -> Topic:
    kind, number = str(place[0]), place[1]
    kept = _kept(place)
    lists: dict[str, object] = {name: () for name in (*KINDS, "signals") if name not in kept}
    if own and kind in lists:
        lists[kind] = (getattr(topic, kind)[number],)
    return topic.model_copy(update={**lists, "examples": _speaking(topic.examples, names)})


def _names(checklist: Checklist, file: str, place: Place) -> tuple[str, ...]:
    """What the keys of expectations begin with that speak of the entry."""
    kind, number = str(place[0]), place[1]
    if kind == "interview":
        return ("interview",)
    entry = getattr(checklist.topics[file], kind)[number]
    if kind == "signals":
        return (f"signal/{entry.id}", "interview")
    name = f"{KINDS[kind]}{getattr(entry, NAMES.get(kind, 'id'))}"
    return (name, f"finding/{_finding(place)}") if _finding(place) else (name,)


def _speaking(examples: Sequence[Example], names: Sequence[str]) -> tuple[Example, ...]:
    found = []
    for example in examples:
        expect = {key: held for key, held in example.expect.items() if _speaks(key, names)}
        if expect:
            found.append(example.model_copy(update={"expect": expect}))
    return tuple(found)


def _speaks(key: str, names: Sequence[str]) -> bool:
    return any(key == name or key.startswith(f"{name}/") for name in names)
