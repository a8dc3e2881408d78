"""What the commands write, and how."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from ircc_prep.cli.schema import Which
from ircc_prep.core.schemas import result_schema
from tests.cli.conftest import PERSONAS, ROOT, Run

MARIA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
DAY = "2026-11-22"


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.name)
def test_the_result_of_every_persona_fits_the_published_schema(run: Run, persona: Path) -> None:
    result = json.loads(run("check", persona, "--format", "json", "--on", DAY).out)
    jsonschema.validate(result, result_schema())
    assert result["schema"] == "ircc-prep/result/1"
    assert result["case"]["checked_on"] == DAY
    statuses = [item["status"] for item in result["items"]]
    assert result["summary"]["not_needed"] == statuses.count("not-needed")
    for item in result["items"]:
        assert set(item["sources"]) <= set(result["sources"])


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.name)
def test_every_persona_fits_the_published_schema_of_a_case(run: Run, persona: Path) -> None:
    from ircc_prep.files.case_file import load

    jsonschema.validate(load(persona).data, json.loads(run("schema", "case").out))


@pytest.mark.parametrize("which", list(Which))
def test_a_schema_is_itself_a_valid_schema(run: Run, which: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", which).out))


def test_several_cases_give_a_list_and_jsonl_a_line_each(run: Run) -> None:
    assert len(json.loads(run("check", MARIA, MARIA, "--format", "json").out)) == 2
    lines = run("check", MARIA, MARIA, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["case"]["program"] for line in lines] == ["express-entry"] * 2


def test_an_output_file_is_readable_by_its_owner_alone_and_not_touched_by_a_failing_run(
    run: Run, tmp_path: Path, case: Callable[[str], Path]
) -> None:
    target = tmp_path / "result.json"
    run("check", MARIA, "--format", "json", "-o", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_bytes()
    assert run("check", case("schema: 7\n"), "-o", target).code == 2
    assert target.read_bytes() == before


@pytest.mark.parametrize("name", ["maria.yaml", "link.yaml", "./maria.yaml"])
def test_no_output_ever_replaces_the_case_itself(run: Run, tmp_path: Path, name: str) -> None:
    case = tmp_path / "maria.yaml"
    case.write_bytes(MARIA.read_bytes())
    (tmp_path / "link.yaml").symlink_to(case)
    ran = run("check", case, "-o", name)
    assert ran.code == 2
    assert "[would-replace-the-case]" in ran.err
    assert case.read_bytes() == MARIA.read_bytes()


def test_no_packet_ever_replaces_the_case_itself(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "maria.txt"
    case.write_bytes(MARIA.read_bytes())
    assert run("packet", case, "-o", case).code == 2
    assert case.read_bytes() == MARIA.read_bytes()


def test_the_language_is_the_one_asked_for_then_the_case_s(run: Run) -> None:
    assert "À OBTENIR" in run("check", MARIA, "--lang", "fr").out
    assert "À OBTENIR" in run("--lang", "fr", "check", MARIA).out
    assert "TO GET" in run("check", MARIA).out
    french = MARIA.with_name("express-entry.fr.yaml")
    assert "À OBTENIR" in run("check", french).out


def test_no_line_of_the_text_is_wider_than_80_columns_and_none_has_colour(run: Run) -> None:
    for persona in PERSONAS:
        text = run("check", persona).out
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_a_packet_is_written_in_each_format_and_language(run: Run, tmp_path: Path, suffix: str) -> None:
    for language, words in (
        ("en", "Police certificate"),
        ("fr", "Certificat de police"),
        ("both", "Police certificate"),
    ):
        target = tmp_path / f"packet-{language}{suffix}"
        assert run("packet", MARIA, "-o", target, "--lang", language).code == 0
        assert words in target.read_text(encoding="utf-8")
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.slow
def test_a_packet_has_boxes_to_tick_on_a_screen_when_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "packet.pdf"
    run("packet", MARIA, "--fillable", "--on", DAY, "-o", file)
    assert len(PdfReader(file).get_fields() or {}) > 20


@pytest.mark.slow
def test_the_demo_leaves_a_case_and_a_tagged_pdf(run: Run, tmp_path: Path) -> None:
    ran = run("demo")
    assert ran.code == 0
    assert "TO GET" in ran.out
    assert (tmp_path / "demo-express-entry.yaml").is_file()
    assert (tmp_path / "demo-express-entry-packet.pdf").read_bytes().startswith(b"%PDF")


def test_a_section_that_does_not_exist_is_refused_with_the_nearest_one(run: Run) -> None:
    ran = run("packet", MARIA, "--only", "setlement")
    assert ran.code == 2
    assert "settlement" in ran.err


def test_a_packet_has_the_sections_that_are_wanted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "packet.md"
    for options, there, missing in (
        (["--only", "day-sheet"], "## The day in short", "## At a glance"),
        (["--without", "day-sheet"], "## At a glance", "## The day in short"),
        (["--only", "rights", "--only", "sources", "--without", "sources"], "## Your rights", "## Sources"),
    ):
        assert run("packet", MARIA, "-o", file, "--on", DAY, *options).code == 0
        written = file.read_text(encoding="utf-8")
        assert there in written
        assert missing not in written


def test_a_packet_with_nothing_in_it_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "packet.md"
    ran = run("packet", MARIA, "-o", file, "--only", "rights", "--without", "rights")
    assert ran.code == 2
    assert "nothing in them" in ran.err
    assert not file.exists()
