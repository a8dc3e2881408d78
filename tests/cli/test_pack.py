"""`pack lint` and `pack test` for one program: fast for its author, and a wrong name is met with the nearest one."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

HARD = (
    "Communicate immediately any contradictory documentation previously transmitted regarding matrimonial situations, "
)
TEXT = "You have an interview letter, so you must go."


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of checklists in which a text of Express Entry is hard to read."""
    folder = tmp_path / "own"
    shutil.copytree(ROOT / "checklists" / "express-entry", folder / "express-entry")
    program = folder / "express-entry" / "program.yaml"
    text = program.read_text(encoding="utf-8")
    assert TEXT in text
    program.write_text(text.replace(TEXT, f"{HARD}so that everybody understands the situation."), encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["lint", "test"])
def test_a_wrong_program_is_met_with_the_nearest_one(run: Run, command: str) -> None:
    done = run("pack", command, *(["--program", "pr-landings"]))
    assert done.code == 2
    assert "Did you mean “pr-landing”?" in done.err


@pytest.mark.slow
def test_a_program_alone_is_linted_and_others_are_not(run: Run, broken: Path) -> None:
    alone = run("pack", "lint", str(broken), "--program", "temporary-resident-permit")
    assert (alone.code, alone.err) == (0, "The checklists are in order.\n")
    its_own = run("pack", "lint", str(broken), "--program", "express-entry")
    assert its_own.code == 4
    assert "1 problem." in its_own.err


@pytest.mark.slow
def test_a_text_that_is_hard_to_read_is_named_by_file_and_line(run: Run, broken: Path) -> None:
    said = run("pack", "lint", str(broken), "--program", "express-entry").err
    file, line, *_ = said.split(":")
    text = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert HARD.strip() in text
    assert "grade" in said
    assert "[hard-to-read]" in said


@pytest.mark.slow
def test_a_rule_that_always_comes_too_late_is_told_of_once_and_no_example_is_asked_for(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    shutil.copytree(ROOT / "checklists" / "prra-hearing", folder / "prra-hearing")
    program = folder / "prra-hearing" / "program.yaml"
    text = program.read_text(encoding="utf-8")
    when = "when: prra.credibility_questioned\n"
    assert when in text
    program.write_text(text.replace(when, "when: prra.credibility_questioned and interview_called\n"), encoding="utf-8")
    said = run("pack", "lint", str(folder), "--program", "prra-hearing", "--lang", "en").err
    assert "[unreachable]" in said
    assert "In this case it applies too late:" in said
    assert "No example shows this being true." not in said


@pytest.mark.slow
def test_a_french_text_without_the_term_of_its_english_is_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(ROOT / "checklists" / "prra-hearing", folder / "prra-hearing")
    topic = folder / "prra-hearing" / "the-path.yaml"
    text = topic.read_text(encoding="utf-8")
    assert "une personne protégée" in text
    topic.write_text(text.replace("une personne protégée", "un réfugié"), encoding="utf-8")
    done = run("pack", "lint", str(folder), "--program", "prra-hearing")
    assert done.code == 4
    assert "protected person" in done.err
    assert "[glossary-term]" in done.err


@pytest.mark.slow
def test_sources_that_nobody_compared_for_too_long_are_listed_with_their_address(run: Run) -> None:
    fresh = run("pack", "lint", "--program", "prra-hearing", "--stale-after", "180", "--on", "2027-05-21")
    assert "stale-source" not in fresh.err
    stale = run("pack", "lint", "--program", "prra-hearing", "--stale-after", "180", "--on", "2027-05-22")
    assert stale.code == 4
    assert "“irpr-167” was last compared 181 days ago" in stale.err
    assert "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-167.html" in stale.err


@pytest.mark.parametrize(("language", "heading"), [("en", "## How likely"), ("fr", "## Probabilité d’une entrevue")])
def test_pages_about_the_checklists_are_written_in_either_language(
    run: Run, tmp_path: Path, language: str, heading: str
) -> None:
    done = run("pack", "doc", "--program", "prra-hearing", "-o", str(tmp_path / "pages"), "--lang", language)
    assert done.code == 0
    pages = {str(page.relative_to(tmp_path / "pages")) for page in (tmp_path / "pages").rglob("*.md")}
    assert pages == {"coverage.md", "disputes.md", "shared.md", "programs/prra-hearing.md"}
    assert heading in (tmp_path / "pages" / "programs" / "prra-hearing.md").read_text(encoding="utf-8")
