"""Documents that run out before a day on which they still have to be good."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import TODAY, findings, raised

CODE = "document-expires"
DATES = st.one_of(
    st.dates(min_value=TODAY, max_value=TODAY.replace(year=2028)).map(str),
    st.integers(0, 20).map(lambda month: f"{2026 + (month + 11) // 12}-{(month + 11) % 12 + 1:02}"),
    st.sampled_from(["2027", "2028"]),
)


def with_an_assessment(*expires: str | None, planned: str | None = "2027-06-15", **more: Any) -> dict[str, Any]:
    """An offer on a labour market impact assessment, in hand once for each expiry."""
    papers = [{"item": "lmia", "person": "maria", "issued": "2026-06-01", "expires": day} for day in expires]
    return {
        "stream": "fsw",
        "planned_submission": planned,
        "answers": {"job_offer.has_offer": True, "job_offer.lmia": True},
        "people": [{"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04"}],
        "documents": papers,
        **more,
    }


@settings(max_examples=25, deadline=None)
@given(DATES, DATES)
def test_a_warning_holds_in_every_reading_of_the_two_days(expires: str, planned: str) -> None:
    before = PartialDate.parse(expires).last < PartialDate.parse(planned).first
    assert ("before-submission/maria" in raised(CODE, with_an_assessment(expires, planned=planned))) == before


@pytest.mark.parametrize(
    ("expires", "planned", "says"),
    [
        (("2027-06-14",), "2027-06-15", ["before-submission/maria"]),
        (("2027-06-15",), "2027-06-15", ["on-that-day/maria"]),
        (("2027-06-16",), "2027-06-15", []),
        (("2027-06",), "2027-06-15", []),  # a month is how people remember
        (("2027",), "2027-06-15", ["perhaps/maria"]),
        (("2027-06-14", "2028-01-01"), "2027-06-15", []),  # of two papers, one lasts
        (("2027-06-14", None), "2027-06-15", []),  # one that shows no expiry date lasts
        (("2027-06-14",), None, []),  # no day is planned
        (("2027-06-14",), "2026-10-01", []),  # the planned day is over
        (("2026-11-01",), "2027-06-15", []),  # run out already: the item says so
    ],
)
def test_the_paper_that_lasts_longest_is_held_against_the_planned_day(
    expires: tuple[str | None, ...], planned: str | None, says: list[str]
) -> None:
    assert raised(CODE, with_an_assessment(*expires, planned=planned)) == says


def test_what_is_in_already_and_what_is_not_needed_raise_nothing() -> None:
    assert raised(CODE, with_an_assessment("2027-06-14", planned=None, submitted="2026-10-01")) == []
    assert raised(CODE, with_an_assessment("2027-06-14", answers={"job_offer.has_offer": False})) == []


def test_the_last_day_may_be_that_of_the_interview() -> None:
    case = with_an_assessment("2026-12-15", planned=None, submitted="2026-10-01", interview={"date": "2026-12-15"})
    assert raised(CODE, case) == ["on-that-day/maria"]


@pytest.mark.parametrize(
    ("expires", "says"),
    [
        (("2026-12-14",), ["before-interview/maria"]),
        (("2026-12",), []),
        (("2026-11-22",), ["before-interview/maria"]),  # its last day is today
        (("2026-11-21",), []),  # run out: the item says so
        (("2026-12-14", "2027-12-14"), []),
        (("2027",), []),
    ],
)
def test_a_paper_that_is_valid_today_and_not_at_the_interview_is_told_apart_from_one_that_has_run_out(
    expires: tuple[str, ...], says: list[str]
) -> None:
    case = with_an_assessment(*expires, planned=None, submitted="2026-10-01", interview={"date": "2026-12-15"})
    assert raised(CODE, case) == says


def test_a_year_alone_is_asked_for() -> None:
    (found,) = [each for each in findings(with_an_assessment("2027")) if each.code == CODE]
    assert found.asks == ("documents[0].expires",)


@pytest.mark.parametrize(
    ("arrival", "says"),
    [(None, ["before-last-arrival/maria"]), ("2027-01-10", []), ("2027-02-10", ["on-that-day/maria"])],
)
def test_without_a_day_of_arrival_the_earliest_paper_sets_the_last_one(arrival: str | None, says: list[str]) -> None:
    case = {
        "program": "pr-landing",
        "stream": "port-of-entry",
        "interview": {"date": arrival},
        "answers": {"landing.copr_expires": "2027-03-24"},
        "people": [{"id": "maria", "role": "principal-applicant"}],
        "documents": [{"item": "copr", "person": "maria", "expires": "2027-02-10"}],
    }
    assert raised(CODE, case) == says


@pytest.mark.parametrize(
    ("program", "says"), [("express-entry", []), ("temporary-resident-permit", ["before-submission/maria"])]
)
def test_express_entry_tolerates_a_police_certificate_that_has_run_out(program: str, says: list[str]) -> None:
    stays = [{"from": "1990-05-04", "to": "2020-03-31", "country": "PH"}, {"from": "2020-04-01", "country": "AE"}]
    case = {
        "program": program,
        "stream": "fsw" if program == "express-entry" else None,
        "planned_submission": "2027-01-15",
        "answers": {} if program == "express-entry" else {"trp.ground": "criminality"},
        "people": [{"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-04", "stays": stays}],
        "documents": [
            {"item": "police-certificate", "country": "PH", "issued": "2026-06-08", "expires": "2026-12-08"},
        ],
    }
    assert raised(CODE, case) == says
