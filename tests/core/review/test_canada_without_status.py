"""Days in Canada without a listed status: holes, declared ones, long visits, all held against a count of days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.review.reading import TODAY, alone, findings, raised, seen

Data = dict[str, Any]
DAY = timedelta(days=1)
CODE = "canada-without-status"
HOME = {"from": "1990-05-04", "to": "2021-08-24", "country": "PH"}
HERE = {"from": "2021-08-25", "country": "CA"}


def living(statuses: list[Data] | None, stays: list[Data] | None = None, **more: Any) -> Data:
    """Somebody from the Philippines who has lived in Canada since 25 August 2021."""
    lived = [HOME, HERE] if stays is None else stays
    return alone(**{"citizenships": ["PH"], "stays": lived, "status_in_canada": statuses, **more})


def status(start: Any, end: Any = None, kind: str | None = "worker") -> Data:
    return {"from": start, "to": end, "kind": kind}


def stay(start: Any, end: Any = None, country: str | None = "CA") -> Data:
    return {"from": start, "to": end, "country": country}


@pytest.mark.parametrize(
    ("first_ends", "second_begins", "hole"),
    [
        ("2023-06-08", "2023-06-09", False), ("2023-06-08", "2023-06-10", True), ("2023-06-08", "2023-06-01", False),
        ("2023-06", "2023-06", False), ("2023-06", "2023-07", False), ("2023-06", "2023-08", True),
        ("2023-06", "2023-07-31", False), ("2023-06", "2023-08-01", True), ("2023-06-08", "2023-07", False),
        ("2023-06-08", "2023-08", True), (2023, "2024-01", False), (2023, "2024-02", True), (2023, 2024, False),
        (2022, 2024, True),
    ],
)  # fmt: skip
def test_exact_dates_leave_a_hole_of_a_day_and_months_one_of_a_whole_month(
    first_ends: Any, second_begins: Any, hole: bool
) -> None:
    subject = living([status("2021-08-25", first_ends, "student"), status(second_begins)])
    assert ("hole/maria" in raised(CODE, subject)) is hole


@pytest.mark.parametrize(
    ("first_ends", "second_begins", "asks"),
    [
        ("2024-08", "2024-09-22", "[0].to"), ("2024-08", "2024-09-16", "[0].to"), ("2024-08", "2024-09-15", None),
        ("2024-08", "2024-09", None), ("2024-08-08", "2024-09", "[1].from"), (2023, "2024-01-25", "[0].to"),
        ("2024-08-31", "2024-09-22", None),
    ],
)  # fmt: skip
def test_half_a_month_that_is_open_in_every_reading_is_a_note_that_asks_for_the_date(
    first_ends: Any, second_begins: Any, asks: str | None
) -> None:
    subject = living([status("2021-08-25", first_ends, "student"), status(second_begins)])
    found = [each for each in findings(subject) if each.code == CODE and each.says == "which-days"]
    assert [each.asks for each in found] == ([] if asks is None else [(f"people.maria.status_in_canada{asks}",)])
    assert all(each.severity == "note" for each in found)


@pytest.mark.parametrize(
    ("begins", "kind", "says"),
    [
        ("2021-08-26", "student", []), ("2021-08-28", "student", []), ("2021-08-29", "student", ["hole/maria"]),
        ("2021-08-28", "refugee-claimant", []), ("2021-09-20", "refugee-claimant", ["before-claim/maria"]),
        ("2023-09-20", "refugee-claimant", ["before-claim/maria"]), ("2021-09", "refugee-claimant", []),
    ],
)  # fmt: skip
def test_an_arrival_at_night_is_nothing_and_days_before_a_claim_are_a_note(
    begins: str, kind: str, says: list[str]
) -> None:
    assert raised(CODE, living([status(begins, None, kind)])) == says


def test_days_between_a_permit_and_a_claim_are_a_note() -> None:
    statuses = [status("2021-08-25", "2023-06-08"), status("2023-06-20", None, "refugee-claimant")]
    assert raised(CODE, living(statuses)) == ["before-claim/maria"]


VISIT = status("2022-01-01", "2022-06-30", "visitor")


@pytest.mark.parametrize(
    ("trips", "statuses", "found"),
    [
        ([stay("2022-01-01", "2022-12-20")], [VISIT], True), ([stay("2022-01-01", "2022-12-20")], [], False),
        ([stay("2022-01-01", "2022-07-31")], [VISIT], False), ([stay("2022-01-01", "2022-08-01")], [VISIT], True),
        ([stay("2022-01", "2022-08")], [VISIT], True), ([stay("2022-01", "2022-07")], [VISIT], False),
        ([stay(2022, 2022)], [VISIT], False), ([stay("2022-01-01", "2022-12-20", "US")], [VISIT], False),
        ([stay("2022-01-01", "2022-12-20", None)], [VISIT], False),
        # another visit, for which nothing is listed
        ([stay("2022-07-01", "2022-12-20")], [VISIT], False),
        ([stay("2022-01-01", "2022-06-15"), stay("2022-07-01", "2022-12-20")], [VISIT], False),
        ([stay("2022-01-01", "2022-12-20")], [VISIT, status("2022-07-01", None, "visitor")], False),
        ([stay("2022-01-01", "2022-12-20")], [VISIT, status("2022-07-20", "2022-12-20", "visitor")], False),
        ([stay("2022-01-01", "2022-12-20")], [VISIT, status("2022-09-01", "2022-12-20", "visitor")], True),
        ([stay("2022-01-01", "2022-12-20")], [{**VISIT, "to": 2022}], False),
        ([stay("2022-01-01", "2022-12-20")], [{**VISIT, "to": "2022-06"}], True),
        ([stay("2022-01-01", "2022-12-20")], [{**VISIT, "kind": "permanent-resident"}], False),
        ([stay("2022-01-01", "2022-12-20"), stay("2022-07-01", "2022-12-01", "US")], [VISIT], False),
        ([stay("2022-01-01", None)], [VISIT], True), (None, [VISIT], False),
    ],
)  # fmt: skip
def test_a_trip_that_goes_on_for_more_than_a_month_after_its_status_is_told(
    trips: Any, statuses: list[Data], found: bool
) -> None:
    subject = living(statuses, [stay("1990-05-04", None, "PH")], trips=trips)
    assert raised(CODE, subject) == (["beyond-status/maria"] if found else [])


@pytest.mark.parametrize(
    ("stays", "trips", "says"),
    [
        ([HOME, HERE], [], ["hole/maria"]), ([HOME, HERE], None, ["hole/maria"]),
        ([HOME, HERE], [stay("2023-06-08", "2023-06-21", "PH")], []),
        ([HOME, HERE], [stay("2023-06-12", "2023-06-21", "PH")], ["hole/maria"]),  # three days before the trip
        ([HOME, HERE], [stay("2023-06", "2023-06", "PH")], []),
        ([HOME, HERE], [stay("2023-06-01", "2023-06-30", None)], []),  # nobody said where
        ([HOME, HERE], [stay("2023-06-10", "2023-06-12")], ["hole/maria"]),  # a trip within Canada
        ([HOME, stay("2021-08-25", "2023-06-08"), stay("2023-06-20")], [], []),  # lived elsewhere, nobody says where
        ([HOME, HERE, stay("2023-01-01", "2023-12-31", "PH")], [], []),  # two homes: where they were can't be told
        ([HOME, stay("2021-08-25", None, None)], [], []), ([HOME], [], []), (None, [], []),
    ],
)  # fmt: skip
def test_only_days_certainly_spent_in_canada_count(stays: Any, trips: Any, says: list[str]) -> None:
    statuses = [status("2021-08-25", "2023-06-08", "student"), status("2023-06-20")]
    subject = alone(citizenships=["PH"], stays=stays, trips=trips, status_in_canada=statuses)
    assert raised(CODE, subject) == says


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"citizenships": ["PH"]}, ["nothing-listed/maria"]), ({"citizenships": ["PH", "CA"]}, []),
        ({"citizenships": None}, []), ({"citizenships": ["NG"], "country_of_birth": "CA"}, []),
        ({"status_in_canada": None}, []),
        ({"stays": [HOME, stay("2021-08-25", "2021-08-30")]}, ["nothing-listed/maria"]),
        ({"stays": [HOME, stay("2021-08", "2021-09")]}, []),
    ],
)  # fmt: skip
def test_an_empty_list_of_statuses_is_told_once_of_whoever_is_no_citizen(more: Data, says: list[str]) -> None:
    stays = [HOME, stay("2021-08-25", "2022-01-01"), stay("2022-01-02", "2022-05-01", "PH"), stay("2022-05-02")]
    assert raised(CODE, living([], **{"stays": stays, **more})) == says


@pytest.mark.parametrize(
    ("statuses", "says"),
    [
        # what follows the latest permit up to the day of the check is the business of `status-ends`
        ([status("2021-08-25", "2024-05-01")], []),
        ([status("2021-08-25", "2024-05-01", "permanent-resident")], ["after-permanent/maria"]),
        ([status("2015-01-01", "2017-05-01")], ["hole/maria"]),
        ([status("2021-08-29")], ["hole/maria"]), ([status(None)], []),
        ([status("2021-08-25", "2023-01-01"), status("2023-01-02", None, None)], []),
        ([status("2021-08-25", None, kind) for kind in ("citizen", "refugee-claimant", "protected-person")], []),
    ],
)  # fmt: skip
def test_days_before_the_first_status_are_a_hole_and_days_after_the_latest_permit_arent(
    statuses: list[Data], says: list[str]
) -> None:
    assert raised(CODE, living(statuses)) == says


def test_time_listed_as_without_status_is_no_hole_but_a_note() -> None:
    statuses = [status("2021-08-25", "2023-06-08"), status("2023-06-09", "2023-08-01", "none"), status("2023-08-02")]
    (finding,) = [each for each in findings(living(statuses)) if each.code == CODE]
    assert (finding.says, finding.severity, finding.facts) == (
        "declared",
        "note",
        ("people.maria.status_in_canada[1]",),
    )


@pytest.mark.parametrize(
    ("start", "end", "trips", "more", "says"),
    [
        ("2022-01-15", "2022-07-15", [], [], False), ("2022-01-15", "2022-07-16", [], [], True),
        ("2022-01", "2022-07", [], [], False), ("2022-01", "2022-08", [], [], True), (2022, 2023, [], [], False),
        ("2022-01-15", "2022-10-20", [stay("2022-05-01", "2022-05-09", "US")], [], False),
        ("2022-01-15", "2022-12-20", [stay("2022-05-01", "2022-05-09", "US")], [], True),
        ("2022-01-15", "2022-12-20", None, [], True),
        ("2022-01-15", "2022-12-20", [], [status("2022-06-01", "2022-12-20", "student")], False),
        # an extension is an entry of its own
        ("2022-01-15", "2022-07-14", [], [status("2022-07-15", "2023-01-14", "visitor")], False),
    ],
)  # fmt: skip
def test_a_visit_of_more_than_six_months_in_one_entry_is_a_note(
    start: Any, end: Any, trips: Any, more: list[Data], says: bool
) -> None:
    subject = living([status(start, end, "visitor"), *more], trips=trips)
    assert ("long-visit" in {each.says for each in seen(CODE, subject)}) is says


def test_a_visitor_who_lives_elsewhere_stays_for_no_longer_than_the_trips() -> None:
    visa = status("2015-01-01", "2025-01-01", "visitor")
    assert raised(CODE, living([visa], stays=[stay("1990-05-04", None, "PH")], trips=[])) == []


def test_a_hole_names_the_days_the_home_and_the_statuses_around_it() -> None:
    subject = living([status("2021-08-25", "2023-06-08", "student"), status("2023-06-19")])
    (finding,) = [each for each in findings(subject) if each.code == CODE]
    assert (str(finding.start), str(finding.end)) == ("2023-06-09", "2023-06-18")
    assert finding.facts == (
        "people.maria.stays[1]",
        "people.maria.status_in_canada[0]",
        "people.maria.status_in_canada[1]",
    )


def test_relatives_outside_the_family_and_sponsors_arent_asked() -> None:
    subject = living([])
    subject["people"][0]["role"] = "sponsor"
    assert raised(CODE, subject) == []


# --- the oracle: every day, and every completion of the dates

SPANS = st.tuples(st.integers(0, 400), st.integers(0, 200))
OPENS = date(2021, 1, 1)
Exact = tuple[date, date, str]


@st.composite
def exact_entries(draw: st.DrawFn, words: tuple[str, ...], most: int) -> list[Exact]:
    found = []
    for _ in range(draw(st.integers(1, most))):
        start, length = draw(SPANS)
        first = OPENS + DAY * start
        found.append((first, first + DAY * length, draw(st.sampled_from(words))))
    return found


def days_of(entries: list[Exact], *words: str) -> set[date]:
    return {
        first + DAY * index
        for first, last, word in entries
        if word in words
        for index in range((last - first).days + 1)
    }


def arrival(open_days: set[date], first_status: date) -> set[date]:
    """Runs of up to three open days before the first status."""
    early = {day for day in open_days if day < first_status}
    return {
        day
        for day in early
        if not any(all(day + DAY * (shift + index) in early for index in range(4)) for shift in range(-3, 1))
    }


def named(subject: Data) -> set[date]:
    """The days that the findings name."""
    found = [each for each in seen(CODE, subject) if each.says in ("hole", "after-permanent")]
    return days_of([(each.start.first, each.end.first, "hole") for each in found if each.start and each.end], "hole")


@settings(max_examples=60, deadline=None)
@given(
    exact_entries(("CA", "CA", "PH"), 3),
    exact_entries(("PH", "CA"), 2),
    exact_entries(("student", "worker", "none", "permanent-resident"), 4),
)
def test_holes_are_exactly_the_days_that_counting_finds(
    stays: list[Exact], trips: list[Exact], statuses: list[Exact]
) -> None:
    subject = living(
        [status(str(start), str(end), kind) for start, end, kind in statuses],
        [stay(str(start), str(end), country) for start, end, country in stays],
        trips=[stay(str(start), str(end), country) for start, end, country in trips],
    )
    there = days_of(stays, "CA") - days_of(stays, "PH") - days_of(trips, "PH")
    open_days = there - days_of(statuses, "student", "worker", "none", "permanent-resident")
    assert named(subject) == open_days - arrival(open_days, min(start for start, _, _ in statuses))


FORMS = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])


def within(day: date, form: str, share: float) -> str:
    """Some day that a date of this form leaves open."""
    if form == "%Y":
        return str(date(day.year, 1, 1) + DAY * int(364 * share))
    return str(day) if form == "%Y-%m-%d" else f"{day:%Y-%m}-{1 + int(27 * share):02}"


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(SPANS, FORMS, FORMS), min_size=1, max_size=3), st.lists(st.floats(0, 1), min_size=6, max_size=6)
)
def test_a_hole_that_partial_dates_show_is_there_however_they_are_completed(
    drawn: list[tuple[tuple[int, int], str, str]], shares: list[float]
) -> None:
    partial, complete = [], []
    for index, ((start, length), form, other) in enumerate(drawn):
        first, last = OPENS + DAY * start, OPENS + DAY * (start + length)
        begins, ends = within(first, form, shares[2 * index]), within(last, other, shares[2 * index + 1])
        partial.append(status(f"{first:{form}}", f"{last:{other}}"))
        if begins <= ends:
            complete.append(status(begins, ends))
    stays = [stay("2020-01-01", "2023-12-31"), stay("2024-01-01", None, "PH")]
    if seen(CODE, living(partial, stays)):
        says = {each.says for each in seen(CODE, living(complete, stays))}
        assert says == ({"hole"} if complete else {"nothing-listed"})


def test_today_is_the_last_day_that_is_looked_at() -> None:
    subject = living(
        [status("2021-08-25", "2023-06-08", "permanent-resident")], [HOME, stay("2021-08-25", "2030-01-01")]
    )
    (finding,) = [each for each in findings(subject) if each.code == CODE]
    assert finding.end is not None
    assert finding.end.first == TODAY
