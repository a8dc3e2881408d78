"""What other people may see of the concerns: as many as there are, and nothing that tells whose they are."""

from dataclasses import replace

import pytest

from ircc_prep.core.gate.audience import for_audience
from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.judging import Judged, Rules
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from tests.core.gate.making import finding, judged, subject, waiver, with_findings
from tests.core.making import book, case, person, requirement, rule

RULES = book(
    requirement(rule(confidence="low"), id="paper", for_each={"person": "applicants"}),
    requirement(rule("b.more"), id="open-paper"),
    questions=[{"fact": "b.more", "type": "bool"}, {"fact": "c.more", "type": "bool", "when": "a.yes"}],
)
MARIA = case(
    person("canary-maria"),
    person("canary-ana", "dependent-child"),
    answers={"a.yes": False, "c.more": True, "canary.elsewhere": 1},
    documents=[{"item": "canary-paper", "person": "canary-ana", "country": "AE"}],
)
WAIVERS = (
    waiver(item="paper", person="canary-ana", reason="canary reason", owner="Canary Owner"),
    waiver("2026-01-01", item="paper", person="canary-maria", reason="canary reason", owner="Canary Owner"),
    waiver(item="idle", person="canary-maria", reason="canary reason", owner="Canary Owner", country="AE"),
)


def whole() -> Judged:
    evaluation = with_findings(finding(person="canary-ana"), family=MARIA, rules=RULES)
    rules = Rules(strict=True, stale_after=0, waivers=WAIVERS)
    return judged(subject(evaluation, family=MARIA, rules=RULES), rules)


def shown(audience: Audience) -> tuple[Concern, ...]:
    evaluation = with_findings(finding(person="canary-ana"), family=MARIA, rules=RULES)
    return for_audience(whole().concerns, redacted(evaluation, audience, RULES))


@pytest.mark.parametrize("audience", ["consultant", "log"])
def test_nothing_tells_whose_they_are_or_who_answers_for_them(audience: Audience) -> None:
    concerns = shown(audience)
    assert "canary" not in repr(concerns).lower()
    assert {(each.reason, each.owner, each.place) for each in concerns} == {(None, None, None)}


@pytest.mark.parametrize("audience", ["consultant", "log"])
def test_each_keeps_its_kind_level_standing_and_last_day_and_a_name_of_its_own(audience: Audience) -> None:
    def outline(concerns: tuple[Concern, ...]) -> list[object]:
        return [(each.kind, each.id, each.level, each.standing, each.expires) for each in concerns]

    found = whole().concerns
    assert outline(shown(audience)) == outline(found)
    assert {each.id for each in found} >= {"unverified-rule", "unused-answer", "unused-document", "waiver-idle"}
    names = [each.name for each in shown(audience)]
    assert len(set(names)) == len(names)


def test_people_are_called_by_their_role() -> None:
    assert "paper/child-1" in {each.name for each in shown("consultant")}


def test_a_waiver_is_told_by_what_is_the_matter_with_it() -> None:
    told = {each.id: each for each in shown("log") if each.kind == "waiver"}
    assert told["waiver-expired"].message.en == "A waiver ended {day}."
    assert (told["waiver-idle"].name, told["waiver-idle"].person) == ("waiver-idle", None)


def test_oneself_sees_everything() -> None:
    assert shown("self") == whole().concerns


def test_a_stale_source_is_named_only_where_the_audience_sees_what_rests_on_it() -> None:
    rules = book(requirement(id="paper"))
    evaluation = with_findings(family=case(person()), rules=rules)
    found = judged(subject(evaluation, family=case(person()), rules=rules), Rules(strict=True, stale_after=-1))
    assert [each.name for each in found.concerns if each.kind == "strict"] == ["stale-source/law"]
    log = redacted(evaluation, "log", rules)
    assert [each.name for each in for_audience(found.concerns, log) if each.kind == "strict"] == ["stale-source/law"]
    bare = for_audience(found.concerns, replace(log, sources={}))
    assert [(each.name, each.sources) for each in bare if each.kind == "strict"] == [("stale-source", ())]
