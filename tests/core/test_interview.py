"""How likely an interview is: the first rule that applies decides."""

import pytest

from ircc_prep.core.result import Interview
from tests.core.making import Data, book, case, evaluated, interview_rule


def found(rules: list[Data], answers: Data) -> Interview:
    return evaluated(book(interview=rules), case(answers=answers)).interview


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
