"""When papers stop being good enough: the checklists say, and nothing else does."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Item
from ircc_prep.files.case_file import load
from tests.core.deadlines.working_out import ahead, book, case_of, days, maria
from tests.core.making import TODAY

PERSONAS = sorted((Path(__file__).parents[3] / "checklists" / "personas").glob("*.yaml"))
TEST = {"test": "celpip-general", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}
PASSPORT = {"country": "PH", "kind": "ordinary", "issued": "2018-05-02"}


def speaker(taken: str, **keys: str) -> Case:
    return case_of("express-entry", maria(language_tests=[{**TEST, "taken": taken}]), stream="fsw", **keys)


def only(case: Case, kind: str, subject: str) -> Deadline:
    found = [each for each in ahead(case) if (each.kind, each.subject) == (kind, subject)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("planned", [{}, {"planned_submission": "2026-12-18"}, {"planned_submission": "2028-01-10"}])
def test_a_language_test_is_good_until_the_day_before_it_is_two_years_old(planned: dict[str, str]) -> None:
    assert only(speaker("2025-11-08", **planned), "paper", "language-test").day == PartialDate.parse("2027-11-07")


def test_a_paper_of_an_application_that_is_sent_no_longer_runs_out_for_it() -> None:
    case = speaker("2025-11-08", submitted="2026-10-05")
    assert ("paper", "language-test", "maria") not in days(case)


def test_a_test_known_by_its_month_stands_on_the_first_day_that_it_can_be() -> None:
    found = only(speaker("2025-11"), "paper", "language-test")
    assert (found.day.first, found.day.exact, found.placed) == (date(2027, 10, 31), False, True)


def test_a_test_known_by_its_year_alone_has_no_day_to_stand_on() -> None:
    found = only(speaker("2025"), "paper", "language-test")
    assert (found.day.first, found.placed) == (date(2026, 12, 31), False)


def test_a_passport_has_the_day_on_which_it_expires_and_the_last_on_which_it_serves_an_application() -> None:
    case = case_of("express-entry", maria(passports=[{**PASSPORT, "expires": "2028-05-01"}]), stream="fsw")
    found = days(case)
    assert found["passport", "passport", "maria"] == "2028-05-01"
    assert found["paper", "passport", "maria"] == "2027-11-01"  # six months have to be left on that day


def test_what_runs_out_before_a_planned_day_says_so() -> None:
    interview = {"date": "2027-03-10", "kind": "in-person"}
    passport = {**PASSPORT, "expires": "2027-02-01"}
    case = case_of("spouse-partner", maria(passports=[passport]), submitted="2026-05-20", interview=interview)
    found = only(case, "passport", "passport")
    assert found.before == "interview"
    assert found.advice is not None
    assert "renewal" in found.advice.en  # the finding's own advice


def test_a_certificate_of_each_country_has_a_place_of_its_own() -> None:
    stays = [{"from": "1990-05-04", "to": "2020-03-31", "country": "PH"}, {"from": "2020-04-01", "country": "AE"}]
    paper = {"item": "police-certificate", "person": "maria", "issued": "2026-10-08", "language": "en"}
    papers = [{**paper, "country": "PH", "expires": "2027-06-01"}, {**paper, "country": "AE", "expires": "2027-05-01"}]
    case = case_of("spouse-partner", maria(stays=stays), stream="overseas", documents=papers)
    found = [each for each in ahead(case) if each.subject == "police-certificate"]
    assert {each.country for each in found} == {"AE", "PH"}
    assert len({each.name for each in found}) == 2


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_on_its_last_day_a_paper_would_do_and_on_the_next_it_would_not(persona: Path) -> None:
    """By a whole evaluation of the case, with everything that lies ahead done on that day."""
    case = load(persona).case
    for deadline in ahead(case):
        if deadline.kind == "paper" and deadline.day.exact and not deadline.bare:
            last = deadline.day.first
            assert held(case, deadline, last) >= {"ready"}
            assert held(case, deadline, last + timedelta(days=1)) != held(case, deadline, last)


def held(case: Case, deadline: Deadline, day: date) -> set[str | None]:
    """How the person's items of that name are held, if all is done on the day."""
    on = PartialDate.on(day)
    changed: dict[str, object] = {}
    if case.submitted is None and case.planned_submission:
        changed["planned_submission"] = on
    if case.interview and case.interview.date and case.interview.date.last >= TODAY:
        changed["interview"] = case.interview.model_copy(update={"date": on})
    items = evaluate(book(case.program), case.model_copy(update=changed), day).items
    return {item.holding for item in items if is_about(item, deadline)}


def is_about(item: Item, deadline: Deadline) -> bool:
    of_passports = any(".passports" in read.fact for read in item.holding_reads)
    subject = "passport" if of_passports else item.id
    return (subject, item.person, item.country) == (deadline.subject, deadline.person, deadline.country)
