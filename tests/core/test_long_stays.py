"""Six months or more in a row in a country: the contract's sentences one by one, and a count of days as the oracle."""

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.dates import add_months, add_years
from ircc_prep.core.derive.stays import last_long_stay_end, long_stay_countries, long_stay_countries_since_18
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.facts import Facts, Thing
from ircc_prep.core.truth import Truth
from ircc_prep.files.checklists import Pack
from tests.core.making import PAIR, TODAY, Data, book, case, facts, items, person, requirement, rule, value

BORN = "1990-05-20"
SUBMITTED = "2026-11-01"


def stay(start: Any, end: Any, country: str | None = "SG") -> Data:
    return {"from": start, "to": end, "country": country}


def living(*stays: Data, born: Any = BORN, submitted: Any = SUBMITTED, **more: Any) -> Case:
    return case(person(date_of_birth=born, stays=list(stays), **more), submitted=submitted)


def long_in(subject: Case, country: str = "SG", since_18: bool = False) -> Truth:
    """Whether the country is one of the long stays; None while that can't be told."""
    countries = "long_stay_countries_since_18" if since_18 else "long_stay_countries"
    found: Truth = value(f"'{country}' in applicant.{countries}", subject)
    return found


def seconds(subject: Case) -> float:
    """What the questionnaire waits for after an answer: the fastest of three."""
    rules = Pack().load("express-entry")
    starts = [(perf_counter(), evaluate(rules, subject, date(2026, 11, 22)), perf_counter()) for _ in range(3)]
    return min(end - start for start, _, end in starts)


def test_forty_places_known_by_the_month_and_a_list_left_open_are_told_of_about_as_fast_as_known_days() -> None:
    def lived(ending: str) -> Case:
        months = [f"{2024 - index // 3}-{1 + 4 * (index % 3):02}" for index in range(40)]
        countries = ("PH", "SG", "AE", "QA", "SA", "MY", "HK")
        places = [
            stay(f"{month}{ending}", f"{add_months(date.fromisoformat(f'{month}-01'), 4):%Y-%m}{ending}", country)
            for month, country in zip(months, countries * 6, strict=False)
        ]
        return living(*places, {})

    assert seconds(lived("")) < 12 * seconds(lived("-09"))  # a hundred times as long, when each place was tried for all


# --- the contract's own sentences


@pytest.mark.parametrize(
    ("start", "end", "long"),
    [
        ("2025-01-15", "2025-07-14", True), ("2025-01-15", "2025-07-13", False), ("2025-01-16", "2025-07-14", False),
        ("2025-01-01", "2025-06-30", True), ("2024-08-31", "2025-02-27", True), ("2024-08-31", "2025-02-26", False),
        ("2023-08-31", "2024-02-28", True), ("2023-08-31", "2024-02-27", False), ("2025-03-01", "2025-08-31", True),
    ],
)  # fmt: skip
def test_a_stay_is_six_months_when_it_covers_six_calendar_months_both_end_days_counted(
    start: str, end: str, long: bool
) -> None:
    assert long_in(living(stay(start, end))) is long


@pytest.mark.parametrize(
    ("first_to", "second_from", "long"),
    [
        ("2025-03", "2025-03", True), ("2025-03-31", "2025-04-01", True), ("2025-03-31", "2025-03-31", True),
        ("2025-03", "2025-04-01", True), ("2025-02", "2025-03-01", True), ("2025-03-10", "2025-03", True),
        ("2025-03-30", "2025-04-01", False), ("2025-02", "2025-03-02", False), ("2025-02-27", "2025-03", False),
        ("2025-03", "2025", True), ("2025-04-20", "2025-03-10", True),
    ],
)  # fmt: skip
def test_entries_that_some_reading_of_their_dates_joins_are_one_stay(
    first_to: str, second_from: str, long: bool
) -> None:
    subject = living(stay("2024-12-01", first_to), stay(second_from, "2025-06-20"))
    assert long_in(subject) is long


def test_entries_join_whatever_their_order_in_the_file_and_however_many_they_are() -> None:
    parts = [stay("2025-05-01", "2025-06-30"), stay("2025-01-01", "2025-02-28"), stay("2025-03-01", "2025-04-30")]
    assert long_in(living(*parts)) is True
    assert long_in(living(*parts[:2])) is False


def test_another_country_between_two_stays_parts_them() -> None:
    parts = [stay("2025-01-01", "2025-04-30"), stay("2025-05-01", "2025-05-02", "PH"), stay("2025-05-03", "2025-07-30")]
    assert long_in(living(*parts)) is False


@pytest.mark.parametrize("trip", [{"from": "2025-04-01", "to": "2025-04-20"}, {"from": "2025-04", "to": "2025-04"}])
def test_a_holiday_does_not_break_a_stay_and_makes_it_disputed(trip: Data) -> None:
    subject = living(stay("2025-01-01", "2025-08-31"), trips=[trip])
    assert long_in(subject) is True
    assert value("applicant.long_stay_disputed('SG')", subject) is True


@pytest.mark.parametrize(
    ("stays", "born", "disputed", "disputed_since_18"),
    [
        ([stay("2020-01-01", "2021-01-01")], BORN, False, False),
        # six months, but not six months since the 18th birthday
        ([stay("2024-01-01", "2024-08-01")], "2006-03-01", True, True),
        ([stay("2024-01-01", "2024-08-31")], "2006-03-01", False, False),
        # six months, but not six months within the ten years
        ([stay("2016-06-01", "2017-04-29")], BORN, True, False),
        ([stay("2016-06-01", "2017-04-30")], BORN, False, False),
        # one that is beyond dispute is enough
        ([stay("2016-06-01", "2017-04-29"), stay("2020-01-01", "2021-01-01")], BORN, False, False),
    ],
)
def test_a_stay_across_the_18th_birthday_or_the_start_of_the_window_counts_and_is_disputed(
    stays: list[Data], born: str, disputed: bool, disputed_since_18: bool
) -> None:
    subject = living(*stays, born=born)
    assert long_in(subject) is True
    assert long_in(subject, since_18=True) is True
    assert value("applicant.long_stay_disputed('SG')", subject) is disputed
    assert value("applicant.long_stay_since_18_disputed('SG')", subject) is disputed_since_18


@pytest.mark.parametrize(
    ("stays", "born", "long", "since_18"),
    [
        ([stay("2010-01-01", "2016-10-31")], BORN, False, True),  # it ended the day before the ten years
        ([stay("2010-01-01", "2016-11-01")], BORN, True, True),  # its last day is the window's first
        ([stay("2008-01-01", "2008-05-19")], BORN, False, False),  # too short
        ([stay("2007-01-01", "2008-05-19")], BORN, False, False),  # it ended on the eve of the 18th birthday
        ([stay("2007-01-01", "2008-05-20")], BORN, False, True),
        ([stay("2019-01-01", "2024-05-31")], "2006-06-01", False, False),
        ([stay("2019-01-01", "2024-06-01")], "2006-06-01", True, True),
        ([stay("2019-01-01", "2024-02-28")], "2006-02-28", True, True),
        ([stay("2019-01-01", "2025-02-27")], "2007-02-28", False, False),
        (
            [stay("2019-01-01", "2026-02-28")],
            "2008-02-29",
            True,
            True,
        ),  # 29 February: the stricter reading of the birthday
    ],
)
def test_only_stays_that_touch_the_window_count(stays: list[Data], born: str, long: bool, since_18: bool) -> None:
    subject = living(*stays, born=born)
    assert (long_in(subject), long_in(subject, since_18=True)) == (long, since_18)


def test_items_that_rest_on_a_stricter_reading_say_disputed() -> None:
    each = {"person": "applicants", "country": "person.long_stay_countries"}
    version = rule(disputed=PAIR, disputed_when="person.long_stay_disputed(country)")
    subject = living(stay("2016-06-01", "2017-01-31", "PH"), stay("2017-02-01", "2025-01-01"))
    found = items(book(requirement(version, for_each=each)), subject)
    assert {name: item.disputed is not None for name, item in found.items()} == {
        "paper/maria/PH": True,
        "paper/maria/SG": False,
    }


# --- the days that matter


def test_canada_is_no_country_of_long_stays() -> None:
    assert (
        value("applicant.long_stay_countries", living(stay("2015-01-01", None, "CA"), stay("2012", "2014", "PH"))) == []
    )


@pytest.mark.parametrize(
    ("start", "submitted", "long"),
    [
        ("2026-07-01", "2026-11-01", False),  # the day of the check lies later, but six months were not over
        ("2026-07-01", "2026-12-31", True),  # a stay that goes on is taken to go on until submission
        ("2026-07-01", "2026-12-30", False), ("2026-05-01", "2026-10-31", True), ("2026-05-01", "2026-10-30", False),
        ("2026-07-01", "2026-12", None), ("2026-06", "2026-12-10", None), ("2026-05", "2026-12-10", True),
    ],
)  # fmt: skip
def test_a_stay_that_goes_on_counts_until_the_submission(start: str, submitted: str, long: Truth) -> None:
    assert long_in(living(stay(start, None), submitted=submitted)) is long


def test_what_comes_after_the_submission_does_not_count() -> None:
    assert long_in(living(stay("2026-07-01", "2027-07-01"), submitted="2026-11-01")) is False
    assert long_in(living(stay("2027-01-01", "2027-12-31"), submitted="2026-11-01")) is False


@pytest.mark.parametrize(
    ("stays", "end"),
    [
        ([stay("2019-01-01", "2020-01-01")], "2020-01-01"),
        ([stay("2019-01-01", "2020-01-01"), stay("2021-01-01", "2021-03-01")], "2020-01-01"),  # the later one was short
        ([stay("2019-01-01", "2020-01-01"), stay("2021-01-01", "2021-09-01")], "2021-09-01"),
        ([stay("2019-01-01", "2020-01-01"), stay("2020-01-02", "2020-02-01")], "2020-02-01"),  # joined
        ([stay("2019-01-01", "2020-01")], "2020-01-01..2020-01-31"),
        ([stay("2019-01-01", None)], SUBMITTED), ([stay("2019-01-01", "2028-01-01")], SUBMITTED),  # it went on then
        ([stay("2019-01-01", "2019-02-01")], None), ([], None), ([stay("2019-01-01", "2020-01-01", "PH")], None),
        # it can't be told whether the later one was long
        ([stay("2019-01-01", "2020-01-01"), stay("2021-01", "2021-06")], "2020-01-01..2021-06-30"),
        # nor where the later one was
        ([stay("2019-01-01", "2020-01-01"), stay("2021-01-01", "2021-09-01", None)], "2020-01-01..2021-09-01"),
        ([stay("2019-01-01", "2020-01-01"), stay("2021-01-01", None, None)], "2020-01-01..2026-11-01"),
        ([stay("2019-01-01", "2020-01-01"), stay("2018-01-01", "2018-09-01", None)], "2020-01-01"),
    ],
)  # fmt: skip
def test_the_last_day_of_the_last_long_stay(stays: list[Data], end: str | None) -> None:
    assert value("applicant.last_long_stay_end('SG')", living(*stays)) == end


@pytest.mark.parametrize(
    ("stays", "lives"),
    [
        ([stay("2019-01-01", None)], True), ([stay("2019-01-01", "2026-11-21")], False),
        ([stay("2019-01-01", "2026-11-22")], True), ([stay("2019-01-01", "2026-11")], None),
        ([stay("2019-01-01", "2027")], True), ([stay("2019-01-01", None, "PH")], False),
        ([stay("2019-01-01", None, None)], None), ([], False), ([stay(None, None)], True),
        ([stay("2026-12-01", "2027-06-01")], False), ([stay("2026-11", None)], True),
        ([stay("2026-11", "2027-02")], None),
    ],
)  # fmt: skip
def test_whether_someone_lives_in_a_country_on_the_day_of_the_check(stays: list[Data], lives: Truth) -> None:
    assert value("applicant.lives_in('SG')", living(*stays)) is lives


@pytest.mark.parametrize(
    ("stays", "born", "long"),
    [
        ([stay("2020-01", "2020-06")], BORN, None), ([stay("2020-01", "2020-05")], BORN, False),
        ([stay("2020-01", "2020-08")], BORN, True), ([stay(2020, 2020)], BORN, None), ([stay(2019, 2021)], BORN, True),
        ([stay(None, "2020-06")], BORN, None), ([stay(None, None)], BORN, None), ([stay("2020", None)], BORN, True),
        ([stay("2020-01-01", "2020-12-31", None)], BORN, None),
        # the ten years and the 18th birthday, known by the month
        ([stay("2010-01-01", "2016-10")], BORN, False), ([stay("2010-01-01", "2016-11")], BORN, True),
        ([stay("2010-01-01", "2016")], BORN, None), ([stay("2023-01-01", "2023-12-31")], None, None),
        ([stay("2023-01-01", "2023-12-31")], "2005", True), ([stay("2023-01-01", "2023-12-30")], "2005", None),
        ([stay("2023-01-01", "2023-12-31")], "2006", False), ([stay("2023-01-01", "2023-02-28")], None, False),
    ],
)  # fmt: skip
def test_partial_dates_are_read_both_ways(stays: list[Data], born: Any, long: Truth) -> None:
    assert long_in(living(*stays, born=born)) is long


def test_unanswered_stays_tell_nothing() -> None:
    subject = case(person(date_of_birth=BORN), submitted=SUBMITTED)
    for source in ("long_stay_countries", "long_stay_countries_since_18", "lives_in('SG')", "last_long_stay_end('SG')"):
        assert value(f"applicant.{source}", subject) is None


# --- the day-by-day oracle, for stays known to the day

Exact = tuple[date, date | None, str]


@st.composite
def exact_stays(draw: st.DrawFn) -> list[Exact]:
    """Up to four stays in two countries, often touching, overlapping, or just six months long."""
    found: list[Exact] = []
    near = draw(st.dates(date(2013, 1, 1), date(2027, 6, 1)))
    for _ in range(draw(st.integers(1, 4))):
        start = near + timedelta(days=draw(st.sampled_from([-40, 0, 1, 1, 2, 30]) | st.integers(-400, 400)))
        six = add_months(start, 6)
        length = draw(st.sampled_from([(six - start).days - 2, (six - start).days - 1, 60]) | st.integers(0, 1200))
        end = None if draw(st.integers(0, 5)) == 0 else start + timedelta(days=length)
        found.append((start, end, draw(st.sampled_from(["SG", "SG", "PH"]))))
        near = end or start
    return found


def long_runs(stays: list[Exact], country: str, until: date, goes_on_until: date) -> list[tuple[date, date]]:
    """The runs of days in a row in the country, none later than `until`, that reach six months' last day."""
    lived = {
        day
        for start, end, where in stays
        if where == country
        for day in range(start.toordinal(), (end or goes_on_until).toordinal() + 1)
        if day <= until.toordinal()
    }
    runs = []
    for first in (day for day in lived if day - 1 not in lived):
        last = first
        while last + 1 in lived:
            last += 1
        if add_months(date.fromordinal(first), 6).toordinal() - 1 <= last:
            runs.append((date.fromordinal(first), date.fromordinal(last)))
    return runs


@given(
    exact_stays(),
    st.sampled_from([date(1990, 5, 20), date(2004, 2, 29), date(2005, 12, 31)]),
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
)
def test_long_stays_are_those_that_counting_days_finds(stays: list[Exact], born: date, submitted: date) -> None:
    written = [stay(start.isoformat(), end.isoformat() if end else None, country) for start, end, country in stays]
    thing = applicant(living(*written, born=born.isoformat(), submitted=submitted.isoformat()))
    now = max(submitted, TODAY)
    for country in ("SG", "PH"):
        runs = long_runs(stays, country, submitted, now)
        adult = add_years(born, 18)
        assert belongs(long_stay_countries_since_18(thing), country) == any(last >= adult for _, last in runs)
        opens = max(adult, add_years(submitted, -10))
        assert belongs(long_stay_countries(thing), country) == any(last >= opens for _, last in runs)
        ends = [last for _, last in long_runs(stays, country, date(2199, 1, 1), now)]
        found = last_long_stay_end(thing, country)
        assert (found and (found.first, found.last)) == ((min(max(ends), submitted),) * 2 if ends else None)


def applicant(subject: Case) -> Thing:
    view: Facts = facts(subject)
    thing = view.applicant
    assert thing is not None
    return thing


def belongs(members: Any, country: str) -> bool:
    """For exact dates a country belongs or doesn't: nothing is left open."""
    assert all(member.belongs is True for member in members)
    return country in [member.value for member in members]
