"""What is said of a case: in its own language, in lines that fit, and only of what is asked."""

import os
import sys
from pathlib import Path

import pytest

from ircc_prep.cli.keyring import Keyring
from ircc_prep.cli.options import Settings
from ircc_prep.core.text import same
from tests.cli.conftest import Run

HEARING = """\
schema: 1
program: prra-hearing
language: fr
submitted: 2026-09-01
interview: {date: 2026-12-15}
people:
  - {id: ana, role: principal-applicant, given_names: Ana, date_of_birth: 1990-05-04}
  - {id: leo, role: spouse-or-partner, given_names: Leo, date_of_birth: 1989-01-01, passports: [{country: SD, kind: ordinary}]}
unsure: [people.ana.stays]
"""  # noqa: E501  # one person a line


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A French case in a folder that a service copies."""
    folder = tmp_path / "Dropbox"
    folder.mkdir(mode=0o700)
    (folder / "dossier.yaml").write_text(HEARING, encoding="utf-8")
    return folder / "dossier.yaml"


@pytest.mark.parametrize("command", [["check"], ["packet", "-o", "a.txt"], ["calendar", "-o", "a.ics"]], ids=" ".join)
def test_a_warning_about_a_french_case_is_in_french_whatever_the_locale(
    run: Run, copied: Path, command: list[str]
) -> None:
    said = run(command[0], copied, *command[1:], "--on", "2026-11-22").err
    assert "Attention" in said
    assert "Warning" not in said


def test_a_language_that_is_asked_for_comes_before_that_of_the_case(run: Run, copied: Path) -> None:
    assert "Warning" in run("check", copied, "--lang", "en").err


def test_an_answer_that_nobody_has_is_not_called_unanswered(run: Run, copied: Path, tmp_path: Path) -> None:
    run("packet", copied, "-o", tmp_path / "a.txt", "--on", "2026-11-22")
    packet = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "Lieux de résidence : vous ne savez pas" in packet.replace("\u00a0", " ")


def test_a_fact_that_the_program_never_asks_for_is_not_called_unanswered(
    run: Run, copied: Path, tmp_path: Path
) -> None:
    run("packet", copied, "-o", tmp_path / "a.txt", "--on", "2026-11-22")
    packet = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "Vient au Canada" not in packet


def test_on_a_terminal_a_message_breaks_between_words_and_never_within_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((40, 24)))
    settings = Settings(None, None, color=False, quiet=False, accessible=False, keys=Keyring("en", None, ()))
    command = "ircc-prep lock /a/long/place/that/nobody/breaks/case.yaml"
    settings.tell(same(f"A message that is longer than the lines are wide.\n    Do this: {command}"))
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["A message that is longer than the lines", "are wide.", "    Do this:", f"    {command}"]
