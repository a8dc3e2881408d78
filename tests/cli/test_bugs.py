"""What a bug shows: that it is one, and nothing of anybody's file."""

from pathlib import Path

import pytest

from ircc_prep.cli import main

SECRET = "Maricel P1234567A"


def test_a_bug_exits_with_70_and_says_nothing_of_the_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("IRCC_PREP_LOG", raising=False)
    assert main._bug(ValueError(SECRET)) == 70
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert SECRET not in said
    assert "Traceback" not in said


def test_the_details_of_a_bug_go_to_a_file_only_where_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "bug.log"
    monkeypatch.setenv("IRCC_PREP_LOG", str(log))
    main._bug(ValueError(SECRET))
    assert SECRET not in capsys.readouterr().err
    assert "ValueError" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_shows_no_details_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IRCC_PREP_LOG", str(tmp_path / "no-such-folder" / "bug.log"))
    assert main._bug(ValueError(SECRET)) == 70
    said = capsys.readouterr().err
    assert SECRET not in said
    assert "Traceback" not in said


def test_a_log_that_others_could_read_is_closed_to_them_before_details_go_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "bug.log"
    log.write_text("of another day\n", encoding="utf-8")
    log.chmod(0o644)
    monkeypatch.setenv("IRCC_PREP_LOG", str(log))
    main._bug(ValueError(SECRET))
    assert log.stat().st_mode & 0o077 == 0
    assert log.read_text(encoding="utf-8").startswith("of another day\n")
