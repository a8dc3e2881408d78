"""Mistakes that no single key of a case shows."""

from typing import Any

import pytest
from pydantic import ValidationError

from ircc_prep.core.case import Case
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.validation.case import DeclaredAnswer, answer_problems, item_problems, problems_in, stream_problems
from ircc_prep.core.validation.complaints import problems_of

MARIA: dict[str, Any] = {"id": "maria", "role": "principal-applicant"}
PAUL: dict[str, Any] = {"id": "paul", "role": "sponsor"}


def case(*people: dict[str, Any], **keys: Any) -> Case:
    return Case.model_validate({"schema": 1, "program": "spouse-partner", "people": list(people), **keys})


def found(problems: list[Problem]) -> list[tuple[str, Path]]:
    return [(problem.id, problem.path) for problem in problems]


def test_a_sound_case_has_no_problems() -> None:
    stays = [{"from": "2010-06", "to": "2018-03"}, {"from": "2018-03", "to": "present"}, {"to": 2019}, {"from": 2019}]
    documents = [{"item": "passport", "person": "maria"}, {"item": "photo"}]
    assert problems_in(case({**MARIA, "stays": stays}, PAUL, documents=documents)) == []
    assert problems_in(Case.model_validate({"schema": 1, "program": "visitor"})) == []


def test_two_people_with_one_id_are_found_at_the_second() -> None:
    assert found(problems_in(case(MARIA, {**PAUL, "id": "maria"}))) == [("duplicate-id", ("people", 1, "id"))]


def test_there_is_one_principal_applicant_once_there_are_people() -> None:
    second = {**MARIA, "id": "ana"}
    assert found(problems_in(case(MARIA, second))) == [("second-principal-applicant", ("people", 1, "role"))]
    assert found(problems_in(case(PAUL))) == [("no-principal-applicant", ("people",))]
    assert problems_in(case()) == []


def test_a_document_belongs_to_somebody_in_the_file() -> None:
    documents = [{"item": "passport", "person": "mara"}]
    assert found(problems_in(case(MARIA, documents=documents))) == [("unknown-person", ("documents", 0, "person"))]


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2018-03", "2010-06", True),
        ("2018-03-02", "2018-03-01", True),
        ("2018-03-01", "2018-03-01", False),
        ("2018-03", "2018", False),
        (2018, "2018-01-01", False),
        (2018, 2017, True),
    ],
)
@pytest.mark.parametrize("noun", ["stays", "activities", "trips", "education", "status_in_canada", "service"])
def test_only_a_period_that_certainly_runs_backwards_is_an_error(
    noun: str, start: object, end: object, wrong: bool
) -> None:
    problems = problems_in(case({**MARIA, noun: [{"from": start, "to": end}]}))
    assert found(problems) == ([("to-before-from", ("people", 0, noun, 0, "to"))] if wrong else [])


STAYS = [{"from": "2010-06-01", "country": "PH"}, {"to": "2020"}]


@pytest.mark.parametrize(
    "entry",
    [
        "relationship.first_met",
        "people.maria.stays[0].to",
        "people.maria.stays[1].from",
        "people.maria.date_of_birth",
        "people.maria.trips",
        "interview.date",
        "planned_submission",
        "stream",
        "documents[0].issued",
    ],
)
def test_what_is_not_answered_may_be_unsure(entry: str) -> None:
    subject = case({**MARIA, "stays": STAYS}, documents=[{"item": "passport"}], unsure=[entry])
    assert problems_in(subject) == []


@pytest.mark.parametrize(
    "entry", ["people.maria.stays[0].from", "people.maria.stays", "people.maria.role", "submitted", "funds.amount"]
)
def test_what_is_answered_is_not_unsure(entry: str) -> None:
    keys = {"submitted": "2026-03-14", "answers": {"funds.amount": 0}, "unsure": [entry]}
    problems = problems_in(case({**MARIA, "stays": STAYS}, **keys))
    assert found(problems) == [("unsure-answered", ("unsure", 0))]


@pytest.mark.parametrize(
    "entry",
    [
        "people",
        "people.maria",
        "people.nobody.stays",
        "people[0].stays[0].from",
        "people.maria.stays[2].from",
        "people.maria.stays[x].from",
        "people.maria.stays.from",
        "people.maria.trips[0].from",
        "people.maria.date_of_birth.year",
        "people.maria.stays[0].start",
        "people..date",
        "stream[0]",
    ],
)
def test_a_path_that_leads_nowhere_is_not_unsure(entry: str) -> None:
    problems = problems_in(case({**MARIA, "stays": STAYS}, unsure=[entry]))
    expected = "unsure-answered" if entry == "people" else "unknown-unsure"
    assert found(problems) == [(expected, ("unsure", 0))]


def test_a_misspelt_key_in_a_path_is_met_with_the_right_one() -> None:
    (problem,) = problems_in(case(MARIA, unsure=["people.maria.date_of_brith"]))
    assert problem.hint.en == "Did you mean “date_of_birth”?"


DECLARED = {
    "trp.flagrant": DeclaredAnswer("bool"),
    "trp.ground": DeclaredAnswer("choice", ("health", "security", "other")),
    "children.count": DeclaredAnswer("number"),
    "funds.amount": DeclaredAnswer("money"),
    "relationship.first_met": DeclaredAnswer("date"),
    "notes.other": DeclaredAnswer("text"),
    "travel.last_country": DeclaredAnswer("country"),
}


def answers(**given: Any) -> list[Problem]:
    return answer_problems(case(MARIA, answers={id.replace("__", "."): value for id, value in given.items()}), DECLARED)


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("trp__flagrant", False), ("trp__ground", "other"), ("children__count", 2), ("funds__amount", 2.5),
        ("relationship__first_met", 2018), ("relationship__first_met", "2018-11"), ("notes__other", ""),
        ("travel__last_country", "NO"), ("trp__ground", None),
    ],
)  # fmt: skip
def test_answers_of_the_declared_type_are_fine(id: str, value: object) -> None:
    assert answers(**{id: value}) == []


@pytest.mark.parametrize(
    ("id", "value", "problem"),
    [
        ("trp__flagrant", "yes", "wrong-type"), ("trp__flagrant", 1, "wrong-type"),
        ("trp__ground", "helth", "not-allowed"), ("trp__ground", True, "wrong-type"),
        ("children__count", True, "wrong-type"), ("funds__amount", "10 000 $", "wrong-type"),
        ("relationship__first_met", "last spring", "bad-date"), ("relationship__first_met", True, "bad-date"),
        ("notes__other", 3, "wrong-type"), ("travel__last_country", "UK", "bad-country"),
    ],
)  # fmt: skip
def test_answers_of_another_type_are_problems_at_the_answer(id: str, value: object, problem: str) -> None:
    assert found(answers(**{id: value})) == [(problem, ("answers", id.replace("__", ".")))]


@pytest.mark.parametrize("year", [1850, "1850", "9999-03", "1370-05-14"])
def test_a_year_that_cannot_be_is_said_to_be_one_in_an_answer_and_of_a_person(year: object) -> None:
    (problem,) = answers(relationship__first_met=year)
    born = {"id": "maria", "role": "principal-applicant", "date_of_birth": year}
    with pytest.raises(ValidationError) as raised:
        case(born)
    (other,) = problems_of(raised.value, Case)
    for each in (problem, other):
        assert each.id == "bad-date"
        assert "from 1900 to 2199" in each.hint.en
        assert "autre calendrier" in each.hint.fr
        assert str(year) not in f"{each.what} {each.hint}"


def test_an_answer_that_nobody_asks_for_is_met_with_the_nearest_that_is_asked() -> None:
    (problem,) = answers(relationship__frist_met="2018")
    assert (problem.id, problem.hint.en) == ("unknown-answer", "Did you mean “relationship.first_met”?")


def test_a_date_that_is_known_in_part_may_be_unsure() -> None:
    unsure = ["people.maria.stays[1].to", "relationship.first_met", "relationship.married_on", "funds.amount"]
    answers = {"relationship.first_met": "2018-11", "relationship.married_on": 2019, "funds.amount": 2019}
    subject = case({**MARIA, "stays": STAYS}, answers=answers, unsure=unsure)
    declared = {**DECLARED, "relationship.married_on": DeclaredAnswer("date")}
    assert problems_in(subject) == []
    assert found(answer_problems(subject, declared)) == [("unsure-answered", ("unsure", 3))]


def test_an_answer_may_share_its_group_with_a_part_of_the_case() -> None:
    declared = {"interview.invited": DeclaredAnswer("bool")}
    subject = case(MARIA, unsure=["interview.invited", "interview.date", "interview.invite", "interview..date"])
    assert problems_in(subject) == []
    assert found(answer_problems(subject, declared)) == [("unknown-unsure", ("unsure", n)) for n in (2, 3)]


def test_an_unsure_entry_is_an_answer_that_some_checklist_asks_for() -> None:
    subject = case(MARIA, unsure=["trp.ground", "trp.gruond", "answers.trp.ground", "people.maria.trips"])
    problems = answer_problems(subject, DECLARED)
    assert found(problems) == [("unknown-unsure", ("unsure", 1)), ("unknown-unsure", ("unsure", 2))]
    assert {problem.hint.en for problem in problems} == {"Did you mean “trp.ground”?"}


def test_items_and_streams_are_those_of_the_checklists() -> None:
    subject = case(MARIA, stream="oversea", documents=[{"item": "pasport"}, {"item": "photo"}])
    (item,) = item_problems(subject, {"passport", "photo"})
    assert (item.path, item.hint.en) == (("documents", 0, "item"), "Did you mean “passport”?")
    (stream,) = stream_problems(subject, ["overseas", "in-canada"])
    assert (stream.id, stream.hint.en) == ("not-allowed", "Did you mean “overseas”?")
    (stream,) = stream_problems(subject, [])
    assert stream.what.en == "This program has no streams."
    assert stream_problems(case(MARIA), ["overseas"]) == []
