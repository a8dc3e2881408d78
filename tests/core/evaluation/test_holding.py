"""What is in hand, and whether it is good enough on the days that matter."""

from typing import Any

import pytest

from ircc_prep.core.case import Case
from tests.core.making import Data, book, case, items, person, requirement, rule

PASSPORTS = {"of": "person.passports", "expires-too-soon": "held.expires < months_after(submitted, 6)"}


def paper(**fields: Any) -> Data:
    return {"item": "paper", "person": "maria", **fields}


def held(subject: Case, holding: Data | None = None, **more: Any) -> tuple[str | None, tuple[str, ...]]:
    """The holding of the one item, and what is missing to tell."""
    rules = book(requirement(rule(holding=holding or {}), **{"for_each": {"person": "applicant"}, **more}))
    (item,) = items(rules, subject).values()
    return item.holding, item.missing_facts


def with_documents(*documents: Data, **keys: Any) -> Case:
    return case(person(), documents=list(documents), submitted="2026-06-15", **keys)


@pytest.mark.parametrize(
    ("documents", "state"),
    [
        ([], "missing"), ([paper(item="other")], "missing"), ([paper()], "ready"), ([paper(person=None)], "ready"),
        ([paper(language="en")], "ready"), ([paper(language="fr-CA")], "ready"),
        ([paper(language="ar")], "untranslated"),
        ([paper(language="ar", translated=True)], "ready"), ([paper(language="ar", translated=False)], "untranslated"),
        ([paper(language="fry")], "untranslated"), ([paper(language="enm")], "untranslated"),
        ([paper(expires="2026-11-21")], "expired"), ([paper(expires="2026-11-22")], "ready"),
        ([paper(expires=2025)], "expired"),
        ([paper(expires="2026-11")], "incomplete"), ([paper(expires=None)], "ready"),
        # of several, the one nearest to ready
        ([paper(expires=2020), paper()], "ready"), ([paper(expires=2020), paper(language="ar")], "untranslated"),
    ],
)  # fmt: skip
def test_a_paper_is_ready_unless_it_has_run_out_or_nobody_can_read_it(documents: list[Data], state: str) -> None:
    assert held(with_documents(*documents))[0] == state


def test_documents_that_nobody_listed_are_missing() -> None:
    assert held(case(person()))[0] == "missing"


@pytest.mark.parametrize(
    ("meeting", "state"),
    [("2026-12-15", "expired"), ("2026-12-14", "ready"), ("2026-12", "incomplete"), (None, "ready")],
)
def test_what_must_be_valid_at_the_interview_is_held_against_its_date(meeting: str | None, state: str) -> None:
    subject = with_documents(paper(expires="2026-12-14"), interview={"date": meeting})
    assert held(subject)[0] == state


EXPLAINED = {
    "expires-too-soon": "held.expires < months_after(submitted, 6)",
    "because": {"expires-too-soon": {"en": "It runs out too soon.", "fr": "Elle expire trop tôt."}},
}


@pytest.mark.parametrize(
    ("expires", "fault", "unsure"),
    [("2026-12-14", "It runs out too soon.", False), ("2027-06-15", None, False), ("2026-12", None, True)],
)
def test_what_is_the_matter_is_said_once_it_is_certain(expires: str, fault: str | None, unsure: bool) -> None:
    rules = book(requirement(rule(holding=EXPLAINED), for_each={"person": "applicant"}))
    (item,) = items(rules, with_documents(paper(expires=expires))).values()
    assert (item.fault.en if item.fault else None, item.unsure) == (fault, unsure)


def test_an_amount_that_is_not_enough_says_so_under_the_word_incomplete() -> None:
    short = {"in_hand": "a.yes", "because": {"incomplete": {"en": "It isn’t enough.", "fr": "Cela ne suffit pas."}}}
    rules = book(requirement(rule(holding=short), for_each={"person": "applicant"}))
    (item,) = items(rules, case(person(), answers={"a.yes": False})).values()
    assert (item.holding, item.fault and item.fault.fr) == ("incomplete", "Cela ne suffit pas.")


def test_what_would_tell_is_named() -> None:
    assert held(with_documents(paper(expires="2026-11"))) == ("incomplete", ("documents[0].expires",))


@pytest.mark.parametrize(
    ("issued", "state"),
    [("2025-12-14", "issued-too-early"), ("2025-12-15", "ready"), ("2025-12", "incomplete"), (None, "incomplete")],
)
def test_a_paper_may_be_issued_too_early(issued: str | None, state: str) -> None:
    early = {"issued-too-early": "held.issued < months_before(submitted, 6)"}
    assert held(with_documents(paper(issued=issued)), early)[0] == state


def test_the_first_fault_in_the_contracts_order_is_told() -> None:
    faults = {"incomplete": "held.original == False", "issued-too-early": "held.issued < submitted"}
    bad = paper(original=False, issued="2020-01-01", language="ar", expires="2021-01-01")
    assert held(with_documents(bad), faults)[0] == "expired"
    assert held(with_documents({**bad, "expires": None}), faults)[0] == "issued-too-early"
    assert held(with_documents({**bad, "expires": None, "issued": "2026-07-01"}), faults)[0] == "untranslated"
    good = {**bad, "expires": None, "issued": "2026-07-01", "translated": True}
    assert held(with_documents(good), faults)[0] == "incomplete"
    assert held(with_documents({**good, "original": True}), faults)[0] == "ready"


def test_the_key_changes_the_condition_that_needs_none() -> None:
    old = with_documents(paper(expires="2020-01-01", language="ar"))
    assert held(old, {"expired": "False", "untranslated": "False"})[0] == "ready"


@pytest.mark.parametrize(
    ("passports", "state"),
    [
        ([], "missing"), ([{"expires": "2026-12-14"}], "expires-too-soon"), ([{"expires": "2026-12-15"}], "ready"),
        ([{"expires": "2026-11-21"}], "expired"), ([{"expires": 2020}, {"expires": 2030}], "ready"),
        ([{"expires": "2026-12"}], "incomplete"), ([{"expires": None}], "incomplete"), (None, "missing"),
    ],
)  # fmt: skip
def test_passports_are_looked_at_where_the_rule_says_so(passports: list[Data] | None, state: str) -> None:
    subject = case(person(passports=passports), submitted="2026-06-15", documents=[paper()])
    assert held(subject, PASSPORTS)[0] == state


def test_unanswered_passports_are_asked_for() -> None:
    assert held(case(person(), submitted="2026-06-15"), PASSPORTS) == ("missing", ("people.maria.passports",))


def test_a_passport_always_expires_so_an_unanswered_day_is_asked_for() -> None:
    subject = case(person(passports=[{"country": "PH"}]))
    assert held(subject, {"of": "person.passports"}) == ("incomplete", ("people.maria.passports[0].expires",))


def test_a_test_result_is_issued_on_the_day_it_was_taken() -> None:
    two_years = {"of": "person.language_tests", "expired": "held.issued <= years_before(submitted, 2)"}
    old, new = ({"test": "pte-core", "taken": day} for day in ("2024-06-15", "2024-06-16"))
    assert held(case(person(language_tests=[old]), submitted="2026-06-15"), two_years)[0] == "expired"
    assert held(case(person(language_tests=[old, new]), submitted="2026-06-15"), two_years)[0] == "ready"


@pytest.mark.parametrize(("amount", "state"), [(100, "ready"), (99, "incomplete"), (None, "missing")])
def test_a_step_may_be_ready_by_condition_alone(amount: int | None, state: str) -> None:
    subject = case(person(), answers={"funds.amount": amount})
    assert held(subject, {"in_hand": "funds.amount >= value('funds', family_size)"})[0] == state


def test_a_paper_belongs_to_one_person_and_one_country() -> None:
    stays = [{"from": "2017-01-01", "to": "2019-12-31", "country": "PH"}, {"from": "2020-01-01", "country": "AE"}]
    people = [
        person(id, role, date_of_birth="1990-01-01", stays=stays)
        for id, role in (("maria", "principal-applicant"), ("paul", "spouse-or-partner"))
    ]
    documents = [paper(country="AE"), paper(person="paul", country="PH"), paper(person=None, country="PH"), paper()]
    each = {"person": "applicants", "country": "person.long_stay_countries"}
    found = items(book(requirement(for_each=each)), case(*people, documents=documents))
    assert {name: item.holding for name, item in found.items()} == {
        "paper/maria/PH": "ready",  # a document that names nobody is the principal applicant's
        "paper/maria/AE": "ready",
        "paper/paul/PH": "ready",
        "paper/paul/AE": "missing",
    }


def test_what_is_not_needed_has_no_holding() -> None:
    (item,) = items(book(requirement(rule("a.yes"))), case(answers={"a.yes": False})).values()
    assert (item.status, item.holding, item.to_get) == ("not-needed", None, False)
