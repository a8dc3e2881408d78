"""A waiver covers what it names until its last day, changes no status, and never goes unseen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ircc_prep.core.gate.judging import Judged, Rules, judge
from ircc_prep.core.gate.waivers import LONGEST, Waiver, read_waivers
from tests.core.gate.making import BOOK, FAMILY, finding, judged, standings, subject, waiver, with_findings
from tests.core.making import TODAY, book, evaluated, requirement, rule


def under(*waivers: Any, strict: bool = False) -> Judged:
    evaluation = with_findings(finding("gap", person="ana"), finding("slip", "note"))
    return judged(subject(evaluation), Rules(strict=strict, waivers=waivers))


@pytest.mark.parametrize(
    ("named", "covered"),
    [
        ({"item": "paper", "person": "ana"}, "paper/ana"),
        ({"item": "open-paper"}, "open-paper"),
        ({"finding": "gap", "person": "ana"}, "gap/ana"),
        ({"finding": "slip"}, "slip"),
        ({"item": "paper"}, None),  # of nobody in particular: there is none
        ({"item": "paper", "person": "nobody"}, None),
        ({"item": "paper", "person": "ana", "country": "AE"}, None),
        ({"finding": "paper", "person": "ana"}, None),
        ({"item": "gap", "person": "ana"}, None),
    ],
)
def test_a_waiver_covers_what_it_names_and_no_more(named: dict[str, str], covered: str | None) -> None:
    found = standings(under(waiver(**named)))
    assert [name for name, standing in found.items() if standing == "waived"] == ([covered] if covered else [])


def test_a_country_is_covered_only_where_it_is_named() -> None:
    evaluation = evaluated(BOOK, FAMILY)
    abroad = replace(evaluation, items=tuple(replace(item, country="AE") for item in evaluation.items))
    for country, standing in (("AE", "waived"), ("PH", "counted"), (None, "counted")):
        named = {"item": "paper", "person": "ana"} | ({"country": country} if country else {})
        found = standings(judged(subject(abroad), Rules(waivers=(waiver(**named),))))
        assert found["paper/ana/AE"] == standing


def test_it_holds_on_its_last_day_and_not_on_the_next() -> None:
    def standing(expires: str) -> str:
        return standings(under(waiver(expires, item="paper", person="ana")))["paper/ana"]

    assert (standing("2026-11-22"), standing("2026-11-21")) == ("waived", "expired")


def test_the_concern_tells_who_answers_for_it_why_and_until_when_and_is_otherwise_as_it_was() -> None:
    before = {each.name: each for each in under().concerns}["paper/ana"]
    after = {each.name: each for each in under(waiver(item="paper", person="ana")).concerns}["paper/ana"]
    assert (after.owner, after.reason and after.reason.en, after.expires) == ("Rosa", "known", date(2027, 1, 31))
    assert replace(after, standing="counted", owner=None, reason=None, expires=None) == before


def test_of_two_that_cover_one_thing_the_longer_decides() -> None:
    pair = [waiver("2026-01-01", item="paper", person="ana"), waiver("2027-01-01", item="paper", person="ana")]
    for waivers in (pair, pair[::-1]):
        assert standings(under(*waivers))["paper/ana"] == "waived"


@pytest.mark.parametrize("named", [{"item": "paper", "person": "ana"}, {"item": "photo"}], ids=["covers", "idle"])
def test_an_expired_waiver_fails_the_check_by_itself(named: dict[str, str]) -> None:
    found = judged(subject(with_findings()), Rules("blocker", waivers=(waiver("2026-11-21", **named),)))
    (told,) = [each for each in found.concerns if each.kind == "waiver"]
    assert (told.id, told.level, told.place and str(told.place)) == ("waiver-expired", "blocker", "waivers.yaml:3:5")
    assert found.verdict.code == 1


@pytest.mark.parametrize(("strict", "level"), [(False, "note"), (True, "blocker")])
def test_a_waiver_that_covers_nothing_is_told_of_and_fails_when_it_is_strict(strict: bool, level: str) -> None:
    found = under(waiver(item="papr", person="ana"), strict=strict)
    (told,) = [each for each in found.concerns if each.kind == "waiver"]
    assert (told.id, told.level) == ("waiver-idle", level)
    assert told.hint is not None
    assert "“paper”" in told.hint.en


def test_a_known_id_is_not_guessed_at() -> None:
    (told,) = [each for each in under(waiver(item="paper")).concerns if each.kind == "waiver"]
    assert told.hint is not None
    assert "it covers only what it names" in told.hint.en


def test_nothing_is_called_idle_while_a_case_that_it_may_be_for_cannot_be_read() -> None:
    rules = Rules(waivers=(waiver(item="papr"),))
    assert [len(judge([subject()], rules, whole=whole)[0].concerns) for whole in (True, False)] == [5, 4]


@pytest.mark.parametrize(
    ("named", "is_for"),
    [
        (None, True),
        ("express-entry", True),
        ("study-permit", False),
        ("maria.yaml", True),
        ("2026/maria.yaml", True),
        ("./2026/maria.yaml", True),
        ("2026\\maria.yaml", True),
        ("2025/maria.yaml", False),
        ("aria.yaml", False),
        ("ana.yaml", False),
        ("/", False),
    ],
)
def test_it_is_for_a_case_by_its_file_or_its_program(named: str | None, is_for: bool) -> None:
    one = Waiver.model_validate({"item": "paper", "reason": "r", "owner": "o", "expires": "2027-01-01", "case": named})
    assert one.is_for("/cases/2026/maria.yaml", "express-entry") is is_for


def test_a_waiver_for_another_case_is_left_alone_even_when_it_has_expired() -> None:
    found = under(waiver("2020-01-01", item="paper", person="ana", case="paul.yaml"))
    assert set(standings(found).values()) == {"counted"}
    assert [each for each in found.concerns if each.kind == "waiver"] == []


def test_of_several_cases_a_waiver_is_told_of_once() -> None:
    cases = [subject(file=f"/cases/{name}.yaml") for name in ("a", "b", "c")]
    for named, first in (({"item": "photo"}, 0), ({"item": "photo", "case": "b.yaml"}, 1)):
        found = judge(cases, Rules(waivers=(waiver("2026-01-01", **named),)), whole=True)
        told = [any(each.kind == "waiver" for each in one.concerns) for one in found]
        assert told == [index == first for index in range(3)]


def file(**more: Any) -> dict[str, Any]:
    entry = {"item": "paper", "reason": "r", "owner": "o", "expires": "2027-01-01", **more}
    return {"schema": 1, "waivers": [{key: value for key, value in entry.items() if value is not None}]}


@pytest.mark.parametrize(
    ("data", "problem", "path"),
    [
        (file(expires=None), "missing-key", ("waivers", 0, "expires")),
        (file(owner=None), "missing-key", ("waivers", 0, "owner")),
        (file(reason=None), "missing-key", ("waivers", 0, "reason")),
        (file(reason="  "), "too-short", ("waivers", 0, "reason")),
        (file(owner=""), "too-short", ("waivers", 0, "owner")),
        (file(expires="2027-01"), "bad-date", ("waivers", 0, "expires")),
        (file(expires=str(TODAY + LONGEST)), None, None),
        (file(expires="2027-11-24"), "waiver-too-long", ("waivers", 0, "expires")),
        (file(country="ZZ"), "bad-country", ("waivers", 0, "country")),
        (file(finding="gap"), "not-allowed", ("waivers", 0)),
        (file(item=None), "not-allowed", ("waivers", 0)),
        (file(item=None, finding="gap"), None, None),
        (file(item=None, itm="gap"), "unknown-key", ("waivers", 0, "itm")),
        ({"schema": 2, "waivers": []}, "not-allowed", ("schema",)),
        ({"schema": 1, "waivers": {}}, "wrong-type", ("waivers",)),
        ([], "wrong-type", ()),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(data: Any, problem: str | None, path: Any) -> None:
    found, problems = read_waivers(data, TODAY)
    assert [(each.id, each.path) for each in problems] == ([(problem, path)] if problem else [])
    assert (found is not None) >= (problem is None)


def test_what_is_wrong_is_told_all_at_once() -> None:
    both = file(finding="gap")["waivers"] + file(expires="2099-01-01", country="ZZ")["waivers"]
    _, problems = read_waivers({"schema": 1, "waivers": both}, TODAY)
    assert sorted(each.id for each in problems) == ["bad-country", "not-allowed", "waiver-too-long"]


def unsure(*waivers: Any, strict: bool = True) -> Judged:
    """A case with two rules that nobody vouches for."""
    rules = book(requirement(rule(confidence="low"), id="paper"), requirement(rule(confidence="low"), id="photo"))
    return judged(subject(evaluated(rules, FAMILY), rules=rules), Rules(strict=strict, waivers=waivers))


@pytest.mark.parametrize(
    ("named", "covered"),
    [("unverified-rule/paper", ["unverified-rule/paper"]), ("unverified-rule", []), ("unverified-rule/photos", [])],
)
def test_of_what_strict_finds_one_thing_is_covered_and_never_all_of_a_kind(named: str, covered: list[str]) -> None:
    found = standings(unsure(waiver(finding=named)))
    assert [name for name, standing in found.items() if standing == "waived"] == covered


@pytest.mark.parametrize("named", ["unverified-rule", "unverified-rule/phot"])
def test_the_nearest_thing_that_strict_found_is_guessed_at(named: str) -> None:
    (told,) = [each for each in unsure(waiver(finding=named)).concerns if each.kind == "waiver"]
    assert told.hint is not None
    assert "“unverified-rule/p" in told.hint.en


def test_a_waiver_for_what_strict_alone_finds_is_not_called_idle_without_it() -> None:
    def idle(*, strict: bool) -> list[str]:
        found = unsure(waiver(finding="stale-source/law"), strict=strict).concerns
        return [each.id for each in found if each.kind == "waiver"]

    assert (idle(strict=False), idle(strict=True)) == ([], ["waiver-idle"])


def test_an_expired_waiver_is_told_of_at_the_first_case_where_it_covers_something() -> None:
    cases = [subject(with_findings(*found), file=f"/{n}.yaml") for n, found in enumerate([(), (finding("gap"),)])]
    found = judge(cases, Rules(waivers=(waiver("2026-01-01", finding="gap"),)), whole=True)
    assert [any(each.kind == "waiver" for each in one.concerns) for one in found] == [False, True]


def test_the_verdict_says_whether_there_were_waivers_and_a_baseline() -> None:
    def has(rules: Rules) -> tuple[bool, bool]:
        verdict = judged(rules=rules).verdict
        return verdict.has_waivers, verdict.has_baseline

    assert has(Rules()) == (False, False)
    assert has(Rules(waivers=())) == (True, False)
    assert has(Rules(baseline={})) == (False, True)
