"""`pack diff`: what two packs say differently, and which cases change outcome, and why."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from ircc_prep.core.differences.schemas import pack_diff_schema
from tests.cli.conftest import ROOT, Run

CHECKLISTS = ROOT / "checklists"
COUPLE = CHECKLISTS / "personas" / "spouse-partner.fr.yaml"
DAY = ("--on", "2026-11-22", "--lang", "en", "--program", "spouse-partner")


@pytest.fixture
def stricter(tmp_path: Path) -> Path:
    """A folder over the shipped pack: a medical exam is good for one month."""
    folder = tmp_path / "stricter"
    (folder / "common").mkdir(parents=True)
    text = (CHECKLISTS / "common" / "medical.yaml").read_text(encoding="utf-8")
    text = text.replace("months_before(meeting_day, 12)", "months_before(meeting_day, 1)")
    (folder / "common" / "medical.yaml").write_text(text, encoding="utf-8")
    return folder


def test_one_folder_is_held_against_the_shipped_pack(run: Run, stricter: Path) -> None:
    ran = run("pack", "diff", stricter, COUPLE, *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert "over the shipped checklists" in ran.out
    assert "Rule from September 20, 2017 changed: Medical exam by a panel physician" in ran.out
    assert "Medical exam by a panel physician, Amel: Ready → Too old" in ran.out
    assert "12 months before the day of the interview" in " ".join(ran.out.split())
    assert "Because of: Rule from September 20, 2017 changed" in ran.out
    assert "issued on October 21, 2026" in " ".join(ran.out.split())


def test_the_shipped_examples_are_the_cases_where_none_is_named(run: Run, stricter: Path) -> None:
    said = json.loads(run("pack", "diff", stricter, *DAY, "--format", "json").out)
    assert said["cases"] == {"checked": 2, "changed": 2, "unread": 0}
    assert {each["case"] for each in said["outcomes"]} == {
        "personas/spouse-partner.en.yaml",
        "personas/spouse-partner.fr.yaml",
    }


def test_two_folders_differ_in_nothing_where_they_say_the_same(run: Run, stricter: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(stricter, copy)
    ran = run("pack", "diff", stricter, copy, COUPLE, *DAY, "--fail-on-change")
    assert ran.code == 0
    assert "The two packs say the same." in ran.out


def test_a_change_of_outcome_fails_only_where_it_is_asked_to(run: Run, stricter: Path) -> None:
    assert run("pack", "diff", stricter, COUPLE, *DAY).code == 0
    assert run("pack", "diff", stricter, COUPLE, *DAY, "--fail-on-change").code == 1


def test_a_case_that_cannot_be_read_is_told_of_and_stops_nothing(run: Run, stricter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "inner"
    folder.mkdir(parents=True)
    shutil.copy(COUPLE, folder / "couple.yaml")
    (tmp_path / "cases" / "broken.yaml").write_text("schema: 1\nprogram: spouse\n", encoding="utf-8")
    (tmp_path / "cases" / "other.yaml").write_text("colours: [red]\n", encoding="utf-8")
    ran = run("pack", "diff", stricter, tmp_path / "cases", *DAY, "--format", "json", "--fail-on-change")
    said = json.loads(ran.out)
    assert ran.code == 1
    assert said["cases"] == {"checked": 1, "changed": 1, "unread": 1}
    assert said["unread"][0]["case"].endswith("broken.yaml")


@pytest.mark.parametrize("audience", ["self", "consultant", "log"])
def test_the_json_is_as_its_schema_says_for_every_reader(run: Run, stricter: Path, audience: str) -> None:
    ran = run("pack", "diff", stricter, COUPLE, *DAY, "--format", "json", "--redact", audience)
    said = json.loads(ran.out)
    jsonschema.validate(said, pack_diff_schema(), cls=jsonschema.Draft202012Validator)
    assert [each["because"] for each in said["outcomes"][0]["verdicts"]] == [[0]]
    assert ("amel" in ran.out) is (audience == "self")
    assert (str(COUPLE) in ran.out) is (audience == "self")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_it_speaks_french(run: Run, stricter: Path, form: str) -> None:
    said = run(
        "pack", "diff", stricter, COUPLE, *DAY[:2], "--lang", "fr", "--program", "spouse-partner", "--format", form
    ).out
    assert "Prêt → Trop ancien" in said
    assert "Règles des exigences" in said


def test_what_is_no_pack_is_refused_with_what_one_is(run: Run, tmp_path: Path) -> None:
    ran = run("pack", "diff", tmp_path, COUPLE)
    assert ran.code == 2
    assert "[not-a-pack]" in ran.err


def test_a_damaged_pack_is_refused_with_its_place(run: Run, stricter: Path) -> None:
    file = stricter / "common" / "medical.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("meeting_day", "meting_day"), encoding="utf-8")
    ran = run("pack", "diff", stricter, COUPLE, *DAY)
    assert ran.code == 4
    assert f"{file}:" in ran.err


def test_a_case_of_a_program_that_isnt_asked_for_is_no_unread_case(run: Run, stricter: Path) -> None:
    nurse = CHECKLISTS / "personas" / "express-entry.en.yaml"
    said = json.loads(run("pack", "diff", stricter, COUPLE, nurse, *DAY, "--format", "json").out)
    assert said["cases"] == {"checked": 1, "changed": 1, "unread": 0}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Rule of September 20, 2017 → no rule"),
        ("fr", "Règle du 20 septembre 2017 → aucune règle"),
    ],
)
def test_another_version_of_a_rule_is_named_by_its_day(run: Run, tmp_path: Path, language: str, told: str) -> None:
    (tmp_path / "later" / "common").mkdir(parents=True)
    text = (CHECKLISTS / "common" / "medical.yaml").read_text(encoding="utf-8")
    later = text.replace("from: 2017-09-20", "from: 2026-11-01")
    (tmp_path / "later" / "common" / "medical.yaml").write_text(later, encoding="utf-8")
    ran = run("pack", "diff", tmp_path / "later", COUPLE, *DAY[:2], "--lang", language, "--program", "spouse-partner")
    assert told in " ".join(ran.out.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "{" not in ran.out
