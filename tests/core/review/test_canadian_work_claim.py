"""Work in Canada that the class doesn't count, and tax years that no paper in hand can show."""

from calendar import monthrange
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.review.reading import findings, raised

Data = dict[str, Any]
JOB = {"kind": "employment", "country": "CA", "teer": 2, "hours_per_week": 30}
OWN = {**JOB, "kind": "self-employment"}
STUDENT = {"from": "2022-09", "to": "2024-12", "kind": "student"}
STUDY = {"from": "2022-09", "to": "2025-04", "kind": "study", "country": "CA"}


def case(*activities: Data, stream: str = "cec", papers: tuple[Any, ...] = (), **more: Any) -> Data:
    person = {"id": "omar", "role": "principal-applicant", "activities": list(activities)}
    person |= {key: more.pop(key) for key in ("status_in_canada",) if key in more}
    documents = [{"item": "canadian-work-support", "person": "omar", "issued": issued} for issued in papers]
    return {"stream": stream, "submitted": "2026-10-01", "people": [person], "documents": documents, **more}


def told(subject: Data) -> list[str]:
    return [each.removesuffix("/omar") for each in raised("canadian-work-claim", subject)]


YEAR = {**JOB, "from": "2025-01"}


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([YEAR], []), ([YEAR, {**OWN, "from": "2024-01", "to": "2024-12"}], ["self-employed"]),
        ([{**OWN, "from": "2024-01"}], ["self-employed-needed"]),
        ([{**OWN, "from": "2024-01"}, {**JOB, "from": "2026-06"}], ["self-employed-needed"]),
        ([{**OWN, "from": "2020-01", "to": "2023-09"}, YEAR], []),  # before the three years
        ([{**OWN, "from": "2020-01", "to": "2023"}, YEAR], []),
        ([{**OWN, "from": "2020-01", "to": "2023-10"}, YEAR], ["self-employed"]),
        ([{**OWN, "from": "2024-01", "country": "TR"}, YEAR], []),
        ([{**OWN, "from": "2024-01", "noc": "31102"}], []),  # a family physician
        ([{**OWN, "from": "2024-01", "noc": "21300"}], ["self-employed-needed"]),
    ],
)  # fmt: skip
def test_work_for_oneself_is_certain_and_grave_only_where_no_year_is_left(
    activities: list[Data], expected: list[str]
) -> None:
    assert told(case(*activities)) == expected
    assert told(case(*activities, stream="fsw")) == told(case(*activities, stream="fst")) == []


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"from": "2025-10-01"}, []), ({"from": "2025-11"}, ["no-year"]), ({"from": "2025"}, []),
        ({"from": "2025-11", "hours_per_week": 60}, ["no-year"]),  # hours above thirty don't count
        ({"from": "2025-01", "hours_per_week": 15}, ["no-year"]), ({"from": "2024-01", "hours_per_week": 15}, []),
        ({"from": "2024-01", "hours_per_week": None}, []),
        ({"from": "2024-01", "teer": 4}, ["no-year"]), ({"from": "2024-01", "teer": None}, []),
        ({"from": "2024-01", "country": None}, []), ({"from": "2024-01", "country": "PH"}, ["no-year"]),
        ({"from": "2024-01", "kind": None}, []), ({"from": "2024-01", "kind": "caring"}, ["no-year"]),
        ({"from": "2018-01", "to": "2024-08"}, ["no-year"]), ({"from": "2018-01", "to": "2024-09"}, []),
    ],
)  # fmt: skip
def test_a_year_is_reckoned_in_favour_of_the_person(job: Data, expected: list[str]) -> None:
    assert told(case({**JOB, **job})) == expected


def test_an_ongoing_job_goes_on_until_a_planned_submission() -> None:
    planned = case({**JOB, "from": "2025-12-16"})
    del planned["submitted"]
    assert told({**planned, "planned_submission": "2026-12-15"}) == []
    assert told({**planned, "planned_submission": "2026-12-01"}) == ["no-year"]


def test_what_is_not_answered_is_silence() -> None:
    subject = case()
    assert told(subject) == ["no-year"]
    del subject["people"][0]["activities"]
    assert told(subject) == []
    assert told({**case(), "people": []}) == []


@pytest.mark.parametrize(
    ("activities", "more", "expected"),
    [
        ([{**YEAR, "from": "2024-09"}, STUDY], {}, ["beside-studies"]), ([{**YEAR, "from": "2025-05"}, STUDY], {}, []),
        ([{**YEAR, "from": "2025-04"}, STUDY], {}, []),  # they touch in a month
        ([{**YEAR, "from": "2024"}, STUDY], {}, ["beside-studies"]), ([{**YEAR, "from": "2025"}, STUDY], {}, []),
        ([{**YEAR, "from": "2024-09", "teer": 5}, {**YEAR, "from": "2025-05"}, STUDY], {}, []),
        ([{**YEAR, "from": "2025-04"}, {**STUDY, "to": "2026-02"}], {}, ["studies-decide"]),
        ([{**YEAR, "from": "2025-11"}, {**STUDY, "to": "2026-02"}], {}, ["no-year"]),
        ([{**YEAR, "from": "2024-09"}], {"status_in_canada": [STUDENT]}, ["beside-studies"]),
        ([{**YEAR, "from": "2024-09"}], {"status_in_canada": [{**STUDENT, "kind": "worker"}]}, []),
        ([{**YEAR, "from": "2024-09", "country": None}, STUDY], {}, []),
        ([{**JOB, "from": "2021-01", "to": "2023-08"}, YEAR, {**STUDY, "to": "2023-08"}], {}, []),
    ],
)  # fmt: skip
def test_work_beside_studies_is_a_note_and_says_where_the_studies_decide(
    activities: list[Data], more: Data, expected: list[str]
) -> None:
    assert told(case(*activities, **more)) == expected


WORKED = {**JOB, "from": "2022-01"}


@pytest.mark.parametrize(
    ("activities", "papers", "years"),
    [
        ([WORKED], ["2026-02-25"], []), ([WORKED], ["2025-02-25"], [2025]), ([WORKED], ["2024-02"], [2024, 2025]),
        ([WORKED], ["2024-02", "2026-03"], []), ([WORKED], ["2024-02", None], []), ([WORKED], [None], []),
        ([WORKED], [], []),
        ([WORKED], ["2025"], [2025]), ([{**WORKED, "to": "2025-01"}], ["2024-02"], [2024]),
        ([{**WORKED, "to": "2024-12"}], ["2025-02"], []), ([{**WORKED, "to": "2025"}], ["2025-02"], []),
        ([{**WORKED, "country": "US"}], ["2024-02"], []), ([{**WORKED, "kind": "study"}], ["2024-02"], []),
        ([{**OWN, "from": "2022-01"}], ["2025-02"], [2025]),
    ],
)  # fmt: skip
def test_a_tax_year_is_missing_only_where_every_paper_is_older(
    activities: list[Data], papers: list[Any], years: list[int]
) -> None:
    subject = case(*activities, papers=tuple(papers), stream="fsw")
    found = [each for each in findings(subject) if each.code == "canadian-work-claim"]
    named = [[day.first.year for day in each.words["years"]] for each in found]  # type: ignore[union-attr]
    assert named == ([years] if years else [])


def test_the_slips_of_a_year_are_not_missed_before_the_next_spring() -> None:
    subject = case(WORKED, papers=("2025-02-25",), stream="fsw", submitted="2025-12-01")
    for day, fires in ((date(2026, 2, 28), False), (date(2026, 3, 1), True)):
        found = findings(subject, on=day)
        assert any(each.code == "canadian-work-claim" for each in found) is fires


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 47), st.integers(0, 30)), max_size=4))
def test_no_year_is_exactly_too_few_weeks_of_full_time_work(jobs: list[tuple[int, int]]) -> None:
    def year_and_month(number: int) -> tuple[int, int]:
        return 2022 + (number + 9) // 12, (number + 9) % 12 + 1  # from October 2022

    def month(number: int) -> str:
        return "{}-{:02}".format(*year_and_month(number))

    worked = {start + offset for start, length in jobs for offset in range(length)} & set(range(12, 48))
    activities = [{**JOB, "from": month(start), "to": month(start + length - 1)} for start, length in jobs if length]
    certain = "no-year" in told(case(*activities))
    # Twelve months in two pieces can miss a year: with a February in each they have 363 days, and 1,556 hours.
    hours = sum(monthrange(*year_and_month(number))[1] for number in worked) / 7 * 30
    assert certain is (hours < 1560)
