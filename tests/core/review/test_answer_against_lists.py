"""Answers of yes or no that the lists contradict in every reading."""

from typing import Any

import pytest

from tests.core.review.reading import findings, seen

Data = dict[str, Any]
CODE = "answer-against-lists"
ABROAD = {"from": "1990-05-04", "country": "PH"}
CANADA = {"from": "2019-01-02", "country": "CA", "city": "Toronto"}
LEFT = {**ABROAD, "to": "2019-01-01"}
WORKER = {"from": "2018-01", "to": "2020-02", "kind": "worker"}


def told(case: Data) -> list[str]:
    return [f"{each.says}/{each.person}" if each.person else each.says for each in seen(CODE, case)]


def ana(program: str, answers: Data, **person: Any) -> Data:
    return {"program": program, "answers": answers, "people": [{"id": "ana", "role": "principal-applicant", **person}]}


@pytest.mark.parametrize(
    ("person", "fires"),
    [
        ({"stays": [ABROAD], "trips": []}, True), ({"stays": [{"country": "PH"}], "trips": []}, True),
        ({"stays": [ABROAD], "trips": [{"from": "2026-11-02", "to": "2026-11-20", "country": "CA"}]}, True),
        ({"stays": [ABROAD], "trips": [{"from": "2026-11-02", "country": "US"}]}, True),
        ({"stays": [ABROAD], "trips": [], "status_in_canada": [{"from": "2026-01", "kind": "none"}]}, True),
        ({"stays": [ABROAD], "trips": [], "status_in_canada": [{"from": "2026-01", "kind": "visitor"}]}, False),
        ({"stays": [ABROAD], "trips": [{"from": "2026-11-02", "country": "CA"}]}, False),
        ({"stays": [ABROAD], "trips": [{"from": "2026-11", "to": "2026-11", "country": "CA"}]}, False),
        ({"stays": [ABROAD], "trips": [{"from": "2026", "to": "2026"}]}, False),
        ({"stays": [ABROAD]}, False), ({"trips": []}, False), ({"stays": [], "trips": []}, False),
        ({"stays": [{"from": "1990"}], "trips": []}, False),
        ({"stays": [{**ABROAD, "to": "2026-11"}], "trips": []}, False),  # perhaps moved this month
        ({"stays": [{**ABROAD, "to": "2026-10"}], "trips": []}, False),
        ({"stays": [{**ABROAD, "from": "2026"}], "trips": []}, False),
        ({"stays": [ABROAD, CANADA], "trips": []}, False), ({"stays": [LEFT, CANADA], "trips": []}, False),
        ({"stays": [ABROAD, {**CANADA, "from": "2027"}], "trips": []}, True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("program", ["pr-landing", "temporary-resident-permit"])
def test_a_yes_to_canada_is_contradicted_only_by_a_sure_home_abroad(program: str, person: Data, fires: bool) -> None:
    answer = "landing.in_canada" if program == "pr-landing" else "trp.in_canada"
    assert told(ana(program, {answer: True}, **person)) == (["in-canada/ana"] if fires else [])
    assert told(ana(program, {}, **person)) == []


@pytest.mark.parametrize(
    ("person", "fires"),
    [
        ({"stays": [LEFT, CANADA], "trips": []}, True),
        ({"stays": [LEFT, CANADA], "trips": [{"from": "2025-11-02", "to": "2025-11-20", "country": "PH"}]}, True),
        ({"stays": [LEFT, CANADA], "trips": [{"from": "2026-11-02", "country": "PH"}]}, False),
        ({"stays": [LEFT, CANADA], "trips": [{"from": "2026", "to": "2026", "country": "PH"}]}, False),
        ({"stays": [LEFT, CANADA]}, False), ({"stays": [ABROAD, CANADA], "trips": []}, False),
        ({"stays": [{**LEFT, "to": "2026"}, CANADA], "trips": []}, False), ({"stays": [ABROAD], "trips": []}, False),
    ],
)  # fmt: skip
def test_a_no_to_canada_is_contradicted_only_by_a_home_there_and_no_trip(person: Data, fires: bool) -> None:
    case = ana("temporary-resident-permit", {"trp.in_canada": False}, **person)
    assert told(case) == (["outside-canada/ana"] if fires else [])


@pytest.mark.parametrize(
    ("answer", "person", "expected"),
    [
        (False, {"status_in_canada": [{"from": "2020-05", "kind": "protected-person"}]}, ["protected-denied/ana"]),
        (False, {"status_in_canada": [{"from": "2020-05", "to": "2021", "kind": "protected-person"}]}, []),
        (False, {"status_in_canada": [{"from": "2020-05", "kind": "refugee-claimant"}]}, []),
        (False, {}, []), (None, {"status_in_canada": [{"from": "2020-05", "kind": "protected-person"}]}, []),
        (True, {"stays": [LEFT, CANADA], "status_in_canada": [WORKER]}, ["protected-unlisted/ana"]),
        (True, {"stays": [LEFT, CANADA], "status_in_canada": []}, ["protected-unlisted/ana"]),
        (True, {"stays": [ABROAD], "status_in_canada": []}, []), (True, {"stays": [LEFT, CANADA]}, []),
        (True, {"status_in_canada": []}, []),
        *(
            (True, {"stays": [CANADA], "status_in_canada": [WORKER, {"from": "2019", "kind": kind}]}, [])
            for kind in ("refugee-claimant", "protected-person", "temporary-resident-permit", "citizen", None)
        ),
    ],
)  # fmt: skip
def test_the_answer_about_protection_is_held_against_the_statuses(
    answer: bool | None, person: Data, expected: list[str]
) -> None:
    assert told(ana("pr-landing", {"landing.protected_person": answer}, **person)) == expected


@pytest.mark.parametrize("answer", [True, False])
def test_the_sensitive_answer_is_not_among_the_facts(answer: bool) -> None:
    statuses = [] if answer else [{"from": "2020-05", "kind": "protected-person"}]
    case = ana("pr-landing", {"landing.protected_person": answer}, stays=[CANADA], status_in_canada=statuses)
    found = [each for each in findings(case) if each.code == CODE]
    assert found
    assert all("landing.protected_person" not in each.facts for each in found)


def partner(answer: bool, **ben: Any) -> Data:
    case = ana("express-entry", {"spouse.claims_points": True, "spouse.worked_in_canada": answer})
    born = {"id": "ben", "role": "spouse-or-partner", "accompanying": True, "date_of_birth": "1988-01-01"}
    case["people"].append({**born, **ben})
    return case


JOB = {"from": "2008-01", "kind": "employment", "country": "PH", "hours_per_week": 40, "remote": False}
HOME = {"from": "1988-01", "country": "PH"}


@pytest.mark.parametrize(
    ("ben", "fires"),
    [
        ({"activities": [JOB], "stays": [HOME]}, True),
        ({"activities": [{**JOB, "from": "2006-06"}]}, True),
        ({"activities": [JOB]}, False),  # two years before the first job
        ({"activities": [{**JOB, "from": "2016-11"}], "stays": [HOME]}, True),
        ({"activities": [JOB], "stays": [{**HOME, "to": "2001"}, {"from": "2001", "country": "CA"}]}, False),
        ({"activities": [{**JOB, "country": "CA"}], "stays": [HOME]}, False),
        ({"activities": [{**JOB, "country": None}], "stays": [HOME]}, False),
        ({"activities": [{**JOB, "remote": True}], "stays": [HOME]}, False),
        ({"activities": [{**JOB, "kind": "study", "country": "CA"}], "stays": [HOME]}, True),
        ({"activities": [{**JOB, "kind": "other", "country": "CA"}], "stays": [HOME]}, False),
        ({"activities": [], "stays": [HOME]}, False), ({"stays": [HOME]}, False),
        ({"activities": [JOB], "stays": [HOME], "date_of_birth": None}, False),
    ],
)  # fmt: skip
def test_a_partners_year_in_canada_is_denied_only_where_no_year_is_left(ben: Data, fires: bool) -> None:
    assert told(partner(True, **ben)) == (["partner-work/ben"] if fires else [])


@pytest.mark.parametrize(
    ("job", "status", "fires"),
    [
        ({}, {}, True), ({"hours_per_week": 29}, {}, False), ({"hours_per_week": None}, {}, False),
        ({"remote": True}, {}, False), ({"remote": None}, {}, False), ({"to": "2018-12"}, {}, False),
        ({"to": "2019-01-07"}, {}, True), ({"to": "2019-01-06"}, {}, False), ({"country": "US"}, {}, False),
        ({}, {"kind": "student"}, False), ({}, {"to": "2018-11"}, False), ({"kind": "study"}, {}, False),
    ],
)  # fmt: skip
def test_a_year_of_permitted_full_time_work_contradicts_a_no(job: Data, status: Data, fires: bool) -> None:
    work = {**JOB, "from": "2018-01-08", "to": "2020-01", "country": "CA", **job}
    held = {"from": "2018-01-02", "to": "2020-02", "kind": "worker", **status}
    case = partner(False, activities=[work], status_in_canada=[held])
    assert told(case) == (["partner-no-work/ben"] if fires else [])


@pytest.mark.parametrize(
    ("city", "country", "fires"),
    [
        ("Montréal", "CA", True), ("MONTREAL", "CA", True), ("Montréal, QC", "CA", True), ("Québec", "CA", True),
        ("Quebec City", "CA", True), ("Gatineau", "CA", True), ("Ottawa", "CA", False), ("Laval", "FR", False),
        ("Montreal Lake", "CA", False), (None, "CA", False), ("Laval", None, False),
    ],
)  # fmt: skip
def test_a_city_in_quebec_contradicts_a_no(city: str | None, country: str | None, fires: bool) -> None:
    answers = {"quebec.lived_or_worked": False}
    there = {"from": "2019", "to": "2020", "country": country, "city": city}
    for person in ({"stays": [there]}, {"activities": [{**there, "kind": "employment", "remote": False}]}):
        assert told(ana("express-entry", answers, **person)) == (["quebec"] if fires else [])
        assert told(ana("express-entry", {"quebec.lived_or_worked": True}, **person)) == []


def test_work_at_a_distance_studies_and_what_is_to_come_are_no_ties_to_quebec() -> None:
    there = {"from": "2019", "to": "2020", "country": "CA", "city": "Laval"}
    activities = [{**there, "kind": "employment", "remote": remote} for remote in (True, None)]
    person = {"activities": [*activities, {**there, "kind": "study"}], "stays": [{**there, "from": "2027", "to": None}]}
    assert told(ana("express-entry", {"quebec.lived_or_worked": False}, **person)) == []


@pytest.mark.parametrize(("accompanying", "fires"), [(True, True), (False, False), (None, False)])
def test_a_partner_is_asked_about_quebec_only_when_coming_along(accompanying: bool | None, fires: bool) -> None:
    case = partner(False, accompanying=accompanying, stays=[{"from": "2019", "country": "CA", "city": "Laval"}])
    case["answers"] = {"quebec.lived_or_worked": False}
    assert told(case) == (["quebec"] if fires else [])


def test_an_answer_that_the_program_does_not_ask_for_is_nothing() -> None:
    assert told(ana("express-entry", {"trp.in_canada": True}, stays=[ABROAD], trips=[])) == []
    assert told({"program": "express-entry", "answers": {"quebec.lived_or_worked": False}}) == []
