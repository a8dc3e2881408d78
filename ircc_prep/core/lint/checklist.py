"""What a checklist must have beyond its format: examples from both sides of every condition, and every `from` shown.

Each check has an id, which the documentation explains. A condition that is a literal (`True`) has no other side to
show.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from ircc_prep.core.compiled import CompiledNote, CompiledRequirement, CompiledRule
from ircc_prep.core.examples import Ran
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.lint.outputs import long_for_the_day, told_by_safety, unexplained_holdings
from ircc_prep.core.lint.places import placed
from ircc_prep.core.lint.questions import idle_questions
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.proofs.aims import Aims, holding_aim, question_aims, shown_aims, status_aim, told_aims
from ircc_prep.core.proofs.gaps import example_missing, gap
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text

Sides = dict[tuple[str, ...], set[str]]


def lint(book: Rulebook, ran: Sequence[Ran]) -> list[Problem]:
    """Every condition that no example shows from both sides, and every rule version that no example stands before.

    And what no example shows: questions that can't matter, what outputs leave unexplained or give away. A side that no
    example shows is a Gap, of which `explained` says more.
    """
    sides = _seen(book, ran)
    return [
        *_requirements(book, sides),
        *_shown_and_hidden(book, sides),
        *_questions(book, sides),
        *_interview(book, sides),
        *_signals(book, sides),
        *_findings(book, sides),
        *_days_before(book, ran),
        *idle_questions(book),
        *unexplained_holdings(book),
        *told_by_safety(book),
        *long_for_the_day(book),
    ]


def _seen(book: Rulebook, ran: Sequence[Ran]) -> Sides:
    """What the examples' own expectations have shown, by what they speak of."""
    sides: Sides = defaultdict(set)
    for each in ran:
        for key, wanted in each.example.expect.items():
            _note(book, sides, each, key, str(wanted))
    return sides


def _note(book: Rulebook, sides: Sides, ran: Ran, key: str, wanted: str) -> None:
    kind, _, name = key.partition("/")
    if kind == "signal":
        sides[kind, name].add(wanted)
        return
    if kind in ("officer", "guidance", "question", "computed"):
        sides[kind, name.split("/", 1)[0]].add("hidden" if wanted in ("hidden", "skipped") else "shown")
        return
    if kind == "finding":
        sides[kind, name].update(raised.split("/")[0] for raised in wanted.split(", "))
        return
    if ran.evaluation is None:
        return
    if key == "interview":
        reasons = {reason.id for reason in ran.evaluation.interview.reasons}
        sides[("interview",)].update(reasons)
        return
    sides["item", kind].add(wanted.split(",", maxsplit=1)[0])
    for item in ran.evaluation.items:
        if item.name == key or item.name.startswith(f"{key}/"):
            sides["rule", item.id, str(item.rule_from)].add(item.status)
            if "," in wanted and item.holding:
                sides["holding", item.id].add(item.holding)
    if not any(item.id == kind for item in ran.evaluation.items):
        sides["rule", kind, _version_in_force(book, ran.evaluation, kind)].add("not-needed")


def _version_in_force(book: Rulebook, evaluation: Evaluation, id: str) -> str:
    """The `from` of the version that an example without any such item was held against."""
    requirement = next((each for each in book.requirements if each.requirement.id == id), None)
    starts = [rule.rule.start for rule in requirement.rules] if requirement else []
    return str(max((start for start in starts if start <= evaluation.rules_on.last), default=None))


def _both(
    book: Rulebook,
    compiled: Compiled,
    seen: set[str],
    shown: str,
    hidden: set[str],
    path: Path,
    aims: Aims,
) -> Iterator[Problem]:
    """A problem for each side of a condition that no example shows."""
    if not compiled.constant:
        yield from _sides(book, seen, shown, hidden, path, aims)


def _sides(book: Rulebook, seen: set[str], shown: str, hidden: set[str], path: Path, aims: Aims) -> Iterator[Problem]:
    """`aims` gives what to look for where no example shows the condition being true, or being false."""
    if shown not in seen:
        yield gap(book, path, aims.being_true, side=True)
    if not seen & hidden:
        yield gap(book, path, aims.being_false, side=False)


def _requirements(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    for path, compiled in placed("requirements", book.requirements):
        id = compiled.requirement.id
        anywhere = sides["item", id]
        for number, rule in enumerate(compiled.rules):
            where = (*path, "rules", number)
            seen = sides["rule", id, str(rule.rule.start)] | (anywhere if len(compiled.rules) == 1 else set())
            aims = partial(_status_aims, book, compiled, rule)
            hidden = {"not-needed", "recommended"}
            yield from _both(book, rule.needed, seen, "needed", hidden, (*where, "needed"), aims("needed", hidden))
            if rule.recommended:
                hidden = {"not-needed"}
                yield from _both(
                    book,
                    rule.recommended,
                    seen,
                    "recommended",
                    hidden,
                    (*where, "recommended"),
                    aims("recommended", hidden),
                )
            yield from _holdings(book, compiled, rule, sides["holding", id], (*where, "holding"))


def _holdings(
    book: Rulebook, compiled: CompiledRequirement, rule: CompiledRule, held: set[str], path: Path
) -> Iterator[Problem]:
    conditions = {key: (key, fault) for key, fault in rule.holding.faults.items()}
    if rule.holding.in_hand:
        conditions["in_hand"] = ("ready", rule.holding.in_hand)
    for key, (state, condition) in conditions.items():
        yield from _both(
            book,
            condition,
            held,
            state,
            held - {state},
            (*path, key),
            _holding_aims(book, compiled, rule, state),
        )


def _status_aims(
    book: Rulebook, compiled: CompiledRequirement, rule: CompiledRule, shown: str, hidden: set[str]
) -> Aims:
    return Aims(status_aim(book, compiled, rule, {shown}), status_aim(book, compiled, rule, hidden))


def _holding_aims(book: Rulebook, compiled: CompiledRequirement, rule: CompiledRule, state: str) -> Aims:
    return Aims(
        holding_aim(book, compiled, rule, lambda found: found == state),
        holding_aim(book, compiled, rule, lambda found: found != state),
    )


def _shown_and_hidden(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    for path, asked in placed("officer_questions", book.officer_questions):
        yield from _shown_at_times(book, asked, sides["officer", asked.question.id], path)
    for path, told in placed("guidance", book.guidance):
        yield from _shown_at_times(book, told, sides["guidance", told.guidance.id], path)
    for path, figure in placed("computed", book.figures):
        yield from _shown_at_times(book, figure, sides["computed", figure.figure.name], path)


def _shown_at_times(book: Rulebook, entry: CompiledNote, seen: set[str], path: Path) -> Iterator[Problem]:
    yield from _both(book, entry.when, seen, "shown", {"hidden"}, (*path, "when"), shown_aims(book, entry))


def _questions(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    for path, each in placed("questions", book.questions):
        seen = sides["question", each.question.fact]
        yield from _both(book, each.when, seen, "shown", {"hidden"}, (*path, "when"), question_aims(book, each))


def _interview(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    seen = sides[("interview",)]
    for index, each in enumerate(book.interview):
        path = (book.checklist.file, "interview", "rules", index, "when")
        if each.rule.findings or not each.when.constant:
            yield from _sides(book, seen, each.rule.id, seen - {each.rule.id}, path, told_aims(book, each))


def _signals(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    for place, each in placed("signals", book.signals):
        path = (*place, "id")
        seen = sides["signal", each.rule.id]
        if each.rule.findings or not each.when.constant:
            yield from _sides(book, seen, "present", {"absent"}, path, told_aims(book, each))


def _findings(book: Rulebook, sides: Sides) -> Iterator[Problem]:
    """Every finding needs an example of each thing that it says, and one where it says nothing."""
    for file, rule in book.checklist.findings.items():
        if rule.finding not in book.findings:
            continue
        seen = sides["finding", rule.finding]
        for says in [*rule.says, "nothing"]:
            if says not in seen:
                what = Text(f"No example shows “{says}”.", f"Aucun exemple ne montre « {says} ».")
                yield example_missing((file, "says"), what)


def _days_before(book: Rulebook, ran: Sequence[Ran]) -> Iterator[Problem]:
    """Every `from` but a requirement's first needs an example on the day before."""
    days: dict[str, set[str]] = defaultdict(set)
    for each in ran:
        if each.evaluation:
            for key in each.example.expect:
                days[key.split("/")[0]].update({str(each.evaluation.rules_on), str(each.evaluation.checked_on)})
    for path, compiled in placed("requirements", book.requirements):
        for number, rule in enumerate(compiled.rules[1:], start=1):
            eve = str(rule.rule.start - timedelta(days=1))
            if eve not in days[compiled.requirement.id]:
                what = Text(
                    f"No example stands on the day before ({eve}).", f"Aucun exemple n’est daté de la veille ({eve})."
                )
                yield example_missing((*path, "rules", number, "from"), what)
