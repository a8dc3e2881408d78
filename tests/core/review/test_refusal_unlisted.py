"""Refusals that the answers speak of and the lists don't have, and the other way round."""

from typing import Any

import pytest

from tests.core.review.reading import findings, raised

Data = dict[str, Any]
VISA = {"date": "2017-05", "country": "US", "kind": "visitor-visa"}
CLAIM = {"date": "2021-06", "country": "CA", "kind": "refugee-claim"}
ARRIVAL = {"from": "2019-03", "country": "CA"}
HOME = {"from": "1990-05-04", "to": "2019-03", "country": "SN"}


def family(*lists: list[Data] | None, program: str = "express-entry", **answers: Any) -> Data:
    """A person for each list of refusals, None where it isn't answered."""
    roles = ("principal-applicant", "spouse-or-partner", "dependent-child")
    people = [
        {"id": f"p{number}", "role": roles[number]} | ({} if refusals is None else {"refusals": refusals})
        for number, refusals in enumerate(lists)
    ]
    return {"program": program, "people": people, "answers": {key.replace("__", "."): answers[key] for key in answers}}


@pytest.mark.parametrize(
    ("lists", "ever", "expected"),
    [
        (([], []), True, ["none-listed"]), (([],), True, ["none-listed"]),
        (([], None), True, []), ((None, None), True, []), (([VISA], []), True, []), (([], [VISA]), True, []),
        (([VISA], []), False, ["denied"]), (([VISA], [VISA, CLAIM], None), False, ["denied"]),
        (([], [{}]), False, ["denied"]),
        (([], []), False, []), ((None,), False, []), (([VISA],), None, []), (([],), None, []),
    ],
)  # fmt: skip
def test_the_general_answer_is_held_against_the_lists_of_the_whole_family(
    lists: tuple[list[Data] | None, ...], ever: bool | None, expected: list[str]
) -> None:
    assert raised("refusal-unlisted", family(*lists, background__ever_refused=ever)) == expected


def test_nobody_named_is_silence() -> None:
    assert raised("refusal-unlisted", {"answers": {"background.ever_refused": True}}) == []


def test_a_sponsor_and_other_relatives_are_no_part_of_the_question() -> None:
    case = family([VISA], background__ever_refused=False)
    case["people"].append({"id": "aunt", "role": "other-family", "refusals": [VISA]})
    (found,) = [each for each in findings(case) if each.code == "refusal-unlisted"]
    assert found.facts == ("people.p0.refusals[0]",)


@pytest.mark.parametrize(
    ("lists", "ever", "expected"),
    [
        (([],), None, ["received"]), ((None,), False, ["received"]), (([],), False, ["received"]),
        (([],), True, ["none-listed"]),  # said once
        ((None,), None, []), ((None,), True, []), (([VISA],), True, []), (([VISA],), False, ["denied"]),
    ],
)  # fmt: skip
def test_a_refusal_that_came_is_on_a_list(
    lists: tuple[list[Data] | None, ...], ever: bool | None, expected: list[str]
) -> None:
    case = family(*lists, background__ever_refused=ever, contact__refusal_received=True)
    assert raised("refusal-unlisted", case) == expected
    case["answers"]["contact.refusal_received"] = False
    assert "received" not in raised("refusal-unlisted", case)


@pytest.mark.parametrize(
    ("lists", "ever", "expected"),
    [
        (([], []), None, ["recent-claim/p0"]), ((None,), False, ["recent-claim/p0"]),
        (([VISA], []), True, ["recent-claim/p0"]), (([CLAIM], []), True, []), ((None,), None, []),
        (([], [CLAIM]), True, ["recent-claim/p0"]),  # the question is about the applicant's own claim
    ],
)  # fmt: skip
def test_a_recent_end_of_a_claim_is_a_note_while_no_claim_is_listed(
    lists: tuple[list[Data] | None, ...], ever: bool | None, expected: list[str]
) -> None:
    answers = {"background__ever_refused": ever, "trp__claim_refused_within_12_months": True}
    assert raised("refusal-unlisted", family(*lists, program="temporary-resident-permit", **answers)) == expected


def claimed(*statuses: Data, stays: list[Data] | None = None, refusals: list[Data] | None = None) -> Data:
    case = family(refusals, background__ever_refused=False if not refusals else None)
    case["people"][0] |= {"status_in_canada": list(statuses), "stays": [HOME, ARRIVAL] if stays is None else stays}
    return case


CLAIMED = {"from": "2019-03", "to": "2021-06", "kind": "refugee-claimant"}


@pytest.mark.parametrize(
    ("case", "fires"),
    [
        (claimed(CLAIMED), True),
        (claimed(CLAIMED, {"from": "2021-07", "kind": "none"}), True),
        (claimed(CLAIMED, {"from": "2023-01", "kind": "worker"}), True),  # eighteen months of nothing come first
        (claimed({**CLAIMED, "to": "2021"}), True),
        (claimed(CLAIMED, {"from": "2021-06", "kind": "protected-person"}), False),
        (claimed(CLAIMED, {"from": "2021", "kind": "protected-person"}), False),  # perhaps right after the claim
        (claimed(CLAIMED, {"from": "2020-01", "to": "2022-01", "kind": "worker"}), False),
        (claimed({**CLAIMED, "to": None}), False),
        (claimed(CLAIMED, refusals=[CLAIM]), False),
        (claimed(CLAIMED, refusals=[VISA]), True),
        (claimed(CLAIMED, stays=[HOME, {**ARRIVAL, "to": "2021-07-15"}]), False),  # left within weeks
        (claimed(CLAIMED, stays=[HOME, {**ARRIVAL, "to": "2021-08"}]), True),
        (claimed(CLAIMED, stays=[HOME, {**ARRIVAL, "to": "2021"}]), False),
        (claimed(CLAIMED, stays=[]), False),
    ],
)
def test_a_claim_that_ended_is_a_note_only_where_a_month_in_canada_certainly_follows_it(
    case: Data, fires: bool
) -> None:
    assert raised("refusal-unlisted", case) == (["claim/p0"] if fires else [])


@pytest.mark.parametrize("missing", ["status_in_canada", "stays", "refusals"])
def test_an_unanswered_list_says_nothing_of_a_claim(missing: str) -> None:
    case = claimed(CLAIMED, refusals=[VISA])
    assert raised("refusal-unlisted", case) == ["claim/p0"]
    del case["people"][0][missing]
    assert raised("refusal-unlisted", case) == []


def test_the_value_of_the_sensitive_answer_is_not_among_the_facts() -> None:
    for case in (family([], background__ever_refused=True), family([VISA], background__ever_refused=False)):
        assert all("background.ever_refused" not in each.facts for each in findings(case))
