"""Requirement, person and country: what is needed, on which day's rule, and why."""

from datetime import date
from typing import Any

import pytest

from tests.core.making import PAIR, Data, book, case, items, person, requirement, rule, statuses

EACH_COUNTRY = {"person": "applicants", "country": "person.long_stay_countries"}
VERSIONS = (
    rule("False", "2020-01-01"),
    rule("True", "2025-08-21"),
    rule("a.yes", "2026-03-14"),
)
TWO = requirement(*VERSIONS[:2])


@pytest.mark.parametrize(
    ("submitted", "status"),
    [
        ("2019-12-31", "no-rule-in-force"), ("2020-01-01", "not-needed"), ("2025-08-20", "not-needed"),
        ("2025-08-21", "needed"), ("2026-03-13", "needed"), ("2026-03-14", "undetermined"),
        # a month or a year may hold the day on which the rule changed
        ("2025-08", "undetermined"), ("2025-07", "not-needed"), ("2025-09", "needed"), ("2025", "undetermined"),
        ("2019", "no-rule-in-force"), ("2020", "not-needed"), ("2019-12", "no-rule-in-force"),
    ],
)  # fmt: skip
def test_the_rule_of_the_day_of_submission_applies(submitted: str, status: str) -> None:
    assert statuses(book(requirement(*VERSIONS)), case(person(), submitted=submitted)) == {"paper": status}


def test_versions_may_stand_in_any_order() -> None:
    assert statuses(book(requirement(*reversed(VERSIONS))), case(submitted="2025-08-20")) == {"paper": "not-needed"}


def test_a_month_that_straddles_two_rules_leaves_the_day_of_submission_missing() -> None:
    item = items(book(TWO), case(person(), submitted="2025-08"))["paper"]
    assert (item.status, item.missing_facts) == ("undetermined", ("submitted",))


def test_a_month_that_straddles_two_rules_which_say_the_same_is_settled() -> None:
    same = requirement(rule("True", "2020-01-01"), rule("1 < 2", "2025-08-21"))
    item = items(book(same), case(person(), submitted="2025-08"))["paper"]
    assert (item.status, item.missing_facts, item.rule_from) == ("needed", (), date(2025, 8, 21))


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ({"submitted": "2025-01-01", "planned_submission": "2026-01-01"}, "not-needed"),
        ({"planned_submission": "2025-01-01"}, "not-needed"), ({"planned_submission": "2025-08-21"}, "needed"),
        ({}, "needed"),
    ],
)  # fmt: skip
def test_rules_are_chosen_on_submission_else_the_planned_one_else_the_day_of_the_check(keys: Data, status: str) -> None:
    assert statuses(book(TWO), case(**keys), date(2026, 1, 1)) == {"paper": status}
    if not keys:
        assert statuses(book(TWO), case(), date(2025, 8, 20)) == {"paper": "not-needed"}


def test_a_rule_may_be_chosen_on_the_day_of_the_check() -> None:
    today = requirement(*VERSIONS[:2], rules_on="today")
    assert statuses(book(today), case(submitted="2020-05-05"), date(2025, 8, 21)) == {"paper": "needed"}
    assert statuses(book(today), case(submitted="2026-05-05"), date(2025, 8, 20)) == {"paper": "not-needed"}


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"a.yes": True}, "needed"), ({"a.yes": False, "a.also": True}, "recommended"),
        ({"a.yes": False, "a.also": False}, "not-needed"), ({"a.yes": False}, "undetermined"),
        ({"a.also": True}, "undetermined"),
        ({}, "undetermined"),
    ],
)  # fmt: skip
def test_what_is_not_needed_may_be_recommended(answers: Data, status: str) -> None:
    rules = book(requirement(rule("a.yes", recommended="a.also")))
    assert statuses(rules, case(answers=answers)) == {"paper": status}


def test_a_requirement_stands_once_for_each_person_it_is_asked_of() -> None:
    family = [
        person(accompanying=True),
        person("paul", "spouse-or-partner", accompanying=False),
        person("ana", "dependent-child"),
        person("rosa", "sponsor", accompanying=True),
    ]
    rules = book(requirement(rule("person.accompanying"), for_each={"person": "applicants"}))
    found = {"paper/maria": "needed", "paper/paul": "not-needed", "paper/ana": "undetermined"}
    assert statuses(rules, case(*family)) == found
    assert items(rules, case(*family))["paper/ana"].missing_facts == ("people.ana.accompanying",)


def stay(start: Any, end: Any, country: str | None) -> Data:
    return {"from": start, "to": end, "country": country}


@pytest.mark.parametrize(
    ("stays", "found"),
    [
        ([], {"paper/maria": "undetermined"}), (None, {"paper/maria": "undetermined"}),
        ([stay("2020-01-01", "2020-05-30", "SG")], {}),
        ([stay("2020-01-01", "2020-12-31", "SG")], {"paper/maria/SG": "needed"}),
        ([stay("2020-01-01", None, "CA")], {}),
        ([stay("2020-01", "2020-06", "SG")], {"paper/maria/SG": "undetermined"}),
        ([stay("2020-01-01", "2020-12-31", None)], {"paper/maria": "undetermined"}),
        ([stay("2018-01-01", "2018-12-31", "PH"), stay("2020-01-01", "2020-12-31", "SG")],
         {"paper/maria/PH": "needed", "paper/maria/SG": "needed"}),
    ],
)  # fmt: skip
def test_an_item_for_each_country_that_raises_a_question(stays: list[Data] | None, found: dict[str, str]) -> None:
    subject = case(person(date_of_birth="1990-01-01", stays=stays), submitted="2026-06-15")
    assert statuses(book(requirement(for_each=EACH_COUNTRY)), subject) == found


def test_unknown_stays_are_what_is_missing() -> None:
    (item,) = items(book(requirement(for_each=EACH_COUNTRY)), case(person(date_of_birth="1990-01-01"))).values()
    assert (item.country, item.missing_facts) == (None, ("people.maria.stays",))


def test_nobody_is_asked_about_countries_for_a_paper_that_is_not_needed() -> None:
    rules = book(requirement(rule("person.age_on(submitted) >= 18"), for_each=EACH_COUNTRY))
    subject = case(person(date_of_birth="2015-01-01"))
    (item,) = items(rules, subject).values()
    assert (item.status, item.missing_facts) == ("not-needed", ())


@pytest.mark.parametrize("group", ["applicants", "applicant", "partners", "people"])
def test_while_nobody_is_named_one_item_waits_for_the_people(group: str) -> None:
    (item,) = items(book(requirement(for_each={"person": group})), case()).values()
    assert (item.name, item.status, item.missing_facts) == ("paper", "undetermined", ("people",))


def test_while_nobody_is_named_there_is_no_waiting_where_no_rule_is_in_force() -> None:
    rules = book(requirement(rule(start="2027-01-01"), for_each={"person": "applicant"}))
    assert statuses(rules, case()) == {"paper": "no-rule-in-force"}


def test_an_item_gives_its_reasons_and_no_counts_roles_or_ids() -> None:
    rules = book(
        requirement(rule("person.role != 'sponsor' and person.age_on(submitted) >= 18"), for_each=EACH_COUNTRY)
    )
    stays = [stay("2018-01-01", "2018-12-31", "PH"), stay("2020-01-01", "2020-12-31", "SG")]
    subject = case(person(date_of_birth="1990-01-01", stays=stays), submitted="2026-06-15")
    why = items(rules, subject)["paper/maria/SG"].why
    assert {read.fact for read in why} == {
        "people.maria.stays[1].country", "people.maria.stays[1].from", "people.maria.stays[1].to",
        "people.maria.date_of_birth", "submitted",
    }  # fmt: skip


def test_a_reason_says_why_or_why_not() -> None:
    because, otherwise = {"en": "Since.", "fr": "Car."}, {"en": "Not.", "fr": "Pas."}
    rules = book(requirement(rule("a.yes", because=because, otherwise=otherwise)))
    found = [items(rules, case(answers={"a.yes": answer}))["paper"].reason.en for answer in (True, None, False)]
    assert found == ["Since.", "Since.", "Not."]


def test_a_dispute_is_told_unless_it_certainly_does_not_touch_the_item() -> None:
    rules = book(requirement(rule("True", disputed=PAIR, disputed_when="a.yes")))
    told = [items(rules, case(answers={"a.yes": answer}))["paper"].disputed for answer in (True, None, False)]
    assert [dispute is not None for dispute in told] == [True, True, False]


def test_an_undecided_yes_or_no_that_changes_nothing_is_not_asked() -> None:
    rules = book(requirement(rule("a.yes or not a.yes")), requirement(rule("a.yes and a.also"), id="other"))
    found = items(rules, case(answers={"a.also": False}))
    assert {name: (item.status, item.missing_facts) for name, item in found.items()} == {
        "paper": ("needed", ()),
        "other": ("not-needed", ()),
    }
