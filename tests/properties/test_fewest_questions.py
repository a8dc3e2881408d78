"""Only what can still change the outcome is asked, in a steady order, and nothing that was left out mattered."""

from itertools import pairwise
from statistics import mean

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.questionnaire import Ask, next_of, worth_asking
from ircc_prep.core.span import span
from tests.core.making import TODAY
from tests.properties.answering import answered, beginning, differences, in_order, outcome, whole_case
from tests.properties.families import rulebook

FEW = (0, 3, 4, 5)  # a family of each program
MANY = range(6, 42)
AT_MOST = 0.7  # of the questions that a form asks in order


def same_outcome(seed: int) -> tuple[int, int]:
    data = whole_case(seed)
    found = answered(data)
    assert not differences(outcome(data), outcome(found.data)), f"family {seed}"
    return len(found.asked), len(list(in_order(data)))


@pytest.mark.parametrize("seed", FEW)
def test_what_was_asked_gives_the_outcome_of_the_whole_case_with_fewer_questions(seed: int) -> None:
    asked, all_in_order = same_outcome(seed)
    assert asked < all_in_order


@pytest.mark.slow
def test_many_families_are_asked_much_less_than_a_form_would_ask() -> None:
    counts = [same_outcome(seed) for seed in MANY]
    assert mean(asked for asked, _ in counts) <= AT_MOST * mean(in_order for _, in_order in counts)


def first_asks(seed: int) -> tuple[Ask, ...]:
    data = whole_case(seed)
    return worth_asking(rulebook(data["program"]), Case.model_validate(beginning(data)), TODAY)


@pytest.mark.parametrize("seed", [1, 3])
def test_nobody_is_sent_back_and_forth_between_topics_and_people(seed: int) -> None:
    """What is asked of one person in one topic comes together; later only what an answer has brought about."""
    groups = [ask.group for ask in first_asks(seed)]
    assert len(set(groups)) == 1 + sum(one != other for one, other in pairwise(groups))


@pytest.mark.parametrize("seed", [0, 3, 5])
def test_within_a_topic_and_a_person_the_most_decisive_comes_first(seed: int) -> None:
    free = [ask for ask in first_asks(seed) if not ask.question.question.always and "[" not in ask.path]
    for one, other in pairwise(free):
        assert one.group != other.group or one.settles >= other.settles, (one.path, other.path)


@pytest.mark.parametrize("seed", FEW)
def test_more_of_the_same_topic_and_person_is_asked_before_anything_else(seed: int) -> None:
    data = whole_case(seed)
    book, known = rulebook(data["program"]), answered(data).data
    known = {**known, "answers": {}, "unsure": []}  # all that was said of people is known, and nothing else
    asks = worth_asking(book, Case.model_validate(known), TODAY)
    for ask in asks:
        following = next_of([each for each in asks if each is not ask], ask.group)
        assert following is not None
        assert following.group == ask.group or all(each.group != ask.group for each in asks if each is not ask)


@pytest.mark.parametrize("seed", FEW)
def test_what_is_told_before_the_start_is_near_to_what_is_asked(seed: int) -> None:
    """It is said as *usually*: real families lie inside or close by."""
    data = whole_case(seed)
    least, most = span(rulebook(data["program"]), Case.model_validate(beginning(data)), TODAY)
    asked = len([path for path in answered(data).asked if "[" not in path])
    assert least <= most
    assert 0.75 * least <= asked <= 1.25 * most
