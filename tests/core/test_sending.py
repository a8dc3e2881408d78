"""Whether the application has been sent, and which of the two days is asked for."""

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.edit import with_fact
from ircc_prep.core.questionnaire import applicable, worth_asking
from tests.core.making import TODAY, Data, case, person, value
from tests.properties.families import rulebook

SENT, UNSENT = {"answers": {"application.sent": True}}, {"answers": {"application.sent": False}}


@pytest.mark.parametrize(
    ("keys", "sent"),
    [
        ({}, None),
        (SENT, True),
        (UNSENT, False),
        ({"submitted": "2026-10-01"}, True),
        ({"submitted": "2026-10-01", **UNSENT}, True),  # a day is more than an answer that was true before it
        ({"planned_submission": "2026-10-01"}, None),  # a plan isn't a fact, not even when its day has passed
        ({"planned_submission": "2027-10-01"}, None),
    ],
)
def test_the_day_tells_and_else_the_answer(keys: Data, sent: bool | None) -> None:
    assert value("application_sent", case(person(), **keys)) is sent


def asked(keys: Data) -> list[str]:
    """What the questionnaire asks about the day of the application, in its order."""
    subject: Case = case(person(date_of_birth="1990-05-04"), stream="fsw", **keys)
    wanted = ("application.sent", "submitted", "planned_submission")
    asks = worth_asking(rulebook("express-entry"), subject, TODAY)
    return [ask.path for ask in asks if ask.path in wanted and ask.certain]


@pytest.mark.parametrize(
    ("keys", "questions"),
    [
        ({}, ["application.sent"]),
        (SENT, ["submitted"]),
        (UNSENT, ["planned_submission"]),
        ({"submitted": "2026-10-01"}, []),
        ({"planned_submission": "2027-01-10"}, ["application.sent"]),
        ({"planned_submission": "2027-01-10", **UNSENT}, []),
    ],
)
def test_one_answer_decides_which_day_is_asked_for(keys: Data, questions: list[str]) -> None:
    assert asked(keys) == questions


@pytest.mark.parametrize(("keys", "applies"), [(SENT, True), (UNSENT, False), ({"submitted": "2026-10-01"}, True)])
def test_only_who_has_applied_is_asked_what_changed_since(keys: Data, applies: bool) -> None:
    subject = case(person(date_of_birth="1990-05-04"), stream="fsw", **keys)
    found = applicable(rulebook("express-entry"), subject, TODAY)
    assert ("changes.new_child" in found) is applies


def test_an_application_that_is_not_sent_after_all_has_no_day_any_more() -> None:
    data = {"schema": 1, "submitted": "2026-10-01", "answers": {"application.sent": True}}
    assert with_fact(data, "application.sent", value=False) == {"schema": 1, "answers": {"application.sent": False}}
    assert with_fact(data, "application.sent", value=True) == data
    assert data["submitted"] == "2026-10-01"
