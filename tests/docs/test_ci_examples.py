"""The examples for CI run: the workflow's own steps, the hooks as pre-commit calls them, the file of settings."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
BIN = Path(sys.executable).parent
PERSONAS = ROOT / "checklists" / "personas"
WAIVERS = """\
schema: 1
waivers:
  - finding: {finding}
    reason: The partner’s papers are on their way.
    owner: A. Conseil
    expires: {expires}
"""


def called(command: list[str | Path], folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """A command of the environment, run in that folder, with nothing of the developer's own settings."""
    environment = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "LANG": "en_CA.UTF-8"}
    return subprocess.run(
        command, cwd=folder, env=environment | variables, capture_output=True, encoding="utf-8", check=False
    )


def plain(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A repository with two cases and the waivers that the workflow names."""
    (tmp_path / "cases").mkdir()
    for name in ("visitor.en.yaml", "study-permit.fr.yaml"):
        shutil.copy(PERSONAS / name, tmp_path / "cases" / name)
    write_waivers(tmp_path, days=30)
    return tmp_path


def write_waivers(folder: Path, *, days: int) -> None:
    text = WAIVERS.format(finding="history-gap", expires=datetime.now(UTC).date() + timedelta(days=days))
    (folder / "waivers.yaml").write_text(text, encoding="utf-8")


def own_steps() -> list[Mapping[str, Any]]:
    """The steps that are ours to run: not other people's actions, nor what needs the network."""
    (job,) = plain(EXAMPLES / "github-actions.yml")["jobs"].values()
    return [step for step in job["steps"] if "run" in step and "pip install" not in step["run"]]


def as_github(step: Mapping[str, Any], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a step as GitHub's runner does."""
    script = folder / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    done = called(["bash", "-e", script], folder, GITHUB_STEP_SUMMARY=str(folder / "summary"))
    script.unlink()
    return done


@pytest.mark.slow
@pytest.mark.parametrize(
    "call",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", EXAMPLES / "github-actions.yml"],
        ["pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        ["pre-commit", "validate-config", EXAMPLES / "pre-commit-config.yaml"],
    ],
    ids=["workflow", "hooks", "pre-commit-config"],
)
def test_the_files_are_what_github_and_pre_commit_read(tmp_path: Path, call: list[str | Path]) -> None:
    done = called([BIN / call[0], *call[1:]], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_steps_of_the_workflow_run_on_a_clean_folder_and_leave_what_the_uploads_take(clean: Path) -> None:
    check, summary = own_steps()
    done = as_github(check, clean)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::")
    assert as_github(summary, clean).returncode == 0
    (job,) = plain(EXAMPLES / "github-actions.yml")["jobs"].values()
    taken = [step["with"] for step in job["steps"] if "upload" in step.get("uses", "")]
    assert [next(iter(clean.glob(each.get("sarif_file") or each["path"]))).stat().st_size > 0 for each in taken]
    suites = ET.parse(clean / "ircc-prep.xml").getroot()
    assert len(list(suites)) == 2
    assert "| Dossier |" in (clean / "summary").read_text(encoding="utf-8")


def test_github_gets_a_place_for_everything_that_it_is_to_show(clean: Path) -> None:
    as_github(own_steps()[0], clean)
    (run,) = json.loads((clean / "ircc-prep.sarif").read_text(encoding="utf-8"))["runs"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert {"cases/visitor.en.yaml", "cases/study-permit.fr.yaml"} <= set(places)
    assert all((clean / place).is_file() for place in places)


def test_the_workflow_stops_where_a_waiver_is_past_its_day(clean: Path) -> None:
    write_waivers(clean, days=-1)
    done = as_github(own_steps()[0], clean)
    assert done.returncode == 1
    assert "waivers.yaml" in done.stdout


def test_without_a_result_the_summary_fails_no_step(clean: Path) -> None:
    (clean / "waivers.yaml").unlink()
    check, summary = own_steps()
    assert as_github(check, clean).returncode == 2
    assert as_github(summary, clean).returncode == 0
    assert not list(clean.glob("ircc-prep.*"))


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in plain(ROOT / ".pre-commit-hooks.yaml")}


def committed(folder: Path, hook: dict[str, Any]) -> None:
    """Makes the folder a repository whose hook is this one, taken from the environment instead of installed anew."""
    local = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local), encoding="utf-8")
    assert called(["git", "init", "-q"], folder).returncode == 0
    assert called(["git", "add", "."], folder).returncode == 0


def test_the_example_names_the_hooks_that_there_are() -> None:
    (repository,) = plain(EXAMPLES / "pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == hooks().keys()


@pytest.mark.slow
def test_the_hook_for_cases_looks_at_cases_and_refuses_one_that_cannot_be_read(clean: Path) -> None:
    (clean / "notes.yaml").write_text("no: case\n", encoding="utf-8")
    committed(clean, hooks()["ircc-prep-check"])
    ran = called([BIN / "pre-commit", "run", "-v"], clean, PRE_COMMIT_HOME=str(clean / "home"))
    assert "notes.yaml" not in ran.stdout
    assert "cases/visitor.en.yaml" in ran.stdout
    (clean / "cases" / "visitor.en.yaml").write_text("schema: 1\nprogramm: visitor\n", encoding="utf-8")
    called(["git", "add", "."], clean)
    ran = called([BIN / "pre-commit", "run"], clean, PRE_COMMIT_HOME=str(clean / "home"))
    assert ran.returncode == 1
    assert "cases/visitor.en.yaml:2:1: " in ran.stdout
    assert "exit code: 2" in ran.stdout


@pytest.mark.slow
def test_the_hook_for_checklists_runs_when_one_of_them_changes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "checklists", tmp_path / "checklists")
    hook = hooks()["ircc-prep-pack-lint"]
    committed(tmp_path, hook | {"args": [*hook["args"], "--program", "visitor"]})  # the others take a minute
    ran = called([BIN / "pre-commit", "run"], tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout
    program = tmp_path / "checklists" / "visitor" / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    called(["git", "add", "."], tmp_path)
    ran = called([BIN / "pre-commit", "run"], tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert "exit code: 4" in ran.stdout


@pytest.mark.parametrize("where", ["ircc-prep.toml", "pyproject.toml"])
def test_the_example_of_a_file_of_settings_has_no_mistake(clean: Path, where: str) -> None:
    text = (EXAMPLES / "ircc-prep.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)
    if where == "pyproject.toml":
        text = "[tool.ircc-prep]\n" + text.replace("\n[", "\n[tool.ircc-prep.")
    (clean / where).write_text(text, encoding="utf-8")
    for name in ("brand.yaml", "brand-logo.png"):
        shutil.copy(EXAMPLES / name, clean)
    assert called([BIN / "ircc-prep", "config"], clean).returncode == 0
    case = clean / "cases" / "visitor.en.yaml"
    packet = called([BIN / "ircc-prep", "packet", case, "-o", "packet.md"], clean)
    assert packet.returncode == 0, packet.stderr
    assert "without" in packet.stderr
    assert called([BIN / "ircc-prep", "check", case], clean).returncode in (0, 1, 3)
