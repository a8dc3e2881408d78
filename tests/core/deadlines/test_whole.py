"""All the deadlines of a case together."""

from datetime import date
from pathlib import Path

import pytest

from ircc_prep.core.deadlines.whole import AHEAD_YEARS
from ircc_prep.files.case_file import load
from tests.core.deadlines.working_out import ahead, case_of, days, maria
from tests.core.making import TODAY

PERSONAS = sorted((Path(__file__).parents[3] / "checklists" / "personas").glob("*.yaml"))
PLANNED = {"planned_submission": "2026-12-18", "stream": "fsw"}


def test_the_days_that_a_person_planned_stand_until_they_are_over() -> None:
    case = case_of("express-entry", maria(), interview={"date": "2027-03-10"}, **PLANNED)
    assert days(case) == {
        ("submission", "submission", None): "2026-12-18",
        ("interview", "interview", None): "2027-03-10",
    }
    assert days(case, date(2026, 12, 18)) == days(case)
    assert list(days(case, date(2026, 12, 19))) == [("interview", "interview", None)]


def test_what_is_sent_is_not_sent_again() -> None:
    assert not days(case_of("express-entry", maria(), answers={"application.sent": True}, **PLANNED))
    assert not days(case_of("express-entry", maria(), submitted="2026-11-22", stream="fsw", answers={}))


def test_at_a_port_of_entry_the_interview_is_the_arrival() -> None:
    case = case_of("pr-landing", maria(), stream="port-of-entry", interview={"date": "2027-03-10"})
    assert ("arrival", "arrival", None) in days(case)


def test_a_day_known_by_its_month_stands_on_the_first_that_is_not_over() -> None:
    case = case_of("visitor", maria(), interview={"date": "2026-11"}, submitted="2026-10-05")
    (found,) = ahead(case)
    assert (found.first_possible(TODAY), found.placed) == (TODAY, True)


def test_what_runs_out_in_many_years_is_left_out() -> None:
    passports = [{"country": "PH", "kind": "ordinary", "issued": "2024-01-02", "expires": "2034-01-01"}]
    assert not days(case_of("visitor", maria(passports=passports)))


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_they_are_in_order_each_once_and_ahead(persona: Path) -> None:
    found = ahead(load(persona).case)
    assert len({each.name for each in found}) == len(found)
    assert list(found) == sorted(found, key=lambda each: (each.day.first, each.day.last))
    last = TODAY.replace(year=TODAY.year + AHEAD_YEARS)
    assert all(each.day.last >= TODAY and each.day.first <= last for each in found)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_all_but_what_a_person_planned_say_what_to_do_and_on_what_they_rest(persona: Path) -> None:
    for each in ahead(load(persona).case):
        if each.kind not in ("interview", "arrival", "submission") and not each.bare:
            assert each.sources
