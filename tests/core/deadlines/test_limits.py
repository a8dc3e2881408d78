"""Last days that are counted from an answer: each is the one that the checklist's own line means."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.deadlines.limits import limits
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.lint.outputs import told_by_safety
from ircc_prep.core.lint.questions import idle_questions, named
from ircc_prep.core.rulebook import Rulebook, facts_of
from tests.core.deadlines.working_out import PACK, ahead, book, case_of, days, dues, maria
from tests.core.making import FILE, PAIR, TODAY, case, guidance, requirement, rule
from tests.core.making import book as made
from tests.properties.families import full_cases

SENT = {"application.sent": True, "temporary.restoration_asked": True}
STATUS = {"temporary.where": "inside", "temporary.extension_pending": False, "application.sent": False}


DAY = "days_after(invitation.date, 60)"
DUE = {"day": DAY, "title": PAIR}
HELD = [{"item": "paper", "person": "maria", "issued": "2026-01-01", "language": "en"}]
KNOWN = st.sampled_from([True, False, None])


def of(rules: Rulebook, subject: Case) -> list[Deadline]:
    """The limits alone, over or ahead."""
    facts = facts_of(rules, what_counts(rules, subject, TODAY), TODAY)
    return list(limits(rules, evaluate(rules, subject, TODAY), facts))


def answered(**given: object) -> dict[str, object]:
    """The answers that are given; `date` is the invitation's."""
    ids = {"yes": "a.yes", "also": "a.also", "date": "invitation.date"}
    return {ids[name]: value for name, value in given.items() if value is not None}


@given(
    kind=st.sampled_from(["document", "form", "fee", "step"]),
    needed=KNOWN,
    over=KNOWN,
    date=st.sampled_from(["2026-11-04", "2026-11", None]),
    held=st.booleans(),
)
def test_a_limit_is_there_exactly_while_its_line_holds_and_its_answer_is_known(
    kind: str, needed: bool | None, over: bool | None, date: str | None, held: bool
) -> None:
    rules = made(
        requirement(rule("a.yes"), kind=kind, for_each={"person": "applicant"}, due={**DUE, "when": "not a.also"}),
        guidance=[guidance("told", "a.yes", due=DUE)],
    )
    answers = answered(yes=needed, also=over, date=date)
    found = {each.subject for each in of(rules, case(maria(), answers=answers, documents=HELD if held else []))}
    stands = bool(needed) and date is not None
    still = over is not True and (kind == "document" or not held)
    assert found == ({"told"} if stands else set()) | ({"paper"} if stands and still else set())


@given(needed=KNOWN, date=st.sampled_from(["2026-11-04", None]))
def test_a_limit_changes_nothing_else_and_asks_nothing(needed: bool | None, date: str | None) -> None:
    subject = case(maria(), answers=answered(yes=needed, date=date))
    plain = evaluate(made(requirement(rule("a.yes")), guidance=[guidance("told", "a.yes")]), subject, TODAY)
    counted = evaluate(
        made(requirement(rule("a.yes"), due=DUE), guidance=[guidance("told", "a.yes", due=DUE)]), subject, TODAY
    )
    assert plain == counted


def test_a_date_that_only_a_limit_names_is_named_as_never_asked_for() -> None:
    rules = made(requirement(rule("a.yes"), due=DUE))
    assert [str(each.path[2]) for each in idle_questions(rules)] == [
        str(place) for place, each in enumerate(rules.questions) if each.question.fact != "a.yes"
    ]


def test_a_day_of_each_person_is_a_limit_of_each_and_a_day_of_all_is_one() -> None:
    leo = {"id": "leo", "role": "dependent-child", "date_of_birth": "2011-02-03"}

    def found(day: str) -> dict[str | None, str]:
        rules = made(requirement(for_each={"person": "applicants"}, due={"day": day, "title": PAIR}))
        return {each.person: str(each.day) for each in of(rules, case(maria(), leo))}

    assert found("years_after(person.date_of_birth, 22)") == {"maria": "2012-05-04", "leo": "2033-02-03"}
    assert found("days_after(today, 9)") == {None: "2026-12-01"}


def test_no_day_in_a_calendar_hangs_on_an_answer_of_safety() -> None:
    rules = made(
        requirement(due={**DUE, "when": "not safe.here"}),
        questions=[{"fact": "safe.here", "type": "bool", "safety": True}],
    )
    (problem,) = told_by_safety(rules)
    assert problem.path == (FILE, "requirements", 0, "due", "when")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), program=st.sampled_from(sorted(PACK.programs())))
def test_of_any_family_each_limit_is_of_a_line_that_holds_and_each_such_line_has_its_day(
    data: st.DataObject, program: str
) -> None:
    """Their applications are sent: no day by which to send them is left. What isn't asked of them doesn't count."""
    rules, subject = book(program), Case.model_validate(data.draw(full_cases(program)))
    found = evaluate(rules, subject, TODAY)
    known = what_counts(rules, subject, TODAY).answers
    counted = {
        id
        for id, due in dues(rules).items()
        if due.when.source != "not application_sent" and any(named(answer, due.day.source) for answer in known)
    }
    needed = (item for item in found.items if item.status == "needed" and (item.kind == "document" or item.to_get))
    held = [(item.id, item.title) for item in needed] + [(piece.id, piece.title) for piece in found.guidance]
    assert {each.title for each in of(rules, subject)} == {title for id, title in held if id in counted}


@pytest.mark.parametrize("program", PACK.programs())
def test_every_limit_counts_from_an_answer_that_the_program_asks_for(program: str) -> None:
    dates = [id for id, type in book(program).answer_types.items() if type.kind == "date"]
    for due in dues(book(program)).values():
        assert any(named(id, due.day.source) for id in dates)


def test_an_invitation_leaves_sixty_days_until_the_application_is_sent() -> None:
    invited = case_of("express-entry", maria(), stream="fsw", answers={"invitation.date": "2026-11-04"})
    assert days(invited)["last-day", "sixty-days-after-the-invitation", None] == "2027-01-03"
    sent = invited.model_copy(update={"answers": {**invited.answers, "application.sent": True}})
    assert not days(sent)
    assert not days(invited, date(2027, 1, 4))


def test_a_nominee_who_was_invited_has_the_same_days() -> None:
    answers = {"nominee.express_entry": True, "invitation.date": "2026-11-04", "application.sent": False}
    found = days(case_of("provincial-nominee", maria(), answers=answers))
    assert found["last-day", "express-entry-application", "maria"] == "2027-01-03"
    assert not days(case_of("provincial-nominee", maria(), answers={**answers, "application.sent": True}))


def status(until: str, **answers: bool) -> Case:
    return case_of("visitor", maria(), answers={**STATUS, "temporary.status_until": until, **answers})


def test_a_stay_is_extended_by_its_last_day_and_restored_within_ninety_after_it() -> None:
    assert days(status("2027-01-31"))["permit", "status", "maria"] == "2027-01-31"
    assert days(status("2026-11-01"))["last-day", "ask-for-restoration", "maria"] == "2027-01-30"
    assert not days(status("2026-08-01"))  # the ninety days are over


def test_who_waits_for_a_decision_on_a_request_made_in_time_has_nothing_to_restore() -> None:
    assert not days(status("2026-11-01", **{"temporary.extension_pending": True}))


@pytest.mark.parametrize(
    ("program", "line", "answers"),
    [
        ("visitor", "ask-for-restoration", {**STATUS, "temporary.status_until": "2026-11-01"}),
        (
            "refugee-resettled",
            "one-year-window",
            {"resettlement.role": "following", "resettlement.protected_on": "2026-03-05", "application.sent": False},
        ),
    ],
)
def test_what_is_sent_on_the_last_day_is_in_time_and_the_day_after_it_is_not(
    program: str, line: str, answers: dict[str, object]
) -> None:
    case = case_of(program, maria(), answers=answers)
    last = next(each.day for each in ahead(case) if each.kind == "last-day")

    def in_time(day: date) -> bool:
        sent = case.model_copy(update={"submitted": type(last).on(day), "answers": {**answers, **SENT}})
        items = evaluate(book(program), sent, day).items
        return any((item.id, item.status, item.holding) == (line, "needed", "ready") for item in items)

    assert in_time(last.first)
    assert not in_time(last.plus_days(1).first)


@pytest.mark.parametrize("program", PACK.programs())
def test_no_day_is_counted_for_a_letter_that_has_its_own(program: str) -> None:
    """A procedural fairness letter, a request for fingerprints: the day that is printed in it holds."""
    for due in dues(book(program)).values():
        assert "letter" not in due.day.source
        assert "fairness" not in due.day.source


def test_a_list_of_statuses_and_the_answer_make_one_event_and_the_earlier_day_counts() -> None:
    stays = [{"from": "1990-05-04", "to": "2024-01-01", "country": "PH"}, {"from": "2024-01-02", "country": "CA"}]
    listed = [{"from": "2024-01-02", "to": "2027-01-20", "kind": "visitor"}]
    home = maria(citizenships=["PH"], country_of_birth="PH", stays=stays, status_in_canada=listed)
    answers = {**STATUS, "temporary.status_until": "2027-01-31"}
    ends = [each for each in ahead(case_of("visitor", home, answers=answers)) if each.kind == "permit"]
    assert [str(each.day) for each in ends] == ["2027-01-20"]


def test_of_several_statuses_the_answer_takes_the_place_of_none() -> None:
    stays = [{"from": "1990-05-04", "to": "2024-01-01", "country": "PH"}, {"from": "2024-01-02", "country": "CA"}]
    listed = [
        {"from": "2024-01-02", "to": "2027-12-31", "kind": "student"},
        {"from": "2025-01-02", "to": "2027-01-31", "kind": "worker"},
    ]
    home = maria(citizenships=["PH"], country_of_birth="PH", stays=stays, status_in_canada=listed)
    for until in ("2027-01-31", "2027-12-31"):
        case = case_of("visitor", home, answers={**STATUS, "temporary.status_until": until})
        assert [str(each.day) for each in ahead(case) if each.kind == "permit"] == ["2027-01-31", "2027-12-31"]


def test_who_arrives_together_has_one_last_day_to_arrive() -> None:
    people = (maria(), {"id": "leo", "role": "dependent-child", "accompanying": True})
    answers = {"landing.copr_expires": "2027-03-24"}
    found = days(case_of("pr-landing", *people, stream="port-of-entry", answers=answers))
    assert found == {("last-day", "copr", None): "2027-03-24"}
