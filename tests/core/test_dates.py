"""Dates as people know them: calendar arithmetic, ages, partial dates and their comparison."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from ircc_prep.core.dates import PartialDate, add_months, add_years, covers_months, whole_years_between
from ircc_prep.core.values import equal, less, less_or_equal

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
NEAR_DAYS = st.dates(date(1995, 1, 1), date(2005, 12, 31))
MONTHS = st.integers(-1800, 1800)


def day(text: str) -> date:
    return date.fromisoformat(text)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    exact = draw(NEAR_DAYS)
    return PartialDate.parse(draw(st.sampled_from([f"{exact}", f"{exact:%Y-%m}", f"{exact:%Y}"])))


def days_of(partial: PartialDate) -> list[date]:
    return [partial.first + timedelta(days=number) for number in range((partial.last - partial.first).days + 1)]


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-30", 1, "2024-02-29"), ("2025-01-31", 3, "2025-04-30"), ("2025-01-15", 6, "2025-07-15"),
        ("2025-03-31", -1, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"), ("2025-08-31", -6, "2025-02-28"),
        ("2025-12-31", 2, "2026-02-28"), ("2025-01-31", 0, "2025-01-31"), ("2025-01-01", -1, "2024-12-01"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("1896-02-29", 48, "1900-02-28"),
    ],
)  # fmt: skip
def test_a_month_later_is_the_same_day_or_the_months_last(start: str, months: int, expected: str) -> None:
    assert add_months(day(start), months) == day(expected)


@given(DAYS, DAYS, MONTHS)
def test_moving_by_months_never_turns_the_order_of_two_days(one: date, other: date, months: int) -> None:
    first, last = sorted((one, other))
    assert add_months(first, months) <= add_months(last, months)


@given(partial_dates(), MONTHS, st.integers(-50_000, 50_000))
def test_an_interval_moved_holds_every_day_moved(partial: PartialDate, months: int, days: int) -> None:
    by_months, by_days = partial.plus_months(months), partial.plus_days(days)
    assert by_months.first <= by_months.last
    for each in days_of(partial):
        assert by_months.first <= add_months(each, months) <= by_months.last
        assert by_days.first <= each + timedelta(days=days) <= by_days.last


@given(st.dates(), st.integers(-200_000, 200_000))
def test_no_move_leaves_the_calendar(start: date, amount: int) -> None:
    assert date.min <= add_months(start, amount) <= date.max
    moved = PartialDate.on(start).plus_days(amount * 30)
    assert date.min <= moved.first == moved.last <= date.max


@pytest.mark.parametrize(
    ("first", "last", "months", "covered"),
    [
        ("2025-01-15", "2025-07-14", 6, True), ("2025-01-15", "2025-07-13", 6, False),
        ("2025-01-01", "2025-06-30", 6, True), ("2025-01-01", "2025-06-29", 6, False),
        ("2025-08-31", "2026-02-27", 6, True), ("2025-08-31", "2026-02-26", 6, False),
        ("2023-08-31", "2024-02-28", 6, True), ("2023-08-31", "2024-02-27", 6, False),
        ("2025-03-01", "2025-08-31", 6, True), ("2025-03-01", "2025-08-30", 6, False),
        ("2025-02-28", "2025-08-27", 6, True), ("2025-01-01", "2025-01-31", 1, True),
        ("2025-07-14", "2025-01-15", 6, False), ("2025-05-05", "2025-05-05", 0, True),
    ],
)  # fmt: skip
def test_both_end_days_count_when_months_are_covered(first: str, last: str, months: int, covered: bool) -> None:
    assert covers_months(day(first), day(last), months) is covered


@given(NEAR_DAYS, NEAR_DAYS, st.integers(1, 24))
def test_a_longer_stay_covers_what_a_shorter_one_covers(first: date, last: date, months: int) -> None:
    if covers_months(first, last, months):
        assert covers_months(first - timedelta(days=1), last, months)
        assert covers_months(first, last + timedelta(days=1), months)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2000-02-29", "2018-02-27", 17), ("2000-02-29", "2018-02-28", 18), ("2000-02-29", "2020-02-28", 19),
        ("2000-02-29", "2020-02-29", 20), ("2000-02-28", "2018-02-27", 17), ("2000-02-28", "2018-02-28", 18),
        ("2000-03-01", "2018-02-28", 17), ("2000-12-31", "2018-12-30", 17), ("2000-12-31", "2018-12-31", 18),
        ("2000-01-01", "1999-12-31", -1), ("2000-01-01", "2000-01-01", 0),
    ],
)  # fmt: skip
def test_an_age_changes_on_the_birthday(born: str, on: str, age: int) -> None:
    assert whole_years_between(day(born), day(on)) == age


@given(NEAR_DAYS, st.integers(0, 3000))
def test_an_age_is_the_number_of_birthdays_passed(born: date, days: int) -> None:
    lived = [born + timedelta(days=number) for number in range(1, days + 1)]
    birthdays = [each for each in lived if each == _birthday(born, each.year)]
    assert whole_years_between(born, born + timedelta(days=days)) == len(birthdays)


def _birthday(born: date, year: int) -> date:
    try:
        return born.replace(year=year)
    except ValueError:  # born on 29 February: the stricter reading is the day before
        return date(year, 2, 28)


@given(DAYS, DAYS, st.integers(0, 150))
def test_ages_only_grow(born: date, on: date, years: int) -> None:
    assert whole_years_between(born, on) <= whole_years_between(born, on + timedelta(days=1))
    assert whole_years_between(born, add_years(born, years)) == years


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"), ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"), ("2019-03-14", "2019-03-14", "2019-03-14"),
        ("1900", "1900-01-01", "1900-12-31"), ("2199-12", "2199-12-01", "2199-12-31"),
    ],
)  # fmt: skip
def test_a_partial_date_is_all_the_days_that_it_can_be(text: str, first: str, last: str) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last, str(parsed)) == (day(first), day(last), text)
    assert parsed.exact is (first == last)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "19", "201", "20190", "2019-", "2019-3", "2019-13", "2019-00", "2019-02-30", "2019-02-00", "2019-2-3",
        "2019-03-14T00:00", "2019/03/14", "14-03-2019", "1899", "2200", "0000", "March 2019", "2019-W10", "-2019",
        "2019-03-14 ", "2019-03-14-01",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert _parsed(text) is None


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    parsed = _parsed(text)
    assert parsed is None or parsed.first <= parsed.last


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


@given(partial_dates())
def test_a_date_written_out_is_read_back(partial: PartialDate) -> None:
    assert PartialDate.parse(str(partial)) == partial


class Holder(BaseModel):
    day: PartialDate


@pytest.mark.parametrize(("given_value", "words"), [(2019, "2019"), (date(2019, 3, 4), "2019-03-04"), ("2019", "2019")])
def test_a_case_file_may_hold_a_bare_year_or_a_day(given_value: object, words: str) -> None:
    assert str(Holder.model_validate({"day": given_value}).day) == words


@pytest.mark.parametrize("given_value", [True, 19, 20190, 2019.0, None, [], "soon", "2019-02-30"])
def test_nothing_else_is_a_date(given_value: object) -> None:
    with pytest.raises(ValidationError):
        Holder.model_validate({"day": given_value})


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        ("2019", "2020", True), ("2020", "2019", False), ("2019", "2019", None), ("2019-03", "2019", None),
        ("2019-12-31", "2019", False), ("2019", "2019-01-01", False), ("2018-12", "2019", True),
        ("2019-03-01", "2019-03-01", False), ("2019-03-01", "2019-03", None), ("2019-03-31", "2019-03", False),
        ("2019-03", "2019-03-31", None), ("2019-03", "2019-04", True),
    ],
)  # fmt: skip
def test_whether_one_date_comes_before_another(left: str, right: str, before: bool | None) -> None:
    one, other = PartialDate.parse(left), PartialDate.parse(right)
    assert one.before(other) is before
    assert less(one, other) is before


@given(partial_dates(), partial_dates())
def test_a_comparison_is_what_all_pairs_of_days_agree_on(one: PartialDate, other: PartialDate) -> None:
    """Both intervals are without gaps, so their ends stand for all their days; a few days between are taken too."""
    some = [{each.first, *days_of(each)[::41], each.last} for each in (one, other)]
    pairs = [(left, right) for left in some[0] for right in some[1]]
    assert one.before(other) is _agreed({left < right for left, right in pairs})
    assert less_or_equal(one, other) is _agreed({left <= right for left, right in pairs})
    if one.exact and other.exact:
        assert equal(one, other) is (one == other)
    elif one.first <= other.last and other.first <= one.last:
        assert equal(one, other) is None
    else:
        assert equal(one, other) is False


def _agreed(found: set[bool]) -> bool | None:
    return found.pop() if len(found) == 1 else None
