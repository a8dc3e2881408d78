"""A baseline accepts what it knew, lets nothing new through, and holds nothing that tells whose case it is."""

from dataclasses import replace
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.gate.baseline import Known, known_now
from ircc_prep.core.gate.concern import concerns
from ircc_prep.core.gate.judging import Judged, Rules
from ircc_prep.core.result import Evaluation, Finding
from tests.core.gate.making import BOOK, FAMILY, finding, judged, standings, subject, waiver, with_findings
from tests.core.making import book, case, evaluated, person, requirement

MARIA = "/cases/maria.yaml"


def known(evaluation: Evaluation, family: Case = FAMILY) -> tuple[Known, ...]:
    return known_now(concerns(evaluation), MARIA, family)


def only(*findings: Finding) -> Evaluation:
    return replace(with_findings(*findings), items=())


def against(before: Evaluation, now: Evaluation, rules: Rules | None = None) -> Judged:
    """The case as it is now, against a baseline of how it was."""
    return judged(subject(now), replace(rules or Rules("warning"), baseline={MARIA: known(before)}))


GAP: dict[str, Any] = {"person": "ana", "start": "2019-04", "end": "2019-08", "facts": ("people.ana.stays[1]",)}


def test_what_was_known_is_accepted_and_a_check_passes() -> None:
    evaluation = with_findings(finding(**GAP), finding("grave", "blocker"))
    found = against(evaluation, evaluation)
    assert set(standings(found).values()) == {"accepted"}
    assert (found.verdict.code, found.verdict.gone) == (0, ())
    assert judged(subject(evaluation)).verdict.code == 1


@pytest.mark.parametrize(
    "harmless",
    [
        {"facts": ("people.ana.stays[4]",)},  # the entries are in another order
        {"start": "2019-04-10", "end": "2019-08-20"},  # told more exactly
        {"sources": ("another",)},
        {"words": {"time": 5}},
    ],
    ids=["order", "exact", "sources", "words"],
)
def test_a_harmless_edit_leaves_it_accepted(harmless: dict[str, Any]) -> None:
    found = against(only(finding(**GAP)), only(finding(**{**GAP, **harmless})))
    assert set(standings(found).values()) == {"accepted"}


@pytest.mark.parametrize(
    "changed",
    [
        {"end": "2019-09"},
        {"start": "2018-04"},
        {"severity": "blocker"},
        {"says": "long-gap"},
        {"person": "maria"},
        {"person": None},
        {"code": "address-gap"},
    ],
    ids=["longer", "earlier", "graver", "says-more", "somebody-else", "nobody", "another"],
)
def test_what_has_changed_is_new_and_what_was_is_gone(changed: dict[str, Any]) -> None:
    found = against(only(finding(**GAP)), only(finding(**{**GAP, **changed})))
    assert set(standings(found).values()) == {"counted"}
    assert found.verdict.code == 1
    assert [(each.id, each.months, each.count) for each in found.verdict.gone] == [("history-gap", 5, 1)]


def test_an_item_in_another_state_or_for_another_country_is_new() -> None:
    before = evaluated(BOOK, FAMILY)
    changes: list[dict[str, Any]] = [{"holding": "expired"}, {"country": "AE"}]
    for change in changes:
        now = replace(before, items=tuple(replace(item, **change) for item in before.items if item.id == "paper"))
        assert set(standings(against(before, now)).values()) == {"counted"}


def test_people_may_stand_in_another_order_and_be_called_otherwise() -> None:
    others = case(person("zoe", "dependent-child"), person("anna"), person("ben", "dependent-child"))
    found = judged(
        subject(evaluated(BOOK, others), family=others),
        Rules(baseline={MARIA: known(evaluated(BOOK, FAMILY))}),
    )
    assert set(standings(found).values()) == {"accepted"}


def test_one_more_of_what_was_known_is_new_and_one_less_is_told_as_gone() -> None:
    one, two = only(finding(**GAP)), only(finding(**GAP), finding(**{**GAP, "facts": ()}))
    assert list(standings(against(one, two)).values()) == ["accepted", "counted"]
    assert [each.count for each in against(two, one).verdict.gone] == [1]
    assert [each.count for each in against(two, only()).verdict.gone] == [2]


def test_another_case_is_not_covered() -> None:
    evaluation = evaluated(BOOK, FAMILY)
    found = judged(subject(evaluation, file="/cases/paul.yaml"), Rules(baseline={MARIA: known(evaluation)}))
    assert set(standings(found).values()) == {"counted"}


def test_what_is_waived_is_neither_written_nor_gone_and_what_has_expired_counts() -> None:
    evaluation = only(finding(**GAP))
    for expires, standing in (("2027-01-01", "waived"), ("2026-01-01", "expired")):
        rules = Rules("warning", waivers=(waiver(expires, finding="history-gap", person="ana"),))
        found = against(evaluation, evaluation, rules)
        assert found.concerns[0].standing == standing
        assert found.verdict.gone == ()
        assert known_now(found.concerns, MARIA, FAMILY) == ()
        assert found.verdict.code == (0 if standing == "waived" else 1)


def test_notes_are_left_out_and_so_are_waivers_themselves() -> None:
    found = judged(subject(only(finding(severity="note"))), Rules(waivers=(waiver("2026-01-01", item="photo"),)))
    assert len(found.concerns) == 2
    assert known_now(found.concerns, MARIA, FAMILY) == ()


def test_it_holds_no_name_id_day_or_path() -> None:
    family = case(person("canary-id", given_names="Canary", date_of_birth="1991-09-17"))
    evaluation = with_findings(finding(**{**GAP, "person": "canary-id"}), family=family)
    told = " ".join(each.model_dump_json() for each in known(evaluation, family))
    assert '"role":"principal-applicant"' in told
    for secret in ("canary", "Canary", "1991", "2019", "stays"):
        assert secret not in told


def test_it_is_in_one_order_whatever_the_order_of_the_case() -> None:
    first, second = finding("b-gap"), finding("a-gap")
    assert known(only(first, second)) == known(only(second, first))


def test_a_file_with_an_entry_twice_counts_both() -> None:
    before = only(finding(**GAP))
    twice = known(before) * 2
    now = only(finding(**GAP), finding(**GAP))
    found = judged(subject(now), Rules("warning", baseline={MARIA: twice}))
    assert set(standings(found).values()) == {"accepted"}


def test_strict_concerns_are_accepted_by_what_they_are_about() -> None:
    rules = book(requirement(id="paper"))
    family = case(person(), answers={"a.yes": True, "unasked.answer": 1})
    one = subject(evaluated(rules, family), family=family, rules=rules)
    strict = Rules(strict=True)
    now = known_now(judged(one, strict).concerns, MARIA, family)
    assert [each.state for each in now if each.kind == "strict"] == ["others"]
    assert judged(one, replace(strict, baseline={MARIA: now})).verdict.code == 0
