"""`ircc-prep why` as a person and a script run it."""

import json
from pathlib import Path

import jsonschema
import pytest

from ircc_prep.core.why.schema import why_schema
from tests.cli.canaries import planted
from tests.cli.conftest import PERSONAS, Run
from tests.cli.test_redact import AUDIENCES, told

DAY = ("--on", "2026-11-22")
SPOUSE = next(path for path in PERSONAS if path.name == "spouse-partner.en.yaml")
EXPRESS = next(path for path in PERSONAS if path.name == "express-entry.fr.yaml")
JAPAN = "police-certificate/lan/JP"


def test_it_says_what_decides_which_rule_applies_and_what_the_result_hangs_on(run: Run) -> None:
    said = run("why", SPOUSE, JAPAN, *DAY)
    assert said.code == 0
    assert "Police certificate (Japan), Thị Lan: Needed" in said.out
    for words in ("What counts: first day, last day and country", "In force from January 1, 2015", "last day:"):
        assert words in " ".join(said.out.split())
    assert "September 29, 2017 or earlier: not needed" in " ".join(said.out.split())
    assert "Your answers must stay true" in said.out


def test_it_says_the_same_in_french_within_80_columns(run: Run) -> None:
    said = run("why", SPOUSE, JAPAN, *DAY, "--lang", "fr")
    assert "CE QUI DÉCIDE DU RÉSULTAT" in said.out
    assert "Vos réponses doivent rester vraies" in " ".join(said.out.split())
    lines = [line for line in said.out.splitlines() if "https://" not in line]
    assert max(map(len, lines)) <= 80


def test_all_that_decides_is_said_and_a_stream_by_its_title(run: Run) -> None:
    english = next(path for path in PERSONAS if path.name == "express-entry.en.yaml")
    data = json.loads(run("why", english, "computed/fsw-points", *DAY, "--format", "json").out)
    assert data["explained"][0]["minimal"]
    said = " ".join(run("why", english, "computed/fsw-points", *DAY).out.split())
    decides = said.split("THE RULE")[0]
    assert "Stream: Federal Skilled Worker" in decides
    assert "--format json has them all" not in decides


def test_a_bare_id_tells_of_everybody_and_a_part_of_a_name_of_those_it_fits(run: Run) -> None:
    everybody = json.loads(run("why", SPOUSE, "police-certificate", *DAY, "--format", "json").out)
    assert {JAPAN, "police-certificate/lan/VN"} <= {each["name"] for each in everybody["explained"]}
    japan = json.loads(run("why", SPOUSE, "police-certificate/JP", *DAY, "--format", "json").out)
    assert [each["name"] for each in japan["explained"]] == [JAPAN]


def test_a_country_of_which_the_file_raises_no_question_is_explained_too(run: Run) -> None:
    said = run("why", SPOUSE, "police-certificate/lan/FR", *DAY)
    assert "Police certificate (France), Thị Lan: Not needed" in said.out
    assert "Your file raises no such question." in said.out


@pytest.mark.parametrize("name", ["polise-certificate", "nothing-of-the-kind"])
def test_an_unknown_item_is_told_with_all_that_there_are(run: Run, name: str) -> None:
    said = run("why", SPOUSE, name, *DAY)
    assert (said.code, said.out) == (2, "")
    assert "[no-such-item]" in said.err
    assert "This case has: " in said.err
    assert ("Did you mean “police-certificate”?" in said.err) == name.startswith("polise")


def test_an_assumption_shows_before_and_after_and_leaves_the_file_alone(run: Run) -> None:
    before = SPOUSE.read_bytes()
    said = run("why", SPOUSE, JAPAN, *DAY, "--if", "people.lan.stays[1].to=2017-09-29")
    assert "Then: Not needed." in said.out
    assert "Police certificate (Japan), Thị Lan: Not needed" in said.out
    assert SPOUSE.read_bytes() == before


def test_without_an_item_every_result_that_changes_is_told(run: Run) -> None:
    said = json.loads(run("why", EXPRESS, *DAY, "--if", "stream=fsw", "--format", "json").out)
    assert said["explained"] == []
    changed = {each["name"]: (each["before"], each["after"]) for each in said["effects"]}
    assert changed["computed/fsw-points"][0] == "not-shown"
    assert any(before == "not-needed" for before, _ in changed.values())


@pytest.mark.parametrize(
    ("assumption", "id", "hint"),
    [
        ("people.lan.stays[1].too=2017", "unknown-fact", "Did you mean “people.lan.stays[1].to”?"),
        ("relationship.married_on=soon", "assumption", "2025-08-13"),
        ("people.lan.marital_status=maried", "assumption", "Did you mean “married”?"),
        ("people.lan.accompanying=perhaps", "assumption", "Write yes or no."),
        ("people.lan.stays=[JP]", "assumption", "only [] can be assumed"),
        ("people.lan.stays[1].to=2001", "to-before-from", "Check both dates"),
        ("submitted", "assumption", "--if"),
        ("stream=nowhere", "assumption", "overseas"),
    ],
)
def test_an_assumption_that_no_file_could_hold_is_refused(run: Run, assumption: str, id: str, hint: str) -> None:
    said = run("why", SPOUSE, *DAY, "--if", assumption)
    assert (said.code, said.out) == (2, "")
    assert f"[{id}]" in said.err
    assert hint in said.err
    assert "soon" not in said.err.replace(assumption, "")


def test_no_item_and_no_assumption_is_told_what_there_is(run: Run) -> None:
    said = run("why", SPOUSE, *DAY)
    assert said.code == 2
    assert "interview" in said.err


@pytest.mark.parametrize("item", ["police-certificate", "interview", "cohabitation-evidence"])
def test_its_json_is_what_the_schema_says(run: Run, item: str) -> None:
    schema = json.loads(run("schema", "why").out)
    assert schema == why_schema()
    said = run("why", SPOUSE, item, *DAY, "--if", "submitted=2026-01-02", "--format", "json")
    jsonschema.validate(json.loads(said.out), schema)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_tells_no_audience_what_it_may_not_know(run: Run, tmp_path: Path, audience: str) -> None:
    family = planted("express-entry")
    case = family.write(tmp_path)
    for item in ("police-certificate", "language-test", "interview"):
        for form in ("text", "json"):
            said = run("why", case, item, *DAY, "--redact", audience, "--format", form)
            if said.code == 0:
                assert told(family, said.out + said.err, audience) == set(), (item, form)


def test_an_answer_on_safety_can_t_be_assumed_and_isn_t_named(run: Run) -> None:
    persona = next(path for path in PERSONAS if path.name == "temporary-resident-permit.en.yaml")
    said = run("why", persona, *DAY, "--if", "trp.trafficking_victi=yes")
    assert said.code == 2
    assert "trp.trafficking_victim”" not in said.err


def test_accessible_and_without_colour_it_is_plain_text(run: Run) -> None:
    said = run("why", SPOUSE, JAPAN, *DAY, "--accessible")
    assert "\x1b" not in said.out
    assert "\u2068" not in said.out
