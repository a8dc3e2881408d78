"""SARIF, as its readers take it."""

import json
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.gate.concern import Level
from ircc_prep.core.gate.judging import Rules
from ircc_prep.core.problems import Place
from ircc_prep.core.text import same
from ircc_prep.render.formats.checked import Checked
from ircc_prep.render.formats.sarif import sarif
from tests.render.formats.made import PERSONA, VERSION, checked, concern, found, unread
from tests.render.formats.readers import results_of, run_of, unplain
from tests.render.formats.texts import ANY_TEXT, FEWER, FILE_NAMES

ENTRY = "Maria’s places lived in, 2nd entry (Dubai, United Arab Emirates, March 2018 – present): country"


def results(*cases: Any) -> list[dict[str, Any]]:
    return results_of(sarif(cases, VERSION))


def test_a_result_names_its_rule_and_the_line_of_the_answer() -> None:
    one = concern(person="maria", country="AE", facts=("people.maria.stays[1].country", "funds.amount"))
    (made,) = results(checked([one], "cases/maria.yaml"))
    assert made["ruleId"] == "police-certificate"
    assert made["message"]["text"] == "To get — Maria, United Arab Emirates: It is missing."
    (location,) = made["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "cases/maria.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 5, "startColumn": 18},
    }
    assert location["message"]["text"] == ENTRY
    assert location["logicalLocations"] == [{"fullyQualifiedName": "people.maria.stays[1].country", "kind": "member"}]
    (related,) = made["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["region"] == {"startLine": 6, "startColumn": 25}


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("blocker", "error"),
        ("missing", "error"),
        ("undecided", "warning"),
        ("warning", "warning"),
        ("note", "note"),
    ],
)
def test_each_level_has_its_own(level: Level, said: str) -> None:
    assert results(checked([concern(level=level)]))[0]["level"] == said


def test_what_is_waived_or_accepted_is_suppressed_and_what_expired_is_not() -> None:
    waived: dict[str, Any] = {"owner": "Ana Lim", "reason": same("It comes on Friday"), "expires": date(2026, 12, 1)}
    first, second, third, fourth = results(
        checked(
            [
                concern(),
                concern(name="a", standing="waived", **waived),
                concern(name="b", standing="accepted"),
                concern(name="c", standing="expired", **waived),
            ]
        )
    )
    assert first["suppressions"] == []
    assert second["suppressions"] == [
        {
            "kind": "external",
            "justification": "Waived until December\u00a01, 2026 by Ana Lim: It comes on Friday",
        }
    ]
    assert third["suppressions"][0]["justification"] == "It was there already when the baseline was written."
    assert fourth["suppressions"] == []
    assert "The waiver ended on December\u00a01, 2026." in fourth["message"]["text"]


def fingerprints(raw: bytes) -> list[str]:
    return [
        each["partialFingerprints"]["ircc-prep/v1"] for each in results(found("maricel.json", raw=raw, rules=Rules()))
    ]


def test_a_fingerprint_stays_when_entries_change_places_and_holds_nothing_of_a_person() -> None:
    text = PERSONA.read_text(encoding="utf-8")
    renamed = yaml.safe_load(text.replace("maricel", "zoe"))
    for person in renamed["people"]:
        for name in ("stays", "activities", "passports"):
            person.get(name, []).reverse()
    before = fingerprints(json.dumps(yaml.safe_load(text), default=str).encode())
    assert sorted(before) == sorted(fingerprints(json.dumps(renamed, default=str).encode()))
    assert len(set(before)) == len(before) > 10
    assert not any(word in each for each in before for word in ("maricel", "jerome", "althea", "19", "20"))


def test_a_rule_says_what_it_is_about_where_it_is_explained_and_what_it_rests_on() -> None:
    rules = {rule.id: rule for rule in run_of(sarif([found()], VERSION)).tool.driver.rules or []}
    rule = rules["police-certificate"]
    assert rule.short_description
    assert rule.short_description.text == "Police certificate"
    assert rule.help
    assert (rule.properties or {})["documentation"] in (rule.help.text or "")
    assert "](https://" in (rule.help.markdown or "")
    finding = rules["figure-below-threshold"]
    assert (finding.properties or {})["documentation"] == "docs/reference/findings.md#figure-below-threshold"
    assert rules["waiver-idle"].short_description


def test_every_result_points_at_its_rule() -> None:
    text = sarif([found(), unread(place=Place("bad.yaml", 3, 5)), found("b.yaml", "fr")], VERSION)
    rules = [rule.id for rule in run_of(text).tool.driver.rules or []]
    assert len(set(rules)) == len(rules)
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in results_of(text))


def test_a_case_that_cannot_be_read_is_a_result_and_a_failure_of_the_run() -> None:
    text = sarif([unread(place=Place("bad.yaml", 3, 5)), found()], VERSION)
    first = results_of(text)[0]
    assert (first["ruleId"], first["level"]) == ("missing-key", "error")
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    (invocation,) = run_of(text).invocations or []
    assert invocation.execution_successful is False
    (notification,) = json.loads(text)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "The key “role” is missing.\n\nAdd it."


def test_the_run_tells_what_each_case_comes_to_and_how_much_is_waived() -> None:
    (told,) = json.loads(sarif([found(), unread()], VERSION))["runs"][0]["properties"]["cases"]
    assert {**told, "counted": 0} == {
        "name": "cases/maricel.yaml",
        "exit_code": 1,
        "fail_on": "missing",
        "counted": 0,
        "waived": 1,
        "expired": 1,
        "accepted": 0,
    }
    assert told["counted"] == sum(each.standing == "counted" for each in found().concerns)


def test_the_run_is_in_one_language() -> None:
    assert json.loads(sarif([found(language="fr")], VERSION))["runs"][0]["language"] == "fr-CA"
    assert json.loads(sarif([unread()], VERSION))["runs"][0]["language"] == "en-CA"


def test_the_place_of_a_redacted_case_is_not_told() -> None:
    made = results(found(audience="log"))
    assert not any("physicalLocation" in each for one in made for each in one["locations"])
    assert all(one["relatedLocations"] == [] for one in made)


@FEWER
@given(name=FILE_NAMES)
def test_any_file_name_becomes_a_valid_address(name: str) -> None:
    results(checked([concern()], name), unread(name))


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("c d/é 100%.yaml", "c%20d/%C3%A9%20100%25.yaml"),
        ("./a/../b.yaml", "b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/somewhere else/x.yaml", "file:///somewhere%20else/x.yaml"),
    ],
)
def test_addresses_are_relative_inside_the_folder_of_the_run(name: str, uri: str) -> None:
    (made,) = results(checked([concern(facts=("funds.amount",))], name))
    assert made["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@FEWER
@given(message=ANY_TEXT, hint=ANY_TEXT, reason=ANY_TEXT)
def test_any_text_reads_back_as_it_was_and_makes_no_link(message: str, hint: str, reason: str) -> None:
    told = checked(
        [
            concern(
                message,
                hint=same(hint),
                standing="waived",
                reason=same(reason),
                owner=reason,
                expires=date(2026, 12, 1),
            )
        ]
    )
    (made,) = results(told)
    expected = f"To get — {message}\n\n{hint}".replace("](", "] (")
    assert unplain(made["message"]["text"]) == expected
    assert unplain(made["suppressions"][0]["justification"]).endswith(f"{reason}: {reason}".replace("](", "] ("))


@FEWER
@given(st.lists(st.sampled_from(["item", "undecided", "finding", "interview", "strict", "waiver"]), max_size=6))
def test_every_mixture_of_concerns_is_valid(kinds: list[Any]) -> None:
    ids = {"interview": "interview", "strict": "stale-source", "waiver": "waiver-idle", "finding": "history-gap"}
    concerns = [
        concern(kind=kind, id=ids.get(kind, "police-certificate"), name=f"{kind}/{number}")
        for number, kind in enumerate(kinds)
    ]
    case: Checked = checked(concerns)
    assert len(results(case)) == len(kinds)
