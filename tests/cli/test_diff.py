"""`diff`: what changed between two versions of a case, and what follows from it, in plain words."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from ircc_prep.core.differences.schemas import diff_schema
from ircc_prep.files.companions import backup_of
from ircc_prep.files.wording import wording
from tests.cli.canaries import planted
from tests.cli.conftest import ROOT, Run
from tests.cli.test_redact import told
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT

DAY = "2026-11-22"
GOLDEN = Path(__file__).parent / "golden"
SAFETY, SENSITIVE = "trp.family_violence", "contact.removal_order"
PERSONAS = ROOT / "checklists" / "personas"
COUPLE = PERSONAS / "spouse-partner.fr.yaml"
RENDER = ROOT / "ircc_prep" / "render" / "differences"
# What may happen in a month between two appointments: they marry, a gap is explained, a journey and papers come and go.
EDITS = (
    ("to: 2024-03-10, kind: unemployment", "to: 2024-05-31, kind: unemployment"),
    ("relationship.kind: common-law", "relationship.kind: married"),
    ("marital_status: common-law", "marital_status: married"),
    ("marital_status: common-law", "marital_status: married"),
    ("relationship.first_met: 2024-09-21", "relationship.married_on: 2026-10-03\n  relationship.first_met: 2024-09"),
    (
        "      - {from: 2023-07-02, to: 2023-08-06, country: DZ, purpose: family}\n",
        (
            "      - {from: 2026-07-01, to: 2026-07-09, country: FR, purpose: tourism}\n"
            "      - {from: 2023-07-02, to: 2023-08-16, country: DZ, purpose: family}\n"
        ),
    ),
    ("  - {item: medical-exam, person: amel, issued: 2026-10-21}\n", ""),
    ("  - {item: interview-letter,", "  - {item: passport, person: amel, country: DZ}\n  - {item: interview-letter,"),
    ("  settlement.regulated_occupation: false\n", ""),
    ("changes.marital_status: false", "changes.marital_status: true"),
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of one case, a month apart."""
    text = COUPLE.read_text(encoding="utf-8")
    old, new = tmp_path / "october.yaml", tmp_path / "november.yaml"
    old.write_text(text, encoding="utf-8")
    for was, now in EDITS:
        assert was in text, was
        text = text.replace(was, now, 1)
    new.write_text(text + "unsure: [settlement.regulated_occupation, relationship.first_met]\n", encoding="utf-8")
    for path in (old, new):
        path.chmod(0o600)
    return old, new


def write(path: Path, data: object) -> Path:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    ("language", "form", "suffix"),
    [
        ("en", "text", "txt"),
        ("fr", "text", "txt"),
        ("en", "markdown", "md"),
        ("fr", "markdown", "md"),
        ("en", "json", "json"),
    ],
)
def test_two_versions_read_as_was_read_and_accepted(
    run: Run, pair: tuple[Path, Path], form: str, suffix: str, language: str
) -> None:
    ran = run("diff", pair[0].name, pair[1].name, "--on", DAY, "--format", form, "--lang", language, "-q")
    assert (ran.code, ran.err) == (0, "")
    golden = GOLDEN / f"diff.{language}.{suffix}"
    said = re.sub(r'("version": )"[^"]*"', r'\1"golden"', ran.out)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 writes it anew; read the difference first"


def test_no_line_is_wider_than_eighty_columns(run: Run, pair: tuple[Path, Path]) -> None:
    lines = run("diff", *pair, "--on", DAY).out.splitlines()
    assert [line for line in lines if len(line) > 80 and str(pair[0].parent) not in line] == []


def test_the_json_is_as_its_schema_says(run: Run, pair: tuple[Path, Path]) -> None:
    for options in ((), ("--redact", "consultant"), ("--redact", "log")):
        said = json.loads(run("diff", *pair, "--on", DAY, "--format", "json", *options).out)
        jsonschema.validate(said, diff_schema(), cls=jsonschema.Draft202012Validator)
        assert said["schema"] == "ircc-prep/diff/1"


def test_a_json_twin_differs_in_nothing(run: Run, tmp_path: Path) -> None:
    data = yaml.load(COUPLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    def typed(value: object) -> object:
        if isinstance(value, dict):
            return {key: typed(each) for key, each in value.items()}
        if isinstance(value, list):
            return [typed(each) for each in value]
        return {"true": True, "false": False}.get(
            str(value), int(str(value)) if re.fullmatch(r"\d{1,3}", str(value)) else value
        )

    twin = tmp_path / "twin.json"
    twin.write_text(json.dumps(typed(data)), encoding="utf-8")
    ran = run("diff", COUPLE, twin, "--on", DAY, "--lang", "en")
    assert ran.code == 0
    assert ran.out.endswith("\nNothing that is told here differs: neither what was answered nor what follows.\n")


def test_a_case_and_its_own_backup_are_compared(run: Run, pair: tuple[Path, Path]) -> None:
    backup = backup_of(pair[1])
    pair[0].rename(backup)
    ran = run("diff", backup, pair[1], "--on", DAY, "--lang", "en")
    assert ran.code == 0
    assert "Marital status: common-law → married" in ran.out


def test_a_locked_version_and_an_open_one_are_compared(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(QUICK, encoding="utf-8")
    new.write_text(QUICK_TEXT.replace("given_names: Ana", "given_names: Anna"), encoding="utf-8")
    secret = tmp_path / "passphrase.txt"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    for path in (old, new):
        path.chmod(0o600)
    ran = run("diff", old, new, "--passphrase-file", secret, "-o", "out.txt", "--lang", "en")
    assert ran.code == 0
    assert "isn’t locked" in ran.err
    assert "Given names: Ana → Anna" in Path("out.txt").read_text(encoding="utf-8")


def test_two_programs_are_said_to_be_two(run: Run, tmp_path: Path) -> None:
    person = {"id": "ana", "role": "principal-applicant", "given_names": "Ana"}
    old = write(tmp_path / "old.yaml", {"schema": 1, "program": "visitor", "people": [person]})
    new = write(tmp_path / "new.yaml", {"schema": 1, "program": "study-permit", "people": [person]})
    ran = run("diff", old, new, "--on", DAY, "--lang", "en")
    assert ran.code == 0
    assert "The two files are for different programs" in ran.out
    assert "not asked for →" in ran.out
    assert "→ not asked for" in ran.out


def test_an_output_never_takes_the_place_of_a_version(run: Run, pair: tuple[Path, Path]) -> None:
    before = pair[1].read_bytes()
    ran = run("diff", *pair, "-o", pair[1])
    assert ran.code == 2
    assert pair[1].read_bytes() == before


def test_a_version_that_cannot_be_read_is_refused_with_its_place(run: Run, pair: tuple[Path, Path]) -> None:
    pair[1].write_text("schema: 1\nprogram: visitors\n", encoding="utf-8")
    ran = run("diff", *pair)
    assert ran.code == 2
    assert f"{pair[1]}:2:" in ran.err


@pytest.mark.parametrize("audience", ["consultant", "log"])
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_diff_tells_what_the_audience_may_not_know(run: Run, tmp_path: Path, audience: str, form: str) -> None:
    family = planted("express-entry")
    full = family.write(tmp_path)
    empty = write(tmp_path / "empty.yaml", {"schema": 1, "program": "express-entry"})
    for versions in ((empty, full), (full, empty)):
        ran = run("diff", *versions, "--on", DAY, "--redact", audience, "--format", form, "--lang", "en")
        assert ran.code == 0
        assert told(family, ran.out + ran.err, audience) == set()


def test_a_person_has_one_name_in_both_versions(run: Run, tmp_path: Path) -> None:
    child = {"role": "dependent-child", "date_of_birth": "2015-01-01"}
    ana, bo = (
        {"id": id, "given_names": id, "citizenships": [code], **child} for id, code in (("ana", "PH"), ("bo", "AE"))
    )
    applicant = {"id": "maria", "role": "principal-applicant"}
    old = write(tmp_path / "o.yaml", {"schema": 1, "program": "visitor", "people": [applicant, ana, bo]})
    grown = {**bo, "marital_status": "single"}
    new = write(tmp_path / "n.yaml", {"schema": 1, "program": "visitor", "people": [applicant, grown]})
    said = json.loads(run("diff", old, new, "--on", DAY, "--redact", "consultant", "--format", "json").out)
    assert {(each["kind"], each["old_path"], each["new_path"]) for each in said["changes"]} == {
        ("answered", "people.child-1.marital_status", "people.child-1.marital_status"),
        ("removed", "people.child-2", None),
    }


def test_a_question_of_safety_is_told_of_to_nobody_and_a_sensitive_answer_never_shown(run: Run, tmp_path: Path) -> None:
    people = [{"id": "ana", "role": "principal-applicant"}]
    data = {"schema": 1, "program": "temporary-resident-permit", "people": people}
    old = write(tmp_path / "old.yaml", {**data, "answers": {SENSITIVE: False}})
    new = write(tmp_path / "new.yaml", {**data, "answers": {SENSITIVE: True, SAFETY: True}})
    for form in ("text", "markdown", "json"):
        ran = run("diff", old, new, "--on", DAY, "--format", form, "--lang", "en")
        assert SAFETY not in ran.out
    said = json.loads(ran.out)
    assert said["unasked_changes"] == 0
    (change,) = said["changes"]
    assert (change["new_path"], change["shown"]) == (SENSITIVE, False)
    assert (change["old"], change["new"]) == ("[redacted]", "[redacted]")


@pytest.mark.parametrize(
    ("program", "fact"),
    [("temporary-resident-permit", "trp.trafficking_victim"), ("work-permit", "work_permit.abuse")],
)
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_another_answer_on_safety_reads_like_no_change_at_all(
    run: Run, tmp_path: Path, program: str, fact: str, form: str
) -> None:
    data = yaml.safe_load((PERSONAS / f"{program}.en.yaml").read_text(encoding="utf-8"))
    data["answers"] |= {"temporary.where": "inside", "work_permit.kind": "other"} if program == "work-permit" else {}
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    write(new, {**data, "answers": {**data["answers"], fact: True}})
    said = []
    for answers in ({fact: True}, {fact: False}, {}):
        write(
            old,
            {**data, "answers": {**{key: data["answers"][key] for key in data["answers"] if key != fact}, **answers}},
        )
        said.append(run("diff", old, new, "--on", DAY, "--format", form, "--lang", "en", "-q").out)
    assert len(set(said)) == 1


def test_what_the_case_itself_asks_is_answered_in_words(run: Run, tmp_path: Path) -> None:
    old, new = ({"schema": 1, "program": "visitor", "interview": {"kind": kind}} for kind in ("in-person", "video"))
    ran = run("diff", write(tmp_path / "o.yaml", old), write(tmp_path / "n.yaml", new), "--on", DAY, "--lang", "en")
    assert "in person → by video" in ran.out


def test_an_officers_question_says_whom_it_is_for_and_a_ready_paper_how_it_counts(run: Run, tmp_path: Path) -> None:
    text = (PERSONAS / "spouse-partner.en.yaml").read_text(encoding="utf-8")
    old, new = tmp_path / "o.yaml", tmp_path / "n.yaml"
    for path, edited in (
        (old, text),
        (new, text.replace("overseas", "in-canada", 1).replace("married", "separated", 1)),
    ):
        path.write_text(edited, encoding="utf-8")
    ran = run("diff", old, new, "--on", DAY, "--lang", "en")
    assert "New: Thị Lan – Describe or draw your home." in ran.out
    assert "New: Daniel – Describe or draw your home." in ran.out
    assert "Marriage certificate, Thị Lan: Ready (Needed → Worth having)" in ran.out


def test_every_phrase_of_the_reports_is_said_somewhere() -> None:
    files = [*RENDER.glob("*.py"), ROOT / "ircc_prep" / "cli" / "pack_diff.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    # Their last word is made up from a value.
    made_up = (
        "group",
        "person",
        "entry",
        "paper",
        "aspect",
        "count",
        "finding",
        "open",
        "told",
        "pack",
        "follows-from",
    )
    said = set()
    for key in wording():
        bare = key.removeprefix("diff.").removesuffix(".one").removesuffix(".other")
        if bare.startswith(made_up) or f'"{bare}"' in code or f'"diff.{bare}"' in code:
            said.add(key)
    assert {key for key in wording() if key.startswith("diff.")} - said == set()
