"""`ircc-prep why` as a person and a script run it."""

import json
import re
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
WORK = next(path for path in PERSONAS if path.name == "work-permit.en.yaml")
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
    decides = said.split("WHAT THE RESULT HANGS ON")[0]
    assert "Stream: Federal Skilled Worker" in decides
    assert "--format json has them all" not in decides


def test_a_finding_is_told_with_the_answers_that_it_names(run: Run) -> None:
    said = " ".join(run("why", SPOUSE, "letter-list", *DAY).out.split())
    assert "WHAT DECIDES IT These answers are what the file shows on it. - " in said
    assert "No answer decides it" not in said


@pytest.mark.parametrize("finding", ["letter-list", "figure-below-threshold"])
def test_nothing_is_claimed_of_answers_that_a_finding_does_not_name(run: Run, finding: str) -> None:
    persona = next(path for path in PERSONAS if path.name == "pr-card.fr.yaml")
    said = " ".join(run("why", persona, finding, *DAY, "--lang", "en").out.split())
    assert "SOURCES" in said
    assert "No answer decides it" not in said
    assert "was found that would change" not in said


def test_a_figure_is_told_with_its_value_its_threshold_and_its_parts(run: Run) -> None:
    english = next(path for path in PERSONAS if path.name == "express-entry.en.yaml")
    said = run("why", english, "computed/fsw-points", *DAY).out.split("WHAT DECIDES IT")[0]
    assert "  76, needed: 67\n" in said
    assert "  - Education: 21 (at most 25)\n" in said
    fee = " ".join(
        run("why", WORK, "computed/work-permit-fees", *DAY, "--if", "work_permit.fee_exempt=yes").out.split()
    )
    assert "Fees for the work permit Before: $155. Then: $0." in fee
    assert "Fees for the work permit: $0" in fee
    assert "pays no fee for a work permit? No: $155" in fee
    funds = run("why", english, "computed/settlement-funds", *DAY).out
    assert "  $22,900, needed: $23,360\n" in funds


def test_choices_that_give_the_same_are_told_together(run: Run) -> None:
    persona = next(path for path in PERSONAS if path.name == "express-entry.en.yaml")
    said = " ".join(run("why", persona, "computed/fsw-points", *DAY).out.split())
    assert "test: CELPIP General; PTE Core; TEF Canada or TCF Canada: not reached" in said


def test_a_long_condition_is_set_out_point_by_point_without_what_the_program_decides(run: Run) -> None:
    persona = next(path for path in PERSONAS if path.name == "pr-card.en.yaml")
    said = run("why", persona, "prc-humanitarian-letter", *DAY).out.split("THE RULE")[1]
    assert "  - Needed when all of these are so:\n    - “Will the person ask" in said
    assert "    - At least one of these is so:\n      - “Is there a removal order" in said
    police = run("why", SPOUSE, JAPAN, *DAY).out.split("THE RULE")[1]
    assert "Needed when: age on the day of submission: 18 or more, and (role" in police
    assert "program" not in police.split("SOURCES")[0]


def test_a_bare_id_tells_of_everybody_and_a_part_of_a_name_of_those_it_fits(run: Run) -> None:
    everybody = json.loads(run("why", SPOUSE, "police-certificate", *DAY, "--format", "json").out)
    assert {JAPAN, "police-certificate/lan/VN"} <= {each["name"] for each in everybody["explained"]}
    japan = json.loads(run("why", SPOUSE, "police-certificate/JP", *DAY, "--format", "json").out)
    assert [each["name"] for each in japan["explained"]] == [JAPAN]


def test_a_country_of_which_the_file_raises_no_question_is_explained_too(run: Run) -> None:
    said = run("why", SPOUSE, "police-certificate/lan/FR", *DAY)
    assert "Police certificate (France), Thị Lan: Not needed" in said.out
    assert "Your file raises no such question." in said.out


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("police-certificate/lan/jp", {JAPAN}),
        ("Police certificate", {JAPAN, "police-certificate/lan/VN"}),
        ("certificat de POLICE", {JAPAN, "police-certificate/lan/VN"}),
        ("IMM 1344", {"imm-1344/daniel"}),
    ],
)
def test_an_item_may_be_called_as_the_check_calls_it(run: Run, item: str, names: set[str]) -> None:
    said = run("why", SPOUSE, item, *DAY, "--format", "json")
    assert {each["name"] for each in json.loads(said.out)["explained"]} == names


def test_a_rule_that_several_results_share_is_said_once(run: Run) -> None:
    said = run("why", SPOUSE, "photo", *DAY).out
    assert (said.count("\nWHAT DECIDES IT"), said.count("\nTHE RULE"), said.count("\nSOURCES")) == (2, 1, 1)


def test_an_item_that_is_nearly_one_is_told_which(run: Run) -> None:
    for misspelt, meant in (
        ("polise-certificate", "police-certificate"),
        ("Certificat de polise", "Certificat de police"),
    ):
        said = run("why", SPOUSE, misspelt, *DAY)
        assert (said.code, said.out) == (2, "")
        assert "[no-such-item]" in said.err
        assert f"Did you mean “{meant}”?" in said.err
        assert "imm-1344" not in said.err


def test_an_item_that_is_like_no_other_is_told_all_that_there_are_with_their_titles(run: Run) -> None:
    said = run("why", SPOUSE, "zzz", *DAY)
    assert (said.code, said.out) == (2, "")
    assert "[no-such-item]" in said.err
    assert "police-certificate: Police certificate\n" in said.err
    assert "computed/pr-right-fees: Right of permanent residence fees for the whole family\n" in said.err


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


def test_a_day_that_was_answered_is_told_by_its_month_to_who_helps(run: Run, tmp_path: Path) -> None:
    family = planted("work-permit", yes=False)
    said = run("why", family.write(tmp_path), "medical-examination", *DAY, "--redact", "consultant")
    assert "Until what day do you want to stay? September 2003" in said.out
    assert told(family, said.out + said.err, "consultant") == set()


def test_an_answer_on_safety_can_t_be_assumed_and_isn_t_named(run: Run) -> None:
    persona = next(path for path in PERSONAS if path.name == "temporary-resident-permit.en.yaml")
    said = run("why", persona, *DAY, "--if", "trp.trafficking_victi=yes")
    assert said.code == 2
    assert "trp.trafficking_victim”" not in said.err


ON_SAFETY: dict[str, dict[str, bool | str]] = {
    "work-permit": {"temporary.where": "inside", "work_permit.kind": "lmia", "work_permit.fee_exempt": False},
    "temporary-resident-permit": {"trp.in_canada": False, "trp.pr_application_pending": False},
}
TRIED = {
    "work-permit": ("work_permit.abuse", "work_permit.kind=other", ("vulnerable-worker-letter", "work-permit-fee")),
    "temporary-resident-permit": ("trp.family_violence", "trp.in_canada=yes", ("trp-fee", "computed/permit-fee")),
}


@pytest.mark.parametrize("program", ON_SAFETY)
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_assumption_tells_nothing_of_an_answer_on_safety(run: Run, tmp_path: Path, program: str, form: str) -> None:
    """One that is set aside, or makes no difference yet, would show in what the assumption changes."""
    fact, assumption, items = TRIED[program]
    family = {"schema": 1, "program": program, "people": [{"id": "ana", "role": "principal-applicant"}]}
    said = {}
    for answer in (None, True, False):
        answers = {**ON_SAFETY[program], **({fact: answer} if answer is not None else {})}
        case = tmp_path / "case.json"
        case.write_text(json.dumps({**family, "answers": answers}), encoding="utf-8")
        runs = [run("why", case, *item, "--if", assumption, *DAY, "--format", form) for item in ((), *zip(items))]
        said[answer] = [(each.code, each.out, each.err) for each in runs]
        assert [each.code for each in runs] == [0, 0, 0]
    assert said[None] == said[True] == said[False]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_log_gets_no_figure(run: Run, form: str) -> None:
    persona = next(path for path in PERSONAS if path.name == "work-permit.en.yaml")
    plain = run("why", persona, "computed/work-permit-fees", *DAY, "--format", form)
    assert re.search(r"\b155\b", plain.out)
    for assumption in ((), ("--if", "work_permit.kind=post-graduation")):
        said = run("why", persona, "computed/work-permit-fees", *assumption, *DAY, "--redact", "log", "--format", form)
        assert (said.code, re.search(r"\b[12]55\b", said.out)) == (0, None)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_suggestion_tells_an_audience_who_is_in_the_case(run: Run, tmp_path: Path, audience: str) -> None:
    family = planted("express-entry")
    case = family.write(tmp_path)
    for misspelt in (("police-certificat/zqid-00",), ("--if", "people.zqid-00.citizenships=CA")):
        said = run("why", case, *misspelt, *DAY, "--redact", audience)
        assert (said.code, {id for id in family.ids if id in said.err}) == (2, set())


def test_accessible_and_without_colour_it_is_plain_text(run: Run) -> None:
    said = run("why", SPOUSE, JAPAN, *DAY, "--accessible")
    assert "\x1b" not in said.out
    assert "\u2068" not in said.out
