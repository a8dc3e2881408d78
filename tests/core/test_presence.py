"""Days in Canada that count for citizenship and for the residency obligation: the rules one by one."""

from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive.presence import HALF_DAY
from ircc_prep.core.result import Figure
from tests.core.making import Data, book, case, evaluated, figure, person, value

SUBMITTED = "2026-11-01"
PERMANENT = {"from": "2015-01-01", "kind": "permanent-resident"}


def living(stays: Any, trips: Any = (), statuses: Any = (PERMANENT,), submitted: Any = SUBMITTED) -> Case:
    return case(person(stays=stays, trips=trips, status_in_canada=statuses), submitted=submitted)


def entry(start: Any, end: Any, country: str | None = "CA") -> Data:
    return {"from": start, "to": end, "country": country}


def status(start: Any, end: Any, kind: str | None = "worker") -> Data:
    return {"from": start, "to": end, "kind": kind}


def days(fact: str, subject: Case) -> Any:
    return value(f"applicant.{fact}", subject)


# --- the rules one by one

EVER = entry("2015-01-01", None)


@pytest.mark.parametrize(
    ("submitted", "all_days"),
    [
        ("2018-04-01", 1826), ("2020-02-29", 1827), ("2020-03-01", 1827), ("2021-02-28", 1827), ("2021-03-01", 1826),
        ("2024-02-29", 1827), ("2024-03-01", 1827), ("2025-02-28", 1827), ("2025-03-01", 1826),
    ],
)  # fmt: skip
def test_the_five_years_end_on_the_day_before_submission_and_begin_on_the_day_of_its_number(
    submitted: str, all_days: int
) -> None:
    subject = living([entry("2010-01-01", None)], statuses=[status("2010-01-01", None, "permanent-resident")])
    assert days("residency_days", subject.model_copy(update={"submitted": PartialDate.parse(submitted)})) == all_days


@pytest.mark.parametrize(
    ("trips", "absent"),
    [
        ([entry("2025-07-01", "2025-07-15", "FR")], 13),  # the example of IRCC's calculator
        ([entry("2025-07-01", "2025-07-02", "FR")], 0), ([entry("2025-07-01", "2025-07-01", "US")], 0),
        # one journey in two parts; a day at home between two journeys
        ([entry("2025-07-01", "2025-07-05", "FR"), entry("2025-07-05", "2025-07-15", "IT")], 13),
        ([entry("2025-07-01", "2025-07-05", "FR"), entry("2025-07-06", "2025-07-15", "IT")], 11),
        ([entry("2025-07-01", "2025-07-15", "FR"), entry("2025-07-03", "2025-07-06", "IT")], 13),
        ([entry("2024-02-28", "2024-03-01", "FR")], 1),  # 29 February is a day like others
        ([entry("2021-10-20", "2021-11-03", "FR")], 2),  # the part inside the five years
        ([entry("2026-10-20", None, "FR")], 11), ([entry("2026-12-01", "2026-12-31", "FR")], 0),
        ([entry("2025-07-01", "2025-07-15", "CA")], 0),
    ],
)  # fmt: skip
def test_the_days_of_leaving_and_coming_back_are_days_in_canada(trips: list[Data], absent: int) -> None:
    assert days("residency_days", living([EVER], trips)) == 1826 - absent


@pytest.mark.parametrize(
    ("stays", "trips", "present"),
    [
        ([entry("2026-01-01", "2026-01-31"), entry("2026-01-31", None, "FR")], [], 31),
        ([entry("2026-01-01", "2026-01-31"), entry("2026-01-10", "2026-01-20", "FR")], [], 22),  # two places: stricter
        ([entry("2026-01-01", "2026-01-20"), entry("2026-01-10", "2026-01-31")], [], 31),  # counted once
        ([entry("2020-01-01", None, "FR")], [entry("2026-01-01", "2026-01-31")], 31),  # a visit from abroad
        ([entry("2020-01-01", None, "FR")], [entry("2026-01-05", "2026-01-05")], 1),
        ([entry("2020-01-01", None, "FR")], [entry("2026-01-01", "2026-01-31"), entry("2026-01-10", None, "US")], 10),
        ([], [], 0),
    ],
)  # fmt: skip
def test_presence_is_living_there_or_visiting_and_where_the_file_contradicts_itself_it_isnt_counted(
    stays: list[Data], trips: list[Data], present: int
) -> None:
    assert days("residency_days", living(stays, trips)) == present


@pytest.mark.parametrize(
    ("statuses", "total", "half"),
    [
        ([status("2010-01-01", "2024-10-31"), status("2024-11-01", None, "permanent-resident")], 730 + 365, 365),
        ([status("2010-01-01", "2022-11-01"), status("2024-11-01", None, "permanent-resident")], 730 + 183, 183),
        ([status("2022-10-31", "2022-11-02"), status("2024-11-01", None, "permanent-resident")], 731.5, 1.5),
        # a day with both is a day as a permanent resident, and one with two earlier statuses is counted once
        ([status("2010-01-01", None), status("2024-11-01", None, "permanent-resident")], 730 + 365, 365),
        ([status("2022-11-01", "2022-11-04"), status("2022-11-02", "2022-11-06", "student"), PERMANENT], 1826, 0),
        ([status("2022-11-01", "2022-11-04"), status("2022-11-02", "2022-11-06", "student")], 3, 3),
        *[([status("2022-11-01", "2022-11-06", kind)], 3, 3) for kind in sorted(HALF_DAY)],
        *[([status("2022-11-01", "2022-11-06", kind)], 0, 0) for kind in ("refugee-claimant", "none", "citizen")],
        ([], 0, 0),
    ],
)  # fmt: skip
def test_half_days_before_permanent_residence_count_up_to_365(statuses: list[Data], total: float, half: float) -> None:
    subject = living([EVER], statuses=statuses)
    assert (days("citizenship_days", subject), days("half_days", subject)) == (total, half)
    assert days("residency_days", subject) == total - half


@pytest.mark.parametrize(
    ("became", "ended", "counted", "possible"),
    [
        ("2021-11-01", None, 31, 31), ("2021-11-02", None, 31, 32), ("2024-11-01", None, 31, 31 + 1096),
        ("2026-01-16", None, 16, 16 + 1537), ("2026-11-01", None, 0, 1826), ("2026-12-01", "2030-01-01", 0, 1826),
        ("2024-11-01", "2026-10-31", 31, 31), ("2024-11-01", "2026-11-01", 31, 31 + 1096),
    ],
)  # fmt: skip
def test_in_the_first_five_years_the_days_left_are_possible_too(
    became: str, ended: str | None, counted: int, possible: int
) -> None:
    subject = living([entry("2026-01-01", "2026-01-31")], statuses=[status(became, ended, "permanent-resident")])
    assert (days("residency_days", subject), days("residency_days_possible", subject)) == (counted, possible)


@pytest.mark.parametrize(
    "statuses",
    [
        [], [PERMANENT, PERMANENT], [PERMANENT, status("2020-01-01", None, None)], [status("2020-01-01", None, None)],
        [status(None, None, "permanent-resident")],
    ],
)  # fmt: skip
def test_what_is_possible_is_unknown_unless_permanent_residence_is_listed_once(statuses: list[Data]) -> None:
    assert days("residency_days_possible", living([EVER], statuses=statuses)) is None


@pytest.mark.parametrize(
    ("stays", "trips", "span"),
    [
        ([entry("2026-01", "2026-02-10")], [], (11, 41)), ([entry("2026-01-10", "2026-01")], [], (0, 22)),
        ([entry("2026-01-01", "2026-02-28")], [entry("2026-01-10", "2026-01", "FR")], (39, 59)),
        ([entry("2026-01-01", "2026-01-31", None)], [], (0, 31)),
        ([entry("2026-01-01", "2026-02-28")], [entry("2026-01-10", "2026-01-20", None)], (50, 59)),
        ([entry(None, "2026-01-31")], [], (1, 1553)),
        ([EVER], [entry(2025, 2025, "FR")], (1463, 1826)),
    ],
)  # fmt: skip
def test_partial_dates_and_countries_that_arent_answered_give_a_range(
    stays: list[Data], trips: list[Data], span: tuple[int, int]
) -> None:
    assert days("residency_days", living(stays, trips)) == span


def test_a_kind_of_status_that_isnt_answered_may_be_any() -> None:
    subject = living([EVER], statuses=[status("2026-01-01", "2026-01-10", None)])
    assert [days(fact, subject) for fact in ("citizenship_days", "half_days", "residency_days")] == [
        (0, 10),
        (0, 5),
        (0, 10),
    ]


@pytest.mark.parametrize("missing", ["stays", "trips", "statuses"])
def test_nothing_is_counted_while_a_list_is_unanswered(missing: str) -> None:
    subject = living(**{"stays": [EVER], missing: None})
    for fact in ("citizenship_days", "half_days", "residency_days", "residency_days_possible"):
        assert days(fact, subject) is None


def test_an_entry_that_goes_on_goes_on_until_a_planned_submission() -> None:
    stays, trips = [entry("2026-11-20", None)], [entry("2026-11-30", None, "FR")]
    subject = living(stays, submitted="2026-12-11")
    assert days("residency_days", subject) == 21
    assert days("residency_days", living(stays, trips, submitted="2026-12-11")) == 11


# --- in `computed`


def shown(subject: Case) -> dict[str, Figure]:
    parts = [{"name": "full", "value": "applicant.residency_days"}, {"name": "half", "value": "applicant.half_days"}]
    computed = [
        figure(name="citizenship", value="applicant.citizenship_days", parts=parts, threshold="1095"),
        figure(name="residency", value="applicant.residency_days", threshold="730"),
        figure(name="possible", value="applicant.residency_days_possible", threshold="730"),
    ]
    return {each.name: each for each in evaluated(book(computed=computed), subject).figures}


def test_a_figure_shows_the_sum_its_parts_and_its_threshold() -> None:
    statuses = [status("2021-11-01", "2024-10-31"), status("2024-11-01", None, "permanent-resident")]
    found = shown(living([EVER], [entry("2025-07-01", "2025-07-15", "FR")], statuses))
    citizenship = found["citizenship"]
    assert (citizenship.value, citizenship.threshold, citizenship.missing_facts) == (730 - 13 + 365, 1095, ())
    assert [(part.name, part.low) for part in citizenship.parts] == [("full", 717), ("half", 365)]
    assert [found[name].value for name in ("residency", "possible")] == [717, 717 + 1096]


def test_a_figure_with_partial_dates_is_a_range_and_asks_for_them() -> None:
    found = shown(
        living([EVER], [entry("2025-07-01", "2025-07", "FR")], [status("2024-11", None, "permanent-resident")])
    )
    assert (found["residency"].low, found["residency"].high) == (672, 730)
    assert set(found["residency"].missing_facts) == {
        "people.maria.trips[0].to",
        "people.maria.status_in_canada[0].from",
    }


def test_a_figure_of_an_unanswered_list_asks_for_the_list() -> None:
    assert shown(living([EVER], None))["citizenship"].missing_facts == ("people.maria.trips",)
