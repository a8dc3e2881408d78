"""Removal orders beside the answer about them, and beside later stays and trips."""

from itertools import permutations
from typing import Any

import pytest

from tests.core.review.reading import alone, findings, raised

Data = dict[str, Any]
ORDER = {"date": "2023-06", "country": "CA", "kind": "removal-order"}
VISA = {"date": "2017-05", "country": "US", "kind": "visitor-visa"}
HOME = {"from": "1990-05-04", "to": "2021-03", "country": "SN"}
ARRIVAL = {"from": "2021-03", "country": "CA", "city": "Toronto"}


def answered(removal_order: bool | None, *, ever: bool | None = None, **person: Any) -> Data:
    answers = {"contact.removal_order": removal_order, "background.ever_refused": ever}
    return {**alone(**person), "answers": answers}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (answered(True, refusals=[]), ["none-listed"]), (answered(True, refusals=[VISA]), ["none-listed"]),
        (answered(True, ever=False), ["none-listed"]), (answered(True), []), (answered(True, ever=True), []),
        (answered(True, refusals=[ORDER]), []), (answered(None, refusals=[VISA]), []),
        (answered(False, refusals=[VISA]), []),
        (answered(True, refusals=[{**ORDER, "country": "US"}]), []),
    ],
)  # fmt: skip
def test_an_answer_about_orders_and_reports_is_a_note_while_no_order_is_listed(case: Data, expected: list[str]) -> None:
    assert raised("removal-unlisted", case) == expected


@pytest.mark.parametrize(
    ("order", "person", "expected"),
    [
        (ORDER, {"stays": [HOME, ARRIVAL]}, ["denied/maria"]),
        (ORDER, {"stays": [HOME, {**ARRIVAL, "to": "2024-01"}, {**ARRIVAL, "from": "2024-01", "city": "Ottawa"}]},
         ["denied/maria"]),
        (ORDER, {"stays": [HOME, {**ARRIVAL, "to": "2023-07"}, {**HOME, "from": "2023-07", "to": None}]},
         ["perhaps-over/maria"]),
        (ORDER, {"stays": [HOME, ARRIVAL], "trips": [{"from": "2024-02", "to": "2024-03", "country": "US"}]},
         ["perhaps-over/maria"]),
        (ORDER, {"stays": [HOME, ARRIVAL], "trips": [{"from": "2019-02", "to": "2019-03", "country": "FR"}]},
         ["denied/maria"]),
        (ORDER, {"stays": [HOME, {**ARRIVAL, "from": "2023"}]}, ["perhaps-over/maria"]),  # perhaps after the order
        ({**ORDER, "date": "2021"}, {"stays": [HOME, ARRIVAL]}, ["perhaps-over/maria"]),
        ({"country": "CA", "kind": "removal-order"}, {"stays": [HOME, ARRIVAL]}, ["perhaps-over/maria"]),
        (ORDER, {"stays": []}, ["perhaps-over/maria"]), (ORDER, {}, ["perhaps-over/maria"]),
        ({**ORDER, "country": "US"}, {"stays": [HOME, ARRIVAL]}, []),  # the answer is about Canada
        ({"date": "2023-06", "kind": "removal-order"}, {"stays": [HOME, ARRIVAL]}, []),
    ],
)  # fmt: skip
def test_an_order_that_the_answer_does_not_know_is_certain_only_where_nobody_left(
    order: Data, person: Data, expected: list[str]
) -> None:
    assert raised("removal-unlisted", answered(False, refusals=[order], **person)) == expected
    assert raised("removal-unlisted", answered(True, refusals=[order], **person)) == []
    assert raised("removal-unlisted", answered(None, refusals=[order], **person)) == []


LEFT = [{"from": "2009", "to": "2012-03", "country": "CA"}, {"from": "2012-03", "to": "2020-08", "country": "TR"}]
OLD = {"date": "2012-02", "country": "CA", "kind": "removal-order"}


def visit(start: str, country: str) -> Data:
    return {"from": start, "to": "2022", "country": country}


@pytest.mark.parametrize(
    ("order", "person", "expected"),
    [
        (OLD, {"stays": [*LEFT, {"from": "2020-09", "country": "CA"}]}, ["returned-to-canada/maria"]),
        (OLD, {"stays": [*LEFT, {"from": "2020-09", "country": "SN"}]}, []),
        (OLD, {"stays": LEFT, "trips": [visit("2018-06", "CA")]}, ["returned-to-canada/maria"]),
        (OLD, {"stays": LEFT, "trips": [visit("2018-06", "DE")]}, []),
        (OLD, {"trips": [visit("2012", "CA")]}, []),  # perhaps before the order
        (OLD, {"trips": [visit("2011-12", "CA")]}, []),
        ({**OLD, "country": "DE"}, {"trips": [visit("2018-06", "DE"), visit("2019-06", "DE")]}, ["returned/maria"]),
        ({**OLD, "date": None}, {"trips": [visit("2018-06", "CA")]}, []),
        ({**OLD, "country": None}, {"trips": [visit("2018-06", "CA")]}, []),
        (OLD, {}, []),
        # a move within the country is no return
        (ORDER, {"stays": [HOME, {**ARRIVAL, "to": "2024-01"}, {**ARRIVAL, "from": "2024-01"}]}, []),
        (ORDER, {"stays": [HOME, {**ARRIVAL, "to": "2024-01"}, {"from": "2024-01", "to": "2024-05"},
                           {**ARRIVAL, "from": "2024-05"}]}, []),
    ],
)  # fmt: skip
def test_a_return_is_a_stay_or_trip_that_certainly_began_after_the_order(
    order: Data, person: Data, expected: list[str]
) -> None:
    assert raised("removal-unlisted", alone(refusals=[order], **person)) == expected


def test_several_orders_of_a_country_are_told_once() -> None:
    later = {**OLD, "date": "2014-02"}
    case = answered(False, refusals=[later, OLD, {**OLD, "date": None}], trips=[visit("2018-06", "CA")])
    told = {each.says: each.facts for each in findings(case) if each.code == "removal-unlisted"}
    assert told == {
        "perhaps-over": ("people.maria.refusals[0]",),
        "returned-to-canada": ("people.maria.refusals[1]", "people.maria.trips[0]"),
    }


def test_orders_of_two_countries_are_told_apart_and_other_refusals_are_none() -> None:
    person = {
        "refusals": [OLD, {**OLD, "country": "DE"}, VISA],
        "trips": [visit("2018-06", "CA"), visit("2019-06", "DE")],
    }
    assert raised("removal-unlisted", alone(**person)) == ["returned-to-canada/maria", "returned/maria"]


def test_homes_of_one_first_day_are_in_no_order_and_no_return() -> None:
    order = {"date": "2017-01", "country": "FR", "kind": "removal-order"}
    same_day = {"from": "2026-10-10", "country": "CA"}
    homes = [same_day, {**same_day, "country": "FR"}, {"from": "2026-08", "country": "FR", "city": "B"}]
    told = {
        tuple(raised("removal-unlisted", alone(refusals=[order], stays=list(each)))) for each in permutations(homes)
    }
    assert told == {()}
    homes.append({"from": "2026-11-03", "country": "FR"})
    told = {
        tuple(raised("removal-unlisted", alone(refusals=[order], stays=list(each)))) for each in permutations(homes)
    }
    assert told == {("returned/maria",)}
