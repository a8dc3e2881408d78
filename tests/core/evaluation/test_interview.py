"""How likely an interview is: the first rule that applies decides, and where none does, signals may raise it."""

import pytest

from ircc_prep.core.checklist import FindingRule
from ircc_prep.core.examples import run_examples
from ircc_prep.core.lint.checklist import lint
from ircc_prep.core.problems import Problem
from ircc_prep.core.result import Interview
from ircc_prep.core.rulebook import Rulebook, compile_checklist
from tests.core.making import (
    FILE,
    PAIR,
    SOURCE,
    Data,
    book,
    case,
    checklist,
    evaluated,
    interview_rule,
    person,
)

SCALE = ("none", "rare", "possible", "usual", "necessary")
A_GAP = person(date_of_birth="1990-05-04", activities=[])
NO_GAP = person(date_of_birth="1990-05-04", activities=[{"from": "2008-05", "kind": "employment"}])
GAP_WORDS: Data = {
    "finding": "history-gap", "title": PAIR, "looks_for": PAIR, "matters": PAIR, "sources": [SOURCE],
    "says": {"gap": {"severity": "warning", "message": PAIR}, "perhaps": {"severity": "note", "message": PAIR}},
}  # fmt: skip


def found(rules: list[Data], answers: Data, signals: tuple[Data, ...] = ()) -> Interview:
    return evaluated(book(interview=rules, signals=signals), case(answers=answers)).interview


def signal(id: str, when: str = "True", likelihood: str | None = None, findings: tuple[str, ...] = ()) -> Data:
    raises = {"likelihood": likelihood} if likelihood else {}
    return {"id": id, "when": when, "findings": findings, "reason": PAIR, "sources": [SOURCE], **raises}


def ids(interview: Interview) -> list[str]:
    return [reason.id for reason in interview.reasons]


def with_findings(signals: list[Data], interview: list[Data] | None = None, severity: str = "warning") -> Rulebook:
    """A rulebook of ten years of history without gaps, in which a gap is as grave as is said."""
    made = checklist(signals=signals, interview=interview or [])
    says = {**GAP_WORDS["says"], "gap": {"severity": severity, "message": PAIR}}
    words = FindingRule.model_validate({**GAP_WORDS, "says": says})
    review = made.program.review.model_copy(update={"history_years": 10})
    program = made.program.model_copy(update={"review": review})
    rules, problems = compile_checklist(made.model_copy(update={"findings": {"gap.yaml": words}, "program": program}))
    assert problems == []
    return rules


def test_the_first_rule_that_applies_decides_and_otherwise_the_last_word() -> None:
    rules = [interview_rule("first", "a.yes", "necessary"), interview_rule("second", "a.also", "possible")]
    table = {(True, True): "necessary", (True, False): "necessary", (False, True): "possible", (False, False): "rare"}
    for (yes, also), likelihood in table.items():
        assert found(rules, {"a.yes": yes, "a.also": also}).likelihood == likelihood


@pytest.mark.parametrize(
    ("first", "second", "answers", "likelihood", "missing"),
    [
        # an earlier rule that is open and says otherwise leaves it open
        ("necessary", "possible", {"a.also": True}, "undetermined", ("a.yes",)),
        ("possible", "possible", {"a.also": True}, "possible", ()),
        # a later rule that is open doesn't
        ("necessary", "possible", {"a.yes": True}, "necessary", ()),
        ("necessary", "possible", {"a.yes": False}, "undetermined", ("a.also",)),
        ("necessary", "rare", {"a.yes": False}, "rare", ()), ("rare", "rare", {}, "rare", ()),
    ],
)  # fmt: skip
def test_an_open_rule_leaves_it_open_only_where_it_would_say_otherwise(
    first: str, second: str, answers: Data, likelihood: str, missing: tuple[str, ...]
) -> None:
    rules = [interview_rule("first", "a.yes", first), interview_rule("second", "a.also", second)]
    interview = found(rules, answers)
    assert (interview.likelihood, interview.missing_facts) == (likelihood, missing)


def test_every_rule_that_applies_and_says_the_same_is_a_reason() -> None:
    rules = [
        interview_rule("first", "a.yes", "possible"),
        interview_rule("other", "True", "rare"),
        interview_rule("third", "a.also", "possible"),
    ]
    reasons = found(rules, {"a.yes": True, "a.also": True}).reasons
    assert [reason.id for reason in reasons] == ["first", "third"]


def test_where_no_rule_applies_the_last_word_is_the_reason() -> None:
    interview = found([interview_rule("first", "a.yes", "possible")], {"a.yes": False})
    assert (interview.likelihood, [reason.id for reason in interview.reasons]) == ("rare", ["otherwise"])


def test_what_is_settled_either_way_gives_a_reason_that_says_so() -> None:
    rules = [interview_rule("if", "a.yes", "possible"), interview_rule("if-not", "not a.yes", "possible")]
    interview = found(rules, {})
    assert (interview.likelihood, interview.missing_facts) == ("possible", ())
    assert [reason.id for reason in interview.reasons] == ["if", "if-not"]


def test_an_undetermined_interview_gives_no_reason() -> None:
    assert found([interview_rule("first", "a.yes", "necessary")], {}).reasons == ()


@pytest.mark.parametrize("raises", ["rare", "possible", "usual", "necessary"])
@pytest.mark.parametrize("last_word", [*SCALE, "may-be-waived"])
def test_a_signal_raises_the_last_word_and_never_lowers_it(last_word: str, raises: str) -> None:
    made = checklist(signals=[signal("seen", "a.yes", raises)])
    otherwise = made.program.interview.otherwise.model_copy(update={"likelihood": last_word})
    rules = made.program.interview.model_copy(update={"otherwise": otherwise})
    program = made.program.model_copy(update={"interview": rules})
    compiled, problems = compile_checklist(made.model_copy(update={"program": program}))
    assert problems == []
    higher = last_word if last_word not in SCALE else max(last_word, raises, key=SCALE.index)
    for seen, likelihood in ((True, higher), (False, last_word)):
        interview = evaluated(compiled, case(answers={"a.yes": seen})).interview
        assert interview.likelihood == likelihood
        expected = (["otherwise"] if likelihood == last_word else []) + (["seen"] if seen else [])
        assert ids(interview) == expected


@pytest.mark.parametrize("rule", ["none", "rare", "may-be-waived", "usual"])
def test_where_a_rule_applies_no_signal_raises_what_it_says(rule: str) -> None:
    interview = found(
        [interview_rule("first", "a.yes", rule)],
        {"a.yes": True, "a.also": True},
        (signal("seen", "a.also", "possible"),),
    )
    assert (interview.likelihood, ids(interview)) == (rule, ["first", "seen"])


def test_the_highest_signal_counts_and_what_decides_is_told_first() -> None:
    signals = (signal("only-a-reason", "a.yes"), signal("lower", "a.yes", "possible"), signal("high", "a.yes", "usual"))
    interview = found([], {"a.yes": True}, signals)
    assert (interview.likelihood, ids(interview)) == ("usual", ["high", "only-a-reason", "lower"])


@pytest.mark.parametrize(
    ("signals", "answers", "likelihood", "missing"),
    [
        # an open signal leaves open only what it could raise
        ((signal("seen", "a.yes", "possible"),), {}, "undetermined", ("a.yes",)),
        ((signal("seen", "a.yes", "rare"),), {}, "rare", ()),
        ((signal("seen", "a.yes"),), {}, "rare", ()),
        ((signal("seen", "a.yes", "possible"), signal("also", "a.also", "possible")), {"a.also": True}, "possible", ()),
        ((signal("seen", "a.yes", "usual"), signal("also", "a.also", "possible")), {"a.also": True}, "undetermined",
         ("a.yes",)),
        ((signal("if", "a.yes", "possible"), signal("if-not", "not a.yes", "possible")), {}, "possible", ()),
    ],
)  # fmt: skip
def test_an_open_signal_leaves_open_what_it_could_raise(
    signals: tuple[Data, ...], answers: Data, likelihood: str, missing: tuple[str, ...]
) -> None:
    interview = found([], answers, signals)
    assert (interview.likelihood, interview.missing_facts) == (likelihood, missing)


def test_what_two_open_signals_settle_between_them_is_told_with_both() -> None:
    signals = (signal("if", "a.yes", "possible"), signal("if-not", "not a.yes", "possible"))
    assert ids(found([], {}, signals)) == ["if", "if-not"]


def test_an_open_rule_is_open_as_well_for_what_the_signals_raise() -> None:
    rules = [interview_rule("first", "a.yes", "possible")]
    seen = (signal("seen", "a.also", "possible"),)
    assert found(rules, {"a.also": True}, seen).likelihood == "possible"
    assert found(rules, {"a.also": False}, seen).missing_facts == ("a.yes",)


def test_what_is_seen_is_told_while_the_likelihood_is_open() -> None:
    interview = found([interview_rule("first", "a.yes", "necessary")], {"a.also": True}, (signal("seen", "a.also"),))
    assert (interview.likelihood, ids(interview)) == ("undetermined", ["seen"])


@pytest.mark.parametrize(
    ("someone", "severity", "yes", "present"),
    [
        (A_GAP, "warning", True, True), (A_GAP, "blocker", True, True),
        (A_GAP, "note", True, False),  # a note is nothing that an officer would stop at
        (A_GAP, "warning", False, False), (NO_GAP, "warning", True, False), (person(), "warning", True, False),
    ],
)  # fmt: skip
def test_a_signal_that_names_findings_needs_one_that_is_more_than_a_note(
    someone: Data, severity: str, yes: bool, present: bool
) -> None:
    rules = with_findings([signal("unclear", "a.yes", "possible", ("history-gap",))], severity=severity)
    interview = evaluated(rules, case(someone, answers={"a.yes": yes}, submitted="2026-10-01")).interview
    expected = ("possible", ["unclear"]) if present else ("rare", ["otherwise"])
    assert (interview.likelihood, ids(interview)) == expected


@pytest.mark.parametrize(("someone", "likelihood"), [(A_GAP, "usual"), (NO_GAP, "rare")])
def test_a_rule_that_names_findings_needs_one_too(someone: Data, likelihood: str) -> None:
    rule = {**interview_rule("unclear", "True", "usual"), "findings": ["history-gap"]}
    assert evaluated(with_findings([], [rule]), case(someone)).interview.likelihood == likelihood


def linted(rules: Rulebook) -> list[Problem]:
    ran = list(run_examples(rules))
    return [*(problem for each in ran for problem in each.problems), *lint(rules, ran)]


def example(answer: bool, expected: str) -> Data:
    given = {"answers": {"a.yes": answer}, "people": [person()]}
    return {"name": f"{answer}", "on": "2026-11-22", "given": given, "expect": {"signal/seen": expected}}


@pytest.mark.parametrize(("present", "absent"), [(True, True), (True, False), (False, True), (False, False)])
def test_every_signal_is_shown_present_and_absent(present: bool, absent: bool) -> None:
    examples = [*([example(True, "present")] if present else []), *([example(False, "absent")] if absent else [])]
    problems = linted(book(signals=[signal("seen", "a.yes")], examples=examples))
    told = [problem.id for problem in problems if problem.path[:2] == (FILE, "signals")]
    assert told == ["example-missing"] * ([present, absent].count(False))


def test_a_reason_that_always_holds_needs_no_example_but_one_of_findings_does() -> None:
    assert [problem for problem in linted(book(signals=[signal("seen")])) if "signals" in problem.path] == []
    of_findings = with_findings([signal("seen", findings=("history-gap",))])
    assert [problem.path for problem in linted(of_findings) if "signals" in problem.path] == [
        (FILE, "signals", 0, "id")
    ] * 2


@pytest.mark.parametrize(
    ("expected", "id"), [("absent", "example-failed"), ("perhaps", "example-failed"), ("present", None)]
)
def test_an_example_is_held_against_the_signals(expected: str, id: str | None) -> None:
    (ran,) = run_examples(book(signals=[signal("seen", "a.yes")], examples=[example(True, expected)]))
    assert [problem.id for problem in ran.problems] == ([id] if id else [])


def test_an_example_of_an_unknown_signal_is_told() -> None:
    (ran,) = run_examples(book(signals=[signal("other", "a.yes")], examples=[example(True, "present")]))
    assert [problem.id for problem in ran.problems] == ["unknown-expectation"]


@pytest.mark.parametrize(
    ("signals", "rules", "told"),
    [
        ([{**signal("seen"), "sources": ["lwa"]}], [], ("unknown-source", (FILE, "signals", 0, "sources", 0))),
        ([signal("seen", findings=("no-such",))], [], ("unknown-check", (FILE, "signals", 0, "findings", 0))),
        ([signal("seen", "a.yse")], [], ("condition", (FILE, "signals", 0, "when"))),
        ([signal("seen"), signal("seen")], [], ("duplicate-id", (FILE, "signals", 1, "id"))),
        ([signal("seen")], [interview_rule("seen", "a.yes", "usual")], ("duplicate-id", (FILE, "signals", 0, "id"))),
    ],
)  # fmt: skip
def test_a_mistake_in_a_signal_is_told_where_it_is(
    signals: list[Data], rules: list[Data], told: tuple[str, tuple[str | int, ...]]
) -> None:
    _, problems = compile_checklist(checklist(signals=signals, interview=rules))
    assert [(problem.id, problem.path) for problem in problems] == [told]
