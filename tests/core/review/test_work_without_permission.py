"""Paid work in Canada beside the statuses of the same days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.core.review.reading import alone, findings, seen

Data = dict[str, Any]
CODE = "work-without-permission"
DAY = timedelta(days=1)
OPENS = date(2024, 1, 1)


def status(start: Any, end: Any = None, kind: str | None = "visitor") -> Data:
    return {"from": start, "to": end, "kind": kind}


def job(start: Any = "2024-02-01", end: Any = "2024-04-30", **more: Any) -> Data:
    work = {"kind": "employment", "country": "CA", "hours_per_week": 40, "remote": False}
    return {"from": start, "to": end, **work, **more}


def working(jobs: Any, statuses: Any, **more: Any) -> Data:
    return alone(**{"citizenships": ["PH"], "activities": jobs, "status_in_canada": statuses, **more})


def says(subject: Data) -> str | None:
    found = [each.says for each in seen(CODE, subject)]
    assert len(found) < 2
    return found[0] if found else None


VISIT = status("2024-01-10", "2024-05-20")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "no-permission"), ({"kind": "self-employment"}, "no-permission"), ({"kind": "study"}, None),
        ({"kind": "other"}, None), ({"kind": None}, None), ({"country": "PH"}, None), ({"country": None}, None),
        ({"remote": True}, None), ({"remote": None}, "perhaps"), ({"hours_per_week": None}, "no-permission"),
        ({"from": None}, None), ({"from": "2024-05-20", "to": "2024-07-01"}, "no-permission"),
        ({"from": "2023", "to": "2024"}, None), ({"from": "2024-02", "to": "2024-02"}, None),
        ({"from": "2024-02", "to": "2024-03"}, None), ({"from": "2024-02", "to": "2024-04"}, "no-permission"),
    ],
)  # fmt: skip
def test_paid_work_in_canada_that_isnt_remote(more: Data, found: str | None) -> None:
    assert says(working([job(**more)], [VISIT, status("2024-05-21", None, "worker")])) == found


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("visitor", "no-permission"), ("none", "no-permission"), ("temporary-resident-permit", "permit-holder"),
        ("student", None), ("worker", None), ("refugee-claimant", None), ("protected-person", None),
        ("permanent-resident", None), ("citizen", None), (None, None),
    ],
)  # fmt: skip
def test_what_each_status_allows(kind: str | None, found: str | None) -> None:
    assert says(working([job()], [status("2024-01-10", "2024-05-20", kind)])) == found


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        ([VISIT, status("2024-01-15", "2024-05-01", "worker")], None),
        ([VISIT, status("2024-04", None, None)], "no-permission"),
        ([VISIT, status("2023", "2024", "worker")], None), ([], "nothing-listed"), (None, None),
        ([status("2025-01-01", None, "worker")], "nothing-listed"), ([status("2024-02-01", None, "worker")], None),
        ([status("2024-02-02", None, "worker")], "nothing-listed"), ([status("2024-02", None, "worker")], None),
        ([status("2020-01-01", "2020-05-01", "visitor")], "nothing-listed"),
        # days after a permit: a request to renew it may have been pending
        ([status("2020-01-01", "2024-02-20", "worker")], None), ([status("2020-01-01", "2024-02-20", "student")], None),
        ([status("2020-01-01", "2020-02-20", "citizen")], None), ([status("2020-01-01", "2020-02-20", None)], None),
        ([status("2020-01-01", "2020-05-01", "worker"), status("2020-05-02", "2020-09-01")], "nothing-listed"),
        ([status("2020-01-01", "2020-05-01", "worker"), status("2020-05-02", 2020)], "nothing-listed"),
        ([status("2020-01-01", "2020-05-01", "worker"), status("2020-02-02", 2020)], None),  # either may be the last
    ],
)  # fmt: skip
def test_only_days_that_no_other_status_can_cover_count(statuses: Any, found: str | None) -> None:
    assert says(working([job()], statuses)) == found


@pytest.mark.parametrize(
    "more", [{"citizenships": ["CA"]}, {"citizenships": None}, {"country_of_birth": "CA"}, {"activities": None}]
)
def test_nothing_is_raised_of_citizens_or_without_a_history(more: Data) -> None:
    assert says(working([job()], [VISIT], **more)) is None


OFFICIAL = {"country": "PH", "kind": "official", "issued": "2022-01-01", "expires": "2027-01-01"}


@pytest.mark.parametrize(
    ("passport", "statuses", "found"),
    [
        (OFFICIAL, [VISIT], "official-passport"), ({**OFFICIAL, "kind": "diplomatic"}, [VISIT], "official-passport"),
        ({**OFFICIAL, "kind": "ordinary"}, [VISIT], "no-permission"), (OFFICIAL, [], "official-passport"),
        ({**OFFICIAL, "issued": None, "expires": None}, [VISIT], "official-passport"),
        ({**OFFICIAL, "expires": "2024-01-31"}, [VISIT], "no-permission"),
        ({**OFFICIAL, "expires": "2024-04-29"}, [VISIT], "no-permission"),
        ({**OFFICIAL, "issued": "2024-02-02"}, [VISIT], "no-permission"),
        (OFFICIAL, [{**VISIT, "kind": "temporary-resident-permit"}], "permit-holder"),
    ],
)  # fmt: skip
def test_a_foreign_representative_works_without_a_permit(passport: Data, statuses: list[Data], found: str) -> None:
    assert says(working([job()], statuses, passports=[passport])) == found


@pytest.mark.parametrize(
    ("left", "arrived", "found"),
    [
        ("2022-05-31", "2022-06-01", None), ("2022-05-28", "2022-06-01", None), ("2022-05-28", "2022-05-29", None),
        ("2022-05-27", "2022-05-28", "nothing-listed"), ("2022-05", "2022-06", None),
        ("2022-03", "2022-04", "nothing-listed"), (2022, 2022, "nothing-listed"),
        (None, "2021-01-01", "nothing-listed"),
    ],
)  # fmt: skip
def test_days_certainly_lived_elsewhere_arent_days_of_work_in_canada(
    left: Any, arrived: Any, found: str | None
) -> None:
    stays = [{"from": "1990-05-04", "to": left, "country": "PH"}, {"from": arrived, "country": "CA"}]
    subject = working([job("2021-01-01", None)], [status("2022-06-01", None, "worker")], stays=stays, trips=[])
    assert says(subject) == found


STUDIES = status("2023-08-20", None, "student")


@pytest.mark.parametrize(
    ("start", "end", "hours", "found"),
    [
        ("2025-01-01", "2025-07-01", 25, "student"), ("2025-01-01", "2025-06-30", 25, None),
        ("2025-01-01", "2025-12-31", 24, None), ("2025-01-01", "2025-12-31", None, None),
        ("2023-09-01", "2024-11-30", 40, None), ("2023-09-01", "2025-06-01", 40, "student"),  # the limit came then
        ("2025-05", "2025-08", 40, None), ("2025-01", "2025-12", 40, "student"), (2025, 2025, 40, None),
    ],
)  # fmt: skip
def test_more_than_24_hours_a_week_beside_studies_is_a_note_when_it_lasts_longer_than_a_break(
    start: Any, end: Any, hours: Any, found: str | None
) -> None:
    subject = working([job(start, end, hours_per_week=hours)], [STUDIES])
    assert says(subject) == found
    assert all(each.severity == "note" for each in findings(subject) if each.code == CODE)


def test_each_job_is_told_once_with_the_gravest() -> None:
    jobs = [job("2024-02-01", "2026-01-31"), job("2024-02-01", "2024-03-31", title="Cook")]
    statuses = [VISIT, status("2024-05-21", None, "student"), status("2024-03-01", "2024-03-09", "none")]
    found = [each for each in findings(working(jobs, statuses)) if each.code == CODE]
    assert {(each.says, each.facts[0]) for each in found} == {
        ("no-permission", "people.maria.activities[0]"),
        ("no-permission", "people.maria.activities[1]"),
    }
    assert len(found) == 2


def test_what_isnt_told_of_remote_work_is_asked() -> None:
    (finding,) = [each for each in findings(working([job(remote=None)], [VISIT])) if each.code == CODE]
    assert finding.asks == ("people.maria.activities[0].remote",)


FORMS = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])
ENTRIES = st.lists(st.tuples(st.integers(0, 800), st.integers(0, 300), FORMS, FORMS), min_size=1, max_size=3)


def within(day: date, form: str, share: float) -> str:
    """Some day that a date of this form leaves open."""
    if form == "%Y":
        return str(date(day.year, 1, 1) + DAY * int(364 * share))
    return str(day) if form == "%Y-%m-%d" else f"{day:%Y-%m}-{1 + int(27 * share):02}"


@settings(deadline=None)
@given(ENTRIES, st.lists(st.sampled_from(["visitor", "none", "worker"]), min_size=3, max_size=3), st.data())
def test_a_job_that_partial_dates_tell_is_told_however_they_are_completed(
    drawn: list[tuple[int, int, str, str]], kinds: list[str], data: st.DataObject
) -> None:
    partial, complete = [], []
    for (start, length, form, other), kind in zip(drawn, kinds, strict=False):
        first, last = OPENS + DAY * start, OPENS + DAY * (start + length)
        begins, ends = (within(day, each, data.draw(st.floats(0, 1))) for day, each in ((first, form), (last, other)))
        partial.append(status(f"{first:{form}}", f"{last:{other}}", kind))
        assume(begins <= ends)
        complete.append(status(begins, ends, kind))
    if says(working([job("2024-06", "2024-10-09")], partial)):
        assert says(working([job(data.draw(st.sampled_from(["2024-06-01", "2024-06-30"])), "2024-10-09")], complete))


# --- the oracle: days counted one by one

SPANS = st.tuples(st.integers(0, 300), st.integers(0, 100))
KINDS = st.sampled_from(["visitor", "none", "worker", "protected-person"])


def days_of(start: int, length: int) -> set[date]:
    return {OPENS + DAY * (start + index) for index in range(length + 1)}


@settings(deadline=None)
@given(st.lists(SPANS, min_size=1, max_size=3), st.lists(st.tuples(SPANS, KINDS), min_size=1, max_size=4))
def test_a_job_is_told_exactly_when_a_day_of_it_had_no_permission(
    jobs: list[tuple[int, int]], statuses: list[tuple[tuple[int, int], str]]
) -> None:
    def dated(start: int, length: int) -> tuple[str, str]:
        return str(OPENS + DAY * start), str(OPENS + DAY * (start + length))

    subject = working([job(*dated(*span)) for span in jobs], [status(*dated(*span), kind) for span, kind in statuses])
    listed = {day for span, _ in statuses for day in days_of(*span)}
    allowed = {day for span, kind in statuses if kind in ("worker", "protected-person") for day in days_of(*span)}
    ended = {max(days_of(*span)) for span, kind in statuses if kind in ("worker", "protected-person")}
    expected = set()
    for index, span in enumerate(jobs):
        for day in days_of(*span) - allowed:
            before = day
            while before not in listed and before >= OPENS:
                before -= DAY
            if day in listed or before not in ended:
                expected.add(f"people.maria.activities[{index}]")
    assert {each.facts[0] for each in seen(CODE, subject)} == expected
